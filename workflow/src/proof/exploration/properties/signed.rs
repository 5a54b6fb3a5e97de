//! What was read from the signed report before anybody relied on it: from the events alone.

use super::History;
use crate::case::PaperKind;
use crate::case::assessment::AssessingBody;
use crate::event::{AssessmentEvent, Event};

/// The place of the newest report in the history.
fn submitted_at(history: &History) -> Option<usize> {
    history.0.iter().rposition(|told| matches!(told.event, Event::ReportSubmitted { .. }))
}

/// The body that was commissioned, as the applicants were told.
pub(super) fn body<'a>(history: &History<'a>) -> Option<&'a str> {
    history.0.iter().rev().find_map(|told| match &told.event {
        Event::AssessmentNotified { body: AssessingBody::ThirdParty { name, .. } } => {
            Some(name.as_str())
        }
        _ => None,
    })
}

/// The version is the last number of the code, and counts the events.
fn of_another_version(history: &History) -> bool {
    let Event::Assessment(AssessmentEvent::ReportConfirmed { code, .. }) = &history.newest().event
    else {
        return false;
    };
    let version = code.rsplit('-').next().and_then(|last| last.parse().ok());
    version != submitted_at(history).map(|place| place + 1)
}

/// Since the newest scan of the report nobody read its body's seal.
fn relied_on_unread(history: &History) -> bool {
    let Some(body) = body(history) else { return false };
    let Some(submitted) = submitted_at(history) else { return false };
    let scanned = history.0.iter().rposition(|told| {
        matches!(&told.event, Event::PaperFiled { slot, .. }
            if slot.paper == PaperKind::AssessmentReport)
    });
    let since = scanned.unwrap_or_default().max(submitted);
    let read = history.0[since..].iter().any(|told| {
        matches!(&told.event, Event::Assessment(AssessmentEvent::ReportConfirmed { seal_of, .. })
            if seal_of.as_deref() == Some(body))
    });
    super::decides(history) && !read
}

rows! {
    "SEQ-3", "评估办法 9(4)", "the code on a signed report is that of the version that stands", of_another_version;
    "SEQ-3", "评估办法 9(4)", "nothing is decided on the report of a commissioned body whose seal nobody read", relied_on_unread;
}
