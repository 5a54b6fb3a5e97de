//! The font shelf: the embedded faces, plus whatever faces an office adds of its own.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The Song face itself.
pub(crate) const SONG_FACE: &[u8] = include_bytes!("../fonts/NotoSerifSC-Regular.ttf");

/// The faces every press carries: a Song face for print, its bold for titles, and a KaiTi face
/// for what is filled in; and two that are asked only for what these lack, the rare characters of names
/// (GB 18030 level 3) and the ticked boxes of forms.
const EMBEDDED: [&[u8]; 5] = [
    SONG_FACE,
    include_bytes!("../fonts/NotoSerifSC-Bold.ttf"),
    include_bytes!("../fonts/LXGWWenKai-Regular.ttf"),
    include_bytes!("../fonts/HanaMinA-rare.ttf"),
    include_bytes!("../fonts/HanaMinB-rare.ttf"),
];

/// Family of the embedded Song face, used for everything printed.
pub(crate) const SONG: &str = "Noto Serif SC";

/// Family of the embedded KaiTi face, used for everything filled in.
pub(crate) const KAI: &str = "LXGW WenKai";

/// Families an office may add because official letters are set in FangSong.
const FANGSONG: [&str; 5] = ["fangsong", "fangsong_gb2312", "stfangsong", "仿宋", "仿宋_gb2312"];

/// All faces that can be used, and which characters they cover.
pub(crate) struct Shelf {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Shelf {
    /// Parses the embedded faces and those in `extra`. The second value counts the files in
    /// `extra` that hold no usable face.
    pub(crate) fn new(extra: Vec<Vec<u8>>) -> (Self, usize) {
        let mut fonts: Vec<Font> =
            EMBEDDED.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect();
        let mut unusable = 0;
        for file in extra {
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(file)));
            if fonts.len() == before {
                unusable += 1;
            }
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        (Self { fonts, book }, unusable)
    }

    /// A shelf without any face, for pages that hold pictures only.
    pub(crate) fn empty() -> Self {
        Self { fonts: Vec::new(), book: LazyHash::new(FontBook::new()) }
    }

    /// The index typst selects faces by.
    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The face at a place of the index.
    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether any face has a glyph for this character.
    pub(crate) fn covers(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
    }

    /// The families for running text of official letters: the office's own FangSong where it has
    /// one, then the embedded faces.
    pub(crate) fn letter_families(&self) -> Vec<String> {
        let own = self
            .book
            .families()
            .map(|(family, _)| family.to_owned())
            .filter(|family| FANGSONG.contains(&family.to_lowercase().as_str()));
        own.chain([SONG.to_owned(), KAI.to_owned()]).collect()
    }
}
