//! The access log for an auditor: who touched what and when, refused attempts among it, nothing of what
//! was seen.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, Utc};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Query};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::{CaseId, Role, UserId};

use crate::accesses::day;
use crate::clock;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::http::v1::cases::ledger::LARGEST_PAGE;
use crate::store::log::access_reading::{self, Entry, Question};
use crate::store::log::audit::AccessOutcome;
use crate::store::people;

/// Rows of a page where the request does not say.
const PAGE: u64 = 50;
/// The longest period one question may be about, in days.
const LONGEST_PERIOD: u64 = 92;
/// The period of a question that names none, in days.
const USUAL_PERIOD: u64 = 31;
/// How what did not come about ended.
const NOT_DONE: [AccessOutcome; 4] = [
    AccessOutcome::Refused,
    AccessOutcome::Stale,
    AccessOutcome::Forbidden,
    AccessOutcome::NotFound,
];

/// The operations on the access log.
pub struct Accesses;

/// One entry of the access log.
#[derive(Serialize, JsonSchema)]
struct AccessLine {
    /// The entry.
    id: String,
    /// When.
    at: Option<DateTime<Utc>>,
    /// The account.
    caller: String,
    /// The name on records; none of a family.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// The roles held then.
    roles: Vec<String>,
    /// The operation, by its id in this description.
    operation: String,
    /// The case, where one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    case_id: Option<String>,
    /// How it ended.
    outcome: String,
    /// The rules that refused it.
    rules: Vec<String>,
    /// The number of the request, as the operator's log has it.
    request_id: String,
}

impl AccessLine {
    fn of(entry: Entry, names: &HashMap<String, String>) -> AccessLine {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        AccessLine {
            at: DateTime::from_timestamp_micros(entry.at),
            name: names.get(&entry.caller).cloned(),
            roles: words(&entry.roles),
            rules: words(&entry.rules),
            id: entry.id,
            caller: entry.caller,
            operation: entry.operation,
            case_id: entry.case_id,
            outcome: entry.outcome,
            request_id: entry.request_id,
        }
    }
}

/// A page of the access log.
#[derive(Serialize, JsonSchema)]
struct AccessPage {
    /// Its entries, newest first.
    accesses: Vec<AccessLine>,
    /// Given as `cursor` to read the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

#[OpenApi(prefix_path = "/v1/accesses", tag = "Group::Service")]
impl Accesses {
    /// The access log of a period, newest first; its reader is in it, too
    ///
    /// Of a refused approval the log keeps no rules.
    #[oai(path = "/", method = "get", operation_id = "list_accesses")]
    #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// From this day on; without it, a month up to the last day
        from: Query<Option<NaiveDate>>,
        /// Up to this day, at most 92 days later; without it, today
        until: Query<Option<NaiveDate>>,
        /// Only this account
        caller_id: Query<Option<Uuid>>,
        /// Only this operation, by its id in this description
        operation: Query<Option<String>>,
        /// Only this case
        case_id: Query<Option<Uuid>>,
        /// Only what ended so: `read`, `done`, `refused`, `stale`, `forbidden` or `not_found`
        outcome: Query<Option<Word<AccessOutcome>>>,
        /// Whether only attempts are shown that came to nothing
        refused: Query<Option<bool>>,
        /// What the last page gave as `next`
        cursor: Query<Option<String>>,
        /// How many lines, 1 to 200; 50 where nothing is said
        limit: Query<Option<u64>>,
    ) -> Result<Output<AccessPage>, Problem> {
        let person = caller.holding(Role::Auditor)?;
        let (from, until) = period(from.0, until.0)?;
        let limit = limit.0.unwrap_or(PAGE);
        if !(1..=LARGEST_PAGE).contains(&limit) {
            return Err(wrong("limit", "须为 1 至 200", "1 to 200"));
        }
        let outcomes = match (outcome.0, refused.0) {
            (Some(Word(outcome)), _) => vec![outcome],
            (None, Some(true)) => NOT_DONE.into(),
            (None, _) => Vec::new(),
        };
        let asked = Question {
            from,
            until,
            caller: caller_id.0.map(UserId),
            operation: operation.0.map(name_of_operation).transpose()?,
            case_id: case_id.0.map(CaseId),
            outcomes,
            older_than: cursor.0.map(id_of_entry).transpose()?,
            limit,
        };
        let store = &service.app.store;
        let entries = access_reading::read(store.reader(), &asked).await?;
        let is_full = u64::try_from(entries.len()).is_ok_and(|count| count == limit);
        let next = entries.last().filter(|_| is_full).map(|entry| entry.id.clone());
        let names = names_of(&service, &entries).await?;
        person.asker.note(store, None, AccessOutcome::Read, &[]).await?;
        let accesses = entries.into_iter().map(|entry| AccessLine::of(entry, &names)).collect();
        Ok(Output::new(AccessPage { accesses, next }))
    }
}

/// The instants between which a question is about the log.
fn period(
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Result<(clock::Instant, clock::Instant), Problem> {
    let impossible = || wrong("until", "须为可能的日期", "A day that can be");
    let last = until.or_else(|| clock::day_at(clock::now())).ok_or_else(impossible)?;
    let usual = last.checked_sub_days(Days::new(USUAL_PERIOD));
    let first = from.or(usual).ok_or_else(impossible)?;
    if !clock::is_plausible(first) || !clock::is_plausible(last) {
        return Err(impossible());
    }
    let days = last.signed_duration_since(first).num_days();
    if !u64::try_from(days).is_ok_and(|days| days <= LONGEST_PERIOD) {
        let (zh, en) =
            ("起止日期须先后有序，且不超过 92 天", "At most 92 days, the first before the last");
        return Err(wrong("from", zh, en));
    }
    let (begins, _) = day::bounds(first).ok_or_else(impossible)?;
    let (_, ends) = day::bounds(last).ok_or_else(impossible)?;
    Ok((begins, ends))
}

/// The names of the office's people among the callers.
async fn names_of(
    service: &Service,
    entries: &[Entry],
) -> Result<HashMap<String, String>, Problem> {
    let callers: BTreeSet<&str> = entries.iter().map(|entry| entry.caller.as_str()).collect();
    let everybody = people::list(service.app.store.reader()).await?.into_iter();
    let named = everybody.map(|account| (account.id.to_string(), account.profile.name));
    Ok(named.filter(|(id, _)| callers.contains(id.as_str())).collect())
}

fn name_of_operation(text: String) -> Result<String, Problem> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    if (1..=60).contains(&text.len()) && text.bytes().all(plain) {
        return Ok(text);
    }
    Err(wrong("operation", "须为接口说明中的操作名", "The id of an operation"))
}

fn id_of_entry(text: String) -> Result<String, Problem> {
    let id = Uuid::parse_str(&text)
        .map_err(|_| wrong("cursor", "须为上一页给出的值", "What the last page gave"))?;
    Ok(id.to_string())
}

fn wrong(field: &'static str, zh: &'static str, en: &'static str) -> Problem {
    let problem = Problem::new(Kind::Malformed);
    problem.broken("input-query-parameter", Some(field.to_owned()), zh, en)
}
