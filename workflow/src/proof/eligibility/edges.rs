//! The day before and the day itself, one more and one less, and each other way to be barred.

use super::*;
use crate::law::routing::CompetentLevel;
use crate::public::eligibility::{Assessment, Effect, Verdict};

#[test]
fn an_adopter_is_thirty_on_the_birthday() {
    let born = |day: &str| found(&with(sheet("foundling"), &[("/adopters/1/born", json!(day))]));
    assert_eq!(born("1996-11-22"), Vec::<&str>::new());
    assert_eq!(born("1996-11-23"), ["CC-1098.5"]);
    let leap = |as_of: &str| {
        let changes = [("/as_of", json!(as_of)), ("/adopters/1/born", json!("1996-02-29"))];
        found(&with(sheet("foundling"), &changes))
    };
    assert_eq!(leap("2026-02-27"), ["CC-1098.5"]);
    assert_eq!(leap("2026-02-28"), Vec::<&str>::new());
}

#[test]
fn a_child_consents_from_eight_and_is_no_child_at_eighteen() {
    let asked = |born: &str, consents: Value| {
        let changes = [("/child/born", json!(born)), ("/child/consents", consents)];
        with(sheet("foundling"), &changes)
    };
    for (born, needed, barred) in [
        ("2018-11-23", false, vec![]),
        ("2018-11-22", true, vec!["CC-1104"]),
        ("2008-11-23", true, vec!["CC-1104"]),
        ("2008-11-22", false, vec!["CC-1093"]),
    ] {
        let refuses = asked(born, json!(false));
        assert_eq!(answer(&refuses).child_consent_needed, needed, "{born}");
        assert_eq!(found(&refuses), barred, "{born}");
    }
    let not_asked = asked("2016-01-01", Value::Null);
    assert_eq!(found(&not_asked), Vec::<&str>::new(), "not asked yet is no bar");
    assert!(answer(&not_asked).child_consent_needed);
}

#[test]
fn the_quota_depends_on_the_children_there_are() {
    let quota = |existing: u32, adopting: u32| {
        let changes = [
            ("/household/existing_children", json!(existing)),
            ("/household/adopting", json!(adopting)),
        ];
        found(&with(sheet("hardship_parents"), &changes))
    };
    assert_eq!(quota(0, 2), Vec::<&str>::new());
    assert_eq!(quota(0, 3), ["CC-1100.1"]);
    assert_eq!(quota(1, 1), Vec::<&str>::new());
    assert_eq!(quota(1, 2), ["CC-1100.1"]);
    assert_eq!(quota(2, 1), ["CC-1098.1"]);
    assert_eq!(quota(2, 2), ["CC-1098.1", "CC-1100.1"]);
}

#[test]
fn the_gap_is_forty_full_years_between_the_birth_dates() {
    let gap = |adopter: &str, child: &str| {
        let changes = [("/adopters/0/born", json!(adopter)), ("/child/born", json!(child))];
        found(&with(sheet_of_one("institution_foundling"), &changes))
    };
    assert_eq!(gap("1981-03-04", "2021-03-04"), Vec::<&str>::new());
    assert_eq!(gap("1981-03-05", "2021-03-04"), ["CC-1102"]);
    assert_eq!(gap("1980-02-29", "2021-02-28"), Vec::<&str>::new());
    assert_eq!(gap("1980-02-29", "2020-02-28"), ["CC-1102"]);
    let married =
        with(sheet_of_one("foundling"), &[("/adopters/0/marital_status", json!("married"))]);
    assert_eq!(found(&married), ["CC-1101"], "who is married has no gap to keep");
}

#[test]
fn those_who_place_are_asked_for_what_their_source_needs() {
    let orphan = |consents: bool| {
        let placing = json!({
            "guardian_is_organisation": false,
            "support_duty_persons": true,
            "support_duty_consents": consents,
        });
        with(sheet("guardian_orphan"), &[("/placing", placing)])
    };
    assert_eq!(found(&orphan(true)), Vec::<&str>::new());
    assert_eq!(found(&orphan(false)), ["CC-1096"]);
    let incapable = |incapable: bool, harm: bool| {
        let changes = [
            ("/placing/parents_incapable", json!(incapable)),
            ("/placing/may_seriously_harm", json!(harm)),
        ];
        found(&with(sheet("incapable_parents"), &changes))
    };
    assert_eq!(incapable(true, true), Vec::<&str>::new());
    for (one, other) in [(true, false), (false, true), (false, false)] {
        assert_eq!(incapable(one, other), ["CC-1095"]);
    }
    let hardship = with(sheet("hardship_parents"), &[("/placing/hardship", json!(false))]);
    assert_eq!(found(&hardship), ["CC-1094.3"]);
    let refuses = json!({ "other_parent": "alive", "other_parent_consents": false });
    assert_eq!(found(&with(sheet("stepchild"), &[("/placing", refuses)])), ["CC-1103"]);
}

#[test]
fn one_parent_places_alone_only_beside_nobody_who_could() {
    for (source, more) in
        [("hardship_parents", json!({ "hardship": true })), ("collateral_kin", json!({}))]
    {
        let alone = |other: &str, claim: Option<bool>| {
            let mut placing = more.clone();
            placing["by"] = json!("one_parent");
            placing["other_parent"] = json!(other);
            if let Some(claim) = claim {
                placing["grandparents_claim_priority"] = json!(claim);
            }
            with(sheet(source), &[("/placing", placing)])
        };
        let proof = |sheet: &Value| {
            let slots = answer(sheet).documents.expect("the county's");
            slots.contains(&"placer.spouse_death_or_missing_proof")
        };
        for (other, claim, barred, proved) in [
            ("alive", None, vec!["CC-1097"], false),
            ("unknown", None, vec![], false),
            ("missing", None, vec![], true),
            ("dead", Some(false), vec![], true),
            ("dead", Some(true), vec!["CC-1108"], true),
        ] {
            let sheet = alone(other, claim);
            assert_eq!(found(&sheet), barred, "{source}, {other}");
            assert_eq!(proof(&sheet), proved, "{source}, {other}");
        }
    }
}

#[test]
fn the_level_of_office_follows_the_adopters() {
    let living = |source: &str, first: &str, second: &str| {
        let changes =
            [("/adopters/0/residency", json!(first)), ("/adopters/1/residency", json!(second))];
        with(sheet(source), &changes)
    };
    for city in ["overseas_chinese", "hong_kong", "macau", "taiwan"] {
        for couple in [(city, "mainland"), ("mainland", city), (city, city)] {
            let given = answer(&living("hardship_parents", couple.0, couple.1));
            assert_eq!(given.competent_level, CompetentLevel::City, "{couple:?}");
            assert_eq!(given.verdict, Verdict::Elsewhere);
            assert_eq!(given.assessment, Assessment::ByOtherRules);
            assert_eq!(given.documents, None);
            let mixed = given.warnings.iter().any(|warning| warning.point == "HMT-MIX");
            assert_eq!(mixed, couple.0 != couple.1, "{couple:?}");
        }
        let abroad = answer(&living("collateral_kin", city, "foreign"));
        assert_eq!(abroad.competent_level, CompetentLevel::Province);
        assert_eq!(abroad.findings.iter().map(|one| one.rule).collect::<Vec<_>>(), ["FOR-2"]);
    }
}

#[test]
fn foreigners_adopt_kin_and_stepchildren_only_and_never_a_rescued_child() {
    for (source, _) in sources() {
        let foreign = with(sheet(source), &[("/adopters/0/residency", json!("foreign"))]);
        let family = ["collateral_kin", "stepchild"].contains(&source);
        let expected = match source {
            "rescued_child" => vec!["D159-4", "FOR-2", "FOR-2024"],
            _ if family => vec!["FOR-2"],
            _ => vec!["FOR-2", "FOR-2024"],
        };
        assert_eq!(found(&foreign), expected, "{source}");
        let points =
            OpenPoints { foreigners_only_kin_or_stepchild: false, ..OpenPoints::default() };
        let without_policy = answer_where(&foreign, &points);
        let policy = without_policy.findings.iter().any(|finding| finding.rule == "FOR-2024");
        assert!(!policy, "{source}");
        let verdict = if source == "rescued_child" { Verdict::Barred } else { Verdict::Elsewhere };
        assert_eq!(without_policy.verdict, verdict);
    }
}

#[test]
fn another_county_is_named_only_where_the_county_is_competent() {
    let elsewhere = [("/competent_divisions", json!(["500110", "500112"]))];
    let county = with(sheet("foundling"), &elsewhere);
    assert_eq!(found(&county), ["REG-4"]);
    assert_eq!(answer(&county).findings[0].effect, Effect::Routes);
    assert!(answer(&county).documents.is_some(), "the papers are the same at any county");
    let city = with(county, &[("/adopters/0/residency", json!("macau"))]);
    assert_eq!(found(&city), ["HMT-2"]);
    let nowhere = with(sheet("foundling"), &[("/competent_divisions", json!([]))]);
    assert_eq!(found(&nowhere), ["REG-4"]);
}

#[test]
fn a_rule_is_found_once_and_names_every_fact() {
    let both =
        [("/adopters/0/born", json!("2000-01-01")), ("/adopters/1/born", json!("2001-01-01"))];
    let findings = answer(&with(sheet("foundling"), &both)).findings;
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].fields, ["adopters[0].born", "adopters[1].born"]);
    assert!(findings[0].citation.contains("民法典"));
}
