//! 补领、出具证明、补录, and the 审查处理表 of every procedure after a registration.

use workflow::case::later::{
    self, EndedBy, Initiator, Later, LaterRequest, ReplacedPaper, ReplacementCause, TakenIn,
};
use workflow::case::{Case, PaperKind, Party, Slot};
use workflow::document::DocumentKind;
use workflow::procedures::taking_part;

use super::secrecy::View;
use super::setting::{Setting, matter};
use super::{papers, people, revocation, sentences};
use crate::document::Document;
use crate::kinds::{
    AdoptionProof, Certificate, LateEntered, LateEntryForm, LaterApprovalForm, Opinion, PapersOf,
    Particular, Request, Requested, Signer, Standing,
};

/// The papers of the later procedures that have no copies.
pub(super) fn document(
    case: &View<'_>,
    kind: DocumentKind,
    setting: &Setting<'_>,
) -> Option<Document> {
    let form = || approval_form(case, setting);
    Some(match kind {
        DocumentKind::DissolutionApprovalForm => Document::DissolutionApprovalForm(form()?),
        DocumentKind::RevocationApprovalForm => Document::RevocationApprovalForm(form()?),
        DocumentKind::ReplacementApprovalForm => Document::ReplacementApprovalForm(form()?),
        DocumentKind::ProofApprovalForm => Document::ProofApprovalForm(form()?),
        DocumentKind::RevocationApplication => {
            Document::RevocationApplication(revocation::application(case, setting)?)
        }
        DocumentKind::ReplacementApplication => {
            Document::ReplacementApplication(request(case, setting)?)
        }
        DocumentKind::ProofApplication => Document::ProofApplication(request(case, setting)?),
        DocumentKind::AdoptionProof => Document::AdoptionProof(adoption_proof(case, setting)?),
        DocumentKind::LateEntryForm => Document::LateEntryForm(late_entry_form(case, setting)?),
        _ => return None,
    })
}

fn standing(standing: &later::Standing, setting: &Setting<'_>) -> Standing {
    let by = setting.office.name.clone();
    match standing {
        later::Standing::Stands => Standing::Stands,
        later::Standing::Dissolved { on, number } => {
            Standing::Dissolved { on: *on, number: number.clone(), by }
        }
        later::Standing::Revoked { on, number } => {
            Standing::Revoked { on: *on, number: number.clone(), by }
        }
        later::Standing::EndedElsewhere { on, by: how, number, authority } => {
            let (on, number, by) = (*on, number.clone(), authority.clone());
            match how {
                EndedBy::CourtDissolution => Standing::DissolvedByCourt { on, number, by },
                EndedBy::CourtVoid => Standing::Void { on, number, by },
                EndedBy::DissolvedElsewhere => Standing::Dissolved { on, number, by },
            }
        }
    }
}

/// 补领申请书, 出具收养关系证明申请书.
fn request(case: &View<'_>, setting: &Setting<'_>) -> Option<Request> {
    let later = case.later.as_deref()?;
    let requested = match &later.request {
        LaterRequest::Replacement { paper, cause, .. } => {
            let damaged = *cause == ReplacementCause::Damaged;
            match paper {
                ReplacedPaper::Certificate => Requested::Certificate { damaged },
                ReplacedPaper::DissolutionProof => Requested::DissolutionProof { damaged },
            }
        }
        LaterRequest::Proof { purpose, .. } => {
            Requested::AdoptionProof { purpose: purpose.clone() }
        }
        _ => return None,
    };
    let applicants = taking_part(case);
    Some(Request {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        applicants: applicants
            .iter()
            .map(|party| people::asked(case, *party))
            .collect::<Option<_>>()?,
        capacity: in_what_capacity(case, &applicants),
        adoption: sentences::adoption(later),
        standing: later.adoption.standing.as_ref().map(|known| standing(known, setting)),
        adopters: people::adopter_names(case),
        child: case.child.name.clone(),
        requested,
        reason: case.reason.clone(),
    })
}

/// 收养人, 被收养人, or the guardian with the relation to the adoptee.
fn in_what_capacity(case: &Case, applicants: &[Party]) -> String {
    if let Some(guardian) = case.acting_guardian() {
        let organisation = guardian.organisation.as_deref().map(|name| format!("，{name}"));
        let (printed, relation) = (Party::Guardian.printed(), &guardian.relation);
        return format!("{printed}（{relation}{}）", organisation.unwrap_or_default());
    }
    let by_adoptee = applicants.contains(&Party::Child);
    if by_adoptee { Party::Child } else { Party::FirstAdopter }.printed().into()
}

/// 收养登记证 in place of one that was lost or damaged, with the number it always had.
pub(super) fn certificate(case: &View<'_>, setting: &Setting<'_>) -> Option<Certificate> {
    let later = case.later.as_deref()?;
    let done = later.outcome.as_ref()?;
    Some(Certificate {
        office: setting.office.into(),
        number: later.adoption.certificate_number.clone(),
        blank_serial: done.blank_serial.clone(),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer_name(case),
        registered_on: later.adoption.registered_on,
        remarks: None,
        reissue: sentences::reissue(done),
        joint_photo: sentences::joint_photo(case),
    })
}

/// 收养关系证明.
fn adoption_proof(case: &View<'_>, setting: &Setting<'_>) -> Option<AdoptionProof> {
    let later = case.later.as_deref()?;
    let LaterRequest::Proof { purpose, .. } = &later.request else { return None };
    let done = later.outcome.as_ref()?;
    Some(AdoptionProof {
        office: setting.office.into(),
        number: done.number.clone()?,
        issued_on: done.on,
        adopters: people::adopters(case),
        child: people::child(case),
        adoption: sentences::adoption(later),
        standing: standing(done.standing.as_ref()?, setting),
        purpose: purpose.clone(),
        registrar: done.by.name.clone(),
    })
}

/// 收养登记补录审核表.
fn late_entry_form(case: &View<'_>, setting: &Setting<'_>) -> Option<LateEntryForm> {
    let later = case.later.as_deref()?;
    let LaterRequest::LateEntry { volume_number, .. } = &later.request else { return None };
    let volume = Slot::of_case(PaperKind::PaperVolume);
    let scans = case.papers.iter().filter(|paper| paper.slot == volume && paper.is_verified());
    let done = later.outcome.as_ref()?;
    let entered = "依照原纸质案卷逐项录入，并扫描全卷。";
    let compared = "与原收养登记证、原纸质案卷核对一致。";
    Some(LateEntryForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: done.on,
        adoption: sentences::adoption(later),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer_name(case),
        volume: LateEntered {
            volume_number: volume_number.clone(),
            pages: scans.map(|paper| paper.scan.pages).sum(),
        },
        entry: Some(opinion(entered, &case.officer.name, case.applied_on)),
        comparison: Some(opinion(compared, &done.by.name, done.on)),
        remarks: None,
        confidential: case.wishes.secrecy,
    })
}

fn opinion(text: &str, by: &str, on: chrono::NaiveDate) -> Opinion {
    Opinion { text: text.into(), by: by.into(), on }
}

/// 审查处理表 of the procedure.
fn approval_form(case: &View<'_>, setting: &Setting<'_>) -> Option<LaterApprovalForm> {
    let later = case.later.as_deref()?;
    let proposal = case.proposal.as_ref();
    let done = later.outcome.as_ref();
    Some(LaterApprovalForm {
        title: format!("{}审查处理表", matter(case)),
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: proposal.map_or(setting.on, |proposal| proposal.on),
        applied_on: Some(case.applied_on),
        accepted_on: case.acceptance.as_ref().map(|acceptance| acceptance.on),
        adoption: sentences::adoption(later),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: sentences::placer_agrees(later).then(|| people::placer(case)),
        particulars: particulars(case, later),
        papers: papers_handed_in(case),
        inquiries: sentences::inquiries(case),
        proposal: proposal.map(|one| opinion(&one.opinion, &one.by.name, one.on)),
        approval: leaders_decision(case, later),
        number: done.and_then(|done| done.number.clone()),
        concluded_on: done.map(|done| done.on),
        signers: signers(case, later),
        remarks: None,
        confidential: case.wishes.secrecy,
    })
}

/// The leader approves, or decides a revocation outright.
fn leaders_decision(case: &Case, later: &Later) -> Option<Opinion> {
    if let Some(approval) = &case.approval {
        return Some(opinion(&approval.opinion, &approval.by.name, approval.on));
    }
    let LaterRequest::Revocation { .. } = later.request else { return None };
    let done = later.outcome.as_ref()?;
    Some(opinion("决定撤销该收养登记。", &done.by.name, done.on))
}

fn particular(label: &str, text: impl Into<String>) -> Particular {
    Particular { label: label.into(), text: text.into() }
}

fn told_of_certificate(later: &Later) -> Option<Particular> {
    let told = match later.taken_in.as_ref()? {
        TakenIn::GivenIn => "已收回。".into(),
        TakenIn::NotTakenIn { reason } => format!("未能收回，原因：{reason}"),
    };
    Some(particular("收养登记证", told))
}

/// What only the procedure asks.
fn particulars(case: &View<'_>, later: &Later) -> Vec<Particular> {
    let mut told = match &later.request {
        LaterRequest::Dissolution { basis, .. } => vec![
            particular("解除原因", &case.reason),
            particular("解除方式", sentences::basis_in_words(*basis)),
        ],
        LaterRequest::Revocation { initiator } => {
            let by = match initiator {
                Initiator::InterestedPerson { name, relation } => format!("{name}（{relation}）"),
                Initiator::OwnMotion => "登记机关依职权".into(),
            };
            vec![particular("申请人", by), particular("事实和理由", &case.reason)]
        }
        LaterRequest::Replacement { cause, .. } => {
            let cause = match cause {
                ReplacementCause::Lost => "遗失",
                ReplacementCause::Damaged => "损毁，原件交回",
            };
            vec![particular("补领原因", format!("{cause}：{}", case.reason))]
        }
        LaterRequest::Proof { purpose, .. } => vec![particular("用途", purpose)],
        LaterRequest::LateEntry { .. } => Vec::new(),
    };
    let dead = sentences::told_of_the_dead(case);
    told.extend(dead.map(|dead| particular("收养人死亡", dead)));
    if let Some(known) = &later.adoption.standing {
        told.push(particular("收养关系现状", known.printed()));
    }
    let done = later.outcome.as_ref();
    let findings = done.and_then(|done| done.findings.as_ref());
    told.extend(findings.map(|findings| particular("认定的事实", findings)));
    told.extend(told_of_certificate(later));
    told
}

fn papers_handed_in(case: &Case) -> Vec<PapersOf> {
    let of = |whose: &str, brings: fn(Option<Party>) -> bool| PapersOf {
        whose: whose.into(),
        titles: papers::verified_titles(case, brings),
    };
    let sides = [
        of("当事人共同", |party| party.is_none()),
        of("收养人", |party| matches!(party, Some(Party::FirstAdopter | Party::SecondAdopter))),
        of("送养人", |party| matches!(party, Some(Party::Placer | Party::SecondPlacer))),
        of("被收养人", |party| party == Some(Party::Child)),
        of("被收养人的监护人", |party| party == Some(Party::Guardian)),
    ];
    sides.into_iter().filter(|side| !side.titles.is_empty()).collect()
}

/// Who signs for what is given out. A decision to revoke is served instead; a minor's is received by
/// the others.
fn signers(case: &Case, later: &Later) -> Vec<Signer> {
    if matches!(later.request, LaterRequest::Revocation { .. }) {
        return Vec::new();
    }
    let minor = sentences::placer_agrees(later);
    let signing = taking_part(case);
    let signing = signing.into_iter().filter(|party| !(minor && *party == Party::Child));
    let signer = |party: Party| {
        let places = matches!(party, Party::Placer | Party::SecondPlacer);
        let role = match party {
            Party::FirstAdopter | Party::SecondAdopter => "收养人",
            Party::Placer | Party::SecondPlacer => "送养人",
            _ => party.printed(),
        };
        Some(Signer { role: role.into(), name: people::shown_name(case, party)?, places })
    };
    signing.filter_map(signer).collect()
}
