//! What is told of those who apply, made other than it was.

use crate::case::{Adopter, OtherParentState};
use crate::identity::ResidentId;
use crate::identity::dictionaries::MaritalStatus;
use crate::proof::exploration::properties::days::day;
use crate::proof::testing::application_of_a_stepfather;
use crate::steps::apply::Apply;
pub fn number(area: &str, born: &str, sequence: &str) -> ResidentId {
    let digits = format!("{area}{}{sequence}", born.replace('-', ""));
    ResidentId::with_check_character(&digits).expect("seventeen digits")
}

/// The child was born on this day.
pub fn born(application: &mut Apply, text: &str) {
    let child = &mut application.child;
    child.birth_date = day(text);
    child.resident_id = Some(number("500111", text, "004"));
    if child.found_on.is_some() {
        (child.found_on, child.entered_institution_on) = (Some(day(text)), Some(day(text)));
    }
}

pub fn adopter_born(adopter: &mut Adopter, text: &str, sequence: &str) {
    adopter.birth_date = day(text);
    adopter.resident_id = number("500111", text, sequence);
}

pub fn one_alone(application: &mut Apply, which: usize, status: MaritalStatus) {
    let mut adopter = application.adopters.swap_remove(which);
    adopter.marital_status = status;
    application.adopters = vec![adopter];
}

pub fn other_parent(application: &mut Apply, state: OtherParentState) {
    let mut known = application_of_a_stepfather().parents.expect("parents").other_parent;
    if let Some(other) = &mut known {
        other.state = state;
        if state == OtherParentState::Unknown {
            (other.name, other.resident_id, other.division) = (None, None, None);
        }
    }
    let parents = application.parents.as_mut().expect("parents place");
    parents.placing.drain(..parents.placing.len() - 1);
    parents.other_parent = known;
}
