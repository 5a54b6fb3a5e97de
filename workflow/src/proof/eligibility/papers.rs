//! No paper that the law asks for is lost between the law's list and the slots of the answer.

use super::*;
use crate::case::{ChildKind, OtherParentState};
use crate::law::kinds::{PlacedBy, placed_by};
use crate::law::papers_by_law::{Circumstances, papers_by_law};
use crate::public::eligibility::documents::slot;

#[test]
fn every_paper_of_every_kind_has_its_slot() {
    let states = [
        None,
        Some(OtherParentState::Alive),
        Some(OtherParentState::Dead),
        Some(OtherParentState::Missing),
        Some(OtherParentState::Unknown),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for kind in ChildKind::ALL {
        for other_parent in states {
            for persons_placing in 0..=2 {
                let circumstances = Circumstances {
                    kind,
                    disabled: true,
                    kin: true,
                    adopters: 2,
                    persons_placing,
                    other_parent,
                    support_duty_consent_needed: true,
                };
                for paper in papers_by_law(&circumstances) {
                    let slot = slot(kind, paper.slot.paper, paper.slot.party);
                    seen.insert(slot.unwrap_or_else(|| panic!("{}", paper.slot.paper.word())));
                }
            }
        }
    }
    assert_eq!(seen.len(), 22, "{seen:?}");
}

#[test]
fn those_who_place_show_their_register_and_an_organisation_the_card_of_its_head() {
    for (source, _) in sources() {
        let slots = answer(&sheet(source)).documents.expect("the county's");
        let has = |slot: &str| slots.contains(&slot);
        let kind = read(&sheet(source)).child.source.kind();
        let (register, card) = match placed_by(kind) {
            PlacedBy::Institution => (false, true),
            PlacedBy::Parents | PlacedBy::Guardian => (true, false),
            PlacedBy::Nobody => (false, false),
        };
        assert_eq!(has("placer.household_register_and_id"), register, "{source}");
        assert_eq!(has("placer.responsible_person_id"), card, "{source}");
    }
    for source in ["guardian_orphan", "incapable_parents"] {
        let change = [("/placing/guardian_is_organisation", json!(true))];
        let slots = answer(&with(sheet(source), &change)).documents.expect("the county's");
        assert!(slots.contains(&"placer.responsible_person_id"), "{source}");
        assert!(!slots.contains(&"placer.household_register_and_id"), "{source}");
    }
}
