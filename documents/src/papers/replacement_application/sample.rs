//! Samples of 补领收养登记证（解除收养关系证明）申请书.

use crate::parts::adoption::Standing;
use crate::parts::request::{Request, Requested};
use crate::parts::sample::later::adoption;
use crate::parts::sample::people::{couple, office, single_adopter};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{HUSBAND, WIFE};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Request)> {
    vec![
        ("replacement_application", replacement_application()),
        ("replacement_of_proof", replacement_of_proof()),
    ]
}

/// An application of the couple.
pub(crate) fn request(requested: Requested, reason: &str) -> Request {
    Request {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2027, 10, 11),
        applicants: couple(),
        capacity: "收养人".into(),
        adoption: adoption(),
        standing: None,
        adopters: vec![HUSBAND.name.into(), WIFE.name.into()],
        child: "周安宁".into(),
        requested,
        reason: reason.into(),
    }
}

/// 补领收养登记证申请书.
pub fn replacement_application() -> Request {
    request(
        Requested::Certificate { damaged: false },
        "今年九月从龙岗街道搬到龙水镇，搬家途中一个装证件的文件袋丢失，多次寻找没有找到。",
    )
}

/// 补领解除收养关系证明申请书.
pub fn replacement_of_proof() -> Request {
    Request {
        applicants: vec![single_adopter()],
        capacity: "被收养人".into(),
        standing: Some(Standing::Dissolved {
            on: day(2027, 4, 23),
            number: "（2027）渝足解字00002".into(),
            by: office().name,
        }),
        ..request(
            Requested::DissolutionProof { damaged: true },
            "家中漏水，证明浸湿后字迹和印章无法辨认。",
        )
    }
}
