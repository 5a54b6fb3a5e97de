//! How every act of a case stands, as a client is told it: the operation with its path and its body, what
//! has to be given, and what stands in the way, each obstacle once.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use workflow::access::Role;
use workflow::acts::{ActState, ActStatus};
use workflow::base::inputs::Input;
use workflow::base::message::Message;
use workflow::law::cures::{Cure, cure_of};
use workflow::law::exemptions::{Exemption, exemptions_of};
use workflow::{Act, Case, Facts, Violation, for_each_act};

/// What stands in the way of acts.
#[derive(Debug, Serialize, JsonSchema)]
struct Obstacle {
    /// By which the acts name it.
    key: String,
    /// The rule's identifier.
    rule: &'static str,
    /// The sequence rule it serves.
    sequence: Option<&'static str>,
    /// The article.
    citation: Message,
    /// What is missing.
    message: Message,
    /// Whom or what of the case it is about, as a JSON pointer: `/papers/{paper}/{party}` is a place of the
    /// checklist, `/checks/{party}` a check of a party, `/{party}` a party.
    field: Option<String>,
    /// What cures it, where something does.
    cure: Option<Cure>,
}

/// An act and how it stands.
#[derive(Debug, Serialize, JsonSchema)]
struct ActAnswer {
    /// The act.
    act: Act,
    /// The id of its operation.
    operation: &'static str,
    /// The method of its operation.
    method: &'static str,
    /// The path of its operation.
    path: String,
    /// Where this description has the schema of its body; absent where the body is a file.
    body: Option<String>,
    /// Its name.
    title: Message,
    /// The roles that may do it.
    who: Vec<Role>,
    /// Whether this caller may do it.
    allowed: bool,
    /// How it stands, whoever does it.
    state: ActState,
    /// What has to be given beside what the schema of the body tells.
    inputs: Vec<Input>,
    /// The keys of what stands in the way.
    obstacles: Vec<String>,
    /// The first day on which it can become possible, where days alone are missing.
    possible_from: Option<NaiveDate>,
    /// What whoever does it is told beside it; none of it stands in the way.
    notes: Vec<Message>,
    /// Whether who does it shows a second factor anew, where the office or the person works with one.
    asks_factor: bool,
    /// Whether no other act takes it back, so that it is looked over before it is sent.
    is_final: bool,
}

/// What may be done in a case.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ActsAnswer {
    /// Every act in the order of work.
    acts: Vec<ActAnswer>,
    /// What stands in the way of them, each once.
    obstacles: Vec<Obstacle>,
    /// The conditions that do not apply, each with the article that waives it.
    exemptions: Vec<Exemption>,
}

impl ActsAnswer {
    /// The acts of a case as they stand on these facts.
    pub fn of(case: &Case, statuses: Vec<ActStatus>, facts: &Facts) -> ActsAnswer {
        let mut known = Known::default();
        let acts = statuses
            .into_iter()
            .map(|status| {
                let Place { operation, path, body } = place(status.act);
                let violations = status.violations.into_iter();
                ActAnswer {
                    act: status.act,
                    operation,
                    method: "POST",
                    path: path.replace(":case", "{case}").replace(":number", "{number}"),
                    body: body.map(|name| format!("#/components/schemas/{name}")),
                    title: Message::new(status.act.printed(), status.act.english()),
                    who: status.who,
                    allowed: status.allowed,
                    state: status.state,
                    inputs: status.inputs,
                    obstacles: violations.map(|broken| known.key_of(case, broken, facts)).collect(),
                    possible_from: status.possible_from,
                    notes: status.notes,
                    asks_factor: status.act.asks_factor(),
                    is_final: status.act.is_final(),
                }
            })
            .collect();
        ActsAnswer { acts, obstacles: known.obstacles, exemptions: exemptions_of(case) }
    }
}

/// The obstacles told so far.
#[derive(Default)]
struct Known {
    obstacles: Vec<Obstacle>,
    of_key: BTreeMap<String, u32>,
}

impl Known {
    /// The key of an obstacle, which is told if it was not yet.
    fn key_of(&mut self, case: &Case, broken: Violation, facts: &Facts) -> String {
        let field = broken.pointer();
        let told = self.obstacles.iter().find(|told| {
            told.rule == broken.rule.id && told.field == field && told.message == broken.message
        });
        if let Some(told) = told {
            return told.key.clone();
        }
        let plain = format!("{}{}", broken.rule.id, field.as_deref().unwrap_or_default());
        let times = self.of_key.entry(plain.clone()).or_default();
        *times += 1;
        let key = if *times == 1 { plain } else { format!("{plain}#{times}") };
        self.obstacles.push(Obstacle {
            key: key.clone(),
            rule: broken.rule.id,
            sequence: broken.rule.sequence,
            citation: Message::new(broken.rule.citation, broken.rule.citation_en),
            cure: cure_of(case, &broken, facts),
            message: broken.message,
            field,
        });
        key
    }
}

/// Where an act is done.
struct Place {
    operation: &'static str,
    path: String,
    body: Option<&'static str>,
}

/// An act whose operation is written by hand stands here by name.
macro_rules! place {
    (Apply $data:ident) => {
        Place {
            operation: "create_case",
            path: "/v1/cases".to_owned(),
            body: Some(stringify!($data)),
        }
    };
    (FilePaper $data:ident) => {
        Place { operation: "file_paper", path: "/v1/cases/:case/papers".to_owned(), body: None }
    };
    (FileEvidence $data:ident) => {
        Place {
            operation: "file_evidence",
            path: "/v1/cases/:case/assessment/evidence".to_owned(),
            body: None,
        }
    };
    ($act:ident $data:ident $path:tt $operation:tt) => {
        Place {
            operation: $operation,
            path: format!("/v1{}{}", if Act::$act.opens_a_case() { "" } else { "/cases" }, $path),
            body: Some(stringify!($data)),
        }
    };
}

macro_rules! places {
    ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        fn place(act: Act) -> Place {
            match act {
                $(Act::$act => place!($act $data $($path $operation)?),)*
            }
        }
    };
}

for_each_act!(places);
