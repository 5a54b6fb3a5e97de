//! The default set is whole, each fault is found where it is, and scores come out as reckoned by hand.

use std::collections::BTreeSet;

use super::*;

fn points(whole: u32) -> Points {
    Points::whole(whole)
}

/// Numbers that look like chance and are the same in each run (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("a small number")
    }
}

/// A sheet of any marks that the set has, for what applies.
fn some_sheet(
    set: &IndicatorSet,
    part: Part,
    circumstances: &BTreeSet<NotApplicable>,
    chance: &mut Chance,
) -> Vec<Mark> {
    let applying = set
        .items(part)
        .filter(|item| item.not_applicable_if.is_none_or(|when| !circumstances.contains(&when)));
    applying
        .map(|item| {
            let level = &item.levels[chance.below(item.levels.len())];
            let steps = (level.to.in_halves() - level.from.in_halves()) as usize;
            let halves = level.from.in_halves() + chance.below(steps + 1) as u32;
            Mark { item: item.code.clone(), points: Points::halves(halves) }
        })
        .collect()
}

fn best(set: &IndicatorSet, part: Part, circumstances: &BTreeSet<NotApplicable>) -> Vec<Mark> {
    let mut marks = some_sheet(set, part, circumstances, &mut Chance(1));
    for mark in &mut marks {
        mark.points = set.item(part, &mark.item).expect("an item").max;
    }
    marks
}

fn sheet<'a>(marks: &'a [Mark], circumstances: &'a BTreeSet<NotApplicable>) -> Sheet<'a> {
    Sheet { marks, bonuses: &[], circumstances, vetoed: false }
}

#[test]
fn the_default_set_is_whole_and_adds_up() {
    let set = default_set();
    assert_eq!(faults(&set), []);
    let sums: Vec<(String, Points)> = set
        .capability
        .groups
        .iter()
        .map(|group| (group.code.clone(), group.items.iter().map(|item| item.max).sum()))
        .collect();
    let expected = [10, 10, 6, 10, 12, 10, 10, 8, 12, 4, 4, 4];
    let expected = (1..).zip(expected).map(|(number, sum)| (format!("A{number}"), points(sum)));
    assert_eq!(sums, expected.collect::<Vec<_>>());
    assert_eq!(set.items(Part::Capability).map(|item| item.max).sum::<Points>(), points(100));
    assert_eq!(set.items(Part::Capability).count(), 27);
    assert!(set.items(Part::Integration).all(|item| item.max == points(10)));
    assert_eq!(set.items(Part::Integration).count(), 10);
    assert_eq!((set.vetoes.len(), set.capability.bonuses.len()), (9, 3));
    assert!(!set.official);
}

#[test]
fn every_text_of_the_default_set_is_in_both_languages() {
    let set = default_set();
    for part in [Part::Capability, Part::Integration] {
        for item in set.items(part) {
            let anchors = item.levels.iter().map(|level| &level.anchor);
            for wording in anchors.chain([&item.ask]) {
                assert!(wording.en.is_some(), "{}: {wording:?}", item.code);
                assert!(wording.zh.chars().any(|one| one >= '\u{4e00}'), "{wording:?}");
            }
        }
    }
}

#[test]
fn a_set_reads_back_as_it_was_written() {
    let set = default_set();
    let json = serde_json::to_string(&set).expect("JSON");
    assert_eq!(serde_json::from_str::<IndicatorSet>(&json).expect("a set"), set);
}

#[test]
fn without_the_points_for_means_an_able_home_passes() {
    let (set, none) = (default_set(), BTreeSet::new());
    let mut marks = best(&set, Part::Capability, &none);
    for mark in marks.iter_mut().filter(|mark| mark.item.starts_with("A5.")) {
        mark.points = Points::ZERO;
    }
    let outcome = outcome(&set, Part::Capability, sheet(&marks, &none)).expect("a score");
    assert_eq!((outcome.won, outcome.passed), (points(88), true));
}

/// 72 of the 90 that apply to a single applicant who lives alone are exactly the 80 of a hundred.
#[test]
fn what_does_not_apply_is_taken_out_and_both_numbers_are_shown() {
    let set = default_set();
    use NotApplicable::{NoCoResident, NoOwnChild, NoSpecialNeed, Single};
    let circumstances = BTreeSet::from([Single, NoCoResident, NoOwnChild, NoSpecialNeed]);
    let mut marks = best(&set, Part::Capability, &circumstances);
    let full = outcome(&set, Part::Capability, sheet(&marks, &circumstances)).expect("a score");
    assert_eq!(
        (full.won, full.applicable, full.rescaled),
        (points(85), points(85), Hundredths(10_000))
    );
    // 85 - 12 - 5 = 68, and 68 / 85 is 0.8.
    for mark in &mut marks {
        if mark.item.starts_with("A5.") || mark.item == "A1.1" {
            mark.points = Points::ZERO;
        }
    }
    let met = outcome(&set, Part::Capability, sheet(&marks, &circumstances)).expect("a score");
    assert_eq!((met.won, met.rescaled, met.passed), (points(68), Hundredths(8_000), true));
    let last = marks.iter_mut().find(|mark| mark.item == "A10.1").expect("a mark");
    last.points = points(3);
    let missed = outcome(&set, Part::Capability, sheet(&marks, &circumstances)).expect("a score");
    assert_eq!((missed.rescaled, missed.passed), (Hundredths(7_882), false));
}

#[test]
fn the_bonus_is_capped_counted_apart_and_never_where_a_veto_stands() {
    let (mut set, none) = (default_set(), BTreeSet::new());
    set.capability.bonus_cap = points(7);
    let marks = best(&set, Part::Capability, &none);
    let bonuses = ["B1", "B2"].map(str::to_owned);
    let claimed = Sheet { bonuses: &bonuses, ..sheet(&marks, &none) };
    let score = outcome(&set, Part::Capability, claimed).expect("a score");
    assert_eq!((score.bonus_claimed, score.bonus), (points(8), points(7)));
    assert_eq!((score.rescaled, score.total), (Hundredths(10_000), Hundredths(10_700)));
    let vetoed =
        outcome(&set, Part::Capability, Sheet { vetoed: true, ..claimed }).expect("a score");
    assert_eq!(
        (vetoed.bonus, vetoed.passed, vetoed.total),
        (Points::ZERO, false, Hundredths(10_000))
    );
    let mut marks = marks.clone();
    marks.iter_mut().find(|mark| mark.item == "A9.4").expect("a mark").points = points(1);
    let unearned = outcome(&set, Part::Capability, Sheet { marks: &marks, ..claimed });
    let fault = MarkFault { code: "B1".to_owned(), kind: MarkFaultKind::NotEarned };
    assert_eq!(unearned, Err(vec![fault]));
}

#[test]
fn every_fault_of_a_sheet_is_named() {
    let (set, circumstances) = (default_set(), BTreeSet::from([NotApplicable::Single]));
    let mut marks = best(&set, Part::Capability, &circumstances);
    marks.retain(|mark| mark.item != "A10.1");
    let mark = |item: &str, points| Mark { item: item.to_owned(), points };
    marks.extend([mark("A7.2", points(4)), mark("A11.1", points(4)), mark("Z9", points(1))]);
    marks.iter_mut().find(|mark| mark.item == "A1.1").expect("a mark").points = Points::halves(9);
    let found = outcome(&set, Part::Capability, sheet(&marks, &circumstances)).expect_err("faults");
    let found: Vec<(&str, MarkFaultKind)> =
        found.iter().map(|fault| (fault.code.as_str(), fault.kind)).collect();
    use MarkFaultKind::*;
    assert_eq!(
        found,
        [
            ("A1.1", OutsideLevels),
            ("A7.2", DoesNotApply),
            ("A11.1", Twice),
            ("Z9", Unknown),
            ("A10.1", Missing),
        ]
    );
}

/// Ten thousand sheets of chance: the groups add up, more points never score less, and what is shown
/// agrees with whether it passes.
#[test]
fn any_sheet_scores_by_its_own_marks() {
    let set = default_set();
    let mut chance = Chance(20_260_302);
    for _ in 0..10_000 {
        let part = [Part::Capability, Part::Integration][chance.below(2)];
        let circumstances: BTreeSet<_> =
            NotApplicable::ALL.iter().copied().filter(|_| chance.below(2) == 0).collect();
        let mut marks = some_sheet(&set, part, &circumstances, &mut chance);
        let score = outcome(&set, part, sheet(&marks, &circumstances)).expect("a score");
        let by_hand: u32 = marks.iter().map(|mark| mark.points.in_halves()).sum();
        assert_eq!(score.won.in_halves(), by_hand);
        assert_eq!(score.won, score.groups.iter().map(|group| group.won).sum());
        let (shown, of) = (score.rescaled.0, score.applicable.in_halves());
        let exact = by_hand * 10_000;
        assert!(shown * of <= exact && exact < (shown + 1) * of, "cut off at the hundredth");
        assert_eq!(score.passed, score.rescaled >= Hundredths(8_000), "{score:?}");
        marks.reverse();
        assert_eq!(outcome(&set, part, sheet(&marks, &circumstances)), Ok(score.clone()));
        let raised = chance.below(marks.len());
        marks[raised].points = set.item(part, &marks[raised].item).expect("an item").max;
        let better = outcome(&set, part, sheet(&marks, &circumstances)).expect("a score");
        assert!(better.total >= score.total && (better.passed || !score.passed));
        assert!(score.rescaled <= Hundredths(10_000));
    }
}

/// One way of breaking each rule, and where it is found.
#[test]
fn every_rule_of_a_set_is_found_where_it_is_broken() {
    type Way = (SetRule, &'static str, fn(&mut IndicatorSet));
    let ways: [Way; 18] = [
        (SetRule::Text, "capability.groups[0].items[0].levels[1].anchor.zh", |set| {
            set.capability.groups[0].items[0].levels[1].anchor.zh = " ".to_owned();
        }),
        (SetRule::Code, "id", |set| set.id = "川民发".to_owned()),
        (SetRule::CodeTwice, "capability.groups[1].items[0].code", |set| {
            set.capability.groups[1].items[0].code = "A1.1".to_owned();
        }),
        (SetRule::Empty, "capability.groups[0].items[0].evidence", |set| {
            set.capability.groups[0].items[0].evidence.clear();
        }),
        (SetRule::Sum, "capability.groups[2].max", |set| {
            set.capability.groups[2].max = points(7);
        }),
        (SetRule::Pass, "capability.pass", |set| set.capability.pass = points(101)),
        (SetRule::Levels, "capability.groups[0].items[0].levels", |set| {
            set.capability.groups[0].items[0].levels.swap(0, 1);
        }),
        (SetRule::HalfPoint, "capability.bonus_cap", |set| {
            set.half_points = false;
            set.capability.bonus_cap = Points::halves(5);
        }),
        (SetRule::Topic, "capability.groups", |set| {
            set.capability.groups[9].topic = Topic::Motive;
        }),
        (SetRule::Need, "capability.bonuses[0].needs[0]", |set| {
            set.capability.bonuses[0].needs[0].points = points(4);
        }),
        (SetRule::Integration, "integration.min_days", |set| set.integration.min_days = 29),
        (SetRule::VetoEvidence, "vetoes[5].evidence", |set| {
            set.vetoes[5].evidence.push(Evidence::Home);
        }),
        (SetRule::MoneyGiven, "capability.bonuses[2].condition", |set| {
            set.capability.bonuses[2].condition.zh = "向福利院捐赠物资".to_owned();
        }),
        (SetRule::Religion, "capability.groups[1].items[2].ask", |set| {
            set.capability.groups[1].items[2].ask.en = Some("Religion".to_owned());
        }),
        (SetRule::Origin, "capability.groups[9].items[0].levels[0].anchor", |set| {
            set.capability.groups[9].items[0].levels[0].anchor.zh = "本地人".to_owned();
        }),
        (SetRule::Childlessness, "capability.groups[0].items[0].levels[0].anchor", |set| {
            set.capability.groups[0].items[0].levels[0].anchor.zh = "夫妻不孕".to_owned();
        }),
        (SetRule::DecidedByLaw, "capability.groups[6].items[0].ask", |set| {
            set.capability.groups[6].items[0].ask.zh = "年龄差".to_owned();
        }),
        (SetRule::MeansCapped, "capability.groups[4].max", |set| {
            set.capability.groups[4].items[0].max = points(7);
        }),
    ];
    for (rule, at, spoil) in ways {
        let mut set = default_set();
        spoil(&mut set);
        let found = faults(&set);
        assert!(found.contains(&Fault { at: at.to_owned(), rule }), "{rule:?}: {found:?}");
        let (zh, en) = rule.words();
        assert!(!zh.is_empty() && !en.is_empty() && rule.word().starts_with("indicator-"));
    }
}

#[test]
fn two_versions_are_compared_by_their_codes() {
    let before = default_set();
    let mut after = before.clone();
    after.version = 2;
    after.capability.groups[0].items[1].max = points(4);
    after.capability.groups[11].items.clear();
    let changed = changes(&before, &after);
    let change = |place: &str| changed.iter().find(|change| change.place == place);
    let raised = change("capability.A1.A1.2.max").expect("a change");
    assert_eq!((raised.before.as_deref(), raised.after.as_deref()), (Some("3"), Some("4")));
    let gone = change("capability.A12.A12.1.ask.zh").expect("a change");
    assert!(gone.before.is_some() && gone.after.is_none());
    assert!(change("version").is_some() && change("capability.A1.A1.1.max").is_none());
    assert_eq!(changes(&before, &before), []);
}
