//! Calendars of real and of invented years, and what time does to a story.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::Story;
use crate::base::calendar::{Calendar, CalendarChange, DayKind, Edition, SpecialDay};
use crate::event::{Entry, Event};
use crate::evolve;
use crate::time::{what_moved, what_passed};

/// The table that comes with the program.
const BUILT_IN: &str = include_str!("../../../../api/calendar/holidays.csv");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

/// A year of which these days are days of rest for one occasion, known from the beginning.
pub fn edition_of_rest(number: u32, year: i32, occasion: &str, rest: &[&str]) -> Edition {
    let special = || SpecialDay { kind: DayKind::Rest, occasion: occasion.to_owned() };
    Edition {
        year,
        source: format!("国办发明电〔{}〕{number}号", year - 1),
        provisional: false,
        imported: CalendarChange { number, on: None },
        withdrawn: None,
        days: rest.iter().map(|text| (day(text), special())).collect(),
    }
}

/// A calendar of that year alone.
pub fn calendar_of_rest(year: i32, occasion: &str, rest: &[&str]) -> Calendar {
    Calendar::new([edition_of_rest(1, year, occasion, rest)])
}

/// A calendar of these days, an edition for each year, known from the beginning.
pub fn calendar_of(days: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Calendar {
    let mut editions: BTreeMap<i32, Edition> = BTreeMap::new();
    for (day, kind) in days {
        let number = u32::try_from(editions.len() + 1).expect("few years");
        let of_year = editions.entry(day.year());
        let edition = of_year.or_insert_with(|| edition_of_rest(number, day.year(), "", &[]));
        edition.days.insert(day, SpecialDay { kind, occasion: "节假日".to_owned() });
    }
    Calendar::new(editions.into_values())
}

/// The year 2026 as the State Council's notice has it.
pub fn edition_2026() -> Edition {
    let special = |line: &str| {
        let mut columns = line.split(',');
        let (date, kind, occasion) = (columns.next()?, columns.next()?, columns.next()?);
        let kind = if kind == "rest" { DayKind::Rest } else { DayKind::Work };
        Some((day(date), SpecialDay { kind, occasion: occasion.to_owned() }))
    };
    let days = BUILT_IN.lines().skip(1).filter_map(special);
    Edition {
        provisional: true,
        days: days.filter(|(day, _)| day.year() == 2026).collect(),
        ..edition_of_rest(1, 2026, "", &[])
    }
}

impl Story {
    /// With the calendar of 2026.
    pub fn in_2026(&mut self) -> &mut Story {
        self.facts.calendar = Calendar::new([edition_2026()]);
        self
    }

    /// What passed until today is written down.
    pub fn time_passes(&mut self) -> Vec<Event> {
        let facts = &self.facts;
        let passed = what_passed(&self.case, &facts.calendar, &facts.rules, facts.today);
        self.happen(&passed);
        passed
    }

    /// What a change of the calendar moves is written down.
    pub fn calendar_changes(&mut self, change: u32) -> Option<Event> {
        let moved = what_moved(&self.case, &self.facts.calendar, &self.facts.rules, change);
        self.happen(moved.as_slice());
        moved
    }

    fn happen(&mut self, events: &[Event]) {
        for event in events {
            let by = self.facts.actor.clone();
            let entry = Entry { on: self.facts.today, by, event: event.clone() };
            self.case = evolve(Some(self.case.clone()), &entry).expect("the case stands");
            self.entries.push(entry);
        }
    }
}
