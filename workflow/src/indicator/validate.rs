//! What a set must be before it is taken: whole, and within what may be scored at all.

use std::collections::BTreeSet;

use super::fault::{Fault, SetRule};
use super::guard_rails;
use super::points::Points;
use super::set::{
    Bonus, Concerned, Demand, Evidence, Group, IndicatorSet, Item, Level, Part, Topic, Veto,
};
use super::wording::Wording;
use crate::base::text::{LINE, is_written_well};

/// The fewest full days of integration (评估办法 art. 8; remembered).
const DAYS_OF_INTEGRATION: u32 = 30;
/// The longest code and the longest name of a set.
const LONGEST_CODE: usize = 40;

/// Everything that is wrong with a set.
pub fn faults(set: &IndicatorSet) -> Vec<Fault> {
    let mut looking = Looking { half_points: set.half_points, ..Looking::default() };
    looking.code("id", &set.id);
    looking.look_that("version", SetRule::Code, (1..=9999).contains(&set.version));
    looking.text("name", &set.name);
    looking.text("issuer", &set.issuer);
    looking.look_that("scope", SetRule::Empty, !set.scope.is_empty());
    looking.capability(set);
    looking.integration(set);
    for (number, veto) in set.vetoes.iter().enumerate() {
        looking.veto(&format!("vetoes[{number}]"), veto);
    }
    looking.topics(set);
    looking.found.extend(guard_rails::faults(set));
    looking.found
}

/// What was found so far, and the codes met.
#[derive(Default)]
struct Looking {
    found: Vec<Fault>,
    codes: BTreeSet<String>,
    half_points: bool,
}

impl Looking {
    fn look_that(&mut self, at: &str, rule: SetRule, holds: bool) {
        if !holds {
            self.found.push(Fault { at: at.to_owned(), rule });
        }
    }

    fn text(&mut self, at: &str, wording: &Wording) {
        self.look_that(&format!("{at}.zh"), SetRule::Text, is_written_well(&wording.zh, LINE));
        if let Some(english) = &wording.en {
            self.look_that(&format!("{at}.en"), SetRule::Text, is_written_well(english, LINE));
        }
    }

    fn code(&mut self, at: &str, code: &str) {
        let of_a_code =
            |one: char| one.is_ascii_uppercase() || one.is_ascii_digit() || ".-".contains(one);
        let written = (1..=LONGEST_CODE).contains(&code.len()) && code.chars().all(of_a_code);
        self.look_that(at, SetRule::Code, written);
        let is_new = self.codes.insert(code.to_owned());
        self.look_that(at, SetRule::CodeTwice, is_new || !written);
    }

    fn points(&mut self, at: &str, points: Points) {
        self.look_that(at, SetRule::HalfPoint, self.half_points || !points.has_half());
    }

    fn capability(&mut self, set: &IndicatorSet) {
        let part = &set.capability;
        self.part("capability", &part.groups, part.max, part.pass);
        self.points("capability.bonus_cap", part.bonus_cap);
        for (number, bonus) in part.bonuses.iter().enumerate() {
            self.bonus(set, &format!("capability.bonuses[{number}]"), bonus);
        }
    }

    fn integration(&mut self, set: &IndicatorSet) {
        let part = &set.integration;
        self.part("integration", &part.groups, part.max, part.pass);
        let long_enough = part.min_days >= DAYS_OF_INTEGRATION;
        self.look_that("integration.min_days", SetRule::Integration, long_enough);
        self.look_that("integration.min_visits", SetRule::Integration, part.min_visits > 0);
    }

    fn part(&mut self, at: &str, groups: &[Group], max: Points, pass: Points) {
        self.look_that(&format!("{at}.groups"), SetRule::Empty, !groups.is_empty());
        let sum: Points = groups.iter().map(|group| group.max).sum();
        self.look_that(&format!("{at}.max"), SetRule::Sum, sum == max);
        self.look_that(&format!("{at}.pass"), SetRule::Pass, pass > Points::ZERO && pass <= max);
        self.points(&format!("{at}.pass"), pass);
        for (number, group) in groups.iter().enumerate() {
            self.group(&format!("{at}.groups[{number}]"), group);
        }
    }

    fn group(&mut self, at: &str, group: &Group) {
        self.code(&format!("{at}.code"), &group.code);
        self.text(&format!("{at}.name"), &group.name);
        self.look_that(&format!("{at}.items"), SetRule::Empty, !group.items.is_empty());
        let sum: Points = group.items.iter().map(|item| item.max).sum();
        self.look_that(&format!("{at}.max"), SetRule::Sum, sum == group.max);
        for (number, item) in group.items.iter().enumerate() {
            self.item(&format!("{at}.items[{number}]"), item);
        }
    }

    fn item(&mut self, at: &str, item: &Item) {
        self.code(&format!("{at}.code"), &item.code);
        self.text(&format!("{at}.ask"), &item.ask);
        self.points(&format!("{at}.max"), item.max);
        if let Some(method) = &item.method {
            self.text(&format!("{at}.method"), method);
        }
        self.look_that(&format!("{at}.evidence"), SetRule::Empty, !item.evidence.is_empty());
        self.look_that(&format!("{at}.concerns"), SetRule::Empty, !item.concerns.is_empty());
        for (number, level) in item.levels.iter().enumerate() {
            self.level(&format!("{at}.levels[{number}]"), level);
        }
        self.look_that(
            &format!("{at}.levels"),
            SetRule::Levels,
            are_levels(&item.levels, item.max),
        );
    }

    fn level(&mut self, at: &str, level: &Level) {
        self.text(&format!("{at}.name"), &level.name);
        self.text(&format!("{at}.anchor"), &level.anchor);
        self.points(&format!("{at}.from"), level.from);
        self.points(&format!("{at}.to"), level.to);
    }

    fn bonus(&mut self, set: &IndicatorSet, at: &str, bonus: &Bonus) {
        self.code(&format!("{at}.code"), &bonus.code);
        self.text(&format!("{at}.condition"), &bonus.condition);
        self.points(&format!("{at}.points"), bonus.points);
        self.look_that(&format!("{at}.points"), SetRule::Empty, bonus.points > Points::ZERO);
        self.look_that(&format!("{at}.evidence"), SetRule::Empty, !bonus.evidence.is_empty());
        for (number, need) in bonus.needs.iter().enumerate() {
            let item = set.item(Part::Capability, &need.item);
            let can_be = item.is_some_and(|item| need.points <= item.max);
            self.look_that(&format!("{at}.needs[{number}]"), SetRule::Need, can_be);
        }
    }

    fn veto(&mut self, at: &str, veto: &Veto) {
        self.code(&format!("{at}.code"), &veto.code);
        self.text(&format!("{at}.name"), &veto.name);
        self.text(&format!("{at}.what"), &veto.what);
        self.look_that(&format!("{at}.evidence"), SetRule::Empty, !veto.evidence.is_empty());
        let item = veto.article_11_item;
        let is_item = item.is_none_or(|item| (1..=9).contains(&item));
        self.look_that(&format!("{at}.article_11_item"), SetRule::VetoEvidence, is_item);
        let of_illness = item != Some(6) || veto.evidence == [Evidence::Paper];
        let of_harm = item != Some(8) || veto.also.contains(&Demand::PoliceReport);
        let excluded = veto.evidence.iter().any(|one| veto.never.contains(one));
        let suffices = of_illness && of_harm && !excluded;
        self.look_that(&format!("{at}.evidence"), SetRule::VetoEvidence, suffices);
    }

    /// Every topic is assessed, and integration apart from the rest.
    fn topics(&mut self, set: &IndicatorSet) {
        let is_integration = |group: &Group| group.topic == Topic::Integration;
        let capability = &set.capability.groups;
        for (number, group) in capability.iter().enumerate() {
            let at = format!("capability.groups[{number}].topic");
            self.look_that(&at, SetRule::Topic, !is_integration(group));
        }
        for (number, group) in set.integration.groups.iter().enumerate() {
            let at = format!("integration.groups[{number}].topic");
            self.look_that(&at, SetRule::Topic, is_integration(group));
        }
        let covered: BTreeSet<Topic> = capability.iter().map(|group| group.topic).collect();
        let all_are =
            Topic::ALL.iter().all(|topic| *topic == Topic::Integration || covered.contains(topic));
        self.look_that("capability.groups", SetRule::Topic, all_are || capability.is_empty());
        let concerned = set.scope.contains(&Concerned::Applicants);
        self.look_that("scope", SetRule::Empty, concerned || set.scope.is_empty());
    }
}

/// The best first, apart from each other, from all points down to none.
fn are_levels(levels: &[Level], max: Points) -> bool {
    let reach = levels.first().is_some_and(|level| level.to == max)
        && levels.last().is_some_and(|level| level.from == Points::ZERO);
    let descend = levels.windows(2).all(|pair| match pair {
        [better, worse] => worse.to < better.from,
        _ => true,
    });
    levels.len() >= 2 && reach && descend && levels.iter().all(|level| level.from <= level.to)
}
