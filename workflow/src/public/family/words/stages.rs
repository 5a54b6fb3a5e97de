//! What each situation is called, what it means, and who acts next.

use super::super::page::{Next, Who};
use super::super::say::Say;
use super::super::situation::Situation;
use super::with_day;
use crate::base::message::Message;
use crate::case::Case;
use crate::facts::Facts;

/// Where the case is, in one sentence.
pub fn here(situation: Situation) -> Message {
    let (zh, en) = match situation {
        Situation::PapersWanted => (
            "您的申请我们收到了，材料还没有收齐。",
            "We have your application; some papers are still missing.",
        ),
        Situation::PapersChecked => (
            "您要交的材料都收到了，我们正在核对。",
            "We have all your papers and are looking through them.",
        ),
        Situation::Halted => {
            ("有情况需要核实，办理暂停。", "Something has to be cleared up; the case is halted.")
        }
        Situation::CannotGoOn => (
            "情况已经核实，我们会把结果书面告诉您。",
            "It has been cleared up; we will tell you the result in writing.",
        ),
        Situation::AssessmentComing => (
            "申请已经正式收下，我们正在安排收养评估。",
            "Your application is accepted; we are preparing the assessment.",
        ),
        Situation::AssessmentConsentWanted => (
            "要到您家看一看、谈一谈，需要您先签字同意。",
            "We would like to visit and talk to you; please sign your consent first.",
        ),
        Situation::AssessorsComing => (
            "您已经同意评估，我们正在安排上门的人员。",
            "You have consented; we are choosing who will visit you.",
        ),
        Situation::Integration => (
            "您和孩子正在一起生活，互相熟悉。",
            "You and the child are living together to get to know one another.",
        ),
        Situation::Assessing => (
            "评估人员正在了解您家的情况，写评估报告。",
            "The assessors are getting to know your family and write their report.",
        ),
        Situation::HearingWanted => (
            "请您来一趟，谈话、签字、听讲解。",
            "Please come to us for a talk, to sign and for some advice.",
        ),
        Situation::NoticeComing => (
            "我们正在安排登报，寻找孩子的亲生父母。",
            "We are about to search for the child's birth parents in a newspaper.",
        ),
        Situation::NoticeRuns => (
            "登报寻找孩子亲生父母的时间还没有满。",
            "The newspaper search for the child's birth parents is still running.",
        ),
        Situation::LastReview => (
            "您要做的都做了，我们在办剩下的手续。",
            "You have done your part; we are doing the rest.",
        ),
        Situation::Proposed => (
            "我们已经核对完，现在等局领导决定。",
            "We have finished; the bureau's leader now decides.",
        ),
        Situation::ComeToRegister => {
            ("局领导已经同意，请您来办登记。", "It is approved; please come to register.")
        }
        Situation::ComeForCertificate => (
            "收养关系已经成立，请领取收养登记证。",
            "The adoption is formed; please take your certificate.",
        ),
        Situation::Visits => (
            "登记已经办好，以后我们会来看看孩子。",
            "The adoption is registered; we will come to see the child.",
        ),
        Situation::Closed => ("这件事已经全部办完。", "Everything is done."),
        Situation::Dissolved => (
            "收养关系已经解除，收养登记证不再有效。",
            "The adoption was dissolved; the certificate no longer holds.",
        ),
        Situation::Revoked => (
            "收养登记已经撤销，收养登记证不再有效。",
            "The registration was revoked; the certificate no longer holds.",
        ),
        Situation::Void => (
            "法院认定这次收养无效，收养登记证不再有效。",
            "A court found the adoption void; the certificate no longer holds.",
        ),
        Situation::NotAccepted => {
            ("很抱歉，这次申请我们不能收下。", "We are sorry: we cannot accept this application.")
        }
        Situation::Refused => (
            "很抱歉，这次收养没有通过，不能登记。",
            "We are sorry: this adoption cannot be registered.",
        ),
        Situation::WithdrawnByFamily => {
            ("您已经撤回申请，这件事不再办理。", "You have withdrawn; the case is ended.")
        }
        Situation::Withdrawn => {
            ("申请已经撤回，这件事不再办理。", "The application was withdrawn; the case is ended.")
        }
    };
    Message::new(zh, en)
}

/// What it means, sentence by sentence.
pub fn explained(situation: Situation, case: &Case, facts: &Facts) -> Vec<Message> {
    let line = |zh: &str, en: &str| Message::new(zh, en);
    match situation {
        Situation::PapersWanted => missing(case),
        Situation::PapersChecked => vec![line(
            "核对没有问题，我们就正式收下申请（受理）。",
            "When they are in order we formally accept the application.",
        )],
        Situation::Halted => vec![
            line(
                "暂停不等于不办。核实清楚以前，不能往下走。",
                "Halted does not mean refused. Nothing moves until it is clear.",
            ),
            line(
                "现在不需要您做什么，也请不要着急。",
                "You need not do anything now; please be patient.",
            ),
        ],
        Situation::Integration => vec![
            Message::new(
                format!("这一段叫融合，要满{}天。", facts.rules.integration_days),
                format!(
                    "This is called integration and lasts {} full days.",
                    facts.rules.integration_days
                ),
            ),
            line(
                "孩子怕生、睡不好都很常见，可以问评估人员。",
                "A shy or sleepless child is common; ask the assessors.",
            ),
        ],
        Situation::AssessmentConsentWanted | Situation::AssessmentComing => vec![line(
            "评估是看您家能不能照顾好孩子，不是考试。",
            "The assessment looks at how the child would be cared for; it is no examination.",
        )],
        Situation::HearingWanted => vec![line(
            "每个人单独谈。谈话记录您看过再签字。",
            "Each is asked alone. Read the record before you sign it.",
        )],
        Situation::NoticeRuns | Situation::NoticeComing => vec![line(
            "没有人认领，才能往下办。这个时间不能缩短。",
            "Only if nobody claims the child can we go on. This time cannot be shortened.",
        )],
        Situation::Proposed => vec![line(
            "做决定的人和核对材料的人不是同一个人。",
            "Who decides is not who looked through the file.",
        )],
        Situation::ComeToRegister => registering(case),
        Situation::Refused | Situation::NotAccepted => vec![line(
            "原因和您可以怎么做，下面写清楚了。",
            "The reasons, and what you can do, stand below.",
        )],
        Situation::WithdrawnByFamily | Situation::Withdrawn => vec![line(
            "您交来的材料可以拿回去。以后还可以再申请。",
            "You may take your papers back, and may apply again.",
        )],
        Situation::Visits => vec![line(
            "看望是来帮忙的，有难处请直说。",
            "The visits are there to help; do tell of any difficulty.",
        )],
        Situation::CannotGoOn
        | Situation::AssessorsComing
        | Situation::Assessing
        | Situation::LastReview
        | Situation::ComeForCertificate
        | Situation::Dissolved
        | Situation::Revoked
        | Situation::Void
        | Situation::Closed => Vec::new(),
    }
}

fn missing(case: &Case) -> Vec<Message> {
    let told = case.corrections.last().map(|correction| {
        with_day(
            correction.on,
            ("", "我们书面告诉过您要补什么（补正）。"),
            ("We told you in writing what to bring on ", "."),
        )
    });
    let below = Message::new(
        "还缺什么、为什么要，下面写清楚了。",
        "What is missing, and why we need it, stands below.",
    );
    told.into_iter().chain([below]).collect()
}

fn registering(case: &Case) -> Vec<Message> {
    let mut lines = vec![Message::new(
        "登记当天，您就是孩子法律上的父母。",
        "From the day of registration you are the child's parents in law.",
    )];
    if case.adopters.len() > 1 {
        lines.push(Message::new(
            "夫妻有一人来不了的，先打电话问怎么写委托书。",
            "If one spouse cannot come, call us first about a mandate.",
        ));
    }
    lines
}

/// Who acts next.
pub fn next(situation: Situation, say: Say<'_>) -> Next {
    let (who, zh, en) = match situation {
        Situation::PapersWanted => {
            (Who::Family, "您：把缺的材料交来。", "You: bring the missing papers.")
        }
        Situation::PapersChecked => (
            Who::Office,
            "我们：核对材料，正式收下申请。",
            "We: look through the papers and accept the application.",
        ),
        Situation::Halted => (Who::Office, "我们：把情况核实清楚。", "We: clear it up."),
        Situation::CannotGoOn => {
            (Who::Office, "我们：做出决定，书面告诉您。", "We: decide, and tell you in writing.")
        }
        Situation::AssessmentComing => (
            Who::Office,
            "我们：书面告诉您怎么评估。",
            "We: tell you in writing how the assessment works.",
        ),
        Situation::AssessmentConsentWanted => (
            Who::Family,
            "您：来签收养评估同意书。",
            "You: come and sign the consent to the assessment.",
        ),
        Situation::AssessorsComing => {
            (Who::Office, "我们：选两名以上的评估人员。", "We: choose two or more assessors.")
        }
        Situation::Integration => (
            Who::Family,
            "您：和孩子一起生活，评估人员会上门。",
            "You: live with the child; the assessors will visit.",
        ),
        Situation::Assessing => (
            Who::Office,
            "评估人员：上门、谈话、写报告。",
            "The assessors: visit, talk and write the report.",
        ),
        Situation::HearingWanted => {
            (Who::Family, "您：约好时间来一趟。", "You: make an appointment and come.")
        }
        Situation::NoticeComing => (Who::Office, "我们：登报。", "We: publish the notice."),
        Situation::NoticeRuns => (
            Who::Office,
            "我们：等登报的时间满，再接着办。",
            "We: wait until the notice has run, then go on.",
        ),
        Situation::LastReview => (
            Who::Office,
            "我们：从头核对，交给局领导。",
            "We: review the file and hand it to the leader.",
        ),
        Situation::Proposed => (Who::Office, "局领导：做决定。", "The bureau's leader: decides."),
        Situation::ComeToRegister => (
            Who::Family,
            "您：约好时间，带证件来登记。",
            "You: make an appointment and come with your documents.",
        ),
        Situation::ComeForCertificate => {
            (Who::Family, "您：签名，领证。", "You: sign and take the certificate.")
        }
        Situation::Visits => (
            Who::Office,
            "我们：先打电话，再来看孩子。",
            "We: call first, then come to see the child.",
        ),
        Situation::Closed | Situation::Dissolved | Situation::Revoked | Situation::Void => {
            (Who::Nobody, "不需要谁再做什么。", "Nobody has to do anything more.")
        }
        Situation::Refused | Situation::NotAccepted => (
            Who::Family,
            "您：不服可以要求重新看，也可以以后再申请。",
            "You: may have it looked at again, or apply again later.",
        ),
        Situation::WithdrawnByFamily | Situation::Withdrawn => {
            (Who::Nobody, "不需要谁再做什么。", "Nobody has to do anything more.")
        }
    };
    Next { who, sentence: say(Message::new(zh, en)) }
}
