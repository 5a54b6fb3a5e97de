//! The check itself: the stated facts against the rules of `law`, one after the other.

use super::answer::{Assessment, Choose, Effect, Eligibility, Finding, Verdict, Waived};
use super::documents::documents;
use super::sheet::{AdopterFacts, FactSheet};
use super::source::Source;
use super::values::Sound;
use super::warnings::warnings;
use crate::base::open_points::OpenPoints;
use crate::base::rule::Rule;
use crate::case::{OtherParentState, Residency};
use crate::law::exemptions::{Exemption, Grounds, exemptions};
use crate::law::routing::{self, CompetentLevel, bars_foreigners, competent_level};
use crate::law::{adopter, child, hearing, jurisdiction, kinds, paper_rules, placer};

/// What the law says of the facts, where it is open as the office has decided.
pub fn check(sound: &Sound, points: &OpenPoints, choose: Choose) -> Eligibility {
    let sheet = sound.sheet();
    let kind = sheet.child.source.kind();
    let exempt = exemptions(&grounds(sheet));
    let level = competent_level(sheet.adopters.iter().map(|one| one.residency));
    let mut found = Found { findings: Vec::new(), choose };
    of_the_child(sheet, &mut found);
    of_the_adopters(sheet, &exempt, &mut found);
    of_those_who_place(sheet, &exempt, &mut found);
    of_foreigners(sheet, points, &mut found);
    of_the_office(sheet, level, &mut found);
    // The answer lists by name, so that two answers can be compared line by line.
    found.findings.sort_by_key(|finding| finding.rule);
    Eligibility {
        verdict: verdict(&found.findings),
        findings: found.findings,
        waived: waived(sheet, &exempt),
        competent_level: level,
        public_notice: kinds::parents_are_unknown(kind),
        assessment: assessment(sheet),
        child_consent_needed: child::must_consent(sheet.child.born, sheet.as_of),
        documents: (level == CompetentLevel::County).then(|| documents(sheet)),
        warnings: warnings(sheet, points, choose),
    }
}

/// The findings so far, in the language of the asker.
struct Found {
    findings: Vec<Finding>,
    choose: Choose,
}

impl Found {
    fn bars(&mut self, rule: &'static Rule, fields: Vec<String>) {
        self.note(rule.id, rule, Effect::Bars, fields);
    }

    /// Notes a rule, under its own name or that of the article it belongs to.
    fn note(
        &mut self,
        name: &'static str,
        rule: &'static Rule,
        effect: Effect,
        fields: Vec<String>,
    ) {
        let choose = self.choose;
        self.findings.push(Finding {
            rule: name,
            effect,
            citation: choose(rule.citation, rule.citation_en),
            message: choose(rule.zh, rule.en),
            fields,
        });
    }
}

fn fields(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// What the child and the adopters may be exempt for.
fn grounds(sheet: &FactSheet) -> Grounds {
    Grounds {
        disabled: sheet.child.disabled,
        adopters_overseas_chinese: sheet
            .adopters
            .iter()
            .all(|one| one.residency == Residency::OverseasChinese),
        ..Grounds::of_kind(sheet.child.source.kind())
    }
}

fn applies(rule: &Rule, exempt: &[Exemption]) -> bool {
    !exempt.iter().any(|exemption| exemption.condition == rule.id)
}

/// 民法典 arts. 1093, 1104.
fn of_the_child(sheet: &FactSheet, found: &mut Found) {
    let child = &sheet.child;
    if child::is_adult(child.born, sheet.as_of) {
        found.bars(&child::MINOR, fields(&["child.born"]));
    }
    if child::must_consent(child.born, sheet.as_of) && child.consents == Some(false) {
        let field = fields(&["child.consents"]);
        found.note(hearing::CONSENT.id, &hearing::CHILD_CONSENT, Effect::Bars, field);
    }
}

/// Whether a condition fails for one adopter.
type Condition<'a> = dyn Fn(&AdopterFacts) -> bool + 'a;

/// 民法典 arts. 1098, 1100 to 1102.
fn of_the_adopters(sheet: &FactSheet, exempt: &[Exemption], found: &mut Found) {
    let children = sheet.household.existing_children;
    if applies(&adopter::CHILDREN, exempt) && adopter::has_too_many_children(children) {
        found.bars(&adopter::CHILDREN, fields(&["household.existing_children"]));
    }
    let of_each: [(&Rule, &str, &Condition<'_>); 4] = [
        (&adopter::ABILITY, "capable", &|one| !one.capable),
        (&adopter::ILLNESS, "medically_unfit", &|one| one.medically_unfit),
        (&adopter::RECORD, "adverse_record", &|one| one.adverse_record),
        (&adopter::AGE, "born", &|one| adopter::is_too_young(one.born, sheet.as_of)),
    ];
    for (rule, field, fails) in of_each {
        let failing = of_adopters(sheet, field, fails);
        if applies(rule, exempt) && !failing.is_empty() {
            found.bars(rule, failing);
        }
    }
    let too_many = adopter::exceeds_quota(children, sheet.household.adopting);
    if applies(&adopter::QUOTA, exempt) && too_many {
        found.bars(&adopter::QUOTA, fields(&["household.adopting"]));
    }
    if let [single] = sheet.adopters.as_slice() {
        of_a_single_adopter(sheet, single, exempt, found);
    }
}

/// The paths of one fact of each adopter of whom something is so.
fn of_adopters(
    sheet: &FactSheet,
    field: &str,
    is_so: impl Fn(&AdopterFacts) -> bool,
) -> Vec<String> {
    let people = sheet.adopters.iter().enumerate();
    let those = people.filter(|(_, one)| is_so(one));
    those.map(|(index, _)| format!("adopters[{index}].{field}")).collect()
}

/// 民法典 arts. 1101, 1102.
fn of_a_single_adopter(
    sheet: &FactSheet,
    single: &AdopterFacts,
    exempt: &[Exemption],
    found: &mut Found,
) {
    if adopter::leaves_the_spouse_out(sheet.child.source.kind(), single.marital_status()) {
        found.bars(&adopter::JOINTLY, fields(&["adopters[0].marital_status"]));
    }
    let too_small = adopter::gap_is_too_small(single.born, sheet.child.born);
    if applies(&adopter::AGE_GAP, exempt) && gap_is_asked(sheet) && too_small {
        found.bars(&adopter::AGE_GAP, fields(&["adopters[0].born", "child.born"]));
    }
}

/// Whether art. 1102 speaks of this adopter and child.
fn gap_is_asked(sheet: &FactSheet) -> bool {
    let [single] = sheet.adopters.as_slice() else { return false };
    adopter::gap_is_asked(single.marital_status(), single.sex, sheet.child.sex)
}

/// 民法典 arts. 1094 to 1097, 1103, 1108.
fn of_those_who_place(sheet: &FactSheet, exempt: &[Exemption], found: &mut Found) {
    let placing = &sheet.placing;
    if applies(&placer::HARDSHIP, exempt) && placing.hardship == Some(false) {
        found.bars(&placer::HARDSHIP, fields(&["placing.hardship"]));
    }
    let limbs = [
        ("placing.parents_incapable", placing.parents_incapable),
        ("placing.may_seriously_harm", placing.may_seriously_harm),
    ];
    let lacking: Vec<&str> =
        limbs.iter().filter(|(_, holds)| *holds == Some(false)).map(|(name, _)| *name).collect();
    if !lacking.is_empty() {
        found.bars(&placer::INCAPABLE_AND_HARMFUL, fields(&lacking));
    }
    if placing.support_duty_consents == Some(false) {
        found.bars(&placer::SUPPORT_DUTY_CONSENT, fields(&["placing.support_duty_consents"]));
    }
    if placing.is_one_parent_beside(OtherParentState::Alive) {
        found.bars(&placer::BOTH_PARENTS, fields(&["placing.by"]));
    }
    if placing.grandparents_claim_priority == Some(true) {
        found.bars(&placer::PRIORITY, fields(&["placing.grandparents_claim_priority"]));
    }
    if placing.other_parent_consents == Some(false) {
        let field = fields(&["placing.other_parent_consents"]);
        found.bars(&paper_rules::OTHER_PARENT_CONSENT, field);
    }
}

/// What bars foreigners from children of this kind.
fn of_foreigners(sheet: &FactSheet, points: &OpenPoints, found: &mut Found) {
    let foreigners = of_adopters(sheet, "residency", |one| one.residency == Residency::Foreign);
    if foreigners.is_empty() {
        return;
    }
    let source = sheet.child.source;
    for rule in bars_foreigners(source.kind(), source == Source::CollateralKin, points) {
        found.bars(rule, foreigners.clone());
    }
}

/// Which level of office, and at the county's which office.
fn of_the_office(sheet: &FactSheet, level: CompetentLevel, found: &mut Found) {
    if let Some(rule) = routing::rule_of(level) {
        let elsewhere = of_adopters(sheet, "residency", |one| {
            competent_level(std::iter::once(one.residency)) == level
        });
        found.note(rule.id, rule, Effect::Routes, elsewhere);
    } else if !sheet.competent_divisions.contains(&sheet.office_division) {
        let rule = jurisdiction::rule_of(sheet.child.source.kind());
        found.note("REG-4", rule, Effect::Routes, fields(&["office_division"]));
    }
}

fn verdict(findings: &[Finding]) -> Verdict {
    let any = |effect| findings.iter().any(|finding| finding.effect == effect);
    if any(Effect::Bars) {
        Verdict::Barred
    } else if any(Effect::Routes) {
        Verdict::Elsewhere
    } else {
        Verdict::MayProceed
    }
}

/// Each condition once, with every article that waives it, by name.
fn waived(sheet: &FactSheet, exempt: &[Exemption]) -> Vec<Waived> {
    let arises = |one: &&Exemption| one.condition != adopter::AGE_GAP.id || gap_is_asked(sheet);
    let mut exempt: Vec<&Exemption> = exempt.iter().filter(arises).collect();
    exempt.sort_by_key(|exemption| (exemption.condition, exemption.by));
    let mut waived: Vec<Waived> = Vec::new();
    for exemption in exempt {
        match waived.last_mut() {
            Some(known) if known.rule == exemption.condition => {
                known.by.push(exemption.by);
                known.citations.push(exemption.citation);
            }
            _ => waived.push(Waived {
                rule: exemption.condition,
                by: vec![exemption.by],
                citations: vec![exemption.citation],
            }),
        }
    }
    waived
}

fn assessment(sheet: &FactSheet) -> Assessment {
    if !kinds::is_assessed(sheet.child.source.kind()) {
        Assessment::Exempt
    } else if sheet.adopters.iter().all(|one| one.residency.is_mainland()) {
        Assessment::Required
    } else {
        Assessment::ByOtherRules
    }
}
