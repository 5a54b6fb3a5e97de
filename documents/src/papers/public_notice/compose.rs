//! 寻找弃婴（儿童）生父母公告 from a case.

use workflow::base::document::DocumentKind;
use workflow::law::notice::NOTICE_DAYS;

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};

use super::PublicNotice;

/// 寻找弃婴（儿童）生父母公告, before it is published. Its photo is glued in by hand.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<PublicNotice> {
    let child = people::child(case);
    Some(PublicNotice {
        office: setting.office.into(),
        number: number_of(case, DocumentKind::PublicNotice),
        drawn_up_on: setting.on,
        child: child.name,
        sex: child.sex,
        born_on: child.born_on,
        born_on_estimated: child.born_on_estimated,
        found_on: case.child.found_on?,
        found_at: case.child.found_at.clone()?,
        features: case.child.features.clone()?,
        cared_for_by: case.placer.name(),
        days: NOTICE_DAYS,
        contact: setting.by.into(),
        photo: None,
    })
}
