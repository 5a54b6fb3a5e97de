//! An assessment by points on the road: planned, worked, integrated, scored apart, reported.

use super::assessment::notify_of;
use super::recusal::before_the_report;
use super::review::after_the_report;
use super::signed::of_a_body;
use super::small_set::small_set;
use super::work::{FIRST, PARTS, planned, record, visit, worked};
use super::{Start, formation, nothing_yet};
use crate::case::assessment::scored::GivenMark;
use crate::case::assessment::work::{ChildSays, MetAs};
use crate::case::assessment::{AssessingBody, Conclusion, VisitMethod};
use crate::case::{PaperKind, Party, Slot};
use crate::cast::staff;
use crate::command::Command;
use crate::indicator::{Part, Points};
use crate::proof::exploration::people::Who;
use crate::proof::exploration::road::{Road, Station, by, station};
use crate::proof::exploration::walk::{State, Walk};
use crate::proof::testing::reviewed::BODY;
use crate::proof::testing::scored::scored_report;
use crate::proof::testing::user;
use crate::staff::Employment;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::break_off_integration::BreakOffIntegration;
use crate::steps::consent_to_assessment::ConsentToAssessment;
use crate::steps::decide_veto::DecideVeto;
use crate::steps::end_integration::EndIntegration;
use crate::steps::propose_veto::ProposeVeto;
use crate::steps::save_sheet::SaveSheet;
use crate::steps::send_sheet::SendSheet;
use crate::steps::settle_difference::SettleDifference;
use crate::steps::start_integration::StartIntegration;

const SECOND: Who = Who::AssessingLeader;

/// Everything up to the assessment is done; from there the road goes on by points.
pub fn road(start: &Start) -> (State, Road) {
    let (state, mut road, mut rest) = up_to_the_report(start, AssessingBody::OwnTeam);
    road.insert(road.len() - 2, before_the_report());
    road.push(after_the_report());
    road.append(&mut rest);
    (state, road)
}

/// The same by a commissioned body, from the report on that it signed and sealed.
pub fn road_of_a_body(start: &Start) -> (State, Road) {
    let body = AssessingBody::ThirdParty {
        name: BODY.into(),
        agreement_number: "委评〔2026〕1号".into(),
    };
    let (mut state, done, rest) = up_to_the_report(start, body);
    let world = std::rc::Rc::make_mut(&mut state.world);
    for record in &mut world.assessors[1..=2] {
        record.agency = Some(staff::commissioned());
        record.standing.as_mut().expect("on file").employment = Employment::FullTime;
    }
    let state = passed_rightly(state, &done);
    (state, std::iter::once(of_a_body()).chain(rest).collect())
}

/// What stands when every station was passed as it should be.
fn passed_rightly(state: State, stations: &[Station]) -> State {
    stations.iter().fold(state, |state, station| {
        let mut walk = Walk::new(state);
        (station.moves[0].run)(&mut walk);
        walk.state
    })
}

/// What stood before anybody was told of the assessment, the stations up to the filed report, and the rest.
fn up_to_the_report(start: &Start, body: AssessingBody) -> (State, Road, Road) {
    let all = formation(start);
    let place = |name| all.iter().position(|station| station.name == name).expect("a station");
    let (told, filed) = (place("told of the assessment"), place("report filed"));
    let mut state = passed_rightly(nothing_yet(), &all[..told]);
    std::rc::Rc::make_mut(&mut state.world).indicator_set = Some(small_set().into());
    let mut rest = all.into_iter().skip(filed).filter(|station| !station.name.starts_with("turns"));
    let begun = begin(body);
    let mut road = vec![begun, planned(), worked(), integrated(), vetoes(), first(), second()];
    road.push(report());
    road.extend(rest.by_ref().take(1));
    (state, road, rest.collect())
}

fn begin(body: AssessingBody) -> Station {
    let agreed = move |walk: &mut Walk| {
        notify_of(walk, body.clone());
        for party in [Party::FirstAdopter, Party::SecondAdopter] {
            let agrees = ConsentToAssessment { party };
            walk.act(Who::Registrar, Command::ConsentToAssessment(agrees));
            walk.bring(Slot::of(PaperKind::AssessmentConsent, party));
        }
        let assessors = [11, 12].map(|number| AssessorToAppoint {
            user: user(number, "").id,
            statement_of_no_interest: "无利害关系声明已签署".into(),
        });
        let appointed = AppointAssessors { assessors: assessors.into() };
        walk.act(Who::Registrar, Command::AppointAssessors(appointed));
    };
    station("appointed under a set", vec![by("agreed and appointed", agreed)])
}

fn integrate(walk: &mut Walk, says: ChildSays, days: u64) {
    let started_on = walk.state.world.today;
    walk.act(FIRST, Command::StartIntegration(StartIntegration { started_on }));
    for _ in 0..2 {
        let mut home = visit(walk, VisitMethod::HomeVisit, &[(MetAs::Child, "孩子")]);
        home.child_lives_there = true;
        home.child_says = Some(says);
        record(walk, home);
    }
    let ended_on = walk.days(days).state.world.today;
    walk.act(FIRST, Command::EndIntegration(EndIntegration { ended_on }));
}

fn integrated() -> Station {
    station(
        "integrated",
        vec![
            by("thirty full days", |walk| integrate(walk, ChildSays::WantsIt, 31)),
            by("ended on the thirtieth", |walk| integrate(walk, ChildSays::WantsIt, 30)),
            by("broken off nobody knows where to", |walk| {
                let started_on = walk.state.world.today;
                walk.act(FIRST, Command::StartIntegration(StartIntegration { started_on }));
                let (broken_off_on, reason) = (started_on, "申请人提出".into());
                let broken =
                    BreakOffIntegration { broken_off_on, reason, cause: None, returned: None };
                walk.act(FIRST, Command::BreakOffIntegration(broken));
            }),
            by("the child says no", |walk| integrate(walk, ChildSays::SaysNo, 31)),
        ],
    )
}

/// A veto on the newest reading: the last pieces show V5, V6 and V9.
fn propose(walk: &mut Walk, code: &str, evidence: Vec<u32>) {
    let (code, facts) = (code.to_owned(), "了解到的情况".to_owned());
    let effect_on_child = Some("影响照料".to_owned());
    let veto = ProposeVeto { code, facts, evidence, effect_on_child };
    walk.act(FIRST, Command::ProposeVeto(veto));
}

fn piece_for(walk: &Walk, code: &str) -> Vec<u32> {
    let scored = walk.case().assessment.scored.as_ref().expect("scored");
    let shows = scored.evidence().filter(|piece| piece.items.iter().any(|item| item == code));
    shows.map(|piece| piece.number).collect()
}

fn vetoes() -> Station {
    station(
        "vetoes",
        vec![
            by("none", |_| {}),
            by("without evidence", |walk| propose(walk, "V5", Vec::new())),
            by("an illness without a paper", |walk| {
                let evidence = piece_for(walk, "V6");
                propose(walk, "V6", evidence);
            }),
            by("other conduct, confirmed on the word of one", |walk| {
                let evidence = piece_for(walk, "V9");
                propose(walk, "V9", evidence);
                let decision = DecideVeto { confirmed: true, reasons: "属实".into() };
                walk.act(Who::Leader, Command::DecideVeto(1, decision));
            }),
            by("one waits", |walk| {
                let evidence = piece_for(walk, "V5");
                propose(walk, "V5", evidence);
            }),
        ],
    )
}

fn revision(walk: &Walk, who: Who, part: Part) -> u32 {
    let scored = walk.case().assessment.scored.as_ref().expect("scored");
    scored.sheet(part, who.actor().id).map_or(0, |sheet| sheet.revision)
}

fn save(walk: &mut Walk, who: Who, part: Part, but: &[(&str, u32)]) {
    let set = small_set();
    let marks = set.items(part).map(|item| GivenMark {
        points: but
            .iter()
            .find(|(code, _)| *code == item.code)
            .map_or(item.max, |(_, points)| Points::whole(*points)),
        evidence: piece_for(walk, &item.code),
        item: item.code.clone(),
        note: "符合".into(),
    });
    let marks = marks.collect();
    save_marks(walk, who, part, marks);
}

fn save_marks(walk: &mut Walk, who: Who, part: Part, marks: Vec<GivenMark>) {
    let written_at = format!("{} 10:12", walk.state.world.today);
    let based_on = revision(walk, who, part);
    let sheet = SaveSheet { part, based_on, written_at, marks, bonuses: Vec::new() };
    walk.act(who, Command::SaveSheet(sheet));
}

fn send(walk: &mut Walk, who: Who, part: Part, revision: u32) {
    walk.act(who, Command::SendSheet(SendSheet { part, revision }));
}

fn is_sent(walk: &Walk, who: Who, part: Part) -> bool {
    let scored = walk.case().assessment.scored.as_ref().expect("scored");
    scored.sheet(part, who.actor().id).is_some_and(|sheet| sheet.sent_on.is_some())
}

fn score(walk: &mut Walk, who: Who, but: &[(&str, u32)]) {
    for part in PARTS {
        if !is_sent(walk, who, part) {
            save(walk, who, part, but);
            let newest = revision(walk, who, part);
            send(walk, who, part, newest);
        }
    }
}

fn settle(walk: &mut Walk, who: Who, reason: Option<&str>) {
    let settlement = SettleDifference {
        part: Part::Capability,
        item: "A1.1".into(),
        points: Points::whole(4),
        reason: reason.map(str::to_owned),
    };
    walk.act(who, Command::SettleDifference(settlement));
}

fn first() -> Station {
    station(
        "the first sheets",
        vec![
            by("sent whole", |walk| score(walk, FIRST, &[])),
            by("never saved", |walk| send(walk, FIRST, Part::Capability, 0)),
            by("half of it", |walk| {
                save_marks(walk, FIRST, Part::Capability, Vec::new());
                send(walk, FIRST, Part::Capability, 1);
            }),
            by("an older revision", |walk| {
                save(walk, FIRST, Part::Capability, &[]);
                save(walk, FIRST, Part::Capability, &[]);
                send(walk, FIRST, Part::Capability, 1);
            }),
            by("changed after it was sent", |walk| {
                score(walk, FIRST, &[]);
                save(walk, FIRST, Part::Capability, &[("A1.1", 3)]);
            }),
            by("settled before the other sent", |walk| {
                score(walk, FIRST, &[]);
                settle(walk, FIRST, Some("先行确定"));
            }),
        ],
    )
}

fn second() -> Station {
    const FAR: &[(&str, u32)] = &[("A1.1", 1)];
    station(
        "the second sheets",
        vec![
            by("alike", |walk| score(walk, SECOND, &[])),
            by("far apart", |walk| score(walk, SECOND, FAR)),
            by("far apart, settled without a reason", |walk| {
                score(walk, SECOND, FAR);
                settle(walk, FIRST, None);
            }),
            by("far apart, settled by both", |walk| {
                score(walk, SECOND, FAR);
                settle(walk, FIRST, Some("面谈中已说明"));
                settle(walk, SECOND, Some("同意"));
            }),
        ],
    )
}

fn report() -> Station {
    let submit = |walk: &mut Walk, conclusion, improvements: &[&str]| {
        let report = scored_report(conclusion, improvements);
        walk.act(FIRST, Command::SubmitReport(report));
    };
    station(
        "report by points",
        vec![
            by("as scored", move |walk| {
                if walk.case().assessment.report.is_none() {
                    submit(walk, Conclusion::Capable, &[]);
                }
            }),
            by("against the points", move |walk| {
                submit(walk, Conclusion::NotCapable, &["多陪伴孩子"]);
            }),
            by("with advice nobody needs", move |walk| {
                submit(walk, Conclusion::Capable, &["多陪伴孩子"]);
            }),
        ],
    )
}
