//! Everything that is said of Guijia as a whole, told through HTTP on both databases.

mod architecture;
mod demo;
mod lifetime;
mod log;
mod openapi;
mod procedures;
mod races;
mod real_office;
mod support;
