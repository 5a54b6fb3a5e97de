//! 出具收养关系证明审查处理表. Its data and its sheet are those of
//! [`LaterApprovalForm`](crate::parts::later_approval::LaterApprovalForm).

pub(crate) mod compose;
pub mod sample;
