//! 收养登记询问笔录 from a case: of one party.

use workflow::case::{SigningManner, hearing};

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, matter};

use super::{Answer, Companion, InquiryRecord, Reading};

/// 收养登记询问笔录.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<InquiryRecord> {
    let party = case.party()?;
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
