//! The road of a procedure: its stations in order, at each what is rightly done there and every way of
//! doing it otherwise; and the search along it.

use std::collections::{BTreeMap, BTreeSet};

use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use super::next;
use super::walk::{State, Walk};
use crate::base::rule::dropped;

/// One way of passing a station.
#[derive(Clone)]
pub struct Move {
    pub name: String,
    pub run: Rc<dyn Fn(&mut Walk)>,
}

/// A move by its name.
pub fn by(name: impl Into<String>, run: impl Fn(&mut Walk) + 'static) -> Move {
    Move { name: name.into(), run: Rc::new(run) }
}

/// A place on the road: the first move is the right one, the others deviate from it.
pub struct Station {
    pub name: &'static str,
    /// Whether the procedure turns on it, so that it is tried even where all is lost.
    pub decisive: bool,
    pub moves: Vec<Move>,
}

pub type Road = Vec<Station>;

/// A station where nothing decisive happens.
pub fn station(name: &'static str, moves: Vec<Move>) -> Station {
    Station { name, decisive: false, moves }
}

/// A station on which the procedure turns.
pub fn decisive(name: &'static str, moves: Vec<Move>) -> Station {
    Station { name, decisive: true, moves }
}

/// A station where nothing need happen, and much may.
pub fn turns(name: &'static str, turns: Vec<Move>) -> Station {
    let nothing = by("nothing", |_| {});
    station(name, std::iter::once(nothing).chain(turns).collect())
}

/// A move that one rule or two refused.
struct Blocked {
    state: State,
    station: usize,
    way: usize,
    path: Vec<String>,
}

/// What a search found.
#[derive(Default)]
pub struct Found {
    /// Histories visited: each event that was decided, on each path.
    pub histories: usize,
    /// Cases that differ in more than their version, at the end of a station.
    pub cases: BTreeSet<u64>,
    /// The states at the end of a station, one of each case that differs, where they are kept.
    pub states: Vec<State>,
    /// Commands decided.
    pub decided: usize,
    /// How often each kind of event came about.
    pub events: BTreeMap<&'static str, usize>,
    /// Commands that were refused, by the law or by the table of rights.
    pub refused: usize,
    /// Paths that break a row of the table, with that row.
    pub broken: Vec<String>,
    /// The rules that were broken, each with those that were broken whenever it was.
    pub companions: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// What stood in the way of the act that was said to be next.
    pub misled: BTreeSet<String>,
    blocked: BTreeMap<BTreeSet<&'static str>, Vec<Blocked>>,
}

/// Refused moves remembered for each rule; enough to find one that matters.
const REMEMBERED: usize = 20;

/// A search along a road, as long as `enough` does not end it.
pub struct Search<'a> {
    pub road: &'a Road,
    pub found: Found,
    /// Whether the first broken row ends the search.
    pub first_only: bool,
    /// Which states are kept.
    pub keeps: Keeps,
}

/// Which states a search keeps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    Nothing,
    /// Those that the acts of the right path and of each deviation meet, and where they lead at once.
    Turns,
    /// Every state.
    Everything,
}

impl<'a> Search<'a> {
    pub fn new(road: &'a Road) -> Search<'a> {
        Search { road, found: Found::default(), first_only: false, keeps: Keeps::Nothing }
    }

    /// Every path from a station on that deviates at most so many times.
    pub fn from(&mut self, mut state: State, station: usize, deviations: u8, path: &[String]) {
        let mut lost = false;
        for (at, here) in self.road.iter().enumerate().skip(station) {
            if self.first_only && !self.found.broken.is_empty() {
                return;
            }
            if lost && !here.decisive {
                continue;
            }
            if deviations > 0 && !lost {
                for way in 1..here.moves.len() {
                    self.deviate(&state, at, way, deviations, path);
                }
            }
            let walk = self.pass(&state, at, 0, path);
            lost = lost || walk.refused.is_some() || walk.forbidden;
            state = walk.state;
        }
    }

    fn deviate(&mut self, state: &State, at: usize, way: usize, deviations: u8, path: &[String]) {
        let name = &self.road[at].moves[way].name;
        let path: Vec<String> =
            path.iter().cloned().chain([format!("{}: {name}", self.road[at].name)]).collect();
        let walk = self.pass(state, at, way, &path);
        let refused = walk.refused.is_some() || walk.forbidden;
        // Refused before anything came of it: the path where it was never tried is another one.
        if refused && walk.state.told.len() == state.told.len() {
            return;
        }
        if walk.state.case.is_some() {
            let next = walk.back_to.map_or(at + 1, |name| self.place(name));
            self.from(walk.state, next, deviations - 1, &path);
        }
    }

    fn place(&self, name: &str) -> usize {
        let place = self.road.iter().position(|station| station.name == name);
        place.unwrap_or_else(|| panic!("no station {name}"))
    }

    /// Makes one move of a station and remembers what came of it.
    fn pass(&mut self, state: &State, at: usize, way: usize, path: &[String]) -> Walk {
        let mut walk = Walk::new(state.clone());
        let is_turn = path.is_empty() || way > 0;
        let keeps = match self.keeps {
            Keeps::Nothing => false,
            Keeps::Turns => is_turn,
            Keeps::Everything => true,
        };
        walk.met = keeps.then(Vec::new);
        (self.road[at].moves[way].run)(&mut walk);
        let found = &mut self.found;
        // What a move of a deviation meets first is where it turned off, which is kept already.
        let known = usize::from(way > 0);
        found.states.extend(walk.met.take().unwrap_or_default().into_iter().skip(known));
        found.decided += walk.decided;
        found.histories += walk.state.told.len() - state.told.len();
        for told in walk.state.told.iter().skip(state.told.len()) {
            *found.events.entry(told.event.kind()).or_default() += 1;
        }
        if let Some(case) = &walk.state.case {
            let is_new = found.cases.insert(fingerprint(case));
            if is_new {
                found.misled.extend(next::misled(case, &walk.state.world));
            }
            if is_new && keeps {
                found.states.push(walk.state.clone());
            }
        }
        found.refused += usize::from(walk.refused.is_some() || walk.forbidden);
        let named = |row: &super::properties::Property| {
            format!("{} {}：{} — {}", row.sequence, row.article, row.says, path.join(" → "))
        };
        found.broken.extend(walk.broken.iter().map(|row| named(row)));
        if let Some(rules) = &walk.refused {
            self.remember(rules, state, at, way, path);
        }
        walk
    }

    fn remember(
        &mut self,
        rules: &BTreeSet<&'static str>,
        state: &State,
        at: usize,
        way: usize,
        path: &[String],
    ) {
        for rule in rules {
            let others: BTreeSet<_> =
                rules.iter().filter(|other| *other != rule).copied().collect();
            let known = self.found.companions.entry(rule).or_insert_with(|| others.clone());
            known.retain(|other| others.contains(other));
        }
        if rules.len() <= 2 {
            let blocked = self.found.blocked.entry(rules.clone()).or_default();
            if blocked.len() < REMEMBERED {
                let path = path.to_vec();
                blocked.push(Blocked { state: state.clone(), station: at, way, path });
            }
        }
    }
}

/// What a path shows once these rules are dropped from those asked: every move that they alone
/// refused is made, and the road is followed from there without them.
pub fn without(road: &Road, found: &Found, rules: &BTreeSet<&'static str>) -> Option<String> {
    let blocked = found.blocked.get(rules)?;
    blocked.iter().find_map(|barred| {
        let mut search = Search { first_only: true, ..Search::new(road) };
        dropped::while_without(rules, || {
            let walk = search.pass(&barred.state, barred.station, barred.way, &barred.path);
            if search.found.broken.is_empty() && walk.state.case.is_some() {
                let next = walk.back_to.map_or(barred.station + 1, |name| search.place(name));
                search.from(walk.state, next, 0, &barred.path);
            }
        });
        search.found.broken.into_iter().next()
    })
}

/// Of everything a case holds but the number of its events.
fn fingerprint(case: &crate::case::Case) -> u64 {
    let mut case = case.clone();
    case.version = 0;
    let mut hasher = DefaultHasher::new();
    case.hash(&mut hasher);
    hasher.finish()
}
