//! The one thing a page tells first: what the case waits for.

/// What the case waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Situation {
    /// Papers of the family are missing or not in order.
    PapersWanted,
    /// The family has brought everything; the office looks at it.
    PapersChecked,
    /// Something must be cleared up first.
    Halted,
    /// It was cleared up so that the adoption cannot go on; the decision follows.
    CannotGoOn,
    /// The office announces the assessment.
    AssessmentComing,
    /// The family consents to the assessment.
    AssessmentConsentWanted,
    /// The office chooses the assessors.
    AssessorsComing,
    /// Family and child live together.
    Integration,
    /// The assessors are at work.
    Assessing,
    /// The family is asked, consents and is advised.
    HearingWanted,
    /// The office publishes the notice.
    NoticeComing,
    /// The notice runs.
    NoticeRuns,
    /// The office goes through everything once more.
    LastReview,
    /// The leader decides.
    Proposed,
    /// The family comes to register.
    ComeToRegister,
    /// The certificate is handed over.
    ComeForCertificate,
    /// It is registered; visits follow.
    Visits,
    /// Everything is done.
    Closed,
    /// 已解除: the adoption ended by agreement.
    Dissolved,
    /// 已撤销: the registration was revoked.
    Revoked,
    /// A court found the adoption void.
    Void,
    /// 不予受理
    NotAccepted,
    /// 不予登记
    Refused,
    /// The family withdrew.
    WithdrawnByFamily,
    /// The case was withdrawn; by whom is not the family's to know.
    Withdrawn,
}
