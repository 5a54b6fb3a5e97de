//! Whether the stated facts fit together, before the law is asked.

use super::sheet::FactSheet;
use super::source::Source;
use crate::base::rule::{Refusal, Violation};
use crate::identity::dictionaries::MaritalStatus;
use crate::identity::writing::standard_number;
use crate::law::adopter::ONLY_SPOUSES;
use crate::law::input::{BOUNDS, DAY, DIVISION};
use crate::law::placer::MARRIED_TO_PARENT;

/// A fact sheet whose facts fit together.
#[derive(Debug, Clone)]
pub struct Sound(FactSheet);

impl Sound {
    /// The facts.
    pub fn sheet(&self) -> &FactSheet {
        &self.0
    }
}

/// The form of GB/T 2260, whichever level the code is of.
fn has_six_digits(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

impl FactSheet {
    /// The sheet, if its facts fit together.
    ///
    /// # Errors
    /// Every fact that does not, by the path of its field.
    pub fn sound(mut self) -> Result<Sound, Refusal> {
        for code in self.competent_divisions.iter_mut().chain([&mut self.office_division]) {
            *code = standard_number(code);
        }
        let mut violations = self.divisions();
        violations.extend(self.days());
        violations.extend(self.spouses());
        violations.extend(self.numbers());
        violations.extend(self.placing.faults(self.child.source));
        Refusal::unless_none(violations)?;
        Ok(Sound(self))
    }

    fn divisions(&self) -> Vec<Violation> {
        let competent = self.competent_divisions.iter().enumerate();
        let competent =
            competent.map(|(index, code)| (format!("competent_divisions[{index}]"), code));
        let asked = ("office_division".to_owned(), &self.office_division);
        std::iter::once(asked)
            .chain(competent)
            .filter(|(_, code)| !has_six_digits(code))
            .map(|(field, _)| {
                DIVISION.broken_because("须为六位数字", "six digits are needed").at(field)
            })
            .collect()
    }

    /// Nobody is born after the day that is asked about.
    fn days(&self) -> Vec<Violation> {
        let adopters = self.adopters.iter().enumerate();
        let adopters = adopters.map(|(index, one)| (format!("adopters[{index}].born"), one.born));
        std::iter::once(("child.born".to_owned(), self.child.born))
            .chain(adopters)
            .filter(|(_, born)| *born > self.as_of)
            .map(|(field, _)| DAY.broken().at(field))
            .collect()
    }

    /// One adopter, or two spouses; a step-parent alone, for the spouse is the child's parent.
    fn spouses(&self) -> Vec<Violation> {
        let stepchild = self.child.source == Source::Stepchild;
        let most = if stepchild { 1 } else { 2 };
        if self.adopters.is_empty() || self.adopters.len() > most {
            let (zh, en) = if stepchild {
                ("收养继子女的收养人为一人", "a stepchild has one adopter, the step-parent")
            } else {
                ("收养人为一人或者夫妻二人", "there is one adopter, or two spouses")
            };
            return vec![BOUNDS.broken_because(zh, en).at("adopters")];
        }
        let rule = match (stepchild, self.adopters.len()) {
            (true, _) => &MARRIED_TO_PARENT,
            (false, 2) => &ONLY_SPOUSES,
            (false, _) => return Vec::new(),
        };
        let people = self.adopters.iter().enumerate();
        people
            .filter(|(_, one)| one.marital_status() != MaritalStatus::Married)
            .map(|(index, _)| rule.broken().at(format!("adopters[{index}].marital_status")))
            .collect()
    }

    fn numbers(&self) -> Option<Violation> {
        let reason = ("至少收养一名", "at least one child is to be adopted");
        (self.household.adopting < 1)
            .then(|| BOUNDS.broken_because(reason.0, reason.1).at("household.adopting"))
    }
}
