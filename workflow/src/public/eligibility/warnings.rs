//! Points of a stated adoption that the law leaves open: what is open, and how it is handled here.

use chrono::{Days, NaiveDate};

use super::answer::{Choose, Warning};
use super::sheet::FactSheet;
use super::source::Source;
use crate::base::open_points::OpenPoints;
use crate::case::{ChildKind, OtherParentState, Residency};
use crate::law::adopter::ADOPTER_AGE;
use crate::law::child::{ADULT_AGE, CONSENT_AGE};
use crate::law::open_points;
use crate::law::routing::{ONLY_KIN_OR_STEPCHILD, bars_foreigners};
use crate::law::time::periods::age_on;

/// The point, and what is said of it in Chinese and in English.
type Point = (&'static str, &'static str, &'static str);

static MIXED_COUPLE: Point = (
    "HMT-MIX",
    "夫妻一方居住在内地、另一方为华侨或者居住在港澳台地区的，由哪一级办理，规定没有明确；本系统按市级办理。",
    "The rules do not say which level serves a couple of whom only one is an overseas Chinese or lives in Hong Kong, Macau or Taiwan; the city level is taken.",
);
static SPOKESMAN: Point = (
    "FOR-2024",
    "外国人来华收养的这一限制出自外交部发言人的说明，《民法典》第一千一百零九条没有修改；是否适用由登记机关设定。",
    "This limit for foreigners rests on a spokesman's words; Civil Code art. 1109 was not changed. The office decides whether it applies.",
);
static DISABILITY_OF_A_FOUNDLING: Point = (
    "REG-7.5",
    "残疾证明依规定由送养人提交；此类儿童没有送养人，由收养人提交。",
    "The disability certificate is asked of those who place; nobody places this child, so the adopter brings it.",
);
static UNKNOWN_PARENT: Point = (
    "CC-1097.unknown",
    "生父母一方不明的，法规没有规定须提交何种证明；由登记机关核查。",
    "The Measures name no paper to show that a parent is unknown; the office makes a check.",
);
static PRIORITY_PAPER: Point = (
    "CC-1108.paper",
    "死亡一方的父母不行使优先抚养权，法规没有规定须提交何种证明；由登记机关征询。",
    "The Measures name no paper to show that the dead parent's parents do not claim their priority; the office asks them.",
);
static ON_THE_BIRTHDAY: Point = (
    "CC-1259.age",
    "所问之日恰为决定条件的生日：周岁自生日当日起算为本系统的约定，法律没有明确。",
    "The day asked about is a birthday that decides a condition: that the age is reached on the birthday itself is our convention, which the law does not settle.",
);

/// Every open point these facts touch.
pub(super) fn warnings(sheet: &FactSheet, points: &OpenPoints, choose: Choose) -> Vec<Warning> {
    let touched = [
        (is_mixed(sheet), &MIXED_COUPLE),
        (is_held_back_by_policy(sheet, points), &SPOKESMAN),
        (
            sheet.child.source == Source::Foundling && sheet.child.disabled,
            &DISABILITY_OF_A_FOUNDLING,
        ),
        (is_left_by(sheet, OtherParentState::Unknown), &UNKNOWN_PARENT),
        (is_left_by(sheet, OtherParentState::Dead), &PRIORITY_PAPER),
        (is_a_birthday(sheet), &ON_THE_BIRTHDAY),
    ];
    let of_kind = of_the_kind(sheet.child.source.kind(), choose);
    let others = touched
        .into_iter()
        .filter(|(touches, _)| *touches)
        .map(|(_, (point, zh, en))| Warning { point, message: choose(zh, en).to_owned() });
    of_kind.into_iter().chain(others).collect()
}

/// What is open for every child of the kind.
fn of_the_kind(kind: ChildKind, choose: Choose) -> Option<Warning> {
    let point = match kind {
        ChildKind::InstitutionOrphan => "CC-1096",
        ChildKind::Foundling => "CC-1094",
        ChildKind::IncapableParents => "REG-4.gap",
        ChildKind::RescuedChild => "D159-4",
        _ => return None,
    };
    let words = open_points::warning(kind)?;
    Some(Warning { point, message: choose(&words.zh, &words.en).to_owned() })
}

fn is_mixed(sheet: &FactSheet) -> bool {
    let any = |is: fn(&Residency) -> bool| sheet.adopters.iter().any(|one| is(&one.residency));
    any(Residency::is_mainland)
        && any(|residency| !residency.is_mainland())
        && !any(|residency| *residency == Residency::Foreign)
}

fn is_held_back_by_policy(sheet: &FactSheet, points: &OpenPoints) -> bool {
    let foreign = sheet.adopters.iter().any(|one| one.residency == Residency::Foreign);
    let source = sheet.child.source;
    let rules = bars_foreigners(source.kind(), source == Source::CollateralKin, points);
    foreign && rules.iter().any(|rule| rule.id == ONLY_KIN_OR_STEPCHILD.id)
}

fn is_left_by(sheet: &FactSheet, state: OtherParentState) -> bool {
    sheet.placing.is_one_parent_beside(state)
}

/// Whether somebody reaches on this very day an age that decides a condition.
fn is_a_birthday(sheet: &FactSheet) -> bool {
    let child = [CONSENT_AGE, ADULT_AGE].map(|age| (sheet.child.born, age));
    let adopters = sheet.adopters.iter().map(|one| (one.born, ADOPTER_AGE));
    child.into_iter().chain(adopters).any(|(born, age)| is_reached_on(born, age, sheet.as_of))
}

fn is_reached_on(born: NaiveDate, age: u32, day: NaiveDate) -> bool {
    let before = day.checked_sub_days(Days::new(1));
    age_on(born, day) == age && before.is_some_and(|before| age_on(born, before) < age)
}
