//! 解除收养登记审查处理表. Its data and its sheet are those of
//! [`LaterApprovalForm`](crate::parts::later_approval::LaterApprovalForm).

pub(crate) mod compose;
pub mod sample;
