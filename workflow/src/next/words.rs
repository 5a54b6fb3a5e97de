//! What a worklist says: why something is next, and what an act is called in both languages.

use crate::base::act::Act;
use crate::base::message::Message;
use crate::law::parts::rulebook;

/// Why something is next, by the word that is kept of it: a word of this list, or a rule whose demand is
/// told.
pub fn why(word: &str) -> Option<Message> {
    let (zh, en) = match word {
        "claim_open" => ("有人认领，处理完毕前不得继续办理", "a claim is open and halts the case"),
        "incident_open" => {
            ("有待处理的情况报告，处理前不得报批", "an incident is open and bars the proposal")
        }
        "decision_waits" => ("已报批，等待审批决定", "it was proposed and waits for the decision"),
        "papers_to_look_at" => {
            ("有已提交、尚未核验的材料", "papers were filed and not looked at yet")
        }
        "nothing_lacks" => ("材料和程序已经齐备", "nothing is lacking any more"),
        "to_come_and_register" => {
            ("已批准，等当事人到场登记", "approved; the parties come to register")
        }
        "to_be_issued" => ("已批准，待制发", "approved; to be issued"),
        "to_be_posted" => ("撤销决定待张贴", "the decision is to be posted"),
        "certificate_to_take_in" => ("登记证待收缴", "the certificate is to be taken in"),
        "posting_runs" => ("撤销决定张贴期间", "the decision hangs on the notice board"),
        "to_be_handed_over" => {
            ("已登记，待颁证", "registered; the certificate is to be handed over")
        }
        "to_be_filed" => ("已办结，待归档", "concluded; the volume is to be closed"),
        "visit_comes" => ("下一次回访", "the next visit"),
        "closed" => ("全部办结", "everything is done"),
        "ended" => ("已终止办理", "the case has ended"),
        rule => {
            let known = rulebook().into_iter().find(|known| known.id == rule)?;
            return Some(Message::new(known.zh, known.en));
        }
    };
    Some(Message::new(zh, en))
}

/// What an act is called.
pub fn title(act: Act) -> Message {
    let word = act.word().replace('_', " ");
    Message::new(act.printed(), word)
}
