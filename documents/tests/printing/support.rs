//! One press for all tests, and the tools that read a PDF back.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use guijia_documents::{Document, Marks, Press, Printed};
use image::{ImageFormat, RgbImage};

/// The press, with its fonts parsed once.
pub fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| Press::new(Vec::new()))
}

/// Prints a document that must print.
pub fn print(document: &Document, marks: Marks) -> Printed {
    press()
        .print(document, &marks)
        .unwrap_or_else(|error| panic!("{}: {error}", document.kind().word()))
}

/// The output of a reader of poppler for a PDF.
fn read_with(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let output = Command::new(tool)
        .args(arguments)
        .arg(&path)
        .args(if tool == "pdftotext" { vec!["-"] } else { vec![] })
        .output()
        .unwrap_or_else(|error| panic!("{tool} of poppler-utils is needed: {error}"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text layer, line breaks and page breaks removed.
pub fn text_of(pdf: &[u8]) -> String {
    read_with("pdftotext", &["-raw"], pdf).replace(['\n', '\u{c}'], "")
}

/// The text layer of each page.
pub fn pages_of(pdf: &[u8]) -> Vec<String> {
    let text = read_with("pdftotext", &["-raw"], pdf);
    text.trim_end_matches('\u{c}').split('\u{c}').map(String::from).collect()
}

/// A word where it stands on its page, in points from the upper left.
#[derive(Debug)]
pub struct Word {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub text: String,
}

/// A page with its words.
#[derive(Debug)]
pub struct Sheet {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

/// The words of each page with their boxes.
pub fn sheets_of(pdf: &[u8]) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in read_with("pdftotext", &["-bbox"], pdf).lines() {
        let values: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        let number = |index: usize| values[index].parse::<f64>().unwrap();
        if line.contains("<page ") {
            sheets.push(Sheet { width: number(0), height: number(1), words: Vec::new() });
        } else if line.contains("<word ") {
            let text = line.split(['>', '<']).nth(2).unwrap().to_owned();
            let (left, top, right, bottom) = (number(0), number(1), number(2), number(3));
            sheets.last_mut().unwrap().words.push(Word { left, top, right, bottom, text });
        }
    }
    sheets
}

/// For each font in a PDF, whether it is embedded.
pub fn fonts_of(pdf: &[u8]) -> Vec<(String, bool)> {
    read_with("pdffonts", &[], pdf)
        .lines()
        .skip(2)
        .map(|line| {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let embedded = columns.len().checked_sub(5).map(|column| columns[column]);
            (columns[0].to_owned(), embedded == Some("yes"))
        })
        .collect()
}

/// Leaves a PDF in the folder named by `GUIJIA_PRINTS`, for someone to look at.
pub fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("GUIJIA_PRINTS") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), pdf).unwrap();
    }
}

/// A small picture in some format; each tint gives other bytes.
pub fn picture(format: ImageFormat, tint: u8) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(240, 320, |x, y| {
        image::Rgb([u8::try_from(x % 256).unwrap(), u8::try_from(y % 256).unwrap(), tint])
    })
    .write_to(&mut bytes, format)
    .unwrap();
    bytes.into_inner()
}
