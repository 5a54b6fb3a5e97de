//! Names and numbers in one way of writing, before anything is decided on them. What was stored earlier
//! is not touched: events load as they were written.

use crate::case::decision::Attendance;
use crate::case::present::{PresentAdoptee, PresentGuardian, PresentHead};
use crate::case::{Child, Institution, PlacingParents, PlacingPerson, SupportDutyPerson};
use crate::identity::names::{standard_any_name, standard_name};
use crate::identity::telephone::standard_telephone;
use crate::identity::writing::standard_number;

pub(super) fn name(value: &mut String) {
    *value = standard_name(value);
}

pub(super) fn any_name(value: &mut String) {
    *value = standard_any_name(value);
}

/// A number in its standard form; blanks alone stay, so that they are refused.
fn number(value: &mut String) {
    let standard = standard_number(value);
    if !standard.is_empty() {
        *value = standard;
    }
}

pub(super) fn telephone(value: &mut String) {
    *value = standard_telephone(value);
}

/// The numbers read from cards. That of another paper, and the serial of a blank, stay as they are printed.
pub(super) fn cards(attendance: &mut [Attendance]) {
    for attending in attendance {
        if let Attendance::InPerson { shown, number: shown_number, .. } = attending
            && shown.bears_a_resident_number()
        {
            number(shown_number);
        }
    }
}

/// The numbers of an entry, a birth and a finding are printed as their paper writes them.
pub(super) fn child(data: &mut Child) {
    name(&mut data.name);
    data.new_name.iter_mut().for_each(name);
}

pub(super) fn institution(data: &mut Institution) {
    name(&mut data.responsible_person);
    telephone(&mut data.telephone);
}

pub(super) fn parents(data: &mut PlacingParents) {
    data.placing.iter_mut().for_each(person);
    data.other_parent.iter_mut().flat_map(|other| &mut other.name).for_each(name);
}

pub(super) fn person(data: &mut PlacingPerson) {
    name(&mut data.name);
    telephone(&mut data.telephone);
}

pub(super) fn support(data: &mut SupportDutyPerson) {
    name(&mut data.name);
}

pub(super) fn adoptee(data: &mut PresentAdoptee) {
    name(&mut data.name);
}

pub(super) fn head(data: &mut PresentHead) {
    name(&mut data.name);
}

pub(super) fn guardian(data: &mut PresentGuardian) {
    name(&mut data.name);
}
