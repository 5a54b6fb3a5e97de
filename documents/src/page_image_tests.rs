//! Pages and photos as they are seen, at the width that was asked for, and nothing beside the picture.

use image::ImageEncoder;
use image::codecs::png::PngEncoder;

use super::*;

/// A PDF of two pages 200 wide and 100 high, the second turned; in the upper left corner of each a black
/// square.
fn pdf() -> Vec<u8> {
    let content = "0 g 0 80 20 20 re f";
    let page = |turned: &str| {
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] {turned} /Contents 5 0 R >>")
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>".to_owned(),
        page(""),
        page("/Rotate 90"),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    file.push_str("xref\n0 6\n0000000000 65535 f \n");
    places.iter().for_each(|place| file.push_str(&format!("{place:010} 00000 n \n")));
    file.push_str(&format!("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF"));
    file.into_bytes()
}

fn opened(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).expect("a picture").into_rgb8()
}

fn is_dark(picture: &RgbImage, x: u32, y: u32) -> bool {
    picture.get_pixel(x, y).0.iter().all(|part| *part < 80)
}

#[test]
fn a_page_is_drawn_as_wide_as_it_was_asked_for_and_turned_as_it_is_seen() {
    let lying = opened(&draw(MediaType::Pdf, &pdf(), 1, 400).expect("drawn"));
    assert_eq!(lying.dimensions(), (400, 200));
    assert!(is_dark(&lying, 10, 10) && !is_dark(&lying, 390, 10) && !is_dark(&lying, 10, 190));
    let turned = opened(&draw(MediaType::Pdf, &pdf(), 2, 400).expect("drawn"));
    assert_eq!(turned.dimensions(), (400, 800));
    assert!(is_dark(&turned, 390, 10) && !is_dark(&turned, 10, 10));
}

#[test]
fn a_page_that_is_not_there_is_told_from_one_that_cannot_be_drawn() {
    for page in [0, 3] {
        assert_eq!(draw(MediaType::Pdf, &pdf(), page, 400), Err(DrawError::NoPage), "{page}");
    }
    assert_eq!(draw(MediaType::Png, b"", 2, 400), Err(DrawError::NoPage));
    assert_eq!(draw(MediaType::Pdf, b"no PDF", 1, 400), Err(DrawError::Unreadable));
    assert_eq!(draw(MediaType::Jpeg, b"\xff\xd8\xff", 1, 400), Err(DrawError::Unreadable));
}

#[test]
fn a_page_as_long_as_a_street_is_drawn_within_bounds() {
    let street = String::from_utf8(pdf()).expect("text");
    let street = street.replace("[0 0 200 100]", "[0 0 2 14400]");
    let drawn = opened(&draw(MediaType::Pdf, street.as_bytes(), 1, 2400).expect("drawn"));
    let pixels = drawn.width() as f32 * drawn.height() as f32;
    assert!(drawn.width() >= 1 && pixels <= MOST_PIXELS * 1.1, "{:?}", drawn.dimensions());
}

/// A photo forty wide and twenty high, its left half black, with data of a camera.
fn photo(up: u8) -> Vec<u8> {
    let half = |x, _| if x < 20 { image::Rgb([0; 3]) } else { image::Rgb([255; 3]) };
    let picture = RgbImage::from_fn(40, 20, half);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 95).encode_image(&picture).expect("a JPEG");
    let camera = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    let camera = [camera.as_slice(), &[up, 0, 0, 0, 0, 0, 0], b"GPS 29.56N 106.55E"].concat();
    let length = (camera.len() as u16 + 2).to_be_bytes();
    jpeg.splice(2..2, [&[0xff, 0xe1], length.as_slice(), &camera].concat());
    jpeg
}

#[test]
fn a_photo_is_upright_and_says_nothing_of_its_camera() {
    for (up, size, dark) in [
        (1, (40, 20), (5, 10)),
        (3, (40, 20), (35, 10)),
        (6, (20, 40), (10, 5)),
        (8, (20, 40), (10, 35)),
    ] {
        let shown = draw(MediaType::Jpeg, &photo(up), 1, 1200).expect("drawn");
        assert!(!shown.windows(4).any(|window| window == b"Exif" || window == b"GPS "));
        let shown = opened(&shown);
        assert_eq!(shown.dimensions(), size, "turned {up}; never wider than it is");
        assert!(is_dark(&shown, dark.0, dark.1), "turned {up}");
    }
    assert_eq!(opened(&draw(MediaType::Jpeg, &photo(1), 1, 10).expect("drawn")).width(), 10);
}

#[test]
fn what_a_picture_leaves_open_is_white_paper() {
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&[0; 400], 10, 10, image::ExtendedColorType::Rgba8)
        .expect("a PNG");
    let shown = opened(&draw(MediaType::Png, &png, 1, 100).expect("drawn"));
    assert!(shown.pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)));
}
