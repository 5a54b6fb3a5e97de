//! What lies on a desk and is of no case yet: drafts, applications beforehand, appointments, reports of the
//! public. Each is sealed for its place, kept for a while, and gone.

pub mod appointments;
pub mod drafts;
pub(in crate::store) mod entity;
pub mod parts;
pub mod records;
