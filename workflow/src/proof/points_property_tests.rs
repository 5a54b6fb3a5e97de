//! Whatever the set and the marks: the stored score is the sum of what was settled, by a sum of one's own.

use crate::case::assessment::Conclusion;
use crate::case::assessment::scored::GivenMark;
use crate::command::Command;
use crate::indicator::{IndicatorSet, Item, Outcome, Part, Points, default_set};
use crate::law::scoring::differences;
use crate::proof::testing::scored::{best, scored_report};
use crate::proof::testing::{Story, application};
use crate::steps::save_sheet::SaveSheet;
use crate::steps::send_sheet::SendSheet;
use crate::steps::settle_difference::SettleDifference;

const PARTS: [Part; 2] = [Part::Capability, Part::Integration];

/// The same numbers at every run.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(sides)).expect("below the sides")
    }
}

/// A set with fewer groups and items, another mark at which it passes, and half points or none.
fn any_set(dice: &mut Dice) -> IndicatorSet {
    let mut set = default_set();
    set.capability.groups.truncate(1 + dice.roll(12) as usize);
    set.capability.bonuses.clear();
    set.integration.groups[0].items.truncate(1 + dice.roll(10) as usize);
    set.half_points = dice.roll(2) == 0;
    set.capability.max = max(&set, Part::Capability);
    set.integration.max = max(&set, Part::Integration);
    set.capability.pass = Points::whole(dice.roll(set.capability.max.in_halves() / 2 + 1));
    set.integration.pass = Points::whole(dice.roll(set.integration.max.in_halves() / 2 + 1));
    set
}

fn max(set: &IndicatorSet, part: Part) -> Points {
    set.items(part).map(|item| item.max).sum()
}

/// Points within one of the levels of an item.
fn any_points(item: &Item, half_points: bool, dice: &mut Dice) -> Points {
    let count = u32::try_from(item.levels.len()).expect("few");
    let level = &item.levels[dice.roll(count) as usize];
    let step = if half_points { 1 } else { 2 };
    let (from, to) = (level.from.in_halves(), level.to.in_halves());
    Points::halves(from + dice.roll((to - from) / step + 1) * step)
}

fn any_marks(story: &Story, part: Part, dice: &mut Dice) -> Vec<GivenMark> {
    let set = story.case.assessment.scored.as_ref().expect("scored").set.clone();
    let mut marks = best(story, part);
    for mark in &mut marks {
        let item = set.item(part, &mark.item).expect("an item of the set");
        mark.points = any_points(item, set.half_points, dice);
    }
    marks
}

fn send(story: &mut Story, number: u128, part: Part, marks: Vec<GivenMark>) {
    let draft: SaveSheet = story.assessor(number).draft(part, marks);
    story.must(Command::SaveSheet(draft));
    story.must(Command::SendSheet(SendSheet { part, revision: 1 }));
}

/// Both say that the first marks count.
fn settle(story: &mut Story, part: Part, first: &[GivenMark]) {
    let scored = story.case.assessment.scored.as_deref().expect("scored");
    for difference in differences(&story.case, scored, part) {
        let mark = first.iter().find(|mark| mark.item == difference.code).expect("a mark");
        let word = SettleDifference {
            part,
            item: difference.code,
            points: mark.points,
            reason: Some("共同核对".into()),
        };
        for number in [11, 12] {
            story.assessor(number).must(Command::SettleDifference(word.clone()));
        }
    }
}

/// What one would add up by hand: won, of so many, and whether that reaches the mark of the whole.
fn by_hand(set: &IndicatorSet, part: Part, counted: &[GivenMark]) -> (u32, u32, bool) {
    let won: u32 = counted.iter().map(|mark| mark.points.in_halves()).sum();
    let of = counted.iter().filter_map(|mark| set.item(part, &mark.item));
    let of: u32 = of.map(|item| item.max.in_halves()).sum();
    let (scale, pass) = (set.max(part).in_halves(), set.pass(part).in_halves());
    (won, of, of > 0 && won * scale >= pass * of)
}

#[test]
fn whatever_the_set_and_the_marks_the_stored_score_is_what_was_settled() {
    let mut dice = Dice(20_210_101);
    let mut begun = Story::to_be_scored(application());
    begun.worked().integrated();
    let (mut passed, mut failed) = (0, 0);
    for _ in 0..150 {
        let mut story = begun.clone();
        let set = any_set(&mut dice);
        story.case.assessment.scored.as_mut().expect("scored").set = set.clone();
        let mut hands = Vec::new();
        for part in PARTS {
            let (first, second) =
                (any_marks(&story, part, &mut dice), any_marks(&story, part, &mut dice));
            hands.push(by_hand(&set, part, &first));
            send(&mut story, 11, part, first.clone());
            send(&mut story, 12, part, second);
            settle(&mut story, part, &first);
        }
        let capable = hands.iter().all(|(_, _, passes)| *passes);
        if capable {
            passed += 1
        } else {
            failed += 1
        }
        let (right, wrong, advice): (_, _, &[&str]) = if capable {
            (Conclusion::Capable, Conclusion::NotCapable, &[])
        } else {
            (Conclusion::NotCapable, Conclusion::Capable, &["改进"])
        };
        assert!(story.report_refused(wrong, advice).contains(&"EVAL-9.4.score"));
        story.assessor(11).must(Command::SubmitReport(scored_report(right, advice)));
        let result = story.case.assessment.scored.expect("scored").result.expect("a result");
        let stored = [result.capability, result.integration];
        let stored = stored.map(|outcome| outcome.as_ref().map(summary).expect("a score"));
        assert_eq!(stored.to_vec(), hands, "{set:?}");
    }
    assert!(passed > 10 && failed > 10, "{passed} passed and {failed} failed");
}

fn summary(outcome: &Outcome) -> (u32, u32, bool) {
    (outcome.won.in_halves(), outcome.applicable.in_halves(), outcome.passed)
}
