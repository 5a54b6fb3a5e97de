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
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).expect("a file");
    let output = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output();
    let output = output.expect("pdftotext of poppler-utils is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).replace(['\n', '\u{c}', ' '], "")
}
