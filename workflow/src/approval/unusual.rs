//! What is out of the ordinary in a case: a leader reads it before everything else.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::case::{Case, CheckOutcome, Procedure};
use crate::event::{Entry, Event};
use crate::facts::Facts;
use crate::law::assessment::report_is_negative;
use crate::law::child::notes_of_the_child;
use crate::law::exemptions::exemptions_of;
use crate::law::open_points;
use crate::procedures::deadlines;

/// In which way something is out of the ordinary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnusualKind {
    /// The report says that the applicants are not capable.
    NegativeReport,
    /// An incident was reported.
    Incident,
    /// Somebody claimed the child.
    Claim,
    /// A check speaks against the adoption.
    AdverseCheck,
    /// A party has died.
    Death,
    /// A condition does not apply.
    Exemption,
    /// A day has passed by which something had to be done.
    Late,
    /// An earlier proposal was sent back.
    Returned,
    /// An integration was broken off.
    IntegrationBroken,
    /// A fact changed since the application.
    Change,
    /// A party would not sign that no gift was given.
    Unsigned,
    /// A party is represented by the spouse.
    Mandate,
    /// The adopters raise the child already.
    RaisedBefore,
    /// Siblings are adopted together.
    Siblings,
    /// Another case of this child, or of a child called alike.
    OtherCase,
    /// The law leaves a point of this kind open.
    OpenPoint,
}

/// Something out of the ordinary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unusual {
    /// In which way.
    pub kind: UnusualKind,
    /// In words, without what parties said.
    pub text: Message,
    /// Its day.
    pub on: Option<NaiveDate>,
}

fn unusual(kind: UnusualKind, zh: impl Into<String>, en: impl Into<String>) -> Unusual {
    Unusual { kind, text: Message::new(zh, en), on: None }
}

impl Unusual {
    fn on(self, on: NaiveDate) -> Unusual {
        Unusual { on: Some(on), ..self }
    }
}

/// Everything out of the ordinary, the gravest first.
pub fn of(case: &Case, entries: &[Entry], facts: &Facts) -> Vec<Unusual> {
    let mut all = Vec::new();
    if let Some(report) = case.assessment.report.as_ref().filter(|_| report_is_negative(case)) {
        let negative = unusual(
            UnusualKind::NegativeReport,
            "评估报告结论为不具备收养能力",
            "the report says that the applicants are not capable",
        );
        all.push(negative.on(report.on));
    }
    all.extend(what_happened(case));
    all.extend(late(case, facts));
    all.extend(sent_back(entries));
    all.extend(circumstances(case));
    let others = notes_of_the_child(facts).into_iter();
    all.extend(others.map(|text| Unusual { kind: UnusualKind::OtherCase, text, on: None }));
    all.extend(of_the_law(case));
    all
}

fn what_happened(case: &Case) -> Vec<Unusual> {
    let mut all = Vec::new();
    all.extend(case.incidents.iter().map(|incident| {
        let (zh, en) = match incident.closed_on {
            None => ("待处理", "open"),
            Some(_) => ("已处理", "closed"),
        };
        let (zh, en) =
            (format!("报告情形一件（{zh}）"), format!("an incident was reported ({en})"));
        unusual(UnusualKind::Incident, zh, en).on(incident.known_on)
    }));
    all.extend(case.claims.iter().map(|claim| {
        let (zh, en) = if claim.settlement.is_some() {
            ("有人认领，已处理", "a claim was raised and settled")
        } else {
            ("有人认领，待处理", "a claim is open")
        };
        unusual(UnusualKind::Claim, zh, en).on(claim.raised_on)
    }));
    let adverse = case.checks.iter().filter(|check| check.outcome == CheckOutcome::Adverse);
    all.extend(adverse.map(|check| {
        let zh = format!("{}有不利情形", check.check.printed());
        unusual(UnusualKind::AdverseCheck, zh, "a check speaks against it").on(check.checked_on)
    }));
    all.extend(case.died.map(|party| {
        let zh = format!("{}已经死亡", party.printed());
        unusual(UnusualKind::Death, zh, "a party has died")
    }));
    all.extend(case.broken_integrations.iter().map(|broken| {
        let words = ("融合曾经中止", "an integration was broken off");
        unusual(UnusualKind::IntegrationBroken, words.0, words.1).on(broken.broken_off_on)
    }));
    all
}

fn late(case: &Case, facts: &Facts) -> Vec<Unusual> {
    let clocks = deadlines(case, &facts.calendar, &facts.rules).into_iter();
    let late = clocks.filter_map(|clock| {
        let due_on = clock.due_on?;
        let end = clock.met_on.unwrap_or(facts.today);
        let is_late = !crate::base::deadline_kind::DeadlineKind::WAITING.contains(&clock.kind)
            && end > due_on;
        let name = clock.kind.printed();
        let days = (end - due_on).num_days();
        is_late.then(|| {
            let zh = format!("{}超期{days}日", name.zh);
            unusual(UnusualKind::Late, zh, format!("{} is {days} days late", name.en)).on(due_on)
        })
    });
    late.collect()
}

fn sent_back(entries: &[Entry]) -> impl Iterator<Item = Unusual> {
    let back = entries.iter().filter(|entry| matches!(entry.event, Event::ProposalReturned { .. }));
    back.map(|entry| {
        let words = ("此前的报批曾被退回", "an earlier proposal was sent back");
        unusual(UnusualKind::Returned, words.0, words.1).on(entry.on)
    })
}

fn circumstances(case: &Case) -> Vec<Unusual> {
    let mut all = Vec::new();
    if case.changes > 0 {
        let zh = format!("申请后情况变更{}次", case.changes);
        let en = format!("{} facts changed since the application", case.changes);
        all.push(unusual(UnusualKind::Change, zh, en));
    }
    all.extend(case.unsigned_statements.iter().map(|_| {
        let words = ("当事人拒签无捐赠声明", "a party did not sign that no gift was given");
        unusual(UnusualKind::Unsigned, words.0, words.1)
    }));
    all.extend(case.mandates.iter().map(|_| {
        unusual(UnusualKind::Mandate, "由配偶持委托书代办", "a spouse acts with a mandate")
    }));
    all.extend(case.raised_since.map(|since| {
        let words = ("登记前已共同生活", "the adopters raise the child already");
        unusual(UnusualKind::RaisedBefore, words.0, words.1).on(since)
    }));
    all.extend(case.file_set.as_ref().map(|_| {
        unusual(UnusualKind::Siblings, "与同胞一并收养", "siblings are adopted together")
    }));
    all
}

fn of_the_law(case: &Case) -> Vec<Unusual> {
    if case.procedure != Procedure::Formation {
        return Vec::new();
    }
    let waived = exemptions_of(case).into_iter().map(|exemption| {
        let zh = format!("{}不适用（{}）", exemption.condition, exemption.citation);
        let en = format!("{} does not apply ({})", exemption.condition, exemption.by);
        unusual(UnusualKind::Exemption, zh, en)
    });
    let open = open_points::warning(case.kind);
    let open = open.map(|text| Unusual { kind: UnusualKind::OpenPoint, text, on: None });
    waived.chain(open).collect()
}
