//! A text of a set, in Chinese and, where somebody translated it, in English.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a set says. The Chinese is what counts; a province's own table has no other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// 中文
    pub zh: String,
    /// English
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Wording {
    /// Both wordings.
    pub fn new(zh: &str, en: &str) -> Wording {
        Wording { zh: zh.to_owned(), en: Some(en.to_owned()) }
    }

    /// The wordings there are.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.zh.as_str()).chain(self.en.as_deref())
    }
}

/// Declares the words a set chooses from: in files each is written as its word or as it is printed.
macro_rules! chosen {
    (
        $(#[$doc:meta])* $name:ident;
        $( $(#[$variant_doc:meta])* $variant:ident = $word:literal, $printed:literal; )*
    ) => {
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        $(#[$doc])*
        pub enum $name {
            $( $(#[$variant_doc])* #[serde(rename = $word, alias = $printed)] $variant, )*
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),*];

            /// The word in JSON.
            pub fn word(self) -> &'static str {
                match self { $( $name::$variant => $word, )* }
            }

            /// The words printed on papers.
            pub fn printed(self) -> &'static str {
                match self { $( $name::$variant => $printed, )* }
            }

            /// The one that is written so.
            pub fn written(text: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.word() == text || one.printed() == text)
            }
        }
    };
}
pub(super) use chosen;
