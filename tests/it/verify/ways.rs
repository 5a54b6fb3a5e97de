//! The ways of tampering, each with the words in which it is found. `{victim}` is an issued case in the
//! middle, `{other}` the issued one before it, `{last}` the newest case.

/// How it is looked: the arguments, and whether a checkpoint that was kept elsewhere is at hand.
#[derive(Debug, Clone, Copy)]
pub enum Look {
    All,
    Files,
    Heads,
    Against,
}

/// What is done to a copy.
pub enum Deed {
    /// These statements.
    Rows(&'static [&'static str]),
    /// One bit of an event.
    Bit,
    /// A body with its own hash.
    OneHash,
    /// A body with every hash after it.
    Tail,
    /// The same, and the log of heads with the stolen key.
    TailAndHeads,
    /// Only the log of heads, with the stolen key.
    Forked,
    /// The clock of an event, with every hash after it.
    Clock,
    /// A case with all that names it.
    Case(&'static str),
    /// Two certificates change their numbers.
    Numbers,
    /// The bytes of a certificate, as many as before.
    Certificate,
    /// Two scans change places.
    Scans,
    /// The file of a certificate.
    File,
    /// The newest entry of the chain of seals of the access log, with its head.
    Seals,
    /// The end of the file of checkpoints.
    Checkpoints,
    /// The end of the file of leaves.
    Leaves,
    /// The key of the log.
    HeadsKey,
    /// The secret of the office.
    Secret,
}

/// A class by its number, what is changed, how, how it is looked at, and words of what is found.
pub type Way = (u8, &'static str, Deed, Look, &'static [&'static str]);

const OUTSIDE: &str = "sealed outside the database on 20";

/// Each class by its number.
pub const WAYS: &[Way] = &[
    (1, "one bit of an event", Deed::Bit, Look::All, &["event 5 (", "was altered after"]),
    (
        2,
        "a body with its own hash",
        Deed::OneHash,
        Look::All,
        &["event 2 (", "does not follow from"],
    ),
    (
        3,
        "a body with its tail",
        Deed::Tail,
        Look::All,
        &["is another than the one that was", OUTSIDE],
    ),
    (
        3,
        "the same, in seconds",
        Deed::Tail,
        Look::Heads,
        &["is another than the one that was", OUTSIDE],
    ),
    (
        4,
        "the log of heads with it",
        Deed::TailAndHeads,
        Look::Against,
        &["kept: the first", "the log was written anew"],
    ),
    (
        5,
        "the last event with the head",
        Deed::Rows(&[
            "UPDATE case_key SET head = (SELECT hash FROM event WHERE event.case_id = '{victim}' AND \
         event.version = case_key.version - 1), version = version - 1 WHERE case_id = '{victim}'",
            "DELETE FROM event WHERE case_id = '{victim}' AND version > \
         (SELECT version FROM case_key WHERE case_id = '{victim}')",
        ]),
        Look::Heads,
        &[OUTSIDE, "and is gone, with all after it"],
    ),
    (
        6,
        "an event in the middle",
        Deed::Rows(&["DELETE FROM event WHERE case_id = '{victim}' AND version = 5"]),
        Look::All,
        &["event 5 (unknown kind) is missing"],
    ),
    (
        7,
        "a whole case",
        Deed::Case("{last}"),
        Look::All,
        &["a whole case, sealed on 20", "is gone"],
    ),
    (
        8,
        "two events swapped",
        Deed::Rows(&[
            "UPDATE event SET version = 9999 WHERE case_id = '{victim}' AND version = 4",
            "UPDATE event SET version = 4 WHERE case_id = '{victim}' AND version = 5",
            "UPDATE event SET version = 5 WHERE case_id = '{victim}' AND version = 9999",
        ]),
        Look::All,
        &["event 4 (", "was altered after"],
    ),
    (
        9,
        "an event of another case",
        Deed::Rows(&[
            "UPDATE event SET body = (SELECT body FROM event WHERE case_id = '{other}' AND version = 5), \
         hash = (SELECT hash FROM event WHERE case_id = '{other}' AND version = 5) \
         WHERE case_id = '{victim}' AND version = 5",
        ]),
        Look::All,
        &["event 5 (", "was altered after"],
    ),
    (
        10,
        "who acted",
        Deed::Rows(&[
            "UPDATE event SET actor = command_id WHERE case_id = '{victim}' AND version = 5",
        ]),
        Look::All,
        &["event 5 (", "was altered after"],
    ),
    (
        10,
        "when",
        Deed::Rows(&[
            "UPDATE event SET recorded_at = recorded_at + 1 WHERE case_id = '{victim}' AND version = 5",
        ]),
        Look::All,
        &["event 5 (", "was altered after"],
    ),
    (
        10,
        "by which command",
        Deed::Rows(&[
            "UPDATE event SET command_id = actor WHERE case_id = '{victim}' AND version = 5",
        ]),
        Look::All,
        &["event 5 (", "was altered after"],
    ),
    (
        11,
        "where a case stands",
        Deed::Rows(&["UPDATE case_row SET stage = 'closed' WHERE case_id = '{victim}'"]),
        Look::All,
        &["differs in case_row.stage"],
    ),
    (
        11,
        "the name of a child",
        Deed::Rows(&["UPDATE case_row SET child_name = '某' WHERE case_id = '{victim}'"]),
        Look::All,
        &["differs in case_row.child_name"],
    ),
    (
        12,
        "a row without an event",
        Deed::Rows(&["INSERT INTO deadline (case_id, kind, number, due_on, state, person) \
         SELECT case_id, kind, number + 90, due_on, state, person FROM deadline WHERE case_id = '{victim}' LIMIT 1"]),
        Look::All,
        &["differs in deadline"],
    ),
    (
        13,
        "a gap in the certificates",
        Deed::Rows(&["UPDATE number_series SET last = last + 1 WHERE series = 'certificate'"]),
        Look::All,
        &["series certificate"],
    ),
    (
        13,
        "two numbers swapped",
        Deed::Numbers,
        Look::All,
        &["differs in case_row.certificate_number"],
    ),
    (
        14,
        "the bytes of a certificate",
        Deed::Certificate,
        Look::Files,
        &["(certificate ", "was altered"],
    ),
    (15, "two scans swapped", Deed::Scans, Look::Files, &["of paper ", "was altered"]),
    (15, "a file gone", Deed::File, Look::Files, &["(certificate ", "is missing"]),
    (
        15,
        "a paper that was never filed",
        Deed::Rows(&[
            "UPDATE case_paper SET number = number + 500 WHERE case_id = '{victim}' AND number = 1",
        ]),
        Look::All,
        &["differs in case_paper"],
    ),
    (
        16,
        "accesses deleted",
        Deed::Rows(&[
            "DELETE FROM access_log WHERE id IN (SELECT id FROM access_log ORDER BY id LIMIT 5)",
        ]),
        Look::All,
        &["access_log: 5 sealed rows are gone"],
    ),
    (
        16,
        "an access altered",
        Deed::Rows(&[
            "UPDATE access_log SET operation = 'x' WHERE id = (SELECT min(id) FROM access_log)",
        ]),
        Look::All,
        &["was altered after it was sealed"],
    ),
    (
        16,
        "an access put in",
        Deed::Rows(&[
            "INSERT INTO access_log (id, at, caller, roles, operation, case_id, outcome, rules, request_id) SELECT \
         '00000000-0000-7000-8000-000000000003', at, caller, roles, operation, case_id, outcome, rules, request_id \
         FROM access_log ORDER BY id LIMIT 1",
        ]),
        Look::All,
        &["access_log: row 00000000-0000-7000-8000-000000000003", "under no seal"],
    ),
    (
        16,
        "the seals taken back",
        Deed::Seals,
        Look::Heads,
        &["office log, chain access: entry", OUTSIDE],
    ),
    (
        18,
        "another log of the same size",
        Deed::Forked,
        Look::Against,
        &["kept: the first", "the log was written anew"],
    ),
    (
        20,
        "the key of a body",
        Deed::Rows(&[
            "UPDATE event SET key_id = 'other' WHERE case_id = '{victim}' AND version = 5",
        ]),
        Look::All,
        &["event 5 (", "was altered after"],
    ),
    (20, "another secret", Deed::Secret, Look::All, &["differs in case_person"]),
    (
        21,
        "a clock set back",
        Deed::Clock,
        Look::All,
        &["event 5 (", "was recorded before its predecessor"],
    ),
    (
        22,
        "the end of the checkpoints",
        Deed::Checkpoints,
        Look::Heads,
        &["leaves stand under no checkpoint"],
    ),
    (22, "the end of the leaves", Deed::Leaves, Look::Heads, &["the end of the log was cut off"]),
    (
        22,
        "another key beside the log",
        Deed::HeadsKey,
        Look::Heads,
        &["the public key beside it is not that of the office"],
    ),
    (
        24,
        "a role",
        Deed::Rows(&["UPDATE account SET roles = 'administrator' WHERE login = 'registrar-2'"]),
        Look::All,
        &["account.roles"],
    ),
    (
        25,
        "days of rest",
        Deed::Rows(&["DELETE FROM calendar_day WHERE kind = 'rest'"]),
        Look::All,
        &["calendar_day: row", "is gone"],
    ),
    (
        26,
        "a case that a migration lost",
        Deed::Case("{victim}"),
        Look::Heads,
        &["a whole case, sealed on 20", "is gone"],
    ),
];
