//! The procedures, each carried from end to end.

mod whole_case;
