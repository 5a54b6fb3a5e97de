//! What happened so far, as far as the family took part in it or must know it.
//!
//! An event is told only if it is named here. Nothing is told of the giving side, of checks with other
//! authorities, of what an incident was about, or of who claimed what.

use chrono::NaiveDate;

use super::page::Line;
use super::say::{Say, is_family, is_familys_paper};
use super::words::papers;
use super::words::with_day;
use crate::base::message::Message;
use crate::case::change::Change;
use crate::case::{Case, PaperKind, Slot};
use crate::event::{Entry, Event};

/// What an event is to the family.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    /// A paper of theirs came in; papers of one day are counted together.
    Filed,
    /// A sentence of its own.
    Sentence(Message),
}

/// The history for the family, oldest first.
pub(super) fn of(entries: &[Entry], case: &Case, say: Say<'_>) -> Vec<Line> {
    let mut told: Vec<(NaiveDate, Told, usize)> = Vec::new();
    for entry in entries {
        let Some(what) = tell(&entry.event, case) else { continue };
        let same = |known: &&mut (NaiveDate, Told, usize)| known.0 == entry.on && known.1 == what;
        match told.iter_mut().rev().find(same) {
            Some(known) => known.2 += 1,
            None => told.push((entry.on, what, 1)),
        }
    }
    told.into_iter()
        .map(|(on, what, times)| Line { on, sentence: say(what.words(times)) })
        .collect()
}

impl Told {
    fn words(self, times: usize) -> Message {
        match self {
            Told::Sentence(message) => message,
            Told::Filed => Message::new(
                format!("收到您交来的材料{times}份。"),
                format!("We received {times} of your papers."),
            ),
        }
    }
}

fn tell(event: &Event, case: &Case) -> Option<Told> {
    if let Event::PaperFiled { slot, .. } = event {
        return is_brought_by_family(case, *slot).then_some(Told::Filed);
    }
    let message = of_papers(event, case)
        .or_else(|| of_review(event))
        .or_else(|| of_hearing(event))
        .or_else(|| of_decision(event))?;
    Some(Told::Sentence(message))
}

fn is_brought_by_family(case: &Case, slot: Slot) -> bool {
    is_familys_paper(case, slot) && papers::is_brought(slot.paper)
}

fn line(zh: &str, en: &str) -> Option<Message> {
    Some(Message::new(zh, en))
}

fn of_papers(event: &Event, case: &Case) -> Option<Message> {
    match event {
        Event::ApplicationFiled(_) => line("收到您的收养申请。", "We received your application."),
        Event::PaperRejected { number, .. } => {
            let paper = case.papers.iter().find(|paper| paper.number == *number)?;
            is_brought_by_family(case, paper.slot).then(|| rejected(paper.slot.paper))
        }
        Event::CorrectionRequested { missing, incorrect, .. } => {
            let mut slots = missing.iter().chain(incorrect.iter().map(|paper| &paper.slot));
            let of_family = slots.any(|slot| is_familys_paper(case, *slot));
            of_family.then(|| {
                Message::new(
                    "书面告诉您要补哪些材料（补正）。",
                    "We told you in writing what to bring.",
                )
            })
        }
        Event::DocumentServed { service } if is_family(service.party) => Some(Message::new(
            format!("《{}》交给您了。", service.document.printed()),
            "A paper was handed to you.",
        )),
        Event::OfficerReplaced { .. } => line("换了承办人。", "Another officer took over."),
        Event::WishesChanged { party, .. } if is_family(*party) => {
            line("您改了申请时提的要求。", "You changed what you asked for.")
        }
        Event::MandatePrepared { mandate } if is_family(mandate.party) => {
            line("写好了夫妻间的委托书。", "A mandate between spouses was drawn up.")
        }
        Event::Accepted { .. } => {
            line("正式收下您的申请（受理）。", "Your application was accepted.")
        }
        Event::FactChanged { change, .. } => match change {
            Change::Child { .. } => {
                line("孩子的资料有更正。", "The child's particulars were corrected.")
            }
            Change::SupportDuty { .. } => None,
            _ => line("记下了情况的变化。", "A change was noted."),
        },
        _ => None,
    }
}

fn rejected(paper: PaperKind) -> Message {
    let what = papers::of(paper).what;
    Message::new(
        format!("“{}”不能用，请重新交。", what.zh),
        format!("Your {} was not in order; please bring it again.", what.en),
    )
}

fn of_review(event: &Event) -> Option<Message> {
    match event {
        Event::NoticePublished { last_day, .. } => Some(with_day(
            *last_day,
            ("登报寻找孩子的亲生父母，到", "为止。"),
            ("The search for the birth parents was published; it runs until ", "."),
        )),
        Event::ClaimRaised { .. } | Event::IncidentReported { .. } => line(
            "有情况需要核实，办理暂停。",
            "Something has to be cleared up; the case is halted.",
        ),
        Event::ClaimSettled { .. } | Event::IncidentClosed { .. } => {
            line("情况核实完毕。", "It has been cleared up.")
        }
        Event::AssessmentNotified { .. } => {
            line("书面告诉您要做收养评估。", "We told you of the assessment in writing.")
        }
        Event::AssessmentConsented { .. } => {
            line("您同意做收养评估。", "You consented to the assessment.")
        }
        Event::AssessorsAppointed { .. } => line("选好了评估人员。", "The assessors were chosen."),
        Event::AssessmentVisited { .. } => {
            line("评估人员和您见面或者走访。", "The assessors met you or made a visit.")
        }
        Event::IntegrationStarted { started_on } => Some(with_day(
            *started_on,
            ("您和孩子开始一起生活，从", "算起。"),
            ("You and the child began to live together on ", "."),
        )),
        Event::IntegrationEnded { .. } => {
            line("一起生活的时间满了（融合）。", "The time of living together is complete.")
        }
        Event::IntegrationBrokenOff { .. } => {
            line("一起生活的时间中断了。", "The time of living together was broken off.")
        }
        Event::ReportSubmitted { .. } => {
            line("评估报告写好了。", "The assessment report was written.")
        }
        _ => None,
    }
}

fn of_hearing(event: &Event) -> Option<Message> {
    match event {
        Event::InquiryHeld { party, .. } if is_family(*party) => {
            line("和您谈了话（询问）。", "We talked to you.")
        }
        Event::ConsentGiven { party, .. } if is_family(*party) => {
            line("您签了同意书。", "You signed your consent.")
        }
        Event::ConsentWithdrawn { party, .. } if is_family(*party) => {
            line("您收回了同意。", "You took your consent back.")
        }
        Event::GuidanceGiven(_) => {
            line("您听了家庭教育讲解。", "You heard the family-education advice.")
        }
        _ => None,
    }
}

fn of_decision(event: &Event) -> Option<Message> {
    match event {
        Event::Proposed { .. } => {
            line("核对做完了，交给局领导决定。", "The file was handed to the leader.")
        }
        Event::ProposalReturned { .. } => {
            line("局领导要求再核对一遍。", "The leader asked for another look.")
        }
        Event::Approved { .. } => line("局领导同意了。", "The leader approved."),
        Event::Registered { .. } => {
            line("登记办好了，收养关系成立。", "The adoption was registered and is formed.")
        }
        Event::CertificateIssued { .. } => {
            line("您领到了收养登记证。", "You received the certificate.")
        }
        Event::FollowUpVisited { number, .. } => Some(Message::new(
            format!("第{number}次来看了孩子。"),
            format!("Visit {number} was made."),
        )),
        Event::ApplicationDeclined { .. } => {
            line("决定不收下申请。", "The application was not accepted.")
        }
        Event::Refused { .. } => line("决定不登记。", "Registration was refused."),
        Event::Withdrawn { party, .. } if is_family(*party) => {
            line("您撤回了申请。", "You withdrew the application.")
        }
        Event::Withdrawn { .. } => line("申请撤回了。", "The application was withdrawn."),
        _ => None,
    }
}
