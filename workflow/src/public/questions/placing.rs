//! The questions about those who place the child. Which belong to which source is what the fact sheet
//! takes, and tested against it.

use super::question::{Answer, Question, choice, question, yes_no};
use crate::law::{paper_rules, placer};

const SOURCE: &str = "child.source";
const PARENTS: &[&str] = &["hardship_parents", "collateral_kin"];
const GUARDIAN: &[&str] = &["guardian_orphan", "incapable_parents"];

/// What became of the other parent is asked in two ways, of which never both.
const OTHER_PARENT: &str = "placing.other_parent";

pub(super) fn questions() -> Vec<Question> {
    [of_parents(), of_a_stepchild(), of_a_guardian()].concat()
}

fn of_parents() -> Vec<Question> {
    let by = question(
        "placing.by",
        ("谁来送养？", "Who places the child?"),
        (
            "亲生父母送养，应当两个人一起；一方去世、下落不明或者查找不到的，可以由另一方送。",
            "Birth parents place the child together, unless one is dead, missing or unknown.",
        ),
        &placer::BOTH_PARENTS,
        choice(&[
            ("both_parents", "父母两个人一起", "Both parents together"),
            ("one_parent", "父亲或者母亲一个人", "One parent alone"),
        ]),
    );
    let hardship = question(
        "placing.hardship",
        (
            "父母真的有特殊困难，养不了孩子吗？",
            "Do the parents have special difficulties, so that they cannot raise the child?",
        ),
        (
            "父母健在的孩子，只有这样才可以送养。",
            "Only then may parents who are alive place their child.",
        ),
        &placer::HARDSHIP,
        yes_no(),
    );
    let other = question(
        OTHER_PARENT,
        ("另一方父母现在怎样？", "What became of the other parent?"),
        (
            "一个人送养，要说明另一方为什么不能来。",
            "Whoever places alone must show why the other parent does not.",
        ),
        &paper_rules::SPOUSE_PROOF,
        states(),
    );
    let claim = question(
        "placing.grandparents_claim_priority",
        (
            "去世一方的父母（孩子的祖父母或者外祖父母）要求自己抚养吗？",
            "Do the parents of the parent who died wish to raise the child themselves?",
        ),
        ("他们有优先抚养的权利。", "They come first."),
        &placer::PRIORITY,
        yes_no(),
    );
    vec![
        by.where_is(SOURCE, PARENTS),
        hardship.where_is(SOURCE, &["hardship_parents"]),
        other.where_is(SOURCE, PARENTS).where_is("placing.by", &["one_parent"]),
        claim
            .where_is(SOURCE, PARENTS)
            .where_is("placing.by", &["one_parent"])
            .where_is(OTHER_PARENT, &["dead"]),
    ]
}

fn of_a_stepchild() -> Vec<Question> {
    let other = question(
        OTHER_PARENT,
        ("孩子的另一方亲生父母现在怎样？", "What became of the child's other birth parent?"),
        (
            "收养继子女，要孩子的亲生父母同意。",
            "A stepchild is adopted with the consent of its birth parents.",
        ),
        &paper_rules::OTHER_PARENT_CONSENT,
        states(),
    );
    let consents = question(
        "placing.other_parent_consents",
        ("他（她）同意吗？", "Does that parent consent?"),
        (
            "收养继子女，要孩子的亲生父母同意。",
            "A stepchild is adopted with the consent of its birth parents.",
        ),
        &paper_rules::OTHER_PARENT_CONSENT,
        yes_no(),
    );
    vec![
        other.where_is(SOURCE, &["stepchild"]),
        consents.where_is(SOURCE, &["stepchild"]).where_is(OTHER_PARENT, &["alive"]),
    ]
}

fn of_a_guardian() -> Vec<Question> {
    let organisation = question(
        "placing.guardian_is_organisation",
        ("监护人是一个单位吗？", "Is the guardian an organisation?"),
        ("单位和个人要带的材料不同。", "An organisation brings other papers than a person."),
        &paper_rules::PLACER_IDENTITY,
        yes_no(),
    );
    let persons = question(
        "placing.support_duty_persons",
        (
            "孩子还有应当抚养他（她）的亲人吗（祖父母、外祖父母，成年的哥哥姐姐）？",
            "Are there relatives with a duty to support the child (grandparents, grown brothers or sisters)?",
        ),
        ("监护人送养孤儿，要他们同意。", "A guardian places an orphan only with their consent."),
        &placer::SUPPORT_DUTY_PERSONS,
        yes_no(),
    );
    let consent = question(
        "placing.support_duty_consents",
        ("他们都同意吗？", "Do they all consent?"),
        ("监护人送养孤儿，要他们同意。", "A guardian places an orphan only with their consent."),
        &placer::SUPPORT_DUTY_CONSENT,
        yes_no(),
    );
    let incapable = question(
        "placing.parents_incapable",
        ("孩子的父母都没有完全民事行为能力吗？", "Do both parents lack full civil capacity?"),
        ("监护人这时才可以送养。", "Only then may the guardian place the child."),
        &placer::INCAPABLE_AND_HARMFUL,
        yes_no(),
    );
    let harm = question(
        "placing.may_seriously_harm",
        ("他们可能严重伤害孩子吗？", "May they seriously harm the child?"),
        ("监护人这时才可以送养。", "Only then may the guardian place the child."),
        &placer::INCAPABLE_AND_HARMFUL,
        yes_no(),
    );
    vec![
        organisation.where_is(SOURCE, GUARDIAN),
        persons.where_is(SOURCE, &["guardian_orphan"]),
        consent
            .where_is(SOURCE, &["guardian_orphan"])
            .where_is("placing.support_duty_persons", &["true"]),
        incapable.where_is(SOURCE, &["incapable_parents"]),
        harm.where_is(SOURCE, &["incapable_parents"]),
    ]
}

fn states() -> Answer {
    choice(&[
        ("alive", "健在", "Alive"),
        ("dead", "已经去世", "Dead"),
        ("missing", "下落不明", "Missing"),
        ("unknown", "不知道是谁", "Unknown who it is"),
    ])
}
