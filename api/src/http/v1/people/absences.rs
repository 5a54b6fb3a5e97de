//! Officers on leave: who is away, from when to when, and who stands in.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::{Role, UserId};

use super::absence_rules::{AbsenceRequest, expect_right, holds_one_of};
use crate::clock;
use crate::http::answer::output::{Created, NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Caller, Person};
use crate::http::sign_in::factor::demand;
use crate::http::v1::Group;
use crate::store::log::audit::{self, AccessOutcome};
use crate::store::people::absences::{self, Absence};
use crate::store::{StoreError, Transaction, office, people};

/// How many absences are listed.
const LISTED: u64 = 200;
/// Who sees who is away.
const READERS: [Role; 4] = [Role::Registrar, Role::Leader, Role::Archivist, Role::Administrator];
/// Who arranges the absence of another.
const ARRANGERS: [Role; 2] = [Role::Leader, Role::Administrator];

/// The operations on absences.
pub struct Absences;

/// An absence as it is shown.
#[derive(Serialize, JsonSchema)]
struct AbsenceLine {
    /// Its identifier.
    id: Uuid,
    /// Who is away.
    person: UserId,
    /// Who stands in.
    substitute: UserId,
    /// The first day.
    from: NaiveDate,
    /// The last day.
    until: NaiveDate,
    /// Why; shown to who arranges absences and to the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Whether it was ended early.
    ended: bool,
    /// Whether the substitute stands in today.
    in_force: bool,
}

impl AbsenceLine {
    fn of(absence: Absence, reader: &Person, today: NaiveDate) -> AbsenceLine {
        let knows = arranges(reader) || absence.person == reader.asker.actor.id;
        AbsenceLine {
            id: absence.id,
            person: absence.person,
            substitute: absence.substitute,
            from: absence.first_day,
            until: absence.last_day,
            reason: knows.then_some(absence.reason),
            ended: absence.ended,
            in_force: !absence.ended && (absence.first_day..=absence.last_day).contains(&today),
        }
    }
}

fn arranges(person: &Person) -> bool {
    holds_one_of(&person.asker.roles, &ARRANGERS)
}

#[OpenApi(prefix_path = "/v1/office/absences", tag = "Group::People")]
impl Absences {
    /// Who is or will be away, latest first
    #[oai(path = "/", method = "get", operation_id = "list_absences")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<AbsenceLine>>, Problem> {
        let person = caller.person();
        if !holds_one_of(&person.asker.roles, &READERS) {
            return Err(Problem::new(Kind::Forbidden));
        }
        let reader = service.app.store.reader();
        let today = office::load(reader).await?.today();
        let lines = absences::list(reader, LISTED).await?.into_iter();
        Ok(Output::new(lines.map(|line| AbsenceLine::of(line, person, today)).collect()))
    }

    /// Record that an officer is away and who stands in
    ///
    /// On these days the substitute may what the officer may as registrar, leader or archivist,
    /// and acts under their own name. It ends by itself.
    #[oai(path = "/", method = "post", operation_id = "create_absence")]
    async fn create(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<AbsenceRequest>,
    ) -> Result<Created<AbsenceLine>, Problem> {
        let person = caller.person();
        let wanted = body.0;
        let is_own = wanted.person == person.asker.actor.id;
        let may = arranges(person) || is_own && holds_one_of(&person.asker.roles, &READERS);
        if !may {
            return Err(Problem::new(Kind::Forbidden));
        }
        // It lends roles, that of a leader among them.
        demand::expect_fresh(&service, &person.asker).await?;
        let transaction = service.app.store.begin().await?;
        // Both accounts are locked, in sorted order, so that no two absences contradict each other.
        for user in BTreeSet::from([wanted.person, wanted.substitute]) {
            people::lock(&transaction, user).await?;
        }
        let today = office::load(&transaction).await?.today();
        expect_right(&transaction, &wanted, person, today).await?;
        let absence = Absence {
            id: Uuid::now_v7(),
            person: wanted.person,
            substitute: wanted.substitute,
            first_day: wanted.from,
            last_day: wanted.until,
            reason: wanted.reason,
            ended: false,
        };
        absences::add(&transaction, &absence, person.asker.actor.id, clock::now()).await?;
        log(transaction, person, &absence, "recorded").await?;
        let line = AbsenceLine::of(absence, person, today);
        Ok(Created::new(Output::new(line), "/v1/office/absences"))
    }

    /// End an absence early; the substitute's roles end with the next request
    #[oai(path = "/:id/ending", method = "post", operation_id = "end_absence")]
    async fn end(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let person = caller.person();
        if !holds_one_of(&person.asker.roles, &READERS) {
            return Err(Problem::new(Kind::Forbidden));
        }
        let transaction = service.app.store.begin().await?;
        let by = person.asker.actor.id;
        let was_open = absences::end(&transaction, id.0, by, clock::now()).await?;
        let absence = absences::find(&transaction, id.0).await?;
        let absence = absence.ok_or_else(|| Problem::new(Kind::NotFound))?;
        if !arranges(person) && absence.person != by {
            return Err(Problem::new(Kind::Forbidden));
        }
        if !was_open {
            let (zh, en) = ("该请假已提前结束", "The absence was ended before");
            return Err(Problem::new(Kind::InvalidValues).broken("absence-over", None, zh, en));
        }
        log(transaction, person, &absence, "ended").await?;
        Ok(NoContent)
    }
}

/// Logs who is away and who stands in, but not why, and makes it last.
async fn log(
    transaction: Transaction,
    person: &Person,
    absence: &Absence,
    what: &str,
) -> Result<(), Problem> {
    let actor = person.asker.actor.id.to_string();
    let Absence { id, person: away, substitute, first_day, last_day, .. } = absence;
    let after = format!("{what}: {away} away, {substitute} stands in, {first_day} to {last_day}");
    let subject = format!("absence {id}");
    audit::record_configuration(&transaction, &actor, &subject, None, after).await?;
    person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}
