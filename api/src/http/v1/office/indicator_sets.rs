//! 评估指标体系: the sets of indicators, imported by an administrator; a version never changes.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::param::{Path, Query};
use schemars::JsonSchema;
use serde::Serialize;
use workflow::Role;
use workflow::indicator::{Change, IndicatorSet, SetVersion, Wording, changes};

use crate::children::sets::ReadSet;
use crate::http::answer::output::{Created, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::set_upload::SetUpload;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::sign_in::factor::demand;
use crate::http::v1::Group;
use crate::store::log::audit::AccessOutcome;
use crate::store::office::indicator_sets::{self, LoadedSet};
use crate::store::office::new_indicator_set;
use crate::store::{StoreError, office};

/// Where the sets are found.
const PATH: &str = "/v1/indicator-sets";
/// Who may look at them.
const READERS: [Role; 6] = [
    Role::Registrar,
    Role::Leader,
    Role::Assessor,
    Role::AgencyManager,
    Role::Auditor,
    Role::Administrator,
];

/// The operations on sets of indicators.
pub struct IndicatorSets;

/// A set in the list.
#[derive(Serialize, JsonSchema)]
struct IndicatorSetLine {
    /// The set.
    id: String,
    /// Its version.
    version: u32,
    /// What it is called.
    name: Wording,
    /// Who issued it.
    issuer: Wording,
    /// Whether an authority issued it; where not, every screen and paper says so.
    official: bool,
    /// The day from which it counts.
    in_force_from: NaiveDate,
    /// Whether an assessment that begins today is scored by it.
    in_force: bool,
    /// The legal day it was loaded; none for what came with the program.
    loaded_on: Option<NaiveDate>,
    /// The account that loaded it.
    loaded_by: Option<String>,
}

/// The differences between two versions.
#[derive(Serialize, JsonSchema)]
struct IndicatorSetChanges {
    /// The version that is compared.
    before: SetVersion,
    /// The version it is compared with.
    after: SetVersion,
    /// What differs, by codes.
    changes: Vec<Change>,
}

fn may_read(caller: &Caller) -> Result<(), Problem> {
    let roles = &caller.asker().roles;
    match READERS.iter().any(|role| roles.contains(role)) {
        true => Ok(()),
        false => Err(Problem::new(Kind::Forbidden)),
    }
}

fn find(sets: &[LoadedSet], id: &str, version: u32) -> Result<IndicatorSet, Problem> {
    let found = sets.iter().find(|one| one.set.id == id && one.set.version == version);
    found.map(|one| one.set.clone()).ok_or_else(|| Problem::new(Kind::NotFound))
}

#[OpenApi(prefix_path = "/v1/indicator-sets", tag = "Group::Service")]
impl IndicatorSets {
    /// The sets of indicators in all their versions, and which is in force
    #[oai(path = "/", method = "get", operation_id = "list_indicator_sets")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<IndicatorSetLine>>, Problem> {
        may_read(&caller)?;
        let reader = service.app.store.reader();
        let profile = office::load(reader).await?;
        let sets = indicator_sets::all(reader).await?;
        let in_force = indicator_sets::newest(sets.clone(), &profile);
        let in_force = in_force.map(|one| one.set.named());
        let lines = sets.into_iter().map(|LoadedSet { set, loaded }| IndicatorSetLine {
            in_force: Some(set.named()) == in_force,
            id: set.id,
            version: set.version,
            name: set.name,
            issuer: set.issuer,
            official: set.official,
            in_force_from: set.in_force_from,
            loaded_on: loaded.as_ref().map(|loaded| loaded.on),
            loaded_by: loaded.map(|loaded| loaded.by),
        });
        Ok(Output::new(lines.collect()))
    }

    /// Read one version of a set
    #[oai(path = "/:set/:version", method = "get", operation_id = "read_indicator_set")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        set: Path<String>,
        version: Path<u32>,
    ) -> Result<Output<IndicatorSet>, Problem> {
        may_read(&caller)?;
        let sets = indicator_sets::all(service.app.store.reader()).await?;
        Ok(Output::new(find(&sets, &set, version.0)?))
    }

    /// Compare a version of a set with another
    #[oai(path = "/:set/:version/changes", method = "get", operation_id = "compare_indicator_sets")]
    async fn compare(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        set: Path<String>,
        version: Path<u32>,
        /// The version it is compared with
        since: Query<u32>,
        /// The set of that version, where it is another
        since_set: Query<Option<String>>,
    ) -> Result<Output<IndicatorSetChanges>, Problem> {
        may_read(&caller)?;
        let sets = indicator_sets::all(service.app.store.reader()).await?;
        let after = find(&sets, &set, version.0)?;
        let before = find(&sets, since_set.as_ref().unwrap_or(&set), since.0)?;
        let changes = changes(&before, &after);
        Ok(Output::new(IndicatorSetChanges {
            before: before.named(),
            after: after.named(),
            changes,
        }))
    }

    /// Import a version of a set from a YAML document or a workbook
    ///
    /// A file with faults is refused with all of them, each named by its cell or its place. A case keeps
    /// the version by which its assessment began.
    #[oai(path = "/", method = "post", operation_id = "import_indicator_set")]
    async fn import(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: SetUpload,
    ) -> Result<Created<SetVersion>, Problem> {
        let person = caller.holding(Role::Administrator)?;
        // By a set a family passes or fails.
        demand::expect_fresh(&service, &person.asker).await?;
        let read = service.app.set_reader.read(body.format, &body.bytes).await;
        let set = match read.map_err(|_| Problem::new(Kind::Unavailable))? {
            ReadSet::Whole(set) => set,
            ReadSet::Faulty(faults) => {
                let problem = Problem::new(Kind::InvalidValues);
                return Err(faults.into_iter().fold(problem, |problem, fault| {
                    problem.broken(fault.rule, Some(fault.place), fault.zh, fault.en)
                }));
            }
        };
        let transaction = service.app.store.begin().await?;
        let actor = person.asker.actor.id.to_string();
        if !new_indicator_set::add(&transaction, &actor, &set).await? {
            let (zh, en) =
                ("该版本已经载入，不得更改", "This version is loaded, and never changes");
            let problem = Problem::new(Kind::InvalidValues);
            return Err(problem.broken("indicator-version", Some("version".to_owned()), zh, en));
        }
        person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        let named = set.named();
        let location = format!("{PATH}/{}/{}", named.id, named.version);
        Ok(Created::new(Output::new(named), location))
    }
}
