//! 解除收养关系证明.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::adoption::{RegisteredAdoption, Reissue};
use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person};

/// 解除收养关系证明.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DissolutionProof {
    /// The office that registers the dissolution.
    pub office: Office,
    /// Number of the proof.
    pub number: String,
    /// 印制号 of the blank it is printed on.
    pub blank_serial: Option<String>,
    /// The adoption that ended.
    pub adoption: RegisteredAdoption,
    /// The adopters; none on the copy of the side that may not learn who they are.
    pub adopters: Option<Vec<Person>>,
    /// The adoptee.
    pub child: Child,
    /// Name of the placer or of the placing institution.
    pub placer: String,
    /// The adoptee was grown up, so that the Code's article is another.
    pub adult: bool,
    /// 解除原因.
    pub reason: String,
    /// The day of the dissolution.
    pub dissolved_on: NaiveDate,
    /// 备注.
    pub remarks: Option<String>,
    /// Of a copy in place of one that was lost or damaged.
    pub reissue: Option<Reissue>,
}

impl Paper for DissolutionProof {
    fn dated(&self) -> NaiveDate {
        self.reissue.as_ref().map_or(self.dissolved_on, |copy| copy.on)
    }
}
