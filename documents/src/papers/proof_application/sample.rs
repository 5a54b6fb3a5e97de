//! A sample of 出具收养关系证明申请书.

use crate::papers::replacement_application::sample::request;
use crate::parts::request::{Request, Requested};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Request)> {
    vec![("proof_application", proof_application())]
}

/// 出具收养关系证明申请书.
pub fn proof_application() -> Request {
    request(
        Requested::AdoptionProof { purpose: "办理被收养人入学手续".into() },
        "学校要求说明孩子与父母的关系，户口簿正在办理迁移，暂时不能提供。",
    )
}
