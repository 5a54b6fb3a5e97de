//! The history of a case in words: one line for each event, in Chinese and English.

mod assessment;

use chrono::NaiveDate;

use crate::base::calendar::ChangeKind;
use crate::base::message::Message;
use crate::case::time::{DeadlinesMoved, Move, PeriodOutcome};
use crate::event::{Event, LaterEvent};

/// What happened, in one line. Names and texts of the parties are not repeated.
pub fn headline(event: &Event) -> Message {
    before_decision(event).or_else(|| of_time(event)).unwrap_or_else(|| decision(event))
}

fn before_decision(event: &Event) -> Option<Message> {
    let line = |zh: &str, en: &str| Some(Message::new(zh, en));
    match event {
        Event::ApplicationFiled(_) => line("收到收养登记申请", "the application was received"),
        Event::PaperFiled { number, slot, .. } => Some(Message::new(
            format!("收取第{number}号材料：{}", slot.paper.printed()),
            format!("paper {number} was filed"),
        )),
        Event::PaperVerified { number, .. } => Some(Message::new(
            format!("第{number}号材料核验无误"),
            format!("paper {number} was found in order"),
        )),
        Event::PaperRejected { number, .. } => Some(Message::new(
            format!("第{number}号材料退回"),
            format!("paper {number} was found not in order"),
        )),
        Event::CorrectionRequested { .. } => {
            line("一次性告知需要补正的材料", "everything to be corrected was told at once")
        }
        Event::CheckRecorded { check } => Some(Message::new(
            format!("完成{}", check.check.printed()),
            "a check with another authority was recorded",
        )),
        Event::Accepted { .. } => line("受理", "the application was accepted"),
        Event::NoticePublished { newspaper, published_on, last_day } => Some(Message::with_days(
            format!("{{published_on}}在{newspaper}刊登公告，至{{last_day}}届满"),
            "the notice was published on {published_on} and runs until {last_day}",
            [("published_on", *published_on), ("last_day", *last_day)],
        )),
        Event::ClaimRaised { number, .. } => Some(Message::new(
            format!("收到第{number}号认领，暂停办理"),
            format!("claim {number} was raised and halts the case"),
        )),
        Event::ClaimSettled { number, .. } => Some(Message::new(
            format!("第{number}号认领处理完毕"),
            format!("claim {number} was settled"),
        )),
        Event::AssessmentNotified { .. } => {
            line("书面告知收养评估", "the assessment was announced in writing")
        }
        Event::AssessmentConsented { .. } => {
            line("收养申请人同意评估", "an applicant consented to the assessment")
        }
        Event::AssessorsAppointed { assessors } => Some(Message::new(
            format!("指派评估人员{}名", assessors.len()),
            format!("{} assessors were appointed", assessors.len()),
        )),
        Event::AssessmentVisited { visit } => Some(Message::new(
            format!("评估走访：{}", visit.method.printed()),
            "a visit of the assessment was made",
        )),
        Event::IntegrationStarted { started_on } => {
            dated("融合自{on}开始", "integration began on {on}", *started_on)
        }
        Event::IntegrationEnded { ended_on } => {
            dated("融合于{on}结束", "integration ended on {on}", *ended_on)
        }
        Event::IntegrationBrokenOff { broken } => {
            dated("融合于{on}中断", "integration was broken off on {on}", broken.broken_off_on)
        }
        Event::ReportSubmitted { .. } => {
            line("提交评估报告，待签名存卷", "the report was submitted, to be signed")
        }
        Event::IncidentReported { number, .. } => Some(Message::new(
            format!("报告第{number}号情形"),
            format!("incident {number} was reported"),
        )),
        Event::IncidentClosed { number, .. } => Some(Message::new(
            format!("第{number}号情形处理完毕"),
            format!("incident {number} was closed"),
        )),
        Event::InquiryHeld { party, .. } => Some(Message::new(
            format!("询问{}", party.printed()),
            format!("an inquiry of {} was held", party.english()),
        )),
        Event::ConsentGiven { party, .. } => Some(Message::new(
            format!("{}表示同意", party.printed()),
            format!("{} consented", party.english()),
        )),
        Event::ConsentWithdrawn { party, .. } => Some(Message::new(
            format!("{}撤回同意", party.printed()),
            format!("{} withdrew the consent", party.english()),
        )),
        Event::GuidanceGiven(_) => line("开展家庭教育指导", "family-education guidance was given"),
        Event::WishesChanged { .. } => line("当事人变更请求", "a party changed what is asked for"),
        Event::MandatePrepared { .. } => line("拟制委托书", "a mandate was drawn up"),
        Event::SigningRefused(statement) => Some(Message::new(
            format!("{}未签署无捐赠承诺声明书", statement.party.printed()),
            format!("{} did not sign that no gift was given", statement.party.english()),
        )),
        Event::GiftDeclared { declared } => Some(declared.headline()),
        Event::OfficerReplaced { .. } => line("更换经办人", "another registrar took the case over"),
        Event::DocumentServed { service } => Some(Message::new(
            format!("向{}送达{}", service.party.printed(), service.document.printed()),
            format!(
                "{} was served on {}",
                service.document.word().replace('_', " "),
                service.party.english()
            ),
        )),
        Event::FactChanged { .. } => line("情况变更", "a fact of the case changed"),
        _ => None,
    }
}

fn decision(event: &Event) -> Message {
    match event {
        Event::Proposed { .. } => Message::new("报批", "the case was put before the leader"),
        Event::ProposalReturned { .. } => Message::new("退回报批", "the proposal was sent back"),
        Event::Approved { .. } => Message::new("批准", "the leader approved"),
        Event::Registered { certificate_number, .. } => Message::new(
            format!("登记，收养关系成立，{certificate_number}"),
            format!("the adoption was registered as {certificate_number}"),
        ),
        Event::CertificateIssued { .. } => {
            Message::new("颁发收养登记证", "the certificate was issued")
        }
        Event::Archived { volume_number, .. } => Message::new(
            format!("归档，档号{volume_number}"),
            format!("the volume {volume_number} was closed"),
        ),
        Event::FollowUpVisited { number, .. } => {
            Message::new(format!("第{number}次回访"), format!("follow-up visit {number} was made"))
        }
        Event::VolumeLent { .. } => Message::new("档案当场查阅", "the volume was handed out"),
        Event::VolumeReturned { .. } => Message::new("档案归还", "the volume came back"),
        Event::ApplicationDeclined { .. } => {
            Message::new("不予受理", "the application was not accepted")
        }
        Event::Refused { .. } => Message::new("不予登记", "registration was refused"),
        Event::Withdrawn { .. } => Message::new("申请人撤回申请", "the application was withdrawn"),
        Event::Assessment(event) => assessment::headline(event),
        Event::Later(event) => later(event),
        _ => Message::new(event.kind(), event.kind()),
    }
}

/// A line with one day.
fn dated(zh: &str, en: &str, on: NaiveDate) -> Option<Message> {
    Some(Message::with_days(zh, en, [("on", on)]))
}

/// What time alone brought.
fn of_time(event: &Event) -> Option<Message> {
    match event {
        Event::DeadlinesMoved(moved) => Some(of_calendar(moved)),
        Event::PeriodEnded(ended) => {
            let (zh, en) = match ended.outcome {
                PeriodOutcome::ParentsNotFound => (
                    "公告期于{last_day}届满，无人认领，视为查找不到生父母",
                    "the notice ended on {last_day} unclaimed; the parents count as not found",
                ),
                PeriodOutcome::IntegrationComplete => (
                    "融合期于{last_day}届满",
                    "the days of integration were complete on {last_day}",
                ),
                PeriodOutcome::ReportLapsed => (
                    "评估报告有效期于{last_day}届满，报告失效",
                    "the report was valid until {last_day} and no longer counts",
                ),
            };
            Some(Message::with_days(zh, en, [("last_day", ended.last_day)]))
        }
        Event::BecameOverdue(overdue) => {
            let clock = overdue.clock.printed();
            Some(Message::with_days(
                format!("{}于{{last_day}}届满，尚未办结", clock.zh),
                format!("{} ended on {{last_day}} and is overdue", clock.en),
                [("last_day", overdue.last_day)],
            ))
        }
        _ => None,
    }
}

fn of_calendar(moved: &DeadlinesMoved) -> Message {
    let DeadlinesMoved { year, source, .. } = moved;
    let (zh, en) = match moved.how {
        ChangeKind::Imported => ("施行", "was imported"),
        ChangeKind::Withdrawn => ("撤回", "was withdrawn"),
    };
    let mut days = Vec::new();
    let moves = moved.moves.iter().enumerate();
    let (zh_lines, en_lines): (Vec<String>, Vec<String>) =
        moves.map(|(place, moved)| of_move(place, moved, &mut days)).unzip();
    Message::with_days(
        format!("{year}年节假日安排（{source}）{zh}：{}", zh_lines.join("；")),
        format!("the calendar of {year} ({source}) {en}: {}", en_lines.join("; ")),
        days.iter().map(|(name, day)| (name.as_str(), *day)),
    )
}

/// The move of one clock in both languages. Its days stand in the texts by names, and are added.
fn of_move(place: usize, moved: &Move, days: &mut Vec<(String, NaiveDate)>) -> (String, String) {
    let mut named = |name: String, day| {
        let mark = format!("{{{name}}}");
        days.push((name, day));
        mark
    };
    let clock = moved.clock.printed();
    let from = named(format!("from_{place}"), moved.from);
    let to = named(format!("to_{place}"), moved.to);
    let rest = moved.because.iter().enumerate();
    let because: Vec<String> = rest
        .map(|(number, rest)| named(format!("rest_{place}_{number}"), rest.day) + &rest.occasion)
        .collect();
    let (zh, en) = match because.as_slice() {
        [] => (String::new(), String::new()),
        days => (format!("，因{}", days.join("、")), format!(", because of {}", days.join(", "))),
    };
    (
        format!("{}由{from}改至{to}{zh}", clock.zh),
        format!("{} ends on {to} instead of {from}{en}", clock.en),
    )
}

fn later(event: &LaterEvent) -> Message {
    match event {
        LaterEvent::LaterApplicationFiled(filed) => {
            let procedure = filed.request.procedure();
            Message::new(
                format!("启动{}程序", procedure.printed()),
                format!("a case of {} was opened", procedure.word().replace('_', " ")),
            )
        }
        LaterEvent::DissolutionRegistered { number, .. } => Message::new(
            format!("解除登记，{number}"),
            format!("the dissolution was registered as {number}"),
        ),
        LaterEvent::RevocationDecided { number, .. } => Message::new(
            format!("决定撤销收养登记，{number}"),
            format!("the registration was revoked by {number}"),
        ),
        LaterEvent::CertificateTakenIn { .. } => {
            Message::new("收缴收养登记证", "the taking in of the certificate was recorded")
        }
        LaterEvent::DecisionPosted { last_day } => Message::with_days(
            "撤销决定在公告栏张贴，至{last_day}届满",
            "the decision hangs on the notice board until {last_day}",
            [("last_day", *last_day)],
        ),
        LaterEvent::ReplacementIssued { number, .. } => {
            Message::new(format!("补发，{number}"), format!("a copy was issued as {number}"))
        }
        LaterEvent::ProofIssued { number, .. } => {
            Message::new(format!("出具证明，{number}"), format!("a proof was given as {number}"))
        }
        LaterEvent::LateEntryConfirmed { .. } => {
            Message::new("补录核对无误", "the late entry agrees with the volume")
        }
        LaterEvent::AdoptionDissolved { number } => Message::new(
            format!("收养关系解除，{number}"),
            format!("the adoption was dissolved by {number}"),
        ),
        LaterEvent::AdoptionRevoked { number } => Message::new(
            format!("收养登记撤销，{number}"),
            format!("the registration was revoked by {number}"),
        ),
        LaterEvent::EndRecorded { by, number, .. } => Message::new(
            format!("{}，{number}", by.printed()),
            format!("the adoption was ended elsewhere ({}): {number}", by.word().replace('_', " ")),
        ),
        LaterEvent::AdoptersDied { .. } => Message::new("收养人均已死亡", "all adopters have died"),
        LaterEvent::PaperReplaced { number, .. } => {
            Message::new(format!("补发证件，{number}"), format!("a paper was replaced: {number}"))
        }
        LaterEvent::ProofGiven { number } => {
            Message::new(format!("出具证明，{number}"), format!("a proof was given: {number}"))
        }
    }
}
