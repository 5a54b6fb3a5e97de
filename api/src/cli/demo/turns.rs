//! The turns a case may take, each told to the end that the law gives it.

use chrono::Days;
use clap::ValueEnum;
use serde_json::{Value, json};
use workflow::Act;
use workflow::base::document::DocumentKind;
use workflow::case::assessment::{Conclusion, IncidentConcern, IncidentGround};
use workflow::case::change::Change;
use workflow::case::decision::{ConditionReason, HarmReport, RefusalReason};
use workflow::case::turns::ServiceManner;
use workflow::case::{
    CheckKind, CheckOutcome, ChildKind, ClaimOutcome, PaperKind, Party, Service, Wishes,
};
use workflow::cast::agencies::POLICE_STATION;
use workflow::law::adopter::conditions_to_reason;
use workflow::law::kinds::{is_assessed, parents_are_unknown};
use workflow::procedures::papers::required_papers;
use workflow::steps::break_off_integration::BreakOffIntegration;
use workflow::steps::change_fact::ChangeFact;
use workflow::steps::change_wishes::ChangeWishes;
use workflow::steps::close_incident::CloseIncident;
use workflow::steps::propose::Propose;
use workflow::steps::raise_claim::RaiseClaim;
use workflow::steps::refuse::Refuse;
use workflow::steps::reject_paper::RejectPaper;
use workflow::steps::report_incident::ReportIncident;
use workflow::steps::settle_claim::SettleClaim;
use workflow::steps::withdraw::Withdraw;

use super::story::{
    accept, approve, assess, begin_assessment, bring_papers, decide, finish, propose, publish,
    review,
};
use super::teller::{LEADER, REGISTRAR, Teller};
use super::words::clear;
use crate::cli::stop::Stop;

/// A turn a case may take beside its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(super) enum Turn {
    /// 一次性告知：材料不齐全、不符合要求
    Correction,
    /// 不予登记
    Refusal,
    /// 撤回申请
    Withdrawal,
    /// 公告期内和公告期后的认领
    Claim,
    /// 评估结论为不具备收养能力
    NegativeReport,
    /// 融合期间发现侵害情形
    Incident,
    /// 批准后情况变更
    ChangeOfFact,
    /// 保守收养秘密
    Secrecy,
}

/// Whether a case of this kind can take this turn.
pub(super) fn is_possible(turn: Turn, kind: ChildKind) -> bool {
    match turn {
        Turn::Claim => parents_are_unknown(kind),
        Turn::NegativeReport | Turn::Incident => is_assessed(kind),
        Turn::Correction | Turn::Refusal | Turn::Withdrawal | Turn::Secrecy => true,
        Turn::ChangeOfFact => is_assessed(kind),
    }
}

/// Tells a case with its turn.
pub(super) async fn tell(teller: &mut Teller, turn: Turn) -> Result<(), Stop> {
    teller.open().await?;
    match turn {
        Turn::Correction => correction(teller).await,
        Turn::Refusal => refusal(teller).await,
        Turn::Withdrawal => withdrawal(teller).await,
        Turn::Claim => claim(teller).await,
        Turn::NegativeReport => negative_report(teller).await,
        Turn::Incident => incident(teller).await,
        Turn::ChangeOfFact => change_of_fact(teller).await,
        Turn::Secrecy => secrecy(teller).await,
    }
}

/// One paper is not in order and the others are missing: all is told at once, brought, and accepted.
async fn correction(teller: &mut Teller) -> Result<(), Stop> {
    let case = teller.case().await?;
    let first = required_papers(&case).into_iter().find(|paper| paper.slot.party.is_some());
    if let Some(first) = first {
        let number = teller.file_only(first.slot.paper, first.slot.party).await?;
        let rejection = RejectPaper { reason: "复印件不清晰，地址页缺失".to_owned() };
        let path = format!("/papers/{number}/rejection");
        teller.act(REGISTRAR, Act::RejectPaper, &path, &rejection).await?;
    }
    teller.refused(REGISTRAR, Act::Accept, "/acceptance", &json!({})).await?;
    teller.act(REGISTRAR, Act::RequestCorrection, "/corrections", &json!({})).await?;
    serve(teller, DocumentKind::CorrectionNotice).await?;
    bring_papers(teller).await?;
    accept(teller).await?;
    review(teller, Conclusion::Capable).await?;
    decide(teller).await?;
    finish(teller).await
}

/// A check finds a record against an adopter: the leader refuses, papers go back, the remedies run.
async fn refusal(teller: &mut Teller) -> Result<(), Stop> {
    bring_papers(teller).await?;
    accept(teller).await?;
    let party = Party::FirstAdopter;
    let mut found = clear(CheckKind::MaritalStatus, party, teller.today);
    found.outcome = CheckOutcome::Adverse;
    teller.act(REGISTRAR, Act::RecordCheck, "/checks", &found).await?;
    teller.refused(REGISTRAR, Act::Propose, "/proposal", &proposal()).await?;
    refuse(teller, "REG-8.1.check", "经向婚姻登记机关核查，收养人婚姻状况与其陈述不一致。").await
}

/// The placer withdraws before the registration; the record is signed.
async fn withdrawal(teller: &mut Teller) -> Result<(), Stop> {
    bring_papers(teller).await?;
    accept(teller).await?;
    let withdrawal = Withdraw {
        party: Party::Placer,
        reason: "情况变化，决定继续自行抚养。".to_owned(),
    };
    teller.act(REGISTRAR, Act::Withdraw, "/withdrawal", &withdrawal).await?;
    let record = DocumentKind::WithdrawalRecord;
    teller.print_and_file(record, PaperKind::WithdrawalRecord, None).await?;
    teller.refused(REGISTRAR, Act::Propose, "/proposal", &proposal()).await
}

/// A claim during the notice is unfounded and halts the case only until then; one after it is
/// founded, and the adoption cannot form.
async fn claim(teller: &mut Teller) -> Result<(), Stop> {
    bring_papers(teller).await?;
    accept(teller).await?;
    publish(teller).await?;
    settle_a_claim(teller, 1, ClaimOutcome::Unfounded, "经公安机关鉴定，亲缘关系不成立。").await?;
    assess(teller, Conclusion::Capable).await?;
    settle_a_claim(teller, 2, ClaimOutcome::Founded, "经公安机关鉴定，确认为生母。").await?;
    teller.refused(REGISTRAR, Act::Propose, "/proposal", &proposal()).await?;
    refuse(teller, "CC-1093.2", "经公安机关确认，已查找到被收养人的生母。").await
}

async fn settle_a_claim(
    teller: &mut Teller,
    number: u32,
    outcome: ClaimOutcome,
    reasons: &str,
) -> Result<(), Stop> {
    let claim = RaiseClaim { claimant: "自称儿童生母，已登记身份信息".to_owned() };
    teller.act(REGISTRAR, Act::RaiseClaim, "/claims", &claim).await?;
    teller.refused(REGISTRAR, Act::Propose, "/proposal", &proposal()).await?;
    teller.bring(PaperKind::ClaimPaper, None).await?;
    let settlement = SettleClaim { outcome, reasons: reasons.to_owned() };
    let path = format!("/claims/{number}/settlement");
    teller.act(LEADER, Act::SettleClaim, &path, &settlement).await?;
    Ok(())
}

/// The report is negative: the leader may go on only with reasons for each condition.
async fn negative_report(teller: &mut Teller) -> Result<(), Stop> {
    bring_papers(teller).await?;
    accept(teller).await?;
    review(teller, Conclusion::NotCapable).await?;
    propose(teller).await?;
    let bare = json!({ "opinion": "同意登记。" });
    teller.refused(LEADER, Act::Approve, "/approval", &bare).await?;
    let case = teller.case().await?;
    let reasons = conditions_to_reason(&case).map(|condition| ConditionReason {
        condition: condition.to_owned(),
        reason: "经复核补充材料并实地走访，认定符合该项条件。".to_owned(),
    });
    approve(teller, reasons.collect()).await?;
    finish(teller).await
}

/// Harm during integration: it ends at once, the police are told, and the leader refuses.
async fn incident(teller: &mut Teller) -> Result<(), Stop> {
    bring_papers(teller).await?;
    accept(teller).await?;
    begin_assessment(teller).await?;
    teller.move_to(teller.today + Days::new(9)).await?;
    let incident = ReportIncident {
        ground: IncidentGround::HarmDuringIntegration,
        known_on: teller.today,
        description: "走访时发现孩子手臂有多处新近淤伤，申请人无法合理说明。".to_owned(),
        concerns: vec![IncidentConcern::Applicant { party: Party::FirstAdopter }],
        sentence: None,
    };
    teller.act(REGISTRAR, Act::ReportIncident, "/incidents", &incident).await?;
    let broken = BreakOffIntegration {
        broken_off_on: teller.today,
        reason: "为保护儿童，当日接回。".to_owned(),
        cause: None,
        returned: None,
    };
    let path = "/assessment/integration-break";
    teller.act(REGISTRAR, Act::BreakOffIntegration, path, &broken).await?;
    teller.refused(REGISTRAR, Act::Propose, "/proposal", &proposal()).await?;
    teller.bring(PaperKind::IncidentPaper, None).await?;
    let closing = CloseIncident {
        outcome: "公安机关已受理，儿童已妥善安置，不再与申请人共同生活。".to_owned(),
        police_report: Some(HarmReport {
            recipient: POLICE_STATION.to_owned(),
            reported_at: format!("{} 15:40", teller.today),
            number: "练公（城）受案〔2026〕112号".to_owned(),
        }),
    };
    teller.act(LEADER, Act::CloseIncident, "/incidents/1/closing", &closing).await?;
    refuse(teller, "CC-1098.2", "融合期间发生侵害儿童情形，不具备保护被收养人的能力。").await
}

/// A birth in the family after the approval: approval, statement and assessment are void and made anew.
async fn change_of_fact(teller: &mut Teller) -> Result<(), Stop> {
    bring_papers(teller).await?;
    accept(teller).await?;
    review(teller, Conclusion::Capable).await?;
    decide(teller).await?;
    teller.bring(PaperKind::ChangeEvidence, None).await?;
    let party = Party::FirstAdopter;
    let birth =
        ChangeFact { change: Change::Children { party, children: 1 }, happened_on: teller.today };
    teller.act(REGISTRAR, Act::ChangeFact, "/changes", &birth).await?;
    teller.refused(REGISTRAR, Act::Propose, "/proposal", &proposal()).await?;
    bring_papers(teller).await?;
    assess(teller, Conclusion::Capable).await?;
    decide(teller).await?;
    finish(teller).await
}

/// Secrecy is asked for: no paper of one side tells of the other, and it is not taken back.
async fn secrecy(teller: &mut Teller) -> Result<(), Stop> {
    let wishes = Wishes { secrecy: true, ..Wishes::default() };
    let asked = ChangeWishes { party: Party::FirstAdopter, wishes };
    teller.act(REGISTRAR, Act::ChangeWishes, "/wishes", &asked).await?;
    let back = ChangeWishes { party: Party::FirstAdopter, wishes: Wishes::default() };
    teller.refused(REGISTRAR, Act::ChangeWishes, "/wishes", &back).await?;
    bring_papers(teller).await?;
    accept(teller).await?;
    review(teller, Conclusion::Capable).await?;
    decide(teller).await?;
    finish(teller).await
}

fn proposal() -> Value {
    json!(Propose { opinion: "建议准予登记。".to_owned() })
}

/// The leader refuses; the notice is served with its receipt.
pub(super) async fn refuse(teller: &mut Teller, rule: &str, explanation: &str) -> Result<(), Stop> {
    let reason = RefusalReason { rule: rule.to_owned(), explanation: explanation.to_owned() };
    let refusal = Refuse { reasons: vec![reason], papers_confiscated: Vec::new() };
    teller.act(LEADER, Act::Refuse, "/refusal", &refusal).await?;
    serve(teller, DocumentKind::RefusalNotice).await
}

/// A refusal that the law does not allow, with what stands in its way.
pub(super) async fn refuse_is_refused(
    teller: &mut Teller,
    rule: &str,
    explanation: &str,
) -> Result<(), Stop> {
    let reason = RefusalReason { rule: rule.to_owned(), explanation: explanation.to_owned() };
    let refusal = Refuse { reasons: vec![reason], papers_confiscated: Vec::new() };
    teller.refused(LEADER, Act::Refuse, "/refusal", &refusal).await
}

/// A notice is printed and handed over, and its receipt comes back signed.
async fn serve(teller: &mut Teller, document: DocumentKind) -> Result<(), Stop> {
    teller.print(document, None).await?;
    let receipt = DocumentKind::ServiceReceipt;
    teller.print_and_file(receipt, PaperKind::ServiceReceipt, None).await?;
    let received_by = teller.case().await?.adopters.first().map(|adopter| adopter.name.clone());
    let service = Service {
        document,
        party: Party::FirstAdopter,
        manner: ServiceManner::Direct,
        received_by: received_by.unwrap_or_default(),
        served_on: teller.today,
    };
    teller.act(REGISTRAR, Act::RecordService, "/services", &service).await?;
    Ok(())
}
