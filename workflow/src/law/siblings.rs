//! 同案卷宗: siblings adopted together share one file set. The adopters' papers verified in the first
//! child's case are taken over into the second's with the day they came in, while the first is being
//! decided: they are for this adoption (登记办法 art. 6), not for one that is closed. Consents, inquiries and
//! decisions stay apart.

use super::input::KNOWN;
use super::papers_by_law::of_an_adopter;
use crate::base::rule::{Violation, rules};
use crate::case::{Adopter, ChildKind, FiledPaper, PaperState, Party};
use crate::event::Event;
use crate::facts::Facts;

rules! {
    /// A file set belongs to the same adopters.
    SAME_ADOPTERS = "FILE-SET", Some("SEQ-1"),
        "《收养登记档案管理暂行办法》（一案一卷）；登记机关卷宗设置", "archive measures; office filing", Derived,
        "同案卷宗须为同一收养人正在办理的兄弟姐妹的收养",
        "a shared file set is for siblings whom the same adopters are adopting now";
}

/// The sibling's case is known, not registered yet, and of the same adopters in the same order.
pub fn same_adopters(
    sibling_case: Option<&str>,
    adopters: &[Adopter],
    facts: &Facts,
) -> Option<Violation> {
    sibling_case?;
    let Some(sibling) = &facts.sibling else {
        return Some(KNOWN.broken().at("sibling_case"));
    };
    let adopters = adopters.iter().map(|adopter| &adopter.resident_id);
    let same = adopters.eq(&sibling.adopters) && sibling.is_open;
    (!same).then(|| SAME_ADOPTERS.broken().at("sibling_case"))
}

/// The adopters' own papers, as of the day they came in, verified anew on what they were compared with.
pub fn papers_taken_over(kind: ChildKind, adopters: usize, facts: &Facts) -> Vec<Event> {
    let Some(sibling) = &facts.sibling else {
        return Vec::new();
    };
    let taken = sibling.papers.iter().filter(|paper| is_needed_again(kind, adopters, paper));
    let numbered = (1..).zip(taken);
    numbered.flat_map(|(number, paper)| taken_over(number, paper)).collect()
}

/// What an adopter brings for a child of this kind, the same for each sibling.
fn is_needed_again(kind: ChildKind, adopters: usize, paper: &FiledPaper) -> bool {
    let parties = [Party::FirstAdopter, Party::SecondAdopter].into_iter().take(adopters);
    let mut needed = parties.flat_map(|party| of_an_adopter(kind, party));
    paper.is_verified() && needed.any(|required| required.slot == paper.slot)
}

fn taken_over(number: u32, paper: &FiledPaper) -> Vec<Event> {
    let PaperState::Verified { compared_with, .. } = paper.state else {
        return Vec::new();
    };
    vec![
        Event::PaperFiled {
            number,
            slot: paper.slot,
            scan: paper.scan.clone(),
            filed_on: Some(paper.filed_on),
        },
        Event::PaperVerified { number, compared_with },
    ]
}
