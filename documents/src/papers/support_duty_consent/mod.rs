//! 抚养义务人同意送养意见书 (民法典 art. 1096, 登记办法 art. 7(1)(2)).

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Child, Identity, Named, Office};

/// A person with a duty to support the orphan: a grandparent or an elder sibling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportDutyPerson {
    /// What the person is to the child, such as 祖父.
    pub relation: String,
    /// 姓名.
    pub name: String,
    /// 身份证件; written by hand where it is not known.
    pub identity: Option<Identity>,
}

/// The written consent of those who have a duty to support an orphan, to its guardian's placing it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportDutyConsent {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day the form was drawn up; the day of signing is written by hand.
    pub drawn_up_on: NaiveDate,
    /// The orphan.
    pub child: Child,
    /// Name of the guardian or institution that places.
    pub placer: String,
    /// The adopters; none where those who consent may not learn who they are.
    pub adopters: Option<Vec<Named>>,
    /// Who consents, each on a sheet of its own.
    pub persons: Vec<SupportDutyPerson>,
}

impl Paper for SupportDutyConsent {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
