//! 收养登记台账: cases are opened here and listed. Names are masked; a list shows only what its reader
//! may know, and no totals.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Query};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::base::deadline_kind::DeadlineKind;
use workflow::case::{ChildKind, Procedure};
use workflow::steps::apply::Apply;
use workflow::{CaseId, Command, Stage, UserId};

use super::acts::{Done, Headers, Validated, opened, perform};
use crate::clock;
use crate::execute::Target;
use crate::http::answer::output::{CreatedOr, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::input::Input;
use crate::http::body::strict_json::is_printable;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::cases::ledger::{self, Cursor, Line, Question, Sort};
use crate::store::{office, people};

/// Rows of a page where the request does not say.
const PAGE: u64 = 50;
/// Rows of the largest page, and of the list of deadlines.
pub(in crate::http::v1) const LARGEST_PAGE: u64 = 200;

/// The operations on all cases together.
pub struct Ledger;

/// One line of the ledger.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LedgerLine {
    /// The case.
    case_id: CaseId,
    /// Its version.
    version: u32,
    /// 办件编号
    number: String,
    /// Which procedure it carries.
    procedure: Procedure,
    /// How the adoption of the case stands: `stands`, `adopters_died` (it stands, but the
    /// child may be adopted again), `dissolved`, `revoked` or `void`.
    standing: String,
    /// The kind of child.
    #[schemars(with = "ChildKind")]
    kind: &'static str,
    /// 被收养人, masked.
    child: String,
    /// 收养人, masked.
    adopters: Vec<String>,
    /// Where it stands.
    stage: Stage,
    /// 经办人
    officer: String,
    /// 收件日期
    received_on: NaiveDate,
    /// The deadline that ends next.
    next_deadline: Option<NextDeadline>,
    /// 收养登记证字号
    certificate_number: Option<String>,
    /// 同案卷宗: the number of the first case of siblings adopted together
    file_set: Option<String>,
}

/// The deadline that ends next.
#[derive(Debug, Serialize, JsonSchema)]
struct NextDeadline {
    /// Which clock.
    #[schemars(with = "DeadlineKind")]
    kind: &'static str,
    /// Its last day.
    due_on: NaiveDate,
}

impl LedgerLine {
    /// A line with the name of its officer.
    pub(super) fn of(line: Line, officers: &BTreeMap<UserId, String>) -> LedgerLine {
        LedgerLine {
            officer: officers.get(&line.officer).cloned().unwrap_or_default(),
            case_id: line.case_id,
            version: line.version,
            number: line.number,
            procedure: line.procedure,
            standing: line.standing,
            kind: line.kind.word(),
            child: line.child_name,
            adopters: line.adopter_names,
            stage: line.stage,
            received_on: line.received_on,
            next_deadline: line
                .next_deadline
                .map(|(kind, due_on)| NextDeadline { kind: kind.word(), due_on }),
            certificate_number: line.certificate_number,
            file_set: line.file_set,
        }
    }
}

/// A page of the ledger.
#[derive(Debug, Serialize, JsonSchema)]
struct LedgerPage {
    /// Its lines.
    cases: Vec<LedgerLine>,
    /// Given as `cursor` to read the next page; absent on the last one.
    next: Option<String>,
}

/// How the ledger is sorted.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum LedgerSort {
    /// The newest application first.
    Received,
    /// The most urgent case first.
    Deadline,
    /// Cases of one kind together.
    Kind,
    /// Cases at one stage together.
    Stage,
    /// Cases of one officer together.
    Officer,
}

impl From<LedgerSort> for Sort {
    fn from(sort: LedgerSort) -> Sort {
        match sort {
            LedgerSort::Received => Sort::Received,
            LedgerSort::Deadline => Sort::Deadline,
            LedgerSort::Kind => Sort::Kind,
            LedgerSort::Stage => Sort::Stage,
            LedgerSort::Officer => Sort::Officer,
        }
    }
}

/// The number of a case as it is asked for; whatever cannot be one is refused.
fn case_number(text: String) -> Result<String, Problem> {
    let plain = !text.is_empty() && !text.chars().any(char::is_control);
    if plain && text.chars().count() <= 60 { Ok(text) } else { Err(unknown_word("file_set")) }
}

#[OpenApi(prefix_path = "/v1", tag = "Group::Cases")]
impl Ledger {
    /// Open a case with the application of the parties (申请)
    #[oai(path = "/cases", method = "post", operation_id = "create_case")]
    async fn apply(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
        /// Only decides whether it would be done, and writes nothing
        validate: Query<Option<bool>>,
        body: Input<Apply>,
    ) -> Result<CreatedOr<Done, Validated>, Problem> {
        let validate = validate.0.unwrap_or(false);
        let headers = Headers { if_match: IfMatch(None), idempotency_key, validate };
        let command = Command::Apply(Box::new(body.0));
        Ok(opened(perform(&caller, &service, Target::New, headers, command).await?))
    }

    /// The ledger, page by page
    #[oai(path = "/cases", method = "get", operation_id = "list_cases")]
    #[allow(clippy::too_many_arguments, reason = "each is one filter")]
    async fn cases(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// Only cases of this procedure
        procedure: Query<Option<Word<Procedure>>>,
        /// Only cases of this kind
        kind: Query<Option<Word<ChildKind>>>,
        /// Only cases of the file set that began with the case of this number
        file_set: Query<Option<String>>,
        /// Only cases at this stage
        stage: Query<Option<Word<Stage>>>,
        /// Only cases of this officer; to one's own belong those of officers one stands in for
        officer: Query<Option<Uuid>>,
        /// Only cases received on or after this day
        received_from: Query<Option<NaiveDate>>,
        /// Only cases received on or before this day
        received_to: Query<Option<NaiveDate>>,
        /// Only cases with a deadline that has passed
        overdue: Query<Option<bool>>,
        /// How they are sorted; by `received` where the request does not say
        sort: Query<Option<Word<LedgerSort>>>,
        /// Where the page begins: `next` of the page before
        cursor: Query<Option<String>>,
        /// Rows of the page, 1 to 200
        limit: Query<Option<u64>>,
    ) -> Result<Output<LedgerPage>, Problem> {
        let reader = service.app.store.reader();
        let today = office::load(reader).await?.today();
        let sort = sort.0.map_or(Sort::Received, |word| word.0.into());
        let limit = limit.0.unwrap_or(PAGE);
        if !(1..=LARGEST_PAGE).contains(&limit) {
            return Err(unknown_word("limit"));
        }
        let question = Question {
            scope: caller.asker().scope(),
            procedure: procedure.0.map(|word| word.0),
            kind: kind.0.map(|word| word.0),
            file_set: file_set.0.map(case_number).transpose()?,
            stages: stage.0.map(|word| word.0).into_iter().collect(),
            officers: whose(&caller, officer.0),
            received_from: plausible(received_from.0, "received_from")?,
            received_to: plausible(received_to.0, "received_to")?,
            overdue_on: overdue.0.filter(|only| *only).map(|_| today),
            sort,
            after: cursor.0.as_deref().map(|text| read_cursor(text, sort)).transpose()?,
            limit,
        };
        let page = ledger::page(reader, &question).await?;
        let officers = people::names(reader, page.lines.iter().map(|line| line.officer)).await?;
        Ok(Output::new(LedgerPage {
            cases: page.lines.into_iter().map(|line| LedgerLine::of(line, &officers)).collect(),
            next: page.next.map(|cursor| write_cursor(&cursor, sort)),
        }))
    }
}

/// Whose work is asked for: to one's own belongs today that of those for whom one stands in.
pub(in crate::http::v1) fn whose(caller: &Caller, asked: Option<Uuid>) -> Vec<UserId> {
    match asked {
        None => Vec::new(),
        Some(user) if UserId(user) == caller.asker().actor.id => caller.person().acts_for(),
        Some(user) => vec![UserId(user)],
    }
}

pub(in crate::http::v1) fn unknown_word(field: &str) -> Problem {
    Problem::new(Kind::Malformed).broken_parameter(
        "input-query-parameter",
        field,
        "查询参数不是可选的值",
        "The parameter is not one of the values to choose from",
    )
}

/// A day of a filter; days as texts sort rightly only where years have four digits.
fn plausible(day: Option<NaiveDate>, field: &str) -> Result<Option<NaiveDate>, Problem> {
    match day {
        Some(day) if !clock::is_plausible(day) => Err(unknown_word(field)),
        day => Ok(day),
    }
}

fn sort_word(sort: Sort) -> &'static str {
    match sort {
        Sort::Received => "received",
        Sort::Deadline => "deadline",
        Sort::Kind => "kind",
        Sort::Stage => "stage",
        Sort::Officer => "officer",
    }
}

fn write_cursor(cursor: &Cursor, sort: Sort) -> String {
    URL_SAFE_NO_PAD.encode(format!("{}\n{}\n{}", sort_word(sort), cursor.value, cursor.number))
}

/// Whether every database takes this text; some characters are refused by one of them.
fn is_text(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// A cursor is good only for the sort it was made with, and only as it was handed out: what it
/// holds is compared in the database.
fn read_cursor(text: &str, sort: Sort) -> Result<Cursor, Problem> {
    let decoded = URL_SAFE_NO_PAD.decode(text).ok();
    let decoded = decoded.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let mut parts = decoded.splitn(3, '\n');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(made_for), Some(value), Some(number))
            if made_for == sort_word(sort) && sort.takes(value) && is_text(number) =>
        {
            Ok(Cursor { value: value.to_owned(), number: number.to_owned() })
        }
        _ => Err(unknown_word("cursor")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_only_as_it_was_written() {
        let cursor = Cursor { value: "2026-03-02".to_owned(), number: "500111-2026-7".to_owned() };
        let text = write_cursor(&cursor, Sort::Received);
        assert_eq!(read_cursor(&text, Sort::Received).expect("read"), cursor);
        assert!(read_cursor(&text, Sort::Deadline).is_err());
        for made_up in
            ["received\n\0\nx", "received\n2026-03-02\n\0", "received\n2026-3-2\n7", "", "received"]
        {
            assert!(
                read_cursor(&URL_SAFE_NO_PAD.encode(made_up), Sort::Received).is_err(),
                "{made_up:?}"
            );
        }
        assert!(read_cursor("not base64!", Sort::Received).is_err());
    }
}
