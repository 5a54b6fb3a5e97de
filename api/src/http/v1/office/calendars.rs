//! The yearly calendars of rest days (节假日安排): imported by an administrator, and withdrawn with a
//! reason. What they move is written into the open cases by a job, not within the request.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::Role;
use workflow::base::calendar::SpecialDay;
use workflow::law::time::calendar::CalendarWarning;

use crate::http::answer::output::{Created, NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Caller, Person};
use crate::http::v1::Group;
use crate::office::calendar_file::{self, Finding};
use crate::store::log::audit::AccessOutcome;
use crate::store::office::calendar::{self, StoredEdition};
use crate::store::office::editions::{self, Withdrawn, YearTable};
use crate::store::{StoreError, Transaction, office};

/// Where the calendars are found.
const PATH: &str = "/v1/office/calendars";
/// The longest name of a notice, and the longest reason.
const LONGEST_TEXT: usize = 200;
/// The years a calendar may be of.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2999;

/// The operations on calendars.
pub struct Calendars;

/// A year's calendar to import.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CalendarImport {
    /// The year; every line of the file is a day of it, of the December before or of the January after.
    year: i32,
    /// The notice it comes from, such as 国办发明电〔2026〕1号.
    source: String,
    /// Whether it still has to be compared with the notice.
    #[serde(default)]
    provisional: bool,
    /// The file: `date,kind,occasion` and a line for each day on which the notice differs from a plain
    /// week, `rest` or `work`.
    csv: String,
}

/// Why an edition is withdrawn.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CalendarWithdrawal {
    /// Why, in a sentence.
    reason: String,
}

/// An edition of a year's calendar.
#[derive(Serialize, JsonSchema)]
struct CalendarEdition {
    /// Its number.
    number: u32,
    /// The year.
    year: i32,
    /// The notice it comes from.
    source: String,
    /// Whether it still has to be compared with the notice.
    provisional: bool,
    /// Whether periods are computed with it now.
    in_force: bool,
    /// The legal day it was imported; none for what came with the program.
    imported_on: Option<NaiveDate>,
    /// The account that imported it.
    imported_by: Option<String>,
    /// The legal day it was withdrawn.
    withdrawn_on: Option<NaiveDate>,
    /// The account that withdrew it.
    withdrawn_by: Option<String>,
    /// Why it was withdrawn.
    withdrawn_reason: Option<String>,
    /// The edition that took its place.
    replaced_by: Option<u32>,
    /// The days on which the notice differs from the plain week.
    days: BTreeMap<NaiveDate, SpecialDay>,
}

impl From<StoredEdition> for CalendarEdition {
    fn from(stored: StoredEdition) -> CalendarEdition {
        let edition = stored.edition;
        CalendarEdition {
            number: edition.imported.number,
            year: edition.year,
            source: edition.source,
            provisional: edition.provisional,
            in_force: edition.withdrawn.is_none(),
            imported_on: edition.imported.on,
            imported_by: stored.imported_by,
            withdrawn_on: edition.withdrawn.and_then(|withdrawn| withdrawn.on),
            withdrawn_by: stored.withdrawn_by,
            withdrawn_reason: stored.withdrawn_reason,
            replaced_by: stored.replaced_by,
            days: edition.days,
        }
    }
}

/// Every edition, and what the office must be told.
#[derive(Serialize, JsonSchema)]
struct CalendarsAnswer {
    /// The editions, oldest first.
    editions: Vec<CalendarEdition>,
    /// Years that are missing or provisional.
    warnings: Vec<CalendarWarning>,
}

/// The edition that was imported.
#[derive(Serialize, JsonSchema)]
struct ImportedCalendar {
    /// Its number.
    number: u32,
}

#[OpenApi(prefix_path = "/v1/office/calendars", tag = "Group::Service")]
impl Calendars {
    /// The yearly calendars in all their editions, with their sources
    #[oai(path = "/", method = "get", operation_id = "list_calendars")]
    async fn list(
        &self,
        _caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<CalendarsAnswer>, Problem> {
        let reader = service.app.store.reader();
        let today = office::load(reader).await?.today();
        let warnings = calendar::in_force(reader).await?.warnings(today);
        let editions = calendar::editions(reader).await?.into_iter().map(CalendarEdition::from);
        Ok(Output::new(CalendarsAnswer { editions: editions.collect(), warnings }))
    }

    /// Import a year's calendar; it replaces the edition of that year that is in force
    ///
    /// Deadlines that were met stay as they were. Open ones move, and each case says why.
    #[oai(path = "/", method = "post", operation_id = "import_calendar")]
    async fn import(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<CalendarImport>,
    ) -> Result<Created<ImportedCalendar>, Problem> {
        let person = caller.holding(Role::Administrator)?;
        let table = year_table(body.0)?;
        let transaction = service.app.store.begin().await?;
        let actor = person.asker.actor.id.to_string();
        let number = editions::import(&transaction, &actor, &table).await?;
        finish(&service, transaction, person).await?;
        Ok(Created::new(Output::new(ImportedCalendar { number }), PATH))
    }

    /// Withdraw an edition; until another is imported its year has none
    #[oai(path = "/:edition/withdrawal", method = "post", operation_id = "withdraw_calendar")]
    async fn withdraw(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        edition: Path<u32>,
        body: Input<CalendarWithdrawal>,
    ) -> Result<NoContent, Problem> {
        let person = caller.holding(Role::Administrator)?;
        let reason = body.0.reason;
        if !is_text(&reason) {
            return Err(wrong_text(Problem::new(Kind::InvalidValues), "reason"));
        }
        let transaction = service.app.store.begin().await?;
        let actor = person.asker.actor.id.to_string();
        match editions::withdraw(&transaction, &actor, edition.0, &reason).await? {
            Withdrawn::Withdrawn(_) => {}
            Withdrawn::Unknown => return Err(Problem::new(Kind::NotFound)),
            Withdrawn::Before => {
                let (zh, en) = ("该节假日安排已被撤回", "The edition was withdrawn before");
                let problem = Problem::new(Kind::InvalidValues);
                return Err(problem.broken("calendar-withdrawn", None, zh, en));
            }
        }
        finish(&service, transaction, person).await?;
        Ok(NoContent)
    }
}

/// Logs who did it, makes it last, and has the open cases looked through.
async fn finish(
    service: &Service,
    transaction: Transaction,
    person: &Person,
) -> Result<(), Problem> {
    person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    service.app.work.notify_one();
    Ok(())
}

/// The table of the request, or everything that is wrong with it.
fn year_table(import: CalendarImport) -> Result<YearTable, Problem> {
    let CalendarImport { year, source, provisional, csv } = import;
    let mut problem = Problem::new(Kind::InvalidValues);
    let mut wrong = false;
    if !YEARS.contains(&year) {
        wrong = true;
        let (zh, en) = ("须为 2000 至 2999 之间的年份", "A year from 2000 to 2999 is needed");
        problem = problem.broken("INPUT-BOUNDS", Some("year".to_owned()), zh, en);
    }
    if !is_text(&source) {
        wrong = true;
        problem = wrong_text(problem, "source");
    }
    match calendar_file::read(&csv, year) {
        Ok(days) if !wrong => Ok(YearTable { year, source, provisional, days }),
        Ok(_) => Err(problem),
        Err(findings) => Err(findings.into_iter().fold(problem, in_the_file)),
    }
}

fn in_the_file(problem: Problem, finding: Finding) -> Problem {
    let (zh, en) = finding.fault.words();
    let place = finding.place();
    let (zh, en) = (format!("{place}：{zh}"), format!("{place}: {en}"));
    problem.broken("calendar-file", Some("csv".to_owned()), zh, en)
}

fn is_text(text: &str) -> bool {
    text.trim() == text && (1..=LONGEST_TEXT).contains(&text.chars().count())
}

fn wrong_text(problem: Problem, field: &str) -> Problem {
    problem.broken(
        "input-value",
        Some(field.to_owned()),
        "须为 1 至 200 个字符，首尾不留空白",
        "1 to 200 characters without blanks at the ends",
    )
}
