//! Every document that a case calls for prints, and says what the case says.

use std::collections::BTreeSet;

use workflow::DocumentKind;
use workflow::case::Party;
use workflow::cast::county::DAZU;
use workflow::cast::figures::{ARCHIVIST, ASSESSORS, CHILD, HUSBAND, LEADER, REGISTRAR, WIFE};

use crate::acts::{ADOPTERS, application};
use crate::story::{Made, QUERY_CODE, Story};
use crate::support::{keep, pages_of, text_of};

const CASE_NUMBER: &str = "渝足收件〔2026〕0007号";
const CERTIFICATE_NUMBER: &str = "（2026）渝足收字00007";
const INSTITUTION: &str = DAZU.institution.name;
const NAMES: [&str; 2] = [HUSBAND.name, WIFE.name];

/// What a case calls for that goes from application to archive without a turn.
const CALLED_FOR: [DocumentKind; 15] = [
    DocumentKind::ApplicationForm,
    DocumentKind::ApplicationReceipt,
    DocumentKind::AcceptanceNotice,
    DocumentKind::PublicNotice,
    DocumentKind::AssessmentNotice,
    DocumentKind::AssessmentConsent,
    DocumentKind::AssessmentReport,
    DocumentKind::InquiryRecord,
    DocumentKind::ConsentForm,
    DocumentKind::GuidanceRecord,
    DocumentKind::ApprovalForm,
    DocumentKind::Certificate,
    DocumentKind::ResultNotice,
    DocumentKind::NoDonationDeclaration,
    DocumentKind::Dossier,
];

fn numbers() -> [String; 2] {
    [HUSBAND, WIFE].map(|figure| figure.number.to_owned())
}

/// The text of a document, which must contain all of these.
pub fn says(made: &Made, expected: &[&str]) -> String {
    let text = text_of(&made.printed.bytes);
    for wanted in expected {
        assert!(text.contains(wanted), "{:?}: {wanted} is not in {text}", made.kind);
    }
    text
}

pub fn keep_all(name: &str, story: &Story) {
    for made in &story.made {
        let party = made.party.map_or("", Party::word);
        keep(&format!("{name}_{}_{party}", made.kind.word()), &made.printed.bytes);
    }
}

#[test]
fn an_archived_case_has_called_for_the_papers_of_the_straight_way() {
    let story = Story::archived(&application());
    keep_all("case", &story);
    let made: BTreeSet<DocumentKind> = story.made.iter().map(|made| made.kind).collect();
    assert_eq!(made, BTreeSet::from(CALLED_FOR));
    intake_says_what_the_case_says(&story);
    assessment_says_what_the_case_says(&story);
    hearing_says_what_the_case_says(&story);
    outcome_says_what_the_case_says(&story);
    the_volume_binds_what_the_manifest_lists(&story);
}

fn intake_says_what_the_case_says(story: &Story) {
    let [first, second] = &numbers();
    let form = story.newest(DocumentKind::ApplicationForm, None);
    says(
        form,
        &[
            CASE_NUMBER,
            "2026年3月2日",
            first,
            second,
            CHILD.name,
            "周小满",
            "2017年5月20日（估定）",
            INSTITUTION,
            "12500111450382165L",
        ],
    );
    let receipt = story.newest(DocumentKind::ApplicationReceipt, None);
    let text = says(
        receipt,
        &[
            CASE_NUMBER,
            QUERY_CODE,
            "已收材料（0项）",
            "周明远、林若溪",
            "身体健康检查证明",
            "《中国公民收养子女登记办法》第六条第一款第（三）项",
            REGISTRAR,
        ],
    );
    assert!(text.contains("待补材料（11项）"), "{text}");
    let notice = story.newest(DocumentKind::AcceptanceNotice, None);
    says(
        notice,
        &[
            "渝足收受〔2026〕0007号",
            "2026年3月3日起至2026年4月1日",
            "次日起30日内",
            "满60日",
            INSTITUTION,
        ],
    );
    let public = story.newest(DocumentKind::PublicNotice, None);
    says(
        public,
        &[
            "渝足收公〔2026〕0007号",
            CHILD.name,
            "2017年5月21日",
            "五星大道公交车站",
            "左耳后有褐色胎记",
            "60日内",
            "023-43700000",
            REGISTRAR,
        ],
    );
}

fn assessment_says_what_the_case_says(story: &Story) {
    let team = "重庆市大足区民政局收养评估小组";
    let notice = story.newest(DocumentKind::AssessmentNotice, None);
    says(notice, &["渝足收评〔2026〕0007号", team, "不少于2名", "60日内", "30日"]);
    for (party, (name, number)) in ADOPTERS.into_iter().zip(NAMES.into_iter().zip(numbers())) {
        let consent = story.newest(DocumentKind::AssessmentConsent, Some(party));
        says(consent, &[name, &number, "渝足收评〔2026〕0007号", "不少于30日"]);
    }
    let report = story.newest(DocumentKind::AssessmentReport, None);
    let [first, second] = ASSESSORS;
    let text = says(
        report,
        &[
            CASE_NUMBER,
            team,
            first,
            second,
            "2026年3月11日",
            "2026年3月2日 至 2026年4月2日",
            "30日",
            "12个月",
            "入户走访",
            "具备抚养、教育和保护",
        ],
    );
    assert!(!text.contains("不具备"), "{text}");
}

fn hearing_says_what_the_case_says(story: &Story) {
    let responsible = DAZU.institution.head_number;
    let asked = [
        (Party::FirstAdopter, NAMES[0], "2026年4月2日9时10分"),
        (Party::SecondAdopter, NAMES[1], "2026年4月2日10时10分"),
        (Party::Placer, "唐晓兰", "2026年4月2日11时10分"),
        (Party::Child, CHILD.name, "2026年4月2日12时10分"),
    ];
    for (party, name, began) in asked {
        let record = story.newest(DocumentKind::InquiryRecord, Some(party));
        says(record, &[name, began, REGISTRAR, "完全自愿，没有。"]);
        let consent = story.newest(DocumentKind::ConsentForm, Some(party));
        says(consent, &[CASE_NUMBER, CHILD.name, NAMES[0], NAMES[1]]);
    }
    let record = story.newest(DocumentKind::InquiryRecord, Some(Party::Placer));
    says(record, &[responsible, "1985年9月17日", "送养机构负责人", INSTITUTION]);
    let record = story.newest(DocumentKind::InquiryRecord, Some(Party::Child));
    says(record, &["唐晓兰（福利院负责人）", "公民身份号码"]);
    let guidance = story.newest(DocumentKind::GuidanceRecord, Some(Party::SecondAdopter));
    says(guidance, &[NAMES[1], "梁知微", "45分钟", "告知身世的时机和方法", "愿意接受回访"]);
}

fn outcome_says_what_the_case_says(story: &Story) {
    let [first, second] = &numbers();
    let form = story.newest(DocumentKind::ApprovalForm, None);
    says(
        form,
        &[
            CASE_NUMBER,
            "居民户口簿",
            "捡拾报案证明",
            "《重庆日报》第5版",
            "2026年3月2日公告",
            "2026年5月4日期满，无人认领",
            "具备收养能力",
            "建议准予登记",
            "同意登记",
            LEADER,
            "唐晓兰（送养机构负责人",
        ],
    );
    let certificate = story.newest(DocumentKind::Certificate, None);
    assert_eq!(certificate.printed.pages, 1);
    assert_eq!(certificate.document.attachments().len(), 1, "the joint photo");
    let text = says(
        certificate,
        &[
            CERTIFICATE_NUMBER,
            "YZ20260001",
            first,
            second,
            CHILD.name,
            "周小满",
            "1988年3月12日",
            "2017年5月20日",
            "2026年5月13日",
            INSTITUTION,
        ],
    );
    assert!(!text.contains("近期半身免冠"), "the photo stands in its box: {text}");
}

fn the_volume_binds_what_the_manifest_lists(story: &Story) {
    let archive = story.case.archive.as_ref().unwrap();
    let dossier = story.newest(DocumentKind::Dossier, None);
    says(
        dossier,
        &[
            "0123-收养-2026-内地-成立-0007",
            CERTIFICATE_NUMBER,
            "2026年6月1日",
            ARCHIVIST,
            "周明远、林若溪收养周小满登记案卷",
        ],
    );
    let listed: u32 = archive.manifest.iter().map(|entry| entry.pages).sum();
    let pages = pages_of(&dossier.printed.bytes);
    let contents = 2;
    assert_eq!(pages.len(), listed as usize + 2 + contents);
    let text: String = pages[1..=contents].concat().replace('\n', "");
    for entry in &archive.manifest {
        assert!(text.contains(&entry.title), "{} is not in {text}", entry.title);
    }
    assert!(text.contains(&format!("共{}件，{listed}页", archive.manifest.len())), "{text}");
}

#[test]
fn a_refusal_tells_reasons_papers_and_remedies() {
    let story =
        Story::refused(&application(), "申请人林若溪的身体健康检查证明经查不是该医疗机构出具。");
    keep_all("case", &story);
    let notice = story.newest(DocumentKind::RefusalNotice, None);
    says(
        notice,
        &[
            "渝足收退〔2026〕0007号",
            "2026年3月20日",
            "经查不是该医疗机构出具",
            "依据：《民法典》第一千零九十八条第（三）项",
            "《居民户口簿（周明远、林若溪）》",
            "《身体健康检查证明（林若溪）》，依照",
            "60日内向重庆市大足区人民政府申请行政复议",
            "6个月内向有管辖权的人民法院提起行政诉讼",
            REGISTRAR,
        ],
    );
}
