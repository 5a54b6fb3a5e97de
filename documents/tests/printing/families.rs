//! Birth parents who place, one who places alone, and a stepchild: the papers read right for each.

use workflow::DocumentKind;
use workflow::case::{
    ChildKind, OtherParent, OtherParentState, Party, PlacingParents, PlacingPerson,
};
use workflow::identity::{Division, EthnicGroup, ResidentId, Sex};
use workflow::steps::apply::Apply;

use crate::acts::{application, number};
use crate::cases::{keep_all, says};
use crate::secrecy::{nothing_is_betrayed, sheets};
use crate::story::{Story, day};
use crate::support::text_of;

fn parent(name: &str, sex: Sex, birth: &str, seventeen: &str) -> PlacingPerson {
    let address = "重庆市大足区宝顶镇倒塔村3组27号";
    PlacingPerson {
        name: name.into(),
        sex,
        birth_date: day(birth),
        resident_id: ResidentId(number(seventeen)),
        ethnic_group: EthnicGroup::Han,
        occupation: "大足区龙水镇五金厂工人".into(),
        household_address: address.into(),
        division: Division("500111".into()),
        residence: address.into(),
        telephone: "13800000031".into(),
    }
}

fn father() -> PlacingPerson {
    parent("罗长根", Sex::Male, "1990-02-11", "50011119900211017")
}

fn mother() -> PlacingPerson {
    parent("唐秀兰", Sex::Female, "1992-08-03", "50011119920803028")
}

fn of_parents(
    kind: ChildKind,
    placing: Vec<PlacingPerson>,
    other_parent: Option<OtherParent>,
) -> Apply {
    let mut application = application();
    application.kind = kind;
    application.placer = None;
    application.parents = Some(PlacingParents { placing, other_parent });
    let child = &mut application.child;
    child.name = "罗小满".into();
    (child.found_on, child.entered_institution_on) = (None, None);
    (child.found_at, child.entry_number, child.features) = (None, None, None);
    child.address = "重庆市大足区宝顶镇倒塔村3组27号".into();
    application
}

fn hardship() -> Apply {
    of_parents(ChildKind::HardshipParents, vec![father(), mother()], None)
}

fn absent_father(state: OtherParentState) -> OtherParent {
    OtherParent {
        state,
        name: Some("贺远山".into()),
        resident_id: Some(ResidentId(number("50011119860714003"))),
        document: None,
        division: Some(Division("500112".into())),
    }
}

/// The mother's husband adopts her daughter.
fn stepchild() -> Apply {
    let other_parent = Some(absent_father(OtherParentState::Alive));
    let mut application = of_parents(ChildKind::Stepchild, vec![mother()], other_parent);
    application.adopters.truncate(1);
    application
}

#[test]
fn two_birth_parents_place() {
    let story = Story::registered(&hardship());
    keep_all("hardship", &story);
    assert!(story.made.iter().all(|made| made.kind != DocumentKind::PublicNotice));
    let numbers = [father().resident_id.0, mother().resident_id.0];
    let form = says(
        story.newest(DocumentKind::ApplicationForm, None),
        &["罗长根（生父）", "唐秀兰（生母）", &numbers[0], &numbers[1], "龙水镇五金厂工人"],
    );
    assert!(!form.contains("估定") && !form.contains("信用代码") && !form.contains("——"), "{form}");
    let notice = says(
        story.newest(DocumentKind::AcceptanceNotice, None),
        &["周致远、林疏桐、罗长根、唐秀兰：", "收养评估的期间"],
    );
    assert!(!notice.contains("公告"), "{notice}");
    for (party, name, relation) in
        [(Party::Placer, "罗长根", "生父"), (Party::SecondPlacer, "唐秀兰", "生母")]
    {
        let will = format!("我是罗小满的{relation}，自愿将其送交周致远、林疏桐收养");
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
        &["罗长根（送养人（生父）", "有特殊困难的声明", "具备收养能力"],
    );
    assert!(!form.contains("公告"), "{form}");
    says(
        story.newest(DocumentKind::Certificate, None),
        &["罗长根、唐秀兰", "生父母有特殊困难无力抚养的子女"],
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
    says(certificate, &["依法保密", "周致远", "林疏桐"]);
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
        (
            OtherParentState::Dead,
            format!("贺远山，居民身份证{}，死亡", number("50011119860714003")),
        ),
        (OtherParentState::Missing, "下落不明".to_owned()),
    ];
    for (state, told) in states {
        let other_parent = Some(absent_father(state));
        let application = of_parents(ChildKind::HardshipParents, vec![mother()], other_parent);
        let story = Story::begun(&application);
        keep_all("alone", &story);
        let form = story.newest(DocumentKind::ApplicationForm, None);
        let text = says(form, &["唐秀兰（生母）", "另一方生父母", &told, "我自愿将上述被收养人"]);
        assert!(!text.contains("罗长根"), "{text}");
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
    says(spouse, &["唐秀兰", "与收养人系夫妻", "父母子女关系不变"]);
    let other = story.newest(DocumentKind::ConsentForm, Some(Party::OtherParent));
    says(other, &["贺远山", "生父母同意收养意见书", "同意其由继父（母）周致远收养", "即行消除"]);
    let form = story.newest(DocumentKind::ApprovalForm, None);
    let text = says(form, &["结婚证", "唐秀兰"]);
    assert!(!text.contains("收养评估") && !text.contains("公告"), "{text}");
    says(story.newest(DocumentKind::Certificate, None), &["继子女", "唐秀兰"]);
}

#[test]
fn secrecy_parts_a_stepchilds_household_from_the_other_parent() {
    let mut application = stepchild();
    application.wishes.secrecy = true;
    let mut story = Story::begun(&application);
    story.make(DocumentKind::ConsentForm, Some(Party::OtherParent));
    let form = story.newest(DocumentKind::ApplicationForm, None);
    let text = says(form, &["周致远", "唐秀兰"]);
    assert!(!text.contains("贺远山") && !text.contains(&number("50011119860714003")), "{text}");
    let consent = story.newest(DocumentKind::ConsentForm, Some(Party::OtherParent));
    let text = says(consent, &["贺远山", "依法保密"]);
    for hidden in ["周致远", "周小满", "唐秀兰", "倒塔村", "北山路"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
}
