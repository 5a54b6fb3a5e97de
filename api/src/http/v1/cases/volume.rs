//! 卷宗: the volume of a case in the order of its leaves, as it would be closed today or as it was.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::CaseId;
use workflow::case::Case;
use workflow::case::decision::ManifestEntry;
use workflow::procedures::volume::manifest;
use workflow::rights::Action;

use crate::execute::facts_now;
use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;

/// The operation that reads the volume of a case.
pub struct Volumes;

/// A paper or document in its place.
#[derive(Debug, Serialize, JsonSchema)]
struct Leaf {
    /// What it is, as it enters the volume.
    #[serde(flatten)]
    entry: ManifestEntry,
    /// Its first page in the volume, from 1.
    first_page: u32,
    /// Its last.
    last_page: u32,
    /// The number of the filed paper, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    paper: Option<u32>,
}

/// The volume of a case.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CaseVolume")]
struct Volume {
    /// When it was closed; nothing while it is what it would be today.
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_on: Option<NaiveDate>,
    /// 档号
    #[serde(skip_serializing_if = "Option::is_none")]
    volume_number: Option<String>,
    /// The leaves in their order (档案办法 art. 7).
    leaves: Vec<Leaf>,
    /// How many pages it has, without cover and list.
    pages: u32,
}

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl Volumes {
    /// The volume of a case in its order: as it was closed, or as it would be today
    ///
    /// What is still in the way of closing it is told beside the act.
    #[oai(path = "/:case/volume", method = "get", operation_id = "read_volume")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Output<Volume>, Problem> {
        let (case_id, asker) = (CaseId(case.0), caller.asker());
        let history = consult(&service.app, asker, case_id, Action::ReadPaper).await?;
        let case = &history.case;
        let entries = match &case.archive {
            Some(archive) => archive.manifest.clone(),
            None => manifest(case, &facts_now(&service.app, asker, case_id, &history).await?),
        };
        Ok(Output::new(Volume::of(case, entries)))
    }
}

impl Volume {
    fn of(case: &Case, entries: Vec<ManifestEntry>) -> Volume {
        let mut pages = 0;
        let leaf = |entry: ManifestEntry| {
            let first_page = pages + 1;
            pages += entry.pages;
            let paper = case.papers.iter().find(|paper| paper.scan.digest == entry.digest);
            let paper = paper.map(|paper| paper.number);
            Leaf { entry, first_page, last_page: pages, paper }
        };
        let leaves: Vec<Leaf> = entries.into_iter().map(leaf).collect();
        Volume {
            closed_on: case.archive.as_ref().map(|archive| archive.on),
            volume_number: case.archive.as_ref().map(|archive| archive.volume_number.clone()),
            leaves,
            pages,
        }
    }
}
