//! 字典: the words a form chooses from, each with the code of its standard where it has one.
//!
//! Most dictionaries are written in JSON as the word that is printed. What a standard has and no
//! form of an adoption needs is left out; what a form needs and no standard was seen for has no code.

mod child_health;
mod education;
mod ethnic_group;
mod marital_status;
mod nationality;
mod published;
#[cfg(test)]
mod tests;

pub use child_health::ChildHealth;
pub use education::Education;
pub use ethnic_group::EthnicGroup;
pub use marital_status::MaritalStatus;
pub use nationality::Nationality;
pub use published::{Dictionary, Entry, all};

/// Declares a dictionary whose words are written in JSON as they are printed.
macro_rules! dictionary {
    (
        $(#[$doc:meta])* $name:ident;
        $( $variant:ident = $code:literal, $word:literal; )*
    ) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the word of each variant says what it is")]
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            $( #[serde(rename = $word)] $variant, )*
        }

        impl $name {
            /// Every word, in the order of the codes.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),*];

            /// The code of the standard.
            pub fn code(self) -> &'static str {
                match self { $( $name::$variant => $code, )* }
            }

            /// The word, as it is printed and as JSON writes it.
            pub fn printed(self) -> &'static str {
                match self { $( $name::$variant => $word, )* }
            }
        }
    };
}
use dictionary;
