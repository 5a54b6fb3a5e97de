//! 无捐赠承诺声明书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Named, Office};

/// Who declares, and so what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Declaring {
    /// An adopter.
    Adopter,
    /// A person who places.
    Placer,
    /// An institution that places.
    Institution,
    /// An officer of the registering office, or an assessor.
    Officer,
}

/// That nothing was asked, offered or promised. No sum is named, for there is none to name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoDonationDeclaration {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// What the declaration is worded for.
    pub declaring: Declaring,
    /// Who declares: of an institution, its responsible person.
    pub declarant: Named,
    /// In what capacity, such as 收养人 or 收养登记员.
    pub capacity: String,
    /// The institution or body that the declarant stands for.
    pub organisation: Option<String>,
    /// Name of the child.
    pub child: String,
    /// Day the form was drawn up; the day of signing is written by hand.
    pub drawn_up_on: NaiveDate,
}

impl Paper for NoDonationDeclaration {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
