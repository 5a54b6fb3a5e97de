//! Points, exact to the half, and scores to the hundredth.

use std::borrow::Cow;
use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// The most that one number of points says.
const MOST: u32 = 1000;

/// A number of points, counted in halves so that sums are exact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    halves: u32,
}

impl Points {
    /// None.
    pub const ZERO: Points = Points { halves: 0 };

    /// So many whole points.
    pub const fn whole(points: u32) -> Points {
        Points { halves: points * 2 }
    }

    /// So many halves.
    pub const fn halves(halves: u32) -> Points {
        Points { halves }
    }

    /// In halves.
    pub const fn in_halves(self) -> u32 {
        self.halves
    }

    /// Whether there is a half in it.
    pub fn has_half(self) -> bool {
        !self.halves.is_multiple_of(2)
    }

    /// What a number says, if it is one of halves and within bounds.
    pub fn from_number(number: f64) -> Option<Points> {
        let halves = number * 2.0;
        let most = f64::from(MOST * 2);
        // The bounds were asked first, so the conversion neither cuts off nor wraps.
        (halves.fract() == 0.0 && (0.0..=most).contains(&halves))
            .then_some(Points { halves: halves as u32 })
    }

    /// How far two are apart.
    pub fn apart(self, other: Points) -> Points {
        Points { halves: self.halves.abs_diff(other.halves) }
    }
}

impl Add for Points {
    type Output = Points;

    fn add(self, other: Points) -> Points {
        Points { halves: self.halves.saturating_add(other.halves) }
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(all: I) -> Points {
        all.fold(Points::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.has_half() { ".5" } else { "" };
        write!(formatter, "{}{half}", self.halves / 2)
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.has_half() {
            serializer.serialize_f64(f64::from(self.halves) / 2.0)
        } else {
            serializer.serialize_u32(self.halves / 2)
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Points, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Points::from_number(number)
            .ok_or_else(|| D::Error::custom("whole or half points from 0 to 1000 are needed"))
    }
}

impl JsonSchema for Points {
    fn schema_name() -> Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "number", "minimum": 0, "maximum": MOST, "multipleOf": 0.5,
            "description": "Points, whole or half.",
        })
    }
}

/// A score to the hundredth, cut off and never rounded up: what is shown does not reach a mark that was
/// missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hundredths(pub u32);

impl fmt::Display for Hundredths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for Hundredths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}

impl<'de> Deserialize<'de> for Hundredths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hundredths, D::Error> {
        let hundredths = (f64::deserialize(deserializer)? * 100.0).round();
        if (0.0..=f64::from(MOST * 100)).contains(&hundredths) {
            return Ok(Hundredths(hundredths as u32));
        }
        Err(D::Error::custom("a score from 0 to 1000 is needed"))
    }
}

impl JsonSchema for Hundredths {
    fn schema_name() -> Cow<'static, str> {
        "Hundredths".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "number", "minimum": 0, "maximum": MOST,
            "description": "A score to the hundredth, cut off and never rounded up.",
        })
    }
}
