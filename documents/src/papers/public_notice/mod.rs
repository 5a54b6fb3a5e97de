//! 寻找弃婴（儿童）生父母公告.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::parts::paper::Paper;
use crate::parts::people::{Office, Sex};

/// The notice as it is sent to the newspaper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicNotice {
    /// The registering office.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// Day the notice was drawn up.
    pub drawn_up_on: NaiveDate,
    /// Name the child is called by.
    pub child: String,
    /// 性别.
    pub sex: Sex,
    /// 出生日期, usually estimated.
    pub born_on: NaiveDate,
    /// The date of birth was estimated.
    pub born_on_estimated: bool,
    /// Day the child was found.
    pub found_on: NaiveDate,
    /// Where the child was found.
    pub found_at: String,
    /// Looks and marks of the child, and what was found with it.
    pub features: String,
    /// Who looks after the child now.
    pub cared_for_by: String,
    /// Length of the notice, in days.
    pub days: u32,
    /// Whom the birth parents should turn to.
    pub contact: String,
    /// Photo of the child.
    pub photo: Option<Attachment>,
}

impl Paper for PublicNotice {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }

    fn attachments(&self) -> Vec<&Attachment> {
        self.photo.iter().collect()
    }

    fn attachments_mut(&mut self) -> Vec<&mut Attachment> {
        self.photo.iter_mut().collect()
    }
}
