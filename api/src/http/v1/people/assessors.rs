//! 评估主体和评估人员: the bodies, what is on file of each assessor, and who may be appointed today.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::base::message::Message;
use workflow::base::rule::Violation;
use workflow::facts::AssessorRecord;
use workflow::law::appointment::objections;
use workflow::law::on_file::{agency_faults, standing_faults};
use workflow::staff::{Agency, AgencyId, Standing};
use workflow::{Refusal, Role, UserId};

use super::administering::{administering, commit};
use crate::http::answer::output::{Created, NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Caller, Person};
use crate::http::v1::Group;
use crate::store::{office, staff};

/// Where the bodies are found.
const PATH: &str = "/v1/agencies";
/// Who appoints, oversees or administers assessors.
const READERS: [Role; 4] = [Role::Registrar, Role::Leader, Role::Auditor, Role::Administrator];

/// The operations on assessing bodies and assessors.
pub struct Assessors;

/// An assessing body.
#[derive(Serialize, JsonSchema)]
struct AgencyLine {
    /// Its identifier.
    id: Uuid,
    /// What it is.
    agency: Agency,
}

/// Why somebody may not be appointed.
#[derive(Serialize, JsonSchema)]
struct Objection {
    /// The rule.
    rule: &'static str,
    /// The article, in both languages.
    article: Message,
    /// What is wrong, in both languages.
    message: Message,
}

impl From<Violation> for Objection {
    fn from(violation: Violation) -> Objection {
        Objection {
            rule: violation.rule.id,
            article: Message::new(violation.rule.citation, violation.rule.citation_en),
            message: violation.message,
        }
    }
}

/// An assessor, and whether they may be appointed today.
#[derive(Serialize, JsonSchema)]
struct AssessorLine {
    /// The account.
    user: UserId,
    /// The name.
    name: String,
    /// The post certificate: kind and number.
    certificate: Option<String>,
    /// The last day it is valid.
    certificate_until: Option<NaiveDate>,
    /// The body they assess for.
    agency: Option<String>,
    /// What is on file.
    standing: Option<Standing>,
    /// Why they may not be appointed today; empty if they may.
    objections: Vec<Objection>,
    /// In how many open tasks they assess. With objections these lapsed after the appointment.
    open_tasks: u64,
}

fn may_read(caller: &Caller) -> Result<(), Problem> {
    let roles = &caller.asker().roles;
    match READERS.iter().any(|role| roles.contains(role)) {
        true => Ok(()),
        false => Err(Problem::new(Kind::Forbidden)),
    }
}

#[OpenApi(prefix_path = "/v1", tag = "Group::People")]
impl Assessors {
    /// The assessing bodies: the own team, and those commissioned with their agreements
    #[oai(path = "/agencies", method = "get", operation_id = "list_agencies")]
    async fn list_agencies(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<AgencyLine>>, Problem> {
        may_read(&caller)?;
        let agencies = staff::agencies(service.app.store.reader()).await?;
        let line = |(id, agency): (AgencyId, Agency)| AgencyLine { id: id.0, agency };
        Ok(Output::new(agencies.into_iter().map(line).collect()))
    }

    /// Enter an assessing body
    #[oai(path = "/agencies", method = "post", operation_id = "create_agency")]
    async fn create_agency(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<Agency>,
    ) -> Result<Created<AgencyLine>, Problem> {
        let person = caller.holding(Role::Administrator)?;
        let id = Uuid::now_v7();
        put_agency(&service, person, AgencyId(id), &body.0, false).await?;
        let location = format!("{PATH}/{id}");
        Ok(Created::new(Output::new(AgencyLine { id, agency: body.0 }), location))
    }

    /// Change what is known of an assessing body; who was appointed stays so, and a lapse is shown
    #[oai(path = "/agencies/:id", method = "put", operation_id = "change_agency")]
    async fn change_agency(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<Agency>,
    ) -> Result<NoContent, Problem> {
        let person = caller.holding(Role::Administrator)?;
        put_agency(&service, person, AgencyId(id.0), &body.0, true).await?;
        Ok(NoContent)
    }

    /// Change what is on file of an assessor: body, training, examination, screening, suspension
    #[oai(path = "/people/:id/standing", method = "put", operation_id = "change_standing")]
    async fn change_standing(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<Standing>,
    ) -> Result<NoContent, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let standing = body.0;
        let transaction = service.app.store.begin().await?;
        let today = office::load(&transaction).await?.today();
        let known = staff::agency(&transaction, standing.agency).await?.is_some();
        expect_none(standing_faults(&standing, known, today))?;
        let actor = person.asker.actor.id.to_string();
        staff::put_standing(&transaction, Some(&actor), user, &standing).await?;
        commit(transaction, person).await?;
        Ok(NoContent)
    }

    /// The assessors, and of each whether they may be appointed today and why not
    #[oai(path = "/assessors", method = "get", operation_id = "list_assessors")]
    async fn list_assessors(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<AssessorLine>>, Problem> {
        may_read(&caller)?;
        let reader = service.app.store.reader();
        let today = office::load(reader).await?.today();
        let mut lines = Vec::new();
        for record in staff::assessors(reader).await? {
            let open_tasks = staff::open_tasks(reader, record.user).await?;
            lines.push(line_of(record, today, open_tasks));
        }
        Ok(Output::new(lines))
    }
}

fn line_of(record: AssessorRecord, today: NaiveDate, open_tasks: u64) -> AssessorLine {
    let objections = objections(&record, today).into_iter().map(Objection::from).collect();
    AssessorLine {
        user: record.user,
        name: record.name,
        certificate: record.qualification,
        certificate_until: record.valid_until,
        agency: record.agency.map(|agency| agency.name),
        standing: record.standing,
        objections,
        open_tasks,
    }
}

async fn put_agency(
    service: &Service,
    person: &Person,
    id: AgencyId,
    agency: &Agency,
    known: bool,
) -> Result<(), Problem> {
    let transaction = service.app.store.begin().await?;
    if known && staff::agency(&transaction, id).await?.is_none() {
        return Err(Problem::new(Kind::NotFound));
    }
    let today = office::load(&transaction).await?.today();
    expect_none(agency_faults(agency, today))?;
    let actor = person.asker.actor.id.to_string();
    staff::put_agency(&transaction, Some(&actor), id, agency).await?;
    commit(transaction, person).await
}

fn expect_none(faults: Vec<Violation>) -> Result<(), Problem> {
    Refusal::unless_none(faults).map_err(Problem::invalid)
}
