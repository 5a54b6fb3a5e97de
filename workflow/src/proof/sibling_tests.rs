//! Siblings adopted together: one file set, and two adoptions that stay apart.

use crate::case::{Case, ChildKind, PaperKind, Party, Slot};
use crate::decide_application;
use crate::facts::SiblingFile;
use crate::proof::testing::{Story, application_of};
use crate::steps::apply::Apply;

fn refused(story: &Story, application: &Apply) -> Vec<(&'static str, String)> {
    let refusal = decide_application(application, &story.facts).expect_err("it is not in order");
    let each = refusal.violations.into_iter();
    each.map(|one| (one.rule.id, one.field.unwrap_or_default())).collect()
}

/// The second child of a set, while the first one's case is open.
pub fn second_child(first: &Story) -> (Story, Apply) {
    let mut story = Story::applied();
    story.facts.sibling = Some(SiblingFile {
        file_set: first.case.number.clone(),
        is_open: true,
        adopters: first.case.adopters.iter().map(|one| one.resident_id.clone()).collect(),
        papers: first.case.papers.clone(),
    });
    let sibling_case = Some(first.case.number.clone());
    (story, Apply { sibling_case, ..application_of(ChildKind::InstitutionFoundling) })
}

#[test]
fn siblings_share_the_adopters_papers_and_nothing_else() {
    let first = Story::ready();
    let (mut story, application) = second_child(&first);
    story.on("2026-04-20");
    let events = decide_application(&application, &story.facts).expect("it is in order");
    let entry =
        |event| crate::Entry { on: story.facts.today, by: story.facts.actor.clone(), event };
    let entries: Vec<_> = events.into_iter().map(entry).collect();
    let second = crate::fold(&entries).expect("a case");
    assert_eq!(second.file_set.as_ref(), Some(&first.case.number));
    for party in [Party::FirstAdopter, Party::SecondAdopter] {
        for paper in [PaperKind::HouseholdRegister, PaperKind::HealthCertificate] {
            let slot = Slot::of(paper, party);
            assert!(second.is_filled(slot), "{paper:?}");
            let days = |case: &Case| {
                case.standing_papers(slot).map(|one| one.filed_on).collect::<Vec<_>>()
            };
            assert_eq!(days(&second), days(&first.case), "{paper:?} came in when it did");
        }
        for own in [PaperKind::ConsentForm, PaperKind::InquiryRecord, PaperKind::GuidanceRecord] {
            assert!(!second.is_filled(Slot::of(own, party)), "{own:?} is of one child");
        }
    }
    assert!(!second.is_filled(Slot::of_case(PaperKind::ApplicationForm)));
    assert!(second.consents.is_empty() && second.inquiries.is_empty());
}

#[test]
fn a_file_set_is_of_the_same_adopters_and_of_a_known_open_case() {
    let first = Story::ready();
    let (mut story, application) = second_child(&first);
    let mut others = application.clone();
    others.adopters.reverse();
    assert_eq!(refused(&story, &others), [("FILE-SET", "sibling_case".to_owned())]);
    story.facts.sibling.as_mut().expect("a sibling").is_open = false;
    assert_eq!(refused(&story, &application), [("FILE-SET", "sibling_case".to_owned())]);
    story.facts.sibling = None;
    assert_eq!(refused(&story, &application), [("INPUT-KNOWN", "sibling_case".to_owned())]);
}
