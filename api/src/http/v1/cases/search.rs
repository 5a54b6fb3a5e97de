//! The search over all cases: by a number, a name or its beginning, a telephone.

use std::collections::BTreeSet;
use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::case::terms::{TermKind, asked};

use super::ledger::LedgerLine;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::cases::terms::{self, Found};
use crate::store::log::audit::AccessOutcome;
use crate::store::{office, people};

/// Cases of an answer: whoever finds so many has to say more of what they look for.
const MOST: u64 = 50;
/// Longest text, in characters: as long as the longest name.
const LONGEST: usize = 60;

/// The search.
pub struct Search;

/// What is searched for. It stands in the body, so that no name is ever in an address.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SearchedText {
    /// A number (of a case, a certificate, a document of identity, another paper), a name or how one begins,
    /// or a telephone, in any way of writing
    text: String,
}

/// What was found.
#[derive(Debug, Serialize, JsonSchema)]
struct SearchResult {
    /// Cases that have what was searched for, then cases of whose people a name begins so.
    cases: Vec<FoundCase>,
    /// Whether there are more: then more of the text has to be given.
    more: bool,
}

/// A case, and why it was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundCase {
    /// What of the case is as it was searched for, most telling first.
    found_by: BTreeSet<TermKind>,
    /// The case as the ledger shows it.
    case: LedgerLine,
}

#[OpenApi(prefix_path = "/v1", tag = "Group::Cases")]
impl Search {
    /// Find cases by a number, a name or its beginning, or a telephone
    ///
    /// Only whole numbers and whole telephones are found; of names the first four characters, too, and where the
    /// office wants it the letters with which they are read. Whoever may not see a case does not find it. That a search was made is logged, but not for what.
    #[oai(path = "/search", method = "post", operation_id = "search_cases")]
    async fn search(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<SearchedText>,
    ) -> Result<Output<SearchResult>, Problem> {
        let text = body.0.text;
        let app = &service.app;
        let reader = app.store.reader();
        let rules = office::load(reader).await?.rules;
        let terms = asked(&text, rules.search_by_initials);
        if terms.is_empty() || text.chars().count() > LONGEST {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "input-value",
                Some("/text".to_owned()),
                "请输入要查找的编号、姓名或者电话，不超过60个字符",
                "Give a number, a name or a telephone of at most 60 characters",
            ));
        }
        let asker = caller.asker();
        let Found { matches, more } =
            terms::search(reader, &app.secret, asker.scope(), &terms, MOST).await?;
        asker.note(&app.store, None, AccessOutcome::Read, &[]).await?;
        let officers =
            people::names(reader, matches.iter().map(|found| found.line.officer)).await?;
        let cases = matches.into_iter().map(|found| FoundCase {
            found_by: found.found_by,
            case: LedgerLine::of(found.line, &officers),
        });
        Ok(Output::new(SearchResult { cases: cases.collect(), more }))
    }
}
