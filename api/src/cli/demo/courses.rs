//! The courses an assessment by points may take, each told to its end.

use chrono::Days;
use clap::ValueEnum;
use reqwest::Method;
use serde_json::{Value, json};
use workflow::Act;
use workflow::case::assessment::after::ToldHow;
use workflow::case::assessment::{BreakCause, IncidentConcern, IncidentGround, SafeReturn};
use workflow::case::{PaperKind, Party};
use workflow::steps::appoint_assessors::AssessorToAppoint;
use workflow::steps::appoint_reviewers::AppointReviewers;
use workflow::steps::break_off_integration::BreakOffIntegration;
use workflow::steps::close_incident::CloseIncident;
use workflow::steps::log_integration::LogIntegration;
use workflow::steps::report_incident::ReportIncident;
use workflow::steps::request_review::RequestReview;
use workflow::steps::tell_result::TellResult;
use workflow::steps::withdraw::Withdraw;

use super::client::answered;
use super::points::{Course, assess};
use super::story::{accept, begin_assessment, bring_papers, decide, finish, hear, publish};
use super::teller::{ADMINISTRATOR, ASSESSOR, LEADER, OTHER_ASSESSOR, REGISTRAR, Teller};
use super::turns::{refuse, refuse_is_refused};
use crate::cli::stop::Stop;

/// How an assessment by points may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Told {
    /// 得分不合格：评分不作为不予登记的理由
    Fails,
    /// 一票否决，由负责人确认
    Veto,
    /// 报告情形，处理完毕后继续
    Incident,
    /// 告知结果，申请复核，待复核
    Review,
    /// 中断融合，孩子安全返回
    BreakOff,
    /// 离线草稿晚到，另存不覆盖
    Offline,
}

/// From now on an assessment that begins is scored by the set that comes with the program.
pub(super) async fn score_by_the_default_set(teller: &mut Teller) -> Result<(), Stop> {
    let mut office = teller.client.read(ADMINISTRATOR, "/v1/office").await?;
    let mut rules = office.get_mut("rules").map(Value::take).unwrap_or_default();
    if let Some(rules) = rules.as_object_mut() {
        rules.insert("scored_by_the_default_set".to_owned(), json!(true));
    }
    let request = teller.client.request(ADMINISTRATOR, Method::PUT, "/v1/office/rules").await?;
    answered(request.json(&rules)).await?;
    println!("     默认评估指标启用（GJ-DEFAULT，非官方）");
    Ok(())
}

/// Tells a case whose assessment takes this course.
pub(super) async fn tell(teller: &mut Teller, told: Told) -> Result<(), Stop> {
    teller.open().await?;
    bring_papers(teller).await?;
    accept(teller).await?;
    publish(teller).await?;
    match told {
        Told::Fails => fails(teller, Course::Fails).await,
        Told::Veto => fails(teller, Course::Veto).await,
        Told::Incident => incident(teller).await,
        Told::Review => objected_to(teller).await,
        Told::BreakOff => break_off(teller).await,
        Told::Offline => {
            begin_assessment(teller).await?;
            assess(teller, Course::Offline).await?;
            go_on(teller).await
        }
    }
}

/// From the signed report to the last visit.
async fn go_on(teller: &mut Teller) -> Result<(), Stop> {
    hear(teller).await?;
    decide(teller).await?;
    finish(teller).await
}

/// The points are no ground of refusal; the condition of the law is, where the leader finds it not met.
async fn fails(teller: &mut Teller, course: Course) -> Result<(), Stop> {
    begin_assessment(teller).await?;
    assess(teller, course).await?;
    tell_result(teller, "评估结论为不具备收养能力，可以改进之处已逐项说明。").await?;
    refuse_is_refused(teller, "EVAL-9.4.score", "评分不合格。").await?;
    refuse(teller, "CC-1098.2", "经综合审查，申请人现无能力抚养、教育和保护被收养人。").await
}

async fn tell_result(teller: &mut Teller, words: &str) -> Result<(), Stop> {
    let told = TellResult {
        party: Party::FirstAdopter,
        told_on: teller.today,
        how: ToldHow::InPerson,
        words: words.to_owned(),
    };
    teller.act(REGISTRAR, Act::TellResult, "/assessment/result", &told).await?;
    Ok(())
}

/// A circumstance of somebody in the household stops the work until the leader has closed it.
async fn incident(teller: &mut Teller) -> Result<(), Stop> {
    let incident = ReportIncident {
        ground: IncidentGround::BadHabits,
        known_on: teller.today,
        description: "邻居反映同住长辈酗酒。".to_owned(),
        concerns: vec![IncidentConcern::CoResident {
            name: "周国栋".to_owned(),
            relation: "申请人之父".to_owned(),
        }],
        sentence: None,
    };
    teller.act(REGISTRAR, Act::ReportIncident, "/incidents", &incident).await?;
    teller.bring(PaperKind::IncidentPaper, None).await?;
    let closing = CloseIncident {
        outcome: "经社区核实，长辈已另住，不影响照料。".to_owned(),
        police_report: None,
    };
    teller.act(LEADER, Act::CloseIncident, "/incidents/1/closing", &closing).await?;
    begin_assessment(teller).await?;
    assess(teller, Course::Passes).await?;
    go_on(teller).await
}

/// An applicant objects; those who assessed may not review, and nothing is decided meanwhile.
async fn objected_to(teller: &mut Teller) -> Result<(), Stop> {
    begin_assessment(teller).await?;
    assess(teller, Course::Fails).await?;
    tell_result(teller, "评估结论为不具备收养能力。").await?;
    let request = RequestReview {
        party: Party::FirstAdopter,
        requested_on: teller.today,
        grounds: "收入未计入年终奖金，请求复核。".to_owned(),
    };
    teller.act(REGISTRAR, Act::RequestReview, "/assessment/review-requests", &request).await?;
    let same = [teller.account(ASSESSOR).await?, teller.account(OTHER_ASSESSOR).await?];
    let assessors = same.map(|user| AssessorToAppoint {
        user,
        statement_of_no_interest: "无利害关系声明已签署，存评估卷".to_owned(),
    });
    let reviewers = AppointReviewers { assessors: assessors.into() };
    let path = "/assessment/reviewers";
    teller.refused(REGISTRAR, Act::AppointReviewers, path, &reviewers).await?;
    refuse_is_refused(teller, "CC-1098.2", "评估不合格。").await
}

/// The applicants give up: the child goes back, and it is written down where and how.
async fn break_off(teller: &mut Teller) -> Result<(), Stop> {
    begin_assessment(teller).await?;
    teller.move_to(teller.today + Days::new(5)).await?;
    let what = "孩子夜间哭闹，申请人表示难以适应。".to_owned();
    let entry = LogIntegration { on: teller.today, what };
    teller.act(ASSESSOR, Act::LogIntegration, "/assessment/integration-log", &entry).await?;
    let broken = BreakOffIntegration {
        broken_off_on: teller.today,
        reason: "申请人提出无法继续照料。".to_owned(),
        cause: Some(BreakCause::Applicants),
        returned: Some(SafeReturn {
            on: teller.today,
            to: "练习县儿童福利院".to_owned(),
            handed_over_by: "评估人员与福利院保育员当面交接".to_owned(),
            condition: "情绪平稳，身体检查无异常".to_owned(),
        }),
    };
    let path = "/assessment/integration-break";
    teller.act(ASSESSOR, Act::BreakOffIntegration, path, &broken).await?;
    let withdrawal =
        Withdraw { party: Party::FirstAdopter, reason: "申请人自愿撤回申请".to_owned() };
    teller.act(REGISTRAR, Act::Withdraw, "/withdrawal", &withdrawal).await?;
    Ok(())
}
