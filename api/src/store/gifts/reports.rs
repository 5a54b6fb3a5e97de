//! Counts without names: of holds in a month, and of gifts in a year.

use sea_orm::QueryResult;

use crate::store::connection::statement::statement;
use crate::store::{Reader, StoreError};

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

/// What happened in a year to the gifts of one institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearLine {
    /// The institution.
    pub recipient: String,
    /// Gifts offered in the year.
    pub offered: u64,
    /// Gifts taken in it.
    pub received: u64,
    /// Money taken in it, in fen.
    pub received_fen: u64,
    /// Money used in it, in fen.
    pub used_fen: u64,
    /// Money taken and not yet used when it ended, in fen.
    pub unused_fen: u64,
    /// Changes of purpose to which a donor agreed in it.
    pub purpose_changes: u64,
    /// Gifts published in it.
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
    // As text: both databases are told to count in one type.
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

/// One row for each thing that happened to a gift, counted in a column of its own. What was taken and
/// used before the end counts for what is left, whenever that was.
const HAPPENED: &str = "\
    SELECT recipient_name, 'offered' AS what, 1 AS times, CAST(0 AS BIGINT) AS fen, CAST(0 AS BIGINT) AS left_fen \
    FROM donation WHERE offered_on >= $1 AND offered_on < $2 \
    UNION ALL \
    SELECT recipient_name, 'received', CASE WHEN received_on >= $1 THEN 1 ELSE 0 END, \
    CASE WHEN received_on >= $1 THEN coalesce(amount_fen, 0) ELSE 0 END, coalesce(amount_fen, 0) \
    FROM donation WHERE received_on < $2 \
    UNION ALL \
    SELECT recipient_name, kind, CASE WHEN happened_on >= $1 THEN 1 ELSE 0 END, \
    CASE WHEN happened_on >= $1 THEN coalesce(entered.amount_fen, 0) ELSE 0 END, \
    -coalesce(entered.amount_fen, 0) \
    FROM donation_entry AS entered JOIN donation ON donation.id = entered.donation_id \
    WHERE kind IN ('use', 'purpose_change') AND happened_on < $2 \
    UNION ALL \
    SELECT recipient_name, 'published', 1, 0, 0 FROM donation WHERE EXISTS (\
    SELECT 1 FROM donation_entry AS entered WHERE entered.donation_id = donation.id \
    AND kind = 'publication' AND happened_on >= $1 AND happened_on < $2)";

/// What happened to gifts in the days from the first to before the last, for each institution.
pub async fn gifts_between(
    reader: &impl Reader,
    first: &str,
    end: &str,
) -> Result<Vec<YearLine>, StoreError> {
    let sum = |column: &str, what: &str| {
        format!("CAST(sum(CASE WHEN what = '{what}' THEN {column} ELSE 0 END) AS BIGINT)")
    };
    // As text: both databases are told to add up in one type.
    let text = format!(
        "SELECT recipient_name, {} AS offered, {} AS received, {} AS received_fen, \
         {} AS used_fen, CAST(sum(left_fen) AS BIGINT) AS unused_fen, {} AS purpose_changes, \
         {} AS published FROM ({HAPPENED}) AS happened \
         GROUP BY recipient_name ORDER BY recipient_name",
        sum("times", "offered"),
        sum("times", "received"),
        sum("fen", "received"),
        sum("fen", "use"),
        sum("times", "purpose_change"),
        sum("times", "published"),
    );
    let values = [first.into(), end.into()];
    let rows = reader.query_all_raw(statement(reader, &text, values)).await?;
    let line = |row: &QueryResult| {
        Ok(YearLine {
            recipient: row.try_get("", "recipient_name")?,
            offered: number(row, "offered")?,
            received: number(row, "received")?,
            received_fen: number(row, "received_fen")?,
            used_fen: number(row, "used_fen")?,
            unused_fen: number(row, "unused_fen")?,
            purpose_changes: number(row, "purpose_changes")?,
            published: number(row, "published")?,
        })
    };
    rows.iter().map(line).collect()
}
