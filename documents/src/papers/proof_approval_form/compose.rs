//! 出具收养关系证明审查处理表 from a case.

pub(crate) use crate::parts::later_approval::from_case;
