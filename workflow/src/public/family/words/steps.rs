//! The steps of the way, as a family is told them.

use crate::base::message::Message;
use crate::facts::Facts;
use crate::law::notice::NOTICE_DAYS;

/// A step of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoadStep {
    /// 申请
    Papers,
    /// 受理
    Acceptance,
    /// 公告
    Notice,
    /// 评估和融合
    Assessment,
    /// 询问、同意、家庭教育指导
    Hearing,
    /// 审查、报批、批准
    Decision,
    /// 登记、颁证
    Registration,
    /// 回访
    Visits,
}

/// Its name.
pub fn title(step: RoadStep) -> Message {
    let (zh, en) = match step {
        RoadStep::Papers => ("交申请和材料", "Application and papers"),
        RoadStep::Acceptance => ("正式收下申请（受理）", "Acceptance"),
        RoadStep::Notice => ("登报寻找亲生父母（公告）", "Public notice"),
        RoadStep::Assessment => ("上门了解、一起生活（评估和融合）", "Assessment and integration"),
        RoadStep::Hearing => ("谈话、签同意书、听讲解", "Talk, consent and advice"),
        RoadStep::Decision => ("局领导做决定（审批）", "Decision"),
        RoadStep::Registration => ("登记、领证", "Registration and certificate"),
        RoadStep::Visits => ("登记后来看孩子（回访）", "Visits"),
    };
    Message::new(zh, en)
}

/// What happens in it.
pub fn explained(step: RoadStep, visits: usize, facts: &Facts) -> Message {
    let days = facts.rules.integration_days;
    match step {
        RoadStep::Papers => Message::new(
            "按清单交材料。清单以外的，我们不能要。",
            "Bring the papers of the list. We may ask for none beyond it.",
        ),
        RoadStep::Acceptance => Message::new(
            "材料齐了，我们正式收下，期限从第二天开始算。",
            "When they are complete we accept; the clock starts on the next day.",
        ),
        RoadStep::Notice => Message::new(
            format!("登报满{NOTICE_DAYS}天，没有人认领，才能往下办。"),
            format!("It runs {NOTICE_DAYS} full days; we go on if nobody claims the child."),
        ),
        RoadStep::Assessment => Message::new(
            format!("至少两名评估人员上门、谈话。您和孩子一起生活满{days}天。"),
            format!(
                "Two or more assessors visit and talk. You live with the child for {days} days."
            ),
        ),
        RoadStep::Hearing => Message::new(
            "每个人单独谈，问是不是自愿。再听一次怎样教育孩子。",
            "Each is asked alone whether they are willing, and hears advice on raising a child.",
        ),
        RoadStep::Decision => {
            Message::new("一个人核对，另一个人决定。", "One person reviews, another decides.")
        }
        RoadStep::Registration => Message::new(
            "您亲自来。登记当天收养关系成立，当天发证。",
            "Come in person. The adoption forms that day, and you get the certificate.",
        ),
        RoadStep::Visits => Message::new(
            format!("一共{visits}次，每次两个人，来之前先打电话。"),
            format!("{visits} in all, by two people who call first."),
        ),
    }
}
