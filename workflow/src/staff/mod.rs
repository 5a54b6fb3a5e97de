//! Who may assess: the bodies, and what is on file of each assessor. Whether they may is asked in
//! `law/appointment.rs`.

mod agency;
mod standing;

pub use agency::{Agency, AgencyId, Agreement, Body, Examined};
pub use standing::{
    Background, Employment, Examination, Screening, Standing, Suspension, Training,
};
