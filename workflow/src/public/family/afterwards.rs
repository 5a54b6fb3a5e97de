//! After the registration: what to do next, and the visits.

use chrono::Days;

use super::page::{NextThing, Visit};
use super::say::{Say, article_of};
use super::situation::Situation;
use super::words::{day_en, day_zh};
use crate::base::message::Message;
use crate::case::Case;
use crate::facts::Facts;
use crate::law::correction::SECRECY_STAYS;
use crate::law::effect::{HOUSEHOLD, PARENTS_IN_LAW, SURNAME};

/// What to do next, once the adoption is registered.
pub(super) fn next_things(case: &Case, situation: Situation, say: Say<'_>) -> Vec<NextThing> {
    if case.registration.is_none() || !case.aftermath.standing.stands() {
        return Vec::new();
    }
    let thing = |title: (&str, &str), sentence: (&str, &str), rule| NextThing {
        title: say(Message::new(title.0, title.1)),
        sentence: say(Message::new(sentence.0, sentence.1)),
        article: rule,
    };
    let mut things = vec![
        thing(
            ("父母和子女", "Parents and child"),
            (
                "从登记那天起，您就是孩子法律上的父母。",
                "From the day of registration you are the child's parents in law.",
            ),
            Some(article_of(&PARENTS_IN_LAW, say)),
        ),
        thing(
            ("上户口", "Household registration"),
            (
                "带收养登记证、户口簿、身份证，到派出所给孩子上户口或者迁户口。",
                "Take the certificate, household register and identity card to the police station.",
            ),
            Some(article_of(&HOUSEHOLD, say)),
        ),
        thing(
            ("孩子的姓", "The child's surname"),
            ("可以随您的姓，也可以保留原来的姓。", "It may be yours, or the child keeps its own."),
            Some(article_of(&SURNAME, say)),
        ),
    ];
    if situation != Situation::Closed {
        things.push(thing(
            ("医保和上学", "Health insurance and school"),
            (
                "上好户口，再给孩子参加医保、报名上学。",
                "With the household registration done, see to health insurance and school.",
            ),
            None,
        ));
    }
    things.extend([
        thing(
            ("收养的秘密", "The secret of the adoption"),
            ("您要求保密的，别人不能说出去。", "If you asked for secrecy, others may not tell."),
            Some(article_of(&SECRECY_STAYS, say)),
        ),
        thing(
            ("收好证件", "Keep the certificate"),
            (
                "收养登记证要收好。丢了、坏了，来我们这里补办。",
                "Keep it well. If it is lost or damaged, come to us for another.",
            ),
            None,
        ),
    ]);
    things
}

/// The visits, made and to come.
pub(super) fn visits(case: &Case, facts: &Facts, say: Say<'_>) -> Vec<Visit> {
    let window = Days::new(u64::from(facts.rules.follow_up_window_days));
    case.visits
        .iter()
        .map(|visit| {
            let from = visit.due_on.checked_sub_days(window).unwrap_or(visit.due_on);
            let made_on = visit.made.as_ref().map(|made| made.on);
            let sentence = match made_on {
                Some(on) => Message::new(
                    format!("第{}次：{}来过了。", visit.number, day_zh(on)),
                    format!("Visit {} was made on {}.", visit.number, day_en(on)),
                ),
                None => Message::new(
                    format!("第{}次：{}前后。", visit.number, day_zh(visit.due_on)),
                    format!("Visit {} is due around {}.", visit.number, day_en(visit.due_on)),
                ),
            };
            Visit {
                number: visit.number,
                from,
                due_on: visit.due_on,
                made_on,
                sentence: say(sentence),
            }
        })
        .collect()
}
