//! One application in order for each kind of child.

use super::people::{
    application, application_of_a_stepfather, application_of_hardship_parents, parent,
};
use crate::case::{
    BirthParent, Child, ChildKind, KinRelation, Kinship, Party, PlacingGuardian, SupportDutyPerson,
};
use crate::identity::{Division, Sex};
use crate::steps::apply::Apply;

/// An application of a kind that meets every condition on the first day of the stories.
pub fn application_of(kind: ChildKind) -> Apply {
    match kind {
        ChildKind::InstitutionFoundling => application(),
        ChildKind::InstitutionOrphan => entered(kind),
        ChildKind::GuardianOrphan => of_an_orphans_grandfather(),
        ChildKind::Foundling => of_a_foundling(),
        ChildKind::HardshipParents => application_of_hardship_parents(),
        ChildKind::IncapableParents => of_a_guardian(kind),
        ChildKind::CollateralKin => of_kin(),
        ChildKind::Stepchild => application_of_a_stepfather(),
        ChildKind::StateGuardianship => {
            let mut application = entered(kind);
            application.child.guardianship_revoked_on = "2024-06-03".parse().ok();
            application
        }
        ChildKind::RescuedChild => Apply { kind, ..application() },
    }
}

/// A child of an institution that was not found.
fn entered(kind: ChildKind) -> Apply {
    let mut application = Apply { kind, ..application() };
    let child = &mut application.child;
    (child.found_on, child.found_at, child.features) = (None, None, None);
    application
}

fn not_found_and_not_entered(child: &mut Child) {
    (child.found_on, child.entered_institution_on) = (None, None);
    (child.found_at, child.entry_number, child.features) = (None, None, None);
    child.address = "重庆市大足区宝顶镇倒塔村3组".into();
}

fn of_a_guardian(kind: ChildKind) -> Apply {
    let mut application = Apply { kind, placer: None, ..application() };
    not_found_and_not_entered(&mut application.child);
    application.guardian = Some(PlacingGuardian {
        person: Some(parent("罗德福", Sex::Male, "1958-03-21", "015")),
        organisation: None,
        relation: "祖父".into(),
    });
    application
}

fn of_an_orphans_grandfather() -> Apply {
    let mut application = of_a_guardian(ChildKind::GuardianOrphan);
    let person = SupportDutyPerson { name: "唐玉珍".into(), relation: "外祖母".into() };
    application.support_duty = vec![person];
    application
}

fn of_a_foundling() -> Apply {
    let mut application = Apply { kind: ChildKind::Foundling, placer: None, ..application() };
    let child = &mut application.child;
    (child.entered_institution_on, child.entry_number) = (None, None);
    child.found_division = Some(Division("500111".into()));
    application
}

fn of_kin() -> Apply {
    let kind = ChildKind::CollateralKin;
    let mut application = Apply { kind, ..application_of_hardship_parents() };
    application.kinship = Some(Kinship {
        adopter: Party::FirstAdopter,
        parent: BirthParent::Mother,
        relation: KinRelation::MaternalCousin,
    });
    application
}
