//! The stations of forming an adoption, and what may happen beside them.

pub mod after;
pub mod application;
pub mod assessment;
mod changes;
pub mod decision;
mod faults;
pub mod happenings;
pub mod hearing;
pub mod papers;
pub mod points;
mod recusal;
mod review;
mod signed;
mod small_set;
pub mod turns;
mod work;

use super::road::{Road, by, station};
use super::walk::{State, Walk};
use crate::case::assessment::Conclusion;
use crate::steps::apply::Apply;

/// An application of qualified people, and what the assessors will conclude of them.
pub struct Start {
    pub name: &'static str,
    pub application: Apply,
    pub conclusion: Conclusion,
}

/// The state before anybody applies.
pub fn nothing_yet() -> State {
    let world = std::rc::Rc::new(super::people::world());
    State { case: None, told: Vec::new(), world }
}

/// The whole road of one application, from the application to the last visit.
pub fn formation(start: &Start) -> Road {
    let mut filed = Walk::new(nothing_yet());
    application::file(&mut filed, start.application.clone());
    let history = filed.history();
    let mut road = vec![application::station_of(start)];
    road.push(station("papers", vec![by("begin", |_| {})]));
    road.extend(papers::stations(&history));
    road.push(turns::before_acceptance());
    road.push(papers::acceptance());
    road.push(station("review", vec![by("begin", |_| {})]));
    road.extend(papers::notice(&history));
    road.extend(assessment::stations(&history, start.conclusion));
    road.push(papers::notice_has_run());
    road.extend(hearing::stations(&history));
    road.push(turns::in_review("turns in review", &history));
    road.extend(decision::proposal(start.conclusion));
    road.push(turns::in_review("turns while the leader decides", &history));
    road.push(decision::approval(start.conclusion));
    road.push(turns::in_review("turns after approval", &history));
    road.extend(decision::registration());
    road.push(turns::after_registration("turns after registration"));
    road.extend(after::issue());
    road.push(turns::after_registration("turns after issue"));
    road.push(after::archive());
    road.push(after::readings());
    road.extend(after::visits());
    road
}
