//! `guijia demo`: one whole case through the interface, with every paper left in a folder.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tokio::process::Command;

use crate::support::database::{self, Backend};
use crate::support::program;

/// Papers of which there is one in each case.
const PAPERS: [&str; 10] = [
    "application_form",
    "application_receipt",
    "acceptance_notice",
    "public_notice",
    "assessment_notice",
    "assessment_report",
    "approval_form",
    "certificate",
    "dossier",
    "inquiry_record-adopter_1",
];

#[tokio::test]
async fn sqlite() {
    carries_a_whole_case(Backend::Sqlite).await;
}

#[tokio::test]
async fn postgresql() {
    carries_a_whole_case(Backend::Postgresql).await;
}

async fn carries_a_whole_case(backend: Backend) {
    let directory = TempDir::new().expect("a directory");
    let out = directory.path().join("papers").display().to_string();
    let data = directory.path().join("data").display().to_string();
    let url = database::create(backend).await;
    let mut place = vec!["--data", &data];
    if let Some(url) = &url {
        place.extend(["--database-url", url]);
    }
    let told = program::run(&[&["demo", "--out", &out], &place[..]].concat()).await;
    assert_eq!(told.code, Some(0), "{}\n{}", told.said, told.complained);
    acts_are_told(&told.said);
    papers_are_left(Path::new(&out)).await;
    for check in [&["verify"][..], &["rebuild", "--check"]] {
        let checked = program::run(&[check, &place[..]].concat()).await;
        assert_eq!(checked.code, Some(0), "{check:?}: {}{}", checked.said, checked.complained);
    }
}

/// Each act on a line of its own: its number, the legal day, the role, the act, the article.
fn acts_are_told(said: &str) {
    let acts: Vec<&str> =
        said.lines().filter(|line| line.contains("2026-") && line.contains('《')).collect();
    assert!(acts.len() >= 30, "only {} acts:\n{said}", acts.len());
    for act in
        ["申请", "受理", "公告", "询问", "家庭教育指导", "报批", "批准", "登记", "颁证", "归档"]
    {
        assert!(acts.iter().any(|line| line.contains(act)), "no {act} in\n{said}");
    }
}

async fn papers_are_left(out: &Path) {
    let mut papers: Vec<PathBuf> = std::fs::read_dir(out)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .collect();
    papers.sort();
    for name in PAPERS {
        let path = out.join(format!("{name}.pdf"));
        assert!(papers.contains(&path), "{name} is not among {papers:?}");
    }
    for paper in &papers {
        fonts_are_embedded(paper).await;
    }
    let certificate = text_of(&out.join("certificate.pdf")).await;
    // The two characters of 样张 lie across the page, so that text comes between them.
    for expected in ["收养登记证", "（2026）渝练收字00001", "2026年5月7日", "样", "张"]
    {
        assert!(certificate.contains(expected), "no {expected} in the certificate:\n{certificate}");
    }
    let application = guijia::practice::application::application(0);
    for name in application.adopters.iter().map(|adopter| &adopter.name) {
        assert!(certificate.contains(name), "the certificate does not name an adopter");
    }
    let receipt = text_of(&out.join("application_receipt.pdf")).await;
    assert!(receipt.contains("渝练收件〔2026〕0001号"), "{receipt}");
}

async fn fonts_are_embedded(paper: &Path) {
    let listed = run("pdffonts", &[paper.as_os_str()]).await;
    let fonts: Vec<&str> = listed.lines().skip(2).collect();
    assert!(!fonts.is_empty() || paper.ends_with("dossier.pdf"), "{} has no text", paper.display());
    for font in fonts {
        // name, type, encoding, embedded, subset, unicode, object: counted from the end, because
        // the type may be of two words.
        let words: Vec<&str> = font.split_whitespace().collect();
        let embedded = words.len().checked_sub(5).and_then(|place| words.get(place));
        assert_eq!(embedded, Some(&"yes"), "{}: {font}", paper.display());
    }
}

/// The text of a paper without blanks and line ends, which a layout puts where it likes.
async fn text_of(paper: &Path) -> String {
    let text = run("pdftotext", &[paper.as_os_str(), "-".as_ref()]).await;
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

async fn run(program: &str, arguments: &[&std::ffi::OsStr]) -> String {
    let output = Command::new(program).args(arguments).output().await;
    let output = output.unwrap_or_else(|error| panic!("{program} is not installed: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
