//! What lies on the desks of the office beside its cases: drafts, what families send beforehand, appointments,
//! reports of the public.

pub mod appointments;
pub mod code;
pub mod drafts;
pub mod exports;
pub mod form;
pub mod plan;
pub mod pre_applications;
pub mod reports;
pub mod sent_before;
