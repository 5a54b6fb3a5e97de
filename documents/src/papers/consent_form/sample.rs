//! Samples of 同意书: for each who consents.

use crate::parts::people::{Child, Named};
use crate::parts::sample::people::{
    adopter, child, couple, father, grown_child, institution, mother, office, parents_child,
};
use crate::parts::sample::{CASE_NUMBER, day};

use super::{ConsentForm, Consenting};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, ConsentForm)> {
    vec![
        ("consent_form_adopters", couple_consent()),
        ("consent_form_institution", institution_consent()),
        ("consent_form_child", child_consent()),
        ("consent_form_birth_parent", birth_parent_consent()),
        ("consent_form_stepchild", stepchild_consent()),
        ("consent_form_guardian", guardian_consent()),
        ("consent_form_dissolution", childs_consent_to_dissolution()),
    ]
}

fn consent(consenting: Consenting) -> ConsentForm {
    ConsentForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2026, 3, 9),
        consenting,
        adopters: Some(couple().iter().map(Named::from).collect()),
        child: child(),
    }
}

/// 自愿收养同意书 of a couple.
pub fn couple_consent() -> ConsentForm {
    consent(Consenting::Adopters { persons: couple().iter().map(Named::from).collect() })
}

/// 同意送养意见书 of the institution.
pub fn institution_consent() -> ConsentForm {
    consent(Consenting::Institution { institution: institution() })
}

/// 同意送养意见书 of a mother who may not learn who adopts.
pub fn birth_parent_consent() -> ConsentForm {
    let person = Named::from(&mother());
    ConsentForm {
        child: parents_child(),
        adopters: None,
        ..consent(Consenting::BirthParent { relation: "生母".into(), person })
    }
}

/// 生父母同意收养意见书 of the father who does not live with the stepchild.
pub fn stepchild_consent() -> ConsentForm {
    let person = Named::from(&father());
    let consenting =
        Consenting::StepchildParent { relation: "生父".into(), person, spouse: false };
    ConsentForm {
        child: Child { category: "继子女".into(), ..parents_child() },
        adopters: Some(vec![Named::from(&adopter())]),
        ..consent(consenting)
    }
}

/// 被收养人同意书 of a child of ten.
pub fn child_consent() -> ConsentForm {
    ConsentForm { child: grown_child(), ..consent(Consenting::Child) }
}

/// 同意送养意见书 of an orphan's uncle, who is its guardian.
pub fn guardian_consent() -> ConsentForm {
    let person = Named::from(&father());
    ConsentForm {
        child: Child { category: "监护人监护的孤儿".into(), ..parents_child() },
        ..consent(Consenting::Guardian { relation: "叔父".into(), person })
    }
}

/// 被收养人同意解除收养关系意见书.
pub fn childs_consent_to_dissolution() -> ConsentForm {
    ConsentForm { child: grown_child(), ..consent(Consenting::ChildToDissolution) }
}
