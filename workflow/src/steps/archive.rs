//! 归档: the volume is numbered, its contents are listed with their digests, and it is closed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::archive::ended_before_issue;
use crate::law::numbers::volume_number;
use crate::law::sequence::must_be_in;
use crate::procedures::volume;

/// Archiving carries no data: the volume is what the file shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveCase {}

/// Issued, signed for, and complete. What ended before the certificate was handed over is archived
/// without it.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let ready = if ended_before_issue(case) { Stage::Registered } else { Stage::Issued };
    let mut violations = must_be_in(case, &[ready]);
    violations.extend(volume::gates(case, facts));
    violations
}

/// Closes the volume.
pub fn decide(case: &Case, _command: &ArchiveCase, facts: &Facts) -> Decision {
    one_unless(gates(case, facts), || Event::Archived {
        volume_number: volume_number(case.procedure, facts),
        manifest: volume::manifest(case, facts),
    })
}
