//! From a case to its rows: one function, used by every write and by the check that the stored
//! rows are what the events make them.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, EntityTrait, IdenStatic, IntoActiveModel,
    ModelTrait, QueryFilter, Value,
};
use sea_orm::{Iterable, PrimaryKeyToColumn};
use workflow::base::calendar::Calendar;
use workflow::base::deadline_kind::DeadlineKind;
use workflow::base::office_rules::OfficeRules;
use workflow::case::{PaperState, Party, Procedure};
use workflow::identity::writing::compared_number;
use workflow::law::numbers::BlankKey;
use workflow::law::time::deadline::{Deadline, DeadlineState};
use workflow::procedures::deadlines;
use workflow::rights::Relation;
use workflow::time::end_is_to_be_noted;
use workflow::{Case, CaseId};

use super::adoption;
use super::entity::numbers::blank_serial;
use super::entity::rows::{assignment, case_paper, case_person, case_row, deadline, query_code};
use super::persons::{self, Persons};
use crate::secret::OfficeSecret;
use crate::secret::query_code::{FIRST_ISSUE, code_key, query_code as code_of};
use crate::store::gifts::entity::case_party;
use crate::store::gifts::keys as donor_keys;
use crate::store::values::word;
use crate::store::{Reader, StoreError, Transaction};

/// What a projection needs besides the case.
#[derive(Debug, Clone, Copy)]
pub struct Projector<'a> {
    /// Days of rest.
    pub calendar: &'a Calendar,
    /// The office's configuration.
    pub rules: &'a OfficeRules,
    /// The office's secret, for blind keys.
    pub secret: &'a OfficeSecret,
}

/// The rows of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    ledger: Vec<case_row::Model>,
    papers: Vec<case_paper::Model>,
    deadlines: Vec<deadline::Model>,
    persons: Vec<case_person::Model>,
    assignments: Vec<assignment::Model>,
    serials: Vec<blank_serial::Model>,
    codes: Vec<query_code::Model>,
    parties: Vec<case_party::Model>,
}

impl Projector<'_> {
    /// The rows a case has.
    pub fn project(&self, case_id: CaseId, case: &Case) -> Result<Rows, StoreError> {
        // Only the receipt of a formation bears a code: its page answers for the adoption.
        let code = (case.procedure == Procedure::Formation)
            .then(|| code_of(self.secret, case_id, FIRST_ISSUE));
        let case_id = case_id.to_string();
        let clocks = deadlines(case, self.calendar, self.rules);
        Ok(Rows {
            ledger: vec![ledger_row(&case_id, case, &clocks)],
            papers: papers(&case_id, case)?,
            deadlines: clocks.iter().map(|clock| deadline_row(&case_id, case, clock)).collect(),
            persons: person_rows(&case_id, &Persons::of_case(self.secret, case)),
            assignments: assignments(&case_id, case),
            serials: serials(&case_id, case),
            parties: donor_keys::rows(self.secret, &case_id, case),
            codes: code
                .map(|code| query_code::Model { code_key: code_key(self.secret, &code), case_id })
                .into_iter()
                .collect(),
        })
    }
}

fn ledger_row(case_id: &str, case: &Case, clocks: &[Deadline]) -> case_row::Model {
    let names: Vec<&str> = case.adopters.iter().map(|adopter| adopter.name.as_str()).collect();
    let next = clocks
        .iter()
        .filter(|clock| clock.state == DeadlineState::Running)
        .filter(|clock| !DeadlineKind::WAITING.contains(&clock.kind))
        .filter_map(|clock| clock.due_on.map(|due_on| (due_on, clock.kind)))
        .min();
    case_row::Model {
        case_id: case_id.to_owned(),
        version: i64::from(case.version),
        number: case.number.clone(),
        kind: case.kind.word().to_owned(),
        stage: case.stage.word().to_owned(),
        child_name: case.child.name.clone(),
        file_set: case.file_set.clone(),
        adopter_names: names.join("、"),
        placer_name: case.placer.name(),
        officer: case.officer.id.to_string(),
        officer_name: case.officer.name.clone(),
        received_on: case.applied_on.to_string(),
        last_on: case.last_on.to_string(),
        next_deadline_kind: next.map(|(_, kind)| kind.word().to_owned()),
        certificate_number: case.certificate_number().map(str::to_owned),
        procedure: case.procedure.word().to_owned(),
        adoption: adoption::of_case(case).map(|adoption| adoption.to_string()),
        standing: case.aftermath.word().to_owned(),
        number_key: Some(compared_number(&case.number)),
        certificate_key: case.certificate_number().map(compared_number),
        urgent_on: next
            .map_or_else(|| case_row::NEVER.to_owned(), |(due_on, _)| due_on.to_string()),
    }
}

fn papers(case_id: &str, case: &Case) -> Result<Vec<case_paper::Model>, StoreError> {
    let row = |paper: &workflow::case::FiledPaper| {
        let state = match paper.state {
            PaperState::Filed => "filed",
            PaperState::Verified { .. } => "verified",
            PaperState::Rejected { .. } => "rejected",
            PaperState::Void => "void",
        };
        Ok(case_paper::Model {
            case_id: case_id.to_owned(),
            number: i64::from(paper.number),
            paper: word(&paper.slot.paper)?,
            party: paper.slot.party.map_or("", Party::word).to_owned(),
            digest: paper.scan.digest.clone(),
            media_type: word(&paper.scan.media_type)?,
            pages: i64::from(paper.scan.pages),
            size: i64::try_from(paper.scan.size)
                .map_err(|_| StoreError::Damaged("a scan has an impossible size".to_owned()))?,
            filed_on: paper.filed_on.to_string(),
            state: state.to_owned(),
        })
    };
    case.papers.iter().map(row).collect()
}

fn deadline_row(case_id: &str, case: &Case, clock: &Deadline) -> deadline::Model {
    deadline::Model {
        case_id: case_id.to_owned(),
        kind: clock.kind.word().to_owned(),
        number: i64::from(clock.number),
        due_on: clock.due_on.map(|due_on| due_on.to_string()),
        state: clock.state.word().to_owned(),
        person: case.officer.id.to_string(),
        end_open: end_is_to_be_noted(case, clock),
        case_number: case.number.clone(),
        registered: case.certificate_number().is_some(),
    }
}

fn person_rows(case_id: &str, persons: &Persons) -> Vec<case_person::Model> {
    persons
        .iter()
        .map(|(person_key, party)| case_person::Model {
            person_key: person_key.to_owned(),
            case_id: case_id.to_owned(),
            party: party.word().to_owned(),
        })
        .collect()
}

fn assignments(case_id: &str, case: &Case) -> Vec<assignment::Model> {
    let assessors = case.assessment.assessors.iter();
    assessors
        .map(|assessor| assignment::Model {
            case_id: case_id.to_owned(),
            user_id: assessor.user.to_string(),
            ended: !Relation::of(case, assessor.user).is_assigned,
        })
        .collect()
}

fn serials(case_id: &str, case: &Case) -> Vec<blank_serial::Model> {
    let registered = case.registration.as_ref().map(|registration| registration.on);
    let later = case.later.as_deref().and_then(|later| later.outcome.as_ref());
    let used_on = registered.or(later.map(|outcome| outcome.on));
    BlankKey::used_by(case)
        .zip(used_on)
        .map(|(blank, used_on)| blank_serial::Model {
            serial: blank.0,
            case_id: case_id.to_owned(),
            used_on: used_on.to_string(),
        })
        .into_iter()
        .collect()
}

impl Rows {
    /// No rows: a case that is not there yet.
    pub fn none() -> Rows {
        Rows {
            ledger: Vec::new(),
            papers: Vec::new(),
            deadlines: Vec::new(),
            persons: Vec::new(),
            assignments: Vec::new(),
            serials: Vec::new(),
            codes: Vec::new(),
            parties: Vec::new(),
        }
    }

    /// The rows as they are stored.
    pub async fn stored(reader: &impl Reader, case_id: CaseId) -> Result<Rows, StoreError> {
        let case_id = case_id.to_string();
        Ok(Rows {
            ledger: of_case(reader, case_row::Column::CaseId, &case_id).await?,
            papers: of_case(reader, case_paper::Column::CaseId, &case_id).await?,
            deadlines: of_case(reader, deadline::Column::CaseId, &case_id).await?,
            persons: of_case(reader, case_person::Column::CaseId, &case_id).await?,
            assignments: of_case(reader, assignment::Column::CaseId, &case_id).await?,
            serials: of_case(reader, blank_serial::Column::CaseId, &case_id).await?,
            codes: of_case(reader, query_code::Column::CaseId, &case_id).await?,
            parties: of_case(reader, case_party::Column::CaseId, &case_id).await?,
        })
    }

    /// Turns the stored rows of a case into these, touching only what differs from `before`.
    pub async fn replace(
        &self,
        transaction: &Transaction,
        before: &Rows,
    ) -> Result<(), StoreError> {
        let keys = self.persons.iter().filter(|row| !before.persons.contains(row));
        persons::ensure(transaction, keys.map(|row| row.person_key.as_str())).await?;
        exchange(transaction, &before.ledger, &self.ledger).await?;
        exchange(transaction, &before.papers, &self.papers).await?;
        exchange(transaction, &before.deadlines, &self.deadlines).await?;
        exchange(transaction, &before.persons, &self.persons).await?;
        exchange(transaction, &before.assignments, &self.assignments).await?;
        exchange(transaction, &before.serials, &self.serials).await?;
        exchange(transaction, &before.codes, &self.codes).await?;
        exchange(transaction, &before.parties, &self.parties).await
    }

    /// Where the stored rows are not what they should be: table and column, or the table alone
    /// where a row is missing or too many.
    pub fn differences(&self, stored: &Rows) -> Vec<String> {
        let mut found = Vec::new();
        compare("case_row", &self.ledger, &stored.ledger, &mut found);
        compare("case_paper", &self.papers, &stored.papers, &mut found);
        compare("deadline", &self.deadlines, &stored.deadlines, &mut found);
        compare("case_person", &self.persons, &stored.persons, &mut found);
        compare("assignment", &self.assignments, &stored.assignments, &mut found);
        compare("blank_serial", &self.serials, &stored.serials, &mut found);
        compare("query_code", &self.codes, &stored.codes, &mut found);
        compare("case_party", &self.parties, &stored.parties, &mut found);
        found
    }
}

async fn of_case<C: ColumnTrait>(
    reader: &impl Reader,
    column: C,
    case_id: &str,
) -> Result<Vec<<C::EntityName as EntityTrait>::Model>, StoreError>
where
    C::EntityName: EntityTrait,
{
    Ok(C::EntityName::find().filter(column.eq(case_id)).all(reader).await?)
}

async fn exchange<M, A>(
    transaction: &Transaction,
    before: &[M],
    after: &[M],
) -> Result<(), StoreError>
where
    M: ModelTrait + IntoActiveModel<A> + PartialEq,
    A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
{
    let is_among = |rows: &[M], row: &M| rows.iter().any(|twin| key(twin) == key(row));
    for row in before.iter().filter(|row| !is_among(after, row)) {
        row.clone().delete(transaction).await?;
    }
    let mut new = Vec::new();
    for row in after {
        match before.iter().find(|twin| key(*twin) == key(row)) {
            Some(twin) if twin == row => {}
            Some(twin) => change(transaction, twin, row).await?,
            None => new.push(row.clone().into_active_model().reset_all()),
        }
    }
    if !new.is_empty() {
        <M::Entity as EntityTrait>::insert_many(new).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// Updates the columns in which a row differs from what it was.
async fn change<M: ModelTrait>(
    transaction: &Transaction,
    before: &M,
    after: &M,
) -> Result<(), StoreError> {
    let mut update = <M::Entity as EntityTrait>::update_many();
    for column in <M::Entity as EntityTrait>::Column::iter() {
        let value = after.get(column);
        if value != before.get(column) {
            update = update.col_expr(column, Expr::value(value));
        }
    }
    for part in <M::Entity as EntityTrait>::PrimaryKey::iter() {
        let column = part.into_column();
        update = update.filter(column.eq(after.get(column)));
    }
    update.exec(transaction).await?;
    Ok(())
}

fn key<M: ModelTrait>(row: &M) -> Vec<Value> {
    <M::Entity as EntityTrait>::PrimaryKey::iter()
        .map(|column| row.get(column.into_column()))
        .collect()
}

fn compare<M: ModelTrait + PartialEq>(
    table: &str,
    expected: &[M],
    stored: &[M],
    found: &mut Vec<String>,
) {
    for row in expected {
        let Some(twin) = stored.iter().find(|twin| key(*twin) == key(row)) else {
            found.push(format!("{table}: a row is missing"));
            continue;
        };
        for column in <M::Entity as EntityTrait>::Column::iter() {
            if row.get(column) != twin.get(column) {
                found.push(format!("{table}.{}", IdenStatic::as_str(&column)));
            }
        }
    }
    let surplus = stored.iter().filter(|row| !expected.iter().any(|twin| key(twin) == key(*row)));
    found.extend(surplus.map(|_| format!("{table}: a row is too many")));
}
