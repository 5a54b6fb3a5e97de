//! The press: one document in, one PDF out, the same bytes every time.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use chrono::Datelike;
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::FileId;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use crate::attachment;
use crate::fonts::{KAI, SONG, Shelf};
use crate::metadata::without_metadata;
use crate::papers::Document;
use crate::query_code;
use crate::templates::file_id;
use crate::world::{DocumentWorld, Fixtures};

/// Marks on the paper that do not come from the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Stamps 样张 on every page, because the document comes from a practice office.
    pub specimen: bool,
}

/// A finished PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Why a document could not be printed. The text names the kind of document and never a person.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The data could not be handed to the template.
    #[error("the data of the {kind} cannot be written as JSON")]
    Data {
        /// Kind of document.
        kind: &'static str,
        /// What the JSON writer says.
        source: serde_json::Error,
    },
    /// The document was read back from storage and the bytes of a file were not put in.
    #[error("the {kind} lacks the bytes of the attached file {digest}")]
    AttachmentMissing {
        /// Kind of document.
        kind: &'static str,
        /// SHA-256 of the file that is missing.
        digest: String,
    },
    /// The address for the QR code does not fit into one.
    #[error("the address on the {kind} is too long for a QR code")]
    QueryCode {
        /// Kind of document.
        kind: &'static str,
    },
    /// No face has a glyph for these characters; printing on would leave boxes on the paper.
    #[error("the {kind} holds {} character(s) no font can draw", characters.len())]
    MissingGlyphs {
        /// Kind of document.
        kind: &'static str,
        /// The characters.
        characters: Vec<char>,
    },
    /// The template or an attached file was refused by the typesetter.
    #[error("the {kind} could not be typeset: {}", messages.join("; "))]
    Typesetting {
        /// Kind of document.
        kind: &'static str,
        /// The typesetter's own messages.
        messages: Vec<String>,
    },
}

/// For how many prints typst keeps what it worked out, such as the templates: printing without takes
/// several times as long.
const KEPT_WARM: usize = 8;

/// What the templates are told besides the document's data.
#[derive(Serialize)]
struct MarksForTemplates<'a> {
    specimen: bool,
    /// The title of this kind of document.
    title: &'static str,
    fonts: Families,
    /// Where each attached file is found, by its digest.
    files: HashMap<&'a str, String>,
}

#[derive(Serialize)]
struct Families {
    song: [&'static str; 2],
    kai: [&'static str; 2],
    letter: Vec<String>,
}

/// Prints documents. Cheap to clone; the fonts are parsed once and shared.
#[derive(Clone)]
pub struct Press {
    fixtures: Arc<Fixtures>,
    unusable_fonts: usize,
}

impl Press {
    /// A press with the embedded fonts and the font files of an office. An added FangSong is
    /// used for official letters; other added faces only lend characters the embedded ones lack.
    pub fn new(extra_fonts: Vec<Vec<u8>>) -> Self {
        let (shelf, unusable_fonts) = Shelf::new(extra_fonts);
        Self { fixtures: Arc::new(Fixtures::new(shelf)), unusable_fonts }
    }

    /// How many of the office's font files hold no usable face.
    pub fn unusable_fonts(&self) -> usize {
        self.unusable_fonts
    }

    /// Prints one document.
    pub fn print(&self, document: &Document, marks: &Marks) -> Result<Printed, PrintError> {
        let kind = document.kind().word();
        let data =
            serde_json::to_vec(document).map_err(|source| PrintError::Data { kind, source })?;
        let identity = format!("{kind} {}", attachment::digest(&data));
        let files = self.files(document, marks, data)?;
        let main = known(kind, document.template())?;
        let world = DocumentWorld::new(&self.fixtures, main, files);
        let options = PdfOptions {
            ident: Smart::Custom(identity),
            creator: Smart::Custom(Some("Guijia".to_owned())),
            timestamp: timestamp(document),
            ..PdfOptions::default()
        };
        // A scan that was unfolded takes too much room to be kept.
        let later_prints = if document.attachments().is_empty() { KEPT_WARM } else { 0 };
        compose(kind, &world, &options, later_prints)
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.fixtures.shelf
    }

    /// The virtual files of one document: its data, the marks, and what is attached.
    fn files(
        &self,
        document: &Document,
        marks: &Marks,
        data: Vec<u8>,
    ) -> Result<HashMap<FileId, Bytes>, PrintError> {
        let kind = document.kind().word();
        let mut files = HashMap::new();
        let mut places = HashMap::new();
        let attachments = document.attachments();
        for (ordinal, attachment) in attachments.iter().enumerate() {
            // Paths are ordinals, because typst never forgets a path it has once seen.
            let path = format!("/files/{ordinal}.{}", attachment.media_type().extension());
            let bytes = attachment.bytes().ok_or_else(|| PrintError::AttachmentMissing {
                kind,
                digest: attachment.digest().to_owned(),
            })?;
            // What a camera wrote beside a picture does not go on paper.
            let shown = match without_metadata(attachment.media_type(), bytes) {
                Cow::Borrowed(_) => Bytes::new(Arc::clone(bytes)),
                Cow::Owned(cleaned) => Bytes::new(cleaned),
            };
            files.insert(known(kind, &path)?, shown);
            places.insert(attachment.digest(), path);
        }
        if let Some(address) = document.query_address() {
            let drawing = query_code::draw(address).ok_or(PrintError::QueryCode { kind })?;
            files.insert(known(kind, "/query.svg")?, Bytes::from_string(drawing));
        }
        let marks = MarksForTemplates {
            specimen: marks.specimen,
            title: document.kind().printed(),
            fonts: Families {
                song: [SONG, KAI],
                kai: [KAI, SONG],
                letter: self.shelf().letter_families(),
            },
            files: places,
        };
        let marks =
            serde_json::to_vec(&marks).map_err(|source| PrintError::Data { kind, source })?;
        files.insert(known(kind, "/data.json")?, Bytes::new(data));
        files.insert(known(kind, "/marks.json")?, Bytes::new(marks));
        Ok(files)
    }
}

impl fmt::Debug for Press {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Press").finish_non_exhaustive()
    }
}

/// Compiles and exports one world, and forgets what this many later prints did not use again.
pub(crate) fn compose(
    kind: &'static str,
    world: &DocumentWorld<'_>,
    options: &PdfOptions,
    later_prints: usize,
) -> Result<Printed, PrintError> {
    let _forget = ForgetAfterwards(later_prints);
    let refused = |diagnostics: &[SourceDiagnostic]| PrintError::Typesetting {
        kind,
        messages: diagnostics.iter().map(describe).collect(),
    };
    let laid_out: PagedDocument =
        typst::compile(world).output.map_err(|diagnostics| refused(&diagnostics))?;
    let mut characters = Vec::new();
    for page in laid_out.pages() {
        undrawn(&page.frame, &mut characters);
    }
    if !characters.is_empty() {
        return Err(PrintError::MissingGlyphs { kind, characters });
    }
    let bytes = typst_pdf::pdf(&laid_out, options).map_err(|diagnostics| refused(&diagnostics))?;
    Ok(Printed { bytes, pages: laid_out.pages().len() })
}

/// Empties typst's cache when a print ends, well or badly, of what so many prints did not use: the
/// templates stay, and the names of a family go with the next few papers.
struct ForgetAfterwards(usize);

impl Drop for ForgetAfterwards {
    fn drop(&mut self) {
        typst::comemo::evict(self.0);
    }
}

/// Collects the characters that were laid out as the empty box of their font.
fn undrawn(frame: &Frame, found: &mut Vec<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => undrawn(&group.frame, found),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
                    for character in text.text.get(range).unwrap_or("\u{fffd}").chars() {
                        if !found.contains(&character) {
                            found.push(character);
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

/// A message of the typesetter with its hints. These quote paths and types, not data.
fn describe(diagnostic: &SourceDiagnostic) -> String {
    let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
    std::iter::once(diagnostic.message.to_string()).chain(hints).collect()
}

/// The number of a path of ours, all of which are valid paths.
fn known(kind: &'static str, path: &str) -> Result<FileId, PrintError> {
    file_id(path).ok_or_else(|| PrintError::Typesetting {
        kind,
        messages: vec![format!("{path} is no path")],
    })
}

/// The day the document bears, which stands in its metadata as the day of creation.
fn timestamp(document: &Document) -> Option<Timestamp> {
    let day = document.dated();
    let month = u8::try_from(day.month()).ok()?;
    let date = u8::try_from(day.day()).ok()?;
    Datetime::from_ymd(day.year(), month, date).map(Timestamp::new_utc)
}
