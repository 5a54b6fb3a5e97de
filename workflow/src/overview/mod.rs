//! What the page of a case tells beside the case and its acts: every place of the file with how it stands,
//! the stages with their days, and where the case stands now.

pub mod checklist;
pub mod now;
pub mod proves;
pub mod stages;
