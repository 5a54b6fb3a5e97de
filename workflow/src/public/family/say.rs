//! Who is spoken to, which papers are theirs, and in which language.

use super::words;
use crate::base::message::Message;
use crate::base::rule::Rule;
use crate::case::{Case, Party, Placer, Slot};

/// Picks the language of the reader.
pub type Say<'a> = &'a (dyn Fn(Message) -> String + Sync);

/// Whether a party belongs to the adoptive family.
pub fn is_family(party: Party) -> bool {
    matches!(party, Party::FirstAdopter | Party::SecondAdopter)
}

/// Whether the family brings the paper of this slot: papers of an adopter, and of the case as a whole
/// only those every family hands in. Where nobody places the child, the child's papers are theirs too.
pub fn is_familys_paper(case: &Case, slot: Slot) -> bool {
    match slot.party {
        Some(Party::Child) => case.placer == Placer::Nobody,
        Some(party) => is_family(party),
        None => words::papers::of_the_whole_case(slot.paper),
    }
}

/// The article of a rule in the reader's language.
pub fn article_of(rule: &Rule, say: Say<'_>) -> String {
    say(Message::new(rule.citation, rule.citation_en))
}
