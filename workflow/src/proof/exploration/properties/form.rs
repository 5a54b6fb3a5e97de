//! What is written is what can be printed and meant: names, numbers, days, amounts, and things that exist.

use chrono::{Datelike, NaiveDate};

use super::kinds::{is_of_a_guardian, is_of_an_institution, is_of_parents, is_searched_for};
use super::{History, assessment, papers};
use crate::case::change::Change;
use crate::case::{CheckKind, ChildKind, Party};
use crate::event::Event;
use crate::identity::{DocumentType, ResidentId, Sex};
use crate::steps::apply::Apply;

fn applied<'a>(history: &History<'a>) -> Option<&'a Apply> {
    let files = matches!(history.newest().event, Event::ApplicationFiled { .. });
    files.then(|| history.application())
}

pub fn a_text_is_empty(history: &History) -> bool {
    fn empty(value: &serde_json::Value) -> bool {
        match value {
            serde_json::Value::String(text) => text.is_empty() || text.trim() != text,
            serde_json::Value::Array(values) => values.iter().any(empty),
            serde_json::Value::Object(fields) => fields.values().any(empty),
            _ => false,
        }
    }
    empty(&serde_json::to_value(&history.newest().event).expect("an event is written as JSON"))
}

fn misnamed(name: &str) -> bool {
    let letters = |character: char| character.is_alphabetic() || "· ".contains(character);
    name.is_empty() || !name.chars().all(letters)
}

fn a_name_is_none(history: &History) -> bool {
    match &history.newest().event {
        Event::ApplicationFiled { .. } => {
            let application = history.application();
            let adopters = application.adopters.iter().map(|adopter| &adopter.name);
            let placer = application.placer.iter().map(|placer| &placer.responsible_person);
            let parents = application.parents.iter().flat_map(|parents| &parents.placing);
            let names = adopters.chain(placer).chain(parents.map(|parent| &parent.name));
            names.chain([&application.child.name]).any(|name| misnamed(name))
        }
        Event::GuidanceGiven(given) => misnamed(&given.given_by),
        Event::InquiryHeld { recorder, .. } => misnamed(recorder),
        _ => false,
    }
}

/// A number of five digits or more can be called; the world of the roads has no other marks in one.
fn nobody_can_be_called(history: &History) -> bool {
    let Some(application) = applied(history) else { return false };
    let adopters = application.adopters.iter().map(|adopter| &adopter.telephone);
    let placer = application.placer.iter().map(|placer| &placer.telephone);
    let digits = |number: &&String| number.chars().filter(char::is_ascii_digit).count();
    adopters.chain(placer).any(|number| digits(&number) < 5)
}

/// Numbers with the sex and birth date stated beside them.
fn numbers(application: &Apply) -> Vec<(&ResidentId, Option<(Sex, NaiveDate)>)> {
    let mut numbers = Vec::new();
    for adopter in &application.adopters {
        numbers.push((&adopter.resident_id, Some((adopter.sex, adopter.birth_date))));
    }
    for parent in application.parents.iter().flat_map(|parents| &parents.placing) {
        numbers.push((&parent.resident_id, Some((parent.sex, parent.birth_date))));
    }
    let child = &application.child;
    numbers.extend(child.resident_id.iter().map(|id| (id, Some((child.sex, child.birth_date)))));
    numbers.extend(application.placer.iter().map(|placer| (&placer.responsible_person_id, None)));
    let others = application.parents.iter().filter_map(|parents| parents.other_parent.as_ref());
    numbers.extend(others.filter_map(|parent| parent.resident_id.as_ref()).map(|id| (id, None)));
    numbers
}

/// GB 11643: the check character of seventeen digits, by the remainder modulo eleven.
fn is_no_number(number: &ResidentId) -> bool {
    let Some(digits) = number.0.get(..17) else {
        return true;
    };
    let mut rest = 0;
    for digit in digits.chars() {
        let Some(digit) = digit.to_digit(10) else {
            return true;
        };
        rest = (rest + digit) * 2 % 11;
    }
    let check = (12 - rest) % 11;
    let wanted = if check == 10 { 'X' } else { char::from_digit(check, 10).expect("a digit") };
    number.0.get(17..) != Some(wanted.to_string().as_str())
}

fn a_number_is_none(history: &History) -> bool {
    applied(history)
        .is_some_and(|given| numbers(given).iter().any(|(number, _)| is_no_number(number)))
}

/// The permit of a resident of Hong Kong or Macau: a letter and eight digits, or ten.
fn a_permit_is_none(history: &History) -> bool {
    let others = applied(history).and_then(|given| given.parents.as_ref());
    let document = others.and_then(|parents| parents.other_parent.as_ref()?.document.as_ref());
    document.is_some_and(|document| {
        document.document_type == DocumentType::HongKongMacauPermit
            && !matches!(document.number.len(), 9 | 11)
    })
}

fn a_number_disagrees(history: &History) -> bool {
    let disagrees = |(number, stated): &(&ResidentId, Option<(Sex, NaiveDate)>)| {
        let Some((sex, born)) = stated else {
            return false;
        };
        let odd = number.0.get(16..17).and_then(|digit| digit.parse::<u8>().ok());
        let male = odd.is_some_and(|digit| digit % 2 == 1);
        let date = format!("{:04}{:02}{:02}", born.year(), born.month(), born.day());
        number.0.get(6..14) != Some(date.as_str()) || male != (*sex == Sex::Male)
    };
    applied(history).is_some_and(|given| numbers(given).iter().any(disagrees))
}

fn from_beyond_the_mainland(history: &History) -> bool {
    let beyond = |number: &ResidentId| {
        ["810000", "820000", "830000"].iter().any(|area| number.0.starts_with(area))
    };
    applied(history)
        .is_some_and(|given| given.adopters.iter().any(|adopter| beyond(&adopter.resident_id)))
}

fn one_is_two_parties(history: &History) -> bool {
    applied(history).is_some_and(|given| {
        let all: Vec<_> = numbers(given).into_iter().map(|(number, _)| number).collect();
        all.iter()
            .enumerate()
            .any(|(place, number)| all.iter().take(place).any(|other| other == number))
    })
}

/// Each kind has its own who places, and what is told of a finding belongs to a foundling.
fn of_another_kind(history: &History) -> bool {
    let Some(given) = applied(history) else {
        return false;
    };
    let married = given.kind != ChildKind::Stepchild || history.married();
    given.placer.is_some() != is_of_an_institution(given.kind)
        || given.parents.is_some() != is_of_parents(given.kind)
        || given.guardian.is_some() != is_of_a_guardian(given.kind)
        || given.child.found_on.is_some() != is_searched_for(given.kind)
        || !married
}

/// GB 32100: eighteen characters, the sum of their weighted values divisible by thirty-one.
fn no_code_of_an_organisation(history: &History) -> bool {
    const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let wrong = |code: &str| {
        let mut weight = 1;
        let mut sum = 0;
        for letter in code.chars() {
            let Some(value) = LETTERS.find(letter) else {
                return true;
            };
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        let last = code.chars().last().and_then(|letter| LETTERS.find(letter)).unwrap_or(0);
        let before_last = (sum + 31 * 31 - last * power(17)) % 31;
        code.len() != 18 || !(before_last + last).is_multiple_of(31)
    };
    applied(history)
        .is_some_and(|given| given.placer.iter().any(|placer| wrong(&placer.credit_code.0)))
}

/// Three to this power, modulo thirty-one.
fn power(exponent: usize) -> usize {
    (0..exponent).fold(1, |value, _| value * 3 % 31)
}

fn no_county(history: &History) -> bool {
    let county = |code: &str| {
        code.len() == 6 && code.chars().all(|digit| digit.is_ascii_digit()) && !code.ends_with("00")
    };
    let placing = history.placing().into_iter().map(|placing| placing.division);
    let mut counties = placing.chain(history.child().found_division.clone());
    applied(history).is_some() && !counties.all(|division| county(&division.0))
}

/// The days a newest act tells of.
fn days_told(event: &Event) -> Vec<NaiveDate> {
    match event {
        Event::CheckRecorded { check } => vec![check.checked_on],
        Event::NoticePublished { published_on, .. } => vec![*published_on],
        Event::AssessmentVisited { visit } => vec![visit.on],
        Event::IntegrationStarted { started_on } => vec![*started_on],
        Event::IntegrationEnded { ended_on } => vec![*ended_on],
        Event::IncidentReported { known_on, .. } => vec![*known_on],
        Event::FactChanged { happened_on, .. } => vec![*happened_on],
        Event::DocumentServed { service } => vec![service.served_on],
        Event::FollowUpVisited { visit, .. } => vec![visit.on],
        Event::Registered { confirmations, .. } => {
            confirmations.iter().map(|check| check.checked_on).collect()
        }
        _ => Vec::new(),
    }
}

pub fn a_day_to_come(history: &History) -> bool {
    let today = history.today();
    let born_later = applied(history).is_some_and(|given| given.child.birth_date > today);
    born_later || days_told(&history.newest().event).into_iter().any(|day| day > today)
}

fn the_clock_goes_back(history: &History) -> bool {
    history.earlier().0.last().is_some_and(|before| before.on > history.today())
}

/// Visits and integration begin with those who are appointed, and no earlier than they are.
fn before_what_it_follows(history: &History) -> bool {
    let appointed = history.last(|event| matches!(event, Event::AssessorsAppointed { .. }));
    let day = match &history.newest().event {
        Event::AssessmentVisited { visit } => visit.on,
        Event::IntegrationStarted { started_on } => *started_on,
        _ => return false,
    };
    appointed.is_none_or(|place| day < history.on(place))
}

fn out_of_measure(history: &History) -> bool {
    match &history.newest().event {
        Event::ApplicationFiled { .. } => {
            let adopters = &history.application().adopters;
            !(1..=2).contains(&adopters.len())
                || adopters.iter().any(|adopter| adopter.children > 30)
        }
        Event::GuidanceGiven(given) => !(1..=600).contains(&given.minutes),
        Event::InquiryHeld { began_at, ended_at, answers, .. } => {
            ended_at <= began_at || answers.is_empty()
        }
        _ => false,
    }
}

/// What an act is about exists.
fn about_nothing(history: &History) -> bool {
    let earlier = history.earlier();
    let party_applies = |party: &Party| {
        let mut placing = history.placing().into_iter();
        history.is_adopter(*party) || placing.any(|placing| placing.party == *party)
    };
    match &history.newest().event {
        Event::AssessmentConsented { party } => {
            !history.is_adopter(*party) || assessment::consented(&earlier, *party).is_some()
        }
        Event::GuidanceGiven(given) => !history.is_adopter(given.party),
        Event::FactChanged { change: Change::Moved { party, .. }, .. } => {
            !history.is_adopter(*party)
        }
        Event::PaperVerified { number: seen, .. } => !earlier
            .has(|event| matches!(event, Event::PaperFiled { number, .. } if number == seen)),
        Event::CheckRecorded { check } if check.check == CheckKind::SupportDuty => {
            super::kinds::kind(history) != ChildKind::GuardianOrphan
        }
        Event::CheckRecorded { check } => check.party == Party::Placer && !earlier.has_hardship(),
        Event::Withdrawn { party, .. } | Event::WishesChanged { party, .. } => {
            !party_applies(party)
        }
        Event::DocumentServed { service } => !party_applies(&service.party),
        Event::VolumeReturned { .. } => {
            let lent = earlier.count(|event| matches!(event, Event::VolumeLent { .. }));
            lent <= earlier.count(|event| matches!(event, Event::VolumeReturned { .. }))
        }
        _ => false,
    }
}

impl History<'_> {
    fn has_hardship(&self) -> bool {
        papers::wanted(self).iter().any(|(article, _)| *article == "办法7(4)")
    }
}

rows! {
    "SEQ-8", "填写规范", "no text is empty or ends in nothing", a_text_is_empty;
    "SEQ-8", "填写规范", "a name is written as names are", a_name_is_none;
    "SEQ-0", "填写规范", "who applies and who places can be called", nobody_can_be_called;
    "SEQ-8", "GB 11643", "an identity number has its check character", a_number_is_none;
    "SEQ-8", "公安机关通行证号码规则", "a permit has its digits", a_permit_is_none;
    "SEQ-1", "规范 51", "it agrees with sex and birth date", a_number_disagrees;
    "SEQ-1", "民政部令16号2", "who lives beyond the mainland applies at the city", from_beyond_the_mainland;
    "SEQ-1", "填写规范", "one person is one party", one_is_two_parties;
    "SEQ-1", "填写规范", "what is told fits the kind of child", of_another_kind;
    "SEQ-1", "GB 32100", "the institution's code has its check character", no_code_of_an_organisation;
    "SEQ-1", "GB/T 2260", "those who place are of a county", no_county;
    "SEQ-0", "填写规范", "no day is told that has not come", a_day_to_come;
    "SEQ-0", "填写规范", "no act comes before the one done before it", the_clock_goes_back;
    "SEQ-3", "填写规范", "nothing is told from before those who assess were appointed", before_what_it_follows;
    "SEQ-0", "填写规范", "amounts are in their measure", out_of_measure;
    "SEQ-0", "填写规范", "what an act is about exists", about_nothing;
}
