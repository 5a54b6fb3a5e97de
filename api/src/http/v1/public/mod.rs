//! What is asked by those who hold no account: whether one may adopt, how the own case stands, whether a
//! certificate is genuine.

pub mod eligibility;
pub mod family;
pub mod verification;
