//! 不予受理通知书 from a case.

use workflow::base::document::DocumentKind;
use workflow::case::Ending;
use workflow::case::decision::NotAccepted;

use crate::parts::refusal::{self, RefusalNotice};
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};

/// 不予受理通知书.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<RefusalNotice> {
    let Some(Ending::NotAccepted { on, decision, .. }) = &case.ending else {
        return None;
    };
    let NotAccepted { reasons, papers_returned, papers_confiscated } = decision;
    let number = number_of(case, DocumentKind::NonAcceptanceNotice);
    refusal::turned_away(case, setting, number, *on, reasons, (papers_returned, papers_confiscated))
}
