//! The papers of dissolution, revocation, replacement, proof and late entry say what they must.

use guijia_documents::papers::dissolution_application::Dissolving;
use guijia_documents::papers::{
    adoption_agreement, adoption_proof, application_form, certificate, consent_form,
    dissolution_application, dissolution_proof, inquiry_record, late_entry_form, refusal_notice,
    replacement_application, replacement_approval_form, revocation_decision, support_duty_consent,
};
use guijia_documents::parts::copies::Copies;
use guijia_documents::parts::sample::people;
use guijia_documents::{Document, Marks};

use crate::support::{pages_of, print, text_of};

/// The text without its gaps, for a title is spaced out.
fn text(document: &Document) -> String {
    text_of(&print(document, Marks::default()).bytes).replace(' ', "")
}

fn says(document: &Document, expected: &[&str]) -> String {
    let text = text(document);
    for wanted in expected {
        assert!(text.contains(wanted), "{}: {wanted} is not in {text}", document.kind().word());
    }
    text
}

/// The text of each page without the breaks of its lines.
fn sheets(document: &Document) -> Vec<String> {
    let pages = pages_of(&print(document, Marks::default()).bytes);
    pages.iter().map(|page| page.replace([' ', '\n'], "")).collect()
}

#[test]
fn a_minors_dissolution_is_agreed_with_the_placer_and_the_child_of_eight() {
    let mut application = dissolution_application::sample::dissolution_of_minor();
    let document = Document::DissolutionApplication(Copies::one(application.clone()));
    says(
        &document,
        &[
            "解除收养登记申请书",
            "（2026）渝足收字00007",
            "陈开贵（生父）",
            "我们自愿与送养人协议解除",
            "权利义务关系自行恢复",
            "我已满八周岁",
            "已订立书面解除协议",
        ],
    );
    application.with = match application.with {
        Dissolving::Minor { placer, .. } => Dissolving::Minor { placer, child_consents: false },
        adult @ Dissolving::Adult { .. } => adult,
    };
    let younger = text(&Document::DissolutionApplication(Copies::one(application)));
    assert!(!younger.contains("被收养人声明"), "{younger}");
}

#[test]
fn an_adult_agrees_itself_and_no_placer_takes_part() {
    let document = Document::DissolutionApplication(Copies::one(
        dissolution_application::sample::dissolution_of_adult(),
    ));
    let text =
        says(&document, &["我自愿与收养人协议解除", "是否恢复，可以协商确定", "13900000051"]);
    assert!(!text.contains("送养人"), "{text}");
}

#[test]
fn who_has_died_declares_and_signs_nothing() {
    let application = dissolution_application::sample::dissolution_after_a_death();
    let adopters = application.adopters.clone().expect("adopters");
    let document = Document::DissolutionApplication(Copies::one(application));
    let text = says(&document, &["已经死亡（见死亡证明）", "我自愿与送养人协议解除"]);
    assert!(!text.contains("我们自愿与送养人"), "{text}");
    let dead = &adopters[0].name;
    assert_eq!(text.matches(dead.as_str()).count(), 2, "told of, and no place to sign: {text}");
}

#[test]
fn a_secret_dissolution_tells_neither_side_of_the_other() {
    let copies = sheets(&Document::DissolutionApplication(
        dissolution_application::sample::secret_dissolution(),
    ));
    let adopters = people::couple();
    let (for_placer, for_adopters): (Vec<_>, Vec<_>) =
        copies.iter().partition(|page| page.contains("儿童福利院，") || page.contains("唐晓兰"));
    assert!(!for_placer.is_empty() && !for_adopters.is_empty(), "{copies:?}");
    for page in for_placer {
        for adopter in &adopters {
            assert!(!page.contains(&adopter.name), "{page}");
        }
    }
    for page in for_adopters {
        assert!(!page.contains("唐晓兰"), "{page}");
    }
}

#[test]
fn the_proof_of_dissolution_bears_the_fields_of_the_form() {
    let printed =
        Document::DissolutionProof(Copies::one(dissolution_proof::sample::dissolution_proof()));
    says(
        &printed,
        &[
            "解除收养关系证明",
            "（2027）渝足解字00002",
            "（2026）渝足收字00007",
            "2026年6月1日",
            "周明远",
            "1988年3月12日",
            "林若溪",
            "安远",
            "2016年5月6日",
            "陈开贵、罗小春",
            "收养人与送养人协议解除，被收养人同意",
            "2027年4月23日",
            "第一千一百一十四条",
            "50270000113",
        ],
    );
    let adult = Document::DissolutionProof(Copies::one(
        dissolution_proof::sample::reissued_dissolution_proof(),
    ));
    says(&adult, &["第一千一百一十五条", "补发", "2029年11月8日", "（2029）渝足补字00004"]);
}

#[test]
fn a_proof_that_may_not_name_the_adopters_does_not() {
    let mut proof = dissolution_proof::sample::dissolution_proof();
    let other = Some(proof.clone());
    proof.adopters = None;
    let pages = sheets(&Document::DissolutionProof(Copies { copy: proof, other, applicant: None }));
    assert_eq!(pages.len(), 2);
    assert!(!pages[0].contains("周明远") && pages[0].contains("依法保密"), "{}", pages[0]);
    assert!(pages[1].contains("周明远"), "{}", pages[1]);
}

#[test]
fn a_revocation_names_the_parties_its_ground_and_the_remedies() {
    let pages =
        sheets(&Document::RevocationDecision(revocation_decision::sample::revocation_decision()));
    let (posted, served): (Vec<_>, Vec<_>) =
        pages.iter().partition(|page| page.contains("周某某") || page.contains("四、救济途径如"));
    assert!(!posted.is_empty() && !served.is_empty(), "{pages:?}");
    let whole = pages.concat();
    for wanted in [
        "关于撤销周明远、林若溪与周念收养登记的决定书",
        "《中国公民收养子女登记办法》第十三条",
        "第一千一百一十三条",
        "自始没有法律约束力",
        "收养登记证未能收回，原因：收养人称已经遗失",
        "60日内向重庆市大足区人民政府申请行政复议",
        "6个月内",
        "公告栏公布30日",
    ] {
        assert!(whole.contains(wanted), "{wanted}: {whole}");
    }
}

#[test]
fn what_hangs_on_the_notice_board_identifies_nobody() {
    let decisions = revocation_decision::sample::revocation_decision();
    let secrets: Vec<String> = decisions
        .served
        .copy
        .adopters
        .iter()
        .flatten()
        .flat_map(|one| [Some(one.name.clone()), one.identity.as_ref().map(|id| id.number.clone())])
        .flatten()
        .chain([
            decisions.served.copy.child.clone(),
            decisions.served.copy.adoption.certificate_number.clone(),
        ])
        .collect();
    let served = print(&Document::RevocationDecision(decisions.clone()), Marks::default());
    let pages: Vec<String> = pages_of(&served.bytes)
        .iter()
        .map(|page| page.replace([' ', '\n'], ""))
        .skip_while(|page| !page.contains("公布文本"))
        .collect();
    assert!(!pages.is_empty());
    for secret in secrets {
        assert!(!pages.concat().contains(&secret), "{secret}: {pages:?}");
    }
}

#[test]
fn a_replacement_says_what_became_of_the_former_paper() {
    says(
        &Document::ReplacementApplication(
            replacement_application::sample::replacement_application(),
        ),
        &["补领收养登记证申请书", "原证件遗失", "存续"],
    );
    says(
        &Document::ReplacementApplication(replacement_application::sample::replacement_of_proof()),
        &["补领解除收养关系证明申请书", "损毁，原件随本申请交回", "已于2027年4月23日解除"],
    );
    says(
        &Document::ReplacementApprovalForm(
            replacement_approval_form::sample::replacement_approval_form(),
        ),
        &["查档情况", "签收补发的证件", "（2027）渝足补字00003"],
    );
    says(
        &Document::Certificate(certificate::sample::reissued_certificate()),
        &[
            "补发",
            "2027年10月18日",
            "（2027）渝足补字00003",
            "（2026）渝足收字00007",
            "2026年6月1日",
        ],
    );
    let first = text(&Document::Certificate(certificate::sample::certificate()));
    assert!(!first.contains("补发"), "{first}");
}

#[test]
fn a_proof_tells_how_the_adoption_stands() {
    let [stands, dissolved, revoked, by_court, void] =
        adoption_proof::sample::adoption_proofs().map(Document::AdoptionProof);
    let text = says(&stands, &["上述收养关系存续", "收养前安宁", "办理被收养人入学手续"]);
    assert!(!text.contains("儿童福利院") && !text.contains("送养"), "{text}");
    let text = says(&dissolved, &["2027年4月23日", "（2027）渝足解字00002", "已经不存在"]);
    assert!(!text.contains("存续"), "{text}");
    let text = says(&revoked, &["2027年6月3日", "依法撤销", "自始没有法律约束力"]);
    assert!(!text.contains("存续"), "{text}");
    let text = says(&by_court, &["大足区人民法院", "（2027）渝0111民初7号", "已经不存在"]);
    assert!(!text.contains("存续") && !text.contains("解除收养关系证明"), "{text}");
    let text = says(&void, &["大足区人民法院确认无效", "自始没有法律约束力"]);
    assert!(!text.contains("存续") && !text.contains("撤销"), "{text}");
}

#[test]
fn a_late_entry_forms_nothing_and_is_checked_by_another() {
    says(
        &Document::LateEntryForm(late_entry_form::sample::late_entry_form()),
        &["（2004）大民收字第018号", "不成立、不变更收养关系", "核对人（郭藏", "补录人（何静"],
    );
}

#[test]
fn an_agreement_on_a_rescued_child_speaks_of_birth_parents_who_are_found() {
    let clause = "生父母要求领回的，甲方应当配合";
    let rescued = Document::AdoptionAgreement(Copies::one(
        adoption_agreement::sample::agreement_on_rescued_child(),
    ));
    says(&rescued, &[clause, "未经收养登记，收养关系不成立", "公安机关经办人"]);
    let parents = Document::AdoptionAgreement(Copies::one(
        adoption_agreement::sample::agreement_with_parents(),
    ));
    let parents = text(&parents);
    assert!(!parents.contains(clause) && !parents.contains("公安机关"), "{parents}");
    assert!(!parents.contains("两份文本") && parents.contains("甲方"), "{parents}");
}

#[test]
fn each_who_owes_support_consents_on_a_sheet_of_its_own() {
    let mut consent = support_duty_consent::sample::support_duty_consent();
    let pages = sheets(&Document::SupportDutyConsent(consent.clone()));
    assert_eq!(pages.len(), 2);
    assert!(pages[0].contains("我是陈念的外祖父") && !pages[0].contains("陈小雨"), "{}", pages[0]);
    assert!(pages[1].contains("我是陈念的姐姐"), "{}", pages[1]);
    consent.persons.clear();
    assert_eq!(sheets(&Document::SupportDutyConsent(consent)).len(), 1);
}

#[test]
fn a_foundling_whom_nobody_places_has_papers_that_say_so() {
    let form = Document::ApplicationForm(Copies::one(
        application_form::sample::application_without_placer(),
    ));
    let text = says(&form, &["无送养人", "事实收养（私自", "不免除、不放宽"]);
    assert!(!text.contains("送养人声明"), "{text}");
    says(&Document::Certificate(certificate::sample::certificate_without_placer()), &["无送养人"]);
}

#[test]
fn records_and_notices_say_which_procedure_they_belong_to() {
    let mut record = inquiry_record::sample::inquiry_record();
    record.matter = "解除收养登记".into();
    says(&Document::InquiryRecord(record), &["解除收养登记询问笔录"]);
    let mut notice = refusal_notice::sample::refusal_notice();
    says(
        &Document::RefusalNotice(Copies::one(notice.clone())),
        &["不予办理收养登记通知书", "本机关决定不予登记"],
    );
    notice.matter = "撤销收养登记".into();
    let text = says(
        &Document::RefusalNotice(Copies::one(notice)),
        &["不予办理撤销收养登记通知书", "提出撤销收养登记申请", "本机关决定不予办理"],
    );
    assert!(!text.contains("不予登记"), "{text}");
}

#[test]
fn a_child_of_eight_consents_to_the_dissolution_and_to_nothing_else() {
    let consent = Document::ConsentForm(consent_form::sample::childs_consent_to_dissolution());
    let text = says(&consent, &["同意解除收养关系意见书", "我同意解除"]);
    assert!(!text.contains("愿意由"), "{text}");
}

#[test]
fn a_guardian_places_as_guardian() {
    let person =
        Document::ApplicationForm(Copies::one(application_form::sample::application_of_guardian()));
    says(&person, &["陈开贵（监护人，叔父）", "我自愿将上述被收养人"]);
    let village = Document::ApplicationForm(Copies::one(
        application_form::sample::application_of_organisation(),
    ));
    says(&village, &["响水村村民委员会", "监护人", "本单位自愿"]);
    let consent = Document::ConsentForm(consent_form::sample::guardian_consent());
    says(&consent, &["我是陈念的监护人（叔父）", "由收养人承担抚养"]);
}
