//! When the office receives people, and how many may come by appointment. No rule of law rests on it.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A time of day in whole minutes, written `09:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(u32);

/// Minutes of an hour.
const HOUR: u32 = 60;

impl TimeOfDay {
    /// Reads two digits, a colon, two digits.
    pub fn read(text: &str) -> Option<TimeOfDay> {
        let digits = |part: &str| {
            let two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            two.then(|| part.parse::<u32>().ok()).flatten()
        };
        let (hours, minutes) = text.split_once(':')?;
        let (hours, minutes) = (digits(hours)?, digits(minutes)?);
        (hours < 24 && minutes < HOUR).then_some(TimeOfDay(hours * HOUR + minutes))
    }

    /// So many minutes later on the same day.
    pub fn later_by(self, minutes: u32) -> TimeOfDay {
        TimeOfDay(self.0.saturating_add(minutes))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / HOUR, self.0 % HOUR)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        writer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<TimeOfDay, D::Error> {
        let text = String::deserialize(reader)?;
        TimeOfDay::read(&text).ok_or_else(|| D::Error::custom("a time such as 09:30"))
    }
}

impl JsonSchema for TimeOfDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeOfDay".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" })
    }
}

/// A stretch of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// From when.
    pub from: TimeOfDay,
    /// Until when.
    pub until: TimeOfDay,
}

/// When the office receives people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The hours of every working day, in order. At most 4 stretches; none while the office has not said.
    pub hours: Vec<OpeningHours>,
    /// How long an appointment is, in minutes. 10 to 240.
    pub appointment_minutes: u32,
    /// How many may come at one time. 0 to 20; 0 where nobody makes appointments.
    pub appointments_at_once: u32,
    /// How many days ahead an appointment may be made. 1 to 90.
    pub appointment_days_ahead: u32,
}

impl Default for Opening {
    fn default() -> Self {
        Opening {
            hours: Vec::new(),
            appointment_minutes: 30,
            appointments_at_once: 0,
            appointment_days_ahead: 30,
        }
    }
}

impl Opening {
    /// Whether the stretches follow one another and the numbers are in their bounds.
    pub fn is_sound(&self) -> bool {
        let follow = self.hours.windows(2).all(|pair| match pair {
            [earlier, later] => earlier.until <= later.from,
            _ => true,
        });
        follow
            && self.hours.len() <= 4
            && self.hours.iter().all(|stretch| stretch.from < stretch.until)
            && (10..=240).contains(&self.appointment_minutes)
            && self.appointments_at_once <= 20
            && (1..=90).contains(&self.appointment_days_ahead)
    }

    /// Whether appointments can be made at all.
    pub fn takes_appointments(&self) -> bool {
        self.appointments_at_once > 0 && !self.hours.is_empty()
    }

    /// The times of one day at which somebody may come; none where nobody makes appointments.
    pub fn slots(&self) -> Vec<OpeningHours> {
        let mut slots = Vec::new();
        if !self.takes_appointments() || !self.is_sound() {
            return slots;
        }
        for stretch in &self.hours {
            let mut from = stretch.from;
            while from.later_by(self.appointment_minutes) <= stretch.until {
                let until = from.later_by(self.appointment_minutes);
                slots.push(OpeningHours { from, until });
                from = until;
            }
        }
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: &str, until: &str) -> OpeningHours {
        let read = |text| TimeOfDay::read(text).expect("a time");
        OpeningHours { from: read(from), until: read(until) }
    }

    fn opening(hours: &[OpeningHours]) -> Opening {
        Opening { hours: hours.to_vec(), appointments_at_once: 2, ..Opening::default() }
    }

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for text in ["00:00", "09:30", "23:59"] {
            assert_eq!(TimeOfDay::read(text).expect("a time").to_string(), text);
        }
        for wrong in ["24:00", "9:30", "09:60", "0930", "+9:30", "09:3a", ""] {
            assert_eq!(TimeOfDay::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_slot_never_reaches_beyond_the_hours() {
        let slots = opening(&[stretch("09:00", "10:15"), stretch("14:00", "14:30")]).slots();
        let times: Vec<String> = slots.iter().map(|slot| slot.from.to_string()).collect();
        assert_eq!(times, ["09:00", "09:30", "14:00"]);
        assert!(
            Opening { appointments_at_once: 0, ..opening(&[stretch("09:00", "12:00")]) }
                .slots()
                .is_empty()
        );
    }

    #[test]
    fn hours_follow_one_another() {
        assert!(opening(&[stretch("09:00", "12:00"), stretch("13:30", "17:00")]).is_sound());
        assert!(!opening(&[stretch("13:30", "17:00"), stretch("09:00", "12:00")]).is_sound());
        assert!(!opening(&[stretch("12:00", "12:00")]).is_sound());
        assert!(Opening::default().is_sound());
    }
}
