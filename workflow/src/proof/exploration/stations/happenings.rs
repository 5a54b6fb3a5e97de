//! What happens to people while a case is open: claims, incidents, consents taken back, changes of
//! fact. Each is met twice: the office goes straight on to decide, or sets right what it touched.

use crate::case::assessment::{IncidentConcern, IncidentGround};
use crate::case::change::Change;
use crate::case::decision::HarmReport;
use crate::case::{
    CheckKind, CheckOutcome, ChildKind, ClaimOutcome, PaperKind, Party, SupportDutyPerson,
};
use crate::cast::figures::SUPPORTING_GRANDMOTHER;
use crate::command::Command;
use crate::facts::OtherCase;
use crate::identity::ResidentId;
use crate::identity::dictionaries::MaritalStatus;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::History;
use crate::proof::exploration::properties::kinds::is_searched_for;
use crate::proof::exploration::road::{Move, by};
use crate::proof::exploration::walk::Walk;
use crate::steps::change_fact::ChangeFact;
use crate::steps::close_incident::CloseIncident;
use crate::steps::raise_claim::RaiseClaim;
use crate::steps::report_incident::ReportIncident;
use crate::steps::settle_claim::SettleClaim;
use crate::steps::withdraw_consent::WithdrawConsent;

use super::application::other_case;
use super::turns::wish;

type Happening = (&'static str, fn(&mut Walk));

/// Each happening with the two ways the office goes on.
pub fn both_ways(history: &History) -> Vec<Move> {
    let mut happenings: Vec<Happening> = PEOPLE.to_vec();
    happenings.extend(FACTS);
    if history.application().kind == ChildKind::GuardianOrphan {
        happenings.extend(DUTY);
    }
    if is_searched_for(history.application().kind) {
        happenings.extend(CLAIMS);
    } else {
        happenings.push(("a claim where parents are known", |walk| raise(walk)));
    }
    let each = happenings.into_iter().flat_map(|(name, happens)| {
        let straight_on = by(format!("{name}, and straight on"), move |walk: &mut Walk| {
            happens(walk);
            walk.back_to("decide");
        });
        let set_right = by(format!("{name}, and set right"), move |walk: &mut Walk| {
            happens(walk);
            walk.back_to("papers");
        });
        [straight_on, set_right]
    });
    each.collect()
}

/// Those who now owe the orphan support, by name.
fn owing(walk: &mut Walk, names: &[&str]) {
    let person =
        |name: &&str| SupportDutyPerson { name: (*name).into(), relation: "外祖母".into() };
    shown(walk, Change::SupportDuty { persons: names.iter().map(person).collect() });
}

const DUTY: [Happening; 4] = [
    ("another who owes support, not looked into again", |walk| {
        owing(walk, &[SUPPORTING_GRANDMOTHER, "罗小梅"])
    }),
    ("another who owes support", |walk| {
        owing(walk, &[SUPPORTING_GRANDMOTHER, "罗小梅"]);
        walk.check(CheckKind::SupportDuty, Party::Placer, CheckOutcome::Clear);
    }),
    ("the death of the one who owed support", |walk| {
        owing(walk, &[]);
        walk.check(CheckKind::SupportDuty, Party::Placer, CheckOutcome::Clear);
    }),
    ("one found who is not named", |walk| {
        walk.check(CheckKind::SupportDuty, Party::Placer, CheckOutcome::Adverse);
    }),
];

fn raise(walk: &mut Walk) {
    let claimant = "自称生母".into();
    walk.act(Who::Registrar, Command::RaiseClaim(RaiseClaim { claimant }));
}

fn settle(walk: &mut Walk, outcome: ClaimOutcome, number: u32) {
    let command = SettleClaim { outcome, reasons: "公安机关核查".into() };
    walk.act(Who::Leader, Command::SettleClaim(number, command));
}

const CLAIMS: [Happening; 6] = [
    ("a claim left open", raise),
    ("a claim settled with its paper", |walk| {
        raise(walk);
        walk.bring_of_case(PaperKind::ClaimPaper);
        settle(walk, ClaimOutcome::Unfounded, 1);
    }),
    ("a claim settled without a paper", |walk| {
        raise(walk);
        settle(walk, ClaimOutcome::Unfounded, 1);
    }),
    ("a good claim", |walk| {
        raise(walk);
        walk.bring_of_case(PaperKind::ClaimPaper);
        settle(walk, ClaimOutcome::Founded, 1);
    }),
    ("two claims, one paper", |walk| {
        raise(walk);
        walk.bring_of_case(PaperKind::ClaimPaper);
        settle(walk, ClaimOutcome::Unfounded, 1);
        raise(walk);
        settle(walk, ClaimOutcome::Unfounded, 2);
    }),
    ("a claim settled that was not raised", |walk| {
        raise(walk);
        walk.bring_of_case(PaperKind::ClaimPaper);
        settle(walk, ClaimOutcome::Unfounded, 7);
    }),
];

fn report(walk: &mut Walk, ground: IncidentGround) {
    let known_on = walk.state.world.today;
    let description = "邻居反映".into();
    let incident = ReportIncident {
        ground,
        known_on,
        description,
        concerns: vec![IncidentConcern::Applicant { party: Party::FirstAdopter }],
        sentence: None,
    };
    walk.act(Who::Registrar, Command::ReportIncident(incident));
}

fn close(walk: &mut Walk, police_report: Option<HarmReport>) {
    let number = walk.case().incidents.last().map_or(0, |incident| incident.number);
    let command = CloseIncident { outcome: "已查清".into(), police_report };
    walk.act(Who::Leader, Command::CloseIncident(number, command));
}

fn to_the_police() -> HarmReport {
    HarmReport {
        recipient: "大足区公安局".into(),
        reported_at: "2026-03-02 15:40".into(),
        number: "2026-7".into(),
    }
}

fn take_back(walk: &mut Walk, party: Party) {
    let withdrawal = WithdrawConsent { party, reason: "反悔".into() };
    walk.act(Who::Registrar, Command::WithdrawConsent(withdrawal));
}

const PEOPLE: [Happening; 14] = [
    ("an incident that concerns nobody", |walk| {
        let known_on = walk.state.world.today;
        let (ground, description) = (IncidentGround::Fraud, "邻居反映".into());
        let (concerns, sentence) = (Vec::new(), None);
        let incident = ReportIncident { ground, known_on, description, concerns, sentence };
        walk.act(Who::Registrar, Command::ReportIncident(incident));
    }),
    ("a crime of nobody knows what gravity", |walk| {
        report(walk, IncidentGround::IntentionalCrime);
    }),
    ("an incident left open", |walk| report(walk, IncidentGround::Fraud)),
    ("an incident closed on its paper", |walk| {
        report(walk, IncidentGround::Fraud);
        walk.bring_of_case(PaperKind::IncidentPaper);
        close(walk, None);
    }),
    ("an incident closed without a paper", |walk| {
        report(walk, IncidentGround::Fraud);
        close(walk, None);
    }),
    ("harm the police were not told of", |walk| {
        report(walk, IncidentGround::HarmToMinors);
        walk.bring_of_case(PaperKind::IncidentPaper);
        close(walk, None);
    }),
    ("harm the police were told of", |walk| {
        report(walk, IncidentGround::HarmDuringIntegration);
        walk.bring_of_case(PaperKind::IncidentPaper);
        close(walk, Some(to_the_police()));
    }),
    ("the placer takes the consent back", |walk| take_back(walk, Party::Placer)),
    ("an adopter takes the consent back", |walk| take_back(walk, Party::FirstAdopter)),
    ("the registry tells of another marriage", |walk| {
        walk.check(CheckKind::MaritalStatus, Party::FirstAdopter, CheckOutcome::Adverse);
    }),
    ("the child is one that is missed", |walk| {
        walk.check(CheckKind::MissingChildren, Party::Child, CheckOutcome::Adverse);
    }),
    ("one child, and another registered since", |walk| {
        shown(walk, Change::Children { party: Party::FirstAdopter, children: 1 });
        walk.days(1);
        let registered_on = Some(walk.state.world.today);
        let other = OtherCase { registered_on, ..other_case(Party::FirstAdopter) };
        walk.world(|world| world.other_cases.push(other));
    }),
    ("two more cases of an adopter that the quota leaves out", |walk| {
        for number in ["渝足收件〔2026〕0008号", "渝足收件〔2026〕0009号"] {
            let mut other = other_case(Party::FirstAdopter);
            (other.number, other.outside_the_quota) = (number.into(), true);
            walk.world(|world| world.other_cases.push(other));
        }
    }),
    ("two more cases of an adopter", |walk| {
        for number in ["渝足收件〔2026〕0008号", "渝足收件〔2026〕0009号"] {
            let mut other = other_case(Party::FirstAdopter);
            other.number = number.into();
            walk.world(|world| world.other_cases.push(other));
        }
    }),
];

fn change(walk: &mut Walk, change: Change) {
    let happened_on = walk.state.world.today;
    walk.act(Who::Registrar, Command::ChangeFact(ChangeFact { change, happened_on }));
}

fn shown(walk: &mut Walk, happened: Change) {
    walk.bring_of_case(PaperKind::ChangeEvidence);
    change(walk, happened);
}

fn child_with(walk: &mut Walk, spoil: impl FnOnce(&mut crate::case::Child)) {
    let mut child = walk.case().child.clone();
    spoil(&mut child);
    shown(walk, Change::Child { child: Box::new(child) });
}

const FACTS: [Happening; 14] = [
    ("a divorce nothing shows", |walk| {
        change(walk, Change::MaritalStatus { status: MaritalStatus::Divorced });
    }),
    ("a divorce", |walk| shown(walk, Change::MaritalStatus { status: MaritalStatus::Divorced })),
    ("a new marriage", |walk| {
        shown(walk, Change::MaritalStatus { status: MaritalStatus::Married });
    }),
    ("the birth of two children", |walk| {
        shown(walk, Change::Children { party: Party::FirstAdopter, children: 2 });
    }),
    ("a move", |walk| {
        let (household_address, residence) = ("重庆市大足区".into(), "重庆市大足区".into());
        let party = Party::FirstAdopter;
        shown(walk, Change::Moved { party, household_address, residence });
    }),
    ("a move of nobody", |walk| {
        let (household_address, residence) = ("重庆市大足区".into(), "重庆市大足区".into());
        let party = Party::Child;
        shown(walk, Change::Moved { party, household_address, residence });
    }),
    ("a new record", |walk| shown(walk, Change::NewRecord { party: Party::FirstAdopter })),
    ("the death of an adopter", |walk| {
        shown(walk, Change::Died { party: Party::FirstAdopter });
    }),
    ("the death of the child", |walk| shown(walk, Change::Died { party: Party::Child })),
    ("the death of a parent who places", |walk| shown(walk, Change::Died { party: Party::Placer })),
    ("the child's name is another", |walk| child_with(walk, |child| child.name = "党小雪".into())),
    ("the child is another", |walk| {
        child_with(walk, |child| match &mut child.entry_number {
            Some(number) => *number = "福院入〔2020〕18号".into(),
            None => child.resident_id = other_number(child),
        });
    }),
    ("evidence found wrong afterwards", |walk| {
        shown(walk, Change::NewRecord { party: Party::FirstAdopter });
        let party = Party::FirstAdopter;
        walk.check(CheckKind::CriminalRecord, party, CheckOutcome::Clear);
        let evidence = walk.case().papers.iter().rev();
        let number = evidence
            .filter(|paper| paper.slot.paper == PaperKind::ChangeEvidence)
            .map(|paper| paper.number)
            .next();
        walk.reject(number.unwrap_or(0));
    }),
    ("a notary asked for and given up", |walk| {
        wish(walk, |wishes| wishes.notarisation = true);
        wish(walk, |wishes| wishes.notarisation = false);
    }),
];

fn other_number(child: &crate::case::Child) -> Option<ResidentId> {
    let born = child.birth_date.format("%Y%m%d");
    ResidentId::with_check_character(&format!("500111{born}106"))
}
