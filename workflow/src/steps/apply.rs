//! 申请: the parties apply at the office and sign the application before the registrar.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, apply_guardian, apply_placer, apply_residency, siblings};
use crate::base::rule::{Refusal, Violation};
use crate::case::{
    Adopter, Application, Child, ChildKind, Institution, Kinship, Party, Placer, PlacingGuardian,
    PlacingParents, SupportDutyPerson, Wishes,
};
use crate::event::Event;
use crate::facts::Facts;
use crate::identity::ResidentId;
use crate::law::input::{self, BOUNDS, DAY, DISTINCT_PERSONS, LINE, PAGE};
use crate::law::numbers;

/// The application's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Apply {
    /// The kind of child.
    pub kind: ChildKind,
    /// 收养人, one or two.
    pub adopters: Vec<Adopter>,
    /// 被收养人
    pub child: Child,
    /// 送养人, where an institution places the child.
    #[serde(default)]
    pub placer: Option<Institution>,
    /// 送养人, where birth parents place the child.
    #[serde(default)]
    pub parents: Option<PlacingParents>,
    /// 送养人, where a guardian places the child.
    #[serde(default)]
    pub guardian: Option<PlacingGuardian>,
    /// 有抚养义务的人, of an orphan, where there are such persons (民法典 art. 1096).
    #[serde(default)]
    pub support_duty: Vec<SupportDutyPerson>,
    /// The adopter's kinship with a birth parent: of a child of kin, and of an orphan who is one.
    #[serde(default)]
    pub kinship: Option<Kinship>,
    /// 私自收养、事实收养起始日, where the adopters already raise the child. It relaxes no condition.
    #[serde(default)]
    pub raised_since: Option<NaiveDate>,
    /// The number of a sibling's case with the same adopters: both share one file set (同案卷宗).
    #[serde(default)]
    pub sibling_case: Option<String>,
    /// 收养原因
    pub reason: String,
    /// What the parties ask for.
    #[serde(default)]
    pub wishes: Wishes,
}

impl Apply {
    /// Who places, where the application says so in one way.
    pub fn placer_given(&self) -> Option<Placer> {
        match (&self.placer, &self.parents, &self.guardian) {
            (Some(institution), None, None) => Some(Placer::Institution(institution.clone())),
            (None, Some(parents), None) => Some(Placer::Parents(parents.clone())),
            (None, None, Some(guardian)) => Some(Placer::Guardian(Box::new(guardian.clone()))),
            (None, None, None) => Some(Placer::Nobody),
            _ => None,
        }
    }

    /// What is filed under the numbers and by the office's rules.
    pub(super) fn filed(&self, facts: &Facts) -> Application {
        let consent_needed =
            apply_guardian::support_duty_consent_is_needed(self.kind, &self.support_duty, facts);
        Application {
            number: numbers::application_number(facts),
            child_kind: self.kind,
            adopters: self.adopters.clone(),
            child: self.child.clone(),
            placer: self.placer.clone(),
            parents: self.parents.clone(),
            guardian: self.guardian.clone(),
            support_duty: self.support_duty.clone(),
            support_duty_consent_needed: consent_needed,
            kinship: self.kinship,
            raised_since: self.raised_since,
            file_set: facts.sibling.as_ref().map(|sibling| sibling.file_set.clone()),
            reason: self.reason.clone(),
            wishes: self.wishes,
        }
    }
}

/// Opens the case. Conditions are tested at acceptance; here only what is written is.
pub fn decide(command: &Apply, facts: &Facts) -> Decision {
    let mut violations = is_written_well(command, facts);
    violations.extend(apply_residency::is_served_here(command, facts));
    violations.extend(siblings::same_adopters(command, facts));
    Refusal::unless_none(violations)?;
    let mut events = vec![Event::ApplicationFiled(Box::new(command.filed(facts)))];
    events.extend(siblings::papers_taken_over(command, facts));
    Ok(events)
}

/// Whether every value of an application is written well; a late entry asks the same.
pub(super) fn is_written_well(command: &Apply, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    if !(1..=2).contains(&command.adopters.len()) {
        violations.push(BOUNDS.broken().at("adopters"));
    }
    for (index, adopter) in command.adopters.iter().enumerate() {
        violations.extend(adopter_is_written_well(index, adopter, facts));
    }
    violations.extend(check_child(&command.child, command.kind, facts));
    violations.extend(apply_placer::is_written_well(command, facts));
    violations.extend(input::text("reason", &command.reason, PAGE));
    if let Some(placer) = command.placer_given() {
        violations.extend(persons_are_distinct(&command.adopters, &command.child, &placer));
    }
    violations
}

fn adopter_is_written_well(index: usize, adopter: &Adopter, facts: &Facts) -> Vec<Violation> {
    let at = |field: &str| format!("adopters[{index}].{field}");
    let mut violations = Vec::new();
    violations.extend(input::name(&at("name"), &adopter.name));
    let stated = Some((adopter.sex, adopter.birth_date));
    // Who lives elsewhere has other documents, and is told which office to go to.
    if adopter.residency.is_mainland() {
        violations.extend(input::resident_id(&at("resident_id"), &adopter.resident_id, stated));
        violations.extend(input::lives_on_the_mainland(&at("resident_id"), &adopter.resident_id));
    }
    for (field, value) in [
        ("occupation", &adopter.occupation),
        ("household_address", &adopter.household_address),
        ("residence", &adopter.residence),
    ] {
        violations.extend(input::text(&at(field), value, LINE));
    }
    violations.extend(input::telephone(&at("telephone"), &adopter.telephone));
    if adopter.birth_date > facts.today {
        violations.push(DAY.broken().at(at("birth_date")));
    }
    if adopter.children > 30 {
        violations.push(BOUNDS.broken().at(at("children")));
    }
    violations
}

/// Whether a child's data is written well; the act that changes it asks the same.
pub fn check_child(child: &Child, kind: ChildKind, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    violations.extend(input::name("child.name", &child.name));
    if let Some(new_name) = &child.new_name {
        violations.extend(input::name("child.new_name", new_name));
    }
    if let Some(resident_id) = &child.resident_id {
        let stated = Some((child.sex, child.birth_date));
        violations.extend(input::resident_id("child.resident_id", resident_id, stated));
    }
    violations.extend(input::text("child.address", &child.address, LINE));
    let birth = child.birth_date;
    violations.extend(input::happened("child.birth_date", birth, chrono::NaiveDate::MIN, facts));
    violations.extend(apply_placer::finding_is_written_well(child, kind, facts));
    violations
}

/// One person has one place in the case.
pub fn persons_are_distinct(
    adopters: &[Adopter],
    child: &Child,
    placer: &Placer,
) -> Vec<Violation> {
    let parties = [Party::FirstAdopter, Party::SecondAdopter];
    let mut named: Vec<(Party, &ResidentId)> =
        parties.into_iter().zip(adopters.iter().map(|adopter| &adopter.resident_id)).collect();
    named.extend(child.resident_id.as_ref().map(|number| (Party::Child, number)));
    named.extend(placer.parties().into_iter().map(|placing| (placing.party, placing.resident_id)));
    let other_parent = placer.other_parent().and_then(|parent| parent.resident_id.as_ref());
    named.extend(other_parent.map(|number| (Party::OtherParent, number)));
    let twice = named.iter().enumerate().filter(|(index, (_, number))| {
        named.iter().take(*index).any(|(_, earlier)| earlier == number)
    });
    twice.map(|(_, (party, _))| DISTINCT_PERSONS.broken().at(party.word())).collect()
}
