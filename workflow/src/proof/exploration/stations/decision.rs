//! 报批, 批准, 登记.

use crate::base::stage::Stage;
use crate::case::assessment::Conclusion;
use crate::case::decision::{Attendance, ConditionReason, ShownDocument};
use crate::case::{Check, CheckKind, CheckOutcome, ChildKind, PaperKind, Party, Slot};
use crate::command::Command;
use crate::facts::{DonationReview, Unprintable};
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::kinds::is_open_to_more;
use crate::proof::exploration::road::{Station, by, decisive, station};
use crate::proof::exploration::walk::Walk;
use crate::steps::approve::Approve;
use crate::steps::propose::Propose;
use crate::steps::register::Register;

fn propose(walk: &mut Walk, who: Who, opinion: &str) {
    walk.act(who, Command::Propose(Propose { opinion: opinion.into() }));
}

fn reasons(walk: &Walk) -> Vec<ConditionReason> {
    let mut conditions = vec!["CC-1098.2", "CC-1098.3", "CC-1098.4", "CC-1098.5"];
    if !is_open_to_more(&walk.history()) {
        conditions.insert(0, "CC-1098.1");
    }
    let reason = |condition: &str| ConditionReason {
        condition: condition.into(),
        reason: "经核查符合".into(),
    };
    conditions.into_iter().map(reason).collect()
}

fn approve(walk: &mut Walk, who: Who, conclusion: Conclusion) {
    let reasons_over_report = match conclusion {
        Conclusion::Capable => Vec::new(),
        Conclusion::NotCapable => reasons(walk),
    };
    walk.act(who, Command::Approve(Approve { opinion: "同意".into(), reasons_over_report }));
}

/// 报批, with the marker that walks lead back to.
pub fn proposal(conclusion: Conclusion) -> [Station; 2] {
    [
        station("decide", vec![by("begin", |_| {})]),
        decisive(
            "proposal",
            vec![
                by("proposed", |walk| {
                    if !matches!(walk.case().stage, Stage::Proposed | Stage::Approved) {
                        propose(walk, Who::Registrar, "符合收养条件");
                    }
                }),
                by("without an opinion", |walk| propose(walk, Who::Registrar, "")),
                by("by one who approves too", move |walk| {
                    propose(walk, Who::Both, "符合收养条件");
                    approve(walk, Who::Both, conclusion);
                }),
                by("by the leader", |walk| propose(walk, Who::Leader, "符合收养条件")),
                by("by an assessor who is registrar too", |walk| {
                    propose(walk, Who::AssessingRegistrar, "符合收养条件");
                }),
            ],
        ),
    ]
}

/// 批准
pub fn approval(conclusion: Conclusion) -> Station {
    decisive(
        "approval",
        vec![
            by("approved", move |walk| {
                if walk.case().stage != Stage::Approved {
                    approve(walk, Who::Leader, conclusion);
                }
            }),
            by("never", |_| {}),
            by("by the registrar", move |walk| approve(walk, Who::Registrar, conclusion)),
            by("by a leader who assessed", move |walk| {
                approve(walk, Who::AssessingLeader, conclusion)
            }),
            by("without an opinion", |walk| {
                let command = Approve { opinion: String::new(), reasons_over_report: Vec::new() };
                walk.act(Who::Leader, Command::Approve(command));
            }),
            by("while a gift waits for the leader", move |walk| {
                walk.world(|world| world.donation_review = DonationReview::Waiting);
                approve(walk, Who::Leader, conclusion);
            }),
            by("without reasons", |walk| approve(walk, Who::Leader, Conclusion::Capable)),
            by("with reasons nobody asked for", |walk| {
                approve(walk, Who::Leader, Conclusion::NotCapable)
            }),
            by("with a reason left out", |walk| {
                let reasons_over_report = reasons(walk).into_iter().skip(1).collect();
                let command = Approve { opinion: "同意".into(), reasons_over_report };
                walk.act(Who::Leader, Command::Approve(command));
            }),
        ],
    )
}

/// What is brought to the registration when all is in order.
fn registration_of(walk: &Walk) -> Register {
    let history = walk.history();
    let in_person = |party, shown, number: &str| Attendance::InPerson {
        party,
        shown,
        number: number.to_owned(),
    };
    let card = ShownDocument::IdentityCard;
    let mut attendance = Vec::new();
    let mut confirmations: Vec<Check> = Vec::new();
    for (party, adopter) in history.adopters() {
        attendance.push(in_person(party, card, &adopter.resident_id.0));
        if history.application().kind != ChildKind::Stepchild {
            confirmations.push(walk.checked(CheckKind::CriminalRecord, party, CheckOutcome::Clear));
        }
        confirmations.push(walk.checked(CheckKind::MaritalStatus, party, CheckOutcome::Clear));
    }
    for placing in history.placing() {
        attendance.push(in_person(placing.party, card, &placing.number.0));
    }
    let child = history.child();
    let number = child.resident_id.as_ref().map_or("", |number| number.0.as_str());
    attendance.push(in_person(Party::Child, ShownDocument::HouseholdRegister, number));
    confirmations.push(walk.checked(CheckKind::CareOfChild, Party::Child, CheckOutcome::Clear));
    Register { blank_serial: "YZ20260001".into(), attendance, confirmations }
}

fn register(walk: &mut Walk, spoil: impl FnOnce(&mut Register)) {
    let mut registration = registration_of(walk);
    spoil(&mut registration);
    walk.act(Who::Registrar, Command::Register(registration));
}

/// The first adopter is represented by the spouse.
fn represented(registration: &mut Register) {
    registration.attendance[0] = Attendance::RepresentedBySpouse { party: Party::FirstAdopter };
}

/// The signed approval form, and 登记.
pub fn registration() -> [Station; 2] {
    let form = Slot::of_case(PaperKind::ApprovalForm);
    let wrongly =
        |name: &str, spoil: fn(&mut Register)| by(name, move |walk| register(walk, spoil));
    let ways = vec![
        by("registered", |walk| register(walk, |_| {})),
        by("never", |_| {}),
        by("by the leader", |walk| {
            let registration = registration_of(walk);
            walk.act(Who::Leader, Command::Register(registration));
        }),
        by("by an assessor who is registrar too", |walk| {
            let registration = registration_of(walk);
            walk.act(Who::AssessingRegistrar, Command::Register(registration));
        }),
        wrongly("the child did not come", |registration| {
            registration.attendance.pop();
        }),
        wrongly("an adopter did not come", |registration| {
            registration.attendance.remove(0);
        }),
        wrongly("represented without a mandate", represented),
        by("represented with a mandate not looked at", |walk| {
            let mandate =
                crate::case::Mandate { party: Party::FirstAdopter, reason: "出差".into() };
            walk.act(Who::Registrar, Command::PrepareMandate(mandate));
            walk.file(Slot::of(PaperKind::SpouseMandate, Party::FirstAdopter));
            register(walk, represented);
        }),
        by("represented with a mandate", |walk| {
            let mandate =
                crate::case::Mandate { party: Party::FirstAdopter, reason: "出差".into() };
            walk.act(Who::Registrar, Command::PrepareMandate(mandate));
            walk.bring(Slot::of(PaperKind::SpouseMandate, Party::FirstAdopter));
            register(walk, represented);
        }),
        wrongly("another's card", |registration| {
            if let Some(Attendance::InPerson { number, .. }) = registration.attendance.first_mut() {
                *number = "500111197001010037".into();
            }
        }),
        wrongly("no number of the child", |registration| {
            if let Some(Attendance::InPerson { number, .. }) = registration.attendance.last_mut() {
                number.clear();
            }
        }),
        wrongly("nothing confirmed", |registration| registration.confirmations.clear()),
        wrongly("the child's care not confirmed", |registration| {
            registration.confirmations.pop();
        }),
        wrongly("confirmed the day before", |registration| {
            for check in &mut registration.confirmations {
                check.checked_on = check.checked_on.pred_opt().expect("a day");
            }
        }),
        wrongly("found to have a record", |registration| {
            registration.confirmations[0].outcome = CheckOutcome::Adverse;
        }),
        wrongly("confirmed by nobody", |registration| {
            registration.confirmations[0].source = String::new();
        }),
        wrongly("no serial", |registration| registration.blank_serial = " ".into()),
        by("a blank used before", |walk| {
            walk.world(|world| world.blank_serial_used = true);
            register(walk, |_| {});
        }),
        by("a name no font has", |walk| {
            let unprintable = Unprintable { field: "child.name".into(), character: '𬭎' };
            walk.world(|world| world.unprintable.push(unprintable));
            register(walk, |_| {});
        }),
        by("registered twice", |walk| {
            register(walk, |_| {});
            register(walk, |_| {});
        }),
    ];
    [
        station(
            "approval form",
            vec![
                by("signed and filed", move |walk| {
                    if walk.case().approval.is_some() && !walk.case().is_filled(form) {
                        walk.bring(form);
                    }
                }),
                by("not filed", |_| {}),
                by("not looked at", move |walk| {
                    walk.file(form);
                }),
            ],
        ),
        decisive("registration", ways),
    ]
}
