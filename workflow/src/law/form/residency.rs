//! Whoever another office serves is told so when applying, and which office that is: overseas Chinese
//! and residents of Hong Kong, Macau and Taiwan (民政部令第16号), foreigners (外国人在华收养办法).

use crate::base::rule::{Rule, Violation};
use crate::case::{Adopter, ChildKind};
use crate::facts::Facts;
use crate::identity::divisions::{Level, competent_authority};
use crate::law::routing::{CompetentLevel, bars_foreigners, competent_level, rule_of};

/// The office to go to, and what policy bars besides.
pub fn is_served_here(
    kind: ChildKind,
    adopters: &[Adopter],
    of_kin: bool,
    facts: &Facts,
) -> Vec<Violation> {
    let level = competent_level(adopters.iter().map(|adopter| adopter.residency));
    let kin = kind == ChildKind::CollateralKin || of_kin;
    let barred = (level == CompetentLevel::Province)
        .then(|| bars_foreigners(kind, kin, &facts.rules.open_points));
    let routed = rule_of(level).map(|rule| going_to(rule, level, facts));
    let barred = barred.into_iter().flatten().map(|rule| rule.broken().at("adopters"));
    barred.chain(routed).collect()
}

/// The refusal that names the department to go to, where the table of divisions knows it.
fn going_to(rule: &'static Rule, level: CompetentLevel, facts: &Facts) -> Violation {
    let level = match level {
        CompetentLevel::County => Level::County,
        CompetentLevel::City => Level::City,
        CompetentLevel::Province => Level::Province,
    };
    let department = competent_authority(level, &facts.office.division, facts.today);
    let refused = match department {
        // Of a city the child's registration decides, which need not be in this county.
        Some(name) if level == Level::City => rule.broken_because(
            format!("被收养人户籍在本地的，请向{name}申请"),
            format!("apply at {name} if the child is registered in this county"),
        ),
        Some(name) => rule.broken_because(format!("请向{name}申请"), format!("apply at {name}")),
        None => rule.broken(),
    };
    refused.at("adopters")
}
