//! An assessment by points, as the stories send it: planned, done by two, scored apart.

use chrono::{NaiveDate, NaiveTime};

use super::commands::{all_answers, names};
use super::people::user;
use super::story::Story;
use crate::access::Role;
use crate::case::assessment::scored::GivenMark;
use crate::case::assessment::work::{ChildSays, Household, Met, MetAs, PlannedWork};
use crate::case::assessment::{AssessingBody, Conclusion, VisitMethod};
use crate::case::{PaperKind, Slot};
use crate::cast::figures::ASSESSORS;
use crate::command::Command;
use crate::indicator::{Evidence, NotApplicable, Part, Points, default_set};
use crate::law::scoring::circumstances;
use crate::steps::apply::Apply;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::consent_to_assessment::ConsentToAssessment;
use crate::steps::decide_veto::DecideVeto;
use crate::steps::end_integration::EndIntegration;
use crate::steps::notify_assessment::NotifyAssessment;
use crate::steps::plan_assessment::PlanAssessment;
use crate::steps::propose_veto::ProposeVeto;
use crate::steps::record_assessment_work::{GivenEvidence, RecordAssessmentWork};
use crate::steps::save_sheet::SaveSheet;
use crate::steps::send_sheet::SendSheet;
use crate::steps::settle_difference::SettleDifference;
use crate::steps::start_integration::StartIntegration;
use crate::steps::submit_report::SubmitReport;

/// The plan of a home where nobody else lives.
pub fn plan() -> PlanAssessment {
    PlanAssessment {
        household: Household::default(),
        entries: vec![PlannedWork {
            on: "2026-03-09".parse().expect("a day"),
            method: VisitMethod::HomeVisit,
            whom: "两名申请人".into(),
            place: "申请人住所".into(),
        }],
        remarks: None,
    }
}

/// One piece of work of today, by both.
pub fn work(story: &Story, method: VisitMethod, people: &[(MetAs, &str)]) -> RecordAssessmentWork {
    work_on(story.facts.today, method, people)
}

/// One piece of work of a day, by both.
pub fn work_on(
    on: NaiveDate,
    method: VisitMethod,
    people: &[(MetAs, &str)],
) -> RecordAssessmentWork {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    RecordAssessmentWork {
        method,
        on,
        began_at: time(9),
        ended_at: time(10),
        place: "申请人住所".into(),
        assessors: vec![user(11, "").id, user(12, "").id],
        people: people.iter().map(|(who, name)| Met { who: *who, name: (*name).into() }).collect(),
        alone: people.len() == 1 && method == VisitMethod::Interview,
        child_lives_there: false,
        child_says: None,
        notes: "所见所闻与申请一致".into(),
        evidence: Vec::new(),
    }
}

/// One piece of evidence for each item and each bonus of the frozen set.
pub fn evidence(story: &Story) -> Vec<GivenEvidence> {
    let set = &story.case.assessment.scored.as_ref().expect("a frozen set").set;
    let items = [Part::Capability, Part::Integration]
        .into_iter()
        .flat_map(|part| set.items(part))
        .map(|item| (item.code.clone(), item.evidence[0]));
    let bonuses = set.capability.bonuses.iter();
    let bonuses = bonuses.map(|bonus| (bonus.code.clone(), bonus.evidence[0]));
    items
        .chain(bonuses)
        .map(|(code, kind)| GivenEvidence {
            kind,
            what: "评估记录".into(),
            paper: None,
            items: vec![code],
        })
        .collect()
}

/// The best mark of every item that applies, each with its evidence.
pub fn best(story: &Story, part: Part) -> Vec<GivenMark> {
    let scored = story.case.assessment.scored.as_ref().expect("a frozen set");
    let out = circumstances(&story.case, scored);
    let applies = |when: &Option<NotApplicable>| when.is_none_or(|when| !out.contains(&when));
    let items = scored.set.items(part).filter(|item| applies(&item.not_applicable_if));
    items
        .map(|item| GivenMark {
            item: item.code.clone(),
            points: item.max,
            note: "符合".into(),
            evidence: scored
                .evidence()
                .filter(|piece| piece.items.contains(&item.code))
                .map(|piece| piece.number)
                .collect(),
        })
        .collect()
}

impl Story {
    /// As one of the two assessors.
    pub fn assessor(&mut self, number: u128) -> &mut Story {
        let name = if number == 11 { ASSESSORS[0] } else { ASSESSORS[1] };
        self.by(user(number, name), Role::Assessor)
    }

    /// Accepted, noticed, consented under the default set, appointed.
    pub fn to_be_scored(application: Apply) -> Story {
        let mut story = Story::accepted_with(application);
        story.facts.indicator_set = Some(default_set().into());
        story.must(Command::NotifyAssessment(NotifyAssessment { body: AssessingBody::OwnTeam }));
        let parties: Vec<_> = story.case.adopting_parties().map(|(party, _)| party).collect();
        for party in parties {
            story.must(Command::ConsentToAssessment(ConsentToAssessment { party }));
            story.file_and_verify(Slot::of(PaperKind::AssessmentConsent, party));
        }
        let assessors = [11, 12].map(|number| AssessorToAppoint {
            user: user(number, "").id,
            statement_of_no_interest: "无利害关系声明已签署存卷".into(),
        });
        story.must(Command::AppointAssessors(AppointAssessors { assessors: assessors.into() }));
        story
    }

    /// The least work but what needs the child there.
    pub fn worked(&mut self) -> &mut Story {
        self.assessor(11).must(Command::PlanAssessment(plan()));
        for who in [MetAs::FirstAdopter, MetAs::SecondAdopter] {
            let interview = work(self, VisitMethod::Interview, &[(who, "申请人")]);
            self.must(Command::RecordAssessmentWork(interview));
        }
        for _ in 0..2 {
            let home = work(self, VisitMethod::HomeVisit, &[]);
            self.must(Command::RecordAssessmentWork(home));
        }
        let neighbours = [(MetAs::Neighbour, "刘大姐"), (MetAs::Committee, "社区居民委员会")];
        let around = work(self, VisitMethod::NeighbourhoodVisit, &neighbours);
        self.must(Command::RecordAssessmentWork(around));
        let mut papers = work(self, VisitMethod::DocumentReview, &[]);
        papers.evidence = evidence(self);
        self.must(Command::RecordAssessmentWork(papers))
    }

    /// Integration of thirty full days, with two visits while the child lives there.
    pub fn integrated(&mut self) -> &mut Story {
        let start = self.facts.today;
        self.assessor(11).must(Command::StartIntegration(StartIntegration { started_on: start }));
        for _ in 0..2 {
            let mut home = work(self, VisitMethod::HomeVisit, &[(MetAs::Child, "孩子")]);
            home.child_lives_there = true;
            home.child_says = Some(ChildSays::WantsIt);
            self.must(Command::RecordAssessmentWork(home));
        }
        self.facts.today = crate::law::time::periods::nth_day(start, 31);
        let ended_on = self.facts.today;
        self.must(Command::EndIntegration(EndIntegration { ended_on }))
    }

    /// The revision of the sheet of whoever acts.
    pub fn revision(&self, part: Part) -> u32 {
        let scored = self.case.assessment.scored.as_ref().expect("a frozen set");
        scored.sheet(part, self.facts.actor.id).map_or(0, |sheet| sheet.revision)
    }

    /// A sheet to be saved by whoever acts.
    pub fn draft(&self, part: Part, marks: Vec<GivenMark>) -> SaveSheet {
        let written_at = format!("{} 10:12", self.facts.today);
        let based_on = self.revision(part);
        SaveSheet { part, based_on, written_at, marks, bonuses: Vec::new() }
    }

    /// An assessor saves and sends a sheet that gives the best marks but for these.
    pub fn scores(&mut self, number: u128, part: Part, but: &[(&str, u32)]) -> &mut Story {
        self.assessor(number);
        let mut marks = best(self, part);
        for mark in &mut marks {
            if let Some((_, halves)) = but.iter().find(|(code, _)| *code == mark.item) {
                mark.points = Points::halves(*halves);
            }
        }
        let draft = self.draft(part, marks);
        self.must(Command::SaveSheet(draft));
        let revision = self.revision(part);
        self.must(Command::SendSheet(SendSheet { part, revision }))
    }

    /// Everything but the report, with the best marks.
    pub fn scored() -> Story {
        let mut story = Story::to_be_scored(super::people::application());
        story.worked().integrated();
        for part in [Part::Capability, Part::Integration] {
            story.scores(11, part, &[]).scores(12, part, &[]);
        }
        story
    }

    /// An assessment by points, with a difference, a veto that was not confirmed, and a report.
    pub fn by_points() -> Story {
        let mut story = Story::to_be_scored(super::people::application());
        story.worked().integrated();
        for part in [Part::Capability, Part::Integration] {
            let but: &[(&str, u32)] = if part == Part::Capability { &[("A5.1", 10)] } else { &[] };
            story.scores(11, part, &[]).scores(12, part, but);
        }
        for number in [11, 12] {
            story.assessor(number).must(Command::SettleDifference(SettleDifference {
                part: Part::Capability,
                item: "A5.1".into(),
                points: Points::whole(5),
                reason: None,
            }));
        }
        let mut reading = work(&story, VisitMethod::DocumentReview, &[]);
        reading.evidence = vec![GivenEvidence {
            kind: Evidence::Check,
            what: "公安机关核查结果".into(),
            paper: None,
            items: vec!["V5".into()],
        }];
        story.must(Command::RecordAssessmentWork(reading));
        let scored = story.case.assessment.scored.as_ref().expect("scored");
        let newest = scored.evidence().map(|piece| piece.number).max().expect("evidence");
        story.must(Command::ProposeVeto(ProposeVeto {
            code: "V5".into(),
            facts: "同名人员曾受处罚".into(),
            evidence: vec![newest],
            effect_on_child: None,
        }));
        let decision = DecideVeto { confirmed: false, reasons: "经核查不是同一人".into() };
        story.leader().must(Command::DecideVeto(1, decision));
        let report = scored_report(Conclusion::Capable, &[]);
        story.assessor(11).must(Command::SubmitReport(report)).registrar();
        story
    }

    /// The rules that a report breaks.
    pub fn report_refused(
        &mut self,
        conclusion: Conclusion,
        improvements: &[&str],
    ) -> Vec<&'static str> {
        let report = scored_report(conclusion, improvements);
        match self.assessor(11).act(Command::SubmitReport(report)) {
            Ok(_) => Vec::new(),
            Err(refusal) => names(&refusal),
        }
    }
}

/// A report by both.
pub fn scored_report(conclusion: Conclusion, improvements: &[&str]) -> SubmitReport {
    SubmitReport {
        conclusion,
        findings: all_answers(),
        signers: vec![user(11, "").id, user(12, "").id],
        improvements: improvements.iter().map(|text| (*text).to_owned()).collect(),
    }
}
