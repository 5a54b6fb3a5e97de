//! Which facts of a case a paper proves: whoever verifies it compares them with what is declared.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::base::message::Message;
use crate::case::{Case, PaperKind, Party, Slot};

/// A fact that a paper proves.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "ProvenFact")]
pub struct Fact {
    /// Where the case says it, as a JSON pointer into what reading the case answers.
    pub field: String,
    /// What it is.
    pub title: Message,
    /// What is declared.
    #[schemars(schema_with = "crate::base::inputs::anything")]
    pub declared: Value,
}

/// The members of a person that a paper of this kind shows.
fn members(paper: PaperKind) -> &'static [&'static str] {
    match paper {
        PaperKind::HouseholdRegister => {
            &["name", "resident_id", "ethnic_group", "household_address"]
        }
        PaperKind::IdentityCard => &["name", "sex", "birth_date", "resident_id"],
        PaperKind::MaritalAndAbilityProof => &["name", "marital_status", "occupation"],
        PaperKind::MarriageProof => &["name", "resident_id", "marital_status"],
        PaperKind::ChildrenStatement | PaperKind::BirthsCertificate => &["name", "children"],
        PaperKind::HealthCertificate => &["name", "resident_id"],
        PaperKind::EntryRecord => &["name", "sex", "entry_number", "entered_institution_on"],
        PaperKind::PoliceFindingCertificate => {
            &["finding_certificate_number", "found_on", "found_at", "sex"]
        }
        PaperKind::ParentsNotFoundCertificate => &["name", "sex"],
        PaperKind::DisabilityCertificate => &["name", "health"],
        _ => &[],
    }
}

/// The facts that the paper of a slot proves, with what the case declares; nothing where it declares none.
pub fn proves(case: &Case, slot: Slot) -> Vec<Fact> {
    let Some((base, person)) = slot.party.and_then(|party| of_party(case, party)) else {
        return Vec::new();
    };
    let declared = members(slot.paper).iter().filter_map(|member| {
        let declared = person.get(*member).filter(|value| !value.is_null())?.clone();
        let title = Message::new(printed(member), member.replace('_', " "));
        Some(Fact { field: format!("{base}/{member}"), title, declared })
    });
    declared.collect()
}

/// Where the case holds a party, and what it holds.
fn of_party(case: &Case, party: Party) -> Option<(String, Value)> {
    let (base, written) = match party {
        Party::FirstAdopter => {
            ("/adopters/0".to_owned(), serde_json::to_value(case.adopters.first()?))
        }
        Party::SecondAdopter => {
            ("/adopters/1".to_owned(), serde_json::to_value(case.adopters.get(1)?))
        }
        Party::Child => ("/child".to_owned(), serde_json::to_value(&case.child)),
        Party::Placer | Party::SecondPlacer => {
            let place = usize::from(party == Party::SecondPlacer);
            let person = case.placer.persons().get(place)?;
            (format!("/placer/{}", party.word()), serde_json::to_value(person))
        }
        Party::OtherParent | Party::Guardian | Party::InterestedPerson => return None,
    };
    Some((base, written.ok()?))
}

fn printed(member: &str) -> &'static str {
    match member {
        "name" => "姓名",
        "sex" => "性别",
        "birth_date" => "出生日期",
        "resident_id" => "公民身份号码",
        "ethnic_group" => "民族",
        "household_address" => "常住户口所在地",
        "marital_status" => "婚姻状况",
        "occupation" => "职业和工作单位",
        "children" => "子女数",
        "entry_number" => "入院登记编号",
        "entered_institution_on" => "入院日期",
        "finding_certificate_number" => "捡拾报案证明编号",
        "found_on" => "捡拾日期",
        "found_at" => "捡拾地点",
        "health" => "健康状况",
        _ => "",
    }
}
