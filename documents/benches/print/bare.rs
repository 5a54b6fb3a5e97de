//! Bare typst on the page of a certificate: the same template, fonts and data, and nothing of ours.

use std::collections::HashMap;
use std::path::Path;

use guijia_documents::Document;
use guijia_documents::papers::certificate::{Certificate, sample};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// For how many pages what was worked out is kept, as the press keeps it.
const KEPT_WARM: usize = 8;
const TEMPLATES: [&str; 6] = [
    "papers/certificate/template.typ",
    "parts/marks.typ",
    "parts/page.typ",
    "parts/text.typ",
    "parts/credential.typ",
    "parts/form.typ",
];
const FONTS: [&str; 5] = [
    "NotoSerifSC-Regular.ttf",
    "NotoSerifSC-Bold.ttf",
    "LXGWWenKai-Regular.ttf",
    "HanaMinA-rare.ttf",
    "HanaMinB-rare.ttf",
];

/// What typst is given.
pub struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn read(place: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(place)).expect("a file of the crate")
}

impl Bare {
    /// Reads templates and fonts.
    pub fn new() -> Bare {
        let fonts: Vec<Font> = FONTS
            .iter()
            .flat_map(|name| Font::iter(Bytes::new(read(&format!("fonts/{name}")))))
            .collect();
        let sources = TEMPLATES.iter().map(|path| {
            let id = file_id(&format!("/{path}"));
            let text = String::from_utf8(read(&format!("src/{path}"))).expect("text");
            (id, Source::new(id, text))
        });
        let title = Document::Certificate(sample::certificate()).kind().printed();
        let marks = serde_json::json!({
            "specimen": false,
            "title": title,
            "fonts": {
                "song": ["Noto Serif SC", "LXGW WenKai"],
                "kai": ["LXGW WenKai", "Noto Serif SC"],
                "letter": ["Noto Serif SC"],
            },
            "files": {},
        });
        Bare {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources: sources.collect(),
            files: [(file_id("/marks.json"), Bytes::new(marks.to_string().into_bytes()))].into(),
        }
    }

    /// Sets the certificate and exports it.
    pub fn print(&mut self, certificate: &Certificate) -> Vec<u8> {
        let document = Document::Certificate(certificate.clone());
        let data = serde_json::to_vec(&document).expect("JSON");
        self.files.insert(file_id("/data.json"), Bytes::new(data));
        let laid_out: PagedDocument = typst::compile(&*self).output.expect("a page");
        let bytes = typst_pdf::pdf(&laid_out, &PdfOptions::default()).expect("a PDF");
        typst::comemo::evict(KEPT_WARM);
        bytes
    }
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        file_id("/papers/certificate/template.typ")
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let missing = || FileError::NotFound(id.get().vpath().get_without_slash().into());
        self.sources.get(&id).cloned().ok_or_else(missing)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let missing = || FileError::NotFound(id.get().vpath().get_without_slash().into());
        self.files.get(&id).cloned().ok_or_else(missing)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
