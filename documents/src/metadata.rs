//! Photos without what their camera wrote beside the picture: where it was taken, when, and with what.
//!
//! The bytes are only cut, never decoded: the picture stays exactly as it was. Which side is up is
//! part of the picture and is kept. A picture without such data comes back unchanged. In a PDF, whose
//! parts have their places, the data of photos is overwritten with nothing.

use std::borrow::Cow;

use flate2::Crc;

use crate::attachment::MediaType;

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The chunks that make the picture; everything else in a PNG is said about it.
const CHUNKS_OF_THE_PICTURE: [&[u8]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"bKGD", b"pHYs", b"hIST",
];
/// What stands before the data of a camera in a JPEG.
const EXIF: &[u8] = b"Exif\0\0";
/// What stands before the XMP of a JPEG.
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// What a PDF has that somebody signed: another byte, and the signature is none.
const SIGNED: &[u8] = b"/ByteRange";
/// The number of the field that says which side is up.
const ORIENTATION: u16 = 0x0112;

/// A file as it may be shown, printed and handed on. A signed PDF is left as it is, and so are photos
/// in a PDF that were compressed once more.
pub fn without_metadata(media_type: MediaType, bytes: &[u8]) -> Cow<'_, [u8]> {
    let cleaned = match media_type {
        MediaType::Pdf => clean_pdf(bytes),
        MediaType::Jpeg => clean_jpeg(bytes),
        MediaType::Png => Some(clean_png(bytes)),
    };
    match cleaned {
        Some(cleaned) if cleaned != bytes => Cow::Owned(cleaned),
        _ => Cow::Borrowed(bytes),
    }
}

/// One chunk of a PNG.
pub(crate) struct Chunk<'a> {
    /// Its four letters.
    pub(crate) kind: &'a [u8],
    /// What it holds.
    pub(crate) data: &'a [u8],
    whole: &'a [u8],
}

/// The chunks of a PNG, as far as they are whole.
pub(crate) struct Chunks<'a>(&'a [u8]);

impl<'a> Chunks<'a> {
    pub(crate) fn of(png: &'a [u8]) -> Chunks<'a> {
        Chunks(png.strip_prefix(PNG_SIGNATURE).unwrap_or_default())
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let length = u32::from_be_bytes(self.0.first_chunk().copied()?);
        let length = usize::try_from(length).ok()?;
        let (whole, rest) = self.0.split_at_checked(length.checked_add(12)?)?;
        self.0 = rest;
        Some(Chunk { kind: whole.get(4..8)?, data: whole.get(8..8 + length)?, whole })
    }
}

fn clean_png(png: &[u8]) -> Vec<u8> {
    let mut cleaned = PNG_SIGNATURE.to_vec();
    for chunk in Chunks::of(png) {
        if chunk.kind == b"eXIf" {
            if let Some(up) = orientation(chunk.data) {
                let data = only_orientation(up);
                let mut sum = Crc::new();
                sum.update(b"eXIf");
                sum.update(&data);
                cleaned.extend((data.len() as u32).to_be_bytes());
                cleaned.extend(b"eXIf");
                cleaned.extend(&data);
                cleaned.extend(sum.sum().to_be_bytes());
            }
        } else if CHUNKS_OF_THE_PICTURE.contains(&chunk.kind) {
            cleaned.extend(chunk.whole);
        }
        if chunk.kind == b"IEND" {
            break;
        }
    }
    cleaned
}

/// None where there is nothing of a camera, or a signature over all of it.
fn clean_pdf(pdf: &[u8]) -> Option<Vec<u8>> {
    let mut cleaned = None;
    let mut from = 0;
    while let Some(found) = pdf.get(from..)?.windows(2).position(|pair| pair == [0xff, 0xe1]) {
        let place = from + found;
        from = place + 2;
        let length = pdf.get(from..)?.first_chunk().copied().map(u16::from_be_bytes);
        let end = from + usize::from(length.unwrap_or_default());
        let data = pdf.get(from + 2..end).unwrap_or_default();
        let Some(head) = [EXIF, XMP].into_iter().find(|head| data.starts_with(head)) else {
            continue;
        };
        let bytes: &mut Vec<u8> = cleaned.get_or_insert_with(|| pdf.to_vec());
        bytes.get_mut(from + 2 + head.len()..end)?.fill(0);
        from = end;
    }
    let is_signed = || pdf.windows(SIGNED.len()).any(|window| window == SIGNED);
    cleaned.filter(|_| !is_signed())
}

/// None where the segments do not follow one another as they must.
fn clean_jpeg(jpeg: &[u8]) -> Option<Vec<u8>> {
    const START: &[u8] = &[0xff, 0xd8];
    let mut rest = jpeg.strip_prefix(START)?;
    let mut cleaned = START.to_vec();
    let mut up = None;
    // Where the orientation goes: the head of a JFIF file has to be its first segment.
    let mut place = cleaned.len();
    loop {
        let marker = match *rest {
            [0xff, 0xff, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xff, marker, ..] => marker,
            _ => return None,
        };
        if marker == 0xd9 {
            cleaned.extend([0xff, 0xd9]);
            break;
        }
        let length = u16::from_be_bytes(rest.get(2..)?.first_chunk().copied()?);
        let (segment, after) = rest.split_at_checked(2 + usize::from(length))?;
        let data = segment.get(4..)?;
        rest = after;
        if marker == 0xe1 && up.is_none() {
            up = data.strip_prefix(EXIF).and_then(orientation);
        }
        if is_of_the_picture(marker, data) {
            cleaned.extend(segment);
            if marker == 0xe0 && place == START.len() {
                place = cleaned.len();
            }
        }
        if marker == 0xda {
            let end = end_of_scan(rest)?;
            cleaned.extend(rest.get(..end)?);
            rest = rest.get(end..)?;
        }
    }
    if let Some(up) = up {
        let data = only_orientation(up);
        let length = (2 + EXIF.len() + data.len()) as u16;
        let segment = [&[0xff, 0xe1], length.to_be_bytes().as_slice(), EXIF, &data].concat();
        cleaned.splice(place..place, segment);
    }
    Some(cleaned)
}

/// Whether a segment makes the picture: everything but comments and what applications wrote, of
/// which the head, the colour profile and the kind of colours are needed.
fn is_of_the_picture(marker: u8, data: &[u8]) -> bool {
    match marker {
        0xe0 => data.starts_with(b"JFIF\0"),
        0xe2 => data.starts_with(b"ICC_PROFILE\0"),
        0xee => data.starts_with(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// Where the data of a scan ends: at a marker that is no stuffed byte, fill byte or restart.
fn end_of_scan(data: &[u8]) -> Option<usize> {
    data.windows(2).position(
        |pair| matches!(pair, [0xff, after] if !matches!(after, 0x00 | 0xff | 0xd0..=0xd7)),
    )
}

/// Which side is up by the data of the camera, where it is not the upper one anyway.
fn orientation(tiff: &[u8]) -> Option<u16> {
    let big = match tiff.first_chunk::<4>()? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = tiff.get(at..)?.first_chunk().copied()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes = tiff.get(at..)?.first_chunk().copied()?;
        Some(if big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    };
    let directory = usize::try_from(long(4)?).ok()?;
    let fields = usize::from(short(directory)?);
    let at = (0..fields)
        .map_while(|field| directory.checked_add(2 + 12 * field))
        .find(|at| short(*at) == Some(ORIENTATION))?;
    let up = match short(at + 2)? {
        3 => short(at + 8)?,
        4 => u16::try_from(long(at + 8)?).ok()?,
        _ => return None,
    };
    (2..=8).contains(&up).then_some(up)
}

/// The data of a camera that says nothing but which side is up.
fn only_orientation(up: u16) -> Vec<u8> {
    let [high, low] = up.to_be_bytes();
    let head = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01";
    [head.as_slice(), &[high, low, 0, 0, 0, 0, 0, 0]].concat()
}

#[cfg(test)]
#[path = "metadata_tests.rs"]
mod tests;
