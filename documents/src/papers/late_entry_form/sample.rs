//! A sample of 收养登记补录审核表.

use crate::parts::adoption::RegisteredAdoption;
use crate::parts::sample::later::opinion;
use crate::parts::sample::people::{child, couple, institution, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::REGISTRAR;

use super::{LateEntered, LateEntryForm};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, LateEntryForm)> {
    vec![("late_entry_form", late_entry_form())]
}

/// 收养登记补录审核表.
pub fn late_entry_form() -> LateEntryForm {
    LateEntryForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2027, 11, 2),
        adoption: RegisteredAdoption {
            certificate_number: "（2004）大民收字第018号".into(),
            registered_on: day(2004, 8, 19),
            registered_by: "大足县民政局".into(),
        },
        adopters: couple(),
        child: child(),
        placer: institution().name,
        volume: LateEntered { volume_number: "J047-2004-SY-0018".into(), pages: 36 },
        entry: opinion("依照纸质档案逐项录入，并扫描全卷。", REGISTRAR, day(2027, 11, 2)),
        comparison: opinion("与纸质档案逐页比对，一致。", "郭藏", day(2027, 11, 3)),
        remarks: None,
        confidential: false,
    }
}
