//! What cures a broken rule: a paper to be filed or verified, an act, a print, or time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::adopter::CHECKS;
use super::archive::NOTHING_PENDING;
use super::assessment::{
    ASSESSORS, CONSENTED, INTEGRATED, NO_INCIDENT, NOTIFIED, REPORTED, STILL_VALID, VISITED,
    integrated, integration_has_run,
};
use super::correction::TOLD_AT_ONCE;
use super::decision::APPROVED;
use super::documents_required::slot_of;
use super::follow_up::VISITS_IN_ORDER;
use super::hearing::{ASKED, CHILD_CONSENT, CONSENT, GUIDED};
use super::later::POSTED;
use super::notice::{NO_OPEN_CLAIM, PUBLISHED, SIXTY_DAYS};
use super::recusal::RECUSAL_DECIDED;
use super::registration::CERTIFICATE_PRINTED;
use super::signed_report::SEALED;
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::{Rule, Violation};
use crate::base::stage::Stage;
use crate::case::{Case, PaperKind, PaperState, Party, Procedure, Slot};
use crate::facts::Facts;

/// The kind of a cure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CureKind {
    /// A paper is filed, or one that is filed is verified.
    Paper,
    /// An act is done.
    Act,
    /// A document is printed.
    Print,
    /// Time passes.
    Wait,
}

/// What cures a broken rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cure {
    /// Its kind.
    pub kind: CureKind,
    /// The act that is next on the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// Which paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<PaperKind>,
    /// Whom the paper concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<Party>,
    /// The number of the paper that waits to be looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Which document is printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentKind>,
}

impl Cure {
    fn of(kind: CureKind) -> Cure {
        Cure { kind, act: None, paper: None, party: None, number: None, document: None }
    }

    fn act(act: Act) -> Cure {
        Cure { act: Some(act), ..Cure::of(CureKind::Act) }
    }

    fn print(document: DocumentKind) -> Cure {
        Cure { document: Some(document), ..Cure::of(CureKind::Print) }
    }

    /// The paper of a slot: looked at where one waits, else filed.
    fn paper(case: &Case, slot: Slot) -> Cure {
        let waiting = case.standing_papers(slot).find(|paper| paper.state == PaperState::Filed);
        let act = if waiting.is_some() { Act::VerifyPaper } else { Act::FilePaper };
        Cure {
            act: Some(act),
            paper: Some(slot.paper),
            party: slot.party,
            number: waiting.map(|paper| paper.number),
            ..Cure::of(CureKind::Paper)
        }
    }
}

/// What cures this violation, where something does; with the party whom it is about.
pub fn cure_of(case: &Case, violation: &Violation, facts: &Facts) -> Option<Cure> {
    let field = violation.field.as_deref().unwrap_or_default();
    let party = Party::from_word(field.strip_prefix(CHECKS).unwrap_or(field));
    let cure = cure_of_rule(case, violation, facts)?;
    Some(Cure { party: cure.party.or(party), ..cure })
}

fn cure_of_rule(case: &Case, violation: &Violation, facts: &Facts) -> Option<Cure> {
    let field = violation.field.as_deref().unwrap_or_default();
    if let Some(slot) = slot_of(field) {
        return Some(Cure::paper(case, slot));
    }
    if field.starts_with(CHECKS) {
        return Some(Cure::act(Act::RecordCheck));
    }
    let is = |rule: &Rule| violation.rule.id == rule.id;
    if is(&SIXTY_DAYS) || is(&VISITS_IN_ORDER) {
        return Some(Cure::of(CureKind::Wait));
    }
    if is(&CERTIFICATE_PRINTED) {
        return Some(Cure::print(match case.procedure {
            Procedure::Dissolution => DocumentKind::DissolutionProof,
            _ => DocumentKind::Certificate,
        }));
    }
    if is(&POSTED) {
        let posted = case.later.as_deref().is_some_and(|later| later.posting.is_some());
        let printed = facts.was_printed(DocumentKind::RevocationDecision);
        return Some(match (posted, printed) {
            (true, _) => Cure::of(CureKind::Wait),
            (false, true) => Cure::act(Act::PostDecision),
            (false, false) => Cure::print(DocumentKind::RevocationDecision),
        });
    }
    // A report before the days of integration are full could only say that they are not capable.
    if is(&INTEGRATED) || (is(&REPORTED) && integrated(case, facts).is_some()) {
        return Some(match case.assessment.integration {
            None => Cure::act(Act::StartIntegration),
            Some(begun) if !integration_has_run(begun.started_on, facts.today, facts) => {
                Cure { act: Some(Act::EndIntegration), ..Cure::of(CureKind::Wait) }
            }
            Some(_) => Cure::act(Act::EndIntegration),
        });
    }
    if is(&APPROVED) {
        let act = if case.stage == Stage::Proposed { Act::Approve } else { Act::Propose };
        return Some(Cure::act(act));
    }
    if is(&TOLD_AT_ONCE) {
        let waiting = case.papers.iter().any(|paper| paper.state == PaperState::Filed);
        return waiting.then(|| Cure::act(Act::VerifyPaper));
    }
    let by_act: [(&Rule, Act); 16] = [
        (&SEALED, Act::ConfirmReport),
        (&RECUSAL_DECIDED, Act::DecideRecusal),
        (&NOTIFIED, Act::NotifyAssessment),
        (&CONSENTED, Act::ConsentToAssessment),
        (&ASSESSORS, Act::AppointAssessors),
        (&VISITED, Act::VisitForAssessment),
        (&REPORTED, Act::SubmitReport),
        (&STILL_VALID, Act::SubmitReport),
        (&NO_INCIDENT, Act::CloseIncident),
        (&PUBLISHED, Act::PublishNotice),
        (&NO_OPEN_CLAIM, Act::SettleClaim),
        (&ASKED, Act::Inquire),
        (&CONSENT, Act::GiveConsent),
        (&CHILD_CONSENT, Act::GiveConsent),
        (&GUIDED, Act::Guide),
        (&NOTHING_PENDING, Act::VerifyPaper),
    ];
    by_act.iter().find(|(rule, _)| is(rule)).map(|(_, act)| Cure::act(*act))
}
