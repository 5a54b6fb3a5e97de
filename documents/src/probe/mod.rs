//! Looks into a file that comes in and says what it is, by its content and never by its name.
//!
//! Meant to run in a child process with bounded memory and time: the file comes from outside,
//! and decoding it is the only way to know that it is whole.

mod active;
mod extras;
mod fault;
mod found;
mod kind;
mod limits;
mod overlay;
mod weight;

use std::io::Cursor;

use hayro_syntax::object::Array;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::{LoadPdfError, Pdf, PdfVersion};
use image::{ImageFormat, ImageReader};

pub use fault::ProbeError;
pub use found::{Active, Foreign, Overlay};
pub use limits::Limits;

use crate::attachment::{Attachment, MediaType};
use crate::placement;

/// What a file was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probed {
    /// Its type.
    pub media_type: MediaType,
    /// Its pages; a picture has one.
    pub pages: usize,
}

/// Decides what a file is, decodes it to its end, and tries to place every page of it.
pub fn probe(bytes: &[u8], limits: &Limits) -> Result<Probed, ProbeError> {
    let probed = match kind::media_type(bytes)? {
        MediaType::Pdf => probe_pdf(bytes, limits)?,
        media_type => probe_picture(bytes, media_type, limits)?,
    };
    let attachment = Attachment::new(probed.media_type, probed.pages, bytes);
    let placed = placement::attempt(&attachment)
        .map_err(|error| ProbeError::Unplaceable { reason: error.to_string() })?;
    if placed.pages != probed.pages {
        let reason = format!("{} pages became {}", probed.pages, placed.pages);
        return Err(ProbeError::Unplaceable { reason });
    }
    Ok(probed)
}

fn probe_pdf(bytes: &[u8], limits: &Limits) -> Result<Probed, ProbeError> {
    refuse_broken_off_or_joined(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ProbeError::Encrypted,
        LoadPdfError::Invalid => ProbeError::Damaged,
    })?;
    if pdf.version() > PdfVersion::Pdf17 {
        return Err(ProbeError::TooNew);
    }
    if has_layers(&pdf) {
        return Err(ProbeError::Layered);
    }
    weight::refuse_heavy(&pdf, limits)?;
    active::refuse_active(&pdf)?;
    overlay::refuse_overlaid(&pdf)?;
    let pages = pdf.pages().len();
    if pages == 0 {
        return Err(ProbeError::Empty);
    }
    if pages > limits.max_pages {
        return Err(ProbeError::TooManyPages { limit: limits.max_pages });
    }
    Ok(Probed { media_type: MediaType::Pdf, pages })
}

/// Refuses a PDF that does not reach its end, and one that has another behind its end. The parser would
/// rebuild either and hide the pages that are lost. Whatever else a program left there is no part of it.
fn refuse_broken_off_or_joined(pdf: &[u8]) -> Result<(), ProbeError> {
    const END: &[u8] = b"%%EOF";
    let mut behind = None;
    for (place, window) in pdf.windows(END.len()).enumerate() {
        if window == END {
            let rest = pdf.get(place + END.len()..).unwrap_or_default();
            if rest.trim_ascii_start().starts_with(b"%PDF-") {
                return Err(ProbeError::Joined);
            }
            behind = Some(rest);
        }
    }
    // Another change of the file begins there, and itself breaks off.
    let is_object = |window: &[u8]| matches!(window, [b'0'..=b'9', b' ', b'o', b'b', b'j']);
    match behind {
        Some(rest) if !rest.windows(5).any(is_object) => Ok(()),
        _ => Err(ProbeError::Damaged),
    }
}

/// Whether a PDF has layers; some programs write the list of them and leave it empty. It is looked for
/// where the parser rebuilt the file as well, which then does not tell of it.
fn has_layers(pdf: &Pdf) -> bool {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let layers = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(b"OCProperties".as_slice()));
    layers.is_some_and(|layers| {
        let listed = layers.get::<Array<'_>>(b"OCGs".as_slice());
        listed.is_none_or(|listed| listed.raw_iter().next().is_some())
    })
}

fn probe_picture(
    bytes: &[u8],
    media_type: MediaType,
    limits: &Limits,
) -> Result<Probed, ProbeError> {
    // The JPEG decoder fills in grey where a file breaks off, so its end is looked for first.
    if media_type == MediaType::Jpeg && !reaches_its_end(bytes) {
        return Err(ProbeError::Damaged);
    }
    if media_type == MediaType::Png {
        extras::refuse_large_extras(bytes, limits.max_extras)?;
    }
    let format = if media_type == MediaType::Png { ImageFormat::Png } else { ImageFormat::Jpeg };
    let reader = || ImageReader::with_format(Cursor::new(bytes), format);
    // The size stands in the header: a bomb is refused before a byte of it is unpacked.
    let (width, height) = reader().into_dimensions().map_err(|_| ProbeError::Damaged)?;
    if u64::from(width) * u64::from(height) > limits.max_pixels {
        return Err(ProbeError::TooManyPixels { limit: limits.max_pixels });
    }
    if width == 0 || height == 0 {
        return Err(ProbeError::Damaged);
    }
    let mut picture = reader();
    // The pixels are bounded by now; the decoder's own bound would refuse large honest scans.
    picture.no_limits();
    picture.decode().map_err(|_| ProbeError::Damaged)?;
    Ok(Probed { media_type, pages: 1 })
}

/// Whether a JPEG runs from its start marker to its end marker. What follows the end is left
/// alone: telephones hang film clips there.
fn reaches_its_end(bytes: &[u8]) -> bool {
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, marker, ..] = *rest {
        if marker == END {
            return true;
        }
        let Some(length) = rest.get(2..4).and_then(|length| length.try_into().ok()) else {
            return false;
        };
        let segment = 2 + usize::from(u16::from_be_bytes(length));
        rest = rest.get(segment..).unwrap_or_default();
        if marker == SCAN {
            // Picture data runs to the next marker that is neither a stuffed byte, a fill byte
            // nor a restart.
            let next = rest.windows(2).position(
                |pair| matches!(pair, [0xff, after] if !matches!(after, 0x00 | 0xff | 0xd0..=0xd7)),
            );
            rest = next.and_then(|next| rest.get(next..)).unwrap_or_default();
        }
    }
    false
}
