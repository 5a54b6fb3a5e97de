//! Cases: opening them, the acts done in them, their papers, and reading and listing them.

pub mod acts;
pub mod approval;
pub mod assessment;
pub mod deadlines;
pub mod documents;
pub mod figures;
pub mod ledger;
pub mod operations_of_acts;
pub mod page;
pub mod page_images;
pub mod papers;
pub mod placed;
pub mod reading;
mod scans;
pub mod search;
mod standing;
pub mod volume;
pub mod worklist;
