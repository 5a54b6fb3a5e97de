//! The practice office: sign in as anybody, and move the legal day. In a real office these
//! operations are not in the table, so their paths are unknown.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::OpenApi;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::{CaseId, Role};

use crate::clock;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::door::client::Client;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Anonymous, Caller};
use crate::http::sign_in::opening::{self, Opening};
use crate::http::sign_in::signed_in::SignedIn;
use crate::http::v1::Group;
use crate::store::office::{self, Moved};
use crate::store::{StoreError, people};

/// The operations of a practice office.
pub struct Practice;

/// Where the paths of these operations begin.
pub const PREFIX: &str = "/v1/practice/";

/// Whom to be.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PracticeSignInRequest {
    /// The role.
    role: Role,
    /// Which of the three invented people of this role; the first if left out.
    #[serde(default = "first")]
    #[schemars(range(min = 1, max = 3))]
    person: u8,
    /// The case of a party, for the role `family`.
    case_id: Option<CaseId>,
}

fn first() -> u8 {
    1
}

/// The legal day to move to.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PracticeClockRequest {
    /// The new legal day: forwards or backwards, but not before the newest act.
    today: NaiveDate,
}

/// The legal day.
#[derive(Serialize, JsonSchema)]
struct PracticeClock {
    /// The legal day of this office.
    today: NaiveDate,
}

#[OpenApi(prefix_path = "/v1/practice", tag = "Group::Practice")]
impl Practice {
    /// Sign in as one of the invented people
    #[oai(path = "/sign-in", method = "post", operation_id = "create_practice_session")]
    async fn sign_in(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        client: Client,
        body: Input<PracticeSignInRequest>,
    ) -> Result<Output<SignedIn>, Problem> {
        expect_practice(&service)?;
        let PracticeSignInRequest { role, person, case_id } = body.0;
        let reader = service.app.store.reader();
        let account = people::practice_person(reader, role, i64::from(person)).await?;
        let account = account.ok_or_else(|| {
            Problem::new(Kind::InvalidValues).broken(
                "practice-person",
                Some("person".to_owned()),
                "每个角色有 1 至 3 号人员",
                "Each role has the persons 1 to 3",
            )
        })?;
        let case_id = case_id.filter(|_| role == Role::Family);
        let transaction = match service.app.store.begin().await {
            Err(error) if error.keeps_from_writing() => {
                let session = opening::open_meanwhile(&service, &account, case_id, clock::now());
                return session.await.map(Output::new);
            }
            begun => begun?,
        };
        let opening =
            Opening { user: account.id, case_id, device: Some(&client.device), factor_at: None };
        let signed_in =
            opening::open_for(&service, &transaction, &account, opening, clock::now()).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(Output::new(signed_in))
    }

    /// Read the legal day
    #[oai(path = "/clock", method = "get", operation_id = "read_practice_clock")]
    async fn clock(
        &self,
        _caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<PracticeClock>, Problem> {
        expect_practice(&service)?;
        let profile = office::load(service.app.store.reader()).await?;
        Ok(Output::new(PracticeClock { today: profile.today() }))
    }

    /// Move the legal day
    #[oai(path = "/clock", method = "put", operation_id = "move_practice_clock")]
    async fn move_clock(
        &self,
        _caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<PracticeClockRequest>,
    ) -> Result<Output<PracticeClock>, Problem> {
        expect_practice(&service)?;
        let today = body.0.today;
        if !clock::is_plausible(today) {
            return Err(bad_day(
                "须为 1900 年至 2999 年之间的日期",
                "A day of the years 1900 to 2999",
            ));
        }
        match office::move_day(&service.app.store, today).await? {
            Moved::Moved => {
                service.app.work.notify_one();
                Ok(Output::new(PracticeClock { today }))
            }
            Moved::NotAPracticeOffice => Err(Problem::new(Kind::NotFound)),
            Moved::BeforeNewestAct(_) => Err(bad_day(
                "不能早于最近一次办理的日期",
                "The day cannot be before the newest act",
            )),
        }
    }
}

fn bad_day(zh: &'static str, en: &'static str) -> Problem {
    let problem = Problem::new(Kind::InvalidValues);
    problem.broken("practice-clock", Some("today".to_owned()), zh, en)
}

/// The table of operations keeps these paths from a real office; this holds even without it.
fn expect_practice(service: &Service) -> Result<(), Problem> {
    if service.practice { Ok(()) } else { Err(Problem::new(Kind::NotFound)) }
}
