//! 申请 as it was filed: the content of a case's first event.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinship::Kinship;
use super::people::{Adopter, Child, ChildKind, Wishes};
use super::placer::{Institution, Placer, PlacingGuardian, PlacingParents, SupportDutyPerson};

/// An application for registering an adoption.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Application {
    /// 办件编号
    pub number: String,
    /// The kind of child.
    pub child_kind: ChildKind,
    /// 收养人
    pub adopters: Vec<Adopter>,
    /// 被收养人
    pub child: Child,
    /// 送养人, where an institution places the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placer: Option<Institution>,
    /// 送养人, where birth parents place the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parents: Option<PlacingParents>,
    /// 送养人, where a guardian places the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guardian: Option<PlacingGuardian>,
    /// 有抚养义务的人, of an orphan (民法典 art. 1096).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support_duty: Vec<SupportDutyPerson>,
    /// Whether their written consent is demanded; of an institution's orphan the office decides.
    #[serde(default, skip_serializing_if = "is_false")]
    pub support_duty_consent_needed: bool,
    /// The adopter's kinship with a birth parent (民法典 art. 1099).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinship: Option<Kinship>,
    /// 私自收养、事实收养起始日: since when the adopters have raised the child without
    /// registration. It relaxes no condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_since: Option<NaiveDate>,
    /// 同案卷宗: the number of the first case of siblings adopted together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_set: Option<String>,
    /// 收养原因
    pub reason: String,
    /// What the parties ask for.
    pub wishes: Wishes,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Application {
    /// Who places the child.
    pub fn placer(&self) -> Placer {
        if let Some(institution) = &self.placer {
            Placer::Institution(institution.clone())
        } else if let Some(parents) = &self.parents {
            Placer::Parents(parents.clone())
        } else if let Some(guardian) = &self.guardian {
            Placer::Guardian(Box::new(guardian.clone()))
        } else {
            Placer::Nobody
        }
    }
}
