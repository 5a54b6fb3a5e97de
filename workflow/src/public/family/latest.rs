//! By when at the latest: the exact day the law gives, and what does not count in it.

use chrono::NaiveDate;

use super::outcome;
use super::page::Latest;
use super::say::Say;
use super::situation::Situation;
use super::words::{day_en, day_zh, with_day};
use crate::base::deadline_kind::DeadlineKind;
use crate::base::message::Message;
use crate::base::pause::Pause;
use crate::case::{Acceptance, Case};
use crate::facts::Facts;
use crate::law::assessment::consent_complete_on;
use crate::law::kinds::{is_assessed, parents_are_unknown};
use crate::law::notice::NOTICE_DAYS;
use crate::law::time::deadlines::{REVIEW_DAYS, assessment_pause, notice_pause, review_pauses};
use crate::law::time::periods::{PausedEnd, last_day, nth_day, paused_end};
use crate::procedures::deadlines;

/// The latest day and how it was counted.
pub(super) fn of(case: &Case, situation: Situation, facts: &Facts, say: Say<'_>) -> Latest {
    let (on, sentence, counted) = match (situation, &case.acceptance) {
        (Situation::ComeForCertificate, _) => issue(case),
        (Situation::Visits, _) => next_visit(case),
        (Situation::Refused | Situation::NotAccepted, _) => to_object(case, facts),
        (
            Situation::Closed
            | Situation::Dissolved
            | Situation::Revoked
            | Situation::Void
            | Situation::WithdrawnByFamily
            | Situation::Withdrawn,
            _,
        ) => no_day(),
        (Situation::Halted | Situation::CannotGoOn, None) => (None, unknown(), Vec::new()),
        (_, None) => before_acceptance(case),
        (_, Some(acceptance)) => decision(case, acceptance, situation, facts),
    };
    Latest { on, sentence: say(sentence), counted: counted.into_iter().map(say).collect() }
}

type Counted = (Option<NaiveDate>, Message, Vec<Message>);

fn no_day() -> Counted {
    let sentence = Message::new("没有要赶的日子了。", "There is no day to keep any more.");
    (None, sentence, Vec::new())
}

fn unknown() -> Message {
    Message::new(
        "没有固定的天数，有结果我们马上告诉您。",
        "There is no fixed number of days; we will tell you as soon as it is clear.",
    )
}

fn issue(case: &Case) -> Counted {
    let on = case.registration.as_ref().map(|registration| registration.on);
    let sentence = on.map_or_else(unknown, |on| {
        with_day(
            on,
            ("登记当天发证，就是", "。"),
            ("The certificate is issued on the day of registration, ", "."),
        )
    });
    (on, sentence, Vec::new())
}

fn next_visit(case: &Case) -> Counted {
    let next = case.visits.iter().find(|visit| visit.made.is_none()).map(|visit| visit.due_on);
    let sentence = next.map_or_else(unknown, |on| {
        with_day(on, ("下一次来看孩子，在", "前后。"), ("The next visit is around ", "."))
    });
    (next, sentence, Vec::new())
}

fn to_object(case: &Case, facts: &Facts) -> Counted {
    let terms = outcome::terms(case, facts);
    let Some(terms) = terms else { return no_day() };
    let sentence = with_day(
        terms.reconsideration_until,
        ("不服的话，最晚在", "要求重新看（行政复议）。"),
        ("If you disagree, ask for reconsideration by ", "."),
    );
    (Some(terms.reconsideration_until), sentence, Vec::new())
}

fn before_acceptance(case: &Case) -> Counted {
    let sentence = Message::new(
        format!("材料收齐以后，我们在{REVIEW_DAYS}天以内办完。"),
        format!("Once your papers are complete we decide within {REVIEW_DAYS} days."),
    );
    let mut counted = vec![Message::new(
        "从收齐的第二天开始算。",
        "Counting starts on the day after they are complete.",
    )];
    counted.extend(still_to_come(case));
    (None, sentence, counted)
}

/// What will not count once it begins.
fn still_to_come(case: &Case) -> Vec<Message> {
    let mut lines = Vec::new();
    if parents_are_unknown(case.kind) && case.notice.is_none() {
        lines.push(Message::new(
            format!("登报的{NOTICE_DAYS}天不算在里面，到时日期往后推。"),
            format!("The {NOTICE_DAYS} days of the notice do not count; the day will move."),
        ));
    }
    if is_assessed(case.kind) && consent_complete_on(case).is_none() {
        lines.push(Message::new(
            "评估的时间不算在里面，到时日期往后推。",
            "The time of the assessment does not count; the day will move.",
        ));
    }
    lines
}

/// The day by which the case is decided. While the assessment goes on the clock stands still; the day
/// is then counted with the last day the assessment may take.
fn decision(case: &Case, acceptance: &Acceptance, situation: Situation, facts: &Facts) -> Counted {
    let assessed_by = consent_complete_on(case)
        .map(|start| last_day(start, facts.rules.assessment_days, &facts.calendar))
        .map(|due| due.max(facts.today));
    let mut pauses = review_pauses(case, &facts.calendar);
    let stands_still = pauses.iter().any(|pause| pause.last.is_none());
    for pause in &mut pauses {
        pause.last = pause.last.or(assessed_by);
    }
    let end = paused_end(acceptance.complete_on, REVIEW_DAYS, &pauses, &facts.calendar);
    let PausedEnd::Due(day) = end else { return (None, unknown(), Vec::new()) };
    let mut counted = vec![with_day(
        nth_day(acceptance.complete_on, 1),
        (&format!("期限一共{REVIEW_DAYS}天，从"), "开始算。"),
        (&format!("The time is {REVIEW_DAYS} days, counted from "), "."),
    )];
    counted.extend(
        notice_pause(case, &facts.calendar)
            .map(|pause| left_out(("登报的时间", "The notice"), pause)),
    );
    counted.extend(assessment_line(case, assessed_by));
    counted.extend(
        case.past_pauses
            .iter()
            .map(|pause| left_out(("以前停过的时间", "An earlier pause"), *pause)),
    );
    counted.extend(still_to_come(case));
    if !stands_still && moved_by_rest_days(case, facts) {
        counted.push(Message::new(
            "最后一天碰上休息日，往后推到上班的第一天。",
            "The last day is a rest day, so it moves to the next working day.",
        ));
    }
    (Some(day), by(day, situation, facts), counted)
}

fn by(day: NaiveDate, situation: Situation, facts: &Facts) -> Message {
    if facts.today > day {
        return with_day(
            day,
            ("按规定", "就要办完，我们晚了。请打电话问我们。"),
            ("It was due by ", ". We are late; please call us."),
        );
    }
    match situation {
        Situation::Halted => with_day(
            day,
            ("核实没有固定的天数。法定期限照算，到", "为止。"),
            ("Clearing up has no fixed term. The statutory clock runs on until ", "."),
        ),
        Situation::ComeToRegister => with_day(
            day,
            ("登记最晚在", "办完，请在这以前来。"),
            ("The registration is to be done by ", "; please come before."),
        ),
        _ => with_day(day, ("我们最晚在", "做出决定。"), ("We decide by ", " at the latest.")),
    }
}

fn left_out(what: (&str, &str), pause: Pause) -> Message {
    match pause.last {
        Some(last) => Message::new(
            format!("{}不算：{}到{}。", what.0, day_zh(pause.first), day_zh(last)),
            format!("{} does not count: {} to {}.", what.1, day_en(pause.first), day_en(last)),
        ),
        None => Message::new(
            format!("{}不算：从{}开始。", what.0, day_zh(pause.first)),
            format!("{} does not count, from {} on.", what.1, day_en(pause.first)),
        ),
    }
}

fn assessment_line(case: &Case, assessed_by: Option<NaiveDate>) -> Vec<Message> {
    let Some(pause) = assessment_pause(case) else { return Vec::new() };
    let mut lines = vec![left_out(("评估的时间", "The assessment"), pause)];
    if let (None, Some(day)) = (pause.last, assessed_by) {
        lines.push(with_day(
            day,
            ("评估最晚在", "做完，上面的日期就是这样算的。"),
            ("The assessment ends by ", " at the latest; the day above is counted with that."),
        ));
    }
    lines
}

fn moved_by_rest_days(case: &Case, facts: &Facts) -> bool {
    let clocks = deadlines(case, &facts.calendar, &facts.rules);
    let mut review = clocks.iter().filter(|clock| clock.kind == DeadlineKind::Review);
    review.any(|clock| !clock.moved_by.is_empty())
}
