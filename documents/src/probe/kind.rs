//! What the first bytes of a file announce: a kind that is taken in, or another that is named, so that
//! whoever sent it knows what to do.

use super::fault::ProbeError;
use super::found::Foreign;
use crate::attachment::MediaType;

/// How far into a file readers of PDF look for its head (ISO 32000-1, annex H.3).
const HEAD_WITHIN: usize = 1024;
/// The brands of pictures in the container of HEIC, which films share.
const HEIC_BRANDS: [&[u8]; 9] =
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"];

/// The kind of a file that is taken in.
pub(super) fn media_type(bytes: &[u8]) -> Result<MediaType, ProbeError> {
    if bytes.starts_with(b"\xff\xd8\xff") {
        Ok(MediaType::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(MediaType::Png)
    } else if let Some(foreign) = foreign(bytes) {
        Err(ProbeError::Foreign(foreign))
    } else if holds(bytes.get(..HEAD_WITHIN).unwrap_or(bytes), b"%PDF-") {
        // Mail and scanner programs leave blank lines, a mark of byte order or a header before it.
        Ok(MediaType::Pdf)
    } else {
        Err(ProbeError::UnknownType)
    }
}

/// A kind that is not taken and that people do send.
fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let begins = |heads: &[&[u8]]| heads.iter().any(|head| bytes.starts_with(head));
    let brand = bytes.get(8..12).unwrap_or_default();
    if bytes.get(4..8) == Some(b"ftyp") && HEIC_BRANDS.contains(&brand) {
        Some(Foreign::Heic)
    } else if begins(&[b"II*\0", b"MM\0*"]) {
        Some(Foreign::Tiff)
    } else if begins(&[b"GIF8", b"BM"]) || (begins(&[b"RIFF"]) && brand == b"WEBP") {
        Some(Foreign::Picture)
    } else if begins(&[b"PK\x03\x04"]) {
        Some(packed(bytes))
    } else if begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"]) {
        Some(Foreign::Office)
    } else if begins(&[b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b"]) {
        Some(Foreign::Archive)
    } else {
        None
    }
}

/// What is packed: documents are archives, too, and the names of their parts are readable.
fn packed(bytes: &[u8]) -> Foreign {
    if holds(bytes, b"OFD.xml") {
        Foreign::Ofd
    } else if holds(bytes, b"[Content_Types].xml") || holds(bytes, b"opendocument") {
        Foreign::Office
    } else {
        Foreign::Archive
    }
}

pub(super) fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}
