//! 收养协议 (民法典 art. 1105(3)); for a rescued child it must be concluded (民发〔2015〕159号).

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person, Placer};

/// A body that signs beside the two parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementParty {
    /// In what capacity, such as 公安机关.
    pub capacity: String,
    /// Full name, as on its seal, where it is known.
    pub name: Option<String>,
}

/// The agreement of adopters and placer. Nothing is promised in it but care. Where a party asked for
/// secrecy each side signs a copy of its own, with the same clauses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdoptionAgreement {
    /// The office before which the parties register.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day the form was drawn up; the day of signing is written by hand.
    pub drawn_up_on: NaiveDate,
    /// One or two adopters; none on the copy of a placer who may not learn who they are.
    pub adopters: Option<Vec<Person>>,
    /// Who places the child; none on the copy of adopters who may not learn who that is.
    pub placer: Option<Placer>,
    /// The child.
    pub child: Child,
    /// The child was rescued from traffickers, so that its birth parents may yet be found.
    pub rescued: bool,
    /// Bodies that sign beside the two parties.
    pub others: Vec<AgreementParty>,
}

impl Paper for AdoptionAgreement {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
