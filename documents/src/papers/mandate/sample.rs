//! A sample of 委托书 of a wife who cannot come.

use crate::parts::sample::people::{office, pair, parents_child};
use crate::parts::sample::{CASE_NUMBER, day};

use super::Mandate;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Mandate)> {
    vec![("mandate", mandate())]
}

/// 委托书 of a wife who cannot come.
pub fn mandate() -> Mandate {
    let [agent, principal] = pair();
    Mandate {
        office: office(),
        case_number: CASE_NUMBER.into(),
        principal,
        agent,
        child: parents_child().name,
        reason: "在外地住院治疗".into(),
        drawn_up_on: day(2026, 5, 20),
    }
}
