//! 申请: the parties apply at the office and sign the application before the registrar.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Applicants, Decision, OpeningStep, Step, writing};
use crate::access::Role;
use crate::base::message::Message;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::PAGE;
use crate::case::{
    Adopter, Application, Case, Child, ChildKind, Institution, Kinship, Placer, PlacingGuardian,
    PlacingParents, SupportDutyPerson, Wishes,
};
use crate::event::Event;
use crate::facts::{Facts, Lookup};
use crate::identity::dictionaries::MaritalStatus;
use crate::law::child::notes_of_the_child;
use crate::law::form::child::child_is_written_well;
use crate::law::form::persons::{adopter_is_written_well, persons_are_distinct};
use crate::law::form::placer::{institution, person, the_other_parent, those_who_place};
use crate::law::form::{given_as_needed, guardian, residency};
use crate::law::input::{self, BOUNDS, OF_THE_KIND};
use crate::law::kinds::{PlacedBy, placed_by};
use crate::law::{numbers, siblings};

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
            guardian::support_duty_consent_is_needed(self.kind, &self.support_duty, facts);
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

impl Step for Apply {
    const TITLE: &'static str = "申请";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第五条、第六条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const CROSSES_CASES: bool = true;

    fn applicants(&self) -> Option<Applicants<'_>> {
        let (adopters, child) = (self.adopters.as_slice(), &self.child);
        Some(Applicants { adopters, child, placer: self.placer_given() })
    }

    fn write_in_one_way(&mut self) {
        for adopter in &mut self.adopters {
            writing::name(&mut adopter.name);
            writing::telephone(&mut adopter.telephone);
        }
        writing::child(&mut self.child);
        self.placer.iter_mut().for_each(writing::institution);
        self.parents.iter_mut().for_each(writing::parents);
        if let Some(guardian) = &mut self.guardian {
            guardian.person.iter_mut().for_each(writing::person);
            guardian.organisation.iter_mut().for_each(writing::institution);
        }
        self.support_duty.iter_mut().for_each(writing::support);
    }

    fn lookups(&self) -> Vec<Lookup> {
        self.sibling_case.iter().map(|number| Lookup::Sibling(number.clone())).collect()
    }

    fn notes_once_done(&self, _case: &Case, facts: &Facts) -> Vec<Message> {
        notes_of_the_child(facts)
    }
}

impl OpeningStep for Apply {
    /// Opens the case. Conditions are tested at acceptance; here only what is written is.
    fn decide(&self, facts: &Facts) -> Decision {
        let mut violations = is_written_well(self, facts);
        violations.extend(residency::is_served_here(
            self.kind,
            &self.adopters,
            self.kinship.is_some(),
            facts,
        ));
        violations.extend(siblings::same_adopters(
            self.sibling_case.as_deref(),
            &self.adopters,
            facts,
        ));
        Refusal::unless_none(violations)?;
        let mut events = vec![Event::ApplicationFiled(Box::new(self.filed(facts)))];
        events.extend(siblings::papers_taken_over(self.kind, self.adopters.len(), facts));
        Ok(events)
    }
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
    violations.extend(child_is_written_well(&command.child, command.kind, facts));
    violations.extend(placing_is_written_well(command, facts));
    violations.extend(input::text("reason", &command.reason, PAGE));
    if let Some(placer) = command.placer_given() {
        violations.extend(persons_are_distinct(&command.adopters, &command.child, &placer));
    }
    violations
}

/// Those who place are those of the kind, each written well.
fn placing_is_written_well(command: &Apply, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    let by = placed_by(command.kind);
    for (field, needed, given) in [
        ("placer", by == PlacedBy::Institution, command.placer.is_some()),
        ("parents", by == PlacedBy::Parents, command.parents.is_some()),
        ("guardian", by == PlacedBy::Guardian, command.guardian.is_some()),
    ] {
        violations.extend(given_as_needed(field, needed, given));
    }
    violations
        .extend(command.placer.iter().flat_map(|placer| institution("placer", placer, facts)));
    if let Some(parents) = &command.parents {
        violations.extend(those_who_place(command.kind, parents));
        violations.extend(the_other_parent(parents, facts));
        for (index, parent) in parents.placing.iter().enumerate() {
            let path = format!("parents.placing[{index}]");
            violations.extend(person(&path, parent, &command.child, facts));
        }
    }
    violations.extend(
        command
            .guardian
            .iter()
            .flat_map(|placing| guardian::is_written_well(placing, &command.child, facts)),
    );
    violations.extend(guardian::support_duty_is_written_well(command.kind, &command.support_duty));
    violations.extend(guardian::kinship_is_written_well(
        command.kind,
        command.kinship.as_ref(),
        command.adopters.len(),
    ));
    let raised_since = command.raised_since.iter();
    violations
        .extend(raised_since.flat_map(|day| {
            input::happened("raised_since", *day, command.child.birth_date, facts)
        }));
    if command.kind == ChildKind::Stepchild {
        let married = |adopter: &Adopter| adopter.marital_status == MaritalStatus::Married;
        let placing = command.parents.iter().flat_map(|parents| &parents.placing);
        let of_one_sex = placing.zip(&command.adopters).any(|(one, other)| one.sex == other.sex);
        let spouses = command.adopters.iter().all(married) && !of_one_sex;
        if command.adopters.len() != 1 || !spouses {
            violations.push(
                OF_THE_KIND
                    .broken_because(
                        "由已婚的继父或者继母一人收养",
                        "one married step-parent adopts alone",
                    )
                    .at("adopters"),
            );
        }
    }
    violations
}
