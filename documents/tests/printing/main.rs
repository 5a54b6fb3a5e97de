//! Prints every kind of paper and looks at what came out.

mod acts;
mod assessment;
mod cases;
mod families;
mod hostile;
mod later;
mod long_names;
mod money;
mod overlays;
mod papers;
mod scans;
mod secrecy;
mod seen;
mod story;
mod support;
mod turns;
