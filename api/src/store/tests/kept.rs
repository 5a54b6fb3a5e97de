//! What the office keeps of people lies sealed, also what is from before it had a key for that.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;
use workflow::{Role, UserId};

use super::{databases, office};
use crate::store::kept::older;
use crate::store::log::audit;
use crate::store::log::entity::audit::configuration_change;
use crate::store::log::office_log::{Chain, note};
use crate::store::log::verify::verify;
use crate::store::people::absences::{self, Absence};
use crate::store::people::entity::{absence, account};
use crate::store::people::{self, Profile, Qualification};
use crate::store::{Store, StoreError};

const REASON: &str = "陪护住院的父亲";

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 3).expect("a day")
}

fn profile(login: &str) -> Profile {
    Profile {
        login: login.to_owned(),
        name: "白露".to_owned(),
        roles: vec![Role::Registrar, Role::Assessor],
        organization: "练习县民政局".to_owned(),
        registrar_number: Some("川登012".to_owned()),
        qualification: Some(Qualification {
            kind: "社会工作师".to_owned(),
            number: "SW-77".to_owned(),
            valid_until: day(),
        }),
        practice_number: None,
    }
}

/// Somebody who is away.
async fn away(store: &Store, login: &str) -> Absence {
    let person = UserId(Uuid::new_v4());
    let absence = Absence {
        id: Uuid::now_v7(),
        person,
        substitute: person,
        first_day: day(),
        last_day: day(),
        reason: REASON.to_owned(),
        ended: false,
    };
    let transaction = store.begin().await.expect("begin");
    people::add(&transaction, person, &profile(login), 1).await.expect("a person");
    absences::add(&transaction, &absence, person, 1).await.expect("an absence");
    transaction.commit().await.expect("commit");
    absence
}

/// Lays the texts of this person and absence plain, as a program from before there was a key did.
async fn lay_plain(store: &Store, absence: &Absence) {
    let (id, person) = (absence.id, absence.person);
    let transaction = store.begin().await.expect("begin");
    for plain in [
        format!("UPDATE absence SET reason = '{REASON}' WHERE id = '{id}'"),
        format!(
            "UPDATE account SET name = '白露', \
             registrar_number = '川登012', qualification_number = 'SW-77' WHERE id = '{person}'"
        ),
    ] {
        transaction.execute_unprepared(&plain).await.expect("plain");
    }
    let row = absence::Entity::find_by_id(id);
    note(&transaction, Chain::Office, row).await.expect("noted");
    let row = account::Entity::find_by_id(person);
    note(&transaction, Chain::Person(person), row).await.expect("noted");
    transaction.commit().await.expect("commit");
}

/// A change of the configuration that tells of a person.
async fn change(store: &Store) {
    let transaction = store.begin().await.expect("begin");
    let (before, after) = (Some("registrar: 川登011".to_owned()), "none".to_owned());
    audit::record_configuration(&transaction, "operator", "a subject", before, after)
        .await
        .expect("recorded");
    transaction.commit().await.expect("commit");
}

/// Everything that lies in these tables.
async fn lies(store: &Store) -> String {
    let reader = store.reader();
    let accounts = account::Entity::find().all(reader).await.expect("accounts");
    let absences = absence::Entity::find().all(reader).await.expect("absences");
    let changes = configuration_change::Entity::find().all(reader).await.expect("changes");
    format!("{accounts:?} {absences:?} {changes:?}")
}

/// What of it tells of somebody.
fn told(lying: &str) -> Vec<&'static str> {
    let all = ["白露", "川登012", "SW-77", REASON, "川登011"];
    all.into_iter().filter(|text| lying.contains(text)).collect()
}

async fn findings(store: &Store) -> Vec<String> {
    let found = verify(store.reader(), None).await.expect("verified").findings;
    found.into_iter().map(|finding| finding.place).collect()
}

#[tokio::test]
async fn texts_from_before_there_was_a_key_are_sealed_once_and_read_as_before() {
    for database in databases().await {
        let (store, name) = (&database.store, database.name);
        office::create(store).await;
        let (older, newer) = (away(store, "lu.bai").await, away(store, "bai.lu").await);
        change(store).await;
        assert_eq!(told(&lies(store).await), Vec::<&str>::new(), "{name}");
        lay_plain(store, &older).await;
        let read = async |absence: &Absence| {
            let account = people::find(store.reader(), absence.person).await.expect("read");
            let absence = absences::find(store.reader(), absence.id).await.expect("read");
            (account.expect("an account").profile, absence.expect("an absence"))
        };
        let before = findings(store).await;
        assert_eq!(older::seal_all(store).await, Ok(2), "{name}");
        assert_eq!(older::seal_all(store).await, Ok(0), "{name}: again");
        assert_eq!(told(&lies(store).await), Vec::<&str>::new(), "{name}");
        assert_eq!(read(&older).await, (profile("lu.bai"), older.clone()), "{name}");
        assert_eq!(read(&newer).await, (profile("bai.lu"), newer), "{name}");
        assert_eq!(findings(store).await, before, "{name}: the log says what the rows are now");
    }
}

#[tokio::test]
async fn a_setting_from_before_is_sealed_though_its_table_only_grows() {
    for database in databases().await {
        let (store, name) = (&database.store, database.name);
        office::create(store).await;
        let transaction = store.begin().await.expect("begin");
        let plain = "INSERT INTO configuration_change (id, at, actor, subject, before, after) \
                     VALUES ('00000000-0000-7000-8000-000000000001', 1, 'operator', 'a subject', \
                     'registrar: 川登011', 'none')";
        transaction.execute_unprepared(plain).await.expect("plain");
        let row = configuration_change::Entity::find();
        note(&transaction, Chain::Office, row).await.expect("noted");
        transaction.commit().await.expect("commit");
        let before = findings(store).await;
        assert_eq!(told(&lies(store).await), ["川登011"], "{name}");
        assert_eq!(older::seal_all(store).await, Ok(1), "{name}");
        assert_eq!(told(&lies(store).await), Vec::<&str>::new(), "{name}");
        assert_eq!(findings(store).await, before, "{name}");
        let altered = store.reader().execute_unprepared("DELETE FROM configuration_change").await;
        assert!(altered.is_err(), "{name}: the table only grows again");
    }
}

#[tokio::test]
async fn a_text_opens_in_no_other_row() {
    for database in databases().await {
        let (store, name) = (&database.store, database.name);
        office::create(store).await;
        let (first, second) = (away(store, "lu.bai").await, away(store, "bai.lu").await);
        let reader = store.reader();
        let moved = format!(
            "UPDATE absence SET reason = (SELECT other.reason FROM absence other \
             WHERE other.id = '{}') WHERE id = '{}'",
            first.id, second.id
        );
        reader.execute_unprepared(&moved).await.expect("moved");
        let damaged = StoreError::Damaged("absence.reason cannot be opened".to_owned());
        assert_eq!(absences::find(reader, second.id).await, Err(damaged), "{name}");
    }
}
