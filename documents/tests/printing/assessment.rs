//! 收养评估报告 at its shortest and at its longest, with and without photos: everything has its room, and who
//! signs, signs what was concluded.

use guijia_documents::papers::assessment_report::{
    AnnexedPhoto, AssessmentReport, Visit, sample, score::Settled,
};
use guijia_documents::parts::people::Assessor;
use guijia_documents::{Attachment, Document, Marks, MediaType};
use image::ImageFormat;

use crate::long_names::{DOTTED, LONGEST, assert_room, of_long_names};
use crate::support::{keep, pages_of, picture, print, sheets_of};

const SENTENCE: &str = "住房、收入、健康和照料安排均经逐项核对，与申请所述一致。";

/// A text as long as its field takes.
fn words(length: usize) -> String {
    SENTENCE.chars().cycle().take(length).collect()
}

/// A veto before anything was scored, by the office's own team on one applicant.
fn shortest() -> AssessmentReport {
    let failed = sample::failed();
    AssessmentReport {
        applicants: failed.applicants.into_iter().take(1).collect(),
        annex: Vec::new(),
        version_code: None,
        ..failed
    }
}

/// Every item, half of them settled with long reasons, long records and findings, five things to improve.
fn longest() -> AssessmentReport {
    let by_points = sample::by_points();
    let mut score = by_points.score.expect("it is scored");
    let third = Assessor { name: "吴敏".into(), qualification: words(200) };
    let assessors: Vec<Assessor> = by_points.assessors.into_iter().chain([third]).collect();
    let reason = |by: &Assessor| format!("{}：{}", by.name, words(400));
    score.settled = score
        .items
        .iter()
        .enumerate()
        .map(|(place, item)| Settled {
            item: item.item.clone(),
            marks: vec!["5".into(), "2.5".into(), "0".into()],
            counts: "2.5".into(),
            reasons: if place % 2 == 0 { assessors.iter().map(reason).collect() } else { vec![] },
        })
        .collect();
    score.improvements = vec![words(200); 5];
    score.vetoes = vec!["V6 疾病残疾".into(), "V9 其他".into()];
    let visit = |visit: &Visit| Visit { summary: words(4000), ..visit.clone() };
    let mut aspects = by_points.aspects;
    aspects.iter_mut().for_each(|aspect| aspect.finding = words(1000));
    AssessmentReport {
        visits: by_points.visits.iter().cycle().take(12).map(visit).collect(),
        assessors,
        aspects,
        score: Some(score),
        passed: false,
        confidential: true,
        annex: Vec::new(),
        version_code: None,
        ..by_points
    }
}

/// The same with a tall and a wide photo to pieces of the list.
fn with_photos(report: AssessmentReport) -> AssessmentReport {
    let photo = |piece, format, media_type| AnnexedPhoto {
        piece,
        what: words(200),
        file: Attachment::new(media_type, 1, picture(format, 7)),
    };
    let mut annexed = report;
    annexed.photos = vec![
        photo(1, ImageFormat::Jpeg, MediaType::Jpeg),
        photo(2, ImageFormat::Png, MediaType::Png),
        photo(44, ImageFormat::Jpeg, MediaType::Jpeg),
    ];
    annexed
}

/// Prints it with names as given and as long as they come, and looks at every page.
fn assert_well_printed(name: &str, report: AssessmentReport, pages: usize) -> Vec<String> {
    let document = Document::AssessmentReport(report);
    let printed = print(&document, Marks::default());
    keep(name, &printed.bytes);
    assert_eq!(printed.pages, pages, "{name}");
    assert_room(name, &sheets_of(&printed.bytes));
    let text = pages_of(&printed.bytes);
    assert_signed_with_its_conclusion(name, &text);
    let mut renamed = of_long_names(&document, DOTTED, LONGEST);
    for (blank, photo) in renamed.attachments_mut().into_iter().zip(document.attachments()) {
        assert!(blank.fill(photo.bytes().unwrap().clone()));
    }
    let long_names = print(&renamed, Marks::default());
    keep(&format!("{name}_long_names"), &long_names.bytes);
    assert_room(name, &sheets_of(&long_names.bytes));
    assert_signed_with_its_conclusion(name, &pages_of(&long_names.bytes));
    text
}

/// The one sheet that is signed says what was concluded.
fn assert_signed_with_its_conclusion(name: &str, pages: &[String]) {
    let signed: Vec<&String> = pages.iter().filter(|page| page.contains("（签名）")).collect();
    assert_eq!(signed.len(), 1, "{name}: all sign one sheet");
    let words = signed[0].replace('\n', "");
    assert!(words.contains("保护被收养人的能力"), "{name}: {words}");
}

#[test]
fn the_shortest_report_is_three_sheets_and_claims_no_points() {
    let pages = assert_well_printed("report_shortest", shortest(), 3);
    let text = pages.concat().replace('\n', "");
    assert!(text.contains("一票否决") && text.contains("没有评分"), "{text}");
    assert!(!text.contains("逐项协商") && !text.contains("附表"), "{text}");
}

#[test]
fn the_longest_report_has_room_for_everything_and_one_sheet_to_sign() {
    let pages = assert_well_printed("report_longest", longest(), 72);
    let items = longest().score.expect("it is scored").items.len();
    let text = pages.concat().replace('\n', "");
    assert_eq!(text.matches("5、2.5、0").count(), items, "every difference has its line");
    assert!(text.contains("5．住房") && text.contains("V9 其他"), "{text}");
}

#[test]
fn photos_are_annexed_after_the_list_of_evidence() {
    let pages = assert_well_printed("report_with_photos", with_photos(sample::by_points()), 10);
    let at = |words: &str| pages.iter().position(|page| page.contains(words));
    let (list, photo) = (at("附件：评估过程佐证"), at("佐证44："));
    assert!(list.is_some() && list < photo, "{list:?} {photo:?}");
}
