//! One walk through a procedure: a state, and what a person of the office does next in it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::people::Who;
use super::properties::days::{later, rolled};
use super::properties::{History, Property, Told, broken_by};
use crate::base::document::DocumentKind;
use crate::case::papers::ComparedWith;
use crate::case::scan::{MediaType, Scan};
use crate::case::{Case, Check, CheckKind, CheckOutcome, PaperKind, Party, Slot};
use crate::command::Command;
use crate::event::{Entry, LaterEvent};
use crate::facts::{DocumentRecord, Facts};
use crate::proof::testing::decide;
use crate::rights::{Access, Relation, may};
use crate::steps::file_paper::FilePaper;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::reject_paper::RejectPaper;
use crate::steps::verify_paper::VerifyPaper;
use crate::{Event, decide_opening, evolve};

/// Where a walk stands: the case as it is folded, what was told, and the world around.
#[derive(Clone)]
pub struct State {
    pub case: Option<Case>,
    pub told: Vec<Rc<Told>>,
    pub world: Rc<Facts>,
}

/// A state in motion: one move of a station is made in it.
pub struct Walk {
    pub state: State,
    /// The rules of the first refusal; after it the move does nothing more.
    pub refused: Option<BTreeSet<&'static str>>,
    /// Whether the person who asked may not do such an act at all.
    pub forbidden: bool,
    /// The rows of the property table that were broken.
    pub broken: Vec<&'static Property>,
    /// The station to go on from, where the move leads back.
    pub back_to: Option<&'static str>,
    /// Commands that were decided.
    pub decided: usize,
    /// What each act of the move met, where that is kept.
    pub met: Option<Vec<State>>,
    sheet: Option<String>,
}

impl Walk {
    pub fn new(state: State) -> Walk {
        Walk {
            state,
            refused: None,
            forbidden: false,
            broken: Vec::new(),
            back_to: None,
            decided: 0,
            met: None,
            sheet: None,
        }
    }

    pub fn case(&self) -> &Case {
        self.state.case.as_ref().expect("the application was filed")
    }

    pub fn history(&self) -> History<'_> {
        History(&self.state.told)
    }

    fn stopped(&self) -> bool {
        self.refused.is_some() || self.forbidden
    }

    /// Sends a command; what comes of it is folded and judged.
    pub fn act(&mut self, who: Who, command: Command) -> &mut Walk {
        if self.stopped() {
            return self;
        }
        let mut facts = self.state.world.as_ref().clone();
        facts.actor = who.actor();
        facts.roles = who.roles();
        facts.next_in_series = 1;
        let relation = match &self.state.case {
            Some(case) => Relation::of(case, facts.actor.id),
            None => Relation { is_own_office: true, ..Relation::NONE },
        };
        if may(&facts.roles, relation, command.act().into()) != Access::Allowed {
            self.forbidden = true;
            return self;
        }
        self.decided += 1;
        if let Some(met) = &mut self.met {
            met.push(self.state.clone());
        }
        let decision = match &self.state.case {
            None => decide_opening(&command, &facts).expect("a walk begins with an application"),
            Some(case) => decide(case, &command, &facts),
        };
        match decision {
            Ok(events) => events.into_iter().for_each(|event| self.tell(&facts, &command, event)),
            Err(refusal) => {
                self.refused =
                    Some(refusal.violations.iter().map(|broken| broken.rule.id).collect());
            }
        }
        self
    }

    fn tell(&mut self, facts: &Facts, command: &Command, event: Event) {
        let (on, by) = (facts.today, facts.actor.clone());
        let entry = Entry { on, by: by.clone(), event };
        self.state.case = evolve(self.state.case.take(), &entry);
        let world = Rc::clone(&self.state.world);
        let told = Told { on, by, command: command.clone(), event: entry.event, world };
        self.state.told.push(Rc::new(told));
        self.broken.extend(broken_by(History(&self.state.told)));
    }

    /// Something in the world changes, without an act of the office.
    pub fn world(&mut self, change: impl FnOnce(&mut Facts)) -> &mut Walk {
        if !self.stopped() {
            change(Rc::make_mut(&mut self.state.world));
        }
        self
    }

    /// Another case of the office revokes the adoption that this case registered.
    pub fn revoked(&mut self) -> &mut Walk {
        if !self.stopped() && self.case().registration.is_some() {
            let facts = self.state.world.as_ref().clone();
            let event = Event::Later(LaterEvent::AdoptionRevoked { number: "撤".into() });
            self.tell(&facts, &Command::IssueCertificate(IssueCertificate::default()), event);
        }
        self
    }

    pub fn days(&mut self, days: u64) -> &mut Walk {
        self.world(|world| world.today = later(world.today, days))
    }

    /// The day after the notice has run, or today where that is past.
    pub fn until_the_notice_ran(&mut self, less: bool) -> &mut Walk {
        let published = self.history().0.iter().rev().find_map(|told| match &told.event {
            Event::NoticePublished { published_on, .. } => Some(*published_on),
            _ => None,
        });
        let Some(published) = published else {
            return self;
        };
        let last = rolled(later(published, 60));
        let first = if less { last } else { later(last, 1) };
        self.world(|world| world.today = world.today.max(first))
    }

    pub fn back_to(&mut self, station: &'static str) -> &mut Walk {
        self.back_to = Some(station);
        self
    }

    /// From now on every paper is the same sheet.
    pub fn same_sheet(&mut self) -> &mut Walk {
        self.sheet = Some("ab".repeat(32));
        self
    }

    pub fn file(&mut self, slot: Slot) -> &mut Walk {
        let number = self.case().papers.len() + 1;
        let digest = self.sheet.clone().unwrap_or_else(|| format!("{number:064x}"));
        let scan = Scan { digest, media_type: MediaType::Pdf, pages: 1, size: 1000 };
        self.act(Who::Registrar, Command::FilePaper(FilePaper { slot, scan }))
    }

    pub fn verify(&mut self) -> &mut Walk {
        let number = self.case().papers.last().map_or(0, |paper| paper.number);
        let command =
            Command::VerifyPaper(number, VerifyPaper { compared_with: ComparedWith::Original });
        self.act(Who::Registrar, command)
    }

    pub fn reject(&mut self, number: u32) -> &mut Walk {
        self.act(
            Who::Registrar,
            Command::RejectPaper(number, RejectPaper { reason: "不清晰".into() }),
        )
    }

    /// Files a paper and finds it in order.
    pub fn bring(&mut self, slot: Slot) -> &mut Walk {
        self.file(slot).verify()
    }

    pub fn bring_of_case(&mut self, paper: PaperKind) -> &mut Walk {
        self.bring(Slot::of_case(paper))
    }

    pub fn check(&mut self, check: CheckKind, party: Party, outcome: CheckOutcome) -> &mut Walk {
        let check = self.checked(check, party, outcome);
        self.act(Who::Registrar, Command::RecordCheck(check))
    }

    pub fn checked(&self, check: CheckKind, party: Party, outcome: CheckOutcome) -> Check {
        let checked_on = self.state.world.today;
        Check { check, party, source: "信息核查 2026-118".into(), checked_on, outcome }
    }

    /// The press made a document, and it was printed.
    pub fn print(&mut self, kind: DocumentKind) -> &mut Walk {
        let document =
            DocumentRecord { kind, party: None, digest: "cd".repeat(32), pages: 1, prints: 1 };
        self.world(|world| world.documents.push(document))
    }
}
