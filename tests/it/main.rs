//! Everything that is said of Guijia as a whole, told through HTTP on both databases.

mod architecture;
mod lifetime;
mod log;
mod procedures;
mod races;
mod support;
