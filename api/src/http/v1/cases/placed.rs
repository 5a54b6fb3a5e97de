//! The cases of an institution's children, as the institution sees them: how they go, and what it has to bring.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::case::{Case, ChildKind};
use workflow::identity::resident_id::Sex;
use workflow::next::{WaitsFor, next};
use workflow::overview::checklist::{Demand, Place, SlotState, checklist};
use workflow::procedures::suppliers::Supplier;
use workflow::rights::Action;
use workflow::{CaseId, Facts, Role, Stage};

use crate::execute::facts_now;
use crate::http::answer::Problem;
use crate::http::answer::output::{Output, Versioned};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::{consult, placed_cases};
use crate::store::asker::Asker;
use crate::store::cases::History;
use crate::store::log::audit::AccessOutcome;

/// The operations of an institution on the cases of its children.
pub struct PlacedCases;

/// The child of a case, as its institution knows it. The name it gets is the adopters' to tell.
#[derive(Debug, Serialize, JsonSchema)]
struct PlacedChild {
    /// 姓名
    name: String,
    /// 性别
    sex: Sex,
    /// 出生日期
    birth_date: NaiveDate,
    /// 入院登记编号
    #[serde(skip_serializing_if = "Option::is_none")]
    entry_number: Option<String>,
}

/// A case of a child that the institution places.
#[derive(Debug, Serialize, JsonSchema)]
struct PlacedCaseLine {
    /// The case.
    case_id: CaseId,
    /// 办件编号
    number: String,
    /// The kind of child.
    kind: ChildKind,
    /// How far the case is.
    stage: Stage,
    /// When the application was received.
    received_on: NaiveDate,
    /// The child.
    child: PlacedChild,
    /// For whom the case waits.
    waits_for: WaitsFor,
    /// How many papers the institution has still to bring.
    missing: usize,
    /// How many of its papers were not in order, and are to be brought anew.
    rejected: usize,
}

/// A case of a child that the institution places, with what the institution brings.
#[derive(Debug, Serialize, JsonSchema)]
struct PlacedCase {
    /// The case.
    #[serde(flatten)]
    line: PlacedCaseLine,
    /// Its version, for the next `If-Match`.
    version: u32,
    /// The papers that the institution brings.
    slots: Vec<Place>,
}

impl PlacedCaseLine {
    fn of(case_id: CaseId, case: &Case, slots: &[Place], waits_for: WaitsFor) -> PlacedCaseLine {
        let count = |state| slots.iter().filter(|slot| slot.state == state).count();
        let missing =
            |slot: &&Place| slot.demand == Demand::Required && slot.state == SlotState::Missing;
        PlacedCaseLine {
            case_id,
            number: case.number.clone(),
            kind: case.kind,
            stage: case.stage,
            received_on: case.applied_on,
            child: PlacedChild {
                name: case.child.name.clone(),
                sex: case.child.sex,
                birth_date: case.child.birth_date,
                entry_number: case.child.entry_number.clone(),
            },
            waits_for,
            missing: slots.iter().filter(missing).count(),
            rejected: count(SlotState::Rejected),
        }
    }
}

/// The places of the file that the institution fills.
fn own_slots(case: &Case, facts: &Facts) -> Vec<Place> {
    let mut slots = checklist(case, facts);
    slots.retain(|slot| slot.supplied_by == Supplier::Institution);
    slots
}

#[OpenApi(prefix_path = "/v1/placed-cases", tag = "Group::Cases")]
impl PlacedCases {
    /// The cases of the children whom one's own institution places, until they are handed over
    #[oai(path = "/", method = "get", operation_id = "list_placed_cases")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<PlacedCaseLine>>, Problem> {
        let asker = &caller.holding(Role::Institution)?.asker;
        let mut lines = Vec::new();
        for (case_id, history) in placed_cases(&service.app, asker).await? {
            lines.push(seen(&service, asker, case_id, &history).await?.line);
        }
        lines.sort_by(|one, other| other.number.cmp(&one.number));
        asker.note(&service.app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Output::new(lines))
    }

    /// How the case of a child goes whom one's own institution places, and what the institution brings
    ///
    /// Nothing of the adopters is told. A scan is brought by `file_paper`.
    #[oai(path = "/:case", method = "get", operation_id = "read_placed_case")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<PlacedCase>, Problem> {
        let (case_id, action) = (CaseId(case.0), Action::ReadPlacedCase);
        let history = consult(&service.app, caller.asker(), case_id, action).await?;
        let version = history.case.version;
        let seen = seen(&service, caller.asker(), case_id, &history).await?;
        Ok(Output::versioned(seen, version))
    }
}

async fn seen(
    service: &Service,
    asker: &Asker,
    case_id: CaseId,
    history: &History,
) -> Result<PlacedCase, Problem> {
    let case = &history.case;
    let facts = facts_now(&service.app, asker, case_id, history).await?;
    let slots = own_slots(case, &facts);
    let waits_for = next(case, &facts.calendar, &facts.rules).waits_for;
    Ok(PlacedCase {
        line: PlacedCaseLine::of(case_id, case, &slots, waits_for),
        version: case.version,
        slots,
    })
}
