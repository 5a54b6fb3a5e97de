//! The acts of the procedure by name: words, titles, articles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name of an act, as the list of acts, the access table and the access log write it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each act is documented where its step is")]
pub enum Act {
    Apply,
    FilePaper,
    VerifyPaper,
    RejectPaper,
    RequestCorrection,
    DeclineApplication,
    RecordCheck,
    Accept,
    PublishNotice,
    RaiseClaim,
    SettleClaim,
    NotifyAssessment,
    ConsentToAssessment,
    AppointAssessors,
    VisitForAssessment,
    StartIntegration,
    EndIntegration,
    BreakOffIntegration,
    SubmitReport,
    ReportIncident,
    CloseIncident,
    Inquire,
    GiveConsent,
    WithdrawConsent,
    Guide,
    ChangeFact,
    ChangeWishes,
    PrepareMandate,
    NoteRefusalToSign,
    DeclareGift,
    ReplaceOfficer,
    RecordService,
    Propose,
    ReturnProposal,
    Approve,
    Register,
    IssueCertificate,
    Archive,
    LendVolume,
    ReturnVolume,
    VisitAfterAdoption,
    Refuse,
    Withdraw,
    OpenDissolution,
    OpenRevocation,
    OpenReplacement,
    OpenProof,
    OpenLateEntry,
    RegisterDissolution,
    DecideRevocation,
    TakeInCertificate,
    PostDecision,
    IssueReplacement,
    IssueProof,
    ConfirmLateEntry,
    RecordEnd,
    RecordAdoptersDeath,
}

impl Act {
    /// Every act, in the order of work.
    pub const ALL: [Act; 57] = [
        Act::Apply,
        Act::FilePaper,
        Act::VerifyPaper,
        Act::RejectPaper,
        Act::RequestCorrection,
        Act::DeclineApplication,
        Act::RecordCheck,
        Act::Accept,
        Act::PublishNotice,
        Act::RaiseClaim,
        Act::SettleClaim,
        Act::NotifyAssessment,
        Act::ConsentToAssessment,
        Act::AppointAssessors,
        Act::VisitForAssessment,
        Act::StartIntegration,
        Act::EndIntegration,
        Act::BreakOffIntegration,
        Act::SubmitReport,
        Act::ReportIncident,
        Act::CloseIncident,
        Act::Inquire,
        Act::GiveConsent,
        Act::WithdrawConsent,
        Act::Guide,
        Act::ChangeFact,
        Act::ChangeWishes,
        Act::PrepareMandate,
        Act::NoteRefusalToSign,
        Act::DeclareGift,
        Act::ReplaceOfficer,
        Act::RecordService,
        Act::Propose,
        Act::ReturnProposal,
        Act::Approve,
        Act::Register,
        Act::IssueCertificate,
        Act::Archive,
        Act::LendVolume,
        Act::ReturnVolume,
        Act::VisitAfterAdoption,
        Act::Refuse,
        Act::Withdraw,
        Act::OpenDissolution,
        Act::OpenRevocation,
        Act::OpenReplacement,
        Act::OpenProof,
        Act::OpenLateEntry,
        Act::RegisterDissolution,
        Act::DecideRevocation,
        Act::TakeInCertificate,
        Act::PostDecision,
        Act::IssueReplacement,
        Act::IssueProof,
        Act::ConfirmLateEntry,
        Act::RecordEnd,
        Act::RecordAdoptersDeath,
    ];

    /// Whether the act opens a case, so that no case exists before it.
    pub fn opens_a_case(self) -> bool {
        matches!(
            self,
            Act::Apply
                | Act::OpenDissolution
                | Act::OpenRevocation
                | Act::OpenReplacement
                | Act::OpenProof
                | Act::OpenLateEntry
        )
    }

    /// The snake_case word.
    pub fn word(self) -> String {
        crate::base::words::word(&self)
    }

    /// The act in the words of the field.
    pub fn printed(self) -> &'static str {
        match self {
            Act::Apply => "申请",
            Act::FilePaper => "收取材料",
            Act::VerifyPaper => "核验材料",
            Act::RejectPaper => "退回材料",
            Act::RequestCorrection => "一次性告知",
            Act::DeclineApplication => "不予受理",
            Act::RecordCheck => "信息核查",
            Act::Accept => "受理",
            Act::PublishNotice => "公告",
            Act::RaiseClaim => "登记认领",
            Act::SettleClaim => "处理认领",
            Act::NotifyAssessment => "评估书面告知",
            Act::ConsentToAssessment => "确认同意评估",
            Act::AppointAssessors => "指派评估人员",
            Act::VisitForAssessment => "评估走访",
            Act::StartIntegration => "开始融合",
            Act::EndIntegration => "结束融合",
            Act::BreakOffIntegration => "中断融合",
            Act::SubmitReport => "提交评估报告",
            Act::ReportIncident => "报告情形",
            Act::CloseIncident => "处理情形",
            Act::Inquire => "询问",
            Act::GiveConsent => "征求同意",
            Act::WithdrawConsent => "撤回同意",
            Act::Guide => "家庭教育指导",
            Act::ChangeFact => "情况变更",
            Act::ChangeWishes => "变更请求",
            Act::PrepareMandate => "拟制委托书",
            Act::NoteRefusalToSign => "记录拒签",
            Act::DeclareGift => "馈赠申报",
            Act::ReplaceOfficer => "更换经办人",
            Act::RecordService => "送达",
            Act::Propose => "报批",
            Act::ReturnProposal => "退回报批",
            Act::Approve => "批准",
            Act::Register => "登记",
            Act::IssueCertificate => "颁证",
            Act::Archive => "归档",
            Act::LendVolume => "查阅档案",
            Act::ReturnVolume => "归还档案",
            Act::VisitAfterAdoption => "回访",
            Act::Refuse => "不予登记",
            Act::Withdraw => "撤回申请",
            Act::OpenDissolution => "申请解除收养",
            Act::OpenRevocation => "启动撤销登记",
            Act::OpenReplacement => "申请补领",
            Act::OpenProof => "申请出具证明",
            Act::OpenLateEntry => "补录",
            Act::RegisterDissolution => "解除登记",
            Act::DecideRevocation => "撤销决定",
            Act::TakeInCertificate => "收缴收养登记证",
            Act::PostDecision => "张贴撤销决定",
            Act::IssueReplacement => "补发",
            Act::IssueProof => "出具证明",
            Act::ConfirmLateEntry => "补录核对",
            Act::RecordEnd => "记录收养关系在别处结束",
            Act::RecordAdoptersDeath => "记录收养人均已死亡",
        }
    }

    /// The article the act rests on, as the demonstration and the guides print it.
    pub fn article(self) -> &'static str {
        match self {
            Act::Apply => "《中国公民收养子女登记办法》第五条、第六条",
            Act::FilePaper => "《中国公民收养子女登记办法》第六条、第七条",
            Act::VerifyPaper | Act::RejectPaper => "《收养登记工作规范》（核对材料）",
            Act::RecordCheck => "《民法典》第一千零九十八条；《登记办法》第六条第四款",
            Act::Accept => "《中国公民收养子女登记办法》第四条、第六条、第七条",
            Act::PublishNotice => "《民法典》第一千一百零五条第二款；《登记办法》第八条第二款",
            Act::RaiseClaim | Act::SettleClaim => "《中国公民收养子女登记办法》第八条第二款",
            Act::NotifyAssessment => "《民法典》第一千一百零五条第五款；《收养评估办法》第九条",
            Act::ConsentToAssessment | Act::AppointAssessors | Act::VisitForAssessment => {
                "《收养评估办法（试行）》第九条"
            }
            Act::StartIntegration | Act::EndIntegration | Act::BreakOffIntegration => {
                "《收养评估办法（试行）》第八条"
            }
            Act::SubmitReport => "《收养评估办法（试行）》第九条、第十条",
            Act::ReportIncident | Act::CloseIncident => "《收养评估办法（试行）》第十一条",
            Act::Inquire => "《收养登记工作规范》（分别询问）",
            Act::GiveConsent | Act::WithdrawConsent => "《民法典》第一千一百零四条",
            Act::Guide => "《家庭教育促进法》第三十二条",
            Act::ChangeFact => "《民法典》第一千零九十八条、第一千一百零四条",
            Act::Propose | Act::ReturnProposal | Act::Approve => {
                "《收养登记工作规范》（审查处理表，报领导批准）"
            }
            Act::Register => "《民法典》第一千一百零五条第一款；《登记办法》第八条第一款",
            Act::IssueCertificate => "《收养登记工作规范》（颁证）",
            Act::Archive => "《收养登记档案管理暂行办法》第五条至第七条",
            Act::VisitAfterAdoption => "《未成年人保护法》第十一条；回访计划",
            Act::RequestCorrection => "《收养登记工作规范》（审查材料）；一次性告知",
            Act::DeclineApplication => {
                "《登记办法》第四条、第六条、第七条；《收养登记工作规范》（不予受理）"
            }
            Act::ChangeWishes => "《民法典》第一千一百零五条、第一千一百一十条",
            Act::PrepareMandate => "《中国公民收养子女登记办法》第五条第二款",
            Act::NoteRefusalToSign => "《公益事业捐赠法》第四条（自愿无偿）；无捐赠承诺声明书",
            Act::DeclareGift => {
                "《公益事业捐赠法》第四条；《收养评估办法（试行）》第十二条（回避）"
            }
            Act::ReplaceOfficer => "《收养登记工作规范》第九条",
            Act::RecordService => {
                "《行政复议法》第二十条；《行政诉讼法》第四十六条（自知道之日起算）"
            }
            Act::LendVolume | Act::ReturnVolume => "《收养登记档案管理暂行办法》第十条、第十一条",
            Act::Refuse => "《中国公民收养子女登记办法》第八条第一款、第十二条",
            Act::Withdraw => "《民法典》第一千一百零四条",
            Act::OpenDissolution => {
                "《民法典》第一千一百一十四条至第一千一百一十六条；《登记办法》第十条"
            }
            Act::OpenRevocation => "《中国公民收养子女登记办法》第十三条",
            Act::OpenReplacement => "《收养登记工作规范》（补领收养登记证、解除收养关系证明）",
            Act::OpenProof => "《收养登记工作规范》第二条、第九条",
            Act::OpenLateEntry => "《收养登记档案管理暂行办法》第五条；补录核对",
            Act::RegisterDissolution => "《中国公民收养子女登记办法》第十条、第十一条",
            Act::DecideRevocation => "《民法典》第一千一百一十三条；《登记办法》第十三条",
            Act::TakeInCertificate => "《中国公民收养子女登记办法》第十三条",
            Act::PostDecision => "《收养登记工作规范》（撤销决定书在公告栏张贴）",
            Act::IssueReplacement => "《收养登记工作规范》（补领收养登记证、解除收养关系证明）",
            Act::IssueProof => "《收养登记工作规范》第二条、第九条",
            Act::ConfirmLateEntry => "《收养登记档案管理暂行办法》第五条；补录核对",
            Act::RecordEnd => {
                "《民法典》第一千一百一十三条至第一千一百一十六条；《登记办法》第十条、第十一条"
            }
            Act::RecordAdoptersDeath => "《民法典》第一千零九十三条第一项",
        }
    }
}
