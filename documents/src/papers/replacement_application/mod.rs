//! 补领收养登记证（解除收养关系证明）申请书. Its data and its sheet are those of
//! [`Request`](crate::parts::request::Request).

pub(crate) mod compose;
pub mod sample;
