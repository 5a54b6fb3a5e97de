//! What the first bytes of a file announce: a kind that is taken in, or another that is named, so that
//! whoever sent it knows what to do.

use super::fault::ProbeError;
use super::found::Foreign;
use crate::attachment::MediaType;

/// How far into a file readers of PDF look for its head (ISO 32000-1, annex H.3).
const HEAD_WITHIN: usize = 1024;
/// The brands of photos in a container that films share.
const HEIC_BRANDS: [&[u8]; 8] =
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];

/// The kind of a file that is taken in.
pub(super) fn media_type(bytes: &[u8]) -> Result<MediaType, ProbeError> {
    if bytes.is_empty() {
        Err(ProbeError::Nothing)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
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
    if bytes.get(4..8) == Some(b"ftyp") {
        Some(in_container(bytes, brand))
    } else if begins(&[b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"]) {
        Some(Foreign::Tiff)
    } else if begins(&[b"GIF8"]) {
        Some(Foreign::Gif)
    } else if begins(&[b"BM"]) && bytes.get(6..10) == Some(&[0; 4]) {
        Some(Foreign::Bmp)
    } else if begins(&[b"RIFF"]) {
        Some(if brand == b"WEBP" { Foreign::WebP } else { Foreign::Film })
    } else if begins(&[b"\xff\x0a", b"\0\0\0\x0cJXL ", b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"]) {
        Some(Foreign::OtherJpeg)
    } else if begins(&[b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]) {
        Some(packed(bytes))
    } else if begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
        Some(in_older_office(bytes))
    } else if begins(&[b"{\\rtf"]) {
        Some(Foreign::Text)
    } else if begins(&[b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"])
        || bytes.get(257..262) == Some(b"ustar")
    {
        Some(Foreign::Archive)
    } else {
        marked_up(bytes)
    }
}

/// A photo or a film: both are in the container of ISO 14496-12.
fn in_container(bytes: &[u8], brand: &[u8]) -> Foreign {
    let brands = bytes.get(..HEAD_WITHIN).unwrap_or(bytes);
    if brand == b"avif" || brand == b"avis" {
        Foreign::Avif
    } else if HEIC_BRANDS.contains(&brand) {
        if holds(brands, b"avif") { Foreign::Avif } else { Foreign::Heic }
    } else {
        Foreign::Film
    }
}

/// What is packed: documents are archives, too, and the names of their parts are readable.
fn packed(bytes: &[u8]) -> Foreign {
    if holds(bytes, b"OFD.xml") {
        Foreign::Ofd
    } else if holds(bytes, b"[Content_Types].xml") {
        let parts: [(&[u8], Foreign); 3] =
            [(b"xl/", Foreign::Table), (b"ppt/", Foreign::Slides), (b"word/", Foreign::Text)];
        let part = parts.into_iter().find(|(folder, _)| holds(bytes, folder));
        part.map_or(Foreign::Text, |(_, foreign)| foreign)
    } else if holds(bytes, b"opendocument.spreadsheet") {
        Foreign::Table
    } else if holds(bytes, b"opendocument.presentation") {
        Foreign::Slides
    } else if holds(bytes, b"opendocument") {
        Foreign::Text
    } else {
        Foreign::Zip
    }
}

/// The names of the streams in a compound file are in UTF-16.
fn in_older_office(bytes: &[u8]) -> Foreign {
    let named = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &wide)
    };
    if named("WordDocument") {
        Foreign::Text
    } else if named("Workbook") {
        Foreign::Table
    } else if named("PowerPoint Document") {
        Foreign::Slides
    } else {
        Foreign::Office
    }
}

/// A web page or a drawing, after blanks and a mark of byte order.
fn marked_up(bytes: &[u8]) -> Option<Foreign> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = text.get(..HEAD_WITHIN).unwrap_or(text).to_ascii_lowercase();
    if !head.starts_with(b"<") || holds(&head, b"%pdf-") {
        None
    } else if holds(&head, b"<svg") {
        Some(Foreign::Svg)
    } else {
        (holds(&head, b"<html") || holds(&head, b"<!doctype html")).then_some(Foreign::WebPage)
    }
}

pub(super) fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}
