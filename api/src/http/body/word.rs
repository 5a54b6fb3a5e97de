//! One word of a query, described by the type that lists the words.

use std::borrow::Cow;

use poem_openapi::registry::{MetaSchemaRef, Registry};
use poem_openapi::types::{ParseError, ParseFromParameter, ParseResult, Type};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::http::answer::openapi::{self, Direction};

/// A word that `T` knows; any other is refused with the name of the parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<T>(pub T);

impl<T: DeserializeOwned + JsonSchema + Send + Sync> Type for Word<T> {
    const IS_REQUIRED: bool = true;

    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_ref() -> MetaSchemaRef {
        openapi::reference::<T>(Direction::Question)
    }

    fn register(registry: &mut Registry) {
        openapi::register::<T>(registry, Direction::Question);
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}

impl<T: DeserializeOwned + JsonSchema + Send + Sync> ParseFromParameter for Word<T> {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        let read = serde_json::from_value(value.into());
        read.map(Word).map_err(|_| ParseError::custom("no such word"))
    }
}

#[cfg(test)]
mod tests {
    use workflow::Stage;

    use super::*;

    #[test]
    fn only_a_word_of_the_list_is_read() {
        let read = |text: &str| Word::<Stage>::parse_from_parameter(text).ok();
        assert_eq!(read(Stage::ALL[0].word()), Some(Word(Stage::ALL[0])));
        assert_eq!(read("Application"), None);
        assert_eq!(read(""), None);
    }
}
