//! An adoption that ended elsewhere: what is recorded, by whom, on which paper, and what follows.

use crate::access::Role;
use crate::base::act::Act;
use crate::base::stage::Stage;
use crate::case::{EndedBy, PaperKind, Party, Slot, Standing};
use crate::cast::county::DAZU;
use crate::command::Command;
use crate::law::archive::FROZEN;
use crate::law::decision::OTHER_PERSON;
use crate::law::ended::{DEATHS_SHOWN, END_SHOWN, NOT_OF_THIS_OFFICE};
use crate::law::follow_up::VISITS_IN_ORDER;
use crate::law::input::{DAY, KNOWN, TEXT};
use crate::law::later::STANDS;
use crate::law::paper_rules::NONE_BEYOND;
use crate::law::sequence::ORDER_OF_WORK;
use crate::proof::testing::Story;
use crate::rights::{Access, Relation, may};
use crate::steps::record_adopters_death::RecordAdoptersDeath;
use crate::steps::record_end::RecordEnd;
use crate::steps::reject_paper::RejectPaper;

const COURT: &str = DAZU.court;
const END: Slot = Slot { paper: PaperKind::EndPaper, party: None };

/// A judgment that took effect on a day.
pub(crate) fn judgment(by: EndedBy, effective_on: &str) -> RecordEnd {
    RecordEnd {
        by,
        authority: COURT.into(),
        number: "（2027）渝0111民初7号".into(),
        effective_on: effective_on.parse().expect("a day"),
    }
}

pub(crate) fn died(last_died_on: &str) -> Command {
    let last_died_on = last_died_on.parse().expect("a day");
    Command::RecordAdoptersDeath(RecordAdoptersDeath { last_died_on })
}

/// Registered on 6 May 2026, the papers of its end filed by the registrar; the leader acts.
pub(crate) fn shown(papers: &[Slot]) -> Story {
    let mut story = Story::registered();
    story.on("2027-03-01");
    for slot in papers {
        story.file_and_verify(*slot);
    }
    story.leader();
    story
}

pub(crate) fn deaths() -> [Slot; 2] {
    [Party::FirstAdopter, Party::SecondAdopter]
        .map(|party| Slot::of(PaperKind::AdopterDeathProof, party))
}

/// The adopters died, and a court had ended the adoption.
pub(crate) fn ended() -> Story {
    let mut story = shown(&[deaths()[0], deaths()[1], END]);
    story.must(died("2027-02-01"));
    story.must(Command::RecordEnd(judgment(EndedBy::CourtDissolution, "2027-01-05")));
    story
}

#[test]
fn a_judgment_ends_the_adoption_and_no_visit_follows() {
    for (by, word) in [
        (EndedBy::CourtDissolution, "dissolved"),
        (EndedBy::CourtVoid, "void"),
        (EndedBy::DissolvedElsewhere, "dissolved"),
    ] {
        let mut story = shown(&[END]);
        assert!(!story.case.visits.is_empty(), "visits were due");
        let command = Command::RecordEnd(judgment(by, "2027-02-01"));
        assert_eq!(command.series(story.case.procedure), None, "no number is drawn");
        story.must(command.clone());
        let aftermath = &story.case.aftermath;
        let Standing::EndedElsewhere { on, by: how, authority, .. } = &aftermath.standing else {
            panic!("it ended: {:?}", aftermath.standing);
        };
        assert_eq!((*on, *how), ("2027-02-01".parse().expect("a day"), by));
        assert_eq!((authority.as_str(), aftermath.word()), (COURT, word));
        assert!(story.case.visits.is_empty());
        assert!(story.refused(command).contains(&STANDS.id), "it ended once");
        assert!(story.refused(died("2027-02-01")).contains(&STANDS.id));
        let visit = crate::decide::gates(&story.case, Act::VisitAfterAdoption, &story.facts);
        assert!(visit.iter().any(|broken| broken.rule.id == VISITS_IN_ORDER.id));
    }
}

#[test]
fn the_paper_is_looked_at_by_another_and_stays() {
    let end = || Command::RecordEnd(judgment(EndedBy::CourtVoid, "2027-02-01"));
    assert_eq!(shown(&[]).refused(end()), [END_SHOWN.id]);
    let mut unseen = shown(&[]);
    unseen.registrar().file(END).leader();
    assert_eq!(unseen.refused(end()), [END_SHOWN.id]);
    let mut alone = shown(&[END]);
    assert_eq!(alone.registrar().refused(end()), [OTHER_PERSON.id]);
    let mut story = shown(&[END]);
    story.must(end()).registrar();
    let number = story.case.papers.last().expect("the judgment").number;
    let reject = RejectPaper { reason: "不清晰".into() };
    assert_eq!(story.refused(Command::RejectPaper(number, reject)), [FROZEN.id]);
    for act in [Act::RecordEnd, Act::RecordAdoptersDeath] {
        let right = |role| {
            may(&[role].into(), Relation { is_own_office: true, ..Relation::NONE }, act.into())
        };
        let allowed: Vec<Role> =
            Role::ALL.into_iter().filter(|role| right(*role) == Access::Allowed).collect();
        assert_eq!(allowed, [Role::Leader]);
    }
}

#[test]
fn what_is_recorded_is_written_well() {
    let refused = |spoil: fn(&mut RecordEnd)| {
        let mut command = judgment(EndedBy::DissolvedElsewhere, "2027-02-01");
        spoil(&mut command);
        shown(&[END]).refused(Command::RecordEnd(command))
    };
    assert_eq!(refused(|data| data.authority.clear()), [TEXT.id]);
    assert_eq!(refused(|data| data.number = " 7".into()), [TEXT.id]);
    assert_eq!(refused(|data| data.effective_on = "2026-05-05".parse().expect("a day")), [DAY.id]);
    assert_eq!(refused(|data| data.effective_on = "2027-03-02".parse().expect("a day")), [DAY.id]);
    let own = refused(|data| data.authority = DAZU.bureau.into());
    assert_eq!(own, [NOT_OF_THIS_OFFICE.id], "this office dissolves by its procedure");
}

#[test]
fn an_adoption_that_is_not_registered_has_no_end() {
    let mut story = Story::approved();
    story.leader();
    let end = Command::RecordEnd(judgment(EndedBy::CourtVoid, "2026-05-06"));
    assert_eq!(story.refused(end), [ORDER_OF_WORK.id, END_SHOWN.id]);
    let (_, _, scan) = Story::registered().file(END).sent.pop().expect("the paper was filed");
    assert_eq!(story.registrar().refused(scan), [NONE_BEYOND.id]);
}

#[test]
fn adopters_who_died_leave_an_adoption_that_stands_and_keeps_the_child_from_none() {
    let mut story = shown(&deaths());
    story.must(died("2027-02-01"));
    assert!(story.case.aftermath.standing.stands(), "nothing was dissolved");
    assert_eq!(story.case.aftermath.word(), "adopters_died");
    assert!(story.case.visits.is_empty());
    assert_eq!(story.refused(died("2027-02-01")), [KNOWN.id]);
    let later = "2027-03-02".parse().expect("a day");
    let command = RecordAdoptersDeath { last_died_on: later };
    let refused = shown(&deaths()).refused(Command::RecordAdoptersDeath(command));
    assert_eq!(refused, [DAY.id]);
    assert_eq!(shown(&deaths()[..1]).refused(died("2027-02-01")), [DEATHS_SHOWN.id]);
    assert_eq!(story.case.stage, Stage::Registered);
}
