//! The reading path: what may be seen of a case, by its office, by its family and by anybody.

pub mod certificate;
pub mod consult;
pub mod family;
pub mod sheets;
