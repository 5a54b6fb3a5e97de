//! 归档: one case, one volume, frozen with the digests of its contents, and read on the spot.

use crate::base::rule::rules;
use crate::case::{Case, Slot};

rules! {
    /// The receipt column is signed by each party.
    RECEIPT_SIGNED = "SPEC-19", Some("SEQ-8b"),
        "《收养登记工作规范》（当事人在签收栏签名按指纹）", "Work Specification (receipt signed)", SecondHand,
        "须有各方当事人签收的收养登记证签收页", "the receipt column signed by each party must be filed";
    /// The approval form is signed.
    APPROVAL_SIGNED = "ARCH-5", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第五条", "Adoption Archives Measures art. 5", Verified,
        "归档材料须包括签署的审批表", "the signed approval form belongs in the volume";
    /// Every document of the volume is made.
    DOCUMENTS_MADE = "ARCH-6", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第六条", "Adoption Archives Measures art. 6", Remembered,
        "归档材料须齐全", "every document of the volume must have been made";
    /// Nothing waits to be looked at.
    NOTHING_PENDING = "ARCH-6.pending", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第六条", "Adoption Archives Measures art. 6", Remembered,
        "尚有未核验的材料，不能归档", "a filed paper has not been looked at yet";
    /// The volume is frozen.
    FROZEN = "ARCH-7", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第七条", "Adoption Archives Measures art. 7", Derived,
        "登记所依据的材料和已经归档的案卷不得再变动",
        "what a registration rested on, and a closed volume, stay as they are";
    /// A volume is read on the spot, by those who may.
    READ_ON_THE_SPOT = "ARCH-10", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第十条、第十一条", "Adoption Archives Measures arts. 10, 11", Remembered,
        "档案只供当场查阅，其他人查阅须经负责人批准，归还后方可再次查阅",
        "a volume is read on the spot, by others only with a leader's approval, one reading at a time";
}

/// Whether the adoption was revoked or dissolved while its certificate still waited to be handed over:
/// it is handed over no more.
pub fn ended_before_issue(case: &Case) -> bool {
    case.issue.is_none() && !case.aftermath.standing.stands()
}

/// What the contents list calls a paper.
pub fn title_of(slot: Slot) -> String {
    match slot.party {
        Some(party) => format!("{}（{}）", slot.paper.printed(), party.printed()),
        None => slot.paper.printed().to_owned(),
    }
}
