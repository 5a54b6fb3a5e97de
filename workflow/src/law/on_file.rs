//! What is put on file of assessing bodies and assessors: texts with an end, days that were, numbers in
//! bounds.

use chrono::NaiveDate;

use super::input::{self, BOUNDS, DAY, KNOWN};
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::staff::{Agency, Body, Standing};

/// The most trainings, examinations, checks or suspensions of one person.
const MOST_ENTRIES: usize = 100;
/// The most years of work, hours of a training, and staff of a body.
const MOST_YEARS: u32 = 60;
const MOST_HOURS: u32 = 2000;
const MOST_STAFF: u32 = 10_000;

/// What is wrong with a body as it is given.
pub fn agency_faults(agency: &Agency, today: NaiveDate) -> Vec<Violation> {
    let mut broken: Vec<Violation> = input::text("name", &agency.name, LINE).into_iter().collect();
    if let Body::Commissioned { credit_code, agreement, examined } = &agency.body {
        broken.extend(input::credit_code("body.credit_code", credit_code));
        broken.extend(input::text("body.agreement.number", &agreement.number, LINE));
        if agreement.until < agreement.from {
            broken.push(DAY.broken().at("body.agreement.until"));
        }
        if agreement.scope.is_empty() || agreement.scope.len() > 2 {
            broken.push(BOUNDS.broken().at("body.agreement.scope"));
        }
        broken.extend(was("body.examined.on", examined.on, today));
        broken.extend(input::text("body.examined.source", &examined.source, LINE));
        broken.extend(within(
            "body.examined.full_time_staff",
            examined.full_time_staff,
            MOST_STAFF,
        ));
    }
    broken.extend(agency.ended_on.and_then(|ended| was("ended_on", ended, today)));
    broken
}

/// What is wrong with what is given of an assessor, whose body is known or not.
pub fn standing_faults(
    standing: &Standing,
    body_is_known: bool,
    today: NaiveDate,
) -> Vec<Violation> {
    let mut broken = Vec::new();
    if !body_is_known {
        broken.push(KNOWN.broken().at("agency"));
    }
    broken.extend(within("related_years", standing.related_years, MOST_YEARS));
    let lists = [
        ("trainings", standing.trainings.len()),
        ("examinations", standing.examinations.len()),
        ("screenings", standing.screenings.len()),
        ("suspensions", standing.suspensions.len()),
    ];
    let too_long = lists.into_iter().filter(|(_, entries)| *entries > MOST_ENTRIES);
    broken.extend(too_long.map(|(field, _)| BOUNDS.broken().at(field)));
    for (number, training) in standing.trainings.iter().enumerate() {
        let at = |field: &str| format!("trainings[{number}].{field}");
        broken.extend(was(&at("on"), training.on, today));
        broken.extend(input::text(&at("topic"), &training.topic, LINE));
        broken.extend(input::text(&at("organiser"), &training.organiser, LINE));
        broken.extend(within(&at("hours"), training.hours, MOST_HOURS));
    }
    for (number, taken) in standing.examinations.iter().enumerate() {
        let at = |field: &str| format!("examinations[{number}].{field}");
        broken.extend(was(&at("on"), taken.on, today));
        broken.extend(input::text(&at("organiser"), &taken.organiser, LINE));
    }
    for (number, check) in standing.screenings.iter().enumerate() {
        let at = |field: &str| format!("screenings[{number}].{field}");
        broken.extend(was(&at("on"), check.on, today));
        broken.extend(input::text(&at("source"), &check.source, LINE));
    }
    for (number, pause) in standing.suspensions.iter().enumerate() {
        let at = |field: &str| format!("suspensions[{number}].{field}");
        broken.extend(input::text(&at("reason"), &pause.reason, LINE));
        if pause.until.is_some_and(|until| until < pause.from) {
            broken.push(DAY.broken().at(at("until")));
        }
    }
    broken
}

fn was(field: &str, day: NaiveDate, today: NaiveDate) -> Option<Violation> {
    (day > today).then(|| DAY.broken().at(field))
}

fn within(field: &str, number: u32, most: u32) -> Option<Violation> {
    (number > most).then(|| BOUNDS.broken().at(field))
}
