//! Scans made to harm: pictures and PDF files that are small and unfold without end, that lie about what
//! they are, or that hide something to be run.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use crate::support::papers;

/// A colour of a PNG: its number and the bytes of a pixel.
#[derive(Clone, Copy)]
pub enum Colour {
    Grey,
    Plain,
    Transparent,
}

impl Colour {
    fn number_and_bytes(self) -> (u8, usize) {
        match self {
            Colour::Grey => (0, 1),
            Colour::Plain => (2, 3),
            Colour::Transparent => (6, 4),
        }
    }
}

/// Zeros, packed: a thousand times smaller than they say.
pub fn packed_zeros(count: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let piece = vec![0; 1_000_000];
    let mut left = count;
    while left > 0 {
        let length = left.min(piece.len());
        encoder.write_all(&piece[..length]).expect("packed");
        left -= length;
    }
    encoder.finish().expect("packed")
}

/// Bytes, packed.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

fn chunk(kind: &[u8; 4], bytes: &[u8]) -> Vec<u8> {
    let mut chunk = u32::try_from(bytes.len()).expect("a length").to_be_bytes().to_vec();
    let named = [kind.as_slice(), bytes].concat();
    let mut sum = Crc::new();
    sum.update(&named);
    chunk.extend(named);
    chunk.extend(sum.sum().to_be_bytes());
    chunk
}

/// A PNG of zeros, with a chunk more; without pixels where only its head is to be read.
pub fn png(width: u32, height: u32, colour: Colour, has_pixels: bool, more: &[u8]) -> Vec<u8> {
    let (number, bytes) = colour.number_and_bytes();
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend([8, number, 0, 0, 0]);
    let length = if has_pixels { (width as usize * bytes + 1) * height as usize } else { 1 };
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        more.to_vec(),
        chunk(b"IDAT", &packed_zeros(length)),
        chunk(b"IEND", b""),
    ]
    .concat()
}

/// A chunk whose content unfolds to so many zeros: `zTXt` is text, `iCCP` a colour profile.
pub fn unfolding(kind: &[u8; 4], zeros: usize) -> Vec<u8> {
    chunk(kind, &[b"a\0\0".as_slice(), &packed_zeros(zeros)].concat())
}

/// A small picture with a colour profile of 300 MB; no two are the same file.
pub fn picture_bomb(number: usize, profile: &[u8]) -> Vec<u8> {
    let name = chunk(b"tEXt", format!("k\0{number}").as_bytes());
    png(10, 10, Colour::Plain, true, &[name.as_slice(), profile].concat())
}

/// A PDF of these objects, the first of which is its catalogue.
fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let end =
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n");
    file.extend(end.into_bytes());
    file
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

/// A PDF of one page: what its catalogue and its page say, its content, objects from the fifth on.
fn page(catalogue: &str, page: &str, content: Vec<u8>, more: Vec<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue}>>").into_bytes(),
        PAGES.as_bytes().to_vec(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {page}>>")
            .into_bytes(),
        content,
    ];
    objects.extend(more);
    pdf(&objects, "")
}

/// A page that only does nothing, in a file that says more.
fn idle(catalogue: &str, of_page: &str, more: Vec<Vec<u8>>) -> Vec<u8> {
    page(catalogue, of_page, stream("", b"q Q"), more)
}

/// A page whose content unfolds to so many zeros, packed once or twice.
pub fn content_bomb(zeros: usize, twice: bool) -> Vec<u8> {
    let once = packed_zeros(zeros);
    let content = if twice {
        stream("/Filter [/FlateDecode /FlateDecode]", &packed(&once))
    } else {
        stream("/Filter /FlateDecode", &once)
    };
    page("", "", content, Vec::new())
}

/// Objects that unfold from a stream of them.
pub fn object_bomb(packed: &[u8]) -> Vec<u8> {
    let objects = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", packed);
    idle("", "", vec![objects])
}

/// A page with a picture of 30,000 by 30,000 points.
pub fn picture_in_pdf() -> Vec<u8> {
    let picture = "/Type /XObject /Subtype /Image /Width 30000 /Height 30000 \
                   /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode";
    let resources = "/Resources << /XObject << /I 5 0 R >> >> ";
    let content = stream("", b"q 500 0 0 500 0 0 cm /I Do Q");
    page("", resources, content, vec![stream(picture, &packed_zeros(900_000_000))])
}

/// PDF files that say something they should not, each with its name.
pub fn pdfs_that_lie() -> Vec<(&'static str, Vec<u8>)> {
    let catalogue = || b"<< /Type /Catalog /Pages 2 0 R >>".to_vec();
    let small = || b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>".to_vec();
    let looped = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>".to_vec();
    let count = b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>".to_vec();
    let kids: Vec<String> = (3..5003).map(|number| format!("{number} 0 R")).collect();
    let many = format!("<< /Type /Pages /Kids [{}] /Count 5000 >>", kids.join(" ")).into_bytes();
    let many = [vec![catalogue(), many], vec![small(); 5000]].concat();
    let nested = format!("/X {}{} ", "[".repeat(200_000), "]".repeat(200_000));
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>",
        b"/F Do",
    );
    let of_form = "/Resources << /XObject << /F 5 0 R >> >> ";
    let lock = b"<< /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) \
                 /U (12345678901234567890123456789012) /P -4 >>";
    let locked = [catalogue(), PAGES.as_bytes().to_vec(), small(), lock.to_vec()];
    vec![
        ("a tree of pages that loops", pdf(&[catalogue(), looped], "")),
        ("a thousand million pages announced", pdf(&[catalogue(), count, small()], "")),
        ("five thousand pages", pdf(&many, "")),
        ("two hundred thousand brackets", idle(&nested, "", Vec::new())),
        ("a form that draws itself", page("", of_form, stream("", b"/F Do"), vec![form])),
        ("an encrypted PDF", pdf(&locked, "/Encrypt 4 0 R /ID [<00> <00>] ")),
    ]
}

/// PDF files that hide something to be run or fetched, each with its name.
pub fn pdfs_that_act() -> Vec<(&'static str, Vec<u8>)> {
    let opens = |action: &str| idle(&format!("/OpenAction << {action} >> "), "", Vec::new());
    let holding = "/Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >> ";
    let held = b"<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>".to_vec();
    let held = vec![held, stream("/Type /EmbeddedFile", b"MZ..")];
    let form = vec![stream("", b"<xdp>")];
    let submits = "/AA << /O << /S /SubmitForm /F (http://198.51.100.1/) >> >> ";
    vec![
        ("JavaScript when it opens", opens(r"/S /JavaScript /JS (app.alert\(1\))")),
        ("a program when it opens", opens("/S /Launch /F (cmd.exe)")),
        ("an address when it opens", opens("/S /URI /URI (http://198.51.100.1/)")),
        ("a file within", idle(holding, "", held)),
        ("a form of XFA", idle("/AcroForm << /XFA 5 0 R /Fields [] >> ", "", form)),
        ("a form that is sent when it opens", idle("", submits, Vec::new())),
    ]
}

/// Files that are two things at once, or something else than they say.
pub fn changelings() -> Vec<(&'static str, Vec<u8>)> {
    let eicar = br"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    let script = b"<script>alert(1)</script>".as_slice();
    let whole = papers::pdf("changeling");
    let head = b"%PDF-1.4\n".as_slice();
    let within = [head, b"%<html>", script, b"\n", &whole[head.len()..]].concat();
    vec![
        ("HTML before the PDF", [script, &whole].concat()),
        ("HTML in a remark of the PDF", within),
        ("an archive after the PDF", [whole.as_slice(), b"PK\x03\x04", &[b'x'; 500]].concat()),
        ("HTML", script.to_vec()),
        ("SVG", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
        ("GIF", [b"GIF89a".as_slice(), &[0; 50]].concat()),
        ("the test string of virus scanners", page("", "", stream("", eicar), Vec::new())),
        ("nothing", Vec::new()),
        ("PDF 2.0", [b"%PDF-2.0\n".as_slice(), &whole[head.len()..]].concat()),
    ]
}
