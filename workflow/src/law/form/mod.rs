//! How the values of an application are written: what the kind of child needs, and nothing that
//! belongs to another kind. The acts that change them later ask the same.

pub mod child;
pub mod guardian;
mod needed;
pub mod persons;
pub mod placer;
pub mod residency;

pub use needed::given_as_needed;
