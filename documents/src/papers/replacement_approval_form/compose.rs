//! 补领收养登记证（解除收养关系证明）审查处理表 from a case.

pub(crate) use crate::parts::later_approval::from_case;
