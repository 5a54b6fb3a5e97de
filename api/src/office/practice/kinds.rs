//! Invented applications of every kind: birth parents who place together or beside a step-parent,
//! kin, a guardian, nobody.

use workflow::case::{
    BirthParent, Child, ChildKind, KinRelation, Kinship, OtherParent, OtherParentState, Party,
    PlacingGuardian, PlacingParents, PlacingPerson, SupportDutyPerson,
};
use workflow::identity::{Division, EthnicGroup, Sex};
use workflow::steps::apply::Apply;

use super::application::{application, birth_date, number};
use super::office::DIVISION;

/// An application of a kind, a different one for each seed.
pub fn application_of(kind: ChildKind, seed: u32) -> Apply {
    match kind {
        ChildKind::InstitutionFoundling => application(seed),
        ChildKind::InstitutionOrphan => entered(kind, seed),
        ChildKind::GuardianOrphan => of_an_orphans_grandfather(seed),
        ChildKind::Foundling => of_a_foundling(seed),
        ChildKind::HardshipParents => of_parents_in_hardship(seed),
        ChildKind::IncapableParents => of_a_guardian(kind, seed),
        ChildKind::CollateralKin => of_kin(seed),
        ChildKind::Stepchild => of_a_stepfather(seed),
        ChildKind::StateGuardianship => {
            let mut application = entered(kind, seed);
            application.child.guardianship_revoked_on = "2024-11-05".parse().ok();
            application
        }
        ChildKind::RescuedChild => Apply { kind, ..application(seed) },
    }
}

/// A child of the institution that was not found.
fn entered(kind: ChildKind, seed: u32) -> Apply {
    let mut application = Apply { kind, ..application(seed) };
    let child = &mut application.child;
    (child.found_on, child.found_at, child.features) = (None, None, None);
    application
}

/// A couple that found a child and reported it at once; no institution raises it.
fn of_a_foundling(seed: u32) -> Apply {
    let mut application = Apply { kind: ChildKind::Foundling, placer: None, ..application(seed) };
    let child = &mut application.child;
    (child.entered_institution_on, child.entry_number) = (None, None);
    child.found_division = Some(Division(DIVISION.to_owned()));
    child.address = "练习县城关镇和平路（暂由报案人照料）".to_owned();
    application.reason = "捡拾孩子后当即报案，照料至今，愿意依法抚养孩子成人。".to_owned();
    application
}

/// A grandfather who is the guardian places the child.
fn of_a_guardian(kind: ChildKind, seed: u32) -> Apply {
    let mut application = Apply { kind, placer: None, ..application(seed) };
    of_the_village(&mut application.child);
    let birth_date = birth_date(1958, seed);
    application.guardian = Some(PlacingGuardian {
        person: Some(PlacingPerson {
            birth_date,
            resident_id: number(birth_date, Sex::Male, seed),
            ..parent(seed, Sex::Male, "罗德福".to_owned())
        }),
        organisation: None,
        relation: "祖父".to_owned(),
    });
    application.reason = "与孩子一家相识多年，愿意抚养孩子，让她有完整的家。".to_owned();
    application
}

/// The maternal grandmother has a duty to support the orphan and consents.
fn of_an_orphans_grandfather(seed: u32) -> Apply {
    let mut application = of_a_guardian(ChildKind::GuardianOrphan, seed);
    let grandmother =
        SupportDutyPerson { name: "唐玉珍".to_owned(), relation: "外祖母".to_owned() };
    application.support_duty = vec![grandmother];
    application
}

/// The mother's cousin and his wife adopt the child of both parents.
fn of_kin(seed: u32) -> Apply {
    let placing = vec![
        parent(seed, Sex::Male, "罗长根".to_owned()),
        parent(seed, Sex::Female, "唐秀兰".to_owned()),
    ];
    let parents = PlacingParents { placing, other_parent: None };
    let mut application = of_known_parents(ChildKind::CollateralKin, seed, parents);
    application.kinship = Some(Kinship {
        adopter: Party::FirstAdopter,
        parent: BirthParent::Mother,
        relation: KinRelation::MaternalCousin,
    });
    application.reason = "孩子的母亲是收养人的表妹，双方家庭商定由我们抚养孩子。".to_owned();
    application
}

/// A couple adopts the child of birth parents in special hardship, who place it together.
fn of_parents_in_hardship(seed: u32) -> Apply {
    let placing = vec![
        parent(seed, Sex::Male, "罗长根".to_owned()),
        parent(seed, Sex::Female, "唐秀兰".to_owned()),
    ];
    let mut application = of_known_parents(
        ChildKind::HardshipParents,
        seed,
        PlacingParents { placing, other_parent: None },
    );
    application.reason =
        "结婚多年未生育，了解孩子家中困难，愿意抚养并给她一个完整的家。".to_owned();
    application
}

/// A mother's husband adopts her daughter; the father lives and must consent.
fn of_a_stepfather(seed: u32) -> Apply {
    let father = parent(seed, Sex::Male, "贺远山".to_owned());
    let other_parent = Some(OtherParent {
        state: OtherParentState::Alive,
        name: Some(father.name),
        resident_id: Some(father.resident_id),
        document: None,
        division: Some(father.division),
    });
    let placing = vec![parent(seed, Sex::Female, "唐秀兰".to_owned())];
    let parents = PlacingParents { placing, other_parent };
    let mut application = of_known_parents(ChildKind::Stepchild, seed, parents);
    application.adopters.truncate(1);
    application.reason = "与孩子的母亲结婚后共同抚养孩子三年，愿意依法承担父亲的责任。".to_owned();
    application
}

/// A child of known parents was not found and entered no institution.
fn of_known_parents(kind: ChildKind, seed: u32, parents: PlacingParents) -> Apply {
    let mut application = Apply { kind, placer: None, parents: Some(parents), ..application(seed) };
    of_the_village(&mut application.child);
    application
}

fn of_the_village(child: &mut Child) {
    (child.found_on, child.entered_institution_on) = (None, None);
    (child.found_at, child.entry_number, child.features) = (None, None, None);
    child.name = child.name.replacen('党', "罗", 1);
    child.address = "练习县宝峰镇青杠村3组27号".to_owned();
}

fn parent(seed: u32, sex: Sex, name: String) -> PlacingPerson {
    let birth_date = birth_date(if sex == Sex::Male { 1991 } else { 1993 }, seed);
    PlacingPerson {
        name,
        sex,
        birth_date,
        resident_id: number(birth_date, sex, seed),
        ethnic_group: EthnicGroup::Han,
        occupation: "务农".to_owned(),
        household_address: "练习县宝峰镇青杠村3组27号".to_owned(),
        division: Division(DIVISION.to_owned()),
        residence: "练习县宝峰镇青杠村3组27号".to_owned(),
        telephone: format!("023-6{:07}", seed % 10_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_a_family_is_valid_and_its_own() {
        for seed in [0, 1, 700, 2000] {
            for kind in ChildKind::ALL {
                let application = application_of(kind, seed);
                let placer = application.placer_given().expect("somebody places");
                let mut numbers: Vec<_> = application
                    .adopters
                    .iter()
                    .map(|adopter| &adopter.resident_id)
                    .chain(placer.parties().into_iter().map(|placing| placing.resident_id))
                    .chain(&application.child.resident_id)
                    .collect();
                let given = numbers.len();
                for number in &numbers {
                    number.parts().expect("a valid number");
                }
                numbers.sort();
                numbers.dedup();
                assert_eq!(numbers.len(), given, "{kind:?}, seed {seed}");
            }
        }
    }
}
