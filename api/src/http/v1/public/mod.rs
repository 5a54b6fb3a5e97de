//! What is asked by those who hold no account: whether one may adopt, how the own case stands, whether a
//! certificate is genuine.

pub mod about;
pub mod eligibility;
pub mod family;
pub mod notices;
pub mod pre_application;
pub mod verification;
