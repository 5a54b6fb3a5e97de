//! A scan is filed to the slot it fills.

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::scan::Scan;
use crate::case::{Case, FiledPaper, PaperKind, PaperState, Party, Procedure, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::archive::FROZEN;
use crate::law::ended::{is_recorded, slots_of_an_end};
use crate::law::paper_rules::{NONE_BEYOND, ONE_SCAN};
use crate::procedures::papers::{required_papers, welcome_papers};
use crate::procedures::persons_to_ask;
use crate::procedures::suppliers::{Supplier, supplier};

/// A probed and stored scan for a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize))]
pub struct FilePaper {
    /// The slot.
    pub slot: Slot,
    /// The stored scan.
    pub scan: Scan,
}

impl Step for FilePaper {
    const TITLE: &'static str = "收取材料";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第六条、第七条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Institution];

    fn notes_once_done(&self, case: &Case, facts: &Facts) -> Vec<Message> {
        let told = elsewhere(case, self).filter(|paper| is_ones_own(case, facts, paper.slot));
        told.map(note).collect()
    }

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let mut slots = own_slots(case, facts);
        slots.retain(|slot| settled(case, slot.paper).is_none());
        slots.sort();
        slots.dedup();
        Some(vec![Input::choice("?", slots.into_iter().map(ask::slot))])
    }
}

impl CaseStep for FilePaper {
    /// At any stage; what each still takes is asked of the slot.
    fn gates(_case: &Case, _facts: &Facts) -> Vec<Violation> {
        Vec::new()
    }

    /// Files the scan, if this case needs such a paper now.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !own_slots(case, facts).contains(&self.slot) {
            violations.push(NONE_BEYOND.broken().at("paper"));
        }
        violations.extend(settled(case, self.slot.paper));
        violations.extend(is_anothers(case, self));
        violations.extend(is_filed_already(case, self));
        one_unless(violations, || Event::PaperFiled {
            number: next_number(case),
            slot: self.slot,
            scan: self.scan.clone(),
            filed_on: None,
        })
    }
}

fn next_number(case: &Case) -> u32 {
    case.papers.iter().map(|paper| paper.number).max().unwrap_or(0) + 1
}

/// The slots that take a paper of who asks now.
fn own_slots(case: &Case, facts: &Facts) -> Vec<Slot> {
    let mut slots = open_slots(case, facts);
    slots.retain(|slot| is_ones_own(case, facts, *slot));
    slots
}

/// The office files whatever is brought to it; an institution what it is to bring itself.
fn is_ones_own(case: &Case, facts: &Facts, slot: Slot) -> bool {
    let is_institution =
        facts.roles.contains(&Role::Institution) && !facts.roles.contains(&Role::Registrar);
    !is_institution || supplier(case, slot) == Supplier::Institution
}

/// The slots that take a paper now: what the parties bring, and what was done and is to be signed.
pub fn open_slots(case: &Case, facts: &Facts) -> Vec<Slot> {
    let mut slots: Vec<Slot> =
        required_papers(case).into_iter().map(|required| required.slot).collect();
    slots.extend(welcome_papers(case));
    let of_case = |open: bool, paper| open.then(|| Slot::of_case(paper));
    slots.extend(of_case(case.notice.is_some(), PaperKind::NewspaperPage));
    slots.extend(of_case(!case.claims.is_empty(), PaperKind::ClaimPaper));
    slots.extend(of_case(!case.incidents.is_empty(), PaperKind::IncidentPaper));
    slots.extend(of_case(case.assessment.report.is_some(), PaperKind::AssessmentReport));
    slots.extend(of_case(case.approval.is_some(), PaperKind::ApprovalForm));
    slots.extend(of_case(case.issue.is_some(), PaperKind::CertificateReceipt));
    let changes = case.stage.is_before_registration() && case.procedure == Procedure::Formation;
    slots.extend(of_case(changes, PaperKind::ChangeEvidence));
    slots.extend(of_case(case.stage == Stage::Withdrawn, PaperKind::WithdrawalRecord));
    slots.push(Slot::of_case(PaperKind::ServiceReceipt));
    let decided = case.later.as_deref().is_some_and(|later| later.outcome.is_some());
    let revoked = decided && case.procedure == Procedure::Revocation;
    slots.extend(of_case(revoked, PaperKind::ApprovalForm));
    slots.extend(of_case(revoked, PaperKind::AdoptionCertificate));
    slots.extend(of_case(revoked, PaperKind::CertificateAbsenceProof));
    slots.extend(slots_of_an_end(case));
    let visited = case.visits.iter().any(|visit| visit.made.is_some());
    slots.extend(of_case(visited, PaperKind::FollowUpRecord));
    let consents = case.assessment.consents.iter();
    slots.extend(consents.map(|consent| Slot::of(PaperKind::AssessmentConsent, consent.party)));
    let asked = |party: &Party| case.inquiries.iter().any(|inquiry| inquiry.party == *party);
    let consented = |party: &Party| case.consents.iter().any(|consent| consent.party == *party);
    for party in persons_to_ask(case, facts) {
        slots.extend(asked(&party).then(|| Slot::of(PaperKind::InquiryRecord, party)));
        slots.extend(consented(&party).then(|| Slot::of(PaperKind::ConsentForm, party)));
    }
    slots.extend(
        case.guidance.iter().map(|guidance| Slot::of(PaperKind::GuidanceRecord, guidance.party)),
    );
    if case.adopters.len() == 2 && case.procedure == Procedure::Formation {
        slots.extend(
            case.adopting_parties().map(|(party, _)| Slot::of(PaperKind::SpouseMandate, party)),
        );
    }
    slots
}

/// Each person signs a paper of their own: one scan cannot stand for two.
fn is_anothers(case: &Case, command: &FilePaper) -> Option<Violation> {
    let signed = [
        PaperKind::InquiryRecord,
        PaperKind::ConsentForm,
        PaperKind::GuidanceRecord,
        PaperKind::AssessmentConsent,
        PaperKind::AssessmentReport,
    ];
    // The sheet of an act that was done anew speaks of the act before.
    let same = case.papers.iter().any(|paper| {
        (paper.slot != command.slot || paper.state == PaperState::Void)
            && signed.contains(&paper.slot.paper)
            && paper.scan.digest == command.scan.digest
    });
    (same && signed.contains(&command.slot.paper)).then(|| ONE_SCAN.broken().at("paper"))
}

/// The papers in other slots that are this very scan. One sheet may prove two things, so that it is
/// told and not refused.
fn elsewhere<'case>(
    case: &'case Case,
    command: &'case FilePaper,
) -> impl Iterator<Item = &'case FiledPaper> {
    case.papers.iter().filter(|paper| {
        paper.slot != command.slot
            && paper.scan.digest == command.scan.digest
            && matches!(paper.state, PaperState::Filed | PaperState::Verified { .. })
    })
}

fn note(paper: &FiledPaper) -> Message {
    let (number, kind) = (paper.number, paper.slot.paper);
    Message::new(
        format!("同一扫描件已作为第{number}号材料“{}”存入，请核对是否放错", kind.printed()),
        format!(
            "paper {number} ({}) is the same scan; make sure that each is in its place",
            kind.word()
        ),
    )
}

/// A paper that is counted, one for each claim, incident, change, service or visit, counts once.
fn is_filed_already(case: &Case, command: &FilePaper) -> Option<Violation> {
    let counted = [
        PaperKind::ClaimPaper,
        PaperKind::IncidentPaper,
        PaperKind::ChangeEvidence,
        PaperKind::ServiceReceipt,
        PaperKind::FollowUpRecord,
    ];
    let same =
        case.standing_papers(command.slot).any(|paper| paper.scan.digest == command.scan.digest);
    (same && counted.contains(&command.slot.paper)).then(|| ONE_SCAN.broken().at("paper"))
}

/// What a registration, a volume, a withdrawal or a recorded end rested on is not changed afterwards:
/// then only the papers that belong to what follows are taken.
pub fn settled(case: &Case, paper: PaperKind) -> Option<Violation> {
    if is_recorded(case, paper) {
        return Some(FROZEN.broken());
    }
    let follows: &[PaperKind] = match case.stage {
        Stage::Applied | Stage::Accepted | Stage::Proposed | Stage::Approved => return None,
        Stage::Registered | Stage::Issued => &[
            PaperKind::ApprovalForm,
            PaperKind::CertificateReceipt,
            PaperKind::FollowUpRecord,
            PaperKind::ServiceReceipt,
            PaperKind::AdoptionCertificate,
            PaperKind::CertificateAbsenceProof,
            PaperKind::EndPaper,
            PaperKind::AdopterDeathProof,
        ],
        Stage::Archived | Stage::Closed => {
            &[PaperKind::FollowUpRecord, PaperKind::EndPaper, PaperKind::AdopterDeathProof]
        }
        Stage::Withdrawn => &[PaperKind::WithdrawalRecord, PaperKind::ServiceReceipt],
        Stage::Refused | Stage::NotAccepted => &[PaperKind::ServiceReceipt],
    };
    (!follows.contains(&paper)).then(|| FROZEN.broken())
}
