//! How much a PDF unfolds into, measured without keeping any of it.

use std::io::{Cursor, Read};

use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Name, Object, Stream};
use hayro_syntax::{Filter, Pdf};
use image::{ImageFormat, ImageReader};

use super::fault::ProbeError;
use super::limits::Limits;

/// Refuses a PDF with too many objects, or whose streams unfold too far.
pub(super) fn refuse_heavy(pdf: &Pdf, limits: &Limits) -> Result<(), ProbeError> {
    if pdf.len() > limits.max_objects {
        return Err(ProbeError::TooManyObjects { limit: limits.max_objects });
    }
    let mut unfolded = 0;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if pixels(&stream) > limits.max_pixels {
            return Err(ProbeError::TooManyPixels { limit: limits.max_pixels });
        }
        let size = size(&stream, limits.max_stream);
        unfolded += size;
        if size > limits.max_stream || unfolded > limits.max_unfolded {
            return Err(ProbeError::UnfoldsTooFar);
        }
    }
    Ok(())
}

/// How many pixels a picture has by what the file says of it, or by what it says itself.
fn pixels(stream: &Stream<'_>) -> u64 {
    let said = |key: &[u8]| {
        let said = stream.dict().get::<i32>(key).unwrap_or_default();
        u64::try_from(said).unwrap_or_default()
    };
    let is_picture = stream.dict().get::<Name<'_>>(b"Subtype".as_slice());
    let is_picture = is_picture.is_some_and(|kind| kind.as_ref() == b"Image");
    let outside = if is_picture { said(b"Width") * said(b"Height") } else { 0 };
    if !matches!(stream.filters().as_slice(), [Filter::DctDecode]) {
        return outside;
    }
    let raw = stream.raw_data();
    let inside = ImageReader::with_format(Cursor::new(raw.as_ref()), ImageFormat::Jpeg);
    let inside =
        inside.into_dimensions().map_or(0, |(width, height)| u64::from(width) * u64::from(height));
    outside.max(inside)
}

/// How many bytes a stream unfolds into; counting stops soon after `most`.
fn size(stream: &Stream<'_>, most: u64) -> u64 {
    let filters = stream.filters();
    let is_picture = |filter: &Filter| {
        matches!(
            filter,
            Filter::DctDecode | Filter::JpxDecode | Filter::CcittFaxDecode | Filter::Jbig2Decode
        )
    };
    if filters.iter().any(is_picture) {
        // These are bounded by their pixels.
        return 0;
    }
    let raw = stream.raw_data();
    if filters.iter().all(|filter| *filter == Filter::FlateDecode) {
        let mut reader: Box<dyn Read + '_> = Box::new(raw.as_ref());
        for _ in &filters {
            reader = Box::new(ZlibDecoder::new(reader));
        }
        return count(reader, most);
    }
    // The others unfold little, and the memory of the probing process bounds them.
    stream.decoded().map_or(0, |decoded| decoded.len() as u64)
}

/// Counts what can be read. What is damaged further on is not there to be unfolded.
pub(super) fn count(mut reader: impl Read, most: u64) -> u64 {
    let mut piece = [0; 16 * 1024];
    let mut counted = 0;
    while counted <= most {
        match reader.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(read) => counted += read as u64,
        }
    }
    counted
}
