//! 统计: cases received in a period by month, kind, source and result, and how many days their steps took.
//! What leaves the office tells of no group of fewer than five.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Query};
use schemars::JsonSchema;
use serde::Serialize;
use workflow::Role;
use workflow::Stage;
use workflow::case::Procedure;
use workflow::law::kinds::{PlacedBy, placed_by};

use super::ledger::unknown_word;
use crate::clock;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::cases::figures::{self, Counted, Steps};
use crate::store::log::audit::AccessOutcome;
use crate::store::office;

/// Smaller groups are not told to anybody outside.
const LEAST: u64 = 5;
/// The longest period, in days: ten years.
const LONGEST: i64 = 3660;

/// The operation on figures.
pub struct Statistics;

/// A group and how many cases it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
struct Figure {
    /// The group.
    name: String,
    /// How many; none where it is withheld.
    count: Option<u64>,
}

/// How many days a step took.
#[derive(Debug, Serialize, JsonSchema)]
struct StageDays {
    /// Which: `to_acceptance`, `to_registration`, `to_issue` or `to_archive`, each from the step before.
    step: &'static str,
    /// Of how many cases.
    cases: Option<u64>,
    /// The fewest days; withheld from whoever is outside.
    least: Option<i64>,
    /// The days in the middle; of an even number the lower one.
    median: Option<i64>,
    /// The most days; withheld from whoever is outside.
    most: Option<i64>,
}

/// The figures of a period.
#[derive(Debug, Serialize, JsonSchema)]
struct StatisticsAnswer {
    /// From this day.
    from: NaiveDate,
    /// To this day.
    to: NaiveDate,
    /// Whether groups below five are withheld.
    outside: bool,
    /// All formations received.
    total: Option<u64>,
    /// Formations by the month in which they were received.
    by_month: Vec<Figure>,
    /// Formations by the kind of child.
    by_kind: Vec<Figure>,
    /// Formations by who places the child: `institution`, `parents`, `guardian` or `nobody`.
    by_source: Vec<Figure>,
    /// Formations by what became of them: `registered`, `refused`, `not_accepted`, `withdrawn`, `in_hand`.
    by_result: Vec<Figure>,
    /// Cases of every procedure.
    by_procedure: Vec<Figure>,
    /// How many days the steps of the formations took.
    steps: Vec<StageDays>,
}

#[OpenApi(prefix_path = "/v1/statistics", tag = "Group::Cases")]
impl Statistics {
    /// Count the cases received in a period, and the days their steps took
    #[oai(path = "/", method = "get", operation_id = "read_statistics")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// The first day; 1 January of the legal year where it is not said
        from: Query<Option<NaiveDate>>,
        /// The last day; the legal day where it is not said
        to: Query<Option<NaiveDate>>,
        /// Whether the figures leave the office: then groups below five are withheld
        outside: Query<Option<bool>>,
    ) -> Result<Output<StatisticsAnswer>, Problem> {
        let roles = &caller.asker().roles;
        let may = [Role::Registrar, Role::Leader, Role::Archivist, Role::Auditor];
        if !may.iter().any(|role| roles.contains(role)) {
            return Err(Problem::new(Kind::Forbidden));
        }
        let app = &service.app;
        let reader = app.store.reader();
        let today = office::load(reader).await?.today();
        let to = to.0.unwrap_or(today);
        let from = from.0.unwrap_or_else(|| first_of_the_year(today));
        for (day, field) in [(from, "from"), (to, "to")] {
            if !clock::is_plausible(day) {
                return Err(unknown_word(field));
            }
        }
        if from > to || (to - from).num_days() > LONGEST {
            return Err(unknown_word("from"));
        }
        let outside = outside.0.unwrap_or(false);
        let counted = figures::counts(reader, from, to).await?;
        let steps = figures::steps(reader, from, to).await?;
        caller.asker().note(&app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Output::new(answer(from, to, outside, &counted, &steps)))
    }
}

fn first_of_the_year(day: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day)
}

fn answer(
    from: NaiveDate,
    to: NaiveDate,
    outside: bool,
    counted: &[Counted],
    steps: &[Steps],
) -> StatisticsAnswer {
    let formations = || counted.iter().filter(|one| one.procedure == Procedure::Formation);
    let by = |name: fn(&Counted) -> String| told(group(formations(), name), outside);
    let total: u64 = formations().map(|one| one.number).sum();
    StatisticsAnswer {
        from,
        to,
        outside,
        total: (!outside || total == 0 || total >= LEAST).then_some(total),
        by_month: by(|one| one.month.clone()),
        by_kind: by(|one| one.kind.word().to_owned()),
        by_source: by(|one| source(one).to_owned()),
        by_result: by(|one| result(one.stage).to_owned()),
        by_procedure: told(group(counted.iter(), |one| one.procedure.word().to_owned()), outside),
        steps: step_days(steps, outside),
    }
}

fn source(counted: &Counted) -> &'static str {
    match placed_by(counted.kind) {
        PlacedBy::Institution => "institution",
        PlacedBy::Parents => "parents",
        PlacedBy::Guardian => "guardian",
        PlacedBy::Nobody => "nobody",
    }
}

fn result(stage: Stage) -> &'static str {
    match stage {
        Stage::Applied | Stage::Accepted | Stage::Proposed | Stage::Approved => "in_hand",
        Stage::Registered | Stage::Issued | Stage::Archived | Stage::Closed => "registered",
        Stage::Refused => "refused",
        Stage::NotAccepted => "not_accepted",
        Stage::Withdrawn => "withdrawn",
    }
}

fn group<'a>(
    counted: impl Iterator<Item = &'a Counted>,
    name: fn(&Counted) -> String,
) -> BTreeMap<String, u64> {
    let mut groups = BTreeMap::new();
    for one in counted {
        *groups.entry(name(one)).or_default() += one.number;
    }
    groups
}

/// The groups as they are told. Outside the office the small ones are withheld, and where only one is, the
/// next larger one as well: otherwise the total would tell it.
fn told(groups: BTreeMap<String, u64>, outside: bool) -> Vec<Figure> {
    let mut figures: Vec<Figure> =
        groups.into_iter().map(|(name, count)| Figure { name, count: Some(count) }).collect();
    if !outside {
        return figures;
    }
    let mut withheld = 0;
    for figure in &mut figures {
        if figure.count.is_some_and(|count| (1..LEAST).contains(&count)) {
            figure.count = None;
            withheld += 1;
        }
    }
    if withheld == 1 {
        let larger =
            figures.iter_mut().filter(|figure| figure.count.is_some_and(|count| count > 0));
        if let Some(next) = larger.min_by_key(|figure| figure.count) {
            next.count = None;
        }
    }
    figures
}

fn step_days(steps: &[Steps], outside: bool) -> Vec<StageDays> {
    let between = |of: fn(&Steps) -> Option<(NaiveDate, NaiveDate)>| {
        let days = steps.iter().filter_map(of).map(|(from, to)| (to - from).num_days());
        let mut days: Vec<i64> = days.collect();
        days.sort_unstable();
        days
    };
    let all: [(&'static str, Vec<i64>); 4] = [
        ("to_acceptance", between(|one| Some((one.received_on, one.accepted_on?)))),
        // One that ended without a registration has no day of issue.
        (
            "to_registration",
            between(|one| Some((one.accepted_on?, one.issued_on.and(one.concluded_on)?))),
        ),
        ("to_issue", between(|one| Some((one.concluded_on?, one.issued_on?)))),
        ("to_archive", between(|one| Some((one.issued_on?, one.archived_on?)))),
    ];
    all.into_iter().map(|(step, days)| summed_up(step, &days, outside)).collect()
}

fn summed_up(step: &'static str, days: &[i64], outside: bool) -> StageDays {
    let cases = days.len() as u64;
    if outside && cases < LEAST {
        return StageDays {
            step,
            cases: (cases == 0).then_some(0),
            least: None,
            median: None,
            most: None,
        };
    }
    let middle = days.len().saturating_sub(1) / 2;
    StageDays {
        step,
        cases: Some(cases),
        least: days.first().copied().filter(|_| !outside),
        median: days.get(middle).copied(),
        most: days.last().copied().filter(|_| !outside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(figures: &[Figure]) -> Vec<(&str, Option<u64>)> {
        figures.iter().map(|figure| (figure.name.as_str(), figure.count)).collect()
    }

    fn groups(of: &[(&str, u64)]) -> BTreeMap<String, u64> {
        of.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn outside_a_small_group_is_withheld_and_cannot_be_found_from_the_total() {
        let one_small = groups(&[("a", 3), ("b", 9), ("c", 20)]);
        assert_eq!(
            counts(&told(one_small.clone(), true)),
            [("a", None), ("b", None), ("c", Some(20))]
        );
        assert_eq!(
            counts(&told(one_small, false)),
            [("a", Some(3)), ("b", Some(9)), ("c", Some(20))]
        );
        let two_small = groups(&[("a", 3), ("b", 1), ("c", 20)]);
        assert_eq!(counts(&told(two_small, true)), [("a", None), ("b", None), ("c", Some(20))]);
        let none = groups(&[("a", 5), ("b", 6)]);
        assert_eq!(counts(&told(none, true)), [("a", Some(5)), ("b", Some(6))]);
    }

    #[test]
    fn the_median_is_a_day_that_occurred() {
        let days = summed_up("to_issue", &[1, 2, 9, 30], false);
        assert_eq!((days.least, days.median, days.most), (Some(1), Some(2), Some(30)));
        let outside = summed_up("to_issue", &[1, 2, 9, 30], true);
        assert_eq!((outside.cases, outside.median), (None, None));
        let outside = summed_up("to_issue", &[1, 2, 9, 30, 31], true);
        assert_eq!((outside.cases, outside.least, outside.median), (Some(5), None, Some(9)));
    }
}
