//! 补领收养登记证（解除收养关系证明）申请书 from a case.

pub(crate) use crate::parts::request::from_case;
