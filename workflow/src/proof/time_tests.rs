//! What time alone brings, and what a change of the calendar moves and leaves.

use chrono::NaiveDate;

use crate::base::calendar::{Calendar, CalendarChange, ChangeKind, Edition};
use crate::base::deadline_kind::DeadlineKind;
use crate::case::time::{DeadlinesMoved, PeriodOutcome};
use crate::case::{ClaimOutcome, PaperKind, Slot};
use crate::command::Command;
use crate::event::Event;
use crate::evolve::headline;
use crate::law::notice;
use crate::law::time::calendar::CalendarWarningKind;
use crate::law::time::deadline::{Deadline, DeadlineState};
use crate::procedures::deadlines;
use crate::proof::testing::{Story, approve, edition_2026, edition_of_rest, propose};
use crate::steps::raise_claim::RaiseClaim;
use crate::steps::settle_claim::SettleClaim;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn clock(story: &Story, kind: DeadlineKind) -> Deadline {
    let all = deadlines(&story.case, &story.facts.calendar, &story.facts.rules);
    all.into_iter().find(|deadline| deadline.kind == kind).expect("the clock runs")
}

fn change(number: u32, on: &str) -> CalendarChange {
    CalendarChange { number, on: Some(day(on)) }
}

/// The edition as one that was imported later.
fn imported(edition: Edition, number: u32, on: &str) -> Edition {
    Edition { imported: change(number, on), ..edition }
}

fn withdrawn(edition: Edition, number: u32, on: &str) -> Edition {
    Edition { withdrawn: Some(change(number, on)), ..edition }
}

/// A year in which 1 and 2 April 2026 are days of rest, which no notice says.
fn with_april() -> Edition {
    edition_of_rest(2, 2026, "调整放假", &["2026-04-01", "2026-04-02"])
}

fn moved(event: Option<Event>) -> DeadlinesMoved {
    match event {
        Some(Event::DeadlinesMoved(moved)) => moved,
        other => panic!("nothing moved: {other:?}"),
    }
}

fn kinds(events: &[Event]) -> Vec<&'static str> {
    events.iter().map(Event::kind).collect()
}

#[test]
fn a_notice_that_ran_out_unclaimed_is_written_down_once_and_voids_nothing() {
    let mut story = Story::ready();
    story.facts.today = day("2026-05-02");
    // The registrar proposes; the end is written down all the same.
    let last_day = clock(&story, DeadlineKind::Notice).due_on.expect("it ends");
    story.facts.today = last_day;
    assert!(!kinds(&story.time_passes()).contains(&"period_ended"), "its last day counts whole");
    story.on("2026-05-06").must(propose()).leader().must(approve()).registrar();
    let passed = story.time_passes();
    let ended = passed.iter().find_map(|event| match event {
        Event::PeriodEnded(ended) if ended.clock == DeadlineKind::Notice => Some(ended),
        _ => None,
    });
    let ended = ended.expect("the notice ended");
    assert_eq!((ended.last_day, ended.outcome), (last_day, PeriodOutcome::ParentsNotFound));
    assert!(story.case.approval.is_some(), "nothing a person decided is touched");
    assert_eq!(story.time_passes(), []);
    story.on("2026-05-20");
    assert!(!kinds(&story.time_passes()).contains(&"period_ended"));
}

#[test]
fn a_claim_keeps_the_notice_from_having_an_outcome_until_it_is_settled() {
    let mut story = Story::accepted();
    story.noticed().on("2026-04-20");
    story.must(Command::RaiseClaim(RaiseClaim { claimant: "自称生母".into() }));
    story.on("2026-05-10");
    assert!(!kinds(&story.time_passes()).contains(&"period_ended"));
    story.file_and_verify(Slot::of_case(PaperKind::ClaimPaper)).leader();
    let outcome = ClaimOutcome::Unfounded;
    story.must(Command::SettleClaim(1, SettleClaim { outcome, reasons: "鉴定不符".into() }));
    assert!(kinds(&story.time_passes()).contains(&"period_ended"));
}

#[test]
fn a_review_is_overdue_from_the_day_after_its_last_and_said_so_once() {
    let mut story = Story::accepted();
    story.on("2026-04-01");
    assert_eq!(story.time_passes(), [], "until 24:00 of the last day");
    story.on("2026-04-02");
    assert_eq!(kinds(&story.time_passes()), ["became_overdue"]);
    let line = headline(&story.entries.last().expect("an entry").event);
    assert_eq!(line.zh, "办理期限于2026年4月1日届满，尚未办结");
    story.on("2026-04-09");
    assert_eq!(story.time_passes(), []);
    let clock = clock(&story, DeadlineKind::Review);
    assert_eq!(clock.state, DeadlineState::Running, "only a person ends it");
}

#[test]
fn integration_completes_and_a_report_lapses_by_themselves() {
    let mut story = Story::ready();
    story.on("2027-04-02");
    assert!(!story.time_passes().iter().any(is_lapse), "valid on its last day");
    story.on("2027-04-03");
    let lapsed = story.time_passes();
    assert!(lapsed.iter().any(is_lapse), "{lapsed:?}");
    assert!(story.refused(propose()).contains(&"HOUSE-REPORT"), "the gate says the same");
}

fn is_lapse(event: &Event) -> bool {
    matches!(event, Event::PeriodEnded(ended) if ended.outcome == PeriodOutcome::ReportLapsed)
}

#[test]
fn an_imported_calendar_moves_an_open_clock_and_the_log_says_why() {
    let mut story = Story::accepted();
    story.in_2026().on("2026-03-20");
    assert_eq!(clock(&story, DeadlineKind::Review).due_on, Some(day("2026-04-01")));
    let old = withdrawn(edition_2026(), 2, "2026-03-20");
    story.facts.calendar = Calendar::new([old, imported(with_april(), 2, "2026-03-20")]);
    let event = moved(story.calendar_changes(2));
    assert_eq!((event.how, event.year, event.moves.len()), (ChangeKind::Imported, 2026, 1));
    let review = &event.moves[0];
    assert_eq!((review.clock, review.number), (DeadlineKind::Review, 0));
    assert_eq!((review.from, review.to), (day("2026-04-01"), day("2026-04-03")));
    assert_eq!(
        headline(&story.entries.last().expect("an entry").event).zh,
        "2026年节假日安排（国办发明电〔2025〕2号）施行：办理期限由2026年4月1日改至2026年4月3日，\
         因2026年4月1日调整放假、2026年4月2日调整放假"
    );
    assert_eq!(story.calendar_changes(2), None, "once for each change");
    story.on("2026-04-02");
    assert_eq!(story.time_passes(), [], "it is judged by the new calendar");
}

#[test]
fn a_withdrawn_edition_moves_the_end_back_and_a_replacement_forward_again() {
    let mut story = Story::accepted();
    let first = withdrawn(with_april(), 3, "2026-03-21");
    let again = edition_of_rest(4, 2026, "调整放假", &["2026-04-01"]);
    story.facts.calendar =
        Calendar::new([imported(first, 2, "2026-03-20"), imported(again, 4, "2026-03-22")]);
    let ends: Vec<String> = [2, 3, 4]
        .into_iter()
        .map(|number| {
            let event = moved(story.calendar_changes(number));
            format!("{:?} {}", event.how, event.moves[0].to)
        })
        .collect();
    assert_eq!(ends, ["Imported 2026-04-03", "Withdrawn 2026-04-01", "Imported 2026-04-02"]);
}

#[test]
fn a_clock_that_was_met_stays_as_it_was() {
    let mut story = Story::registered();
    let before = clock(&story, DeadlineKind::Review);
    let archive = clock(&story, DeadlineKind::Archive).due_on;
    assert_eq!(before.met_on, Some(day("2026-05-06")));
    let last_day = before.due_on.expect("it ended").to_string();
    // The very day the review was met, its last day and that of the archive become days of rest.
    let archive_day = archive.expect("it ends").to_string();
    let edition = edition_of_rest(1, 2026, "调整放假", &[&last_day, &archive_day]);
    story.facts.calendar = Calendar::new([imported(edition, 1, "2026-05-06")]);
    let event = moved(story.calendar_changes(1));
    let clocks: Vec<DeadlineKind> = event.moves.iter().map(|moved| moved.clock).collect();
    assert_eq!(clocks, [DeadlineKind::Archive], "only what is open moves");
    assert_eq!(clock(&story, DeadlineKind::Review), before);
    assert_ne!(clock(&story, DeadlineKind::Archive).due_on, archive);
}

#[test]
fn a_clock_met_on_the_day_it_was_moved_keeps_its_moved_end() {
    let mut story = Story::ready();
    story.must(propose()).leader().must(approve()).registrar();
    let last_day = clock(&story, DeadlineKind::Review).due_on.expect("it ends").to_string();
    let edition = edition_of_rest(1, 2026, "调整放假", &[&last_day]);
    story.facts.calendar = Calendar::new([imported(edition, 1, "2026-05-06")]);
    moved(story.calendar_changes(1));
    let open = clock(&story, DeadlineKind::Review).due_on;
    let command = crate::proof::testing::register(&story);
    story.must(command);
    let met = clock(&story, DeadlineKind::Review);
    assert_eq!((met.state, met.due_on), (DeadlineState::Met, open));
}

#[test]
fn a_notice_only_becomes_longer() {
    let mut story = Story::accepted();
    story.in_2026().noticed();
    let published = clock(&story, DeadlineKind::Notice).due_on;
    assert_eq!(published, Some(day("2026-05-06")));
    // Withdrawn: by weekends and fixed days alone it would end two days earlier.
    story.facts.calendar = Calendar::new([withdrawn(edition_2026(), 2, "2026-03-05")]);
    assert_eq!(clock(&story, DeadlineKind::Notice).due_on, published);
    let longer = edition_of_rest(
        3,
        2026,
        "调整放假",
        &["2026-05-01", "2026-05-04", "2026-05-05", "2026-05-06"],
    );
    story.facts.calendar = Calendar::new([
        withdrawn(edition_2026(), 2, "2026-03-05"),
        imported(longer, 3, "2026-03-06"),
    ]);
    let event = moved(story.calendar_changes(3));
    assert!(event.moves.iter().any(|moved| moved.to == day("2026-05-07")), "{:?}", event.moves);
    let review = clock(&story, DeadlineKind::Review);
    assert_eq!(review.pauses[0].last, Some(day("2026-05-07")), "the review waits as long");
    story.on("2026-05-07");
    let refused = notice::gates(&story.case, &story.facts);
    assert!(refused.iter().any(|violation| violation.rule.id == notice::SIXTY_DAYS.id));
    story.on("2026-05-08");
    let refused = notice::gates(&story.case, &story.facts);
    assert!(!refused.iter().any(|violation| violation.rule.id == notice::SIXTY_DAYS.id));
}

#[test]
fn the_next_year_is_asked_for_from_december_on() {
    let warnings = |calendar: &Calendar, today: &str| {
        let warnings = calendar.warnings(day(today)).into_iter();
        warnings.map(|warning| (warning.kind, warning.year)).collect::<Vec<_>>()
    };
    let calendar = Calendar::new([Edition { provisional: false, ..edition_2026() }]);
    assert_eq!(warnings(&calendar, "2026-11-30"), []);
    assert_eq!(warnings(&calendar, "2026-12-01"), [(CalendarWarningKind::Missing, 2027)]);
    assert_eq!(warnings(&calendar, "2027-01-01"), [(CalendarWarningKind::Missing, 2027)]);
    let provisional = Calendar::new([edition_2026()]);
    assert_eq!(warnings(&provisional, "2026-03-02"), [(CalendarWarningKind::Provisional, 2026)]);
}
