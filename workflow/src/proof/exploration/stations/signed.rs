//! What the registrar reads from a signed report: its code, and the seal of a commissioned body.

use crate::command::Command;
use crate::law::signed_report::code_of;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::road::{Station, by, station};
use crate::proof::exploration::walk::Walk;
use crate::proof::testing::reviewed::BODY;
use crate::steps::confirm_report::ConfirmReport;

fn read(walk: &mut Walk, code: Option<String>, seal: &str) {
    let code = code.or_else(|| code_of(walk.case())).expect("a report");
    let seal_of = Some(seal.to_owned());
    walk.act(Who::Registrar, Command::ConfirmReport(ConfirmReport { code, seal_of }));
}

/// The report of a commissioned body came back signed.
pub fn of_a_body() -> Station {
    station(
        "read from the signed report",
        vec![
            by("code and seal", |walk| read(walk, None, BODY)),
            by("nothing", |_| {}),
            by("the code of another version", |walk| {
                read(walk, Some("2026-00001-1".into()), BODY);
            }),
            by("the seal of another body", |walk| read(walk, None, "另一家社会工作服务中心")),
            by("read, and signed anew", |walk| {
                read(walk, None, BODY);
                walk.bring_of_case(crate::case::PaperKind::AssessmentReport);
            }),
        ],
    )
}
