//! 出具收养关系证明申请书. Its data and its sheet are those of
//! [`Request`](crate::parts::request::Request).

pub(crate) mod compose;
pub mod sample;
