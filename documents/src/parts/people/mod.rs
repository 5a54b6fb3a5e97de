//! The people of a case as they are shown on paper: their data, and how it comes from a case.

mod of_case;
mod shown;

pub(crate) use of_case::{
    adopter, adopter_names, adopters, asked, assessing_body, capacity, child, institution,
    institution_of, name_of_body, named, named_adopters, placer, placer_name, relation, shown_name,
};
pub use shown::{
    AssessingBody, Assessor, Child, Identity, Institution, Named, Office, Person, Placer,
    PlacingPerson, Sex,
};
