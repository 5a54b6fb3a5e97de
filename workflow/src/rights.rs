//! The table of rights: role, relation, action.

use std::collections::BTreeSet;

use crate::access::Role;
use crate::access::task::has_open_task;
use crate::base::act::Act;
use crate::base::ids::UserId;
use crate::case::Case;
use crate::law::placing::is_placed_by;

/// How a person stands to a case, and the case to the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// The case is one of the person's own office.
    pub is_own_office: bool,
    /// The person is appointed to assess it and the task is not ended.
    pub is_assigned: bool,
    /// The adoption has formed, so that visits after it are due.
    pub is_registered: bool,
    /// The person is an adoptive parent of the case, who showed the code of its receipt.
    pub is_family: bool,
    /// The person is of the institution that places the child, which is not handed over yet.
    pub is_placer: bool,
}

impl Relation {
    /// No tie to the case, or no case yet.
    pub const NONE: Relation = Relation {
        is_own_office: false,
        is_assigned: false,
        is_registered: false,
        is_family: false,
        is_placer: false,
    };

    /// The relation of an adoptive parent to the case they opened with its code.
    pub const FAMILY: Relation = Relation { is_family: true, ..Relation::NONE };

    /// The relation of a person of this office to one of its cases.
    pub fn of(case: &Case, user: UserId) -> Relation {
        Relation {
            is_own_office: true,
            is_assigned: has_open_task(case, user),
            is_registered: case.registration.is_some(),
            ..Relation::NONE
        }
    }

    /// The relation of a person of an organisation that works with this office.
    pub fn of_organisation(case: &Case, user: UserId, organisation: &str) -> Relation {
        Relation { is_placer: is_placed_by(case, organisation), ..Relation::of(case, user) }
    }
}

/// What a person asks to do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// To do an act.
    Act(Act),
    /// To read the case, its papers and its acts.
    ReadCase,
    /// To read a filed scan or a document.
    ReadPaper,
    /// To read the sheets of an assessment side by side, and the files of its evidence.
    ReadAssessment,
    /// To print a document, which is counted.
    PrintDocument,
    /// To read the page of answers for the family.
    ReadFamilyPage,
    /// To read who touched the case.
    ReadAccesses,
    /// To read how the case of a placed child goes, and what the institution has to bring.
    ReadPlacedCase,
}

impl From<Act> for Action {
    fn from(act: Act) -> Action {
        Action::Act(act)
    }
}

/// The answer of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Yes.
    Allowed,
    /// The person may know the case, but never does this.
    Forbidden,
    /// To this person the case does not exist.
    Hidden,
}

/// Whether a person with these roles may do this.
pub fn may(roles: &BTreeSet<Role>, relation: Relation, action: Action) -> Access {
    let answers = roles.iter().map(|role| role_may(*role, relation, action));
    answers.fold(Access::Hidden, |best, answer| match (best, answer) {
        (Access::Allowed, _) | (_, Access::Allowed) => Access::Allowed,
        (Access::Forbidden, _) | (_, Access::Forbidden) => Access::Forbidden,
        (Access::Hidden, Access::Hidden) => Access::Hidden,
    })
}

fn role_may(role: Role, relation: Relation, action: Action) -> Access {
    if !knows_the_case(role, relation, action) {
        return Access::Hidden;
    }
    let allowed = match action {
        Action::Act(act) => act.roles().contains(&role),
        Action::ReadCase => true,
        Action::ReadPaper => role != Role::Assessor && role != Role::Visitor,
        Action::ReadAssessment => role != Role::Visitor,
        Action::PrintDocument => matches!(role, Role::Registrar | Role::Leader | Role::Archivist),
        Action::ReadFamilyPage => role == Role::Family,
        Action::ReadAccesses => matches!(role, Role::Leader | Role::Auditor),
        Action::ReadPlacedCase => role == Role::Institution,
    };
    if allowed { Access::Allowed } else { Access::Forbidden }
}

/// Staff of the office know its cases; an assessor knows an assigned one until the task ends; the
/// administrator and the donation clerk know none, and the auditor reads no contents but who touched
/// them. An application concerns no case yet, so everybody may at least hear "never".
fn knows_the_case(role: Role, relation: Relation, action: Action) -> bool {
    let applying = matches!(action, Action::Act(act) if act.opens_a_case());
    match role {
        Role::Registrar | Role::Leader | Role::Archivist => relation.is_own_office || applying,
        Role::Visitor => (relation.is_own_office && relation.is_registered) || applying,
        Role::Assessor => relation.is_assigned || applying,
        // A family knows its case by its page alone.
        Role::Family => (relation.is_family && action == Action::ReadFamilyPage) || applying,
        Role::Auditor => (relation.is_own_office && action == Action::ReadAccesses) || applying,
        // An institution knows its children's cases by what it is to bring.
        Role::Institution => {
            let brings = [Action::ReadPlacedCase, Act::FilePaper.into()].contains(&action);
            (relation.is_placer && brings) || applying
        }
        Role::AgencyManager | Role::DonationClerk | Role::Administrator => applying,
    }
}
