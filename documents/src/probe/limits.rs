//! How large a file from outside may turn out to be before it is refused.

/// How large a file may turn out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most pages of a PDF.
    pub max_pages: usize,
    /// Most pixels of a picture, width times height.
    pub max_pixels: u64,
    /// Most objects of a PDF.
    pub max_objects: usize,
    /// Most bytes that one stream of a PDF unfolds into.
    pub max_stream: u64,
    /// Most bytes that all streams of a PDF unfold into.
    pub max_unfolded: u64,
    /// Most bytes that the colour profile and the texts of a picture unfold into.
    pub max_extras: u64,
}

impl Default for Limits {
    /// A hundred pages; pictures of sixty million pixels, an A3 sheet scanned at 400 dpi.
    fn default() -> Self {
        Self {
            max_pages: 100,
            max_pixels: 60_000_000,
            max_objects: 200_000,
            max_stream: 256 << 20,
            max_unfolded: 2 << 30,
            max_extras: 8 << 20,
        }
    }
}
