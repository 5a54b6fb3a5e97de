//! Scans that were made to harm: what they hold is refused by its name before it is unfolded.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use guijia_documents::probe::{Active, Limits, ProbeError, Probed, probe};

pub fn found(bytes: &[u8]) -> Result<Probed, ProbeError> {
    probe(bytes, &Limits::default())
}

fn deflate(pieces: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    pieces.for_each(|piece| encoder.write_all(&piece).expect("written"));
    encoder.finish().expect("finished")
}

fn zeros(megabytes: usize) -> Vec<u8> {
    deflate((0..megabytes).map(|_| vec![0; 1 << 20]))
}

/// A PDF of these objects; the first is its catalog.
pub fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        writeln!(file, "{number} 0 obj").expect("written");
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("written");
    for place in places {
        writeln!(file, "{place:010} 00000 n ").expect("written");
    }
    let size = objects.len() + 1;
    write!(file, "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n")
        .expect("written");
    file
}

pub fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<< /Length {} {dictionary} >>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// One page, with more in the catalog and in the page, and more objects from number 5 on.
pub fn page(catalog: &str, page: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let media = "/MediaBox [0 0 595 842] /Contents 4 0 R";
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>").into_bytes(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!("<< /Type /Page /Parent 2 0 R {media} {page} >>").into_bytes(),
        stream("", b"q Q"),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

pub fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

#[test]
fn active_content_is_refused_by_its_name() {
    use Active::{EmbeddedFile, JavaScript, Launch, Media, OnOpening, Submission, XmlForm};
    let script = [object("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")];
    let reference = [object("<< /S 6 0 R /F (cmd.exe) >>"), object("/Launch")];
    let file = [object("<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>")];
    let hostile: [(&str, Vec<u8>, Active); 18] = [
        (
            "script when opened",
            page("/OpenAction << /S /JavaScript /JS (x) >>", "", &[]),
            JavaScript,
        ),
        ("behind a reference", page("/OpenAction 5 0 R", "", &script), JavaScript),
        ("among the names", page("/Names << /JavaScript 5 0 R >>", "", &script), JavaScript),
        ("nobody leads to it", page("", "", &script), JavaScript),
        (
            "written otherwise",
            page("/OpenAction << /#53 /Java#53cript /J#53 (x) >>", "", &[]),
            JavaScript,
        ),
        ("start a program", page("/OpenAction << /S /Launch /F (cmd.exe) >>", "", &[]), Launch),
        ("a kind behind a reference", page("", "/Annots [<< /A 5 0 R >>]", &reference), Launch),
        (
            "a file of its own",
            page("/Names << /EmbeddedFiles << /Names [] >> >>", "", &[]),
            EmbeddedFile,
        ),
        ("a file in an annotation", page("", "", &file), EmbeddedFile),
        (
            "attached to a page",
            page("", "/Annots [<< /Subtype /FileAttachment >>]", &[]),
            EmbeddedFile,
        ),
        ("a form in XML", page("/AcroForm << /XFA [] /Fields [] >>", "", &[]), XmlForm),
        ("a film", page("", "/Annots [<< /Subtype /RichMedia >>]", &[]), Media),
        ("a screen", page("", "/Annots [<< /Subtype /Screen >>]", &[]), Media),
        ("a rendition", page("", "/Annots [<< /A << /S /Rendition >> >>]", &[]), Media),
        (
            "sent when opened",
            page("", "/AA << /O << /S /SubmitForm /F (http://x/) >> >>", &[]),
            Submission,
        ),
        (
            "an address when opened",
            page("/OpenAction << /S /URI /URI (http://x/) >>", "", &[]),
            OnOpening,
        ),
        ("printed when opened", page("/OpenAction << /S /Named /N /Print >>", "", &[]), OnOpening),
        (
            "after turning a page",
            page(
                "/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 5 0 R >>",
                "",
                &[object("<< /S /URI >>")],
            ),
            OnOpening,
        ),
    ];
    for (name, file, active) in hostile {
        assert_eq!(found(&file), Err(ProbeError::Active(active)), "{name}");
        let error = ProbeError::Active(active);
        assert!(error.chinese().starts_with("PDF 含有活动内容："), "{name}");
        assert!(error.to_string().starts_with("the PDF has active content: "), "{name}");
    }
}

#[test]
fn active_content_inside_an_object_stream_is_found() {
    let inside = b"5 0 << /S /JavaScript /JS (x) >>";
    let packed = deflate(std::iter::once(inside.to_vec()));
    let kind = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
    let objects = [
        object("<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>"),
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"),
        stream(kind, &packed),
    ];
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut table = vec![0, 0, 0, 0, 0];
    for (number, object) in (1..).zip(&objects) {
        table.extend([1]);
        table.extend((file.len() as u32).to_be_bytes()[1..].to_vec());
        table.extend([0]);
        writeln!(file, "{number} 0 obj").expect("written");
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    // The fifth is the first in the fourth; the sixth is this table.
    table.extend([2, 0, 0, 4, 0]);
    let place = file.len();
    table.extend([1]);
    table.extend((place as u32).to_be_bytes()[1..].to_vec());
    table.extend([0]);
    file.extend(b"6 0 obj\n");
    file.extend(stream("/Type /XRef /Size 7 /W [1 3 1] /Root 1 0 R", &table));
    write!(file, "\nendobj\nstartxref\n{place}\n%%EOF\n").expect("written");
    assert_eq!(found(&file), Err(ProbeError::Active(Active::JavaScript)));
}

#[test]
fn what_an_ordinary_scan_has_is_no_active_content() {
    for (catalog, inside) in [
        ("", ""),
        ("/OpenAction [3 0 R /FitH null]", ""),
        ("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", ""),
        ("/AcroForm << /Fields [] >>", "/Trans << /S /Wipe >>"),
        ("/OutputIntents [<< /S /GTS_PDFA1 >>]", ""),
    ] {
        let whole = page(catalog, inside, &[]);
        assert_eq!(found(&whole).map(|probed| probed.pages), Ok(1), "{catalog} {inside}");
    }
}

#[test]
fn a_pdf_that_unfolds_too_far_is_refused_without_being_unfolded() {
    let far = zeros(300);
    let once = stream("/Filter /FlateDecode", &far);
    let twice = deflate(std::iter::once(far));
    let twice = stream("/Filter [/FlateDecode /FlateDecode]", &twice);
    for (name, bomb) in [("once", once), ("twice", twice)] {
        assert_eq!(found(&page("", "", &[bomb])), Err(ProbeError::UnfoldsTooFar), "{name}");
    }
    let limits = Limits { max_unfolded: 5 << 20, ..Limits::default() };
    let small = [0, 1, 2].map(|_| stream("/Filter /FlateDecode", &zeros(2)));
    assert_eq!(probe(&page("", "", &small), &limits), Err(ProbeError::UnfoldsTooFar));
}

#[test]
fn too_many_objects_pixels_and_levels_are_refused() {
    let limits = Limits { max_objects: 100, ..Limits::default() };
    let many = vec![object("null"); 120];
    assert_eq!(
        probe(&page("", "", &many), &limits),
        Err(ProbeError::TooManyObjects { limit: 100 })
    );
    let size = "/Type /XObject /Subtype /Image /Width 30000 /Height 30000";
    let picture = stream(&format!("{size} /ColorSpace /DeviceGray /BitsPerComponent 8"), b"x");
    let limit = Limits::default().max_pixels;
    assert_eq!(found(&page("", "", &[picture])), Err(ProbeError::TooManyPixels { limit }));
    let nested = format!("/X {}{}", "[".repeat(200), "]".repeat(200));
    assert_eq!(found(&page(&nested, "", &[])), Err(ProbeError::TooDeep));
}

/// A PNG of one white pixel with one chunk more.
fn png(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let chunk = |kind: &[u8], data: &[u8]| {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(data);
        let length = (data.len() as u32).to_be_bytes();
        [length.as_slice(), kind, data, &sum.sum().to_be_bytes()].concat()
    };
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
        chunk(kind, data),
        chunk(b"IDAT", &deflate(std::iter::once(vec![0, 255, 255, 255]))),
        chunk(b"IEND", b""),
    ]
    .concat()
}

#[test]
fn a_picture_whose_profile_or_texts_unfold_too_far_is_refused() {
    let far = zeros(300);
    for (kind, head) in [
        (b"iCCP".as_slice(), b"name\0\0".as_slice()),
        (b"zTXt", b"Comment\0\0"),
        (b"iTXt", b"Comment\0\x01\0en\0Comment\0"),
    ] {
        let bomb = png(kind, &[head, &far].concat());
        assert!(bomb.len() < 400_000);
        assert_eq!(found(&bomb), Err(ProbeError::ExtrasTooLarge), "{kind:?}");
        let small = png(kind, &[head, &zeros(1)].concat());
        assert_ne!(found(&small), Err(ProbeError::ExtrasTooLarge), "{kind:?}");
    }
}
