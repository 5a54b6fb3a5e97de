//! Birth parents who place, one who places alone, and a stepchild: the papers read right for each.

use workflow::DocumentKind;
use workflow::case::{ChildKind, OtherParent, OtherParentState, Party, PlacingParents};
use workflow::cast::figures::{ABSENT_FATHER, FATHER, MOTHER};
use workflow::steps::apply::Apply;

use crate::acts::{application, application_of};
use crate::cases::{keep_all, says};
use crate::secrecy::{nothing_is_betrayed, sheets};
use crate::story::Story;
use crate::support::text_of;

/// Both parents place their child together.
fn hardship() -> Apply {
    application_of(ChildKind::HardshipParents)
}

/// The mother's husband adopts her daughter.
fn stepchild() -> Apply {
    application_of(ChildKind::Stepchild)
}

/// The mother places alone, and says what became of the father.
fn of_the_mother(state: OtherParentState) -> Apply {
    let mut application = hardship();
    let parents = stepchild().parents.expect("a mother and an absent father");
    let other_parent = parents.other_parent.map(|other| OtherParent { state, ..other });
    application.parents = Some(PlacingParents { other_parent, ..parents });
    application
}

#[test]
fn two_birth_parents_place() {
    let story = Story::registered(&hardship());
    keep_all("hardship", &story);
    assert!(story.made.iter().all(|made| made.kind != DocumentKind::PublicNotice));
    let numbers = [FATHER.number, MOTHER.number];
    let form = says(
        story.newest(DocumentKind::ApplicationForm, None),
        &["陈开贵（生父）", "罗小春（生母）", numbers[0], numbers[1], "务农"],
    );
    assert!(!form.contains("估定") && !form.contains("信用代码") && !form.contains("——"), "{form}");
    let notice = says(
        story.newest(DocumentKind::AcceptanceNotice, None),
        &["周明远、林若溪、陈开贵、罗小春：", "收养评估的期间"],
    );
    assert!(!notice.contains("公告"), "{notice}");
    for (party, name, relation) in
        [(Party::Placer, "陈开贵", "生父"), (Party::SecondPlacer, "罗小春", "生母")]
    {
        let will = format!("我是陈小满的{relation}，自愿将其送交周明远、林若溪收养");
        says(story.newest(DocumentKind::ConsentForm, Some(party)), &[name, &will]);
        let capacity = format!("送养人（{relation}）");
        let record =
            says(story.newest(DocumentKind::InquiryRecord, Some(party)), &[name, &capacity]);
        assert!(!record.contains("文化程度"), "{record}");
        let declaration = story.newest(DocumentKind::NoDonationDeclaration, Some(party));
        says(declaration, &[name, &capacity, "借收养名义买卖未成年人"]);
    }
    let form = says(
        story.newest(DocumentKind::ApprovalForm, None),
        &["陈开贵（送养人（生父）", "有特殊困难的声明", "具备收养能力"],
    );
    assert!(!form.contains("公告"), "{form}");
    says(
        story.newest(DocumentKind::Certificate, None),
        &["陈开贵、罗小春", "生父母有特殊困难无力抚养的子女"],
    );
}

#[test]
fn two_birth_parents_place_in_secret() {
    let mut application = hardship();
    application.wishes.secrecy = true;
    let story = Story::registered(&application);
    // Form, receipt, acceptance, four declarations and the officer's, notice and two consents of the assessment, four
    // records, four consents, two guidances, certificate, result.
    assert_eq!(nothing_is_betrayed(&story, &application), 23);
    let certificate = story.newest(DocumentKind::Certificate, None);
    says(certificate, &["依法保密", "周明远", "林若溪"]);
}

#[test]
fn the_agreement_of_a_secret_adoption_has_a_copy_for_each_side() {
    let mut application = application();
    application.kind = ChildKind::RescuedChild;
    application.wishes.secrecy = true;
    let story = Story::begun(&application);
    // Form, receipt, agreement.
    assert_eq!(nothing_is_betrayed(&story, &application), 3);
    let agreement = story.newest(DocumentKind::AdoptionAgreement, None);
    let pages = sheets(agreement);
    let (adopters, placer): (Vec<_>, Vec<_>) =
        pages.iter().partition(|page| page.contains(&application.adopters[0].name));
    let (adopters, placer) = (copy_of(&adopters), copy_of(&placer));
    let clauses = |copy: &str| copy.matches('条').count();
    assert_eq!(clauses(&adopters), clauses(&placer), "{adopters}\n{placer}");
    for copy in [&adopters, &placer] {
        for words in ["依法保密", "两份文本的约定相同", "公安机关经办人", "生父母要求领回的"]
        {
            assert!(copy.contains(words), "{words}: {copy}");
        }
    }
    assert!(placer.contains("乙方负责人") && !placer.contains("甲方（签名"), "{placer}");
    assert!(
        placer.contains("收养后的姓名依法保密") && !adopters.contains("乙方负责人"),
        "{adopters}"
    );
}

fn copy_of(pages: &[&String]) -> String {
    pages.iter().map(|page| page.as_str()).collect()
}

#[test]
fn one_parent_alone_tells_why() {
    let states = [
        (OtherParentState::Dead, format!("贺远山，居民身份证{}，死亡", ABSENT_FATHER.number)),
        (OtherParentState::Missing, "下落不明".to_owned()),
    ];
    for (state, told) in states {
        let story = Story::begun(&of_the_mother(state));
        keep_all("alone", &story);
        let form = story.newest(DocumentKind::ApplicationForm, None);
        let text = says(form, &["罗小春（生母）", "另一方生父母", &told, "我自愿将上述被收养人"]);
        assert!(!text.contains("陈开贵"), "{text}");
        says(
            story.newest(DocumentKind::ApplicationReceipt, None),
            &["配偶死亡或者下落不明证明", "居民户口簿"],
        );
    }
}

#[test]
fn a_stepchild_needs_neither_notice_nor_assessment() {
    let mut story = Story::registered(&stepchild());
    story.make(DocumentKind::ConsentForm, Some(Party::OtherParent));
    keep_all("stepchild", &story);
    let unwanted = [
        DocumentKind::PublicNotice,
        DocumentKind::AssessmentNotice,
        DocumentKind::AssessmentConsent,
        DocumentKind::AssessmentReport,
    ];
    assert!(story.made.iter().all(|made| !unwanted.contains(&made.kind)));
    let notice = story.newest(DocumentKind::AcceptanceNotice, None);
    let text = text_of(&notice.printed.bytes);
    assert!(!text.contains("不计入审查期限") && text.contains("二、其他事项"), "{text}");
    let spouse = story.newest(DocumentKind::ConsentForm, Some(Party::Placer));
    says(spouse, &["罗小春", "与收养人系夫妻", "父母子女关系不变"]);
    let other = story.newest(DocumentKind::ConsentForm, Some(Party::OtherParent));
    says(other, &["贺远山", "生父母同意收养意见书", "同意其由继父（母）周明远收养", "即行消除"]);
    let form = story.newest(DocumentKind::ApprovalForm, None);
    let text = says(form, &["结婚证", "罗小春"]);
    assert!(!text.contains("收养评估") && !text.contains("公告"), "{text}");
    says(story.newest(DocumentKind::Certificate, None), &["继子女", "罗小春"]);
}

#[test]
fn secrecy_parts_a_stepchilds_household_from_the_other_parent() {
    let mut application = stepchild();
    application.wishes.secrecy = true;
    let mut story = Story::begun(&application);
    story.make(DocumentKind::ConsentForm, Some(Party::OtherParent));
    let form = story.newest(DocumentKind::ApplicationForm, None);
    let text = says(form, &["周明远", "罗小春"]);
    assert!(!text.contains("贺远山") && !text.contains(ABSENT_FATHER.number), "{text}");
    let consent = story.newest(DocumentKind::ConsentForm, Some(Party::OtherParent));
    let text = says(consent, &["贺远山", "依法保密"]);
    for hidden in ["周明远", "周小满", "罗小春", "响水村", "翠屏路"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
}
