//! What a person is told, in the two languages the service answers in. A day in it is set as each language
//! writes days, and told beside it, so that a client can set it in another way.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

/// A message in the two languages the service answers in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Message {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
    /// The same with names in braces where days stand, such as `{due_on}`; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
    /// The days of the message by their names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, NaiveDate>,
}

/// A message before its days are set into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "MessageTemplate")]
pub struct Template {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Message {
    /// Puts the two wordings together.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Message {
        Message { zh: zh.into(), en: en.into(), template: None, params: BTreeMap::new() }
    }

    /// A message with days: `{name}` in either wording stands for the day of that name.
    pub fn with_days<'a>(
        zh: impl Into<String>,
        en: impl Into<String>,
        days: impl IntoIterator<Item = (&'a str, NaiveDate)>,
    ) -> Message {
        let template = Template { zh: zh.into(), en: en.into() };
        let params = days.into_iter().map(|(name, day)| (name.to_owned(), day)).collect();
        let set = |text: &str, written: fn(NaiveDate) -> String| set_into(text, &params, written);
        let (zh, en) = (set(&template.zh, day_zh), set(&template.en, day_en));
        Message { zh, en, template: Some(template), params }
    }

    /// The same message after other words.
    pub fn after(self, zh: &str, en: &str) -> Message {
        let template = self.template.map(|template| Template {
            zh: format!("{zh}{}", template.zh),
            en: format!("{en}{}", template.en),
        });
        let (zh, en) = (format!("{zh}{}", self.zh), format!("{en}{}", self.en));
        Message { zh, en, template, params: self.params }
    }
}

fn set_into(
    text: &str,
    params: &BTreeMap<String, NaiveDate>,
    written: fn(NaiveDate) -> String,
) -> String {
    params.iter().fold(text.to_owned(), |text, (name, day)| {
        text.replace(&format!("{{{name}}}"), &written(*day))
    })
}

/// A day as it is read out: `2026年3月2日`.
pub fn day_zh(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A day in English: `2 March 2026`.
pub fn day_en(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), day.format("%B"), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_set_as_each_language_writes_them_and_told_beside_it() {
        let day = NaiveDate::from_ymd_opt(2026, 5, 6).expect("a day");
        let said = Message::with_days("至{last}届满", "until {last}", [("last", day)]);
        let said = said.after("公告：", "notice: ");
        assert_eq!(
            (said.zh.as_str(), said.en.as_str()),
            ("公告：至2026年5月6日届满", "notice: until 6 May 2026")
        );
        let json = serde_json::to_value(&said).expect("it is written");
        assert_eq!(json["template"]["zh"], "公告：至{last}届满");
        assert_eq!(json["params"]["last"], "2026-05-06");
        let plain = serde_json::to_value(Message::new("甲", "a")).expect("it is written");
        assert_eq!(plain, serde_json::json!({ "zh": "甲", "en": "a" }));
    }
}
