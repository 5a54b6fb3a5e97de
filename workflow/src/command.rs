//! What may be asked of a case.

use crate::base::act::Act;
use crate::base::act_list::for_each_act;
use crate::base::ids::CaseId;
use crate::base::message::Message;
use crate::case::{Case, Procedure};
use crate::facts::{Facts, Lookup};
use crate::law::numbers::{BlankKey, Series};
use crate::steps;
use crate::steps::{Applicants, Step};

/// The data of a command. What opens a case is long, and boxed so that the others stay short.
macro_rules! data {
    (new $data:ty) => {
        Box<$data>
    };
    (case $data:ty) => {
        $data
    };
}

macro_rules! commands {
    ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        /// A command with its data. A number beside the data names the paper, claim or incident it is
        /// about.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(test, derive(serde::Serialize, serde::Deserialize))]
        pub enum Command {
            $( $(#[$summary])* $act($($type,)? data!($kind steps::$module::$data)), )*
        }

        impl Command {
            /// The act this command asks for.
            pub fn act(&self) -> Act {
                match self {
                    $(Command::$act(..) => Act::$act,)*
                }
            }

            /// The series this command draws a number from, if it draws one, in a case of this procedure.
            pub fn series(&self, procedure: Procedure) -> Option<Series> {
                if self.act().opens_a_case() {
                    return Some(Series::Application);
                }
                match self {
                    $(Command::$act(..) => steps::$module::$data::series(procedure),)*
                }
            }

            /// Whether the rule of one adoption for one child is settled here, so that the rows of its
            /// persons must be locked (SEQ-16).
            pub fn crosses_cases(&self) -> bool {
                match self {
                    $(Command::$act(..) => steps::$module::$data::CROSSES_CASES,)*
                }
            }

            /// Whether other cases of its persons are looked up for it.
            pub fn looks_at_other_cases(&self) -> bool {
                match self {
                    $(Command::$act(..) => steps::$module::$data::LOOKS_AT_OTHER_CASES,)*
                }
            }

            /// Whether the documents that were made are looked up for it.
            pub fn looks_at_documents(&self) -> bool {
                match self {
                    $(Command::$act(..) => steps::$module::$data::LOOKS_AT_DOCUMENTS,)*
                }
            }

            /// Whether it puts the whole file on paper.
            pub fn prints_the_whole_case(&self) -> bool {
                match self {
                    $(Command::$act(..) => steps::$module::$data::PRINTS_THE_WHOLE_CASE,)*
                }
            }

            /// Whether the gifts that touch the case are looked up for it.
            pub fn looks_at_gifts(&self) -> bool {
                match self {
                    $(Command::$act(..) => steps::$module::$data::LOOKS_AT_GIFTS,)*
                }
            }

            /// Whether the access log keeps to itself which rules refused it.
            pub fn refusal_is_confidential(&self) -> bool {
                match self {
                    $(Command::$act(..) => steps::$module::$data::REFUSAL_IS_CONFIDENTIAL,)*
                }
            }

            /// The adoption a command that opens a later procedure is about.
            pub fn adoption(&self) -> Option<CaseId> {
                match self {
                    $(Command::$act(.., data) => data.adoption(),)*
                }
            }

            /// The persons of the application the command brings.
            pub fn applicants(&self) -> Option<Applicants<'_>> {
                match self {
                    $(Command::$act(.., data) => data.applicants(),)*
                }
            }

            /// The certificate number this command brings into the ledger: a new one as it was drawn, or
            /// that of a registration entered late.
            pub fn certificate_number(&self, case: Option<&Case>, facts: &Facts) -> Option<String> {
                match self {
                    $(Command::$act(.., data) => data.certificate_number(case, facts),)*
                }
            }

            /// The blank this command uses up: its form and its serial.
            pub fn blank(&self, case: Option<&Case>) -> Option<BlankKey> {
                match self {
                    $(Command::$act(.., data) => data.blank(case),)*
                }
            }

            /// What has to be looked up for the data of the command alone.
            pub fn lookups(&self) -> Vec<Lookup> {
                match self {
                    $(Command::$act(.., data) => data.lookups(),)*
                }
            }

            /// What whoever did it is told with the answer; `case` is the case after it.
            pub fn notes_once_done(&self, case: &Case, facts: &Facts) -> Vec<Message> {
                match self {
                    $(Command::$act(.., data) => data.notes_once_done(case, facts),)*
                }
            }

            /// The command with its names and numbers in one way of writing.
            pub fn in_one_way_of_writing(mut self) -> Command {
                match &mut self {
                    $(Command::$act(.., data) => data.write_in_one_way(),)*
                }
                self
            }
        }
    };
}

for_each_act!(commands);
