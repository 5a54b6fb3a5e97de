//! What the law leaves open, as an office decides it: each point with our default.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The office's answer to each open point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OpenPoints {
    /// Whether an institution placing an orphan needs the consent of persons with a support duty.
    /// 民法典 art. 1096 speaks of a guardian and 登记办法 art. 7 asks no paper. Default: not demanded.
    pub institution_orphan_support_consent: bool,
    /// Whether foreigners may adopt only kin and stepchildren, as a spokesman said in 2024; the
    /// Code was not changed. Default: yes.
    pub foreigners_only_kin_or_stepchild: bool,
    /// Months from a rescued child's delivery to the institution until it may be placed
    /// (民发〔2015〕159号, second-hand). 0 to 36, default 12.
    pub rescued_child_months: u32,
    /// Months from the judgment that revoked guardianship until the child may be placed
    /// (remembered). 0 to 36, default 12.
    pub guardianship_revoked_months: u32,
}

impl Default for OpenPoints {
    fn default() -> Self {
        OpenPoints {
            institution_orphan_support_consent: false,
            foreigners_only_kin_or_stepchild: true,
            rescued_child_months: 12,
            guardianship_revoked_months: 12,
        }
    }
}
