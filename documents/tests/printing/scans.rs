//! What may come in, and that all of it can be bound.

use guijia_documents::papers::{
    application_form, assessment_report, certificate, dossier, public_notice,
};
use guijia_documents::parts::copies::Copies;
use guijia_documents::probe::{Foreign, Limits, ProbeError, Probed, probe};
use guijia_documents::{Attachment, Document, Marks, MediaType};
use image::ImageFormat;

use crate::support::{keep, pages_of, picture, print, text_of};

const PLAIN: &[u8] = include_bytes!("../fixtures/plain.pdf");
const ENCRYPTED: &[u8] = include_bytes!("../fixtures/encrypted.pdf");
const ENCRYPTED_FOR_OWNER: &[u8] = include_bytes!("../fixtures/encrypted_for_owner.pdf");
const VERSION_2: &[u8] = include_bytes!("../fixtures/version_2.pdf");
const LAYERED: &[u8] = include_bytes!("../fixtures/layered.pdf");
const NO_PAGE: &[u8] = include_bytes!("../fixtures/no_page.pdf");

/// The start of a PNG that announces sixty thousand pixels each way.
fn bomb() -> Vec<u8> {
    let mut png = picture(ImageFormat::Png, 160);
    // Width and height stand in the first chunk, after signature, length and name.
    png[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000u32.to_be_bytes());
    let sum = checksum(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

/// The checksum of a PNG chunk, CRC-32.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

fn found(bytes: &[u8]) -> Result<Probed, ProbeError> {
    probe(bytes, &Limits::default())
}

#[test]
fn scans_are_known_by_their_content() {
    let pdf = Probed { media_type: MediaType::Pdf, pages: 3 };
    let jpeg = Probed { media_type: MediaType::Jpeg, pages: 1 };
    let png = Probed { media_type: MediaType::Png, pages: 1 };
    assert_eq!(found(PLAIN), Ok(pdf));
    assert_eq!(found(&picture(ImageFormat::Jpeg, 160)), Ok(jpeg));
    assert_eq!(found(&picture(ImageFormat::Png, 160)), Ok(png));
}

#[test]
fn our_own_papers_may_come_back() {
    let report = Document::AssessmentReport(assessment_report::sample::assessment_report());
    let printed = print(&report, Marks::default());
    let expected = Probed { media_type: MediaType::Pdf, pages: printed.pages };
    assert_eq!(found(&printed.bytes), Ok(expected));
}

#[test]
fn what_is_not_a_scan_is_refused() {
    let page = b"<!DOCTYPE html><html><body>scan.pdf</body></html>";
    assert_eq!(found(page), Err(ProbeError::Foreign(Foreign::WebPage)));
    assert_eq!(found(b"scanned"), Err(ProbeError::UnknownType));
    assert_eq!(found(b""), Err(ProbeError::Nothing));
    assert_eq!(found(b"%PDF-1.7\n<html></html>\n%%EOF"), Err(ProbeError::Damaged));
}

#[test]
fn what_could_not_be_bound_is_refused() {
    assert_eq!(found(ENCRYPTED), Err(ProbeError::Encrypted));
    assert_eq!(found(VERSION_2), Err(ProbeError::TooNew));
    assert_eq!(found(NO_PAGE), Err(ProbeError::Empty));
    assert_eq!(found(LAYERED), Err(ProbeError::Layered));
    assert_eq!(found(&PLAIN[..PLAIN.len() / 2]), Err(ProbeError::Damaged));
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let whole = picture(format, 160);
        assert_eq!(found(&whole[..whole.len() / 2]), Err(ProbeError::Damaged), "{format:?}");
    }
}

#[test]
fn a_pdf_encrypted_without_a_password_to_read_is_bound_or_refused() {
    // Some offices scan with an owner password only. Whatever the probe says must come true.
    match found(ENCRYPTED_FOR_OWNER) {
        Ok(probed) => {
            let sheet = ("扫描件", probed.media_type, probed.pages, ENCRYPTED_FOR_OWNER.to_vec());
            print(&Document::Dossier(dossier::sample::dossier(vec![sheet])), Marks::default());
        }
        Err(error) => assert_eq!(error, ProbeError::Encrypted),
    }
}

#[test]
fn large_files_are_refused_before_they_are_unpacked() {
    let pixels = Limits::default().max_pixels;
    assert_eq!(found(&bomb()), Err(ProbeError::TooManyPixels { limit: pixels }));
    let limits = Limits { max_pages: 2, ..Limits::default() };
    assert_eq!(probe(PLAIN, &limits), Err(ProbeError::TooManyPages { limit: 2 }));
}

#[test]
fn a_dossier_binds_scans_and_papers_with_running_numbers() {
    let form = print(
        &Document::ApplicationForm(Copies::one(application_form::sample::application_form())),
        Marks::default(),
    );
    let certificate =
        print(&Document::Certificate(certificate::sample::certificate()), Marks::default());
    let dossier = dossier::sample::dossier(vec![
        ("收养登记申请书", MediaType::Pdf, form.pages, form.bytes),
        ("公安机关出具的捡拾弃婴、儿童报案的证明", MediaType::Pdf, 3, PLAIN.to_vec()),
        ("居民身份证（复印件）", MediaType::Jpeg, 1, picture(ImageFormat::Jpeg, 160)),
        ("收养人与被收养人合影", MediaType::Png, 1, picture(ImageFormat::Png, 160)),
        ("收养登记证（复印件）", MediaType::Pdf, certificate.pages, certificate.bytes),
    ]);
    let printed = print(&Document::Dossier(dossier), Marks { specimen: true });
    keep("dossier", &printed.bytes);
    // Cover, contents and closing sheet around the eight sheets.
    assert_eq!(printed.pages, 3 + 8);
    let pages = pages_of(&printed.bytes);
    assert!(pages[1].contains("3—5"), "{}", pages[1]);
    assert!(pages[1].contains("共5件，8页"), "{}", pages[1]);
    assert!(pages[2].contains("收养登记申请书"), "{}", pages[2]);
    assert!(pages.iter().all(|page| page.contains('样')));
}

#[test]
fn a_dossier_prints_the_same_again() {
    let sheet = || vec![("扫描件", MediaType::Jpeg, 1, picture(ImageFormat::Jpeg, 160))];
    let print_once =
        || print(&Document::Dossier(dossier::sample::dossier(sheet())), Marks::default());
    assert_eq!(print_once(), print_once());
}

#[test]
fn photos_are_shown_in_the_papers_that_have_a_place_for_them() {
    let photo = || Some(Attachment::new(MediaType::Png, 1, picture(ImageFormat::Png, 160)));
    let mut certificate = certificate::sample::certificate();
    certificate.joint_photo = photo();
    let mut notice = public_notice::sample::public_notice();
    notice.photo = photo();
    for (name, document, caption) in [
        ("certificate_photo", Document::Certificate(certificate), "合影"),
        ("public_notice_photo", Document::PublicNotice(notice), "儿童照片"),
    ] {
        let printed = print(&document, Marks::default());
        keep(name, &printed.bytes);
        assert_eq!(printed.pages, 1, "{name}");
        assert!(!text_of(&printed.bytes).contains(caption), "{name}");
    }
}
