//! What anybody reads before they come: the office's card, the guide to each kind of adoption, the questions
//! of the eligibility check.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use workflow::base::opening::OpeningHours;
use workflow::case::ChildKind;
use workflow::law::time::periods::nth_working_day;
use workflow::public::guide::{Guide, guide};
use workflow::public::questions::{Question, questions};

use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::door::paced::Paced;
use crate::http::service::Service;
use crate::http::sign_in::caller::Anonymous;
use crate::http::v1::Group;
use crate::store::office::{self, Mode, calendar};

/// The operations that tell anybody of the office and of the law.
pub struct About;

/// The office, as it is told to anybody.
#[derive(Debug, Serialize, JsonSchema)]
struct OfficeCard {
    /// 机关名称
    name: String,
    /// The county it serves (GB/T 2260).
    division: String,
    /// The county's name with those above it.
    division_name: Option<String>,
    /// 地址
    address: String,
    /// 联系电话
    telephone: String,
    /// When it receives people on every working day; empty while the office has not said.
    hours: Vec<OpeningHours>,
    /// Whether appointments can be made.
    appointments: bool,
    /// Whether it is a practice office, in which nothing counts.
    practice: bool,
    /// The legal day.
    today: NaiveDate,
    /// The next working day after it.
    next_working_day: Option<NaiveDate>,
}

/// The questions of the check.
#[derive(Debug, Serialize, JsonSchema)]
struct Questionnaire {
    /// In the order in which they are asked. The answers make the body of `POST /v1/eligibility/check`; the
    /// day and the office asked are the client's own.
    questions: Vec<Question>,
}

#[OpenApi(prefix_path = "/v1/public", tag = "Group::Eligibility")]
impl About {
    /// Read the office's card: where it is, when it is open, how it is reached
    #[oai(path = "/office", method = "get", operation_id = "read_office_card")]
    async fn office(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<OfficeCard>, Problem> {
        let reader = service.app.store.reader();
        let profile = office::load(reader).await?;
        let calendar = calendar::in_force(reader).await?;
        let today = profile.today();
        let opening = &profile.rules.opening;
        Ok(Output::new(OfficeCard {
            hours: opening.hours.clone(),
            appointments: opening.takes_appointments(),
            practice: profile.mode == Mode::Practice,
            today,
            next_working_day: nth_working_day(today, 1, &[], &calendar),
            division_name: profile.office.division.full_name_on(today),
            division: profile.office.division.0,
            name: profile.office.name,
            address: profile.office.address,
            telephone: profile.office.telephone,
        }))
    }

    /// Read the guide to one kind of adoption: which papers, who gives them, in which form, by which article
    #[oai(path = "/guide/:kind", method = "get", operation_id = "read_guide")]
    async fn guide(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        kind: Path<String>,
    ) -> Result<Output<Guide>, Problem> {
        let kinds = ChildKind::ALL.into_iter();
        let kind = kinds.into_iter().find(|known| known.word() == kind.0);
        let kind = kind.ok_or_else(|| Problem::new(Kind::NotFound))?;
        Ok(Output::lasting(guide(kind)))
    }

    /// Read the questions of the eligibility check in plain words, each with why it is asked
    #[oai(path = "/questions", method = "get", operation_id = "list_questions")]
    async fn questions(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
    ) -> Result<Output<Questionnaire>, Problem> {
        Ok(Output::lasting(Questionnaire { questions: questions() }))
    }
}
