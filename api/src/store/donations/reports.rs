//! Counts without names: of holds in a month, and of gifts in a year.

use sea_orm::QueryResult;

use super::super::{Reader, StoreError, statement};

/// How many holds of one direction, found or not, stand so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldCount {
    /// The direction, as a word.
    pub direction: String,
    /// Whether a party to a case was found.
    pub matched: bool,
    /// The state, as a word.
    pub state: String,
    /// How many.
    pub count: u64,
}

/// What one institution was offered in a year, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearLine {
    /// The institution.
    pub recipient: String,
    /// Gifts offered.
    pub offered: u64,
    /// Gifts taken.
    pub received: u64,
    /// Money taken, in fen.
    pub received_fen: u64,
    /// Of it used, in fen.
    pub used_fen: u64,
    /// Gifts taken that are published.
    pub published: u64,
}

fn number(row: &QueryResult, column: &str) -> Result<u64, StoreError> {
    u64::try_from(row.try_get::<i64>("", column)?)
        .map_err(|_| StoreError::Damaged("a count is negative".to_owned()))
}

/// The holds made in the days from the first to before the last.
pub async fn holds_between(
    reader: &impl Reader,
    first: &str,
    end: &str,
) -> Result<Vec<HoldCount>, StoreError> {
    let text = "SELECT direction, matched, state, CAST(count(*) AS BIGINT) AS holds \
                FROM donation_hold WHERE created_on >= $1 AND created_on < $2 \
                GROUP BY direction, matched, state ORDER BY direction, matched, state";
    let values = [first.into(), end.into()];
    let rows = reader.query_all_raw(statement(reader, text, values)).await?;
    let count = |row: &QueryResult| {
        Ok(HoldCount {
            direction: row.try_get("", "direction")?,
            matched: row.try_get("", "matched")?,
            state: row.try_get("", "state")?,
            count: number(row, "holds")?,
        })
    };
    rows.iter().map(count).collect()
}

/// The gifts offered in the days from the first to before the last, for each institution.
pub async fn gifts_between(
    reader: &impl Reader,
    first: &str,
    end: &str,
) -> Result<Vec<YearLine>, StoreError> {
    let text = "SELECT recipient_name, CAST(count(*) AS BIGINT) AS offered, \
                CAST(count(received_on) AS BIGINT) AS received, \
                CAST(sum(CASE WHEN received_on IS NULL THEN 0 ELSE coalesce(amount_fen, 0) END) AS BIGINT) AS received_fen, \
                CAST(sum(used_fen) AS BIGINT) AS used_fen, \
                CAST(count(published_on) AS BIGINT) AS published \
                FROM donation WHERE offered_on >= $1 AND offered_on < $2 \
                GROUP BY recipient_name ORDER BY recipient_name";
    let values = [first.into(), end.into()];
    let rows = reader.query_all_raw(statement(reader, text, values)).await?;
    let line = |row: &QueryResult| {
        Ok(YearLine {
            recipient: row.try_get("", "recipient_name")?,
            offered: number(row, "offered")?,
            received: number(row, "received")?,
            received_fen: number(row, "received_fen")?,
            used_fen: number(row, "used_fen")?,
            published: number(row, "published")?,
        })
    };
    rows.iter().map(line).collect()
}
