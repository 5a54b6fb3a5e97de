//! What `verify` compares with what, table by table, and what it does not look at and why.
//!
//! A test walks the schema: a table or a column that is not in this list is a fault, and each column
//! that the list calls covered is altered and must be found.

/// With what the rows of a table are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// The rows are a hash chain themselves.
    Chained,
    /// The events of the case make the row.
    Events,
    /// The newest entry about the row in the office's log.
    OfficeLog,
    /// The same, but old rows are cleared away: what is there must be in the log, what is not may be gone.
    OfficeLogWhileKept,
    /// The seals in the office's log, each over many rows.
    Seals,
    /// The migrations this program knows.
    Program,
    /// Nothing, for this reason.
    Nothing(&'static str),
}

impl Cover {
    fn words(self) -> &'static str {
        match self {
            Cover::Chained => "a hash chain of its own",
            Cover::Events => "the events of the case",
            Cover::OfficeLog => "the office's log",
            Cover::OfficeLogWhileKept => "the office's log, for as long as a row is kept",
            Cover::Seals => "seals in the office's log; the newest rows are not sealed yet",
            Cover::Program => "the migrations this program knows",
            Cover::Nothing(_) => "nothing",
        }
    }
}

/// How one table is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// With what it is compared.
    pub cover: Cover,
    /// The columns that are left out, each with the reason.
    pub except: &'static [(&'static str, &'static str)],
}

const fn table(name: &'static str, cover: Cover) -> Table {
    Table { name, cover, except: &[] }
}

/// Every table of the schema.
pub const TABLES: &[Table] = &[
    table("event", Cover::Chained),
    table("case_key", Cover::Chained),
    table("office_log", Cover::Chained),
    table("office_log_head", Cover::Chained),
    table("case_row", Cover::Events),
    table("case_paper", Cover::Events),
    table("evidence_file", Cover::Events),
    table("deadline", Cover::Events),
    table("case_person", Cover::Events),
    table("assignment", Cover::Events),
    table("blank_serial", Cover::Events),
    table("query_code", Cover::Events),
    table("case_party", Cover::Events),
    table("case_term", Cover::Events),
    table("data_key", Cover::Events),
    table("number_series", Cover::Events),
    Table {
        name: "certificate_number",
        cover: Cover::Events,
        except: &[(
            "number",
            "a row that explains no gap is only locked; of one that does the case must bear the number",
        )],
    },
    table("case_document", Cover::OfficeLog),
    table("document_print", Cover::OfficeLog),
    table("office", Cover::OfficeLog),
    table("configuration_change", Cover::OfficeLog),
    table("calendar_edition", Cover::OfficeLog),
    table("calendar_day", Cover::OfficeLog),
    Table {
        name: "account",
        cover: Cover::OfficeLog,
        except: &[("signed_in_at", "it is written at each sign-in; the session is covered")],
    },
    table("absence", Cover::OfficeLog),
    table("indicator_set", Cover::OfficeLog),
    table("agency", Cover::OfficeLog),
    table("assessor_standing", Cover::OfficeLog),
    table("donation", Cover::OfficeLog),
    table("donation_key", Cover::OfficeLog),
    table("donation_entry", Cover::OfficeLog),
    table("donation_hold", Cover::OfficeLog),
    table("donation_hold_log", Cover::OfficeLog),
    table("second_factor", Cover::OfficeLog),
    table("recovery_code", Cover::OfficeLog),
    table("invitation", Cover::OfficeLogWhileKept),
    table("session", Cover::OfficeLogWhileKept),
    table("access_log", Cover::Seals),
    Table {
        name: "seaql_migrations",
        cover: Cover::Program,
        except: &[("applied_at", "nothing is concluded from it")],
    },
    table("person_key", Cover::Nothing("its rows are locked and never read")),
    table(
        "job",
        Cover::Nothing(
            "work in hand; what a job made is covered, and a lost job shows as a document never made",
        ),
    ),
    table(
        "idempotency",
        Cover::Nothing("kept for a week; it tells only which version answered a repeated request"),
    ),
    table(
        "refresh_token",
        Cover::Nothing(
            "lasts for hours, and is worth nothing without its session, which is covered",
        ),
    ),
    table(
        "known_device",
        Cover::Nothing(
            "it spares a known device the pause after failed attempts; the password is asked for all the same",
        ),
    ),
    table("sign_in_failure", Cover::Nothing("kept for a day; counts of failed attempts")),
    table(
        "desk_record",
        Cover::Nothing(
            "drafts, applications beforehand, appointments, reports of the public: what counts of it becomes an event",
        ),
    ),
    table("desk_part", Cover::Nothing("the parts of what families upload before there is a case")),
    table("storage_probe", Cover::Nothing("empty but for the moment in which writing is tried")),
];

/// What only the log of heads outside the database shows.
const OUTSIDE: &[&str] = &[
    "an old copy of the whole database put in the place of the newest",
    "every chain rewritten to its end at once by the owner of the database: events, office's log, seals and rows",
    "the end of a chain taken back, and a whole case lost with all that names it",
];

/// What no comparison shows.
const OUT_OF_REACH: &[&str] = &[
    "acts since the newest seal of the heads taken back with their chains",
    "the part of the access log that is not sealed yet",
    "triggers, indexes and constraints that were taken off: they guard, and are not data",
    "whether who used an account was its owner, and whether what was recorded is true",
];

/// The columns of a table that are left out.
pub(in crate::store) fn except(name: &str) -> &'static [(&'static str, &'static str)] {
    TABLES.iter().find(|table| table.name == name).map_or(&[], |table| table.except)
}

/// The tables that are compared with nothing.
pub fn uncovered() -> impl Iterator<Item = &'static str> {
    TABLES.iter().filter(|table| matches!(table.cover, Cover::Nothing(_))).map(|table| table.name)
}

/// The list in lines, for whoever asks `verify` what it covers.
pub fn listing() -> Vec<String> {
    let tables = TABLES.iter().map(|table| {
        let left_out = table.except.iter().map(|(column, why)| format!("; not {column}: {why}"));
        let left_out = left_out.collect::<String>();
        match table.cover {
            Cover::Nothing(why) => format!("{}: not covered: {why}", table.name),
            cover => format!("{}: compared with {}{left_out}", table.name, cover.words()),
        }
    });
    let files =
        ["scans and documents: with --files every file is read and compared with its digest"
            .to_owned()];
    let outside = OUTSIDE.iter().map(|what| {
        format!(
            "{what}: found by the log of heads outside the database; where that was written anew, too, by \
             a checkpoint kept elsewhere (--against) or a witness"
        )
    });
    let beyond = OUT_OF_REACH.iter().map(|what| format!("not covered: {what}"));
    tables.chain(files).chain(outside).chain(beyond).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_table_is_listed_twice_and_each_reason_says_something() {
        for (place, table) in TABLES.iter().enumerate() {
            let again = TABLES.iter().skip(place + 1).any(|other| other.name == table.name);
            assert!(!again, "{} is listed twice", table.name);
            assert!(table.except.iter().all(|(_, why)| why.len() > 10), "{}", table.name);
        }
        assert!(listing().len() > TABLES.len());
    }
}
