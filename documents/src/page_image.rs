//! One page of a paper as a picture of a certain width, for a screen without a viewer of PDF.
//!
//! The picture is made of what is seen alone: nothing that a camera or a program wrote beside it is in
//! it. Meant to run in a child process with bounded memory and time, as the probe is.

use std::io::Cursor;
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage, RgbaImage};

use crate::attachment::MediaType;
use crate::fonts::SONG_FACE;

/// The most pixels of a picture: a page that is long and narrow is drawn smaller than it was asked for.
const MOST_PIXELS: f32 = 24_000_000.0;
/// How faithful the picture is, of a hundred: letters of a seal stay sharp, and a page has some 300 kB.
const QUALITY: u8 = 85;

/// Why a page is not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// The file has no such page.
    #[error("the file has no such page")]
    NoPage,
    /// The file cannot be read, or the page has no extent.
    #[error("the page cannot be drawn")]
    Unreadable,
}

/// Draws a page, counted from one, as a JPEG of a width in pixels. A photo is turned upright and never
/// made wider than it is.
pub fn draw(
    media_type: MediaType,
    bytes: &[u8],
    page: usize,
    width: u32,
) -> Result<Vec<u8>, DrawError> {
    let picture = match media_type {
        MediaType::Pdf => page_of_pdf(bytes, page, width)?,
        MediaType::Jpeg | MediaType::Png if page != 1 => return Err(DrawError::NoPage),
        MediaType::Jpeg => photo(bytes, ImageFormat::Jpeg, width)?,
        MediaType::Png => photo(bytes, ImageFormat::Png, width)?,
    };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&picture)
        .map_err(|_| DrawError::Unreadable)?;
    Ok(jpeg)
}

fn page_of_pdf(bytes: &[u8], number: usize, width: u32) -> Result<RgbImage, DrawError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| DrawError::Unreadable)?;
    let place = number.checked_sub(1).ok_or(DrawError::NoPage)?;
    let page = pdf.pages().get(place).ok_or(DrawError::NoPage)?;
    let (page_width, page_height) = page.render_dimensions();
    if !(page_width > 0.0 && page_height > 0.0) {
        return Err(DrawError::Unreadable);
    }
    let within = (MOST_PIXELS / (page_width * page_height)).sqrt();
    let scale = (width as f32 / page_width).min(within);
    // A page thinner than a pixel still has one; the numbers are within those of the type by then.
    let pixels = |length: f32| (length * scale).round().clamp(1.0, f32::from(u16::MAX)) as u16;
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(pixels(page_width)),
        height: Some(pixels(page_height)),
        bg_color: WHITE,
    };
    // A scan brings its fonts; one that does not is shown in the face that the office prints with.
    let interpreter = InterpreterSettings {
        font_resolver: Arc::new(|_| Some((Arc::new(SONG_FACE), 0))),
        ..InterpreterSettings::default()
    };
    let drawn = render(page, &RenderCache::new(), &interpreter, &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let pixels = drawn.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    RgbImage::from_raw(width, height, pixels).ok_or(DrawError::Unreadable)
}

fn photo(bytes: &[u8], format: ImageFormat, width: u32) -> Result<RgbImage, DrawError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    // The probe has bounded the pixels when it came in, and the child its memory.
    reader.no_limits();
    let mut decoder = reader.into_decoder().map_err(|_| DrawError::Unreadable)?;
    let up = decoder.orientation().map_err(|_| DrawError::Unreadable)?;
    let photo = DynamicImage::from_decoder(decoder).map_err(|_| DrawError::Unreadable)?;
    let mut photo = over_white(photo);
    photo.apply_orientation(up);
    let drawn = if photo.width() > width { photo.thumbnail(width, u32::MAX) } else { photo };
    Ok(drawn.into_rgb8())
}

/// Paper is white where a picture has nothing.
fn over_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture;
    }
    let mut paper = RgbaImage::from_pixel(picture.width(), picture.height(), [255; 4].into());
    image::imageops::overlay(&mut paper, &picture.into_rgba8(), 0, 0);
    paper.into()
}

#[cfg(test)]
#[path = "page_image_tests.rs"]
mod tests;
