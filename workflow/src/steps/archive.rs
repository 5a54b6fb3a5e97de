//! 归档: the volume is numbered, its contents are listed with their digests, and it is closed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::Listed;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::{Case, Procedure};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::archive::ended_before_issue;
use crate::law::numbers::{Series, volume_number};
use crate::law::sequence::must_be_in;
use crate::procedures::volume;

/// Archiving carries no data: the volume is what the file shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveCase {}

impl Step for ArchiveCase {
    const TITLE: &'static str = "归档";
    const ARTICLE: &'static str = "《收养登记档案管理暂行办法》第五条至第七条";
    const ROLES: &'static [Role] = &[Role::Archivist];
    const IS_FINAL: bool = true;
    const LOOKS_AT_DOCUMENTS: bool = true;

    fn series(procedure: Procedure) -> Option<Series> {
        Some(Series::Volume(procedure))
    }

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(Vec::new())
    }
}

impl CaseStep for ArchiveCase {
    /// Issued, signed for, and complete. What ended before the certificate was handed over is archived
    /// without it.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let ready = if ended_before_issue(case) { Stage::Registered } else { Stage::Issued };
        let mut violations = must_be_in(case, &[ready]);
        violations.extend(volume::gates(case, facts));
        violations
    }

    /// Closes the volume.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        one_unless(Self::gates(case, facts), || Event::Archived {
            volume_number: volume_number(case.procedure, facts),
            manifest: volume::manifest(case, facts),
        })
    }
}
