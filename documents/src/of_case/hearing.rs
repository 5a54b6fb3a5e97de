//! 询问、同意、家庭教育指导: one record or form for each person.

use workflow::case::{Case, ChildKind, Party, Procedure, SigningManner, hearing};

use super::people;
use super::secrecy::View;
use super::setting::{Setting, matter};
use crate::kinds::{
    Answer, Companion, ConsentForm, Consenting, GuidanceRecord, InquiryRecord, Named, Reading,
};

/// 收养登记询问笔录.
pub(super) fn inquiry_record(
    case: &Case,
    party: Party,
    setting: &Setting<'_>,
) -> Option<InquiryRecord> {
    let inquiry = case.inquiries.iter().find(|inquiry| inquiry.party == party)?;
    Some(InquiryRecord {
        office: setting.office.into(),
        case_number: case.number.clone(),
        matter: matter(case),
        began_at: inquiry.on.and_time(inquiry.began_at),
        ended_at: inquiry.on.and_time(inquiry.ended_at),
        place: inquiry.place.clone(),
        asked: people::asked(case, party)?,
        capacity: people::capacity(case, party),
        companion: inquiry.companion.as_ref().map(|companion| Companion {
            name: companion.name.clone(),
            relation: companion.relation.clone(),
        }),
        inquirer: inquiry.inquirer.clone(),
        recorder: inquiry.recorder.clone(),
        answers: inquiry.answers.iter().map(answer).collect(),
        reading: match inquiry.signing {
            SigningManner::ReadAndSigned => Reading::ReadByPerson,
            SigningManner::ReadOutAndSigned | SigningManner::ReadOutAndFingerprinted => {
                Reading::ReadAloud
            }
        },
    })
}

fn answer(answer: &hearing::Answer) -> Answer {
    Answer { question: answer.question.clone(), answer: answer.answer.clone() }
}

/// 同意书 of one party; spouses consent each on a form of their own.
pub(super) fn consent_form(
    case: &View<'_>,
    party: Party,
    setting: &Setting<'_>,
) -> Option<ConsentForm> {
    let given = case.consents.iter().find(|consent| consent.party == party);
    // The parent who only consents signs the form whenever it is brought; nobody else signs one
    // before the consent was taken.
    let drawn_up_on = match given {
        Some(consent) => consent.on,
        None if party == Party::OtherParent => setting.on,
        None => return None,
    };
    let consenting = match party {
        Party::FirstAdopter | Party::SecondAdopter => Consenting::Adopters {
            persons: vec![Named::from(&people::adopter(case.adopter(party)?))],
        },
        Party::Placer | Party::SecondPlacer | Party::OtherParent => {
            match case.placer.organisation() {
                Some(organisation) => {
                    Consenting::Institution { institution: people::institution(organisation) }
                }
                None => consenting_person(case, party)?,
            }
        }
        Party::Child if case.procedure == Procedure::Dissolution => Consenting::ChildToDissolution,
        Party::Child => Consenting::Child,
        // Who applies beside the parties is asked, and consents to nothing.
        Party::Guardian | Party::InterestedPerson => return None,
    };
    Some(ConsentForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on,
        consenting,
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::named_adopters(case)),
        child: people::child(case),
    })
}

fn consenting_person(case: &Case, party: Party) -> Option<Consenting> {
    let person = people::named(case, party)?;
    if let Some(guardian) = case.placer.guardian() {
        return Some(Consenting::Guardian { relation: guardian.relation.clone(), person });
    }
    let relation = people::relation(case, party)?.into();
    Some(if case.kind == ChildKind::Stepchild {
        Consenting::StepchildParent { relation, person, spouse: party != Party::OtherParent }
    } else {
        Consenting::BirthParent { relation, person }
    })
}

/// 家庭教育指导记录 of one adopter.
pub(super) fn guidance_record(
    case: &Case,
    party: Party,
    setting: &Setting<'_>,
) -> Option<GuidanceRecord> {
    let guidance = case.guidance.iter().find(|guidance| guidance.party == party)?;
    Some(GuidanceRecord {
        office: setting.office.into(),
        case_number: case.number.clone(),
        adopters: vec![case.adopter(party)?.name.clone()],
        child: case.child.name.clone(),
        given_by: guidance.given_by.clone(),
        given_on: guidance.on,
        minutes: guidance.minutes,
        place: guidance.place.clone(),
        form: guidance.form.clone(),
        topics: guidance.topics.clone(),
        response: guidance.response.clone(),
    })
}
