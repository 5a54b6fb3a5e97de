//! 保密 (民法典 art. 1110): what each paper may show of whom.
//!
//! A paper that goes to one side of a case, or is signed by it, is composed from a view in which
//! everything that identifies the other side is gone, whatever field or free text it stood in. The
//! office's own papers are composed from the whole case and carry the mark 保密. Which paper goes to
//! whom says the list of papers.

use std::borrow::Cow;
use std::ops::Deref;

use serde_json::Value;
use workflow::access::secrecy::{Side, identifying, side_of, without_secrets};
use workflow::case::{Case, Party};

pub(crate) use workflow::access::secrecy::WITHHELD;

/// Who reads a paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// Everybody, or the office.
    Everybody,
    /// One side of a case kept secret.
    Of(Side),
    /// Who applied without being a party of a case kept secret.
    Applicant,
}

/// A case as the readers of one paper may see it.
pub(crate) struct View<'a> {
    case: Cow<'a, Case>,
    reader: Reader,
    party: Option<Party>,
}

impl Deref for View<'_> {
    type Target = Case;

    fn deref(&self) -> &Case {
        &self.case
    }
}

impl<'a> View<'a> {
    /// The whole case.
    pub(crate) fn whole(case: &'a Case, party: Option<Party>) -> Self {
        Self { case: Cow::Borrowed(case), reader: Reader::Everybody, party }
    }

    /// The case as one side may see it, where the parties asked for secrecy. Whole where they did
    /// not, or where the readers are of neither side.
    pub(crate) fn of(case: &'a Case, side: Option<Side>, party: Option<Party>) -> Option<Self> {
        match side {
            Some(side) if case.wishes.secrecy => Self::for_side(case, side, party),
            _ => Some(Self::whole(case, party)),
        }
    }

    fn for_side(case: &'a Case, side: Side, party: Option<Party>) -> Option<Self> {
        let case = Cow::Owned(without(case, side.other())?);
        Some(Self { case, reader: Reader::Of(side), party })
    }

    /// Who applied for the revocation of an adoption learns of nobody in it.
    pub(crate) fn for_the_applicant(case: &'a Case, party: Option<Party>) -> Option<Self> {
        let neither = without(&without(case, Side::Placing)?, Side::Adopting)?;
        Some(Self { case: Cow::Owned(neither), reader: Reader::Applicant, party })
    }

    /// The party the paper concerns, where it concerns one.
    pub(crate) fn party(&self) -> Option<Party> {
        self.party
    }

    /// Whether a party is hidden: what is not text, such as its birthday, must not be shown either.
    pub(crate) fn hides(&self, party: Party) -> bool {
        match self.reader {
            Reader::Everybody => false,
            // Who applied against them is not told to the parties.
            Reader::Of(_) if party == Party::InterestedPerson => true,
            Reader::Of(side) => side_of(self, party) == Some(side.other()),
            Reader::Applicant => party != Party::InterestedPerson,
        }
    }

    /// Whether what concerns a party is told on a copy of that party's own.
    pub(crate) fn is_told_elsewhere(&self, party: Party) -> bool {
        self.hides(party) && self.adopting_or_placing(party)
    }

    fn adopting_or_placing(&self, party: Party) -> bool {
        self.adopter(party).is_some() || self.placing_parties().any(|placing| placing == party)
    }
}

/// The case without anything that identifies a side.
fn without(case: &Case, hidden: Side) -> Option<Case> {
    let secrets = identifying(case, hidden);
    let own = identifying(case, hidden.other());
    let mut value = serde_json::to_value(case).ok()?;
    withhold(&mut value, &secrets, &own);
    serde_json::from_value(value).ok()
}

/// Puts the mark in the place of every secret in every text, but for texts that are the reader's own.
fn withhold(value: &mut Value, secrets: &[String], own: &[String]) {
    match value {
        Value::String(text) if own.contains(text) => {}
        Value::String(text) => *text = without_secrets(text, secrets),
        Value::Array(values) => {
            values.iter_mut().for_each(|value| withhold(value, secrets, own));
        }
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| withhold(value, secrets, own));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
