//! What is true of an event beside what it changes in its case.

use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::case::{Case, PaperKind, Party};

/// What is to be done once an event is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// A document is to be made from the case as it stands after the event.
    Print {
        /// What to make.
        document: DocumentKind,
        /// Whom it concerns.
        party: Option<Party>,
    },
    /// Whether a gift touches the case is to be looked up (SEQ-14).
    CheckGifts,
}

impl Effect {
    /// A document that concerns the whole case.
    pub(crate) fn print(document: DocumentKind) -> Effect {
        Effect::Print { document, party: None }
    }

    /// A document that concerns one party.
    pub(crate) fn print_for(document: DocumentKind, party: Party) -> Effect {
        Effect::Print { document, party: Some(party) }
    }
}

/// Whether an event voids a proposal and an approval. An approval binds to one version: any later change
/// of fact, paper, consent, inquiry or assessment voids it (SEQ-7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voids {
    Nothing,
    Decision,
    /// Unless the paper of this number belongs to the decision itself.
    DecisionByPaper(u32),
}

/// What an event is called, is about, voids and calls for.
#[derive(Debug, Clone)]
pub struct Meaning {
    /// Its line in the history. Names and texts of the parties are not repeated.
    pub headline: Message,
    /// The number of the paper, claim, incident, reading or visit of the case that it is about.
    pub number: Option<u32>,
    /// Whether a number was given to somebody with it, or one that was given holds no longer.
    pub gives_or_voids_a_number: bool,
    /// Whether time alone brought it. Nobody decided it, so what a person saw before it still holds.
    pub is_of_time: bool,
    pub(crate) effects: Vec<Effect>,
    voids: Voids,
}

/// An event with a line that is always the same.
pub(super) fn says(zh: &str, en: &str) -> Meaning {
    tells(Message::new(zh, en))
}

/// An event with a line of its own making. It is about nothing numbered, voids nothing and calls for nothing.
pub(super) fn tells(headline: Message) -> Meaning {
    Meaning {
        headline,
        number: None,
        gives_or_voids_a_number: false,
        is_of_time: false,
        effects: Vec::new(),
        voids: Voids::Nothing,
    }
}

impl Meaning {
    /// The paper, claim, incident, reading or visit it is about.
    pub(super) fn about(self, number: u32) -> Meaning {
        Meaning { number: Some(number), ..self }
    }

    /// It voids a proposal and an approval (SEQ-7).
    pub(super) fn voids_the_decision(self) -> Meaning {
        Meaning { voids: Voids::Decision, ..self }
    }

    /// It voids them where what it says is so.
    pub(super) fn voids_the_decision_if(self, so: bool) -> Meaning {
        if so { self.voids_the_decision() } else { self }
    }

    /// It voids them unless the paper of this number belongs to the decision itself.
    pub(super) fn voids_the_decision_by_paper(self, number: u32) -> Meaning {
        Meaning { voids: Voids::DecisionByPaper(number), ..self }
    }

    /// A number is given to somebody with it, or one that was given holds no longer.
    pub(super) fn numbered(self) -> Meaning {
        Meaning { gives_or_voids_a_number: true, ..self }
    }

    /// Time alone brought it.
    pub(super) fn of_time(self) -> Meaning {
        Meaning { is_of_time: true, ..self }
    }

    /// It calls for a document that concerns the whole case.
    pub(super) fn prints(self, document: DocumentKind) -> Meaning {
        self.calls_for(Effect::print(document))
    }

    /// It calls for a document, and for the receipt that is made with it.
    pub(super) fn prints_with_receipt(self, document: DocumentKind) -> Meaning {
        let printed = self.prints(document);
        match document.receipt() {
            Some(receipt) => printed.prints(receipt),
            None => printed,
        }
    }

    /// It calls for a document that concerns one party.
    pub(super) fn prints_for(self, document: DocumentKind, party: Party) -> Meaning {
        self.calls_for(Effect::print_for(document, party))
    }

    /// It calls for this too.
    pub(super) fn calls_for(mut self, effect: Effect) -> Meaning {
        self.effects.push(effect);
        self
    }

    /// Whether it voids a proposal and an approval in the case before it.
    pub(crate) fn voids_in(&self, case: &Case) -> bool {
        match self.voids {
            Voids::Nothing => false,
            Voids::Decision => true,
            Voids::DecisionByPaper(number) => {
                let paper = case.papers.iter().find(|paper| paper.number == number);
                !paper.is_some_and(|paper| belongs_to_the_decision(paper.slot.paper))
            }
        }
    }
}

/// The signed approval form, a spouse's mandate and a receipt of service belong to the decision and to
/// the registration themselves, so filing them changes nothing the decision rests on.
pub(super) fn belongs_to_the_decision(paper: PaperKind) -> bool {
    matches!(paper, PaperKind::ApprovalForm | PaperKind::SpouseMandate | PaperKind::ServiceReceipt)
}
