//! 撤销收养登记审查处理表 from a case.

pub(crate) use crate::parts::later_approval::from_case;
