//! Prints every kind of paper and looks at what came out.

mod papers;
mod scans;
mod support;
