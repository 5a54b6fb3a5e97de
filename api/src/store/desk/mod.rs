//! What lies on a desk and is of no case yet: drafts, applications beforehand, appointments, reports of the
//! public. Each is sealed for its place, kept for a while, and gone.

pub mod appointments;
pub mod drafts;
pub(in crate::store) mod entity;
pub mod parts;
pub mod records;

use super::StoreError;
use super::log::keys::not_sealed;
use crate::secret::derived::DerivedKey;
use crate::secret::{OfficeSecret, Purpose};

/// What everything on a desk is sealed with.
fn key(secret: &OfficeSecret) -> Result<DerivedKey, StoreError> {
    DerivedKey::of(secret, Purpose::Desk, &[]).map_err(not_sealed)
}
