//! The browser pages: what `scripts/portal` built, held in the program and served beside the interface.
//!
//! The pages are the same for everybody and know nothing; whatever they show they ask of the interface,
//! as any other client does. A program that was built without them says how to build them.

mod absent;
mod encoding;
mod file;
mod files;
mod pages;

pub use pages::Portal;
