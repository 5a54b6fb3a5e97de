//! Scans that are not as they look: what lies over a page, layers, other kinds and versions, what stands
//! before the head and behind the end. Each is bound as it is seen, or refused with its own reason.

use guijia_documents::papers::dossier;
use guijia_documents::probe::{Foreign, Overlay, ProbeError};
use guijia_documents::{Document, Marks, MediaType};

use crate::hostile::{found, object, page, pdf, stream};
use crate::support::{pages_of, print};

const STAMPED: &[u8] = include_bytes!("../fixtures/stamped.pdf");
const FILLED_FIELD: &[u8] = include_bytes!("../fixtures/filled_field.pdf");
const ONLY_AN_ANNOTATION: &[u8] = include_bytes!("../fixtures/only_an_annotation.pdf");
const VERSION_2: &[u8] = include_bytes!("../fixtures/two_pages_of_version_2.pdf");
const ONE_LAYER: &[u8] = include_bytes!("../fixtures/one_layer.pdf");
const BLANK_LINES: &[u8] = include_bytes!("../fixtures/blank_lines_before_the_head.pdf");
const PLAIN: &[u8] = include_bytes!("../fixtures/plain.pdf");

/// A page with one annotation; object 5 is an appearance that paints, 6 one that does not.
fn annotated(annotation: &str) -> Vec<u8> {
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 90 40]";
    let paints = stream(form, b"1 0 0 RG 2 2 86 36 re S");
    let does_not = stream(form, b"/Tx BMC q 0 0 90 40 re W n Q EMC");
    let annotations = format!("/Annots [<< /Type /Annot /Rect [100 600 190 640] {annotation} >>]");
    page("", &annotations, &[paints, does_not])
}

fn overlay_of(file: &[u8]) -> Option<Overlay> {
    match found(file) {
        Err(ProbeError::Overlaid { page: 1, overlay }) => Some(overlay),
        Ok(_) => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_shows_over_a_page_is_refused_by_its_name() {
    use Overlay::{Annotation, Drawing, Field, Marking, Note, Signature, Stamp, Watermark};
    let shown = [
        ("/Subtype /Stamp /AP << /N 5 0 R >>", Stamp),
        ("/Subtype /Stamp /Name /Approved", Stamp),
        ("/Subtype /St#61mp /AP << /N 5 0 R >>", Stamp),
        ("/Subtype /FreeText /Contents (agreed) /DA (/Helv 12 Tf)", Note),
        ("/Subtype /Text /Contents (see page 3)", Note),
        ("/Subtype /Ink /InkList [[100 600 120 620]] /AP << /N 5 0 R >>", Drawing),
        ("/Subtype /Line /L [100 600 190 600] /Rect [100 600 190 600]", Drawing),
        ("/Subtype /Highlight /QuadPoints [100 640 190 640 100 600 190 600]", Marking),
        ("/Subtype /Redact /AP << /N 5 0 R >>", Marking),
        ("/Subtype /Watermark /AP << /N 5 0 R >>", Watermark),
        ("/Subtype /Link /AP << /N 5 0 R >>", Annotation),
        ("/AP << /N 5 0 R >>", Annotation),
        ("/Subtype /Widget /FT /Tx /V (filled) /AP << /N 5 0 R >>", Field),
        ("/Subtype /Widget /FT /Tx /V (drawn by the reader)", Field),
        ("/Subtype /Widget /FT /Tx /V (drawn anew) /AP << /N 6 0 R >>", Field),
        ("/Subtype /Widget /Parent << /FT /Tx /V (of its parent) >>", Field),
        ("/Subtype /Widget /FT /Btn /AS /Yes /AP << /N << /Yes 5 0 R >> >>", Field),
        ("/Subtype /Widget /FT /Ch /V [(one) (two)]", Field),
        ("/Subtype /Widget /FT /Tx /MK << /BC [0 0 0] >>", Field),
        ("/Subtype /Widget /FT /Sig /V << /Type /Sig >> /AP << /N 5 0 R >>", Signature),
        ("/Subtype /Widget /Parent << /FT /Sig >> /AP << /N 5 0 R >>", Signature),
        // Only on the screen, or only on paper, is seen as well.
        ("/Subtype /Stamp /F 0 /AP << /N 5 0 R >>", Stamp),
        ("/Subtype /Stamp /F 36 /AP << /N 5 0 R >>", Stamp),
    ];
    for (annotation, overlay) in shown {
        assert_eq!(overlay_of(&annotated(annotation)), Some(overlay), "{annotation}");
        let error = ProbeError::Overlaid { page: 1, overlay };
        assert!(error.chinese().contains("请打印后扫描"), "{}", error.chinese());
        assert!(error.to_string().contains("print it and scan that"), "{error}");
    }
    assert_eq!(overlay_of(STAMPED), Some(Stamp));
    assert_eq!(overlay_of(FILLED_FIELD), Some(Field));
    assert_eq!(overlay_of(ONLY_AN_ANNOTATION), Some(Stamp));
    println!("{} overlays refused", shown.len() + 3);
}

#[test]
fn what_nobody_sees_keeps_no_scan_out() {
    let unseen = [
        "/Subtype /Link /A << /S /URI /URI (http://example.org/) >>",
        "/Subtype /Link /Border [0 0 1] /Dest [3 0 R /Fit]",
        "/Subtype /Popup /Open false",
        "/Subtype /Stamp /F 2 /AP << /N 5 0 R >>",
        "/Subtype /Stamp /F 32 /AP << /N 5 0 R >>",
        "/Subtype /Stamp /AP << /N 6 0 R >>",
        "/Subtype /Widget /FT /Tx",
        "/Subtype /Widget /FT /Tx /V () /AP << /N 6 0 R >>",
        "/Subtype /Widget /FT /Btn /V /Off /AS /Off /AP << /N << /Yes 5 0 R >> >>",
        "/Subtype /Widget /FT /Sig",
        "/Subtype /Widget /FT /Sig /V << /Type /Sig >> /Rect [0 0 0 0] /AP << /N 5 0 R >>",
    ];
    for annotation in unseen {
        assert_eq!(overlay_of(&annotated(annotation)), None, "{annotation}");
    }
    println!("{} that nobody sees taken", unseen.len());
}

/// Twelve pages, of which one names a stamp.
fn stamped_on(number: usize) -> Vec<u8> {
    let pages: Vec<String> = (0..12).map(|index| format!("{} 0 R", index + 3)).collect();
    let mut objects = vec![
        object("<< /Type /Catalog /Pages 2 0 R >>"),
        object(&format!("<< /Type /Pages /Kids [{}] /Count 12 >>", pages.join(" "))),
    ];
    for index in 1..=12 {
        // A reference that leads nowhere hides none of those after it.
        let annotations = if index == number { "/Annots [99 0 R null 15 0 R]" } else { "" };
        objects.push(object(&format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {annotations} >>"
        )));
    }
    objects.push(object("<< /Type /Annot /Subtype /Stamp /Rect [1 1 9 9] >>"));
    pdf(&objects)
}

#[test]
fn the_page_that_shows_something_more_is_named() {
    for number in [1, 7, 12] {
        let overlaid = ProbeError::Overlaid { page: number, overlay: Overlay::Stamp };
        assert!(overlaid.chinese().contains(&format!("第{number}页")));
        assert_eq!(found(&stamped_on(number)), Err(overlaid));
    }
}

#[test]
fn layers_and_a_new_version_are_refused_with_what_to_do() {
    assert_eq!(found(VERSION_2), Err(ProbeError::TooNew));
    assert_eq!(found(ONE_LAYER), Err(ProbeError::Layered));
    let layers = "/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>";
    let layered = page(layers, "", &[object("<< /Type /OCG /Name (text) >>")]);
    assert_eq!(found(&layered), Err(ProbeError::Layered));
    // Where the parser has to rebuild the table of objects as well.
    let moved = [b"\n\n".as_slice(), &layered].concat();
    assert_eq!(found(&moved), Err(ProbeError::Layered));
    let none = page("/OCProperties << /OCGs [] /D << >> >>", "", &[]);
    assert_eq!(found(&none).map(|probed| probed.pages), Ok(1));
    let newer = page("/Version /2.0", "", &[]);
    assert_eq!(found(&newer), Err(ProbeError::TooNew));
    for (error, zh, en) in
        [(ProbeError::TooNew, "版本", "version"), (ProbeError::Layered, "图层", "layers")]
    {
        assert!(error.chinese().contains(zh) && error.chinese().contains("请打印后扫描"));
        assert!(error.to_string().contains(en) && error.to_string().contains("print it"));
    }
}

/// The words of the sheets that a scan becomes in a volume.
fn bound(file: &[u8]) -> String {
    let probed = found(file).expect("it is taken");
    let sheet = ("扫描件", MediaType::Pdf, probed.pages, file.to_vec());
    let volume = Document::Dossier(dossier::sample::dossier(vec![sheet]));
    pages_of(&print(&volume, Marks::default()).bytes)[2..].join("\n")
}

#[test]
fn bytes_before_the_head_and_behind_the_end_change_nothing() {
    let plain = bound(PLAIN);
    let header = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n";
    let befores: [&[u8]; 6] = [b"\n", b"\r\n\r\n\r\n", b"\xef\xbb\xbf", header, &[0; 700], b" \t"];
    let behinds: [&[u8]; 4] = [b"\n\n\n", &[0; 5000], b"\x1a", b"--an object behind--\r\n"];
    for before in befores {
        assert_eq!(bound(&[before, PLAIN].concat()), plain, "{before:?}");
    }
    for behind in behinds {
        assert_eq!(bound(&[PLAIN, behind].concat()), plain, "{} bytes", behind.len());
    }
    assert!(bound(BLANK_LINES).contains("page 1"));
    let far = [[b'\n'; 2000].as_slice(), PLAIN].concat();
    assert_eq!(found(&far), Err(ProbeError::UnknownType));
    let breaking_off = [PLAIN, b"\n9 0 obj\n<< /Type /Page"].concat();
    assert_eq!(found(&breaking_off), Err(ProbeError::Damaged));
    let joined = [PLAIN, b"\r\n", BLANK_LINES].concat();
    assert_eq!(found(&joined), Err(ProbeError::Joined));
    println!("{} files with more bytes bound alike", befores.len() + behinds.len() + 1);
}

#[test]
fn other_kinds_are_named_as_what_they_are() {
    let packed = |part: &str| [b"PK\x03\x04\x14\0\0\0".as_slice(), part.as_bytes()].concat();
    let older = |stream: &str| {
        let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &wide].concat()
    };
    let kinds: [(Vec<u8>, Foreign, &str); 30] = [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), Foreign::Heic, "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0heic".to_vec(), Foreign::Heic, "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0avif".to_vec(), Foreign::Avif, "AVIF"),
        (b"\0\0\0\x18ftypavif\0\0\0\0".to_vec(), Foreign::Avif, "AVIF"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0".to_vec(), Foreign::Film, "视频"),
        (b"II*\0\x08\0\0\0".to_vec(), Foreign::Tiff, "TIFF"),
        (b"MM\0*\0\0\0\x08".to_vec(), Foreign::Tiff, "TIFF"),
        (b"GIF89a".to_vec(), Foreign::Gif, "GIF"),
        (b"BM\x46\0\0\0\0\0\0\0\x36".to_vec(), Foreign::Bmp, "BMP"),
        (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), Foreign::WebP, "WebP"),
        (b"\0\0\0\x0cjP  \r\n\x87\n".to_vec(), Foreign::OtherJpeg, "JPEG 2000"),
        (b"\xff\x0a\0".to_vec(), Foreign::OtherJpeg, "JPEG XL"),
        (b"<?xml version='1.0'?><svg/>".to_vec(), Foreign::Svg, "SVG"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>".to_vec(), Foreign::WebPage, "网页"),
        (packed("OFD.xml"), Foreign::Ofd, "OFD"),
        (packed("[Content_Types].xml word/document.xml"), Foreign::Text, "Word"),
        (packed("[Content_Types].xml xl/workbook.xml"), Foreign::Table, "Excel"),
        (packed("[Content_Types].xml ppt/slides"), Foreign::Slides, "PowerPoint"),
        (packed("mimetypeapplication/vnd.oasis.opendocument.text"), Foreign::Text, "文字处理"),
        (packed("opendocument.spreadsheet"), Foreign::Table, "表格"),
        (older("WordDocument"), Foreign::Text, "Word"),
        (older("Workbook"), Foreign::Table, "Excel"),
        (older(""), Foreign::Office, "WPS"),
        (b"{\\rtf1".to_vec(), Foreign::Text, "文字处理"),
        (packed("photo.jpg"), Foreign::Zip, "ZIP"),
        (b"PK\x05\x06".to_vec(), Foreign::Zip, "ZIP"),
        // A PDF in an archive is no PDF yet.
        ([packed("scan.pdf"), PLAIN.to_vec()].concat(), Foreign::Zip, "ZIP"),
        (b"Rar!\x1a\x07\0".to_vec(), Foreign::Archive, "压缩包"),
        (b"7z\xbc\xaf\x27\x1c".to_vec(), Foreign::Archive, "压缩包"),
        (b"\x1f\x8b\x08".to_vec(), Foreign::Archive, "压缩包"),
    ];
    assert_eq!(found(b""), Err(ProbeError::Nothing));
    println!("{} other kinds named", kinds.len());
    for (file, foreign, word) in kinds {
        let error = ProbeError::Foreign(foreign);
        assert!(error.chinese().contains(word) && error.chinese().contains("请"), "{error}");
        assert_eq!(found(&file), Err(error));
    }
}
