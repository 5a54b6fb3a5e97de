//! Backups: the whole of an office in one encrypted file, and that file brought back.
//!
//! The file is a tar in the format of age. First comes a head that says whose it is and of which schema,
//! then every row of every table, every scan and document, the keys where they are wanted, and last a list
//! of all that, so that one that was cut off is known as such. Nothing plain is written anywhere.

pub mod archive;
pub mod fault;
pub mod keys;
pub mod making;
pub mod manifest;
pub mod note;
pub mod reading;
pub mod restoring;
pub mod sealed;
