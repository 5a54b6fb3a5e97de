//! Scans as a scanner makes them: small, whole PDF files, no two alike; and what a PDF says.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static SCANNED: AtomicU32 = AtomicU32::new(0);

/// A PDF of one page that differs from every other of this run.
pub fn scan() -> Vec<u8> {
    pdf(&format!("{} {}", std::process::id(), SCANNED.fetch_add(1, Ordering::Relaxed)))
}

/// A PDF of one page with a line of text.
pub fn pdf(text: &str) -> Vec<u8> {
    let page = format!("BT /F1 24 Tf 72 760 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

/// The words of a PDF, without its line breaks.
pub fn text_of(pdf: &[u8]) -> String {
    read_with("-raw", pdf).replace(['\n', '\u{c}', ' '], "")
}

/// A word of a PDF with its box.
#[derive(Debug)]
pub struct Word {
    /// The word.
    pub text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Word {
    /// Whether another word stands over it. Boxes are as high as their font allows, so those of close
    /// lines touch, and brackets that meet stand within each other's white half.
    pub fn is_over(&self, other: &Word) -> bool {
        let height = (self.bottom - self.top).min(other.bottom - other.top);
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        let of_one_line = (self.top - other.top).abs() < 0.1 * height;
        high > 0.4 * height && wide > if of_one_line { 1.1 * height } else { 2.0 }
    }
}

/// The words of the first page of a PDF.
pub fn boxes_of(pdf: &[u8]) -> Vec<Word> {
    let read = read_with("-bbox", pdf);
    let lines = read.lines().take_while(|line| !line.contains("</page>"));
    let word = |line: &str| {
        let values: Vec<f64> = line
            .split('"')
            .skip(1)
            .step_by(2)
            .map(|value| value.parse().expect("a place"))
            .collect();
        let text = line.split(['>', '<']).nth(2).expect("a word").to_owned();
        Word { text, left: values[0], top: values[1], right: values[2], bottom: values[3] }
    };
    lines.filter(|line| line.contains("<word ")).map(word).collect()
}

fn read_with(option: &str, pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).expect("a file");
    let output = Command::new("pdftotext").arg(option).arg(&path).arg("-").output();
    let output = output.expect("pdftotext of poppler-utils is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
