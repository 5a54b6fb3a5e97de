//! Samples of 收养协议.

use crate::parts::copies::Copies;
use crate::parts::people::Child;
use crate::parts::sample::people::{child, couple, office, parents_child, placer, placing_parents};
use crate::parts::sample::{CASE_NUMBER, day};

use super::{AdoptionAgreement, AgreementParty};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<AdoptionAgreement>)> {
    vec![
        ("adoption_agreement_rescued", Copies::one(agreement_on_rescued_child())),
        ("adoption_agreement_parents", Copies::one(agreement_with_parents())),
        ("adoption_agreement_secret", secret_agreement()),
    ]
}

/// 收养协议 on a rescued child, which the police sign too.
pub fn agreement_on_rescued_child() -> AdoptionAgreement {
    AdoptionAgreement {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2026, 4, 8),
        adopters: Some(couple()),
        placer: Some(placer()),
        child: Child { category: "查找不到生父母的打拐解救儿童".into(), ..child() },
        rescued: true,
        others: vec![AgreementParty { capacity: "公安机关".into(), name: None }],
    }
}

/// The copies of 收养协议 in a case kept secret, as the view of each side leaves them.
pub fn secret_agreement() -> Copies<AdoptionAgreement> {
    let copy = AdoptionAgreement { placer: None, ..agreement_on_rescued_child() };
    let child = Child { name_after_adoption: Some("依法保密".into()), ..copy.child.clone() };
    let other = AdoptionAgreement { adopters: None, child, ..agreement_on_rescued_child() };
    Copies { copy, other: Some(other), applicant: None }
}

/// 收养协议 with birth parents.
pub fn agreement_with_parents() -> AdoptionAgreement {
    AdoptionAgreement {
        placer: Some(placing_parents()),
        child: parents_child(),
        rescued: false,
        others: Vec::new(),
        ..agreement_on_rescued_child()
    }
}
