//! The sessions of a person: looked through and ended, one's own or, by an administrator, another's.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::administering::{administering, commit};
use crate::clock;
use crate::http::answer::output::{NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::sign_in::signed_in::IDLE_END;
use crate::http::v1::Group;
use crate::store::people;
use crate::store::people::session_list::{self, OpenSession};
use crate::store::people::sessions::{self, Ended};

/// The operations on sessions.
pub struct Sessions;

/// A session of mine.
#[derive(Serialize, JsonSchema)]
struct SessionLine {
    /// The session.
    id: Uuid,
    /// The browser and the system of the device it was opened on.
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    /// When I signed in.
    since: Option<DateTime<Utc>>,
    /// When its tokens were last made; it may have been used up to fifteen minutes later.
    last_seen: Option<DateTime<Utc>>,
    /// When it ends whatever happens.
    until: Option<DateTime<Utc>>,
    /// When a second factor was last shown in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    factor_at: Option<DateTime<Utc>>,
    /// Whether it is the one that asks.
    current: bool,
}

impl SessionLine {
    fn of(session: OpenSession, current: Uuid) -> SessionLine {
        SessionLine {
            id: session.id,
            device: session.device,
            since: DateTime::from_timestamp_micros(session.signed_in_at),
            last_seen: DateTime::from_timestamp_micros(session.last_seen_at),
            until: DateTime::from_timestamp_micros(session.ends_at),
            factor_at: session.factor_at.and_then(DateTime::from_timestamp_micros),
            current: session.id == current,
        }
    }
}

#[OpenApi(prefix_path = "/v1", tag = "Group::SignIn")]
impl Sessions {
    /// My open sessions, newest first
    #[oai(path = "/me/sessions", method = "get", operation_id = "list_sessions")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<SessionLine>>, Problem> {
        let person = caller.person();
        let now = clock::now();
        // One that was not refreshed for so long cannot be any more.
        let made_since = now.saturating_sub(IDLE_END);
        let (user, reader) = (person.asker.actor.id, service.app.store.reader());
        let open = session_list::list(reader, user, made_since, now).await?.into_iter();
        let current = person.session.id;
        Ok(Output::new(open.map(|session| SessionLine::of(session, current)).collect()))
    }

    /// End one of my sessions
    #[oai(path = "/me/sessions/:id/ending", method = "post", operation_id = "end_own_session")]
    async fn end(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let person = caller.person();
        let transaction = service.app.store.begin().await?;
        let user = person.asker.actor.id;
        if !session_list::end_one(&transaction, user, id.0, clock::now()).await? {
            return Err(Problem::new(Kind::NotFound));
        }
        commit(transaction, person).await.map(|()| NoContent)
    }

    /// End all my sessions but this one
    #[oai(path = "/sign-out-elsewhere", method = "post", operation_id = "end_other_sessions")]
    async fn end_others(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<NoContent, Problem> {
        let person = caller.person();
        let (user, kept) = (person.asker.actor.id, person.session.id);
        let transaction = service.app.store.begin().await?;
        sessions::end_others(&transaction, user, kept, Ended::EndedElsewhere, clock::now()).await?;
        commit(transaction, person).await.map(|()| NoContent)
    }

    /// End all sessions of a person; nothing issued to them before is believed from now on
    #[oai(
        path = "/people/:id/sessions/ending",
        method = "post",
        operation_id = "end_person_sessions"
    )]
    async fn end_of_person(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let now = clock::now();
        let transaction = service.app.store.begin().await?;
        people::invalidate(&transaction, user, now).await?;
        sessions::end_all(&transaction, user, Ended::EndedByAdministrator, now).await?;
        commit(transaction, person).await.map(|()| NoContent)
    }
}
