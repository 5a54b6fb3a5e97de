//! Compares every chain with what the log of heads outside the database says of it.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::readable::noted;
use crate::clock::written;
use crate::heads::leaf::{Kind, Leaf};
use crate::heads::tree::Hash;
use crate::secret::OfficeSecret;
use crate::store::cases::rebuild::{Fault, Finding, name_of};
use crate::store::log::entity::chains::{case_key, event, office_log, office_log_head};
use crate::store::log::moved::blind;
use crate::store::log::seal_older;
use crate::store::{Reader, StoreError};

/// How many entries of chains are read at a time.
const AT_A_TIME: u64 = 5000;

/// A leaf with its place in the log.
type Placed<'a> = (usize, &'a Leaf);
/// Leaves that no chain has borne out yet, by version and head.
type Open<'a> = HashMap<(i64, Hash), Placed<'a>>;

/// Checks that the newest leaf of every chain is an entry of a chain. Chains of people, gifts and cases
/// are found by their hashes; the secret is only needed to name the one that is damaged.
///
/// # Errors
/// When the database cannot be read.
pub async fn check_heads_outside(
    reader: &impl Reader,
    leaves: &[Leaf],
    secret: Option<&OfficeSecret>,
) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    let sealed = seal_older::ends(reader).await.map(|ends| ends.into_iter().map(|end| end.head));
    let sealed = noted("office_log", sealed, &mut findings)?.into_iter().flatten().collect();
    let newest = newest(leaves, &sealed, &mut findings);
    let of = |kind: Kind| -> Open<'_> {
        let own = newest.values().filter(|(_, leaf)| leaf.kind == kind);
        own.map(|placed| ((placed.1.version, placed.1.head), *placed)).collect()
    };
    let mut cases = of(Kind::Case);
    let borne = bear_out_cases(reader, &mut cases).await;
    noted("event", borne, &mut findings)?;
    let mut chains = of(Kind::OfficeLog);
    let borne = bear_out_chains(reader, &mut chains).await;
    noted("office_log", borne, &mut findings)?;
    for (open, kind) in [(cases, Kind::Case), (chains, Kind::OfficeLog)] {
        if open.is_empty() {
            continue;
        }
        let names = names(reader, kind, secret).await?;
        let mut open: Vec<Placed<'_>> = open.into_values().collect();
        open.sort_unstable_by_key(|(place, _)| *place);
        for placed in open {
            findings.push(finding(reader, placed, names.as_ref()).await?);
        }
    }
    Ok(findings)
}

/// The newest leaf of each chain. A chain never becomes shorter.
fn newest<'a>(
    leaves: &'a [Leaf],
    sealed: &BTreeSet<Hash>,
    findings: &mut Vec<Finding>,
) -> HashMap<[u8; 32], Placed<'a>> {
    let mut newest: HashMap<[u8; 32], Placed<'a>> = HashMap::new();
    for (place, leaf) in leaves.iter().enumerate() {
        let before = newest.insert(leaf.blind, (place, leaf));
        // A chain that was sealed is as long as before, and the office's log says so.
        let goes_on = |before: &Leaf| {
            before.version < leaf.version
                || (before.version == leaf.version && sealed.contains(&leaf.head))
        };
        if let Some((_, before)) = before.filter(|(_, before)| !goes_on(before)) {
            findings.push(outside(format!(
                "leaf {place} has its chain at entry {} after it was sealed at entry {}: the log was not \
                 written by this program",
                leaf.version, before.version
            )));
        }
    }
    newest
}

/// Takes out the leaves that an event bears out.
async fn bear_out_cases(reader: &impl Reader, open: &mut Open<'_>) -> Result<(), StoreError> {
    let (mut case_id, mut version) = (String::new(), 0_i64);
    while !open.is_empty() {
        let later = Condition::all()
            .add(event::Column::CaseId.eq(&case_id))
            .add(event::Column::Version.gt(version));
        let rows: Vec<(String, i64, Vec<u8>)> = event::Entity::find()
            .select_only()
            .columns([event::Column::CaseId, event::Column::Version, event::Column::Hash])
            .filter(Condition::any().add(event::Column::CaseId.gt(&case_id)).add(later))
            .order_by_asc(event::Column::CaseId)
            .order_by_asc(event::Column::Version)
            .limit(AT_A_TIME)
            .into_tuple()
            .all(reader)
            .await?;
        let Some(last) = rows.last() else { break };
        (case_id, version) = (last.0.clone(), last.1);
        for (_, version, hash) in rows {
            take(open, version, hash);
        }
    }
    Ok(())
}

/// The same for the office's log.
async fn bear_out_chains(reader: &impl Reader, open: &mut Open<'_>) -> Result<(), StoreError> {
    let (mut chain, mut position) = (String::new(), 0_i64);
    while !open.is_empty() {
        let later = Condition::all()
            .add(office_log::Column::Chain.eq(&chain))
            .add(office_log::Column::Position.gt(position));
        let rows: Vec<(String, i64, Vec<u8>)> = office_log::Entity::find()
            .select_only()
            .columns([
                office_log::Column::Chain,
                office_log::Column::Position,
                office_log::Column::Hash,
            ])
            .filter(Condition::any().add(office_log::Column::Chain.gt(&chain)).add(later))
            .order_by_asc(office_log::Column::Chain)
            .order_by_asc(office_log::Column::Position)
            .limit(AT_A_TIME)
            .into_tuple()
            .all(reader)
            .await?;
        let Some(last) = rows.last() else { break };
        (chain, position) = (last.0.clone(), last.1);
        for (_, position, hash) in rows {
            take(open, position, hash);
        }
    }
    Ok(())
}

fn take(open: &mut Open<'_>, version: i64, hash: Vec<u8>) {
    if let Ok(hash) = Hash::try_from(hash) {
        open.remove(&(version, hash));
    }
}

/// The chains that are there, by their names in the log of heads. None without the secret.
async fn names(
    reader: &impl Reader,
    kind: Kind,
    secret: Option<&OfficeSecret>,
) -> Result<Option<HashMap<[u8; 32], String>>, StoreError> {
    let Some(secret) = secret else { return Ok(None) };
    let names: Vec<String> = match kind {
        Kind::Case => {
            let keys = case_key::Entity::find().select_only().column(case_key::Column::CaseId);
            keys.into_tuple().all(reader).await?
        }
        Kind::OfficeLog => {
            let heads = office_log_head::Entity::find();
            let heads = heads.select_only().column(office_log_head::Column::Chain);
            heads.into_tuple().all(reader).await?
        }
    };
    let named = |name: String| (blind(secret, kind, &name), name);
    Ok(Some(names.into_iter().map(named).collect()))
}

async fn finding(
    reader: &impl Reader,
    (place, leaf): Placed<'_>,
    names: Option<&HashMap<[u8; 32], String>>,
) -> Result<Finding, StoreError> {
    let since = written(leaf.at);
    let version = leaf.version;
    let what = match leaf.kind {
        Kind::Case => "event",
        Kind::OfficeLog => "entry",
    };
    let Some(names) = names else {
        return Ok(outside(format!(
            "leaf {place}: {what} {version} of a chain, sealed on {since}, is in no chain; which one it was \
             only the office's secret tells"
        )));
    };
    let Some(name) = names.get(&leaf.blind) else {
        let whole = match leaf.kind {
            Kind::Case => "case",
            Kind::OfficeLog => "chain of the office's log",
        };
        return Ok(outside(format!(
            "leaf {place}: a whole {whole}, sealed on {since} with {version} entries, is gone"
        )));
    };
    let (is_there, place) = match leaf.kind {
        Kind::Case => {
            let event = event::Entity::find_by_id((name.clone(), version));
            let event = event.select_only().column(event::Column::Version);
            let event = event.into_tuple::<i64>().one(reader).await?;
            (event.is_some(), name_of(reader, name).await?)
        }
        Kind::OfficeLog => {
            let entry = office_log::Entity::find_by_id((name.clone(), version));
            let entry = entry.select_only().column(office_log::Column::Position);
            let entry = entry.into_tuple::<i64>().one(reader).await?;
            (entry.is_some(), format!("office log, chain {name}"))
        }
    };
    let words = if is_there {
        format!(
            "{what} {version} is another than the one that was sealed outside the database on {since}"
        )
    } else {
        format!(
            "{what} {version} was sealed outside the database on {since} and is gone, with all after it"
        )
    };
    Ok(Finding { place, fault: Fault::Other(words) })
}

/// A finding about the log itself.
pub fn outside(words: String) -> Finding {
    Finding { place: "heads outside the database".to_owned(), fault: Fault::Other(words) }
}
