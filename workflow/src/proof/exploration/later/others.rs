//! 补领, 出具证明, 补录.

use super::ended;
use super::roads::{
    Later, Opening, RIGHT, archived, begun, changes, decided, given_out, in_person,
};
use super::worlds::{
    MINOR, dissolved, grandmother, on, open_late_entry, open_proof, open_replacement,
    registered_elsewhere,
};
use crate::base::document::DocumentKind;
use crate::case::aftermath::ReplacedPaper;
use crate::case::later::AbsentSpouse;
use crate::case::present::PresentGuardian;
use crate::case::{Party, Procedure};
use crate::command::Command;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::days::later;
use crate::proof::exploration::road::{by, decisive, station, turns};
use crate::proof::exploration::stations::{application::other_case, papers};
use crate::proof::exploration::walk::Walk;
use crate::steps::confirm_late_entry::ConfirmLateEntry;
use crate::steps::issue_proof::IssueProof;
use crate::steps::issue_replacement::IssueReplacement;

pub fn replacements() -> Later {
    let begin = on(MINOR);
    let right: Opening = ("in order", || open_replacement(|_| {}), RIGHT);
    let mut road = begun(
        &begin,
        vec![
            right,
            (
                "by the placer",
                || {
                    open_replacement(|data| {
                        data.applicants = vec![Party::Placer];
                        data.absent_spouse = None;
                    })
                },
                RIGHT,
            ),
            (
                "by a guardian who is not named",
                || open_replacement(|data| data.applicants = vec![Party::Guardian]),
                RIGHT,
            ),
            ("alone, unexplained", || open_replacement(|data| data.absent_spouse = None), RIGHT),
            (
                "by a divorced adopter",
                || open_replacement(|data| data.absent_spouse = Some(AbsentSpouse::Divorced)),
                RIGHT,
            ),
            (
                "of a proof there is none of",
                || open_replacement(|data| data.paper = ReplacedPaper::DissolutionProof),
                RIGHT,
            ),
            ("of an adoption that was dissolved", right.1, dissolved),
            ("of another office", right.1, registered_elsewhere),
        ],
    );
    decided(&mut road, &[Party::FirstAdopter], false, Procedure::Replacement);
    let issue = |walk: &mut Walk, parties: &[Party]| {
        let attendance = in_person(walk, parties);
        let command = IssueReplacement { blank_serial: "YZ20300009".into(), attendance };
        walk.act(Who::Registrar, Command::IssueReplacement(command));
    };
    road.push(decisive(
        "replacement",
        vec![
            by("issued", move |walk| issue(walk, &[Party::FirstAdopter])),
            by("nobody came", move |walk| issue(walk, &[])),
            by("the other came too", move |walk| {
                issue(walk, &[Party::FirstAdopter, Party::SecondAdopter])
            }),
            by("on a used blank", move |walk| {
                walk.world(|world| world.blank_serial_used = true);
                issue(walk, &[Party::FirstAdopter]);
            }),
        ],
    ));
    road.extend(given_out(DocumentKind::Certificate));
    road.push(archived());
    Later { name: "replacement", begin, road }
}

pub fn proofs() -> Later {
    proof("proof", Party::FirstAdopter, || open_proof(|_| {}))
}

/// The adoptee's guardian applies, since those who adopted it have died.
pub fn proof_for_a_minor() -> Later {
    proof("proof, a guardian applies", Party::Guardian, || {
        open_proof(|data| {
            data.applicant = Party::Guardian;
            data.guardian = Some(grandmother());
        })
    })
}

fn proof(name: &'static str, applicant: Party, command: fn() -> Command) -> Later {
    let begin = on(MINOR);
    let right: Opening = ("in order", command, RIGHT);
    let mut road = begun(
        &begin,
        vec![
            right,
            ("by the placer", || open_proof(|data| data.applicant = Party::Placer), RIGHT),
            ("by the child", || open_proof(|data| data.applicant = Party::Child), RIGHT),
            (
                "by an adopter and a guardian",
                || open_proof(|data| data.guardian = Some(grandmother())),
                RIGHT,
            ),
            (
                "by an adopter as guardian",
                || {
                    open_proof(|data| {
                        data.applicant = Party::Guardian;
                        let adopter = crate::proof::testing::application().adopters.swap_remove(0);
                        let resident_id = adopter.resident_id;
                        data.guardian = Some(PresentGuardian { resident_id, ..grandmother() });
                    })
                },
                RIGHT,
            ),
            ("of another office", right.1, registered_elsewhere),
        ],
    );
    road.push(papers::acceptance());
    let issue = |walk: &mut Walk, parties: &[Party]| {
        let attendance = in_person(walk, parties);
        walk.act(Who::Registrar, Command::IssueProof(IssueProof { attendance }));
    };
    road.push(turns("turns in review", changes(Procedure::Proof)));
    road.push(decisive(
        "proof",
        vec![
            by("issued", move |walk| issue(walk, &[applicant])),
            by("nobody came", move |walk| issue(walk, &[])),
            by("twice", move |walk| {
                issue(walk, &[applicant]);
                issue(walk, &[applicant]);
            }),
        ],
    ));
    road.push(station(
        "printed",
        vec![
            by("printed", |walk| {
                walk.print(DocumentKind::AdoptionProof);
            }),
            by("not printed", |_| {}),
        ],
    ));
    road.push(archived());
    Later { name, begin, road }
}

pub fn late_entries() -> Later {
    let begin = on(MINOR);
    let right: Opening = ("in order", || open_late_entry(|_| {}), RIGHT);
    let mut road = begun(
        &begin,
        vec![
            right,
            (
                "without an office",
                || open_late_entry(|data| data.registered_by = String::new()),
                RIGHT,
            ),
            (
                "of a day to come",
                || open_late_entry(|data| data.registered_on = later(data.registered_on, 9000)),
                RIGHT,
            ),
            ("of a number in the ledger", right.1, |world| world.certificate_number_used = true),
            ("of a used blank", right.1, |world| world.blank_serial_used = true),
            ("of a child in another adoption", right.1, |world| {
                world.other_cases.push(other_case(Party::Child));
            }),
        ],
    );
    let confirm = |walk: &mut Walk, who| {
        walk.act(who, Command::ConfirmLateEntry(ConfirmLateEntry {}));
    };
    road.push(decisive(
        "confirmation",
        vec![
            by("by an archivist", move |walk| confirm(walk, Who::Archivist)),
            by("by who entered it", move |walk| confirm(walk, Who::RegistrarAndLeader)),
        ],
    ));
    road.extend(ended::stations());
    Later { name: "late entry", begin, road }
}
