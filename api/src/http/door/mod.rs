//! The door: what a request passes before a handler reads it, from the connection to the operation.

pub mod accept;
pub mod address;
pub mod client;
mod device;
pub mod doorway;
pub mod heads;
pub mod kept;
pub mod operations;
pub mod pace;
pub mod paced;
pub mod screen;
pub mod unread;
