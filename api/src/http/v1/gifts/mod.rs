//! Gifts to welfare institutions: the ledger of the clerk and the reviews of the leader.

pub mod donations;
pub mod holds;
