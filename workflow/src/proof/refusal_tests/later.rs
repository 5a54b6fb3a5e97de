//! The rules of the procedures after a registration.

use super::{Attempt, Row, row, sending};
use crate::access::Role;
use crate::base::document::DocumentKind;
use crate::case::aftermath::{ReplacedPaper, Standing};
use crate::case::decision::Attendance;
use crate::case::later::{DissolutionBasis, Initiator, TakenIn};
use crate::case::{EndedBy, PaperKind, Party, Procedure, Slot};
use crate::command::Command;
use crate::facts::OpenLater;
use crate::identity::Division;
use crate::law::{ended, later};
use crate::proof::ended_tests;
use crate::proof::procedures::dissolution::{self, OF_A_MINOR};
use crate::proof::procedures::{self, guardian, late_entry, replacement, revocation};
use crate::proof::testing::{Story, propose, user};
use crate::steps::accept::Accept;
use crate::steps::archive::ArchiveCase;
use crate::steps::open_dissolution::OpenDissolution;
use crate::steps::open_replacement::OpenReplacement;
use crate::steps::post_decision::PostDecision;
use crate::steps::record_end::RecordEnd;
use crate::steps::register_dissolution::RegisterDissolution;

const MINOR: &str = "2030-03-04";

/// Opening a dissolution on the facts of a story, with its data spoiled.
fn dissolving(story: Story, spoil: impl FnOnce(&mut OpenDissolution)) -> Attempt {
    let mut command = procedures::dissolution(&story);
    spoil(&mut command);
    Attempt::Opening(Box::new(Command::OpenDissolution(Box::new(command))), Box::new(story.facts))
}

fn replacing(story: Story, data: OpenReplacement) -> Attempt {
    Attempt::Opening(Box::new(replacement::command(data)), Box::new(story.facts))
}

/// The adoption as the facts show it, with another standing.
fn standing(mut story: Story, standing: Standing) -> Story {
    story.facts.adoption.as_mut().expect("known").case.aftermath.standing = standing;
    story
}

fn dissolved(story: Story) -> Story {
    let on = story.facts.today;
    standing(story, Standing::Dissolved { on, number: "解".into() })
}

fn accepting(story: Story) -> Attempt {
    sending(story, Command::Accept(Accept {}))
}

/// A dissolution ready to be registered, with its data spoiled.
fn registering(spoil: impl FnOnce(&mut RegisterDissolution)) -> Attempt {
    let story = dissolution::heard(procedures::accepted(dissolution::opened(MINOR)));
    let story = procedures::approved(story);
    let mut command = dissolution::register(&story, &OF_A_MINOR);
    spoil(&mut command);
    sending(story, Command::RegisterDissolution(command))
}

pub(super) fn rows() -> Vec<Row> {
    [of_dissolution(), of_revocation(), of_replacement(), of_late_entry(), ended_elsewhere()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_dissolution() -> Vec<Row> {
    let adopted = || procedures::adopted(MINOR);
    let mut unregistered = adopted();
    unregistered.facts.adoption.as_mut().expect("known").case.registration = None;
    let mut twice = adopted();
    twice.facts.open_later =
        vec![OpenLater { number: "2".into(), procedure: Procedure::Dissolution }];
    let mut elsewhere = procedures::dissolution(&adopted());
    elsewhere.adoptee.division = Division("500112".into());
    let elsewhere = procedures::open(&adopted(), &Command::OpenDissolution(Box::new(elsewhere)));
    let mut nobody = adopted();
    nobody.facts.adoption.as_mut().expect("known").case.placer = crate::case::Placer::Nobody;
    let mut of_age = dissolution::heard(procedures::accepted(dissolution::opened("2038-05-19")));
    of_age.on("2038-05-20");
    vec![
        row(&later::REGISTERED, "not registered", dissolving(unregistered, |_| {})),
        row(&later::STANDS, "dissolved before", dissolving(dissolved(adopted()), |_| {})),
        row(&later::ONE_AT_A_TIME, "open already", dissolving(twice, |_| {})),
        row(&later::ADOPTEE_PLACE, "hukou elsewhere", accepting(elsewhere.expect("it opens"))),
        row(&later::PLACER_AGREES, "nobody placed", dissolving(nobody, |_| {})),
        row(
            &later::TO_THE_COURT,
            "a dispute",
            dissolving(adopted(), |data| data.basis = DissolutionBasis::Dispute),
        ),
        row(
            &later::SURVIVOR,
            "the placer is said to have died",
            dissolving(adopted(), |data| data.deceased_adopter = Some(Party::Placer)),
        ),
        row(&later::AGE_CLASS, "came of age", sending(of_age, propose())),
        row(
            &later::PARENTS_FOUND,
            "of an adult",
            dissolving(procedures::adopted("2039-03-04"), |data| {
                data.basis = DissolutionBasis::ParentsFound;
            }),
        ),
        row(&later::DISSOLUTION_PAPERS, "no paper", accepting(dissolution::opened(MINOR))),
        row(&later::DISSOLUTION_PHOTO, "no photo", accepting(dissolution::opened(MINOR))),
        row(
            &later::TOGETHER,
            "one by mandate",
            registering(|data| {
                let party = Party::SecondAdopter;
                data.attendance[1] = Attendance::RepresentedBySpouse { party };
            }),
        ),
        row(
            &later::TAKEN_BACK,
            "not taken back, and not said why",
            registering(|data| {
                data.certificate = TakenIn::NotTakenIn { reason: String::new() };
            }),
        ),
    ]
}

fn of_revocation() -> Vec<Row> {
    let day = "2027-03-01";
    let elsewhere = late_entry::of_another_office(day);
    let revoking = revocation::revocation(Initiator::OwnMotion);
    let elsewhere = Attempt::Opening(Box::new(revoking), Box::new(elsewhere.facts));
    let mut posted = revocation::posted();
    posted.on("2027-03-31");
    let archive = |story: &Story| sending(story.clone(), Command::Archive(ArchiveCase {}));
    let mut unprinted = revocation::decided();
    unprinted.facts.documents.retain(|made| made.kind != DocumentKind::RevocationDecision);
    vec![
        row(&later::ORIGINAL_OFFICE, "another office registered", elsewhere),
        row(&later::FRAUD, "no evidence", accepting(revocation::opened(Initiator::OwnMotion))),
        row(
            &later::REVOCATION_APPLICATION,
            "not signed",
            accepting(revocation::opened(revocation::applied_for())),
        ),
        row(
            &later::POSTED,
            "not printed",
            sending(unprinted, Command::PostDecision(PostDecision {})),
        ),
        row(&later::SERVED_ON_ALL, "served on nobody", archive(&posted)),
        row(&later::CERTIFICATE_IN, "no certificate in the file", archive(&posted)),
    ]
}

fn of_replacement() -> Vec<Row> {
    let day = "2027-03-01";
    let data = replacement::replacement;
    let proof = OpenReplacement { paper: ReplacedPaper::DissolutionProof, ..data() };
    let of_a_proof = procedures::open(&procedures::adopted(day), &replacement::command(proof));
    let opened = procedures::open(&procedures::adopted(day), &replacement::command(data()));
    let by_placer = OpenReplacement { applicants: vec![Party::Placer], ..data() };
    let alone = OpenReplacement { applicants: vec![Party::FirstAdopter], ..data() };
    vec![
        row(
            &later::GUARDIAN_SHOWN,
            "a guardian without the proof",
            accepting(guardian::opened()[1].clone()),
        ),
        row(&later::STATE_HOLDS, "it still stands", accepting(of_a_proof.expect("it opens"))),
        row(&later::REPLACEMENT_PAPERS, "no paper", accepting(opened.expect("it opens"))),
        row(&later::APPLICANT, "the placer", replacing(procedures::adopted(day), by_placer)),
        row(&later::SPOUSE_ALONE, "no reason", replacing(procedures::adopted(day), alone)),
        row(&later::PROOF_PAPERS, "no card", accepting(replacement::proof_opened())),
    ]
}

fn of_late_entry() -> Vec<Row> {
    let entry = || Command::OpenLateEntry(Box::new(late_entry::entry()));
    let mut bare = procedures::open(&Story::applied(), &entry()).expect("it opens");
    bare.by(user(4, "丁档案"), Role::Archivist);
    let own = late_entry::entered(late_entry::entry());
    let mut known = Story::applied();
    known.facts.certificate_number_used = true;
    let known = Attempt::Opening(Box::new(entry()), Box::new(known.facts));
    vec![
        row(&later::PAPER_SHOWS, "no scan", sending(bare, late_entry::confirm())),
        row(&later::CONFIRMED_BY_ANOTHER, "own entry", sending(own, late_entry::confirm())),
        row(&later::NUMBER_ONCE, "known number", known),
    ]
}

fn ended_elsewhere() -> Vec<Row> {
    let judgment = || ended_tests::judgment(EndedBy::CourtVoid, "2027-02-01");
    let own = RecordEnd {
        by: EndedBy::DissolvedElsewhere,
        authority: Story::applied().facts.office.name,
        ..judgment()
    };
    let end = Slot::of_case(PaperKind::EndPaper);
    let [first, _] = ended_tests::deaths();
    vec![
        row(
            &ended::END_SHOWN,
            "no judgment",
            sending(ended_tests::shown(&[]), Command::RecordEnd(judgment())),
        ),
        row(
            &ended::NOT_OF_THIS_OFFICE,
            "by this office",
            sending(ended_tests::shown(&[end]), Command::RecordEnd(own)),
        ),
        row(
            &ended::DEATHS_SHOWN,
            "one of two",
            sending(ended_tests::shown(&[first]), ended_tests::died("2027-02-01")),
        ),
    ]
}
