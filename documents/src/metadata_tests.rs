//! What a camera wrote is gone, and the picture is as it was.

use super::*;

/// A TIFF block with a maker, an orientation and the reference to a position.
fn camera(up: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(b"\x01\x0f\0\x02\0\0\0\x04Mak\0");
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1]);
    tiff.extend(up.to_be_bytes());
    tiff.extend([0, 0]);
    tiff.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x32\0\0\0\0GPS 29.56N 106.55E");
    tiff
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = (data.len() as u16 + 2).to_be_bytes();
    [&[0xff, marker], length.as_slice(), data].concat()
}

/// A JPEG in form: its scan holds a stuffed byte and a restart.
fn jpeg(about: &[Vec<u8>]) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8];
    file.extend(segment(0xe0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"));
    about.iter().for_each(|segment| file.extend(segment));
    file.extend(segment(0xdb, &[7; 65]));
    file.extend(segment(0xda, &[1, 2, 3]));
    file.extend([5, 0xff, 0x00, 6, 0xff, 0xd0, 7, 0xff, 0xd9]);
    file
}

fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    let length = (data.len() as u32).to_be_bytes();
    [length.as_slice(), kind, data, &sum.sum().to_be_bytes()].concat()
}

fn png(about: &[Vec<u8>]) -> Vec<u8> {
    let mut file = PNG_SIGNATURE.to_vec();
    file.extend(chunk(b"IHDR", &[0; 13]));
    about.iter().for_each(|chunk| file.extend(chunk));
    file.extend(chunk(b"IDAT", &[1, 2, 3]));
    file.extend(chunk(b"IEND", b""));
    file
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn a_photo_inside_a_pdf_says_nothing_either() {
    let exif = segment(0xe1, &[EXIF, &camera(1)].concat());
    let xmp = segment(0xe1, &[XMP, b"<x:xmpmeta>GPS 29.56N</x:xmpmeta>"].concat());
    let photo = jpeg(&[exif, xmp]);
    let around = |photo: &[u8], more: &[u8]| {
        [b"%PDF-1.4\n5 0 obj << /Filter /DCTDecode >> stream\n", photo, b"\nendstream", more]
            .concat()
    };
    let file = around(&photo, b"\n%%EOF");
    let shown = without_metadata(MediaType::Pdf, &file);
    assert!(holds(&file, b"GPS") && !holds(&shown, b"GPS") && !holds(&shown, b"Mak"));
    assert_eq!(shown.len(), file.len(), "every part keeps its place");
    let changed = shown.iter().zip(&file).filter(|(one, other)| one != other).count();
    assert!(changed < camera(1).len() + 40, "nothing else: {changed}");
    let signed = around(&photo, b"<< /ByteRange [0 9 20 9] >>");
    assert_eq!(without_metadata(MediaType::Pdf, &signed).as_ref(), signed);
    // What only looks like the beginning of such data is left.
    for other in [&[0xff, 0xe1][..], &[0xff, 0xe1, 0xff, 0xff], b"\xff\xe1\0\x08Exif\0\0"] {
        let file = around(other, b"");
        assert_eq!(without_metadata(MediaType::Pdf, &file).as_ref(), file);
    }
}

#[test]
fn a_picture_that_says_nothing_comes_back_unchanged() {
    for (media_type, file) in [(MediaType::Jpeg, jpeg(&[])), (MediaType::Png, png(&[]))] {
        assert!(matches!(without_metadata(media_type, &file), Cow::Borrowed(same) if same == file));
    }
    let pdf = b"%PDF-1.4 GPS";
    assert_eq!(without_metadata(MediaType::Pdf, pdf).as_ref(), pdf);
}

#[test]
fn position_and_device_leave_a_jpeg_and_the_side_that_is_up_stays() {
    let exif = |up| segment(0xe1, &[EXIF, &camera(up)].concat());
    let xmp = segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPSLatitude='29'/>");
    let profile = segment(0xe2, b"ICC_PROFILE\0\x01\x01colours");
    let about =
        [exif(6), xmp, profile.clone(), segment(0xe2, b"MPF\0more"), segment(0xfe, b"GPS!")];
    let mut file = jpeg(&about);
    file.extend(b"a film clip with GPS");
    let cleaned = without_metadata(MediaType::Jpeg, &file);
    for word in [b"GPS".as_slice(), b"Mak", b"xap", b"MPF"] {
        assert!(!holds(&cleaned, word), "{}", String::from_utf8_lossy(word));
    }
    let expected = segment(0xe1, &[EXIF, &only_orientation(6)].concat());
    assert_eq!(cleaned.as_ref(), jpeg(&[expected, profile]));
    assert_eq!(without_metadata(MediaType::Jpeg, &jpeg(&[exif(1)])).as_ref(), jpeg(&[]));
    assert_eq!(without_metadata(MediaType::Jpeg, &cleaned), cleaned, "once is enough");
}

#[test]
fn position_and_device_leave_a_png_and_the_side_that_is_up_stays() {
    let about = [
        chunk(b"eXIf", &camera(3)),
        chunk(b"tEXt", b"Comment\0GPS"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0GPS"),
        chunk(b"pHYs", &[9; 9]),
        chunk(b"maKr", b"GPS"),
    ];
    let mut file = png(&about);
    file.extend(b"GPS after the end");
    let kept = [chunk(b"eXIf", &only_orientation(3)), chunk(b"pHYs", &[9; 9])];
    let cleaned = without_metadata(MediaType::Png, &file);
    assert_eq!(cleaned.as_ref(), png(&kept));
    assert_eq!(without_metadata(MediaType::Png, &cleaned), cleaned, "once is enough");
}

#[test]
fn damaged_camera_data_harms_nothing() {
    let whole = camera(6);
    for end in 0..whole.len() {
        let file = jpeg(&[segment(0xe1, &[EXIF, &whole[..end]].concat())]);
        assert!(!holds(&without_metadata(MediaType::Jpeg, &file), b"Mak"), "{end}");
    }
    let file = jpeg(&[]);
    for end in 0..file.len() {
        assert_eq!(without_metadata(MediaType::Jpeg, &file[..end]).as_ref(), &file[..end]);
    }
}
