//! 补领收养登记证（解除收养关系证明）审查处理表. Its data and its sheet are those of
//! [`LaterApprovalForm`](crate::parts::later_approval::LaterApprovalForm).

pub(crate) mod compose;
pub mod sample;
