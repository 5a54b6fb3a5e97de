//! What the assessors do, as a line in the history.

use crate::base::message::Message;
use crate::case::assessment::after::ReviewOutcome;
use crate::event::AssessmentEvent;

/// What was done, without a mark or a word of theirs.
pub(super) fn headline(event: &AssessmentEvent) -> Message {
    match event {
        AssessmentEvent::SetFrozen { set } => Message::new(
            format!("评估指标确定为{}第{}版", set.id, set.version),
            format!("the assessment is scored by {} version {}", set.id, set.version),
        ),
        AssessmentEvent::AssessmentPlanned { .. } => {
            Message::new("制定评估方案", "the assessment was planned")
        }
        AssessmentEvent::AssessmentWorkRecorded { record } => Message::new(
            format!("第{}次评估工作：{}", record.number, record.method.printed()),
            format!("work {} of the assessment was recorded", record.number),
        ),
        AssessmentEvent::SheetSaved { .. } => {
            Message::new("评估人员保存评分表", "an assessor saved a sheet")
        }
        AssessmentEvent::SheetSent { .. } => {
            Message::new("评估人员提交评分表", "an assessor sent a sheet")
        }
        AssessmentEvent::DifferenceSettled { .. } => {
            Message::new("协商评分差异", "a difference of the sheets was talked over")
        }
        AssessmentEvent::VetoProposed { number, .. } => {
            Message::new(format!("提请第{number}号一票否决"), format!("veto {number} was proposed"))
        }
        AssessmentEvent::VetoDecided { number, .. } => {
            Message::new(format!("决定第{number}号一票否决"), format!("veto {number} was decided"))
        }
        AssessmentEvent::IntegrationLogged { .. } => {
            Message::new("记录融合情况", "an entry was made in the log of integration")
        }
        AssessmentEvent::IncidentConcerns { number, .. } => Message::new(
            format!("第{number}号情形所涉人员"),
            format!("whom incident {number} concerns"),
        ),
        AssessmentEvent::SupplementAsked { .. } => Message::new(
            "要求补充评估，原报告不再有效",
            "a supplement was asked for, and the report no longer stands",
        ),
        AssessmentEvent::ResultTold { told } => Message::new(
            format!("告知{}评估结果", told.party.printed()),
            format!("{} was told the result of the assessment", told.party.english()),
        ),
        AssessmentEvent::ReviewRequested { party, .. } => Message::new(
            format!("{}申请复核", party.printed()),
            format!("{} asked for a review", party.english()),
        ),
        AssessmentEvent::ReviewersAppointed { reviewers } => Message::new(
            format!("指派复核人员{}名", reviewers.len()),
            format!("{} reviewers were appointed", reviewers.len()),
        ),
        AssessmentEvent::ReviewDecided { outcome: ReviewOutcome::Upheld, .. } => {
            Message::new("复核维持评估结论", "the review upheld the report")
        }
        AssessmentEvent::ReviewDecided { outcome: ReviewOutcome::SetAside, .. } => Message::new(
            "复核撤销评估结论，由其他人员重新评估",
            "the review set the report aside, and others assess anew",
        ),
        AssessmentEvent::EvidenceFiled { number, .. } => Message::new(
            format!("存入第{number}号佐证文件"),
            format!("evidence file {number} was filed"),
        ),
        AssessmentEvent::ReportConfirmed { .. } => Message::new(
            "核对签名的评估报告为现行版本",
            "the signed report was found to be the one that was frozen",
        ),
        AssessmentEvent::ConflictDeclared { .. } => Message::new(
            "评估人员申报利害关系并回避",
            "an assessor declared an interest and withdrew",
        ),
        AssessmentEvent::RecusalRequested { number, party, .. } => Message::new(
            format!("{}申请评估人员回避（第{number}号）", party.printed()),
            format!("{} asked that an assessor withdraw ({number})", party.english()),
        ),
        AssessmentEvent::RecusalDecided { number, recused: true, .. } => Message::new(
            format!("第{number}号回避申请：决定回避"),
            format!("request {number} that an assessor withdraw was granted"),
        ),
        AssessmentEvent::RecusalDecided { number, recused: false, .. } => Message::new(
            format!("第{number}号回避申请：驳回"),
            format!("request {number} that an assessor withdraw was turned down"),
        ),
        AssessmentEvent::ReportScored { .. } => {
            Message::new("评分汇总", "the scores of the report were summed up")
        }
    }
}
