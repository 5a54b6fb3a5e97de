//! The words of a page, in short sentences a worried person reads on a phone. Statutory terms stand in
//! brackets after the plain words, so that the papers in the hand can be recognised.

pub mod papers;
pub mod stages;
pub mod steps;

use chrono::NaiveDate;

use crate::base::message::Message;
pub use crate::base::message::{day_en, day_zh};
use crate::case::Case;
use crate::law::kinds::is_assessed;

/// A sentence around a day.
pub fn with_day(day: NaiveDate, zh: (&str, &str), en: (&str, &str)) -> Message {
    Message::new(
        format!("{}{}{}", zh.0, day_zh(day), zh.1),
        format!("{}{}{}", en.0, day_en(day), en.1),
    )
}

/// How to ask.
pub fn call_us() -> Message {
    Message::new(
        "有不明白的，请打电话问我们。报办件编号就行，不用说身份证号。",
        "Call us with any question. Give the case number; you need not say your identity number.",
    )
}

/// Rights and duties that hold all the time.
pub fn good_to_know(case: &Case) -> Vec<Message> {
    let mut all = vec![if is_assessed(case.kind) {
        Message::new(
            "办登记和上门评估都不收费。收养和捐款没有关系。",
            "Registration and assessment cost nothing. Adopting has nothing to do with donating.",
        )
    } else {
        Message::new(
            "办登记不收费。收养和捐款没有关系。",
            "Registration costs nothing. Adopting has nothing to do with donating.",
        )
    }];
    if case.stage.is_before_registration() {
        all.push(Message::new(
            "办好登记以前，您随时可以撤回申请。",
            "Until the adoption is registered you may withdraw at any time.",
        ));
        all.push(Message::new(
            "结婚、离婚、生孩子、搬家、生大病，请马上告诉我们。",
            "Tell us at once of a marriage, a divorce, a birth, a move or a serious illness.",
        ));
    }
    all.push(Message::new(
        "这个页面只给您看。看完请退出。",
        "This page is for you alone. Please sign out when you have read it.",
    ));
    all
}
