//! 收养登记证核验: whether a certificate is one the office gave out and still holds.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::Case;
use workflow::case::aftermath::ReplacedPaper;
use workflow::case::{EndedBy, Standing};
use workflow::identity::writing::{compared_number, standard_number};

use crate::app::App;
use crate::store::StoreError;
use crate::store::cases::{self, adoption};

/// What a certificate shows, and what its holder knows.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// 收养登记证字号
    pub certificate_number: String,
    /// 印制号 of the blank.
    pub blank_serial: String,
    /// The last six characters of an adoptive parent's identity number.
    pub last_six: String,
}

/// Why a certificate no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// 收养关系已经解除
    Dissolved,
    /// 收养登记已经撤销
    Revoked,
    /// 人民法院确认收养无效
    Void,
    /// 已经补发新证
    Replaced,
}

/// Whether it holds. Nobody is named, and every mismatch has the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum Verified {
    /// The office gave it out, and it holds.
    Valid,
    /// The office gave it out, and it no longer holds.
    NoLongerValid {
        /// Since which day.
        since: NaiveDate,
        /// Why.
        because: Ended,
    },
    /// The office knows of no such certificate.
    NotFound,
}

/// Verifies a certificate.
pub async fn verify(app: &App, shown: &Shown) -> Result<Verified, StoreError> {
    let reader = app.store.reader();
    let number = &shown.certificate_number;
    let Some(id) = adoption::find_by_certificate_number(reader, number).await? else {
        return Ok(Verified::NotFound);
    };
    let history = cases::load(reader, id).await?;
    Ok(history.map_or(Verified::NotFound, |history| of_case(&history.case, shown)))
}

fn of_case(case: &Case, shown: &Shown) -> Verified {
    let last_six = standard_number(&shown.last_six);
    let knows = |number: &str| last_six.chars().count() == 6 && number.ends_with(&last_six);
    let serial = compared_number(&shown.blank_serial);
    let is_on = |blank: &str| compared_number(blank) == serial;
    let known = case.adopters.iter().any(|adopter| knows(&adopter.resident_id.0));
    let Some(registration) = case.registration.as_ref().filter(|_| known && !serial.is_empty())
    else {
        return Verified::NotFound;
    };
    let copies = case.aftermath.replaced.iter();
    let copies: Vec<_> = copies.filter(|copy| copy.paper == ReplacedPaper::Certificate).collect();
    let original = is_on(&registration.blank_serial).then_some(0);
    let copy = copies.iter().position(|copy| is_on(&copy.blank_serial)).map(|place| place + 1);
    let Some(place) = copy.or(original) else {
        return Verified::NotFound;
    };
    let (since, because) = match &case.aftermath.standing {
        Standing::Dissolved { on, .. } => (*on, Ended::Dissolved),
        Standing::Revoked { on, .. } => (*on, Ended::Revoked),
        Standing::EndedElsewhere { on, by: EndedBy::CourtVoid, .. } => (*on, Ended::Void),
        Standing::EndedElsewhere { on, .. } => (*on, Ended::Dissolved),
        Standing::Stands => match copies.get(place) {
            Some(next) => (next.on, Ended::Replaced),
            None => return Verified::Valid,
        },
    };
    Verified::NoLongerValid { since, because }
}
