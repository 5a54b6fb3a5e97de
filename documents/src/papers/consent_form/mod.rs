//! 同意书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Child, Institution, Named, Office};

/// Who consents, and so to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Consenting {
    /// Adopters, to adopting.
    Adopters {
        /// One or two persons.
        persons: Vec<Named>,
    },
    /// The institution, to placing.
    Institution {
        /// The institution.
        institution: Institution,
    },
    /// A birth parent, to placing.
    BirthParent {
        /// 生父 or 生母.
        relation: String,
        /// The parent.
        person: Named,
    },
    /// A birth parent of a stepchild, to the step-parent's adopting.
    StepchildParent {
        /// 生父 or 生母.
        relation: String,
        /// The parent.
        person: Named,
        /// The parent is married to the step-parent.
        spouse: bool,
    },
    /// A guardian who is a person, to placing.
    Guardian {
        /// What the guardian is to the child, such as 祖父.
        relation: String,
        /// The guardian.
        person: Named,
    },
    /// The child of eight or more, to being adopted.
    Child,
    /// The adoptee of eight to seventeen, to the dissolution of its adoption.
    ChildToDissolution,
}

/// A consent, signed on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentForm {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day the form was drawn up; the day of signing is written by hand.
    pub drawn_up_on: NaiveDate,
    /// Who consents.
    pub consenting: Consenting,
    /// The adopters; none where whoever consents may not learn who they are.
    pub adopters: Option<Vec<Named>>,
    /// The child.
    pub child: Child,
}

impl Paper for ConsentForm {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
