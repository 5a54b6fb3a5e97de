//! 解除收养关系, of a minor and of an adult.

use super::roads::{Later, Opening, RIGHT, archived, begun, decided, given_out, in_person};
use super::worlds::{ADULT, MINOR, adoption, another_open, dissolved, on, open_dissolution};
use crate::base::document::DocumentKind;
use crate::case::decision::Attendance;
use crate::case::later::{DissolutionBasis, TakenIn};
use crate::case::{Party, Procedure};
use crate::command::Command;
use crate::identity::Division;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::road::{Road, by, decisive};
use crate::proof::exploration::walk::{State, Walk};
use crate::steps::register_dissolution::RegisterDissolution;

fn dissolve(walk: &mut Walk, parties: &[Party], spoil: fn(&mut RegisterDissolution)) {
    let mut command = RegisterDissolution {
        blank_serial: "JC0001".into(),
        attendance: in_person(walk, parties),
        certificate: TakenIn::GivenIn,
    };
    spoil(&mut command);
    walk.act(Who::Registrar, Command::RegisterDissolution(command));
}

fn dissolution(begin: State, parties: &'static [Party], command: fn() -> Command) -> Road {
    let right: Opening = ("in order", command, RIGHT);
    let mut road = begun(
        &begin,
        vec![
            right,
            (
                "a dispute",
                || open_dissolution(|data| data.basis = DissolutionBasis::Dispute),
                RIGHT,
            ),
            (
                "of an adoptee of another county",
                || open_dissolution(|data| data.adoptee.division = Division("500112".into())),
                RIGHT,
            ),
            (
                "because the parents were found",
                || open_dissolution(|data| data.basis = DissolutionBasis::ParentsFound),
                RIGHT,
            ),
            (
                "after the death of who adopted nobody",
                || open_dissolution(|data| data.deceased_adopter = Some(Party::Placer)),
                RIGHT,
            ),
            ("of an adoption that was dissolved", right.1, dissolved),
            ("while another is open", right.1, |world| another_open(world, Procedure::Dissolution)),
            ("of no registered adoption", right.1, |world| adoption(world).registration = None),
            ("of a child nobody placed", right.1, |world| {
                adoption(world).placer = crate::case::Placer::Nobody;
            }),
        ],
    );
    decided(&mut road, parties, true, Procedure::Dissolution);
    let wrongly = move |name: &str, spoil: fn(&mut RegisterDissolution)| {
        by(name, move |walk: &mut Walk| dissolve(walk, parties, spoil))
    };
    road.push(decisive(
        "registration",
        vec![
            wrongly("registered", |_| {}),
            by("never", |_| {}),
            wrongly("one did not come", |data| {
                data.attendance.pop();
            }),
            wrongly("a card of another", |data| {
                if let Some(Attendance::InPerson { number, .. }) = data.attendance.first_mut() {
                    *number = "500111197001010037".into();
                }
            }),
            wrongly("the certificate kept without a reason", |data| {
                data.certificate = TakenIn::NotTakenIn { reason: String::new() };
            }),
            wrongly("the certificate lost", |data| {
                data.certificate = TakenIn::NotTakenIn { reason: "遗失".into() };
            }),
            by("on a used blank", move |walk| {
                walk.world(|world| world.blank_serial_used = true);
                dissolve(walk, parties, |_| {});
            }),
            by("twice", move |walk| {
                dissolve(walk, parties, |_| {});
                dissolve(walk, parties, |_| {});
            }),
        ],
    ));
    road.extend(given_out(DocumentKind::DissolutionProof));
    road.push(archived());
    road
}

fn road(
    name: &'static str,
    day: &str,
    parties: &'static [Party],
    command: fn() -> Command,
) -> Later {
    Later { name, begin: on(day), road: dissolution(on(day), parties, command) }
}

pub fn of_a_minor() -> Later {
    const PARTIES: &[Party] =
        &[Party::FirstAdopter, Party::SecondAdopter, Party::Placer, Party::Child];
    road("dissolution, a minor", MINOR, PARTIES, || open_dissolution(|_| {}))
}

pub fn of_an_adult() -> Later {
    const PARTIES: &[Party] = &[Party::FirstAdopter, Party::SecondAdopter, Party::Child];
    road("dissolution, an adult", ADULT, PARTIES, || open_dissolution(|_| {}))
}

pub fn of_a_widowed_adopter() -> Later {
    const PARTIES: &[Party] = &[Party::SecondAdopter, Party::Placer, Party::Child];
    road("dissolution, one adopter has died", MINOR, PARTIES, || {
        open_dissolution(|data| data.deceased_adopter = Some(Party::FirstAdopter))
    })
}
