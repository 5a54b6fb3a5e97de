//! Samples of 解除收养登记申请书.

use crate::parts::copies::Copies;
use crate::parts::people::Child;
use crate::parts::sample::later::{adoption, grown_up, old_adoption};
use crate::parts::sample::people::{
    child, couple, grown_child, office, parents_child, placer, placing_parents,
};
use crate::parts::sample::{CASE_NUMBER, day};

use super::{DissolutionApplication, Dissolving};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<DissolutionApplication>)> {
    vec![
        ("dissolution_application_minor", Copies::one(dissolution_of_minor())),
        ("dissolution_application_adult", Copies::one(dissolution_of_adult())),
        ("dissolution_application_after_a_death", Copies::one(dissolution_after_a_death())),
        ("dissolution_application_secret", secret_dissolution()),
    ]
}

/// 解除收养登记申请书 of adopters and birth parents.
pub fn dissolution_of_minor() -> DissolutionApplication {
    DissolutionApplication {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2027, 4, 6),
        adoption: adoption(),
        adopters: Some(couple()),
        deceased: None,
        child: Child { category: parents_child().category, born_on_estimated: false, ..grown_child() },
        with: Dissolving::Minor { placer: Some(placing_parents()), child_consents: true },
        reason: "生父母病情好转、重新有了固定收入，孩子多次表示想回到生父母身边，双方家庭商量后同意解除。"
            .into(),
    }
}

/// 解除收养登记申请书 of adopters and a grown-up adoptee.
pub fn dissolution_of_adult() -> DissolutionApplication {
    DissolutionApplication {
        adoption: old_adoption(),
        child: grown_up(),
        with: Dissolving::Adult { telephone: Some("13900000051".into()) },
        reason: "成年后长期不在一起生活，关系恶化，无法继续共同生活。".into(),
        ..dissolution_of_minor()
    }
}

/// 解除收养登记申请书 of the adopter who outlived the other.
pub fn dissolution_after_a_death() -> DissolutionApplication {
    DissolutionApplication { deceased: Some(1), ..dissolution_of_minor() }
}

/// The copies of 解除收养登记申请书 in a case kept secret.
pub fn secret_dissolution() -> Copies<DissolutionApplication> {
    let with = |placer| Dissolving::Minor { placer, child_consents: false };
    let for_adopters = DissolutionApplication {
        child: child(),
        with: with(None),
        reason: "收养家庭发生变故，无力继续抚养，与儿童福利院协商后同意解除。".into(),
        ..dissolution_of_minor()
    };
    let for_placer = DissolutionApplication {
        adopters: None,
        child: Child { name_after_adoption: None, ..child() },
        with: with(Some(placer())),
        ..for_adopters.clone()
    };
    Copies { copy: for_adopters, other: Some(for_placer), applicant: None }
}
