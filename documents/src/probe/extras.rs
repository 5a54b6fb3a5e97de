//! What stands in a PNG beside its pixels, compressed: the colour profile and texts.

use flate2::read::ZlibDecoder;

use super::fault::ProbeError;
use super::weight::count;
use crate::metadata::Chunks;

/// Refuses a PNG whose profile and texts together unfold into more than `most` bytes.
pub(super) fn refuse_large_extras(png: &[u8], most: u64) -> Result<(), ProbeError> {
    let mut unfolded = 0;
    for chunk in Chunks::of(png) {
        let Some(compressed) = compressed(chunk.kind, chunk.data) else {
            continue;
        };
        unfolded += count(ZlibDecoder::new(compressed), most);
        if unfolded > most {
            return Err(ProbeError::ExtrasTooLarge);
        }
    }
    Ok(())
}

/// The compressed part of a chunk that has one.
fn compressed<'a>(kind: &[u8], data: &'a [u8]) -> Option<&'a [u8]> {
    let after_word = |data: &'a [u8]| {
        let end = data.iter().position(|byte| *byte == 0)?;
        data.get(end + 1..)
    };
    match kind {
        // A name, then the method.
        b"iCCP" | b"zTXt" => after_word(data)?.get(1..),
        // A word, whether it is compressed, the method, the language, the word once more.
        b"iTXt" => match after_word(data)? {
            [1, _method, rest @ ..] => after_word(after_word(rest)?),
            _ => None,
        },
        _ => None,
    }
}
