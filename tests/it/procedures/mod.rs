//! The procedures, each carried from end to end, and every turn a case can take.

mod assessment;
mod bereaved;
mod changes;
mod claims;
mod ended;
mod endings;
mod follow_up;
mod intake;
mod interested;
mod later;
mod of_parents;
pub mod points;
mod quota;
mod reading;
mod siblings;
mod stepchild;
mod support_duty;
mod turns;
mod whole_case;
