//! 收养登记证.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::parts::adoption::Reissue;
use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person};

/// The certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The registering office.
    pub office: Office,
    /// 收养登记证字号.
    pub number: String,
    /// 印制号 of the blank it is printed on.
    pub blank_serial: Option<String>,
    /// One or two adopters.
    pub adopters: Vec<Person>,
    /// The child.
    pub child: Child,
    /// Name of the placer or of the placing institution.
    pub placer: String,
    /// The day the relationship was formed.
    pub registered_on: NaiveDate,
    /// 备注.
    pub remarks: Option<String>,
    /// 补发: of a copy in place of one that was lost or damaged.
    pub reissue: Option<Reissue>,
    /// 收养人与被收养人合影.
    pub joint_photo: Option<Attachment>,
}

impl Paper for Certificate {
    fn dated(&self) -> NaiveDate {
        self.reissue.as_ref().map_or(self.registered_on, |copy| copy.on)
    }

    fn attachments(&self) -> Vec<&Attachment> {
        self.joint_photo.iter().collect()
    }

    fn attachments_mut(&mut self) -> Vec<&mut Attachment> {
        self.joint_photo.iter_mut().collect()
    }
}
