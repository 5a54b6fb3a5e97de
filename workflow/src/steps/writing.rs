//! Names and numbers of a command in one way of writing, before anything is decided on them. What was
//! stored earlier is not touched: events load as they were written.

use crate::case::decision::Attendance;
use crate::case::later::Initiator;
use crate::case::{
    Child, Institution, PlacingParents, PlacingPerson, PresentAdoptee, PresentGuardian, PresentHead,
    SupportDutyPerson,
};
use crate::command::Command;
use crate::donation::{Donor, Offer, Receive};
use crate::identity::names::{name_fault, standard_name};
use crate::identity::telephone::standard_telephone;
use crate::identity::writing::standard_number;
use crate::steps::apply::Apply;
use crate::steps::change_fact::Change;

fn name(value: &mut String) {
    *value = standard_name(value);
}

/// The name of a person or of an organisation: only a person's has one way of writing.
fn any_name(value: &mut String) {
    let standard = standard_name(value);
    if name_fault(&standard).is_none() {
        *value = standard;
    }
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
            Command::OpenLateEntry(data) => {
                application(&mut data.application);
                data.blank_serial.iter_mut().for_each(number);
            }
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
            other => with_blanks_and_cards(other),
        }
        self
    }
}

/// The acts at which a blank is used or a card is shown.
fn with_blanks_and_cards(command: &mut Command) {
    match command {
        Command::Register(data) => {
            number(&mut data.blank_serial);
            cards(&mut data.attendance);
        }
        Command::RegisterDissolution(data) => {
            number(&mut data.blank_serial);
            cards(&mut data.attendance);
        }
        Command::IssueReplacement(data) => {
            number(&mut data.blank_serial);
            cards(&mut data.attendance);
        }
        Command::IssueProof(data) => cards(&mut data.attendance),
        _ => {}
    }
}

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
    for guardian in &mut data.guardian {
        guardian.person.iter_mut().for_each(person);
        guardian.organisation.iter_mut().for_each(institution);
    }
    data.support_duty.iter_mut().for_each(support);
}

/// The numbers of an entry and of a finding are printed as their paper writes them.
fn child(data: &mut Child) {
    name(&mut data.name);
    data.new_name.iter_mut().for_each(name);
    data.birth_certificate_number.iter_mut().for_each(number);
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

impl Offer {
    /// The offer with its names and numbers in one way of writing.
    pub fn in_one_way_of_writing(mut self) -> Offer {
        donor(&mut self.donor);
        self.related.iter_mut().for_each(|related| donor(&mut related.who));
        self
    }
}

fn donor(data: &mut Donor) {
    match data {
        Donor::Person { name: of_person, .. } => name(of_person),
        Donor::Organisation { .. } => {}
        Donor::Overseas { name: of_either, document_number } => {
            any_name(of_either);
            number(document_number);
        }
    }
}

impl Receive {
    /// The receipt with its names and its number in one way of writing.
    pub fn in_one_way_of_writing(mut self) -> Receive {
        number(&mut self.receipt_number);
        self.counters.iter_mut().for_each(name);
        self
    }
}
