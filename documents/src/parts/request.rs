//! 补领, 出具证明: what one who holds a right asks the office for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use workflow::case::aftermath::ReplacedPaper;
use workflow::case::later::{LaterRequest, ReplacementCause};
use workflow::case::{Case, Party};
use workflow::procedures::taking_part;

use crate::parts::adoption::{RegisteredAdoption, Standing};
use crate::parts::paper::Paper;
use crate::parts::people::{Office, Person};
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{adoption, people};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Requested {
    /// 补领收养登记证.
    Certificate {
        /// It was damaged, and what is left of it is given back; else it was lost.
        damaged: bool,
    },
    /// 补领解除收养关系证明.
    DissolutionProof {
        /// It was damaged, and what is left of it is given back; else it was lost.
        damaged: bool,
    },
    /// 出具收养关系证明.
    AdoptionProof {
        /// What it is wanted for.
        purpose: String,
    },
}

/// The application of an adopter or adoptee, signed before the registrar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The office that registered.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Who applies.
    pub applicants: Vec<Person>,
    /// In what capacity, such as 收养人 or 被收养人的监护人.
    pub capacity: String,
    /// The adoption.
    pub adoption: RegisteredAdoption,
    /// How it stands, where it no longer does as it was registered.
    pub standing: Option<Standing>,
    /// Names of the adopters.
    pub adopters: Vec<String>,
    /// Name of the adoptee.
    pub child: String,
    /// What is asked for.
    pub requested: Requested,
    /// What happened, in the applicant's words.
    pub reason: String,
}

impl Paper for Request {
    fn dated(&self) -> NaiveDate {
        self.applied_on
    }
}

/// 补领申请书, 出具收养关系证明申请书.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<Request> {
    let later = case.later.as_deref()?;
    let requested = match &later.request {
        LaterRequest::Replacement { paper, cause, .. } => {
            let damaged = *cause == ReplacementCause::Damaged;
            match paper {
                ReplacedPaper::Certificate => Requested::Certificate { damaged },
                ReplacedPaper::DissolutionProof => Requested::DissolutionProof { damaged },
            }
        }
        LaterRequest::Proof { purpose, .. } => {
            Requested::AdoptionProof { purpose: purpose.clone() }
        }
        LaterRequest::Dissolution { .. }
        | LaterRequest::Revocation { .. }
        | LaterRequest::LateEntry { .. } => return None,
    };
    let applicants = taking_part(case);
    Some(Request {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        applicants: applicants
            .iter()
            .map(|party| people::asked(case, *party))
            .collect::<Option<_>>()?,
        capacity: in_what_capacity(case, &applicants),
        adoption: adoption::registered(later),
        standing: later.adoption.standing.as_ref().map(|known| adoption::standing(known, setting)),
        adopters: people::adopter_names(case),
        child: case.child.name.clone(),
        requested,
        reason: case.reason.clone(),
    })
}

/// 收养人, 被收养人, or the guardian with the relation to the adoptee.
fn in_what_capacity(case: &Case, applicants: &[Party]) -> String {
    if let Some(guardian) = case.acting_guardian() {
        let organisation = guardian.organisation.as_deref().map(|name| format!("，{name}"));
        let (printed, relation) = (Party::Guardian.printed(), &guardian.relation);
        return format!("{printed}（{relation}{}）", organisation.unwrap_or_default());
    }
    let by_adoptee = applicants.contains(&Party::Child);
    if by_adoptee { Party::Child } else { Party::FirstAdopter }.printed().into()
}
