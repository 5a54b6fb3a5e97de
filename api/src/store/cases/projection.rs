//! From a case to its rows: one function, used by every write and by the check that the stored
//! rows are what the events make them.

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IdenStatic, ModelTrait, QueryFilter, Value};
use workflow::base::calendar::Calendar;
use workflow::base::deadline_kind::DeadlineKind;
use workflow::base::office_rules::OfficeRules;
use workflow::case::{Ending, Procedure};
use workflow::identity::masked_name;
use workflow::identity::writing::compared_number;
use workflow::law::numbers::BlankKey;
use workflow::law::time::deadline::{Deadline, DeadlineState};
use workflow::procedures::deadlines;
use workflow::rights::Relation;
use workflow::time::end_is_to_be_noted;
use workflow::{Case, CaseId, Stage};

use super::adoption;
use super::entity::numbers::blank_serial;
use super::entity::rows::{
    assignment, case_paper, case_person, case_row, case_term, deadline, evidence_file, query_code,
};
use super::filed;
use super::persons::{self, Persons};
use super::terms;
use crate::secret::OfficeSecret;
use crate::secret::query_code::{FIRST_ISSUE, code_key, query_code as code_of};
use crate::store::gifts::entity::case_party;
use crate::store::gifts::keys as donor_keys;
use crate::store::plain::Plain;
use crate::store::values::Stored;
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

/// The rows of one case, as they lie in their tables: those that are stored may hold what no case
/// makes, and are compared and made anew all the same.
#[derive(Debug, Clone)]
pub struct Rows {
    ledger: Vec<Plain<case_row::Entity>>,
    papers: Vec<Plain<case_paper::Entity>>,
    evidence: Vec<Plain<evidence_file::Entity>>,
    deadlines: Vec<Plain<deadline::Entity>>,
    persons: Vec<Plain<case_person::Entity>>,
    assignments: Vec<Plain<assignment::Entity>>,
    serials: Vec<Plain<blank_serial::Entity>>,
    codes: Vec<Plain<query_code::Entity>>,
    parties: Vec<Plain<case_party::Entity>>,
    terms: Vec<Plain<case_term::Entity>>,
}

impl Projector<'_> {
    /// The rows a case has.
    pub fn project(&self, case_id: CaseId, case: &Case) -> Result<Rows, StoreError> {
        // Only the receipt of a formation bears a code: its page answers for the adoption.
        let code = (case.procedure == Procedure::Formation).then(|| {
            let code = code_of(self.secret, case_id, FIRST_ISSUE);
            query_code::Model { code_key: code_key(self.secret, &code), case_id: Stored(case_id) }
        });
        let clocks = deadlines(case, self.calendar, self.rules);
        Ok(Rows {
            ledger: laid([self.ledger_row(case_id, case, &clocks)]),
            papers: laid(filed::papers(case_id, case)?),
            evidence: laid(filed::evidence(case_id, case)?),
            deadlines: laid(clocks.iter().map(|clock| deadline_row(case_id, case, clock))),
            persons: laid(person_rows(case_id, &Persons::of_case(self.secret, case))),
            assignments: laid(assignments(case_id, case)),
            serials: laid(serials(case_id, case)),
            parties: laid(donor_keys::rows(self.secret, case_id, case)),
            codes: laid(code),
            terms: laid(terms::rows(self.secret, case_id, case)),
        })
    }

    fn ledger_row(&self, case_id: CaseId, case: &Case, clocks: &[Deadline]) -> case_row::Model {
        let step = workflow::next::next(case, self.calendar, self.rules);
        let names: Vec<String> =
            case.adopters.iter().map(|adopter| masked_name(&adopter.name)).collect();
        let next = clocks
            .iter()
            .filter(|clock| clock.state == DeadlineState::Running)
            .filter(|clock| !DeadlineKind::WAITING.contains(&clock.kind))
            .filter_map(|clock| clock.due_on.map(|due_on| (due_on, clock.kind)))
            .min();
        case_row::Model {
            case_id: Stored(case_id),
            version: i64::from(case.version),
            number: case.number.clone(),
            kind: Stored(case.kind),
            stage: Stored(case.stage),
            child_name: masked_name(&case.child.name),
            file_set: case.file_set.clone(),
            adopter_names: names.join("、"),
            officer: Stored(case.officer.id),
            received_on: Stored(case.applied_on),
            last_on: Stored(case.last_on),
            next_deadline_kind: next.map(|(_, kind)| Stored(kind)),
            certificate_number: case.certificate_number().map(str::to_owned),
            procedure: Stored(case.procedure),
            adoption: adoption::of_case(case).map(Stored),
            standing: case.aftermath.word().to_owned(),
            number_key: Some(compared_number(&case.number)),
            certificate_key: case.certificate_number().map(compared_number),
            urgent_on: next.map_or(case_row::NEVER, |(due_on, _)| Stored(due_on)),
            in_hand: case.stage < Stage::Archived,
            next_act: step.act.map(Stored),
            next_why: step.why.to_owned(),
            waits_for: Stored(step.waits_for),
            ready_on: step.ready_on.map(Stored),
            incident_open: case.open_incident().is_some(),
            lent: case.loans.iter().any(|loan| loan.returned.is_none()),
            accepted_on: case.acceptance.as_ref().map(|acceptance| Stored(acceptance.on)),
            concluded_on: concluded_on(case).map(Stored),
            issued_on: case.issue.as_ref().map(|issue| Stored(issue.on)),
            archived_on: case.archive.as_ref().map(|archive| Stored(archive.on)),
        }
    }
}

/// Rows as they will lie in their table.
fn laid<M: ModelTrait>(rows: impl IntoIterator<Item = M>) -> Vec<Plain<M::Entity>> {
    rows.into_iter().map(|row| Plain::of(&row)).collect()
}

/// The day of the registration, of what a later procedure gave, or of the end without either.
fn concluded_on(case: &Case) -> Option<NaiveDate> {
    let registered = case.registration.as_ref().map(|registration| registration.on);
    let later = case.later.as_deref().and_then(|later| later.outcome.as_ref());
    let ended = case.ending.as_ref().map(Ending::on);
    registered.or(later.map(|outcome| outcome.on)).or(ended)
}

fn deadline_row(case_id: CaseId, case: &Case, clock: &Deadline) -> deadline::Model {
    deadline::Model {
        case_id: Stored(case_id),
        kind: Stored(clock.kind),
        number: i64::from(clock.number),
        due_on: clock.due_on.map(Stored),
        state: Stored(clock.state),
        person: Stored(case.officer.id),
        end_open: end_is_to_be_noted(case, clock),
        case_number: case.number.clone(),
        registered: case.certificate_number().is_some(),
    }
}

fn person_rows(case_id: CaseId, persons: &Persons) -> Vec<case_person::Model> {
    persons
        .iter()
        .map(|(person_key, party)| case_person::Model {
            person_key: person_key.to_owned(),
            case_id: Stored(case_id),
            party: Stored(party),
        })
        .collect()
}

fn assignments(case_id: CaseId, case: &Case) -> Vec<assignment::Model> {
    let assessors = case.assessment.assessors.iter();
    assessors
        .map(|assessor| assignment::Model {
            case_id: Stored(case_id),
            user_id: Stored(assessor.user),
            ended: !Relation::of(case, assessor.user).is_assigned,
        })
        .collect()
}

fn serials(case_id: CaseId, case: &Case) -> Option<blank_serial::Model> {
    let registered = case.registration.as_ref().map(|registration| registration.on);
    let later = case.later.as_deref().and_then(|later| later.outcome.as_ref());
    let used_on = registered.or(later.map(|outcome| outcome.on));
    BlankKey::used_by(case).zip(used_on).map(|(blank, used_on)| blank_serial::Model {
        serial: blank.0,
        case_id: Stored(case_id),
        used_on: Stored(used_on),
    })
}

impl Rows {
    /// No rows: a case that is not there yet.
    pub fn none() -> Rows {
        Rows {
            ledger: Vec::new(),
            papers: Vec::new(),
            evidence: Vec::new(),
            deadlines: Vec::new(),
            persons: Vec::new(),
            assignments: Vec::new(),
            serials: Vec::new(),
            codes: Vec::new(),
            parties: Vec::new(),
            terms: Vec::new(),
        }
    }

    /// The rows as they are stored.
    pub async fn stored(reader: &impl Reader, case_id: CaseId) -> Result<Rows, StoreError> {
        Ok(Rows {
            ledger: of_case(reader, case_row::Column::CaseId, case_id).await?,
            papers: of_case(reader, case_paper::Column::CaseId, case_id).await?,
            evidence: of_case(reader, evidence_file::Column::CaseId, case_id).await?,
            deadlines: of_case(reader, deadline::Column::CaseId, case_id).await?,
            persons: of_case(reader, case_person::Column::CaseId, case_id).await?,
            assignments: of_case(reader, assignment::Column::CaseId, case_id).await?,
            serials: of_case(reader, blank_serial::Column::CaseId, case_id).await?,
            codes: of_case(reader, query_code::Column::CaseId, case_id).await?,
            parties: of_case(reader, case_party::Column::CaseId, case_id).await?,
            terms: of_case(reader, case_term::Column::CaseId, case_id).await?,
        })
    }

    /// Turns the stored rows of a case into these, touching only what differs from `before`.
    pub async fn replace(
        &self,
        transaction: &Transaction,
        before: &Rows,
    ) -> Result<(), StoreError> {
        let new = self.persons.iter().filter(|row| !before.persons.contains(row));
        let keys = new.filter_map(|row| row.get(case_person::Column::PersonKey));
        persons::ensure(transaction, keys.cloned()).await?;
        exchange(transaction, &before.ledger, &self.ledger).await?;
        exchange(transaction, &before.papers, &self.papers).await?;
        exchange(transaction, &before.evidence, &self.evidence).await?;
        exchange(transaction, &before.deadlines, &self.deadlines).await?;
        exchange(transaction, &before.persons, &self.persons).await?;
        exchange(transaction, &before.assignments, &self.assignments).await?;
        exchange(transaction, &before.serials, &self.serials).await?;
        exchange(transaction, &before.codes, &self.codes).await?;
        exchange(transaction, &before.parties, &self.parties).await?;
        exchange(transaction, &before.terms, &self.terms).await
    }

    /// Where the stored rows are not what they should be: table and column, or the table alone
    /// where a row is missing or too many.
    pub fn differences(&self, stored: &Rows) -> Vec<String> {
        let mut found = Vec::new();
        compare("case_row", &self.ledger, &stored.ledger, &mut found);
        compare("case_paper", &self.papers, &stored.papers, &mut found);
        compare("evidence_file", &self.evidence, &stored.evidence, &mut found);
        compare("deadline", &self.deadlines, &stored.deadlines, &mut found);
        compare("case_person", &self.persons, &stored.persons, &mut found);
        compare("assignment", &self.assignments, &stored.assignments, &mut found);
        compare("blank_serial", &self.serials, &stored.serials, &mut found);
        compare("query_code", &self.codes, &stored.codes, &mut found);
        compare("case_party", &self.parties, &stored.parties, &mut found);
        compare("case_term", &self.terms, &stored.terms, &mut found);
        found
    }
}

async fn of_case<C: ColumnTrait>(
    reader: &impl Reader,
    column: C,
    case_id: CaseId,
) -> Result<Vec<Plain<C::EntityName>>, StoreError>
where
    C::EntityName: EntityTrait,
{
    let rows = C::EntityName::find().filter(column.eq(Stored(case_id)));
    Ok(rows.into_model().all(reader).await?)
}

async fn exchange<E: EntityTrait>(
    transaction: &Transaction,
    before: &[Plain<E>],
    after: &[Plain<E>],
) -> Result<(), StoreError> {
    for row in before.iter().filter(|row| !after.iter().any(|twin| twin.is_twin(row))) {
        E::delete_many().filter(row.with_this_key()).exec(transaction).await?;
    }
    let mut new = Vec::new();
    for row in after {
        match before.iter().find(|twin| twin.is_twin(row)) {
            Some(twin) if twin == row => {}
            Some(twin) => change(transaction, twin, row).await?,
            None => new.push(row.to_be_written()?),
        }
    }
    if !new.is_empty() {
        E::insert_many(new).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// Updates the columns in which a row differs from what it was.
async fn change<E: EntityTrait>(
    transaction: &Transaction,
    before: &Plain<E>,
    after: &Plain<E>,
) -> Result<(), StoreError> {
    let differs = |(column, value): &(E::Column, &Value)| before.get(*column) != Some(*value);
    let changed = after.columns().filter(differs);
    changed
        .fold(E::update_many(), |update, (column, value)| {
            update.col_expr(column, Expr::value(value.clone()))
        })
        .filter(after.with_this_key())
        .exec(transaction)
        .await?;
    Ok(())
}

fn compare<E: EntityTrait>(
    table: &str,
    expected: &[Plain<E>],
    stored: &[Plain<E>],
    found: &mut Vec<String>,
) {
    for row in expected {
        let Some(twin) = stored.iter().find(|twin| twin.is_twin(row)) else {
            found.push(format!("{table}: a row is missing"));
            continue;
        };
        let differing = row.columns().filter(|(column, value)| twin.get(*column) != Some(*value));
        found.extend(differing.map(|(column, _)| format!("{table}.{}", column.as_str())));
    }
    let surplus = stored.iter().filter(|row| !expected.iter().any(|twin| twin.is_twin(row)));
    found.extend(surplus.map(|_| format!("{table}: a row is too many")));
}
