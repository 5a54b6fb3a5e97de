//! A reportable circumstance, and whom it concerns (评估办法 art. 11).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::assessing::IncidentGround;
use crate::case::Party;

/// Whom a circumstance concerns: an applicant, or somebody who lives with them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "who", rename_all = "snake_case", deny_unknown_fields)]
pub enum IncidentConcern {
    /// 收养申请人
    Applicant {
        /// Which.
        party: Party,
    },
    /// 共同生活的家庭成员
    CoResident {
        /// The name.
        name: String,
        /// What they are to the applicants.
        relation: String,
    },
}

/// The threshold of the ground of an intentional crime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sentence {
    /// 已被判处有期徒刑以上刑罚
    FixedTermOrMore,
    /// 可能被判处有期徒刑以上刑罚
    LikelyFixedTermOrMore,
}

impl Sentence {
    /// What it is called.
    pub fn printed(self) -> &'static str {
        match self {
            Sentence::FixedTermOrMore => "已被判处有期徒刑以上刑罚",
            Sentence::LikelyFixedTermOrMore => "可能被判处有期徒刑以上刑罚",
        }
    }
}

/// An incident; while one is open nothing may be proposed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Incident {
    /// Its number in the case, from 1.
    pub number: u32,
    /// What it is about.
    pub ground: IncidentGround,
    /// The day it became known.
    pub known_on: NaiveDate,
    /// What happened.
    pub description: String,
    /// The day the leader closed it.
    pub closed_on: Option<NaiveDate>,
    /// Whom it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<IncidentConcern>,
    /// Of a crime, how grave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<Sentence>,
}
