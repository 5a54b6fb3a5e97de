//! The offer of a gift: who gives what to whom, what for, and who stands behind the donor.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::Gift;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::identity::names::{standard_any_name, standard_name};
use crate::identity::{CreditCode, ResidentId};
use crate::law::donation::{RECIPIENT, names_no_adoption};
use crate::law::input::{self, BOUNDS};

/// More persons behind a donor than anybody states.
const MOST_RELATED: usize = 50;
/// A hundred million yuan, in fen.
const LARGEST_AMOUNT: u64 = 10_000_000_000;

/// A gift that is offered. Nothing is taken with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// 受赠人: the welfare institution.
    pub recipient: Recipient,
    /// 捐赠人
    pub donor: Donor,
    /// Who stands behind the donor, as the donor states it.
    #[serde(default)]
    pub related: Vec<RelatedParty>,
    /// What is given.
    pub gift: Gift,
    /// 约定用途
    pub purpose: String,
    /// The text of the donation agreement, where one is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<String>,
}

/// The institution that receives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// 机构名称
    pub name: String,
    /// 统一社会信用代码
    pub credit_code: CreditCode,
}

/// Who gives. Of the number only a keyed hash is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Donor {
    /// 个人
    Person {
        /// 姓名
        name: String,
        /// 公民身份号码
        resident_id: ResidentId,
    },
    /// 单位
    Organisation {
        /// 名称
        name: String,
        /// 统一社会信用代码
        credit_code: CreditCode,
    },
    /// 境外个人、组织
    Overseas {
        /// 姓名或者名称
        name: String,
        /// The number of the passport or of the register.
        document_number: String,
    },
}

impl Offer {
    /// The offer with the names of persons in one way of writing.
    pub fn in_one_way_of_writing(mut self) -> Offer {
        self.donor.write_in_one_way();
        self.related.iter_mut().for_each(|related| related.who.write_in_one_way());
        self
    }
}

impl Donor {
    fn write_in_one_way(&mut self) {
        match self {
            Donor::Person { name, .. } => *name = standard_name(name),
            Donor::Overseas { name, .. } => *name = standard_any_name(name),
            Donor::Organisation { .. } => {}
        }
    }

    /// The name on the receipt.
    pub fn name(&self) -> &str {
        match self {
            Donor::Person { name, .. }
            | Donor::Organisation { name, .. }
            | Donor::Overseas { name, .. } => name,
        }
    }

    /// The word of the kind in the database and in lists.
    pub fn word(&self) -> &'static str {
        match self {
            Donor::Person { .. } => "person",
            Donor::Organisation { .. } => "organisation",
            Donor::Overseas { .. } => "overseas",
        }
    }

    fn faults(&self, field: &str) -> Vec<Violation> {
        let at = |name: &str| format!("{field}.{name}");
        match self {
            Donor::Person { name, resident_id } => {
                let mut violations = input::resident_id(&at("resident_id"), resident_id, None);
                violations.extend(input::name(&at("name"), name));
                violations
            }
            Donor::Organisation { name, credit_code } => {
                let code = input::credit_code(&at("credit_code"), credit_code);
                code.into_iter().chain(input::text(&at("name"), name, LINE)).collect()
            }
            Donor::Overseas { name, document_number } => {
                let number = input::text(&at("document_number"), document_number, LINE);
                number.into_iter().chain(input::text(&at("name"), name, LINE)).collect()
            }
        }
    }
}

/// How somebody stands to the donor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Tie {
    /// 配偶
    Spouse,
    /// 共同居住的人
    CoResident,
    /// Who controls the donor, where it is an organisation.
    Controller,
    /// An organisation that the donor controls.
    Controlled,
    /// Who pays, where it is another.
    Payer,
}

impl Tie {
    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// Somebody who stands behind the donor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelatedParty {
    /// How.
    pub tie: Tie,
    /// Who.
    pub who: Donor,
}

/// Everything wrong with an offer; the bureau is known by its name and its code.
pub fn faults(offer: &Offer, bureau_name: &str, bureau_code: &str) -> Vec<Violation> {
    let mut violations = of_recipient(&offer.recipient, bureau_name, bureau_code);
    violations.extend(offer.donor.faults("donor"));
    for (index, related) in offer.related.iter().enumerate() {
        violations.extend(related.who.faults(&format!("related[{index}].who")));
    }
    if offer.related.len() > MOST_RELATED {
        violations.push(BOUNDS.broken().at("related"));
    }
    violations.extend(of_gift(&offer.gift));
    violations.extend(free_text("purpose", &offer.purpose));
    violations.extend(offer.agreement.iter().flat_map(|text| free_text("agreement", text)));
    violations
}

fn of_recipient(recipient: &Recipient, bureau_name: &str, bureau_code: &str) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        input::text("recipient.name", &recipient.name, LINE).into_iter().collect();
    violations.extend(input::credit_code("recipient.credit_code", &recipient.credit_code));
    if recipient.credit_code.0 == bureau_code || recipient.name == bureau_name {
        violations.push(RECIPIENT.broken().at("recipient"));
    }
    violations
}

fn of_gift(gift: &Gift) -> Vec<Violation> {
    match gift {
        Gift::Money { amount_fen } => amount("gift.amount_fen", *amount_fen).into_iter().collect(),
        Gift::Goods { description } => free_text("gift.description", description),
    }
}

/// An amount of money that can be given or used.
pub(super) fn amount(field: &str, amount_fen: u64) -> Option<Violation> {
    (!(1..=LARGEST_AMOUNT).contains(&amount_fen)).then(|| BOUNDS.broken().at(field))
}

/// A text of the ledger: with an end, and tied to no adoption.
pub(super) fn free_text(field: &str, text: &str) -> Vec<Violation> {
    let form = input::text(field, text, PAGE);
    form.into_iter().chain(names_no_adoption(field, text)).collect()
}
