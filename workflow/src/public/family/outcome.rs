//! After a case ended without registration: why, what becomes of the papers, and what can be done.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::page::{Outcome, Reason, Remedy};
use super::say::{Say, article_of, is_family, is_familys_paper};
use super::words::{papers, with_day};
use crate::access::secrecy::{Side, identifying, without_secrets};
use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::case::decision::RefusalReason;
use crate::case::{Case, Ending, PaperKind};
use crate::facts::Facts;
use crate::law::parts::rulebook;
use crate::law::remedies::{self, RECONSIDERATION, SUIT, Terms};

/// How the case ended; nothing where it goes on or the adoption was registered.
pub(super) fn of(case: &Case, facts: &Facts, say: Say<'_>) -> Option<Outcome> {
    match case.ending.as_ref()? {
        Ending::Refused { on, reasons, papers_returned, papers_confiscated, .. } => Some(Outcome {
            on: *on,
            sentence: say(with_day(
                *on,
                ("", "决定不登记。书面通知会交给您。"),
                ("Registration was refused on ", ". You get the notice in writing."),
            )),
            reasons: reasons.iter().map(|given| reason(case, given, say)).collect(),
            papers: papers_back(case, papers_returned, papers_confiscated, say),
            remedies: ways(case, facts, say),
        }),
        Ending::NotAccepted { on, decision, .. } => Some(Outcome {
            on: *on,
            sentence: say(with_day(
                *on,
                ("", "决定不收下申请。书面通知会交给您。"),
                ("The application was not accepted on ", ". You get the notice in writing."),
            )),
            reasons: decision.reasons.iter().map(|given| reason(case, given, say)).collect(),
            papers: papers_back(case, &decision.papers_returned, &decision.papers_confiscated, say),
            remedies: ways(case, facts, say),
        }),
        Ending::Withdrawn { on, .. } => Some(Outcome {
            on: *on,
            sentence: say(with_day(
                *on,
                ("申请在", "撤回。"),
                ("The application was withdrawn on ", "."),
            )),
            reasons: Vec::new(),
            papers: Vec::new(),
            remedies: Vec::new(),
        }),
    }
}

/// Until when the decision can be challenged, counted from the day the family knew of it.
pub(super) fn terms(case: &Case, facts: &Facts) -> Option<Terms> {
    known_on(case).map(|on| remedies::terms(on, &facts.calendar))
}

/// The day the notice was handed to the first of the family. Before that the day of the decision, so
/// that the days told are never too late.
fn known_on(case: &Case) -> Option<NaiveDate> {
    let (notice, decided_on) = match case.ending.as_ref()? {
        Ending::Refused { on, .. } => (DocumentKind::RefusalNotice, *on),
        Ending::NotAccepted { on, .. } => (DocumentKind::NonAcceptanceNotice, *on),
        Ending::Withdrawn { .. } => return None,
    };
    let services = case
        .services
        .iter()
        .filter(|service| service.document == notice && is_family(service.party));
    Some(services.map(|service| service.served_on).min().unwrap_or(decided_on))
}

/// A reason as the notice handed to the family says it, without anything that tells who placed.
fn reason(case: &Case, given: &RefusalReason, say: Say<'_>) -> Reason {
    let rule = rulebook().into_iter().find(|rule| rule.id == given.rule);
    Reason {
        reason: without_secrets(&given.explanation, &identifying(case, Side::Placing)),
        article: rule.map(|rule| article_of(rule, say)).unwrap_or_default(),
    }
}

/// What becomes of the family's own papers, counted by kind.
fn papers_back(case: &Case, returned: &[u32], confiscated: &[u32], say: Say<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (paper, count) in counted(case, returned) {
        let what = papers::of(paper).what;
        lines.push(say(Message::new(
            format!("{}，{count}份，还给您。", what.zh),
            format!("{}: {count} returned to you.", what.en),
        )));
    }
    for (paper, count) in counted(case, confiscated) {
        let what = papers::of(paper).what;
        lines.push(say(Message::new(
            format!("{}，{count}份，查明是假的，按规定收走。", what.zh),
            format!("{}: {count} found false and kept by us.", what.en),
        )));
    }
    lines
}

fn counted(case: &Case, numbers: &[u32]) -> BTreeMap<PaperKind, usize> {
    let mut counted = BTreeMap::new();
    let of_family = case.papers.iter().filter(|paper| {
        numbers.contains(&paper.number)
            && is_familys_paper(case, paper.slot)
            && papers::is_brought(paper.slot.paper)
    });
    for paper in of_family {
        *counted.entry(paper.slot.paper).or_default() += 1;
    }
    counted
}

fn ways(case: &Case, facts: &Facts, say: Say<'_>) -> Vec<Remedy> {
    let Some(terms) = terms(case, facts) else { return Vec::new() };
    vec![
        Remedy {
            sentence: say(Message::new(
                "可以请上级政府重新看一遍，这叫行政复议。",
                "You may ask the government above us to look at it again: reconsideration.",
            )),
            place: say(remedies::reconsideration_body(&facts.office.name)),
            until: terms.reconsideration_until,
            until_sentence: say(with_day(
                terms.reconsideration_until,
                ("最晚在", "提出。"),
                ("By ", " at the latest."),
            )),
            article: article_of(&RECONSIDERATION, say),
        },
        Remedy {
            sentence: say(Message::new(
                "也可以到法院告我们，这叫行政诉讼。",
                "You may also go to court against us.",
            )),
            place: say(remedies::court()),
            until: terms.suit_until,
            until_sentence: say(with_day(
                terms.suit_until,
                ("最晚在", "提出。"),
                ("By ", " at the latest."),
            )),
            article: article_of(&SUIT, say),
        },
    ]
}
