//! The eligibility check (收养条件自查): what the law says of facts somebody states, before there is a
//! case. Nothing is stored. The conditions are those that acceptance and registration test, each
//! asked in `law`; a family has no papers yet, so here the statement itself is taken.

mod answer;
mod check;
pub(crate) mod documents;
mod placing;
mod sheet;
mod source;
mod values;
mod warnings;

pub use answer::{Assessment, Choose, Effect, Eligibility, Finding, Verdict, Waived, Warning};
pub use check::check;
pub use placing::{PlacedByParents, Placing};
pub use sheet::{AdopterFacts, ChildFacts, FactSheet, HouseholdFacts, StatedMaritalStatus};
pub use source::Source;
pub use values::Sound;
