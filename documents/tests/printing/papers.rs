//! Every kind prints, says what it should, and prints the same again.

use guijia_documents::papers::{application_form, application_receipt, certificate};
use guijia_documents::parts::copies::Copies;
use guijia_documents::parts::sample::people;
use guijia_documents::{Document, Marks, Press, PrintError};

use crate::support::{fonts_of, keep, pages_of, press, print, sheets_of, text_of};

#[test]
fn every_kind_prints_with_its_fonts_embedded_and_the_same_bytes_again() {
    let other = Press::new(Vec::new());
    for (name, document) in Document::samples() {
        let printed = print(&document, Marks::default());
        assert_eq!(printed, print(&document, Marks::default()), "{name}");
        assert_eq!(printed, other.print(&document, &Marks::default()).unwrap(), "{name}");
        keep(name, &printed.bytes);
        let fonts = fonts_of(&printed.bytes);
        assert!(!fonts.is_empty(), "{name}");
        for (font, embedded) in fonts {
            assert!(embedded, "{name}: {font} is not embedded");
        }
        assert!(!text_of(&printed.bytes).contains("样张"), "{name}");
    }
}

#[test]
fn a_practice_paper_says_so_on_every_page() {
    for (name, document) in Document::samples() {
        let printed = print(&document, Marks { specimen: true });
        let pages = pages_of(&printed.bytes);
        assert_eq!(pages.len(), printed.pages, "{name}");
        for page in pages {
            assert!(page.contains('样') && page.contains('张'), "{name}: {page}");
        }
    }
    let certificate = Document::Certificate(certificate::sample::certificate());
    keep("certificate_specimen", &print(&certificate, Marks { specimen: true }).bytes);
}

#[test]
fn names_numbers_and_dates_can_be_read_back() {
    let text = text_of(
        &print(&Document::Certificate(certificate::sample::certificate()), Marks::default()).bytes,
    );
    for expected in [
        "（2026）渝足收字00007",
        "周明远",
        "林若溪",
        "周安宁",
        "500225198803121176",
        "500225199007242289",
        "1988年3月12日",
        "2023年11月5日",
        "2026年6月1日",
        "重庆市大足区儿童福利院",
        "重庆市大足区龙岗街道翠屏路88号3幢2单元601室",
        "儿童福利机构抚养的查找不到生父母的未成年人",
        "5026 0001842",
    ] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
}

#[test]
fn names_as_long_as_they_come_stay_whole() {
    let document = Document::Certificate(certificate::sample::certificate_with_long_names());
    let printed = print(&document, Marks::default());
    assert_eq!(printed.pages, 1);
    let text = text_of(&printed.bytes);
    for person in people::long_named_couple() {
        assert!(text.contains(&person.name), "{text}");
        assert!(text.contains(&person.household_address.unwrap()), "{text}");
    }
}

#[test]
fn the_application_form_disclaims_any_gift() {
    let document =
        Document::ApplicationForm(Copies::one(application_form::sample::application_form()));
    let text = text_of(&print(&document, Marks::default()).bytes);
    assert!(text.contains("没有任何人以任何名义向我们索要"), "{text}");
}

#[test]
fn the_receipt_carries_the_code_and_what_is_missing() {
    let document = Document::ApplicationReceipt(application_receipt::sample::application_receipt());
    let printed = print(&document, Marks::default());
    let text = text_of(&printed.bytes);
    assert!(text.contains("8K3W-Q2NZ-5R7T-9YHM"), "{text}");
    assert!(text.contains("收养人生育情况证明"), "{text}");
}

/// Somebody types it, and a code in two pieces is typed wrong.
#[test]
fn the_code_of_a_receipt_stands_on_one_line_however_wide_its_letters_are() {
    for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
        let query_code = vec![letter.to_string().repeat(4); 4].join("-");
        let receipt = application_receipt::sample::application_receipt();
        let receipt =
            application_receipt::ApplicationReceipt { query_code: query_code.clone(), ..receipt };
        let printed = print(&Document::ApplicationReceipt(receipt), Marks::default());
        let sheets = sheets_of(&printed.bytes);
        let mut words = sheets.iter().flat_map(|sheet| &sheet.words);
        let whole = words.find(|word| word.text == query_code);
        // It ends before the code for a camera begins.
        assert!(whole.is_some_and(|word| word.right < 400.0), "{query_code}: {whole:?}");
    }
}

#[test]
fn papers_of_one_sheet_stay_on_one_sheet() {
    for (name, document) in Document::samples() {
        let one_sheet = matches!(
            document,
            Document::ResultNotice(_)
                | Document::CorrectionNotice(_)
                | Document::WithdrawalRecord(_)
                | Document::Mandate(_)
                | Document::NoDonationDeclaration(_)
                | Document::VisitRecord(_)
                | Document::HarmReport(_)
                | Document::LendingSlip(_)
        );
        if one_sheet {
            assert_eq!(print(&document, Marks::default()).pages, 1, "{name}");
        }
    }
}

#[test]
fn a_character_without_a_glyph_stops_the_press() {
    let mut certificate = certificate::sample::certificate();
    certificate.child.name = "安\u{e000}".into();
    let refused = press().print(&Document::Certificate(certificate), &Marks::default());
    let Err(PrintError::MissingGlyphs { characters, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(characters, vec!['\u{e000}']);
}

#[test]
fn a_photo_read_back_without_bytes_stops_the_press() {
    let mut certificate = certificate::sample::certificate();
    let photo = guijia_documents::Attachment::new(guijia_documents::MediaType::Png, 1, vec![1]);
    let stored = serde_json::to_string(&photo).unwrap();
    certificate.joint_photo = Some(serde_json::from_str(&stored).unwrap());
    let refused = press().print(&Document::Certificate(certificate), &Marks::default());
    assert!(matches!(refused, Err(PrintError::AttachmentMissing { .. })), "{refused:?}");
}
