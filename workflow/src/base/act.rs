//! The acts of the procedure by name. What else is true of an act is said by its step.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use super::act_list::for_each_act;
use super::words::all;

/// Whether an act of the list opens a case.
macro_rules! opens {
    (new) => {
        true
    };
    (case) => {
        false
    };
}

macro_rules! acts {
    ($( $(#[doc = $summary:literal])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        /// The name of an act, as the list of acts, the access table and the access log write it.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
            EnumCount, IntoStaticStr, VariantArray,
        )]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        #[allow(missing_docs, reason = "each act is documented where its step is")]
        pub enum Act {
            $($act,)*
        }

        impl Act {
            /// Whether the act opens a case, so that no case exists before it.
            pub fn opens_a_case(self) -> bool {
                match self {
                    $(Act::$act => opens!($kind),)*
                }
            }

            /// What the act does, as the interface describes its operation.
            pub fn summary(self) -> &'static str {
                match self {
                    $(Act::$act => concat!($($summary),*),)*
                }
            }
        }
    };
}

for_each_act!(acts);

impl Act {
    /// Every act, in the order of work.
    pub const ALL: [Act; Act::COUNT] = all(Act::VARIANTS);

    /// The snake_case word.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// What the act does in English, without the word of the field in brackets behind it.
    pub fn english(self) -> &'static str {
        let summary = self.summary().trim();
        let plain = summary.split_once(" (").map_or(summary, |(plain, _)| plain);
        plain.split_once(':').map_or(plain, |(plain, _)| plain)
    }
}
