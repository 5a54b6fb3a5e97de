//! Whoever another office serves is told so when applying, and which office that is: overseas Chinese
//! and residents of Hong Kong, Macau and Taiwan (民政部令第16号), foreigners (外国人在华收养办法).

use super::apply::Apply;
use crate::case::ChildKind;
use crate::facts::Facts;
use crate::law::routing::{CompetentLevel, bars_foreigners, competent_level, rule_of};
use crate::law::rule::Violation;

/// The office to go to, and what policy bars besides.
pub(super) fn is_served_here(command: &Apply, facts: &Facts) -> Vec<Violation> {
    let level = competent_level(command.adopters.iter().map(|adopter| adopter.residency));
    let kin = command.kind == ChildKind::CollateralKin || command.kinship.is_some();
    let barred = (level == CompetentLevel::Province)
        .then(|| bars_foreigners(command.kind, kin, &facts.rules.open_points));
    let routed = rule_of(level).map(|rule| rule.broken().at("adopters"));
    let barred = barred.into_iter().flatten().map(|rule| rule.broken().at("adopters"));
    barred.chain(routed).collect()
}
