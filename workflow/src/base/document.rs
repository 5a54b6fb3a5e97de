//! The papers the system prints, each made once after the event that calls for it: one list, with what
//! the law and the office's usage say of each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whom a paper is served on, against a signed receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Served {
    /// The parties.
    OnTheParties,
    /// The parties, and whoever applied without being one: the paper answers the application itself.
    OnTheApplicantToo,
}

/// Declares the papers: of each its word, its title, of a letter the mark in its 文号, of a paper that is
/// served whom it is served on and whether the receipt is made with it, and whether it is bound where
/// it was made.
macro_rules! documents {
    ($(
        $(#[$doc:meta])+
        $kind:ident = $word:literal, $title:literal
            $(, numbered $mark:literal)?
            $(, served $on:ident $(with $receipt:ident)?)?
            $(, bound_where_made $bound:literal)?;
    )+) => {
        /// What a printed document is.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
        )]
        pub enum DocumentKind {
            $(
                $(#[$doc])+
                #[serde(rename = $word)]
                $kind,
            )+
        }

        impl DocumentKind {
            /// Every kind.
            pub const ALL: &'static [DocumentKind] = &[$(DocumentKind::$kind),+];

            /// The word used in JSON, in file names and in the database.
            pub fn word(self) -> &'static str {
                match self { $(DocumentKind::$kind => $word,)+ }
            }

            /// The document's title.
            pub fn printed(self) -> &'static str {
                match self { $(DocumentKind::$kind => $title,)+ }
            }

            /// Of a letter, the mark in its 文号 that tells it from the other letters of a case.
            pub fn letter_mark(self) -> Option<&'static str> {
                match self {
                    $($(DocumentKind::$kind => Some($mark),)?)+
                    _ => None,
                }
            }

            /// Whom it is served on, where it is served.
            pub fn served(self) -> Option<Served> {
                match self {
                    $($(DocumentKind::$kind => Some(Served::$on),)?)+
                    _ => None,
                }
            }

            /// The receipt its addressees sign (送达回证), where the two are made together.
            pub fn receipt(self) -> Option<DocumentKind> {
                match self {
                    $($($(DocumentKind::$kind => Some(DocumentKind::$receipt),)?)?)+
                    _ => None,
                }
            }

            /// Whether it enters the volume of each case in which it was made, beside what the procedure
            /// binds.
            pub fn is_bound_where_made(self) -> bool {
                match self {
                    $($(DocumentKind::$kind => $bound,)?)+
                    _ => false,
                }
            }
        }
    };
}

documents! {
    /// 收养登记申请书
    ApplicationForm = "application_form", "收养登记申请书";
    /// 收件回执, with the query code
    ApplicationReceipt = "application_receipt", "收件回执";
    /// 受理通知书
    AcceptanceNotice = "acceptance_notice", "收养登记受理通知书", numbered "收受", served OnTheParties;
    /// 寻找弃婴（儿童）生父母公告
    PublicNotice = "public_notice", "寻找弃婴（儿童）生父母公告", numbered "收公";
    /// 收养评估通知书
    AssessmentNotice = "assessment_notice", "收养评估通知书", numbered "收评", served OnTheParties;
    /// 收养评估同意书
    AssessmentConsent = "assessment_consent", "收养评估同意书";
    /// 评估评分表（空白）
    ScoringForm = "scoring_form", "评估评分表";
    /// 收养评估报告
    AssessmentReport = "assessment_report", "收养评估报告";
    /// 收养登记询问笔录
    InquiryRecord = "inquiry_record", "收养登记询问笔录";
    /// 同意书
    ConsentForm = "consent_form", "同意书";
    /// 家庭教育指导记录
    GuidanceRecord = "guidance_record", "家庭教育指导记录";
    /// 收养登记审查处理表
    ApprovalForm = "approval_form", "收养登记审查处理表";
    /// 收养登记证
    Certificate = "certificate", "收养登记证";
    /// 不予办理收养登记通知书
    RefusalNotice = "refusal_notice", "不予办理收养登记通知书", numbered "收退", served OnTheApplicantToo with ServiceReceipt;
    /// 一次性补正告知书
    CorrectionNotice = "correction_notice", "一次性补正告知书", numbered "收补", served OnTheApplicantToo with ServiceReceipt, bound_where_made true;
    /// 不予受理通知书
    NonAcceptanceNotice = "non_acceptance_notice", "不予受理通知书", numbered "收不受", served OnTheApplicantToo with ServiceReceipt;
    /// 收养登记结果告知书
    ResultNotice = "result_notice", "收养登记结果告知书", numbered "收结", served OnTheParties, bound_where_made true;
    /// 送达回证
    ServiceReceipt = "service_receipt", "送达回证";
    /// 撤回申请记录
    WithdrawalRecord = "withdrawal_record", "撤回申请记录";
    /// 委托书 of one spouse to the other
    Mandate = "mandate", "委托书";
    /// 无捐赠承诺声明书
    NoDonationDeclaration = "no_donation_declaration", "无捐赠承诺声明书";
    /// 回访记录
    VisitRecord = "visit_record", "回访记录";
    /// 侵害未成年人情形报告
    HarmReport = "harm_report", "侵害未成年人情形报告";
    /// 档案查阅登记单
    LendingSlip = "lending_slip", "档案查阅登记单";
    /// 解除收养登记申请书
    DissolutionApplication = "dissolution_application", "解除收养登记申请书";
    /// 解除收养登记审查处理表
    DissolutionApprovalForm = "dissolution_approval_form", "解除收养登记审查处理表";
    /// 解除收养关系证明
    DissolutionProof = "dissolution_proof", "解除收养关系证明";
    /// 撤销收养登记申请书
    RevocationApplication = "revocation_application", "撤销收养登记申请书";
    /// 撤销收养登记审查处理表
    RevocationApprovalForm = "revocation_approval_form", "撤销收养登记审查处理表";
    /// 撤销收养登记决定书
    RevocationDecision = "revocation_decision", "撤销收养登记决定书", served OnTheParties with ServiceReceipt;
    /// 补领收养登记证（解除收养关系证明）申请书
    ReplacementApplication = "replacement_application", "补领收养登记证（解除收养关系证明）申请书";
    /// 补领收养登记证（解除收养关系证明）审查处理表
    ReplacementApprovalForm = "replacement_approval_form", "补领收养登记证（解除收养关系证明）审查处理表";
    /// 出具收养关系证明申请书
    ProofApplication = "proof_application", "出具收养关系证明申请书";
    /// 出具收养关系证明审查处理表
    ProofApprovalForm = "proof_approval_form", "出具收养关系证明审查处理表";
    /// 收养关系证明
    AdoptionProof = "adoption_proof", "收养关系证明";
    /// 收养登记补录审核表
    LateEntryForm = "late_entry_form", "收养登记补录审核表";
    /// 收养协议
    AdoptionAgreement = "adoption_agreement", "收养协议";
    /// 抚养义务人同意送养意见书
    SupportDutyConsent = "support_duty_consent", "抚养义务人同意送养意见书";
    /// 收养登记档案
    Dossier = "dossier", "收养登记档案";
    /// In a practice office, a paper that a party would bring. No event calls for it.
    Specimen = "specimen", "样张材料";
}

impl DocumentKind {
    /// The kind a word names, if any.
    pub fn from_word(word: &str) -> Option<DocumentKind> {
        DocumentKind::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}
