//! A registered adoption, as the papers of the later procedures speak of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use workflow::case::aftermath::{self, EndedBy};
use workflow::case::later::{Later, Outcome, TakenIn};

use crate::parts::setting::Setting;

/// The registration of an adoption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisteredAdoption {
    /// 收养登记证字号.
    pub certificate_number: String,
    /// The day the relationship was formed.
    pub registered_on: NaiveDate,
    /// Name of the office that registered it, which may be another than the one that prints.
    pub registered_by: String,
}

/// What became of a paper that goes back to the office (登记办法 arts. 11, 13).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CertificateBack {
    /// It was taken back.
    TakenIn {
        /// 印制号 of the blank, where it bears one.
        blank_serial: Option<String>,
    },
    /// It is still out, and to be handed in.
    Outstanding,
    /// It could not be taken back.
    Absent {
        /// Why.
        explanation: String,
    },
}

/// A new copy of a paper that was lost or damaged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reissue {
    /// Number of the replacement.
    pub number: String,
    /// The day of the replacement.
    pub on: NaiveDate,
}

/// How an adoption stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Standing {
    /// 存续.
    Stands,
    /// 已解除.
    Dissolved {
        /// The day of the dissolution.
        on: NaiveDate,
        /// Number of the 解除收养关系证明.
        number: String,
        /// The office that registered the dissolution.
        by: String,
    },
    /// 已撤销.
    Revoked {
        /// The day of the decision.
        on: NaiveDate,
        /// Number of the decision.
        number: String,
        /// The office that decided.
        by: String,
    },
    /// 人民法院解除.
    DissolvedByCourt {
        /// The day the judgment took effect.
        on: NaiveDate,
        /// 案号.
        number: String,
        /// The court.
        by: String,
    },
    /// 人民法院确认无效.
    Void {
        /// The day the judgment took effect.
        on: NaiveDate,
        /// 案号.
        number: String,
        /// The court.
        by: String,
    },
}

/// The registration as the case refers to it.
pub(crate) fn registered(later: &Later) -> RegisteredAdoption {
    RegisteredAdoption {
        certificate_number: later.adoption.certificate_number.clone(),
        registered_on: later.adoption.registered_on,
        registered_by: later.adoption.registered_by.clone(),
    }
}

/// What became of the certificate; until it is recorded, it is to be handed in.
pub(crate) fn certificate_back(later: &Later) -> CertificateBack {
    match &later.taken_in {
        None => CertificateBack::Outstanding,
        Some(TakenIn::GivenIn) => CertificateBack::TakenIn { blank_serial: None },
        Some(TakenIn::NotTakenIn { reason }) => {
            CertificateBack::Absent { explanation: reason.clone() }
        }
    }
}

/// The line of a copy in place of another.
pub(crate) fn reissue(done: &Outcome) -> Option<Reissue> {
    Some(Reissue { number: done.number.clone()?, on: done.on })
}

/// How the adoption stands, and which office, or which court, ended it.
pub(crate) fn standing(standing: &aftermath::Standing, setting: &Setting<'_>) -> Standing {
    let by = setting.office.name.clone();
    match standing {
        aftermath::Standing::Stands => Standing::Stands,
        aftermath::Standing::Dissolved { on, number } => {
            Standing::Dissolved { on: *on, number: number.clone(), by }
        }
        aftermath::Standing::Revoked { on, number } => {
            Standing::Revoked { on: *on, number: number.clone(), by }
        }
        aftermath::Standing::EndedElsewhere { on, by: how, number, authority } => {
            let (on, number, by) = (*on, number.clone(), authority.clone());
            match how {
                EndedBy::CourtDissolution => Standing::DissolvedByCourt { on, number, by },
                EndedBy::CourtVoid => Standing::Void { on, number, by },
                EndedBy::DissolvedElsewhere => Standing::Dissolved { on, number, by },
            }
        }
    }
}
