//! The papers of a case that does not go straight on.

use workflow::case::decision::RefusalReason;
use workflow::case::turns::{Mandate, Reading, ReadingGround};
use workflow::case::{PaperKind, Party};
use workflow::procedures::papers::required_papers;
use workflow::steps::decline_application::DeclineApplication;
use workflow::steps::reject_paper::RejectPaper;
use workflow::steps::request_correction::RequestCorrection;
use workflow::{Command, DocumentKind};

use crate::acts::application;
use crate::cases::{keep_all, says};
use crate::secrecy::{nothing_is_betrayed, sheets};
use crate::story::Story;

/// All papers are brought but the wife's health certificate and the photo, and one is found wrong.
fn corrected(secret: bool) -> Story {
    let mut application = application();
    application.wishes.secrecy = secret;
    let mut story = Story::begun(&application);
    let left_out = [PaperKind::JointPhoto, PaperKind::PoliceFindingCertificate];
    let slots: Vec<_> = required_papers(&story.case).iter().map(|paper| paper.slot).collect();
    for slot in slots.into_iter().filter(|slot| !left_out.contains(&slot.paper)) {
        if slot.paper == PaperKind::HealthCertificate && slot.party == Some(Party::SecondAdopter) {
            let number = story.file(slot);
            let reason = "证明没有加盖医疗机构公章。".into();
            story.must(Command::RejectPaper(number, RejectPaper { reason }));
        } else {
            story.bring(slot.paper, slot.party);
        }
    }
    story.must(Command::RequestCorrection(RequestCorrection {}));
    story
}

#[test]
fn a_correction_tells_everything_at_once() {
    let story = corrected(false);
    keep_all("corrected", &story);
    let notice = story.newest(DocumentKind::CorrectionNotice, None);
    says(
        notice,
        &[
            "渝足收补〔2026〕0007号",
            "周明远、林若溪、重庆市大足区儿童福利院：",
            "尚缺的材料（2项）",
            "合影照片",
            "2寸近期半身免冠合影2张",
            "捡拾报案证明",
            "公安机关",
            "需要改正的材料（1项）",
            "身体健康检查证明",
            "没有加盖医疗机构公章",
            "第六条第一款第（三）项",
            "不要求提交其他材料",
        ],
    );
    let receipt = story.newest(DocumentKind::ServiceReceipt, None);
    says(receipt, &["《一次性补正告知书》", "渝足收补〔2026〕0007号", "留置送达", "见证人"]);
    let sheets = sheets(receipt);
    assert_eq!(sheets.len(), 3);
    for (sheet, name) in sheets.iter().zip(["周明远", "林若溪", "重庆市大足区儿童福利院"])
    {
        assert!(sheet.contains(name), "{sheet}");
    }
}

#[test]
fn a_secret_correction_goes_to_each_side_apart() {
    let mut application = application();
    application.wishes.secrecy = true;
    let story = corrected(true);
    assert_eq!(nothing_is_betrayed(&story, &application), 4);
    let notice = story.newest(DocumentKind::CorrectionNotice, None);
    let sheets = sheets(notice);
    // What one side has to correct is not told to the other.
    assert_eq!(sheets.iter().filter(|sheet| sheet.contains("医疗机构公章")).count(), 1);
}

#[test]
fn an_application_that_is_not_accepted_is_answered_with_reasons() {
    let mut story = corrected(false);
    let reasons = vec![RefusalReason {
        rule: "REG-7.2".into(),
        explanation: "经一次性告知，仍未提交捡拾报案证明。".into(),
    }];
    let papers_confiscated = Vec::new();
    story.must(Command::DeclineApplication(DeclineApplication { reasons, papers_confiscated }));
    keep_all("declined", &story);
    says(
        story.newest(DocumentKind::NonAcceptanceNotice, None),
        &[
            "渝足收不受〔2026〕0007号",
            "本机关决定不予受理",
            "仍未提交捡拾报案证明",
            "《中国公民收养子女登记办法》第七条第二款",
            "《居民户口簿（周明远、林若溪）》",
            "60日内向重庆市大足区人民政府申请行政复议",
            "6个月内",
        ],
    );
    says(
        story.newest(DocumentKind::ServiceReceipt, None),
        &["《不予受理通知书》", "渝足收不受〔2026〕0007号"],
    );
}

#[test]
fn a_spouse_empowers_the_other() {
    let mut story = Story::accepted(&application());
    let reason = "在外地住院治疗".into();
    let party = Party::SecondAdopter;
    story.must(Command::PrepareMandate(Mandate { party, reason }));
    let mandate = story.newest(DocumentKind::Mandate, Some(party));
    let text = says(
        mandate,
        &["林若溪", "周明远", "在外地住院治疗", "第五条第二款", "居民委员会证明", "公证书编号"],
    );
    assert!(!text.contains("儿童福利院"), "{text}");
}

#[test]
fn a_reading_names_the_volume_and_nobody_in_it() {
    let mut story = Story::archived(&application());
    story.must(Command::LendVolume(Reading {
        reader: "方正".into(),
        ground: ReadingGround::Lawyer,
        identity_shown: "律师执业证；受理案件通知书（2027）渝0111民初88号".into(),
        purpose: "核对登记日期，用于已受理的继承纠纷一案。".into(),
        approved_by: None,
    }));
    let slip = story.newest(DocumentKind::LendingSlip, None);
    let text = says(
        slip,
        &[
            "0123-收养-2026-内地-成立-0007",
            "方正",
            "渝0111民初88号",
            "继承纠纷",
            "不外借",
            "归还核对",
        ],
    );
    for name in ["周明远", "林若溪", "党小满", "儿童福利院", "批准人"] {
        assert!(!text.contains(name), "{name}: {text}");
    }
}
