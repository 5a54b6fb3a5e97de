//! What a history shows, read from the law's point of view: who the people are by now, which papers
//! stand, what came after what. It is a second reading of the events, beside `evolve`.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::case::change::Change;
use crate::case::{
    Actor, Adopter, Check, CheckKind, CheckOutcome, Child, OtherParentState, PaperKind, Party,
    Slot, SupportDutyPerson,
};
use crate::command::Command;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::identity::dictionaries::MaritalStatus;
use crate::identity::{Division, ResidentId};
use crate::steps::apply::Apply;

/// One act that was done: who, when, what was asked, what came of it, in which world.
#[derive(Debug)]
pub struct Told {
    pub on: NaiveDate,
    pub by: Actor,
    pub command: Command,
    pub event: Event,
    pub world: Rc<Facts>,
}

/// Everything done so far; the newest is what a property judges.
#[derive(Clone, Copy)]
pub struct History<'a>(pub &'a [Rc<Told>]);

/// One who places the child, as the person who comes.
pub struct Placing {
    pub party: Party,
    pub number: ResidentId,
    pub division: Division,
}

impl<'a> History<'a> {
    pub fn newest(&self) -> &'a Told {
        self.0.last().expect("a history has something done")
    }

    pub fn today(&self) -> NaiveDate {
        self.newest().on
    }

    /// The same history without its newest act.
    pub fn earlier(&self) -> History<'a> {
        History(self.0.split_last().map_or(&[], |(_, earlier)| earlier))
    }

    pub fn application(&self) -> &'a Apply {
        match &self.0.first().expect("an application").command {
            Command::Apply(application) => application,
            other => panic!("a history begins with an application, not {:?}", other.act()),
        }
    }

    /// The place of the newest act of which this holds.
    pub fn last(&self, holds: impl Fn(&Event) -> bool) -> Option<usize> {
        self.0.iter().rposition(|told| holds(&told.event))
    }

    pub fn has(&self, holds: impl Fn(&Event) -> bool) -> bool {
        self.last(holds).is_some()
    }

    /// Whether the adoption was revoked while its certificate still lay in the office.
    pub fn revoked_unissued(&self) -> bool {
        self.has(|event| matches!(event, Event::Later(LaterEvent::AdoptionRevoked { .. })))
            && !self.has(|event| matches!(event, Event::CertificateIssued { .. }))
    }

    pub fn count(&self, holds: impl Fn(&Event) -> bool) -> usize {
        self.0.iter().filter(|told| holds(&told.event)).count()
    }

    pub fn on(&self, place: usize) -> NaiveDate {
        self.0[place].on
    }

    pub fn changes(&self) -> impl Iterator<Item = (usize, &'a Change)> {
        self.0.iter().enumerate().filter_map(|(place, told)| match &told.event {
            Event::FactChanged { change, .. } => Some((place, change)),
            _ => None,
        })
    }

    /// The place of the newest change of fact of which this holds.
    pub fn changed(&self, holds: impl Fn(&Change) -> bool) -> Option<usize> {
        self.changes().filter(|(_, change)| holds(change)).map(|(place, _)| place).last()
    }

    pub fn adopters(&self) -> Vec<(Party, Adopter)> {
        let parties = [Party::FirstAdopter, Party::SecondAdopter];
        let mut adopters: Vec<_> =
            parties.into_iter().zip(self.application().adopters.iter().cloned()).collect();
        for (_, change) in self.changes() {
            for (party, adopter) in &mut adopters {
                match change {
                    Change::MaritalStatus { status } => adopter.marital_status = *status,
                    Change::Children { party: whose, children } if whose == party => {
                        adopter.children = *children;
                    }
                    _ => {}
                }
            }
        }
        adopters
    }

    pub fn is_adopter(&self, party: Party) -> bool {
        self.adopters().iter().any(|(adopter, _)| *adopter == party)
    }

    pub fn married(&self) -> bool {
        self.adopters().iter().all(|(_, adopter)| adopter.marital_status == MaritalStatus::Married)
    }

    pub fn child(&self) -> &'a Child {
        let newest = self.changes().filter_map(|(_, change)| match change {
            Change::Child { child } => Some(child.as_ref()),
            _ => None,
        });
        newest.last().unwrap_or(&self.application().child)
    }

    /// Who owes the orphan support by now.
    pub fn owing_support(&self) -> &'a [SupportDutyPerson] {
        let newest = self.changes().filter_map(|(_, change)| match change {
            Change::SupportDuty { persons } => Some(persons),
            _ => None,
        });
        newest.last().unwrap_or(&self.application().support_duty)
    }

    /// Who places by now: where one of two parents died, the other alone.
    pub fn placing(&self) -> Vec<Placing> {
        let application = self.application();
        if let Some(institution) = &application.placer {
            let number = institution.responsible_person_id.clone();
            let division = institution.division.clone();
            return vec![Placing { party: Party::Placer, number, division }];
        }
        let guardian = application.guardian.as_ref();
        if let Some(head) = guardian.and_then(|guardian| guardian.organisation.as_ref()) {
            let number = head.responsible_person_id.clone();
            let division = head.division.clone();
            return vec![Placing { party: Party::Placer, number, division }];
        }
        let parents = application.parents.iter().flat_map(|parents| &parents.placing);
        let guardian = guardian.and_then(|guardian| guardian.person.as_ref());
        let mut parents: Vec<_> = parents.chain(guardian).collect();
        if parents.len() == 2 {
            let death = self.changed(is_death_of_a_parent).map(|place| &self.0[place].event);
            if let Some(Event::FactChanged { change: Change::Died { party }, .. }) = death {
                parents.remove(usize::from(*party == Party::SecondPlacer));
            }
        }
        let parties = [Party::Placer, Party::SecondPlacer].into_iter();
        let placing = parties.zip(parents).map(|(party, parent)| Placing {
            party,
            number: parent.resident_id.clone(),
            division: parent.division.clone(),
        });
        placing.collect()
    }

    /// What became of the parent who does not place.
    pub fn other_parent(&self) -> Option<OtherParentState> {
        let dead = |change: &Change| {
            is_death_of_a_parent(change)
                || matches!(change, Change::Died { party: Party::OtherParent })
        };
        if self.application().parents.is_some() && self.changed(dead).is_some() {
            return Some(OtherParentState::Dead);
        }
        let parents = self.application().parents.as_ref()?;
        parents.other_parent.as_ref().map(|parent| parent.state)
    }

    /// Whom to ask and whose consent to take on the day of the newest act.
    pub fn to_be_asked(self) -> Vec<Party> {
        self.to_be_asked_on(self.today())
    }

    /// The same on another day: a child who has turned eight is asked.
    pub fn to_be_asked_on(self, day: NaiveDate) -> Vec<Party> {
        let child = (8..18).contains(&super::days::age(self.child().birth_date, day));
        let adopters = self.adopters().into_iter().map(|(party, _)| party);
        let placing = self.placing().into_iter().map(|placing| placing.party);
        adopters.chain(placing).chain(child.then_some(Party::Child)).collect()
    }

    /// Whether a paper of a slot that was filed after a place was found in order and still is.
    pub fn paper_stands(&self, slot: Slot, after: Option<usize>) -> bool {
        self.standing(slot, after).next().is_some()
    }

    /// The numbers of the papers of a slot, filed after a place, found in order and not rejected since.
    pub fn standing(&self, slot: Slot, after: Option<usize>) -> impl Iterator<Item = u32> {
        let first = after.map_or(0, |place| place + 1);
        let filed = self.0.iter().skip(first).filter_map(move |told| match &told.event {
            Event::PaperFiled { number, slot: filled, .. } if *filled == slot => Some(*number),
            _ => None,
        });
        filed.filter(|filed| self.is_in_order(*filed))
    }

    /// Whether the newest word on a paper is that it is in order.
    pub fn is_in_order(&self, paper: u32) -> bool {
        let word = self.last(|event| match event {
            Event::PaperVerified { number, .. } | Event::PaperRejected { number, .. } => {
                *number == paper
            }
            _ => false,
        });
        word.is_some_and(|word| matches!(self.0[word].event, Event::PaperVerified { .. }))
    }

    /// Verified papers of a kind that concern the whole case.
    pub fn papers_of_case(&self, paper: PaperKind) -> usize {
        self.standing(Slot::of_case(paper), None).count()
    }

    /// What the newest check of a kind about a party found.
    pub fn check(&self, kind: CheckKind, party: Party) -> Option<CheckOutcome> {
        let about = |check: &Check| check.check == kind && check.party == party;
        self.0.iter().rev().find_map(|told| match &told.event {
            Event::CheckRecorded { check } if about(check) => Some(check.outcome),
            Event::FactChanged { change: Change::NewRecord { party: whose }, .. }
                if kind == CheckKind::CriminalRecord && *whose == party =>
            {
                Some(CheckOutcome::Adverse)
            }
            _ => None,
        })
    }
}

fn is_death_of_a_parent(change: &Change) -> bool {
    matches!(change, Change::Died { party: Party::Placer | Party::SecondPlacer })
}
