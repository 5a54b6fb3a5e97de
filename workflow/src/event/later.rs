//! What happens in the procedures after a registration, and what they leave in the adoption's case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::case::aftermath::{EndedBy, ReplacedPaper, Standing};
use crate::case::decision::{Attendance, ManifestEntry};
use crate::case::later::{LaterApplication, TakenIn};

/// One event of a later procedure. The tag is the event row's `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LaterEvent {
    /// 申请解除、撤销、补领、出具证明，补录
    LaterApplicationFiled(Box<LaterApplication>),
    /// 解除登记
    DissolutionRegistered {
        /// 解除收养关系证明字号
        number: String,
        /// 印制号 of the blank.
        blank_serial: String,
        /// Who came.
        attendance: Vec<Attendance>,
        /// What became of the certificate.
        certificate: TakenIn,
    },
    /// 撤销决定
    RevocationDecided {
        /// 决定书文号
        number: String,
        /// 认定的事实
        findings: String,
    },
    /// 收缴收养登记证
    CertificateTakenIn {
        /// What became of it.
        certificate: TakenIn,
    },
    /// 张贴撤销决定
    DecisionPosted {
        /// The last full day on the board.
        last_day: NaiveDate,
    },
    /// 补发
    ReplacementIssued {
        /// The number of the replacement.
        number: String,
        /// 印制号 of the new blank.
        blank_serial: String,
        /// Who came.
        attendance: Vec<Attendance>,
    },
    /// 出具证明
    ProofIssued {
        /// The number of the proof.
        number: String,
        /// Who came.
        attendance: Vec<Attendance>,
        /// How the adoption stood.
        standing: Standing,
    },
    /// 补录核对无误
    LateEntryConfirmed {
        /// The contents of the volume, with their digests.
        manifest: Vec<ManifestEntry>,
    },
    /// In the adoption's case: 收养关系解除
    AdoptionDissolved {
        /// 解除收养关系证明字号
        number: String,
    },
    /// In the adoption's case: 收养登记撤销
    AdoptionRevoked {
        /// 决定书文号
        number: String,
    },
    /// In the adoption's case: ended by a court or another office
    EndRecorded {
        /// How.
        by: EndedBy,
        /// The court or the office.
        authority: String,
        /// 案号, or the number of the other office's proof.
        number: String,
        /// The day it took effect.
        effective_on: NaiveDate,
    },
    /// In the adoption's case: 收养人均已死亡
    AdoptersDied {
        /// The day the last of them died.
        last_died_on: NaiveDate,
    },
    /// In the adoption's case: 补发
    PaperReplaced {
        /// Which paper.
        paper: ReplacedPaper,
        /// The number of the replacement.
        number: String,
        /// 印制号 of the copy that holds from now on.
        blank_serial: String,
    },
    /// In the adoption's case: 出具证明
    ProofGiven {
        /// The number of the proof.
        number: String,
    },
}

impl LaterEvent {
    /// The tag written in the event row.
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}
