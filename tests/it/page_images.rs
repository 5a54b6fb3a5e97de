//! Pages as pictures for a screen: as wide as asked for, upright, without what a camera wrote, and each
//! look logged.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage};

use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite, on_both_databases};

on_both_databases!(a_page_is_seen_as_wide_as_it_was_asked_for);
mostly_on_sqlite!(
    a_photo_is_seen_upright_and_without_its_position,
    a_width_or_page_that_is_none_is_refused,
);

/// The picture at a path of the case, and its bytes.
async fn seen(office: &Office, path: &str) -> (RgbImage, Vec<u8>) {
    let answer = office.get(Person::REGISTRAR, path).await.expect(200);
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert_eq!(answer.header("cache-control"), "no-store");
    let picture = image::load_from_memory_with_format(&answer.bytes, ImageFormat::Jpeg);
    (picture.expect("a picture").into_rgb8(), answer.bytes)
}

fn dark(picture: &RgbImage) -> usize {
    picture.pixels().filter(|pixel| pixel.0.iter().all(|part| *part < 100)).count()
}

async fn a_page_is_seen_as_wide_as_it_was_asked_for(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let number = story.file("joint_photo", None, scan()).await;
    let page = |query: &str| story.path(&format!("/papers/{number}/pages/1{query}"));
    let (narrow, first) = seen(&office, &page("?width=300")).await;
    assert_eq!(narrow.dimensions(), (300, 425), "the shape of A4");
    assert!(dark(&narrow) > 20, "the line of text is seen");
    assert_eq!(seen(&office, &page("?width=300")).await.1, first, "once more, from memory");
    assert_eq!(seen(&office, &page("")).await.0.width(), 1200);
    let form = story.document("application_form", None).await;
    let form = form["id"].as_str().expect("an id").to_owned();
    let path = story.path(&format!("/documents/{form}/pages/1?width=800"));
    let (form, _) = seen(&office, &path).await;
    assert!(form.width() == 800 && dark(&form) > 5_000, "{} dark of a form", dark(&form));
    let looks = "SELECT COUNT(*) || '' FROM access_log WHERE operation = 'read_paper_page'";
    assert_eq!(office.database().await.texts(looks).await, ["3"], "each look is logged");
}

async fn a_photo_is_seen_upright_and_without_its_position(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let half = |x, _| if x < 200 { Rgb([0; 3]) } else { Rgb([255; 3]) };
    let mut photo = Vec::new();
    let encoded = JpegEncoder::new(&mut photo).encode_image(&RgbImage::from_fn(400, 200, half));
    encoded.expect("a JPEG");
    let camera =
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 29.56N";
    let length = (camera.len() as u16 + 2).to_be_bytes();
    photo.splice(2..2, [&[0xff, 0xe1], length.as_slice(), camera].concat());
    let number = story.file("joint_photo", None, photo).await;
    let path = |width| story.path(&format!("/papers/{number}/pages/1?width={width}"));
    let (shown, bytes) = seen(&office, &path(100)).await;
    assert_eq!(shown.dimensions(), (100, 200));
    assert!(shown.get_pixel(50, 10).0[0] < 50 && shown.get_pixel(50, 190).0[0] > 200, "upright");
    assert!(!bytes.windows(4).any(|part| part == b"Exif" || part == b"GPS "));
    assert_eq!(seen(&office, &path(2000)).await.0.width(), 200, "never wider than it is");
}

async fn a_width_or_page_that_is_none_is_refused(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let number = story.file("joint_photo", None, scan()).await;
    let paths = [
        (format!("{number}/pages/1?width=99"), 400),
        (format!("{number}/pages/1?width=2481"), 400),
        (format!("{number}/pages/1?width=wide"), 400),
        (format!("{number}/pages/0"), 404),
        (format!("{number}/pages/2"), 404),
        (format!("{number}/pages/x"), 400),
        ("99/pages/1".to_owned(), 404),
    ];
    for (path, status) in paths {
        let path = story.path(&format!("/papers/{path}"));
        office.get(Person::REGISTRAR, &path).await.expect(status);
    }
}
