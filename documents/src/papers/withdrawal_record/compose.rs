//! 撤回申请记录 from a case.

use workflow::case::Ending;

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, matter};

use super::WithdrawalRecord;

/// 撤回申请记录.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<WithdrawalRecord> {
    let Some(Ending::Withdrawn { on, party, reason }) = &case.ending else {
        return None;
    };
    Some(WithdrawalRecord {
        office: setting.office.into(),
        case_number: case.number.clone(),
        matter: matter(case),
        party: people::named(case, *party)?,
        institution: people::institution_of(case, *party),
        capacity: people::capacity(case, *party),
        child: case.child.name.clone(),
        applied_on: case.applied_on,
        withdrawn_on: *on,
        reason: reason.clone(),
        registrar: setting.by.into(),
    })
}
