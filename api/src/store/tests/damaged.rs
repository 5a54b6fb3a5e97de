//! A row that holds what this program never writes is damage to whoever reads it, joined or alone.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use workflow::{Role, UserId};

use super::databases;
use crate::clock::HOUR;
use crate::store::people::absences::{self, Absence};
use crate::store::people::sessions::{self, Session};
use crate::store::people::{self, Profile};
use crate::store::{Store, StoreError};

/// Somebody who is signed in, and who stands in for themselves.
async fn signed_in(store: &Store) -> Session {
    let transaction = store.begin().await.expect("begin");
    let user = UserId(Uuid::new_v4());
    let person = Profile {
        login: "somebody".to_owned(),
        name: "白露".to_owned(),
        roles: vec![Role::Registrar, Role::Archivist],
        organization: "练习县民政局".to_owned(),
        registrar_number: None,
        qualification: None,
        practice_number: None,
    };
    people::add(&transaction, user, &person, 1).await.expect("a person");
    let id = Uuid::new_v4();
    let session = Session {
        id,
        user,
        case_id: None,
        signed_in_at: 1,
        ends_at: HOUR,
        factor_at: None,
        awaits_factor: false,
    };
    sessions::begin(&transaction, &session, None).await.expect("a session");
    let day = NaiveDate::from_ymd_opt(2026, 4, 3).expect("a day");
    let absence = Absence {
        id,
        person: user,
        substitute: user,
        first_day: day,
        last_day: day,
        reason: "休假".to_owned(),
        ended: false,
    };
    absences::add(&transaction, &absence, user, 1).await.expect("an absence");
    transaction.commit().await.expect("commit");
    session
}

#[tokio::test]
async fn what_cannot_be_read_back_is_damage_and_not_missing() {
    for database in databases().await {
        let (store, name) = (&database.store, database.name);
        let session = signed_in(store).await;
        let reader = store.reader();
        let live = sessions::live(reader, session.id, 2).await.expect("read").expect("live");
        assert_eq!((live.session, live.may_stand_in), (session, true), "{name}");
        let damages = [
            ("account", "roles", "registrar king", "list of roles"),
            ("session", "case_id", "no case", "identifier of a case"),
            ("absence", "last_day", "2026-02-30", "day"),
        ];
        for (table, column, value, what) in damages {
            let kept = format!("CREATE TABLE kept AS SELECT {column} AS value FROM {table}");
            reader.execute_unprepared(&kept).await.expect("kept");
            let alter = format!("UPDATE {table} SET {column} = '{value}'");
            reader.execute_unprepared(&alter).await.expect("altered");
            let damage = StoreError::Damaged(format!("a stored {what} cannot be read"));
            let found = sessions::live(reader, session.id, 2).await;
            assert_eq!(found.err(), Some(damage), "{name}, {table}.{column}");
            let restore = format!("UPDATE {table} SET {column} = (SELECT value FROM kept)");
            reader.execute_unprepared(&restore).await.expect("restored");
            reader.execute_unprepared("DROP TABLE kept").await.expect("dropped");
        }
        assert!(sessions::live(reader, session.id, 2).await.expect("read").is_some(), "{name}");
    }
}
