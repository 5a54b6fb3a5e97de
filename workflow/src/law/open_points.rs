//! What the law leaves open, as an office decides it: each point with our default and the reason for
//! a warning.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rule::Message;

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

/// The point that concerns children of this kind, in words for the answer.
pub fn warning(kind: crate::case::ChildKind) -> Option<Message> {
    use crate::case::ChildKind;
    match kind {
        ChildKind::InstitutionOrphan => Some(Message::new(
            "福利机构送养孤儿是否须经有抚养义务的人同意，法律没有明确规定；是否要求由登记机关设定，默认不要求。",
            "The law does not say whether an institution placing an orphan needs the consent of persons with a support duty; the office decides, by default it is not demanded.",
        )),
        ChildKind::Foundling => Some(Message::new(
            "非福利机构抚养的弃婴由谁送养，法律没有规定；本系统按无送养人办理。",
            "The law names no placer for a foundling whom no institution raises; the case is handled without one.",
        )),
        ChildKind::IncapableParents => Some(Message::new(
            "监护人依第一千零九十五条送养的登记机关，法规没有规定；按监护人所在地办理。",
            "The Measures name no office where a guardian places under art. 1095; the guardian's place is taken.",
        )),
        ChildKind::RescuedChild => Some(Message::new(
            "打拐解救儿童的期限和协议出自部门通知的转述，月数由登记机关设定。",
            "The period and the agreement for a rescued child rest on a restated notice; the office sets the months.",
        )),
        ChildKind::StateGuardianship => Some(Message::new(
            "民政部门长期监护的未成年人能否送养须先作法制审核；判决后的等待期由登记机关设定。",
            "Whether a child under the state's guardianship may be placed needs a legal review; the waiting period after the judgment is set by the office.",
        )),
        ChildKind::InstitutionFoundling
        | ChildKind::GuardianOrphan
        | ChildKind::HardshipParents
        | ChildKind::CollateralKin
        | ChildKind::Stepchild => None,
    }
}
