//! Reads the office's log from its beginning, chain by chain, and keeps what its newest entries say.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::clock::{Instant, written};
use crate::store::cases::rebuild::{Fault, Finding};
use crate::store::log::chain;
use crate::store::log::entity::chains::{office_log, office_log_head};
use crate::store::log::office_log::access::{self, Heads};
use crate::store::log::office_log::columns::Digests;
use crate::store::log::office_log::links;
use crate::store::{Reader, StoreError};

/// How many entries are read at a time; a seal is long.
const AT_A_TIME: u64 = 200;

/// What the newest entry about a row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noted {
    /// The digest of the digests of its columns.
    body: Vec<u8>,
    /// When it was written.
    at: Instant,
}

/// What the log says.
#[derive(Debug, Default)]
pub(super) struct Log {
    rows: HashMap<String, HashMap<String, Noted>>,
    pub(super) sealed: HashMap<[u8; access::HALF], Vec<u8>>,
    pub(super) newest_sealed: String,
    pub(super) heads: Heads,
    pub(super) chains: BTreeSet<String>,
    pub(super) began: Option<(Instant, String)>,
    opened: BTreeSet<String>,
}

/// Reads the log and says where it is not whole.
pub(super) async fn read(
    reader: &impl Reader,
    findings: &mut Vec<Finding>,
) -> Result<Log, StoreError> {
    let mut log = Log::default();
    let heads = office_log_head::Entity::find().all(reader).await?;
    let heads: BTreeMap<String, office_log_head::Model> =
        heads.into_iter().map(|head| (head.chain.clone(), head)).collect();
    let mut walk = Walk { name: String::new(), position: 0, head: Vec::new(), broken: false };
    loop {
        let page = page_after(reader, &walk).await?;
        let Some(last) = page.last().map(|entry| (entry.chain.clone(), entry.position)) else {
            break;
        };
        for entry in page {
            if entry.chain != walk.name {
                walk.end(&heads, findings);
                walk = Walk::new(&entry.chain);
            }
            if walk.step(&entry, findings) {
                log.take(entry);
            }
        }
        (walk.name, walk.position) = last;
    }
    walk.end(&heads, findings);
    log.chains = heads.into_keys().collect();
    log.check_chains(findings);
    Ok(log)
}

async fn page_after(
    reader: &impl Reader,
    walk: &Walk,
) -> Result<Vec<office_log::Model>, StoreError> {
    let later = Condition::all()
        .add(office_log::Column::Chain.eq(&walk.name))
        .add(office_log::Column::Position.gt(walk.position));
    let after = Condition::any().add(office_log::Column::Chain.gt(&walk.name)).add(later);
    Ok(office_log::Entity::find()
        .filter(after)
        .order_by_asc(office_log::Column::Chain)
        .order_by_asc(office_log::Column::Position)
        .limit(AT_A_TIME)
        .all(reader)
        .await?)
}

/// The place reached in one chain.
struct Walk {
    name: String,
    position: i64,
    head: Vec<u8>,
    broken: bool,
}

impl Walk {
    fn new(name: &str) -> Walk {
        Walk { name: name.to_owned(), position: 0, head: links::start(name), broken: false }
    }

    /// Looks at the next entry. After the first damage of a chain nothing more is said of it.
    fn step(&mut self, entry: &office_log::Model, findings: &mut Vec<Finding>) -> bool {
        let damage = links::damage(&self.name, self.position + 1, &self.head, entry);
        if let Some(how) = damage.filter(|_| !self.broken) {
            findings.push(of_chain(&self.name, &format!("entry {} {how}", self.position + 1)));
            self.broken = true;
        }
        self.position = entry.position;
        self.head.clone_from(&entry.hash);
        damage.is_none() || entry.what == "began"
    }

    fn end(&self, heads: &BTreeMap<String, office_log_head::Model>, findings: &mut Vec<Finding>) {
        if self.broken || self.name.is_empty() {
            return;
        }
        let agrees = heads
            .get(&self.name)
            .is_some_and(|head| head.position == self.position && head.head == self.head);
        if !agrees {
            let words =
                format!("entry {} is not the last one according to its head", self.position);
            findings.push(of_chain(&self.name, &words));
        }
    }
}

fn of_chain(name: &str, words: &str) -> Finding {
    Finding { place: format!("office log, chain {name}"), fault: Fault::Other(words.to_owned()) }
}

impl Log {
    fn take(&mut self, entry: office_log::Model) {
        match entry.what.as_str() {
            "noted" | "adopted" => {
                let noted = Noted { body: chain::of_fields(&[&entry.body]), at: entry.at };
                self.rows.entry(entry.about).or_default().insert(entry.row_key, noted);
            }
            "began" => self.began = Some((entry.at, entry.row_key)),
            "opened" => {
                self.opened.insert(entry.row_key);
            }
            "sealed" => {
                let rows = access::rows_of(&entry.body);
                let rows = rows.map(|(id, digest)| (id.into_bytes(), digest.to_vec()));
                self.sealed.extend(rows);
                self.newest_sealed = self.newest_sealed.as_str().max(&entry.row_key).to_owned();
            }
            "heads" => {
                let heads: Heads = serde_json::from_slice(&entry.body).unwrap_or_default();
                self.heads.extend(heads);
            }
            _ => {}
        }
    }

    fn check_chains(&self, findings: &mut Vec<Finding>) {
        if self.began.is_none() {
            let words = "it does not say when it began: its beginning was removed, or `guijia \
                         migrate` was never run";
            findings.push(of_chain("office", words));
        }
        for name in self.opened.difference(&self.chains) {
            findings.push(of_chain(
                name,
                "it is gone; the chain of the office says that it was opened",
            ));
        }
        let of_one = |name: &&String| name.starts_with("person ") || name.starts_with("gift ");
        for name in self.chains.difference(&self.opened).filter(of_one) {
            findings
                .push(of_chain(name, "the chain of the office does not say that it was opened"));
        }
    }

    /// Takes what the log says about a row, so that what is left at the end are rows that are gone.
    pub(super) fn of_row(&mut self, table: &str, key: &str) -> Option<Noted> {
        self.rows.get_mut(table).and_then(|rows| rows.remove(key))
    }

    /// The rows of a table that nobody took, each with when it was noted.
    pub(super) fn left_of(&mut self, table: &str) -> BTreeMap<String, Instant> {
        let left = self.rows.remove(table).unwrap_or_default();
        left.into_iter().map(|(key, noted)| (key, noted.at)).collect()
    }
}

impl Noted {
    /// Whether a row is as it was noted.
    pub(super) fn is(&self, digests: &[u8]) -> bool {
        chain::of_fields(&[digests]) == self.body
    }

    /// When it was noted, in words.
    pub(super) fn since(&self) -> String {
        written(self.at)
    }
}

/// The digests of the newest entry about a row.
pub(super) async fn digests_of(
    reader: &impl Reader,
    table: &str,
    key: &str,
) -> Result<Digests, StoreError> {
    let newest = office_log::Entity::find()
        .filter(office_log::Column::About.eq(table))
        .filter(office_log::Column::RowKey.eq(key))
        .order_by_desc(office_log::Column::Position)
        .limit(1)
        .one(reader)
        .await?;
    let body = newest.map(|entry| entry.body).unwrap_or_default();
    Ok(serde_json::from_slice(&body).unwrap_or_default())
}
