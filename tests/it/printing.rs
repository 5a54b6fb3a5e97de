//! The child that prints what comes from outside: the same bytes, and no harm to who asked it.

use std::io::Write;
use std::path::Path;

use documents::papers::{certificate, dossier, public_notice};
use documents::{Attachment, Document, Marks, MediaType, Press};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use guijia::children::child::{ChildFault, Limits};
use guijia::children::printing::{self, Printer, PrintingFault};
use guijia::store::drawer::Drawer;
use guijia::store::files::FileStore;
use uuid::Uuid;
use workflow::CaseId;

use crate::support::{papers, program};

/// The plain files of some case.
fn drawer(folder: &Path) -> Drawer {
    Drawer::new(&FileStore::in_directory(folder).expect("files"), CaseId(Uuid::nil()), None)
}

/// A printer that starts the program under test.
fn printer() -> Printer {
    Printer::new(program::path(), None, printing::LIMITS)
}

/// Zeros, folded up.
pub fn deflate(megabytes: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    for _ in 0..megabytes {
        encoder.write_all(&zeros).expect("written");
    }
    encoder.finish().expect("finished")
}

/// A chunk of a PNG.
pub fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(data);
    [(data.len() as u32).to_be_bytes().as_slice(), kind, data, &sum.sum().to_be_bytes()].concat()
}

/// A PNG of one black pixel with more chunks before it.
pub fn png(more: &[Vec<u8>]) -> Vec<u8> {
    let mut pixel = ZlibEncoder::new(Vec::new(), Compression::best());
    pixel.write_all(&[0, 0, 0, 0]).expect("written");
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]));
    more.iter().for_each(|chunk| file.extend(chunk));
    file.extend(chunk(b"IDAT", &pixel.finish().expect("finished")));
    file.extend(chunk(b"IEND", b""));
    file
}

/// The most memory this process has ever held, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("a status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1024
}

#[tokio::test]
async fn the_child_prints_the_same_bytes_as_the_press() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = drawer(folder.path());
    let (photo, scan) = (png(&[]), papers::scan());
    for file in [&photo, &scan] {
        files.keep(file.clone()).await.expect("kept");
    }
    let attached = || Some(Attachment::new(MediaType::Png, 1, photo.clone()));
    let mut certificate = certificate::sample::certificate();
    certificate.joint_photo = attached();
    let mut notice = public_notice::sample::public_notice();
    notice.photo = attached();
    let dossier = dossier::sample::dossier(vec![
        ("扫描件", MediaType::Pdf, 1, scan),
        ("合影", MediaType::Png, 1, photo.clone()),
    ]);
    let press = Press::new(Vec::new());
    // The same child prints all of them, and what it printed before shows in none.
    let printer = printer();
    for document in [
        Document::Certificate(certificate),
        Document::PublicNotice(notice),
        Document::Dossier(dossier),
    ] {
        for specimen in [false, true] {
            let marks = Marks { specimen };
            let here = press.print(&document, &marks).expect("printed");
            let there = printer.print(&files, document.clone(), marks).await.expect("printed");
            assert!(here == there, "{:?} differs in the child", document.kind());
        }
    }
}

#[tokio::test]
async fn pictures_that_unfold_into_gigabytes_end_the_child_and_not_the_server() {
    const BOMBS: usize = 8;
    let folder = tempfile::tempdir().expect("a folder");
    let files = drawer(folder.path());
    let profile = deflate(300);
    let mut sheets = Vec::new();
    for number in 0..BOMBS {
        let text = chunk(b"tEXt", format!("k\0{number}").as_bytes());
        let bomb = png(&[text, chunk(b"iCCP", &[b"a\0\0".as_slice(), &profile].concat())]);
        files.keep(bomb.clone()).await.expect("kept");
        sheets.push(("扫描件", MediaType::Png, 1, bomb));
    }
    let filed: usize = sheets.iter().map(|(_, _, _, bytes)| bytes.len()).sum();
    let document = Document::Dossier(dossier::sample::dossier(sheets));
    let limits = Limits { memory: 1_000_000, ..printing::LIMITS };
    let printer = Printer::new(program::path(), None, limits);
    let printed = printer.print(&files, document, Marks::default()).await;
    println!("{BOMBS} bombs of {filed} bytes together; peak of who asked: {} MiB", peak());
    assert!(matches!(printed, Err(PrintingFault::Child(ChildFault::Died))), "{printed:?}");
    assert!(peak() < 400, "{} MiB", peak());
}

#[tokio::test]
async fn a_file_that_is_gone_or_altered_is_told_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = drawer(folder.path());
    let photo = png(&[]);
    let dossier = dossier::sample::dossier(vec![("合影", MediaType::Png, 1, photo.clone())]);
    let document = Document::Dossier(dossier);
    let gone = printer().print(&files, document.clone(), Marks::default()).await;
    assert!(matches!(gone, Err(PrintingFault::FileMissing)), "{gone:?}");
    let digest = files.keep(photo).await.expect("kept");
    let name = digest.as_str();
    let path = folder.path().join(&name[..2]).join(&name[2..4]).join(name);
    std::fs::write(path, b"another").expect("altered");
    let altered = printer().print(&files, document, Marks::default()).await;
    assert!(matches!(altered, Err(PrintingFault::FileDamaged)), "{altered:?}");
}
