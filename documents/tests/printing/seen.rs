//! Scans bound as they are seen: each of these shows a red and a green field side by side and a blue arrow
//! below them; turned, cropped, in other colours or of a torn file, the dossier shows the same.

use std::path::{Path, PathBuf};

use guijia_documents::page_image::draw;
use guijia_documents::papers::{certificate, dossier};
use guijia_documents::{Attachment, Document, Marks, MediaType};
use image::RgbImage;

use crate::hostile::found;
use crate::support::print;

/// The scans kept here; `shared/cases` beside the checkout has more of them.
const KEPT: usize = 7;
/// How wide a page is drawn to be looked at.
const WIDTH: u32 = 400;

/// The middle of what has a colour, in parts of the width and of the height.
type Middle = (f64, f64);

/// The middles of the red, the green and the blue field.
fn fields(picture: &RgbImage) -> [Middle; 3] {
    let middle = |is: fn([u8; 3]) -> bool| {
        let places = picture.enumerate_pixels().filter(|(_, _, pixel)| is(pixel.0));
        let (mut across, mut down, mut count) = (0.0, 0.0, 0.0);
        for (x, y, _) in places {
            across += f64::from(x);
            down += f64::from(y);
            count += 1.0;
        }
        assert!(count > 30.0, "only {count} pixels of a colour");
        (across / count / f64::from(picture.width()), down / count / f64::from(picture.height()))
    };
    [
        middle(|[red, green, blue]| red > 140 && green < 90 && blue < 90),
        middle(|[red, green, blue]| green > 80 && red < 90 && blue < 90),
        middle(|[red, green, blue]| blue > 120 && red < 90 && green < 90),
    ]
}

/// Whether the fields stand as on an upright sheet.
fn is_upright([red, green, blue]: [Middle; 3]) -> bool {
    red.0 < green.0 && (red.1 - green.1).abs() < 0.05 && blue.1 > red.1
}

fn seen(media_type: MediaType, file: &[u8], page: usize) -> RgbImage {
    let jpeg = draw(media_type, file, page, WIDTH).unwrap();
    image::load_from_memory(&jpeg).unwrap().into_rgb8()
}

/// The files that begin with one of these numbers, kept here and beside the checkout.
fn files(numbers: std::ops::RangeInclusive<u32>) -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kept = here.join("tests/fixtures/seen");
    assert_eq!(std::fs::read_dir(&kept).unwrap().count(), KEPT);
    let given = std::env::var_os("GUIJIA_CASES").map(PathBuf::from);
    let beside = given.unwrap_or_else(|| here.join("../../shared/cases"));
    if !beside.is_dir() {
        println!("SKIPPED: no folder {}; only the kept scans are bound", beside.display());
    }
    let folders = [kept, beside].into_iter().filter(|folder| folder.is_dir());
    let mut paths: Vec<PathBuf> = folders
        .flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()))
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.get(..2)
                .and_then(|number| number.parse().ok())
                .is_some_and(|n| numbers.contains(&n))
        })
        .collect();
    paths.sort();
    paths
}

/// The page of a volume that shows the first page of a scan: after the cover and the contents.
fn bound(file: &[u8]) -> RgbImage {
    let probed = found(file).unwrap();
    let sheet = ("扫描件", probed.media_type, probed.pages, file.to_vec());
    let volume = print(&Document::Dossier(dossier::sample::dossier(vec![sheet])), Marks::default());
    seen(MediaType::Pdf, &volume.bytes, 3)
}

#[test]
fn a_photo_is_upright_in_the_volume_on_the_certificate_and_on_a_screen() {
    let mut tried = 0;
    for path in files(40..=42) {
        let name = path.display();
        let photo = std::fs::read(&path).unwrap();
        assert!(is_upright(fields(&seen(MediaType::Jpeg, &photo, 1))), "{name} on a screen");
        assert!(is_upright(fields(&bound(&photo))), "{name} in the volume");
        let mut credential = certificate::sample::certificate();
        credential.joint_photo = Some(Attachment::new(MediaType::Jpeg, 1, photo));
        let printed = print(&Document::Certificate(credential), Marks::default());
        let shown = seen_in_the_frame(&printed.bytes);
        assert!(is_upright(fields(&shown)), "{name} on the certificate");
        tried += 1;
    }
    assert!(tried >= 3);
    println!("{tried} photos upright in three places");
}

/// The certificate has a red title and red lines of its own; the photo stands between the title and the words
/// of its left page.
fn seen_in_the_frame(certificate: &[u8]) -> RgbImage {
    let jpeg = draw(MediaType::Pdf, certificate, 1, 1600).unwrap();
    let page = image::load_from_memory(&jpeg).unwrap();
    page.crop_imm(250, 315, 310, 225).into_rgb8()
}

#[test]
fn a_turned_a_cropped_and_a_torn_scan_are_bound_as_they_are_seen() {
    let mut tried = 0;
    for path in files(43..=47) {
        let name = path.display();
        let file = std::fs::read(&path).unwrap();
        let media_type = found(&file).unwrap().media_type;
        let (screen, volume) = (fields(&seen(media_type, &file, 1)), fields(&bound(&file)));
        if path.file_name().unwrap().to_string_lossy().contains("rotate-90") {
            // The sheet is seen turned to the right: red above green, both at the right.
            for [red, green, blue] in [screen, volume] {
                assert!(red.1 < green.1 && blue.0 < red.0, "{name}: {red:?} {green:?} {blue:?}");
            }
        } else {
            assert!(is_upright(screen), "{name} on a screen: {screen:?}");
            assert!(is_upright(volume), "{name} in the volume: {volume:?}");
        }
        tried += 1;
    }
    assert!(tried >= 4);
    println!("{tried} scans bound as they are seen");
}
