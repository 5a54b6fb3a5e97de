//! The deadlines of all cases: what approaches, is due or has passed, and whose clocks must be looked at.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationTrait, Select,
};
use workflow::base::deadline_kind::DeadlineKind;
use workflow::{CaseId, UserId};

use super::entity::rows::{case_row, deadline};
use super::ledger::{among, scope};
use crate::store::asker::Scope;
use crate::store::values::{self, day};
use crate::store::{Reader, StoreError};

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// Its last day was before today.
    Overdue,
    /// Its last day is today.
    Due,
    /// Its last day comes soon.
    Approaching,
}

impl Nearness {
    /// How near a last day is.
    pub fn of(due_on: NaiveDate, today: NaiveDate) -> Nearness {
        match due_on.cmp(&today) {
            std::cmp::Ordering::Less => Nearness::Overdue,
            std::cmp::Ordering::Equal => Nearness::Due,
            std::cmp::Ordering::Greater => Nearness::Approaching,
        }
    }
}

/// What is asked of the deadlines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineQuestion {
    /// Whose view.
    pub scope: Scope,
    /// Only what these persons answer for; everybody's if empty.
    pub persons: Vec<UserId>,
    /// The legal day.
    pub today: NaiveDate,
    /// The last day that counts as near.
    pub until: NaiveDate,
}

/// How many deadlines are how near.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Passed.
    pub overdue: u64,
    /// Due today.
    pub due: u64,
    /// Coming soon.
    pub approaching: u64,
}

/// A running deadline of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The case.
    pub case_id: CaseId,
    /// 办件编号
    pub number: String,
    /// Which clock, as a word.
    pub kind: String,
    /// Its last day.
    pub due_on: NaiveDate,
    /// Who answers for it.
    pub person: UserId,
}

impl DeadlineQuestion {
    /// The running deadlines that are so near, or that are near at all.
    fn select(&self, nearness: Option<Nearness>) -> Select<deadline::Entity> {
        let due_on = deadline::Column::DueOn;
        let today = self.today.to_string();
        let near = match nearness {
            None => Condition::all(),
            Some(Nearness::Overdue) => Condition::all().add(due_on.lt(today)),
            Some(Nearness::Due) => Condition::all().add(due_on.eq(today)),
            Some(Nearness::Approaching) => Condition::all().add(due_on.gt(today)),
        };
        let persons = among(deadline::Column::Person, &self.persons);
        deadline::Entity::find()
            .join(JoinType::InnerJoin, deadline::Relation::CaseRow.def())
            .filter(Condition::all().add_option(scope(self.scope)))
            .filter(deadline::Column::State.eq("running"))
            .filter(deadline::Column::Kind.is_not_in(DeadlineKind::WAITING.map(DeadlineKind::word)))
            .filter(due_on.lte(self.until.to_string()))
            .filter(near)
            .apply_if(persons, |query, these| query.filter(these))
    }
}

/// Running deadlines, most urgent first.
pub async fn due(
    reader: &impl Reader,
    question: &DeadlineQuestion,
    nearness: Option<Nearness>,
    limit: u64,
) -> Result<Vec<Due>, StoreError> {
    let rows: Vec<(String, String, String, String, String)> = question
        .select(nearness)
        .select_only()
        .column(deadline::Column::CaseId)
        .column(case_row::Column::Number)
        .column(deadline::Column::Kind)
        .column(deadline::Column::DueOn)
        .column(deadline::Column::Person)
        .order_by_asc(deadline::Column::DueOn)
        .order_by_asc(case_row::Column::Number)
        .limit(limit)
        .into_tuple()
        .all(reader)
        .await?;
    rows.into_iter()
        .map(|(case_id, number, kind, due_on, person)| {
            Ok(Due {
                case_id: values::case_id(&case_id)?,
                number,
                kind,
                due_on: day(&due_on)?,
                person: values::user_id(&person)?,
            })
        })
        .collect()
}

/// How many there are of each, whatever the list shows.
pub async fn counts(
    reader: &impl Reader,
    question: &DeadlineQuestion,
) -> Result<Counts, StoreError> {
    let count = async |nearness| question.select(Some(nearness)).count(reader).await;
    Ok(Counts {
        overdue: count(Nearness::Overdue).await?,
        due: count(Nearness::Due).await?,
        approaching: count(Nearness::Approaching).await?,
    })
}

/// The cases with a clock that is not met.
pub async fn with_open_clocks(reader: &impl Reader) -> Result<Vec<CaseId>, StoreError> {
    cases(reader, deadline::Column::State.ne("met").into()).await
}

/// The cases with an end before this day that is still to be written down.
pub async fn with_passed_ends(
    reader: &impl Reader,
    today: NaiveDate,
) -> Result<Vec<CaseId>, StoreError> {
    let open = deadline::Column::EndOpen.eq(true);
    let passed = deadline::Column::DueOn.lt(today.to_string());
    cases(reader, Condition::all().add(open).add(passed)).await
}

async fn cases(reader: &impl Reader, which: Condition) -> Result<Vec<CaseId>, StoreError> {
    let ids: Vec<String> = deadline::Entity::find()
        .select_only()
        .column(deadline::Column::CaseId)
        .distinct()
        .filter(which)
        .order_by_asc(deadline::Column::CaseId)
        .into_tuple()
        .all(reader)
        .await?;
    ids.iter().map(|id| values::case_id(id)).collect()
}
