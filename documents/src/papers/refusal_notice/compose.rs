//! 不予办理收养登记通知书 from a case.

use workflow::base::document::DocumentKind;
use workflow::case::Ending;

use crate::parts::refusal::{self, RefusalNotice};
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};

/// 不予办理收养登记通知书.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<RefusalNotice> {
    let Some(Ending::Refused { on, reasons, papers_returned, papers_confiscated, .. }) =
        &case.ending
    else {
        return None;
    };
    let number = number_of(case, DocumentKind::RefusalNotice);
    refusal::turned_away(case, setting, number, *on, reasons, (papers_returned, papers_confiscated))
}
