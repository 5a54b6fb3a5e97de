//! What each paper of the family is, how many are wanted, and why.

use crate::base::message::Message;
use crate::case::PaperKind;

/// A thing wanted from the family, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What it is.
    pub what: Message,
    /// How many, and in which form.
    pub how: Message,
    /// Why.
    pub why: Message,
}

fn wanted(what: (&str, &str), how: (&str, &str), why: (&str, &str)) -> Wanted {
    let message = |(zh, en): (&str, &str)| Message::new(zh, en);
    Wanted { what: message(what), how: message(how), why: message(why) }
}

/// Papers that concern the case as a whole and that the family hands in.
pub fn of_the_whole_case(paper: PaperKind) -> bool {
    matches!(
        paper,
        PaperKind::ApplicationForm
            | PaperKind::JointPhoto
            | PaperKind::NotarialDeed
            | PaperKind::AdoptionAgreement
    )
}

/// Papers a family brings from elsewhere or fills in; what it signs at the office is told as a deed.
pub fn is_brought(paper: PaperKind) -> bool {
    matches!(
        paper,
        PaperKind::ApplicationForm
            | PaperKind::JointPhoto
            | PaperKind::HouseholdRegister
            | PaperKind::IdentityCard
            | PaperKind::MaritalAndAbilityProof
            | PaperKind::ChildrenStatement
            | PaperKind::HealthCertificate
            | PaperKind::BirthsCertificate
            | PaperKind::MarriageProof
            | PaperKind::PoliceFindingCertificate
            | PaperKind::DisabilityCertificate
            | PaperKind::AdoptionAgreement
            | PaperKind::SpouseMandate
            | PaperKind::NotarialDeed
    )
}

/// The words of a paper the family brings.
pub fn of(paper: PaperKind) -> Wanted {
    match paper {
        PaperKind::ApplicationForm => wanted(
            ("收养登记申请书", "application form"),
            ("一份，在窗口当面签字", "one, signed in front of us"),
            ("写明您自愿收养这个孩子。", "It says that you wish to adopt this child."),
        ),
        PaperKind::JointPhoto => wanted(
            ("您和孩子的合影", "photo of you with the child"),
            ("两张，2寸，近期半身免冠", "two, two-inch, recent, without hats"),
            ("贴在收养登记证上。", "It goes on the certificate."),
        ),
        PaperKind::HouseholdRegister => wanted(
            ("居民户口簿", "household register"),
            ("原件一本，看完还给您", "the original, which you get back"),
            ("核对您是谁、户口在哪里。", "It shows who you are and where you are registered."),
        ),
        PaperKind::IdentityCard => wanted(
            ("居民身份证", "identity card"),
            ("原件一张，看完还给您", "the original, which you get back"),
            ("核对您是谁、多大年纪。", "It shows who you are and how old."),
        ),
        PaperKind::MaritalAndAbilityProof => wanted(
            ("婚姻状况和抚养能力的证明", "proof of marital status and ability"),
            (
                "一份，单位或者村（居）委会开",
                "one, from your employer or village or residents' committee",
            ),
            (
                "说明您的婚姻，也说明您能养育好孩子。",
                "It shows your marriage and that you can raise a child.",
            ),
        ),
        PaperKind::ChildrenStatement => wanted(
            ("子女情况声明", "statement on children"),
            ("一份，自己写，自己签字", "one, written and signed by yourself"),
            ("说明您现在有几个孩子。", "It says how many children you have."),
        ),
        PaperKind::HealthCertificate => wanted(
            ("身体检查证明", "health certificate"),
            ("一份，县级以上医院开", "one, from a county hospital or higher"),
            (
                "说明您的身体能照顾孩子。",
                "It shows that your health allows you to care for a child.",
            ),
        ),
        PaperKind::BirthsCertificate => wanted(
            ("生育情况证明", "certificate of births"),
            ("一份，常住地的卫生健康部门开", "one, from the health authority where you live"),
            ("说明您生育过几个孩子。", "It shows how many children you have had."),
        ),
        PaperKind::MarriageProof => wanted(
            ("结婚证", "marriage certificate"),
            ("原件一本，看完还给您", "the original, which you get back"),
            (
                "说明您和孩子的父亲或者母亲是夫妻。",
                "It shows that you are married to the child's parent.",
            ),
        ),
        PaperKind::PoliceFindingCertificate => wanted(
            ("捡到孩子的报案证明", "police certificate of the finding"),
            ("一份，派出所开", "one, from the police station"),
            ("说明孩子是怎么捡到的。", "It shows how the child was found."),
        ),
        PaperKind::DisabilityCertificate => wanted(
            ("孩子的残疾证明", "the child's disability certificate"),
            ("一份，县级以上医院开", "one, from a county hospital or higher"),
            ("说明孩子的身体情况。", "It shows the child's condition."),
        ),
        PaperKind::AdoptionAgreement => wanted(
            ("收养协议", "adoption agreement"),
            ("一份，双方当面签字", "one, signed by both sides"),
            ("收养打拐解救的孩子必须签。", "It is needed for a rescued child."),
        ),
        PaperKind::SpouseMandate => wanted(
            ("夫妻间的委托书", "mandate between spouses"),
            ("一份，村（居）委会证明，或者公证", "one, certified by the committee or a notary"),
            (
                "来不了的一方，请另一方代办。",
                "It lets the other spouse act for the one who cannot come.",
            ),
        ),
        PaperKind::NotarialDeed => wanted(
            ("收养公证书", "notarial deed"),
            ("一份，公证处办", "one, from a notary"),
            (
                "申请时要求办公证，登记以前要办好。",
                "It was asked for, so it must be done before registration.",
            ),
        ),
        other => wanted(
            (other.printed(), other.printed()),
            ("一份", "one"),
            ("办收养登记要用。", "It is needed for the registration."),
        ),
    }
}

/// Something the family does in person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// 同意评估
    ConsentToAssessment,
    /// 询问
    Talk,
    /// 同意书
    Consent,
    /// 家庭教育指导
    Guidance,
    /// 登记
    Register,
    /// 领证签收
    TakeCertificate,
}

/// The words of a deed.
pub fn deed(deed: Deed) -> Wanted {
    match deed {
        Deed::ConsentToAssessment => wanted(
            ("签收养评估同意书", "sign the consent to the assessment"),
            ("本人来签，带身份证", "in person, with your identity card"),
            ("没有您的同意，不能上门评估。", "Without your consent nobody may assess you."),
        ),
        Deed::Talk => wanted(
            ("谈话一次（询问）", "one talk (inquiry)"),
            ("本人来，带身份证，大约一小时", "in person, with your identity card, about an hour"),
            ("当面问清楚您是不是自愿。", "We ask you in person whether you are willing."),
        ),
        Deed::Consent => wanted(
            ("签同意书", "sign the consent"),
            ("本人来签，一份", "in person, one"),
            ("收养要双方自愿，写在纸上才算。", "Adopting is voluntary, and counts only on paper."),
        ),
        Deed::Guidance => wanted(
            ("听家庭教育讲解", "hear family-education advice"),
            ("本人来听，听完签字", "in person; you sign afterwards"),
            (
                "讲怎样带孩子，怎样告诉孩子身世。",
                "It is on raising a child and telling it where it comes from.",
            ),
        ),
        Deed::Register => wanted(
            ("来办登记", "come to register"),
            ("本人来，带身份证和户口簿", "in person, with identity card and household register"),
            (
                "登记要本人到场，当天收养关系成立。",
                "You must be present; the adoption forms that day.",
            ),
        ),
        Deed::TakeCertificate => wanted(
            ("签名，领收养登记证", "sign and take the certificate"),
            ("本人签名、按指纹", "sign and put your fingerprint yourself"),
            ("证件要本人签收。", "Only you can sign for it."),
        ),
    }
}
