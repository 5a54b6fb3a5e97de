//! 规则手册: every rule that a refusal may name, for whoever is signed in.

use std::sync::LazyLock;

use poem_openapi::{OpenApi, param::Query};
use workflow::base::rule::Confidence;
use workflow::rulebook::{RuleEntry, SEQUENCES, entries};

use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::body::word::Word;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::http::v1::cases::ledger::unknown_word;

/// The rulebook, put together once: it is the same for everybody until another program is started.
static RULEBOOK: LazyLock<Vec<RuleEntry>> = LazyLock::new(entries);

/// The operations on the rulebook.
pub struct Rules;

#[OpenApi(prefix_path = "/v1/rules", tag = "Group::Service")]
impl Rules {
    /// The rules with their articles, what each guards and how sure its source is
    ///
    /// In both languages, in the order of `docs/rulebook.md`.
    #[oai(path = "/", method = "get", operation_id = "list_rules")]
    async fn list(
        &self,
        _caller: Caller,
        /// Only rules that serve this rule of the sequence, such as `SEQ-1`
        sequence: Query<Option<String>>,
        /// Only rules of this confidence: `verified`, `second_hand`, `remembered` or `derived`
        confidence: Query<Option<Word<Confidence>>>,
    ) -> Result<Output<Vec<&'static RuleEntry>>, Problem> {
        let confidence = confidence.0.map(|word| word.0);
        let sequence = sequence.0;
        let known = |asked: &String| SEQUENCES.iter().any(|sequence| sequence.id == asked);
        if !sequence.as_ref().is_none_or(known) {
            return Err(unknown_word("sequence"));
        }
        let asked_for = RULEBOOK.iter().filter(|rule| {
            confidence.is_none_or(|asked| rule.confidence == asked)
                && sequence.as_deref().is_none_or(|asked| rule.sequence == Some(asked))
        });
        Ok(Output::new(asked_for.collect()))
    }
}
