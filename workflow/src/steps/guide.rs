//! 家庭教育指导 to one adopter (家庭教育促进法 art. 32).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::inquire::Inquire;
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::case::hearing::GivenGuidance;
use crate::case::{Case, Party};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, BOUNDS, KNOWN};

/// Guidance given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Which adopter.
    pub party: Party,
    /// Who gave it.
    pub given_by: String,
    /// Where.
    pub place: String,
    /// How long it took. 1 to 600.
    pub minutes: u32,
    /// How: talk, film, reading.
    pub form: String,
    /// About what.
    pub topics: String,
    /// What the adopter said to it.
    pub response: String,
}

impl Step for Guide {
    const TITLE: &'static str = "家庭教育指导";
    const ARTICLE: &'static str = "《家庭教育促进法》第三十二条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn write_in_one_way(&mut self) {
        writing::name(&mut self.given_by);
    }

    fn inputs(case: &Case, _: &Facts) -> Listed {
        Some(vec![
            ask::one_adopter(case),
            Input::name("/given_by"),
            Input::text("/place", LINE),
            Input::integer("/minutes", 1, 600),
            Input::text("/form", LINE),
            Input::text("/topics", PAGE),
            Input::text("/response", PAGE),
        ])
    }
}

impl CaseStep for Guide {
    /// After acceptance.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        Inquire::gates(case, facts)
    }

    /// Records the guidance; its record is printed and signed.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if case.adopter(self.party).is_none() {
            violations.push(KNOWN.broken().at("party"));
        }
        violations.extend(input::name("given_by", &self.given_by));
        violations.extend(input::text("place", &self.place, LINE));
        if !(1..=600).contains(&self.minutes) {
            violations.push(BOUNDS.broken().at("minutes"));
        }
        violations.extend(input::text("form", &self.form, LINE));
        violations.extend(input::text("topics", &self.topics, PAGE));
        violations.extend(input::text("response", &self.response, PAGE));
        one_unless(violations, || {
            Event::GuidanceGiven(GivenGuidance {
                party: self.party,
                given_by: self.given_by.clone(),
                place: self.place.clone(),
                minutes: self.minutes,
                form: self.form.clone(),
                topics: self.topics.clone(),
                response: self.response.clone(),
            })
        })
    }
}
