//! What a kind of child needs is filled in, and what it does not have is left out.

use crate::base::rule::Violation;
use crate::law::input::OF_THE_KIND;

/// A field is filled in where it is needed and left out where it is not.
pub fn given_as_needed(field: &str, needed: bool, given: bool) -> Option<Violation> {
    match (needed, given) {
        (true, false) => Some(OF_THE_KIND.broken_because("须填写", "it is needed").at(field)),
        (false, true) => {
            Some(OF_THE_KIND.broken_because("不得填写", "it belongs to another kind").at(field))
        }
        (true, true) | (false, false) => None,
    }
}
