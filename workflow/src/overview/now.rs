//! Where a case stands, who is next, and by when, in sentences for the staff. What the case waits for is found
//! out by the rule of the family's page; only the words are others.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::message::Message;
use crate::base::stage::Stage;
use crate::case::{Case, Procedure};
use crate::facts::Facts;
use crate::law::sequence::stage_words;
use crate::procedures::deadlines;
use crate::public::family::situation::Situation;
use crate::public::family::{latest_day, situation_of};

/// Who is next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NextActor {
    /// The registrar.
    Office,
    /// The leader.
    Leader,
    /// The adopters.
    Adopters,
    /// The assessors.
    Assessors,
    /// The archivist.
    Archivist,
    /// Nobody: time alone.
    Time,
    /// Nobody: it is over.
    Nobody,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CaseNow")]
pub struct Now {
    /// Where it stands, in one sentence.
    pub standing: Message,
    /// Who is next.
    pub who: NextActor,
    /// What they do, in one sentence.
    pub next: Message,
    /// By when at the latest, where the law gives a day.
    pub by: Option<NaiveDate>,
    /// The same in a sentence.
    pub by_sentence: Option<Message>,
}

/// Where the case stands on the day of the facts.
pub fn now(case: &Case, facts: &Facts) -> Now {
    let (standing, who, next) = match case.procedure {
        Procedure::Formation => {
            let (standing, who, next) = words(situation_of(case, facts));
            let message = |(zh, en): (&str, &str)| Message::new(zh, en);
            (message(standing), who, message(next))
        }
        _ => of_a_later_case(case),
    };
    let by = by(case, facts).filter(|_| who != NextActor::Nobody);
    let by_sentence =
        by.map(|by| Message::with_days("最晚{by}", "by {by} at the latest", [("by", by)]));
    Now { standing, who, next, by, by_sentence }
}

/// The day the family is told, and of a later procedure the end of the clock that ends first.
fn by(case: &Case, facts: &Facts) -> Option<NaiveDate> {
    if case.procedure == Procedure::Formation {
        return latest_day(case, facts);
    }
    let clocks = deadlines(case, &facts.calendar, &facts.rules).into_iter();
    clocks.filter(|clock| clock.met_on.is_none()).filter_map(|clock| clock.due_on).min()
}

fn of_a_later_case(case: &Case) -> (Message, NextActor, Message) {
    let (zh, en) = stage_words(case.stage);
    let standing = Message::new(
        format!("{}，现处于“{zh}”阶段。", case.procedure.printed()),
        format!("{}, at the stage \"{en}\".", case.procedure.word().replace('_', " ")),
    );
    let (who, zh, en) = match case.stage {
        Stage::Applied if case.procedure == Procedure::LateEntry => {
            (NextActor::Archivist, "由另一人核对原案卷。", "Another person compares the volume.")
        }
        Stage::Applied => {
            (NextActor::Office, "收齐并核验材料后受理。", "Accept once every paper is verified.")
        }
        Stage::Accepted => {
            (NextActor::Office, "审查，报批或者出具。", "Review, then propose or issue.")
        }
        Stage::Proposed => (NextActor::Leader, "由负责人审批。", "The leader decides."),
        Stage::Approved => (
            NextActor::Office,
            "当事人到场，办理登记或者补发。",
            "Register or issue with the parties present.",
        ),
        Stage::Registered => {
            (NextActor::Office, "发证、收缴、送达。", "Hand over, take in, serve.")
        }
        Stage::Issued => (NextActor::Archivist, "归档。", "Close the volume."),
        Stage::Archived
        | Stage::Closed
        | Stage::NotAccepted
        | Stage::Refused
        | Stage::Withdrawn => (NextActor::Nobody, "已经办结。", "It is over."),
    };
    (standing, who, Message::new(zh, en))
}

type Words = (&'static str, &'static str);

fn words(situation: Situation) -> (Words, NextActor, Words) {
    use NextActor::{Adopters, Assessors, Leader, Nobody, Office, Time};
    match situation {
        Situation::PapersWanted => (
            ("收养人的材料还没有齐。", "Papers of the adopters are missing."),
            Adopters,
            (
                "收养人补交材料，收到后核验。",
                "The adopters bring what is missing; verify what comes.",
            ),
        ),
        Situation::PapersChecked => (
            (
                "收养人的材料已经收到，正在核验。",
                "The adopters' papers are here and are looked at.",
            ),
            Office,
            ("核验材料，收齐后受理。", "Verify the papers, then accept."),
        ),
        Situation::Halted => (
            ("有认领或者应当报告的情形，暂停办理。", "A claim or an incident halts the case."),
            Office,
            ("取得文书，处理认领或者情形。", "Obtain the paper and settle it."),
        ),
        Situation::CannotGoOn => (
            ("情况已经查明，收养不能继续。", "It is clear that the adoption cannot go on."),
            Leader,
            ("作出不予受理或者不予登记的决定。", "Decide not to accept or to refuse."),
        ),
        Situation::AssessmentComing => (
            ("已经受理，尚未书面告知评估。", "Accepted; the assessment is not announced yet."),
            Office,
            ("书面告知收养人进行收养评估。", "Tell the adopters of the assessment in writing."),
        ),
        Situation::AssessmentConsentWanted => (
            (
                "已经告知评估，等收养人同意。",
                "The assessment was announced; the adopters have to consent.",
            ),
            Adopters,
            ("收养人签署评估同意书。", "The adopters sign their consent."),
        ),
        Situation::AssessorsComing => (
            (
                "收养人已经同意评估，尚未指派评估人员。",
                "The adopters consented; no assessors are appointed.",
            ),
            Office,
            ("指派两名以上评估人员。", "Appoint two or more assessors."),
        ),
        Situation::Integration => (
            ("融合期间。", "Integration is going on."),
            Assessors,
            (
                "评估人员走访，满规定日数后结束融合。",
                "The assessors visit and end it after its full days.",
            ),
        ),
        Situation::Assessing => (
            ("评估人员正在评估。", "The assessors are at work."),
            Assessors,
            (
                "走访、面谈，提交全体签名的评估报告。",
                "Visit, interview, and submit the report signed by all.",
            ),
        ),
        Situation::HearingWanted => (
            (
                "等收养人来询问、征求同意、家庭教育指导。",
                "The adopters are still to be asked and advised.",
            ),
            Adopters,
            ("约当事人到场，签名后存卷。", "Have them come, and file what they sign."),
        ),
        Situation::NoticeComing => (
            ("尚未刊登公告。", "No notice is published yet."),
            Office,
            ("在报纸上刊登公告。", "Publish the notice in a newspaper."),
        ),
        Situation::NoticeRuns => (
            ("公告期间。", "The notice is running."),
            Time,
            ("公告满六十日无人认领后继续办理。", "Go on after sixty full days without a claim."),
        ),
        Situation::LastReview => (
            ("各项审查接近完成。", "The review is nearly done."),
            Office,
            ("补齐未完成的事项，报批。", "Finish what is open and propose."),
        ),
        Situation::Proposed => (
            ("已经报批。", "It waits for approval."),
            Leader,
            ("负责人审批。", "The leader decides."),
        ),
        Situation::ComeToRegister => (
            ("已经批准。", "It is approved."),
            Adopters,
            ("各方当事人到场登记。", "The parties come to register."),
        ),
        Situation::ComeForCertificate => (
            ("已经登记，尚未颁证。", "It is registered; the certificate is not handed over."),
            Office,
            ("打印收养登记证并颁发。", "Print the certificate and hand it over."),
        ),
        Situation::Visits => (
            ("已经颁证，回访期间。", "The certificate is handed over; visits follow."),
            Office,
            ("归档，按计划回访。", "Archive, and visit as scheduled."),
        ),
        Situation::Closed => {
            (("已经办结。", "It is closed."), Nobody, ("没有要办的事。", "Nothing is to be done."))
        }
        Situation::Dissolved => (
            ("收养关系已经解除。", "The adoption was dissolved."),
            Nobody,
            ("没有要办的事。", "Nothing is to be done."),
        ),
        Situation::Revoked => (
            ("收养登记已经撤销。", "The registration was revoked."),
            Nobody,
            ("没有要办的事。", "Nothing is to be done."),
        ),
        Situation::Void => (
            ("收养已被法院确认无效。", "A court found the adoption void."),
            Nobody,
            ("没有要办的事。", "Nothing is to be done."),
        ),
        Situation::NotAccepted => (
            ("不予受理。", "It was not accepted."),
            Office,
            ("送达通知，退还材料。", "Serve the notice and return the papers."),
        ),
        Situation::Refused => (
            ("不予登记。", "Registration was refused."),
            Office,
            ("送达决定，退还材料。", "Serve the decision and return the papers."),
        ),
        Situation::WithdrawnByFamily | Situation::Withdrawn => (
            ("已经撤回。", "It was withdrawn."),
            Office,
            ("签署撤回记录，退还材料。", "Have the record signed and return the papers."),
        ),
    }
}
