//! The whole world a template can see: embedded templates and fonts, the data of one document
//! and the files that belong to it. There is no date, no disk and no package registry.

use std::collections::HashMap;
use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::Shelf;
use crate::templates::Templates;

/// What stays the same from one document to the next.
pub(crate) struct Fixtures {
    library: LazyHash<Library>,
    templates: Templates,
    pub(crate) shelf: Shelf,
}

impl Fixtures {
    /// Joins the templates with a shelf of fonts.
    pub(crate) fn new(shelf: Shelf) -> Self {
        Self {
            library: LazyHash::new(Library::builder().build()),
            templates: Templates::new(),
            shelf,
        }
    }
}

/// The world of one document.
pub(crate) struct DocumentWorld<'a> {
    fixtures: &'a Fixtures,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl<'a> DocumentWorld<'a> {
    /// A world whose main file is `main` and which holds `files` besides the templates.
    pub(crate) fn new(fixtures: &'a Fixtures, main: FileId, files: HashMap<FileId, Bytes>) -> Self {
        Self { fixtures, main, files }
    }
}

/// The answer for a path that is not part of this world.
fn not_found(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.fixtures.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fixtures.shelf.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.fixtures.templates.get(id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(bytes) = self.files.get(&id) {
            return Ok(bytes.clone());
        }
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fixtures.shelf.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
