//! Heads outside the database: an append-only log of how far every chain had come, kept in a folder of
//! its own, signed, and shown to witnesses elsewhere.
//!
//! A chain proves nothing against whoever may write all of it anew. What was sealed here before cannot
//! be changed with the database. The log is a Merkle tree as RFC 6962 has it; its checkpoints are in the
//! form of C2SP (`tlog-checkpoint`, `signed-note`, `tlog-cosignature`), so that tools of others read them.

pub mod against;
pub mod checkpoint;
pub mod folder;
pub mod leaf;
pub mod log;
pub mod note;
pub mod proof;
pub mod submission;
pub mod tree;
pub mod witness;

/// The origin of an office's log: the name that its checkpoints and its key bear.
pub fn origin(credit_code: &str) -> String {
    format!("guijia/{credit_code}/cases")
}
