//! What the law leaves open, as an office decides it: in words for the answer.

use crate::base::message::Message;
use crate::case::ChildKind;

/// The point that concerns children of this kind, in words for the answer.
pub fn warning(kind: ChildKind) -> Option<Message> {
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
