//! Which of the two languages an answer is written in, by the request's `Accept-Language`.

use poem::http::{HeaderMap, header};
use poem::{FromRequest, Request, RequestBody};
use workflow::base::message::Message;

/// The languages the service answers in. Chinese is the language of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 中文
    #[default]
    Chinese,
    /// English
    English,
}

impl Language {
    /// The language the headers ask for; Chinese where they ask for neither or say it badly.
    pub fn asked_by(headers: &HeaderMap) -> Language {
        let mut chinese = 0;
        let mut english = 0;
        let listed = headers
            .get_all(header::ACCEPT_LANGUAGE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        for range in listed.take(32) {
            let (tag, weight) = weighted(range);
            match tag.split('-').next().unwrap_or_default() {
                "zh" => chinese = chinese.max(weight),
                "en" => english = english.max(weight),
                _ => {}
            }
        }
        if english > chinese { Language::English } else { Language::Chinese }
    }

    /// The tag for `Content-Language`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// The wording of a message in this language.
    pub fn of(self, message: &Message) -> &str {
        match self {
            Language::Chinese => &message.zh,
            Language::English => &message.en,
        }
    }

    /// One of two fixed wordings.
    pub fn either<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

impl<'a> FromRequest<'a> for Language {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> poem::Result<Self> {
        Ok(Language::asked_by(request.headers()))
    }
}

/// Splits one language range into its tag and its weight in thousandths.
fn weighted(range: &str) -> (String, u16) {
    let mut parts = range.split(';');
    let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    let weight = parts
        .filter_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok())
        .next()
        .filter(|weight| (0.0..=1.0).contains(weight))
        .map_or(1000, |weight| (weight * 1000.0) as u16);
    (tag, weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::http::HeaderValue;

    fn asked(value: &'static str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(value));
        Language::asked_by(&headers)
    }

    #[test]
    fn chinese_is_the_default_and_wins_a_tie() {
        assert_eq!(Language::asked_by(&HeaderMap::new()), Language::Chinese);
        assert_eq!(asked("fr"), Language::Chinese);
        assert_eq!(asked("en, zh"), Language::Chinese);
        assert_eq!(asked(";;q=,,"), Language::Chinese);
    }

    #[test]
    fn english_is_given_where_it_is_preferred() {
        assert_eq!(asked("en"), Language::English);
        assert_eq!(asked("en-GB,en;q=0.9"), Language::English);
        assert_eq!(asked("zh-CN;q=0.3, en;q=0.8"), Language::English);
        assert_eq!(asked("zh-CN, en;q=0.8"), Language::Chinese);
    }
}
