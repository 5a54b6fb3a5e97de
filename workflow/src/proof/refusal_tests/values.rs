//! Values as they are given: each fault of form.

use super::{Attempt, Row, row, sending};
use crate::command::Command;
use crate::identity::{CreditCode, Division, DocumentType, IdentityDocument, ResidentId, Sex};
use crate::law::input::{
    BOUNDS, CITY_LEVEL, CREDIT_CODE, DAY, DISTINCT_PERSONS, DIVISION, ID_AGREES, IDENTITY_DOCUMENT,
    KNOWN, NAME, OF_THE_KIND, RESIDENT_ID, TELEPHONE, TEXT,
};
use crate::law::registration::PRINTABLE;
use crate::proof::testing::{Story, application, application_of_a_stepfather, withdraw};
use crate::steps::apply::Apply;
use crate::steps::reject_paper::RejectPaper;

/// The application of the story, spoilt.
fn applying(spoil: fn(&mut Apply)) -> Attempt {
    let mut application = application();
    spoil(&mut application);
    Attempt::Application(Box::new(application), Box::new(Story::applied().facts))
}

fn first(application: &mut Apply) -> &mut crate::case::Adopter {
    application.adopters.first_mut().expect("an adopter")
}

fn institution(application: &mut Apply) -> &mut crate::case::Institution {
    application.placer.as_mut().expect("an institution")
}

/// The application of a stepfather, where the other parent has this document.
fn other_parent_known_by(document_type: DocumentType, number: &str) -> Attempt {
    let mut application = application_of_a_stepfather();
    let parents = application.parents.as_mut().expect("parents");
    let other = parents.other_parent.as_mut().expect("another parent");
    other.resident_id = None;
    other.document =
        Some(IdentityDocument { document_type, number: number.to_owned(), nationality: None });
    Attempt::Application(Box::new(application), Box::new(Story::applied().facts))
}

pub fn rows() -> Vec<Row> {
    let mut rows = of_the_application();
    let reason = "  不清晰".into();
    let command = Command::RejectPaper(1, RejectPaper { reason });
    rows.push(row(&TEXT, "white space before a reason", sending(Story::accepted(), command)));
    let reason = "不清晰".into();
    let command = Command::RejectPaper(99, RejectPaper { reason });
    rows.push(row(&KNOWN, "a paper that is not there", sending(Story::accepted(), command)));
    let mut earlier = Story::approved();
    earlier.on("2026-05-05");
    rows.push(row(&DAY, "a clock that was set back", sending(earlier, withdraw())));
    rows
}

fn of_the_application() -> Vec<Row> {
    vec![
        row(&TEXT, "no reason", applying(|application| application.reason.clear())),
        row(
            &TELEPHONE,
            "a telephone number without digits",
            applying(|application| first(application).telephone = "-----".into()),
        ),
        row(
            &NAME,
            "a digit in a name",
            applying(|application| first(application).name = "周明远7".into()),
        ),
        row(
            &RESIDENT_ID,
            "five digits",
            applying(|application| first(application).resident_id = ResidentId("12345".into())),
        ),
        row(
            &ID_AGREES,
            "the number of a man for a woman",
            applying(|application| first(application).sex = Sex::Female),
        ),
        row(
            &DISTINCT_PERSONS,
            "one person twice",
            applying(|application| {
                let twice = first(application).clone();
                application.adopters = vec![twice.clone(), twice];
            }),
        ),
        row(
            &CITY_LEVEL,
            "a resident of Hong Kong",
            applying(|application| {
                let number = ResidentId::with_check_character("81000019880312117");
                first(application).resident_id = number.expect("seventeen digits");
            }),
        ),
        row(&OF_THE_KIND, "nobody places", applying(|application| application.placer = None)),
        row(
            &CREDIT_CODE,
            "another check character",
            applying(|application| {
                institution(application).credit_code = CreditCode("113417310032624878".into());
            }),
        ),
        row(
            &DIVISION,
            "a province",
            applying(|application| {
                institution(application).division = Division("500000".into());
            }),
        ),
        row(
            &DIVISION,
            "a county that became a district",
            applying(|application| {
                institution(application).division = Division("500225".into());
            }),
        ),
        row(
            &IDENTITY_DOCUMENT,
            "the other parent's permit with a digit too few",
            other_parent_known_by(DocumentType::HongKongMacauPermit, "H1234567"),
        ),
        row(
            &OF_THE_KIND,
            "a document of who has an identity card",
            other_parent_known_by(DocumentType::ResidentCard, "11010519491231002X"),
        ),
        row(
            &DAY,
            "born tomorrow",
            applying(|application| {
                first(application).birth_date = "2999-01-01".parse().expect("a date");
            }),
        ),
        row(&BOUNDS, "nobody adopts", applying(|application| application.adopters.clear())),
        row(&PRINTABLE, "a character no font has", unprintable()),
    ]
}

fn unprintable() -> Attempt {
    let mut facts = Story::applied().facts;
    let field = "child.name".into();
    facts.unprintable.push(crate::facts::Unprintable { field, character: '\u{E000}' });
    Attempt::Application(Box::new(application()), Box::new(facts))
}
