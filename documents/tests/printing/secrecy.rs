//! Where a party asked for secrecy, no side reads in any paper of its own who the other side is.

use workflow::DocumentKind;
use workflow::case::Party;
use workflow::case::decision::{Concern, HarmReport};
use workflow::steps::apply::Apply;
use workflow::steps::visit_after_adoption::VisitAfterAdoption;
use workflow::steps::withdraw::Withdraw;
use workflow::{Command, Role};

use crate::acts::{ADOPTERS, application};
use crate::story::{Made, Story, day};
use crate::support::{keep, pages_of};

fn kept_secret() -> Apply {
    let mut application = application();
    application.wishes.secrecy = true;
    application
}

/// Everything that tells who adopts.
fn adopting(application: &Apply) -> Vec<String> {
    let of_adopter = |adopter: &workflow::case::Adopter| {
        let words = [
            &adopter.name,
            &adopter.resident_id.0,
            &adopter.household_address,
            &adopter.residence,
            &adopter.telephone,
            &adopter.occupation,
        ];
        words.map(String::clone)
    };
    let new_name = application.child.new_name.clone();
    application.adopters.iter().flat_map(of_adopter).chain(new_name).collect()
}

/// Everything that tells who places.
fn placing(application: &Apply) -> Vec<String> {
    let of_institution = |placer: &workflow::case::Institution| {
        let words = [
            &placer.name,
            &placer.responsible_person,
            &placer.responsible_person_id.0,
            &placer.credit_code.0,
            &placer.address,
            &placer.telephone,
        ];
        words.map(String::clone)
    };
    let of_parent = |parent: &workflow::case::PlacingPerson| {
        let words = [
            &parent.name,
            &parent.resident_id.0,
            &parent.household_address,
            &parent.residence,
            &parent.telephone,
            &parent.occupation,
        ];
        words.map(String::clone)
    };
    let institution = application.placer.iter().flat_map(of_institution);
    let parents = application.parents.iter().flat_map(|parents| &parents.placing);
    institution.chain(parents.flat_map(of_parent)).collect()
}

/// The office's own papers stay whole. The public notice is nobody's: it names no adopter, and must
/// say who looks after the child.
const WHOLE: [DocumentKind; 6] = [
    DocumentKind::ApprovalForm,
    DocumentKind::AssessmentReport,
    DocumentKind::Dossier,
    DocumentKind::HarmReport,
    DocumentKind::LendingSlip,
    DocumentKind::PublicNotice,
];

/// Whose papers a side may read alone, by the party they concern or by their kind.
fn reads_alone(made: &Made, side: &[Party], kinds: &[DocumentKind]) -> bool {
    match made.party {
        Some(party) => side.contains(&party),
        None => kinds.contains(&made.kind),
    }
}

const ADOPTERS_ALONE: [DocumentKind; 5] = [
    DocumentKind::ApplicationReceipt,
    DocumentKind::AssessmentNotice,
    DocumentKind::Certificate,
    DocumentKind::ResultNotice,
    DocumentKind::VisitRecord,
];

fn found<'a>(text: &str, words: &'a [String]) -> Vec<&'a String> {
    words.iter().filter(|word| text.contains(word.as_str())).collect()
}

/// The text of each sheet without the gaps of a justified line.
pub fn sheets(made: &Made) -> Vec<String> {
    let pages = pages_of(&made.printed.bytes);
    pages.iter().map(|page| page.replace([' ', '\n'], "")).collect()
}

/// Looks through every paper that leaves the office; answers how many there were.
pub fn nothing_is_betrayed(story: &Story, application: &Apply) -> usize {
    let (adopting, placing) = (adopting(application), placing(application));
    let leaving = story
        .made
        .iter()
        .filter(|made| !WHOLE.contains(&made.kind) && made.party != Some(Party::Child));
    let mut looked_through = 0;
    for made in leaving {
        let name = format!("{}_{}", made.kind.word(), made.party.map_or("all", Party::word));
        keep(&format!("secret_{name}"), &made.printed.bytes);
        let pages = sheets(made);
        let text = pages.concat();
        let for_adopters = reads_alone(made, &ADOPTERS, &ADOPTERS_ALONE);
        let for_placers = reads_alone(
            made,
            &[Party::Placer, Party::SecondPlacer],
            &[DocumentKind::WithdrawalRecord],
        );
        if for_adopters {
            assert_eq!(found(&text, &placing), Vec::<&String>::new(), "{name}: {text}");
        } else if for_placers {
            assert_eq!(found(&text, &adopting), Vec::<&String>::new(), "{name}: {text}");
        } else if made.kind == DocumentKind::NoDonationDeclaration {
            // The officer's own names nobody but the child.
            assert_eq!(found(&text, &placing), Vec::<&String>::new(), "{name}: {text}");
            assert_eq!(found(&text, &adopting), Vec::<&String>::new(), "{name}: {text}");
        } else {
            // A paper for everybody has sheets for each side, and no sheet shows both.
            for page in &pages {
                let both = !found(page, &adopting).is_empty() && !found(page, &placing).is_empty();
                assert!(!both, "{name}: {page}");
            }
            assert!(text.contains(&application.adopters[0].name), "{name}: {text}");
            assert!(!found(&text, &placing).is_empty(), "{name}: {text}");
        }
        looked_through += 1;
    }
    looked_through
}

#[test]
fn no_paper_of_a_secret_adoption_tells_one_side_of_the_other() {
    let application = kept_secret();
    let mut story = Story::archived(&application);
    story.on(day("2026-06-15"));
    story.registrar();
    story.must(Command::VisitAfterAdoption(VisitAfterAdoption {
        visited_on: story.facts.today,
        visitors: vec!["何静".into(), "陶然".into()],
        findings: format!("孩子说还想念{}的伙伴。", placing(&application)[0]),
        concern: Concern::Red,
        harm_report: Some(HarmReport {
            recipient: "龙岗派出所".into(),
            reported_at: "2026-06-15 15:40".into(),
            number: "龙派受〔2026〕1182号".into(),
        }),
    }));
    assert_eq!(nothing_is_betrayed(&story, &application), 21);
    the_offices_own_papers_are_whole_and_marked(&story, &application);
}

fn the_offices_own_papers_are_whole_and_marked(story: &Story, application: &Apply) {
    for kind in [DocumentKind::ApprovalForm, DocumentKind::AssessmentReport, DocumentKind::Dossier]
    {
        let pages = sheets(story.newest(kind, None));
        assert!(pages[0].contains("保密"), "{kind:?}: {}", pages[0]);
    }
    let form = sheets(story.newest(DocumentKind::ApprovalForm, None));
    let text = form.concat();
    assert!(text.contains(&application.adopters[0].name), "{text}");
    assert!(text.contains(&placing(application)[0]), "{text}");
    // The parties sign for the certificate on this form, each side on a sheet of its own.
    for sheet in form.iter().filter(|page| page.contains("领证日期")) {
        let both = sheet.contains(&application.adopters[0].name)
            && sheet.contains(&placing(application)[0]);
        assert!(!both, "{sheet}");
    }
}

#[test]
fn no_decision_that_ends_a_secret_case_tells_one_side_of_the_other() {
    let application = kept_secret();
    let explanation = format!(
        "申请人{}与{}负责人{}系近亲属，且未如实告知。",
        application.adopters[0].name,
        placing(&application)[0],
        placing(&application)[1]
    );
    let refused = Story::refused(&application, &explanation);
    assert!(nothing_is_betrayed(&refused, &application) >= 3);
    let mut withdrawn = Story::accepted(&application);
    withdrawn.by(1, "沈清源", Role::Registrar);
    withdrawn.must(Command::Withdraw(Withdraw {
        party: Party::Placer,
        reason: format!("得知{}已经怀孕。", application.adopters[1].name),
    }));
    assert!(nothing_is_betrayed(&withdrawn, &application) >= 4);
}
