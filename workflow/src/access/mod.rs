//! Who may do what: roles, their relation to a case, and the table of rights.

pub mod role;
pub mod secrecy;
pub mod table;
pub mod visible;

pub use role::Role;
pub use table::{Access, Action, Relation, may, roles_that_may};
