//! What shows each condition: a paper that was found in order, a check with its source, what somebody said and
//! signed, or a day.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::base::rule::Rule;
use crate::case::{Case, CheckKind, CheckOutcome, PaperKind, PaperState, Party, Procedure, Slot};
use crate::facts::Facts;
use crate::law::exemptions::is_exempt;
use crate::law::kinds::{is_assessed, parents_are_unknown};
use crate::law::{adopter, assessment, child, hearing, jurisdiction, notice};
use crate::procedures::papers::required_papers;
use crate::procedures::persons_to_ask;

/// What a proof is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// A paper in the file.
    Paper,
    /// A check with another authority, or in the office's own records.
    Check,
    /// A day that the case has.
    Day,
}

/// How a proof stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofState {
    /// It is not there.
    Missing,
    /// It was filed and not looked at.
    Filed,
    /// It is in order.
    InOrder,
    /// It was found not in order, or speaks against the adoption.
    NotInOrder,
}

/// What shows a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ApprovalProof")]
pub struct Proof {
    /// What it is.
    pub kind: ProofKind,
    /// Its name.
    pub title: Message,
    /// Whom it is about.
    pub party: Option<Party>,
    /// The number of the paper in the case.
    pub paper: Option<u32>,
    /// The authority or register that was asked.
    pub source: Option<String>,
    /// Its day: when the paper was found in order, when the check was made.
    pub on: Option<NaiveDate>,
    /// How it stands.
    pub state: ProofState,
}

/// A condition with what shows it.
pub type Shown = (&'static Rule, Vec<Proof>);

/// Every condition of the case, in the order of the law.
pub fn of(case: &Case, facts: &Facts) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    if case.procedure == Procedure::Formation {
        all.push((jurisdiction::rule_of(case.kind), Vec::new()));
        all.extend(of_the_child(case, facts));
        all.extend(of_the_adopters(case));
    }
    for required in required_papers(case) {
        let proof = paper(case, required.slot);
        match all.iter_mut().find(|(rule, _)| rule.id == required.rule.id) {
            Some((_, proofs)) => proofs.push(proof),
            None => all.push((required.rule, vec![proof])),
        }
    }
    if case.procedure == Procedure::Formation {
        all.extend(of_the_notice(case));
        all.extend(of_the_assessment(case));
        all.extend(of_the_hearing(case, facts));
        let checks = case.checks.iter().map(check_made).collect();
        all.push((&adopter::CHECKS_CLEAR, checks));
    }
    all
}

fn of_the_child(case: &Case, facts: &Facts) -> Vec<Shown> {
    let born = day(Message::new("出生日期", "date of birth"), case.child.birth_date);
    let title = Message::new("本机关全部办件核对", "all cases of this office were compared");
    let compared = Proof { kind: ProofKind::Check, ..day(title, facts.today) };
    vec![
        (&child::MINOR, vec![Proof { party: Some(Party::Child), ..born }]),
        (&child::ONE_ADOPTION, vec![compared]),
    ]
}

/// 民法典 art. 1098, as far as it applies, each limb with the paper or check that shows it.
fn of_the_adopters(case: &Case) -> Vec<Shown> {
    let limbs: [(&'static Rule, Option<PaperKind>); 5] = [
        (&adopter::CHILDREN, Some(PaperKind::ChildrenStatement)),
        (&adopter::ABILITY, Some(PaperKind::MaritalAndAbilityProof)),
        (&adopter::ILLNESS, Some(PaperKind::HealthCertificate)),
        (&adopter::RECORD, None),
        (&adopter::AGE, Some(PaperKind::IdentityCard)),
    ];
    let applies = limbs.into_iter().filter(|(rule, _)| !is_exempt(case, rule.id));
    let mut all: Vec<Shown> = applies
        .map(|(rule, kind)| {
            let parties = case.adopting_parties().map(|(party, _)| match kind {
                Some(kind) => paper(case, Slot::of(kind, party)),
                None => newest_check(case, CheckKind::CriminalRecord, party),
            });
            (rule, parties.collect())
        })
        .collect();
    let married = || case.adopting_parties().map(|(party, _)| marriage(case, party)).collect();
    all.push((&adopter::JOINTLY, married()));
    if !is_exempt(case, adopter::QUOTA.id) {
        all.push((&adopter::QUOTA, Vec::new()));
    }
    all
}

/// The paper that tells of the marriage: of a step-parent the marriage certificate.
fn marriage(case: &Case, party: Party) -> Proof {
    let kinds = [PaperKind::MarriageProof, PaperKind::MaritalAndAbilityProof];
    let mut slots = kinds.map(|kind| Slot::of(kind, party)).into_iter();
    let required = required_papers(case);
    let slot = slots.find(|slot| required.iter().any(|paper| paper.slot == *slot));
    paper(case, slot.unwrap_or(Slot::of(PaperKind::MaritalAndAbilityProof, party)))
}

fn of_the_notice(case: &Case) -> Vec<Shown> {
    if !parents_are_unknown(case.kind) {
        return Vec::new();
    }
    let published = case.notice.as_ref().map(|notice| {
        let title = format!("{}刊登公告", notice.newspaper);
        let english = format!("published in {}", notice.newspaper);
        day(Message::new(title, english), notice.published_on)
    });
    let ran = case.notice.as_ref().map(|notice| {
        day(Message::new("公告届满日", "the last day of the notice"), notice.last_day)
    });
    vec![
        (&notice::PUBLISHED, published.into_iter().collect()),
        (&notice::PAGE_FILED, vec![paper(case, Slot::of_case(PaperKind::NewspaperPage))]),
        (&notice::SIXTY_DAYS, ran.into_iter().collect()),
    ]
}

fn of_the_assessment(case: &Case) -> Vec<Shown> {
    if !is_assessed(case.kind) {
        return Vec::new();
    }
    let consents = case.adopting_parties().map(|(party, _)| party);
    let consents = consents.map(|party| paper(case, Slot::of(PaperKind::AssessmentConsent, party)));
    let visits = case.assessment.visits.iter();
    let visits =
        visits.map(|visit| day(Message::new("走访、面谈", "visit or interview"), visit.on));
    let integrated = case.assessment.integration.and_then(|integration| integration.ended_on);
    let integrated = integrated.map(|on| day(Message::new("融合期结束", "integration ended"), on));
    vec![
        (&assessment::CONSENTED, consents.collect()),
        (&assessment::VISITED, visits.collect()),
        (&assessment::INTEGRATED, integrated.into_iter().collect()),
        (&assessment::REPORTED, vec![paper(case, Slot::of_case(PaperKind::AssessmentReport))]),
    ]
}

fn of_the_hearing(case: &Case, facts: &Facts) -> Vec<Shown> {
    let persons = persons_to_ask(case, facts);
    let of_each = |kind: PaperKind, parties: &[Party]| -> Vec<Proof> {
        parties.iter().map(|party| paper(case, Slot::of(kind, *party))).collect()
    };
    let (children, others): (Vec<Party>, Vec<Party>) =
        persons.iter().copied().partition(|party| *party == Party::Child);
    let adopters: Vec<Party> = case.adopting_parties().map(|(party, _)| party).collect();
    let mut all: Vec<Shown> = vec![
        (&hearing::ASKED, of_each(PaperKind::InquiryRecord, &persons)),
        (&hearing::CONSENT, of_each(PaperKind::ConsentForm, &others)),
        (&hearing::GUIDED, of_each(PaperKind::GuidanceRecord, &adopters)),
    ];
    if !children.is_empty() {
        all.push((&hearing::CHILD_CONSENT, of_each(PaperKind::ConsentForm, &children)));
    }
    all
}

/// The newest paper of a slot.
fn paper(case: &Case, slot: Slot) -> Proof {
    let title = slot.paper.named();
    let proof = Proof { party: slot.party, ..missing(ProofKind::Paper, title) };
    let Some(filed) = case.papers.iter().rev().find(|paper| paper.slot == slot) else {
        return proof;
    };
    let (state, on) = match &filed.state {
        PaperState::Filed => (ProofState::Filed, Some(filed.filed_on)),
        PaperState::Verified { on, .. } => (ProofState::InOrder, Some(*on)),
        PaperState::Rejected { on, .. } => (ProofState::NotInOrder, Some(*on)),
        PaperState::Void => (ProofState::Missing, None),
    };
    Proof { paper: Some(filed.number), on, state, ..proof }
}

fn newest_check(case: &Case, kind: CheckKind, party: Party) -> Proof {
    let mut made = case.checks.iter().rev();
    let newest = made.find(|check| check.check == kind && check.party == party);
    let title = Message::new(kind.printed(), "a check with another authority");
    newest.map_or(Proof { party: Some(party), ..missing(ProofKind::Check, title) }, check_made)
}

fn check_made(check: &crate::case::Check) -> Proof {
    let title = Message::new(check.check.printed(), "a check with another authority");
    let state = match check.outcome {
        CheckOutcome::Clear => ProofState::InOrder,
        CheckOutcome::Adverse => ProofState::NotInOrder,
    };
    Proof {
        party: Some(check.party),
        source: Some(check.source.clone()),
        on: Some(check.checked_on),
        state,
        ..missing(ProofKind::Check, title)
    }
}

fn day(title: Message, on: NaiveDate) -> Proof {
    Proof { on: Some(on), state: ProofState::InOrder, ..missing(ProofKind::Day, title) }
}

fn missing(kind: ProofKind, title: Message) -> Proof {
    Proof {
        kind,
        title,
        party: None,
        paper: None,
        source: None,
        on: None,
        state: ProofState::Missing,
    }
}
