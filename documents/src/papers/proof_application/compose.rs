//! 出具收养关系证明申请书 from a case.

pub(crate) use crate::parts::request::from_case;
