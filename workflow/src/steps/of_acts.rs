//! What the steps say of their acts, asked by the name of the act.

use super::{CaseStep, NumberedStep, Step};
use crate::access::Role;
use crate::base::act::Act;
use crate::base::act_list::for_each_act;
use crate::base::inputs::Input;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::facts::Facts;
use crate::law::sequence::must_be_in;

/// An act that opens a case is out of its order in one that exists.
macro_rules! gates {
    (new $data:ty, $case:expr, $facts:expr) => {
        must_be_in($case, &[])
    };
    (case $data:ty, $case:expr, $facts:expr) => {
        <$data>::gates($case, $facts)
    };
}

macro_rules! of_acts {
    ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        impl Act {
            /// The act in the words of the field.
            pub fn printed(self) -> &'static str {
                match self {
                    $(Act::$act => super::$module::$data::TITLE,)*
                }
            }

            /// The article the act rests on, as the demonstration and the guides print it.
            pub fn article(self) -> &'static str {
                match self {
                    $(Act::$act => super::$module::$data::ARTICLE,)*
                }
            }

            /// The roles that do the act. Nobody else does, an administrator included.
            pub fn roles(self) -> &'static [Role] {
                match self {
                    $(Act::$act => super::$module::$data::ROLES,)*
                }
            }

            /// Whether who does the act shows a second factor anew.
            pub fn asks_factor(self) -> bool {
                match self {
                    $(Act::$act => super::$module::$data::ASKS_FACTOR,)*
                }
            }

            /// Whether no other act takes the act back.
            pub fn is_final(self) -> bool {
                match self {
                    $(Act::$act => super::$module::$data::IS_FINAL,)*
                }
            }

            /// What whoever does the act is told beside it.
            pub fn notes(self, case: &Case, facts: &Facts, allowed: bool) -> Vec<Message> {
                match self {
                    $(Act::$act => super::$module::$data::notes(case, facts, allowed),)*
                }
            }

            /// What has to be given to the act beside what its schema tells; none where it cannot be
            /// listed beforehand.
            pub fn inputs(self, case: &Case, facts: &Facts) -> Option<Vec<Input>> {
                match self {
                    $(Act::$act => super::$module::$data::inputs(case, facts),)*
                }
            }

            /// What the step finds in the way of the act whatever its data.
            pub(crate) fn gates(self, case: &Case, facts: &Facts) -> Vec<Violation> {
                match self {
                    $(Act::$act => gates!($kind super::$module::$data, case, facts),)*
                }
            }
        }
    };
}

for_each_act!(of_acts);
