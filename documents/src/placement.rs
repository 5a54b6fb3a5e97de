//! A trial of what binding a scan into a dossier will do, so that a scan that cannot be bound is
//! refused when it comes in and not on the day the dossier is closed.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst_pdf::PdfOptions;

use crate::attachment::Attachment;
use crate::fonts::Shelf;
use crate::metadata::without_metadata;
use crate::press::{PrintError, Printed, compose};
use crate::templates::file_id;
use crate::world::{DocumentWorld, Fixtures};

/// The name this trial goes by in errors.
const KIND: &str = "placement";

/// What all trials share: no font, since a scan brings its own.
static FIXTURES: LazyLock<Fixtures> = LazyLock::new(|| Fixtures::new(Shelf::empty()));

/// Places every page of a file on a page of its own and exports that.
pub(crate) fn attempt(attachment: &Attachment) -> Result<Printed, PrintError> {
    let missing =
        || PrintError::AttachmentMissing { kind: KIND, digest: attachment.digest().to_owned() };
    let path = format!("/files/0.{}", attachment.media_type().extension());
    let description = serde_json::json!({ "path": path, "pages": attachment.pages() });
    let bytes = attachment.bytes().ok_or_else(missing)?;
    // The press binds it so, too.
    let shown = without_metadata(attachment.media_type(), bytes).into_owned();
    let contents = [
        (path.as_str(), Bytes::new(shown)),
        ("/placement.json", Bytes::from_string(description.to_string())),
    ];
    let files: HashMap<_, _> =
        contents.into_iter().filter_map(|(path, bytes)| Some((file_id(path)?, bytes))).collect();
    let main = file_id("/placement.typ").ok_or_else(missing)?;
    compose(KIND, &DocumentWorld::new(&FIXTURES, main, files), &PdfOptions::default(), 0)
}
