//! Some rows of a table, as they are carried from one database to another.

use serde_json::Value as Json;

use crate::store::StoreError;

/// Some rows of one table. Numbers and truth values stand for themselves, bytes are written in base64.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The name of the table.
    pub table: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, each with a value for every column.
    pub rows: Vec<Vec<Json>>,
}

impl Part {
    /// The rows as lines of JSON, after a line with the names of the columns.
    ///
    /// # Errors
    /// When a value cannot be written.
    pub fn lines(&self) -> Result<Vec<u8>, StoreError> {
        let unwritten = |_| StoreError::Damaged(format!("a row of {} is no JSON", self.table));
        let mut lines = serde_json::to_vec(&self.columns).map_err(unwritten)?;
        lines.push(b'\n');
        for row in &self.rows {
            serde_json::to_writer(&mut lines, row).map_err(unwritten)?;
            lines.push(b'\n');
        }
        Ok(lines)
    }

    /// What stands in two columns, of the rows in which both hold a text.
    pub fn pairs(&self, first: &str, second: &str) -> impl Iterator<Item = (&str, &str)> {
        let place = |column: &str| self.columns.iter().position(|name| name == column);
        let (first, second) = (place(first), place(second));
        self.rows
            .iter()
            .filter_map(move |row| Some((row.get(first?)?.as_str()?, row.get(second?)?.as_str()?)))
    }

    /// Reads what [`Part::lines`] wrote.
    ///
    /// # Errors
    /// When a line is not what was written, or a row has another number of values than columns.
    pub fn read(table: &str, lines: &[u8]) -> Result<Part, StoreError> {
        let unread = || StoreError::Damaged(format!("the rows of {table} cannot be read"));
        let mut lines = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let columns = lines.next().ok_or_else(unread)?;
        let columns: Vec<String> = serde_json::from_slice(columns).map_err(|_| unread())?;
        let mut rows = Vec::new();
        for line in lines {
            let row: Vec<Json> = serde_json::from_slice(line).map_err(|_| unread())?;
            if row.len() != columns.len() {
                return Err(unread());
            }
            rows.push(row);
        }
        Ok(Part { table: table.to_owned(), columns, rows })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_written_is_read_and_nothing_else() {
        let columns = vec!["id".to_owned(), "words".to_owned()];
        let rows = vec![vec![json!(1), json!("一\n二")], vec![json!(2), json!(null)]];
        let part = Part { table: "example".to_owned(), columns, rows };
        let lines = part.lines().expect("written");
        assert_eq!(Part::read("example", &lines).expect("read"), part);
        for other in [&b""[..], b"[\"id\"]\n[1, 2]\n", b"[\"id\"]\n[1\n", b"no list\n"] {
            assert!(Part::read("example", other).is_err(), "{other:?}");
        }
    }
}
