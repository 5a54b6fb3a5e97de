//! The notice that an application was not taken up or was refused: 不予受理, 不予办理.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use workflow::case::decision::RefusalReason as Ground;

use crate::parts::examination::citation;
use crate::parts::paper::Paper;
use crate::parts::people::Office;
use crate::parts::remedies::{Remedies, remedies};
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, matter};
use crate::parts::{addressees, filed_papers};

/// A reason for refusing, with the article it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalReason {
    /// What was found.
    pub finding: String,
    /// The article.
    pub basis: String,
}

/// Tells the parties that the application was not taken up (不予受理) or that the adoption is not
/// registered (不予登记), why, what goes back to them, and what they can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalNotice {
    /// The registering office.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// 办件编号.
    pub case_number: String,
    /// What is asked of the office, such as 收养登记 or 解除收养登记.
    pub matter: String,
    /// Whom the notice goes to.
    pub applicants: Vec<String>,
    /// Name of the child.
    pub child: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Day of the decision.
    pub decided_on: NaiveDate,
    /// At least one reason.
    pub reasons: Vec<RefusalReason>,
    /// Papers that go back.
    pub returned: Vec<String>,
    /// Papers found false and kept.
    pub confiscated: Vec<String>,
    /// What the parties can do.
    pub remedies: Remedies,
    /// The registrar in charge.
    pub registrar: String,
}

impl Paper for RefusalNotice {
    fn dated(&self) -> NaiveDate {
        self.decided_on
    }
}

/// The notice, with its reasons, and the filed papers that go back or are kept, by their numbers.
pub(crate) fn turned_away(
    case: &View<'_>,
    setting: &Setting<'_>,
    number: String,
    decided_on: NaiveDate,
    reasons: &[Ground],
    (returned, confiscated): (&[u32], &[u32]),
) -> Option<RefusalNotice> {
    Some(RefusalNotice {
        office: setting.office.into(),
        number,
        case_number: case.number.clone(),
        matter: matter(case),
        applicants: addressees::answer_addressees(case),
        child: case.child.name.clone(),
        applied_on: case.applied_on,
        decided_on,
        reasons: reasons.iter().map(refusal_reason).collect::<Option<_>>()?,
        returned: filed_papers::titles_by_number(case, returned),
        confiscated: filed_papers::titles_by_number(case, confiscated),
        remedies: remedies(&setting.office.name),
        registrar: case.officer.name.clone(),
    })
}

fn refusal_reason(reason: &Ground) -> Option<RefusalReason> {
    Some(RefusalReason { finding: reason.explanation.clone(), basis: citation(&reason.rule)? })
}
