//! A sample of 撤回申请记录 of an adopter.

use crate::parts::people::Named;
use crate::parts::sample::people::{office, pair};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{FOUNDLING, REGISTRAR};

use super::WithdrawalRecord;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, WithdrawalRecord)> {
    vec![("withdrawal_record", withdrawal_record())]
}

/// 撤回申请记录 of an adopter.
pub fn withdrawal_record() -> WithdrawalRecord {
    let [adopter, _] = pair();
    WithdrawalRecord {
        office: office(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记".into(),
        party: Named::from(&adopter),
        institution: None,
        capacity: "收养人".into(),
        child: FOUNDLING.name.into(),
        applied_on: day(2026, 3, 2),
        withdrawn_on: day(2026, 4, 8),
        reason: "家中老人突患重病，近期无力照料孩子，经夫妻商量决定不再收养。".into(),
        registrar: REGISTRAR.into(),
    }
}
