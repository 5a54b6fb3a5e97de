//! 不予办理收养登记通知书: the application was examined and refused. Its data is that of
//! [`RefusalNotice`](crate::parts::refusal::RefusalNotice).

pub(crate) mod compose;
pub mod sample;
