//! 收养登记补录审核表 from a case.

use workflow::case::later::LaterRequest;
use workflow::case::{PaperKind, Slot};

use crate::parts::examination::opinion;
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{adoption, people};

use super::{LateEntered, LateEntryForm};

/// 收养登记补录审核表.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<LateEntryForm> {
    let later = case.later.as_deref()?;
    let LaterRequest::LateEntry { volume_number, .. } = &later.request else { return None };
    let volume = Slot::of_case(PaperKind::PaperVolume);
    let scans = case.papers.iter().filter(|paper| paper.slot == volume && paper.is_verified());
    let done = later.outcome.as_ref()?;
    let entered = "依照原纸质案卷逐项录入，并扫描全卷。";
    let compared = "与原收养登记证、原纸质案卷核对一致。";
    Some(LateEntryForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: done.on,
        adoption: adoption::registered(later),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer_name(case),
        volume: LateEntered {
            volume_number: volume_number.clone(),
            pages: scans.map(|paper| paper.scan.pages).sum(),
        },
        entry: Some(opinion(entered, &case.officer.name, case.applied_on)),
        comparison: Some(opinion(compared, &done.by.name, done.on)),
        remarks: None,
        confidential: case.wishes.secrecy,
    })
}
