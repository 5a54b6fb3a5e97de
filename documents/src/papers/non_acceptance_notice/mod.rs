//! 不予受理通知书: the application was not taken up. Its data is that of
//! [`RefusalNotice`](crate::parts::refusal::RefusalNotice).

pub(crate) mod compose;
pub mod sample;
