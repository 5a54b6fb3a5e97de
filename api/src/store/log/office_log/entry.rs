//! What an entry of the log is, and which chain it belongs to.

use uuid::Uuid;
use workflow::{CaseId, UserId};

/// Which chain an entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// What the whole office shares: itself, its calendars, absences, and which other chains there are.
    Office,
    /// The seals of the access log.
    Access,
    /// An account with its invitations and sessions.
    Person(UserId),
    /// The made documents of a case and their prints.
    Case(CaseId),
    /// A gift with its entries and holds.
    Gift(Uuid),
}

impl Chain {
    /// Whether the chain of the office names this one when it begins. The chain of a case is named by
    /// its events; naming it here would make the acts of all cases wait for one another.
    pub(super) fn is_announced(self) -> bool {
        matches!(self, Chain::Person(_) | Chain::Gift(_))
    }
}

impl std::fmt::Display for Chain {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Chain::Office => formatter.write_str("office"),
            Chain::Access => formatter.write_str("access"),
            Chain::Person(id) => write!(formatter, "person {id}"),
            Chain::Case(id) => write!(formatter, "case {id}"),
            Chain::Gift(id) => write!(formatter, "gift {id}"),
        }
    }
}

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum What {
    /// A row was written, by this program and in this transaction.
    Noted,
    /// A row was there before the log began, and stood so when it did.
    Adopted,
    /// The log began.
    Began,
    /// Another chain began.
    Opened,
    /// Rows of the access log were sealed.
    Sealed,
    /// So far the chains of these cases had come.
    Heads,
}

impl What {
    /// The word in the database.
    pub(in crate::store) fn word(self) -> &'static str {
        match self {
            What::Noted => "noted",
            What::Adopted => "adopted",
            What::Began => "began",
            What::Opened => "opened",
            What::Sealed => "sealed",
            What::Heads => "heads",
        }
    }
}

/// An entry before it has its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Note {
    pub(in crate::store) what: What,
    pub(in crate::store) about: String,
    pub(in crate::store) row_key: String,
    pub(in crate::store) body: Vec<u8>,
}
