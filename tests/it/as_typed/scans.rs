//! Scans of the inputs: each is taken and seen, or refused with its own reason in both languages.

use std::path::Path;

use super::inputs::{bytes, scan_folders};
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(each_scan_is_taken_or_refused_with_its_true_reason);

/// What is said of a scan that is refused.
struct Refused {
    zh: &'static str,
    en: &'static str,
}

/// The pages of a scan that is taken, or why it is not.
type Right = Result<u64, Refused>;

const fn refused(zh: &'static str, en: &'static str) -> Right {
    Err(Refused { zh, en })
}

const ANSWERS: [(&str, Right); 14] = [
    ("01-", refused("第1页显示的图章批注", "page 1 of the PDF shows a stamp annotation")),
    ("02-", refused("第1页显示的表单域", "page 1 of the PDF shows a form field")),
    ("03-", refused("第1页显示的图章批注", "page 1 of the PDF shows a stamp annotation")),
    ("23-", refused("PDF 版本为2.0", "version 2.0")),
    ("24-", refused("图层", "layers")),
    ("25-", Ok(2)),
    ("40-", Ok(1)),
    ("41-", Ok(1)),
    ("42-", Ok(1)),
    ("43-", Ok(2)),
    ("44-", Ok(2)),
    ("45-", Ok(1)),
    ("46-", Ok(2)),
    ("47-", Ok(2)),
];

async fn offer(story: &Story<'_>, file: &Path, scan: Vec<u8>, language: &str) -> Answer {
    let photo = file.extension().is_some_and(|kind| kind == "jpg");
    let media_type = if photo { "image/jpeg" } else { "application/pdf" };
    let request = story.request(Person::REGISTRAR, "/papers?paper=joint_photo").await;
    let request = request.header("Content-Type", media_type).header("Accept-Language", language);
    Answer::of(request.body(scan)).await
}

async fn each_scan_is_taken_or_refused_with_its_true_reason(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let mut answered = 0;
    for folder in scan_folders() {
        for (number, right) in &ANSWERS {
            let Some((file, scan)) = bytes(&folder, number) else { continue };
            match right {
                Ok(pages) => {
                    let filed = story.file("joint_photo", None, scan).await;
                    for page in 1..=*pages {
                        let path = story.path(&format!("/papers/{filed}/pages/{page}?width=300"));
                        office.get(Person::REGISTRAR, &path).await.expect(200);
                    }
                    let path = story.path(&format!("/papers/{filed}/pages/{}", pages + 1));
                    office.get(Person::REGISTRAR, &path).await.expect(404);
                }
                Err(Refused { zh, en }) => {
                    for (language, words) in [("zh-CN", zh), ("en", en)] {
                        let answer = offer(&story, &file, scan.clone(), language).await.expect(422);
                        let said = answer.json()["violations"][0]["message"].to_string();
                        assert!(said.contains(words), "{number} {language}: {said}");
                        assert!(!said.contains("未加密"), "{number}: {said}");
                    }
                }
            }
            answered += 1;
        }
    }
    println!("{answered} scans of the inputs have their right answer");
}
