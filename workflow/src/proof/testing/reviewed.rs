//! What follows a report by points: filed, told, objected to, reviewed.

use super::people::user;
use super::scored::scored_report;
use super::story::Story;
use crate::access::Role;
use crate::case::assessment::after::{ReviewOutcome, ToldHow};
use crate::case::assessment::recusal::{Conflict, Tie, TiedTo};
use crate::case::assessment::{AssessingBody, Conclusion};
use crate::case::scan::{MediaType, Scan};
use crate::case::{PaperKind, Party, Slot};
use crate::command::Command;
use crate::law::signed_report::code_of;
use crate::steps::appoint_assessors::AssessorToAppoint;
use crate::steps::appoint_reviewers::AppointReviewers;
use crate::steps::ask_supplement::AskSupplement;
use crate::steps::confirm_report::ConfirmReport;
use crate::steps::decide_recusal::DecideRecusal;
use crate::steps::decide_review::DecideReview;
use crate::steps::declare_conflict::DeclareConflict;
use crate::steps::file_evidence::FileEvidence;
use crate::steps::log_integration::LogIntegration;
use crate::steps::request_recusal::RequestRecusal;
use crate::steps::request_review::RequestReview;
use crate::steps::tell_result::TellResult;

/// A photo of a piece of evidence.
pub fn file_evidence(piece: u32, digest: &str) -> Command {
    let (digest, media_type) = (digest.repeat(32), MediaType::Jpeg);
    let scan = Scan { digest, media_type, pages: 1, size: 180_000 };
    Command::FileEvidence(FileEvidence { piece, scan })
}

/// A commissioned body.
pub const BODY: &str = "慧心社会工作服务中心";

/// A tie by marriage to an applicant.
pub fn conflict() -> Conflict {
    let facts = "与申请人系姻亲，过年时一起吃饭".into();
    Conflict { tie: Tie::Affinity, tied_to: TiedTo::Applicants, facts }
}

/// Whoever acts has a tie.
pub fn declare_conflict() -> Command {
    Command::DeclareConflict(DeclareConflict { conflict: conflict() })
}

/// The first applicant asks somebody to withdraw.
pub fn request_recusal(number: u128) -> Command {
    Command::RequestRecusal(RequestRecusal {
        party: Party::FirstAdopter,
        assessor: user(number, "").id,
        requested_on: "2026-03-03".parse().expect("a day"),
        conflict: conflict(),
    })
}

impl Story {
    /// The report is submitted, signed and filed.
    pub fn reported(&mut self) -> &mut Story {
        let report = scored_report(Conclusion::Capable, &[]);
        self.assessor(11).must(Command::SubmitReport(report)).registrar();
        self.file_and_verify(Slot::of_case(PaperKind::AssessmentReport))
    }

    /// An applicant is told today.
    pub fn telling(&self, party: Party) -> Command {
        Command::TellResult(TellResult {
            party,
            told_on: self.facts.today,
            how: ToldHow::InPerson,
            words: "评估结论为具备收养能力".into(),
        })
    }

    /// An applicant objects today.
    pub fn objecting(&self, party: Party) -> Command {
        let requested_on = self.facts.today;
        let grounds = "认为走访记录与实际不符".into();
        Command::RequestReview(RequestReview { party, requested_on, grounds })
    }

    /// Two who did not assess review it.
    pub fn reviewed(&mut self, outcome: ReviewOutcome) -> &mut Story {
        let assessors = [14, 15].map(|number| AssessorToAppoint {
            user: user(number, "").id,
            statement_of_no_interest: "无利害关系声明已签署存卷".into(),
        });
        let appointed = AppointReviewers { assessors: assessors.into() };
        self.registrar().must(Command::AppointReviewers(appointed));
        self.by(user(14, "评估十四"), Role::Assessor);
        let reasons = "重新走访并核对全部记录".into();
        self.must(Command::DecideReview(DecideReview { outcome, reasons })).registrar()
    }

    /// A photo of a piece of evidence is filed.
    pub fn photographed(&mut self, piece: u32, digest: &str) -> &mut Story {
        let photo = file_evidence(piece, digest);
        self.assessor(11).must(photo)
    }

    /// The report of a commissioned body is signed and filed.
    pub fn of_a_body() -> Story {
        let mut story = Story::scored();
        story.case.assessment.body = Some(AssessingBody::ThirdParty {
            name: BODY.into(),
            agreement_number: "委评〔2026〕1号".into(),
        });
        story.reported();
        story
    }

    /// The registrar read the code and the seal on it.
    pub fn confirming(&self, seal_of: Option<&str>) -> Command {
        let code = code_of(&self.case).expect("a report");
        let seal_of = seal_of.map(str::to_owned);
        Command::ConfirmReport(ConfirmReport { code, seal_of })
    }

    /// One assessor has a tie, another is asked to withdraw and does not.
    pub fn recused() -> Story {
        let mut story = Story::scored();
        story.photographed(1, "ab");
        let request = request_recusal(12);
        story.registrar().must(request);
        let reasons = "所述关系经核实不存在".into();
        story.leader().must(Command::DecideRecusal(1, DecideRecusal { recused: false, reasons }));
        story.assessor(11).must(declare_conflict());
        story
    }

    /// An assessment with a log, a supplement and a review that upheld it.
    pub fn looked_at_anew() -> Story {
        let mut story = Story::scored();
        let on = story.facts.today;
        let what = "孩子称呼申请人为爸爸妈妈".into();
        story.assessor(11).must(Command::LogIntegration(LogIntegration { on, what }));
        story.reported();
        let what = "请补充说明照料安排".into();
        story.leader().must(Command::AskSupplement(AskSupplement { what }));
        story.reported();
        let party = Party::FirstAdopter;
        let (told, objection) = (story.telling(party), story.objecting(party));
        let confirmed = story.confirming(None);
        story.must(confirmed).must(told).must(objection).reviewed(ReviewOutcome::Upheld);
        story
    }
}
