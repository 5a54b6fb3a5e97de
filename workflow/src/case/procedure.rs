//! Which procedure a case carries.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::base::words::all;

/// Which procedure a case carries (规范 art. 2).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Procedure {
    /// 成立收养
    #[default]
    Formation,
    /// 解除收养 (民法典 arts. 1114 to 1117)
    Dissolution,
    /// 撤销收养登记 (登记办法 art. 13)
    Revocation,
    /// 补领收养登记证、解除收养关系证明
    Replacement,
    /// 出具收养关系证明
    Proof,
    /// 补录: a registration made on paper before
    LateEntry,
}

impl Procedure {
    /// Every procedure.
    pub const ALL: [Procedure; Procedure::COUNT] = all(Procedure::VARIANTS);

    /// The word used in JSON and in the ledger.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The procedure as volumes and lists name it.
    pub fn printed(self) -> &'static str {
        match self {
            Procedure::Formation => "成立",
            Procedure::Dissolution => "解除",
            Procedure::Revocation => "撤销",
            Procedure::Replacement => "补领",
            Procedure::Proof => "证明",
            Procedure::LateEntry => "补录",
        }
    }

    /// Whether a case of this procedure is an adoption's own case: others point to one.
    pub fn is_of_the_adoption(self) -> bool {
        matches!(self, Procedure::Formation | Procedure::LateEntry)
    }

    /// The word of its series of volume numbers in the database.
    pub fn volume_series(self) -> &'static str {
        match self {
            Procedure::Formation => "volume",
            Procedure::Dissolution => "volume_dissolution",
            Procedure::Revocation => "volume_revocation",
            Procedure::Replacement => "volume_replacement",
            Procedure::Proof => "volume_proof",
            Procedure::LateEntry => "volume_late_entry",
        }
    }
}
