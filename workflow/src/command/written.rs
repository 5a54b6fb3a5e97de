//! Names and numbers of a command in one way of writing, before anything is decided on them. What was
//! stored earlier is not touched: events load as they were written.

use super::Command;
use crate::case::decision::Attendance;
use crate::case::later::{Initiator, PresentAdoptee, PresentGuardian, PresentHead};
use crate::case::{Child, Institution, PlacingParents, PlacingPerson, SupportDutyPerson};
use crate::identity::names::{standard_any_name, standard_name};
use crate::identity::telephone::standard_telephone;
use crate::identity::writing::standard_number;
use crate::steps::apply::Apply;
use crate::steps::change_fact::Change;

fn name(value: &mut String) {
    *value = standard_name(value);
}

fn any_name(value: &mut String) {
    *value = standard_any_name(value);
}

/// A number in its standard form; blanks alone stay, so that they are refused.
fn number(value: &mut String) {
    let standard = standard_number(value);
    if !standard.is_empty() {
        *value = standard;
    }
}

fn telephone(value: &mut String) {
    *value = standard_telephone(value);
}

impl Command {
    /// The command with its names and numbers in one way of writing.
    pub fn in_one_way_of_writing(mut self) -> Command {
        match &mut self {
            Command::Apply(data) => application(data),
            Command::OpenLateEntry(data) => application(&mut data.application),
            Command::OpenDissolution(data) => {
                adoptee(&mut data.adoptee);
                data.placer_head.iter_mut().for_each(head);
            }
            Command::OpenReplacement(data) => {
                data.adoptee.iter_mut().for_each(adoptee);
                data.guardian.iter_mut().for_each(guardian);
            }
            Command::OpenProof(data) => {
                data.adoptee.iter_mut().for_each(adoptee);
                data.guardian.iter_mut().for_each(guardian);
            }
            Command::OpenRevocation(data) => {
                if let Initiator::InterestedPerson { name, .. } = &mut data.initiator {
                    any_name(name);
                }
            }
            Command::ChangeFact(data) => match &mut data.change {
                Change::Child { child: data } => child(data),
                Change::SupportDuty { persons } => persons.iter_mut().for_each(support),
                _ => {}
            },
            Command::RaiseClaim(data) => any_name(&mut data.claimant),
            Command::Guide(data) => name(&mut data.given_by),
            Command::Inquire(data) => {
                name(&mut data.recorder);
                data.companion.iter_mut().for_each(|companion| name(&mut companion.name));
            }
            Command::RecordService(data) => name(&mut data.received_by),
            Command::LendVolume(data) => {
                name(&mut data.reader);
                data.approved_by.iter_mut().for_each(name);
            }
            Command::VisitAfterAdoption(data) => data.visitors.iter_mut().for_each(name),
            Command::Register(data) => cards(&mut data.attendance),
            Command::RegisterDissolution(data) => cards(&mut data.attendance),
            Command::IssueReplacement(data) => cards(&mut data.attendance),
            Command::IssueProof(data) => cards(&mut data.attendance),
            _ => {}
        }
        self
    }
}

/// The numbers read from cards. That of another paper, and the serial of a blank, stay as they are printed.
fn cards(attendance: &mut [Attendance]) {
    for attending in attendance {
        if let Attendance::InPerson { shown, number: shown_number, .. } = attending
            && shown.bears_a_resident_number()
        {
            number(shown_number);
        }
    }
}

fn application(data: &mut Apply) {
    for adopter in &mut data.adopters {
        name(&mut adopter.name);
        telephone(&mut adopter.telephone);
    }
    child(&mut data.child);
    data.placer.iter_mut().for_each(institution);
    data.parents.iter_mut().for_each(parents);
    if let Some(guardian) = &mut data.guardian {
        guardian.person.iter_mut().for_each(person);
        guardian.organisation.iter_mut().for_each(institution);
    }
    data.support_duty.iter_mut().for_each(support);
}

/// The numbers of an entry, a birth and a finding are printed as their paper writes them.
fn child(data: &mut Child) {
    name(&mut data.name);
    data.new_name.iter_mut().for_each(name);
}

fn institution(data: &mut Institution) {
    name(&mut data.responsible_person);
    telephone(&mut data.telephone);
}

fn parents(data: &mut PlacingParents) {
    data.placing.iter_mut().for_each(person);
    data.other_parent.iter_mut().flat_map(|other| &mut other.name).for_each(name);
}

fn person(data: &mut PlacingPerson) {
    name(&mut data.name);
    telephone(&mut data.telephone);
}

fn support(data: &mut SupportDutyPerson) {
    name(&mut data.name);
}

fn adoptee(data: &mut PresentAdoptee) {
    name(&mut data.name);
}

fn head(data: &mut PresentHead) {
    name(&mut data.name);
}

fn guardian(data: &mut PresentGuardian) {
    name(&mut data.name);
}
