//! What comes from outside is opened by this program once more, in a child process with limits.

pub mod child;
pub mod pool;
pub mod printing;
pub mod scans;
pub mod sets;
pub mod virus;
