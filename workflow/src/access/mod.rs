//! Who there is, and what each sees: the roles, and what of a case is shown to whom.

pub mod role;
pub mod secrecy;
pub mod task;
pub mod visible;

pub use role::Role;
