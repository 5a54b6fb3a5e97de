//! Papers of the adoption office: typed data in, PDF bytes out.
//!
//! Every paper the office prints is a [`Document`] and lives in a folder of [`papers`]: a plain struct,
//! how a case becomes it, a sample, and a Typst template that is embedded in this crate together with
//! the fonts. What papers share is in [`parts`]. Nothing here reads a
//! file, a clock, a database or the network, so the same document always gives the same bytes.
//!
//! [`Press::print`] makes the PDF, [`glyphs`] tells at intake whether a name can be printed at
//! all, and [`probe`] tells whether a scan that comes in can later be bound into a dossier;
//! [`page_image`] draws a page for a screen.

pub mod attachment;
pub mod glyphs;
pub mod metadata;
pub mod page_image;
pub mod papers;
pub mod parts;
pub mod press;
pub mod probe;
pub mod query_code;

mod fonts;
mod placement;
mod templates;
mod world;

pub use attachment::{Attachment, MediaType};
pub use papers::Document;
pub use parts::setting::{MadeDocument, Setting};
pub use press::{Marks, Press, PrintError, Printed};
