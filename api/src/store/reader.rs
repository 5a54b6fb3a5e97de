//! What can be read from.

use sea_orm::ConnectionTrait;

use crate::secret::ring::KeyRing;

/// Anything that can be read from: the pool, a transaction, one moment of the database.
pub trait Reader: ConnectionTrait {
    /// The keys with which what is read is opened.
    fn keys(&self) -> &KeyRing;
}
