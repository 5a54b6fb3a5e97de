//! Samples of 收养登记申请书: for each kind of placer.

use crate::parts::copies::Copies;
use crate::parts::people::{Placer, PlacingPerson};
use crate::parts::sample::people::{
    child, couple, father, foundling, institution, office, orphan, parents_child, placer,
    placing_parents,
};
use crate::parts::sample::{CASE_NUMBER, day};

use super::ApplicationForm;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<ApplicationForm>)> {
    vec![
        ("application_form", Copies::one(application_form())),
        ("application_form_parents", Copies::one(application_of_parents())),
        ("application_form_guardian", Copies::one(application_of_guardian())),
        ("application_form_organisation", Copies::one(application_of_organisation())),
        ("application_form_nobody", Copies::one(application_without_placer())),
    ]
}

/// 收养登记申请书 of a couple.
pub fn application_form() -> ApplicationForm {
    ApplicationForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2026, 3, 2),
        adopters: Some(couple()),
        child: child(),
        placer: Some(placer()),
        reason: "夫妻共同生活多年，一直未能生育，愿意给一个孩子完整的家，把她抚养成人。".into(),
        raised_since: None,
        agreement_wanted: true,
        notarisation_wanted: false,
        secrecy_requested: true,
    }
}

/// 收养登记申请书 where birth parents place.
pub fn application_of_parents() -> ApplicationForm {
    ApplicationForm {
        child: parents_child(),
        placer: Some(placing_parents()),
        secrecy_requested: false,
        ..application_form()
    }
}

/// 收养登记申请书 where a guardian places an orphan whom the adopters raise already.
pub fn application_of_guardian() -> ApplicationForm {
    let guardian = PlacingPerson { relation: "监护人，叔父".into(), person: father() };
    ApplicationForm {
        child: orphan(),
        placer: Some(Placer::Persons { persons: vec![guardian], other_parent: None }),
        raised_since: Some(day(2024, 8, 1)),
        secrecy_requested: false,
        ..application_form()
    }
}

/// 收养登记申请书 where an organisation is the guardian.
pub fn application_of_organisation() -> ApplicationForm {
    let mut village = institution();
    village.name = "重庆市大足区三驱镇响水村村民委员会".into();
    village.relation = Some("监护人".into());
    ApplicationForm { placer: Some(Placer::Institution(village)), ..application_of_guardian() }
}

/// 收养登记申请书 of a foundling whom nobody places.
pub fn application_without_placer() -> ApplicationForm {
    ApplicationForm {
        child: foundling(),
        placer: Some(Placer::Nobody),
        raised_since: Some(day(2023, 11, 12)),
        secrecy_requested: false,
        ..application_form()
    }
}
