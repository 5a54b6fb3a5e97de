//! The working of a clock in words: the start, each pause, what was counted, the plain end, the rest
//! days that moved it, and the end.

use chrono::{Datelike, NaiveDate};

use super::clock::{Clock, End, Length};
use super::periods::{counted_stretches, nth_day};
use crate::base::calendar::RestDay;
use crate::base::message::Message;
use crate::base::pause::{Pause, PauseReason};

/// How the end of a clock was computed, step by step.
pub(super) fn steps(
    clock: &Clock,
    end: &Result<End, u32>,
    working_days_due_on: Option<NaiveDate>,
) -> Vec<Message> {
    let mut steps = vec![start(clock)];
    steps.extend(clock.pauses.iter().map(pause));
    match end {
        Err(remaining) => steps.push(Message::new(
            format!("期限停止计算，尚余{remaining}日"),
            format!("the clock stands still with {remaining} days left"),
        )),
        Ok(end) => steps.extend(to_the_end(clock, end)),
    }
    if let (Length::Days(days), Some(day)) = (clock.length, working_days_due_on) {
        steps.push(Message::with_days(
            format!("如按工作日计算，第{days}个工作日为{{day}}，仅供参考"),
            format!(
                "counted in working days, day {days} would be {{day}}; this is information only"
            ),
            [("day", day)],
        ));
    }
    steps
}

fn start(clock: &Clock) -> Message {
    let start = clock.started_on;
    match clock.length {
        Length::Until(day) if day == start => Message::with_days(
            "应于{start}当日办结",
            "to be done on {start} itself",
            [("start", start)],
        ),
        Length::Until(day) => Message::with_days(
            "{start}确定的计划日期为{day}",
            "the schedule made on {start} says {day}",
            [("start", start), ("day", day)],
        ),
        Length::Days(_) | Length::Months(_) | Length::WorkingDays(_) => Message::with_days(
            "{start}为起算日，当日不计入，自{first}起计算（《民法典》第二百零一条）",
            "{start} is the starting day and does not count; counting begins on {first} \
             (Civil Code art. 201)",
            [("start", start), ("first", nth_day(start, 1))],
        ),
    }
}

fn pause(pause: &Pause) -> Message {
    let (zh, en) = match pause.reason {
        PauseReason::Notice => ("公告期间", "the public notice"),
        PauseReason::Assessment => ("收养评估期间", "the assessment"),
    };
    let first = pause.first;
    match pause.last {
        Some(last) => Message::with_days(
            format!("{{first}}至{{last}}不计入：{zh}"),
            format!("{{first}} to {{last}} does not count: {en}"),
            [("first", first), ("last", last)],
        ),
        None => Message::with_days(
            format!("自{{first}}起不计入：{zh}"),
            format!("from {{first}} on nothing counts: {en}"),
            [("first", first)],
        ),
    }
}

fn to_the_end(clock: &Clock, end: &End) -> Vec<Message> {
    let mut steps = Vec::new();
    match clock.length {
        Length::Days(days) => {
            if !clock.pauses.is_empty() {
                steps.extend(counted(clock, end.plain));
            }
            steps.push(Message::with_days(
                format!("第{days}日为{{day}}"),
                format!("day {days} is {{day}}"),
                [("day", end.plain)],
            ));
        }
        Length::WorkingDays(days) => steps.push(Message::with_days(
            format!("第{days}个工作日为{{day}}"),
            format!("working day {days} is {{day}}"),
            [("day", end.plain)],
        )),
        Length::Months(months) => steps.push(months_end(clock.started_on, months, end.plain)),
        Length::Until(_) => {}
    }
    if !end.moved_by.is_empty() {
        steps.push(rolled(&end.moved_by));
    }
    if end.as_published {
        steps.push(Message::with_days(
            "公告载明的届满日为{due_on}，只可延后，不提前",
            "the notice as published ends on {due_on}, which may only become later",
            [("due_on", end.due_on)],
        ));
    }
    steps.push(Message::with_days(
        "期限的最后一日为{due_on}，当日24时届满（《民法典》第二百零三条）",
        "the last day of the period is {due_on}, which ends at 24:00 (Civil Code art. 203)",
        [("due_on", end.due_on)],
    ));
    steps
}

fn counted(clock: &Clock, plain: NaiveDate) -> Vec<Message> {
    let stretches = counted_stretches(clock.started_on, plain, &clock.pauses).into_iter();
    let line = |(first, last): (NaiveDate, NaiveDate)| {
        let days = (last - first).num_days() + 1;
        Message::with_days(
            format!("{{first}}至{{last}}计{days}日"),
            format!("{{first}} to {{last}} counts {days} days"),
            [("first", first), ("last", last)],
        )
    };
    stretches.map(line).collect()
}

/// A month without the corresponding day ends the period on its last day (民法典 art. 202).
fn months_end(start: NaiveDate, months: u32, plain: NaiveDate) -> Message {
    if start.day() == plain.day() {
        Message::with_days(
            format!("满{months}个月的对应日为{{day}}（《民法典》第二百零二条）"),
            format!("the corresponding day after {months} months is {{day}} (Civil Code art. 202)"),
            [("day", plain)],
        )
    } else {
        Message::with_days(
            format!(
                "满{months}个月的月份没有对应日，月末日{{day}}为届满日（《民法典》第二百零二条）"
            ),
            format!(
                "the month that ends {months} months has no corresponding day, so its last day \
                 {{day}} counts (Civil Code art. 202)"
            ),
            [("day", plain)],
        )
    }
}

fn rolled(rest_days: &[RestDay]) -> Message {
    let listed = |each: &dyn Fn(usize, &RestDay) -> String, between: &str| {
        let each: Vec<String> =
            rest_days.iter().enumerate().map(|(place, rest)| each(place, rest)).collect();
        each.join(between)
    };
    let zh = listed(&|place, rest| format!("{{rest_{place}}}（{}）", rest.occasion), "、");
    let en = listed(&|place, rest| format!("{{rest_{place}}} ({})", english(&rest.occasion)), ", ");
    let next = rest_days.last().map(|rest| nth_day(rest.day, 1)).unwrap_or_default();
    let names: Vec<String> = (0..rest_days.len()).map(|place| format!("rest_{place}")).collect();
    let days = names.iter().map(String::as_str).zip(rest_days.iter().map(|rest| rest.day));
    Message::with_days(
        format!("{zh}为法定休假日，顺延至休假日结束的次日{{next}}（《民法典》第二百零三条）"),
        format!(
            "{en} being rest days, the end moves to {{next}}, the day after they end \
             (Civil Code art. 203)"
        ),
        days.chain([("next", next)]),
    )
}

/// The English name of an occasion; one that is not known stays as the notice writes it.
fn english(occasion: &str) -> &str {
    match occasion {
        "星期六" => "Saturday",
        "星期日" => "Sunday",
        "元旦" => "New Year",
        "春节" => "Spring Festival",
        "清明节" => "Qingming",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        stated => stated,
    }
}
