//! 补录: entered by one, compared by another; no relation and no number of the running series.

use super::{FIRST, breaks, open, refused_to_open};
use crate::access::Role;
use crate::base::stage::Stage;
use crate::case::Party;
use crate::cast::county::DAZU;
use crate::command::Command;
use crate::facts::{AdoptionRecord, OtherCase};
use crate::identity::Division;
use crate::law::child::ONE_ADOPTION;
use crate::law::input::{DAY, DIVISION, TEXT};
use crate::law::later::{CONFIRMED_BY_ANOTHER, NUMBER_ONCE, PAPER_SHOWS};
use crate::procedures::papers::required_papers;
use crate::proof::testing::{Story, user};
use crate::steps::accept::Accept;
use crate::steps::confirm_late_entry::ConfirmLateEntry;
use crate::steps::open_late_entry::OpenLateEntry;

pub(crate) fn entry() -> OpenLateEntry {
    OpenLateEntry {
        application: crate::proof::testing::application(),
        certificate_number: "（2021）渝足收字00007".into(),
        blank_serial: Some("YZ20210007".into()),
        registered_on: "2021-04-06".parse().expect("a day"),
        registered_by: DAZU.bureau.into(),
        volume_number: "0123-收养-2021-0007".into(),
    }
}

pub(crate) fn command(data: OpenLateEntry) -> Command {
    Command::OpenLateEntry(Box::new(data))
}

pub(crate) fn entered(data: OpenLateEntry) -> Story {
    let mut story = open(&Story::applied(), &command(data)).expect("a late entry opens");
    for required in required_papers(&story.case) {
        story.file_and_verify(required.slot);
    }
    story
}

pub(crate) fn confirm() -> Command {
    Command::ConfirmLateEntry(ConfirmLateEntry {})
}

/// An adoption entered late that another office had registered, as the facts of a day show it.
pub(crate) fn of_another_office(on: &str) -> Story {
    let data = OpenLateEntry { registered_by: "重庆市荣昌区民政局".into(), ..entry() };
    let mut story = entered(data);
    story.by(user(4, "丁档案"), Role::Archivist).must(confirm());
    story.registrar().on(on);
    let record = AdoptionRecord { id: FIRST, case: story.case.clone() };
    story.facts.adoption = Some(Box::new(record));
    story
}

#[test]
fn it_holds_the_number_of_the_paper_until_it_is_declined() {
    let mut story = entered(entry());
    assert_eq!(story.case.certificate_number(), Some("（2021）渝足收字00007"));
    story.case.stage = Stage::NotAccepted;
    assert_eq!(story.case.certificate_number(), None, "another entry may bear it");
    assert_eq!(Story::applied().case.certificate_number(), None);
}

#[test]
fn another_person_confirms_it_and_the_adoption_stands_as_on_paper() {
    let mut story = entered(entry());
    breaks(&story.refused(confirm()), &CONFIRMED_BY_ANOTHER);
    story.by(user(4, "丁档案"), Role::Archivist).must(confirm());
    let registration = story.case.registration.as_ref().expect("it is in the ledger");
    assert_eq!(registration.certificate_number, "（2021）渝足收字00007");
    assert_eq!(registration.on, "2021-04-06".parse().expect("a day"));
    assert_eq!(story.case.stage, Stage::Closed);
    assert!(story.case.visits.is_empty());
    let archive = story.case.archive.as_ref().expect("its volume exists");
    assert_eq!(
        (archive.volume_number.as_str(), archive.manifest.len()),
        ("0123-收养-2021-0007", 2)
    );
    assert_eq!(confirm().series(story.case.procedure), None, "no number is drawn");
}

#[test]
fn whoever_compared_the_volume_does_not_confirm_it() {
    let mut story = open(&Story::applied(), &command(entry())).expect("a late entry opens");
    story.by(user(5, "戊登记"), Role::Registrar);
    for required in required_papers(&story.case) {
        story.file_and_verify(required.slot);
    }
    story.by(user(5, "戊登记"), Role::Archivist);
    breaks(&story.refused(confirm()), &CONFIRMED_BY_ANOTHER);
    story.by(user(4, "丁档案"), Role::Archivist).must(confirm());
}

/// 偃师市 became a district in the year of this registration.
#[test]
fn a_county_that_stood_on_the_day_of_the_paper_is_taken() {
    let mut data = entry();
    let institution = data.application.placer.as_mut().expect("an institution");
    institution.division = Division("410381".into());
    entered(data.clone());
    data.registered_on = "2024-04-08".parse().expect("a day");
    assert!(refused_to_open(&Story::applied(), &command(data)).names(&DIVISION));
}

#[test]
fn it_rests_on_the_paper_and_takes_no_other_way() {
    let mut story = open(&Story::applied(), &command(entry())).expect("a late entry opens");
    story.by(user(4, "丁档案"), Role::Archivist);
    assert_eq!(story.refused(confirm()), [PAPER_SHOWS.id, PAPER_SHOWS.id]);
    let refused = story.refused(Command::Accept(Accept {}));
    breaks(&refused, &crate::law::kinds::NOT_OF_THIS_KIND);
}

#[test]
fn a_number_and_a_child_stand_once_in_the_ledger() {
    let mut story = Story::applied();
    story.facts.certificate_number_used = true;
    story.facts.other_cases = vec![OtherCase {
        number: "1".into(),
        party: Party::Child,
        accepted_or_standing: true,
        open_or_standing: true,
        told_apart: false,
        same_number: false,
        registered_on: Some(story.facts.today),
        outside_the_quota: false,
    }];
    let refusal = refused_to_open(&story, &command(entry()));
    assert!(refusal.names(&NUMBER_ONCE) && refusal.names(&ONE_ADOPTION));
    let mut entered = entered(entry());
    entered.facts.certificate_number_used = true;
    entered.by(user(4, "丁档案"), Role::Archivist);
    breaks(&entered.refused(confirm()), &NUMBER_ONCE);
}

#[test]
fn what_is_entered_is_written_well() {
    let mut data = entry();
    data.registered_on = "2019-01-01".parse().expect("a day");
    data.certificate_number = String::new();
    data.application.adopters[0].name = String::new();
    let refusal = refused_to_open(&Story::applied(), &command(data));
    assert!(refusal.names(&DAY) && refusal.names(&TEXT));
    let mut fields = refusal.violations.iter().filter_map(|broken| broken.field.as_deref());
    assert!(fields.any(|field| field == "application.adopters[0].name"));
}
