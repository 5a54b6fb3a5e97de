//! The terms by which a case is found, under keyed hashes, and the search over them.
//!
//! A term is the same for all cases that have it, so whoever reads the table learns how often one occurs, and
//! of nothing what it is.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use workflow::case::terms::{Term, TermKind, of_placer};
use workflow::{Case, CaseId};

use super::entity::rows::{case_row, case_term};
use super::ledger::{self, Line};
use crate::secret::{OfficeSecret, Purpose};
use crate::store::asker::Scope;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError};

/// Half a hash: too long to be met by trying.
const LENGTH: usize = 16;

/// A term under its keyed hash.
fn hidden(secret: &OfficeSecret, (kind, text): &Term) -> Vec<u8> {
    let parts: [&[u8]; 2] = [kind.word().as_bytes(), text.as_bytes()];
    secret.derive(Purpose::Term, &parts).into_iter().take(LENGTH).collect()
}

/// The rows by which a case is found.
pub(in crate::store) fn rows(
    secret: &OfficeSecret,
    case_id: CaseId,
    case: &Case,
) -> Vec<case_term::Model> {
    let terms = case.terms();
    let hidden = terms.iter().map(|term| hidden(secret, term)).collect::<BTreeSet<_>>();
    hidden.into_iter().map(|term| case_term::Model { term, case_id: Stored(case_id) }).collect()
}

/// The cases that have any of these terms, whoever may see them: for questions that show no case.
pub(in crate::store) async fn having_any(
    reader: &impl Reader,
    secret: &OfficeSecret,
    terms: BTreeSet<Term>,
) -> Result<BTreeSet<CaseId>, StoreError> {
    let hidden: Vec<Vec<u8>> = terms.iter().map(|term| hidden(secret, term)).collect();
    let mut found = BTreeSet::new();
    for some in hidden.chunks(AT_ONCE) {
        let rows = case_term::Entity::find()
            .filter(case_term::Column::Term.is_in(some.iter().cloned()))
            .all(reader)
            .await?;
        found.extend(rows.into_iter().map(|row| row.case_id.0));
    }
    Ok(found)
}

/// The cases whose children an institution of this name places.
pub async fn placed_by(
    reader: &impl Reader,
    secret: &OfficeSecret,
    name: &str,
) -> Result<BTreeSet<CaseId>, StoreError> {
    having_any(reader, secret, BTreeSet::from([of_placer(name)])).await
}

/// How many terms are asked for by one statement: the databases bound how many values it may have.
const AT_ONCE: usize = 500;

/// A case that was found, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The case.
    pub line: Line,
    /// What of it is as was asked, most telling first.
    pub found_by: BTreeSet<TermKind>,
}

/// What a search comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Cases that have what was asked, then cases of whose people a name begins so; of each the newest first.
    pub matches: Vec<Match>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// The cases in this scope that have one of these terms, at most so many. Both questions are asked whatever
/// the first answers, so that none and not yours take the same.
pub async fn search(
    reader: &impl Reader,
    secret: &OfficeSecret,
    scope: Scope,
    terms: &BTreeSet<Term>,
    limit: u64,
) -> Result<Found, StoreError> {
    let is_whole = |term: &&Term| is_whole(term.0);
    let (whole, beginnings): (Vec<&Term>, Vec<&Term>) = terms.iter().partition(is_whole);
    let mut found: BTreeMap<CaseId, Match> = BTreeMap::new();
    let mut more = false;
    for some in [whole, beginnings] {
        let asked: BTreeMap<Vec<u8>, TermKind> =
            some.into_iter().map(|term| (hidden(secret, term), term.0)).collect();
        let rows = having(reader, scope, asked.keys().cloned().collect(), limit).await?;
        more |= rows.len() as u64 > limit;
        for (term, row) in rows {
            let kind = asked.get(&term.term).copied();
            let case_id = row.case_id.0;
            if let Some(known) = found.get_mut(&case_id) {
                known.found_by.extend(kind);
            } else {
                let found_by = kind.into_iter().collect();
                found.insert(case_id, Match { line: ledger::line(row)?, found_by });
            }
        }
    }
    let mut matches: Vec<Match> = found.into_values().collect();
    matches.sort_by(|one, other| rank(one).cmp(&rank(other)));
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    more |= matches.len() > limit;
    matches.truncate(limit);
    Ok(Found { matches, more })
}

/// Whether whoever knows a term of this kind knows all of what it is a term of.
fn is_whole(kind: TermKind) -> bool {
    !matches!(kind, TermKind::NameBeginning | TermKind::NameInitials)
}

/// What has the whole before what has a part, the newest first.
fn rank(found: &Match) -> (bool, std::cmp::Reverse<chrono::NaiveDate>, &str) {
    let only_in_part = !found.found_by.iter().any(|kind| is_whole(*kind));
    (only_in_part, std::cmp::Reverse(found.line.received_on), &found.line.number)
}

async fn having(
    reader: &impl Reader,
    scope: Scope,
    terms: Vec<Vec<u8>>,
    limit: u64,
) -> Result<Vec<(case_term::Model, case_row::Model)>, StoreError> {
    let registered = case_row::Column::CertificateNumber.is_not_null();
    let seen = ledger::scope(scope, case_row::Column::CaseId, registered);
    let mut query = case_term::Entity::find()
        .find_both_related(case_row::Entity)
        .filter(case_term::Column::Term.is_in(terms))
        .limit(limit.saturating_add(1));
    if let Some(seen) = seen {
        query = query.filter(seen);
    }
    Ok(query.all(reader).await?)
}
