//! 民法典 art. 1105(2), 登记办法 art. 8(2): the notice of sixty full days, and whoever claims the child.

use super::days::{later, rolled};
use super::kinds::{is_searched_for, kind};
use super::{History, decides};
use crate::case::change::Change;
use crate::case::{ClaimOutcome, PaperKind, Slot};
use crate::event::Event;

fn needs_notice(history: &History) -> bool {
    decides(history) && is_searched_for(kind(history))
}

/// The place of the notice that speaks of the child as it is known now.
fn notice(history: &History) -> Option<usize> {
    let published = history.last(|event| matches!(event, Event::NoticePublished { .. }));
    published.filter(|published| Some(*published) > history.changed(is_of_the_child))
}

fn is_of_the_child(change: &Change) -> bool {
    matches!(change, Change::Child { .. })
}

fn never_published(history: &History) -> bool {
    needs_notice(history) && notice(history).is_none()
}

fn page_not_filed(history: &History) -> bool {
    let page = Slot::of_case(PaperKind::NewspaperPage);
    let filed = |notice| history.paper_stands(page, Some(notice));
    needs_notice(history) && notice(history).is_some_and(|notice| !filed(notice))
}

fn sixty_days_have_not_run(history: &History) -> bool {
    let Some(Event::NoticePublished { published_on, .. }) =
        notice(history).map(|at| &history.0[at].event)
    else {
        return false;
    };
    needs_notice(history) && history.today() <= rolled(later(*published_on, 60))
}

/// The notice is this office's own, of the child as it is known: not from before either.
fn published_before_its_time(history: &History) -> bool {
    let Event::NoticePublished { published_on, .. } = &history.newest().event else {
        return false;
    };
    let accepted = history.last(|event| matches!(event, Event::Accepted { .. }));
    let changed = history.changed(is_of_the_child);
    accepted.max(changed).is_none_or(|known| *published_on < history.on(known))
}

fn claims(history: &History) -> usize {
    history.count(|event| matches!(event, Event::ClaimRaised { .. }))
}

fn settled(history: &History) -> usize {
    history.count(|event| matches!(event, Event::ClaimSettled { .. }))
}

fn open_claim(history: &History) -> bool {
    super::admits(history) && claims(history) > settled(history)
}

fn good_claim(history: &History) -> bool {
    let good =
        |event: &Event| matches!(event, Event::ClaimSettled { outcome: ClaimOutcome::Founded, .. });
    super::admits(history) && history.has(good)
}

fn settled_without_paper(history: &History) -> bool {
    let settles = matches!(history.newest().event, Event::ClaimSettled { .. });
    (settles || decides(history))
        && history.papers_of_case(PaperKind::ClaimPaper) < settled(history)
}

fn settled_twice(history: &History) -> bool {
    let Event::ClaimSettled { number: settled, .. } = history.newest().event else {
        return false;
    };
    let about =
        |event: &Event| matches!(event, Event::ClaimSettled { number, .. } if *number == settled);
    let raised =
        |event: &Event| matches!(event, Event::ClaimRaised { number, .. } if *number == settled);
    history.count(about) > 1 || !history.has(raised)
}

fn of_known_parents(history: &History) -> bool {
    let of_the_search =
        matches!(history.newest().event, Event::NoticePublished { .. } | Event::ClaimRaised { .. });
    of_the_search && !is_searched_for(kind(history))
}

rows! {
    "SEQ-2", "民法典 1105(2)", "a notice of the child precedes registration", never_published;
    "SEQ-2", "规范 18", "the newspaper page is filed", page_not_filed;
    "SEQ-2", "登记办法 8(2)；民法典 201、203", "the notice ran sixty full days", sixty_days_have_not_run;
    "SEQ-2", "登记办法 8(2)", "the notice is of this case and of the child as known", published_before_its_time;
    "SEQ-2", "登记办法 8(2)", "an open claim halts the case", open_claim;
    "SEQ-2", "民法典 1093(2)", "a child that was claimed with right is not adopted", good_claim;
    "SEQ-2", "登记办法 8(2)", "a claim is settled on a police or court paper", settled_without_paper;
    "SEQ-2", "登记办法 8(2)", "a claim that was raised is settled once", settled_twice;
    "SEQ-1", "民法典 1105(2)；规范 48", "no search where the parents are known", of_known_parents;
}
