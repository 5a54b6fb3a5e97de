//! The small world: the people of the office, and what is true before anybody applies.

use std::collections::BTreeSet;

use super::properties::days::{REST, WORKED, day};
use crate::access::Role;
use crate::base::calendar::DayKind;
use crate::case::Actor;
use crate::cast::figures::{ARCHIVIST, ASSESSORS, LEADER, OTHER_REGISTRAR, REGISTRAR, VISITOR};
use crate::cast::staff;
use crate::facts::{AssessorRecord, Facts, OfficerRecord};
use crate::proof::testing::{Story, calendar_of, user};
use crate::staff::{Employment, Standing, Suspension};

/// A person of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The officer of the case.
    Registrar,
    /// The officer of the case, who is leader too.
    RegistrarAndLeader,
    /// Another registrar.
    OtherRegistrar,
    /// The leader.
    Leader,
    /// One who is registrar and leader at once.
    Both,
    /// One who is leader and assessor at once.
    AssessingLeader,
    /// An appointed assessor.
    Assessor,
    /// The same appointed assessor, who is registrar too.
    AssessingRegistrar,
    Archivist,
    Visitor,
    /// An assessor who did not assess this case.
    Reviewer,
}

impl Who {
    pub fn number(self) -> u128 {
        match self {
            Who::Registrar | Who::RegistrarAndLeader => 1,
            Who::Leader => 2,
            Who::OtherRegistrar => 3,
            Who::Both => 4,
            Who::Archivist => 5,
            Who::Visitor => 6,
            Who::Assessor | Who::AssessingRegistrar => 11,
            Who::AssessingLeader => 12,
            Who::Reviewer => 14,
        }
    }

    pub fn actor(self) -> Actor {
        let name = match self {
            Who::Registrar | Who::RegistrarAndLeader => REGISTRAR,
            Who::Leader => LEADER,
            Who::OtherRegistrar => OTHER_REGISTRAR,
            Who::Both => "段副局",
            Who::Archivist => ARCHIVIST,
            Who::Visitor => VISITOR,
            Who::Assessor | Who::AssessingRegistrar => ASSESSORS[0],
            Who::AssessingLeader => ASSESSORS[1],
            Who::Reviewer => "复核人",
        };
        user(self.number(), name)
    }

    pub fn roles(self) -> BTreeSet<Role> {
        let roles: &[Role] = match self {
            Who::Registrar | Who::OtherRegistrar => &[Role::Registrar],
            Who::Leader => &[Role::Leader],
            Who::Both | Who::RegistrarAndLeader => &[Role::Registrar, Role::Leader],
            Who::AssessingLeader => &[Role::Assessor, Role::Leader],
            Who::AssessingRegistrar => &[Role::Assessor, Role::Registrar],
            Who::Assessor | Who::Reviewer => &[Role::Assessor],
            Who::Archivist => &[Role::Archivist],
            Who::Visitor => &[Role::Visitor],
        };
        roles.iter().copied().collect()
    }
}

/// The world before the application: two qualified assessors, one whose qualification lapsed, the
/// officer with one too, a free registrar, the calendar of the year.
pub fn world() -> Facts {
    let mut world = Story::applied().facts;
    let assessor = |number: u128, valid_until: Option<&str>| AssessorRecord {
        valid_until: valid_until.map(day),
        ..staff::assessor(user(number, "").id, &user(number, "评估").name)
    };
    let unfit = |number: u128, spoil: fn(&mut AssessorRecord)| {
        let mut record = assessor(number, None);
        spoil(&mut record);
        record
    };
    world.assessors = vec![
        assessor(1, None),
        assessor(11, None),
        assessor(12, None),
        assessor(13, Some("2025-12-31")),
        assessor(14, None),
        unfit(15, |record| record.standing = None),
        unfit(16, |record| of(record).employment = Employment::Other),
        unfit(17, |record| of(record).examinations.clear()),
        unfit(18, |record| {
            let (from, reason) = (day("2026-01-01"), "调查期间暂停".into());
            of(record).suspensions.push(Suspension { from, until: None, reason });
        }),
        unfit(19, |record| {
            record.agency = Some(staff::commissioned());
            of(record).employment = Employment::FullTime;
        }),
        unfit(20, |record| record.agency = None),
        assessor(21, None),
        unfit(22, |record| record.agency = Some(staff::commissioned())),
    ];
    let officer =
        |who: Who, active| OfficerRecord { actor: who.actor(), is_active_registrar: active };
    world.officers = vec![officer(Who::OtherRegistrar, true), officer(Who::Archivist, false)];
    let rest = REST.into_iter().map(|text| (day(text), DayKind::Rest));
    let worked = WORKED.into_iter().map(|text| (day(text), DayKind::Work));
    world.calendar = calendar_of(rest.chain(worked));
    world
}

/// What is on file of somebody of whom something is.
fn of(record: &mut AssessorRecord) -> &mut Standing {
    record.standing.as_mut().expect("on file")
}
