//! Papers of the adoption office: typed data in, PDF bytes out.
//!
//! Every paper the office prints is a [`Document`]: one plain struct per kind, laid out by a
//! Typst template that is embedded in this crate together with its fonts. Nothing here reads a
//! file, a clock, a database or the network, so the same document always gives the same bytes.
//!
//! [`Press::print`] makes the PDF, [`glyphs`] tells at intake whether a name can be printed at
//! all, and [`probe`] tells whether a scan that comes in can later be bound into a dossier.

pub mod attachment;
pub mod document;
pub mod glyphs;
pub mod kinds;
pub mod metadata;
pub mod of_case;
pub mod press;
pub mod probe;
pub mod samples;

mod fonts;
mod placement;
mod query_code;
mod templates;
mod world;

pub use attachment::{Attachment, MediaType};
pub use document::Document;
pub use press::{Marks, Press, PrintError, Printed};
