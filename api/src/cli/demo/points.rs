//! An assessment by points: planned, worked by two, integrated, scored apart, settled, reported.

use chrono::{Days, NaiveDate, NaiveTime};
use workflow::Act;
use workflow::case::Case;
use workflow::case::assessment::scored::{GivenMark, Scored};
use workflow::case::assessment::work::{ChildSays, Household, Met, MetAs, PlannedWork};
use workflow::case::assessment::{AssessingBody, Conclusion, VisitMethod};
use workflow::case::{PaperKind, Party};
use workflow::indicator::{NotApplicable, Part, Points};
use workflow::law::scoring::{circumstances, differences};
use workflow::law::signed_report::code_of;
use workflow::steps::confirm_report::ConfirmReport;
use workflow::steps::decide_veto::DecideVeto;
use workflow::steps::end_integration::EndIntegration;
use workflow::steps::plan_assessment::PlanAssessment;
use workflow::steps::propose_veto::ProposeVeto;
use workflow::steps::record_assessment_work::{GivenEvidence, RecordAssessmentWork};
use workflow::steps::save_sheet::SaveSheet;
use workflow::steps::send_sheet::SendSheet;
use workflow::steps::settle_difference::SettleDifference;
use workflow::steps::submit_report::SubmitReport;
use workflow::{DocumentKind, UserId};

use super::client::Person;
use super::teller::{ASSESSOR, LEADER, OTHER_ASSESSOR, REGISTRAR, Teller};
use super::words::findings;
use crate::cli::stop::Stop;

/// How an assessment by points goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// Two sheets, a difference that is settled, a pass.
    Passes,
    /// The points are too low.
    Fails,
    /// A veto on a medical paper, confirmed.
    Veto,
    /// A sheet written without a line comes late, and is kept beside the newest.
    Offline,
}

/// From the plan to the signed report. The child lives with the applicants already.
pub(super) async fn assess(teller: &mut Teller, course: Course) -> Result<(), Stop> {
    let case = teller.case().await?;
    let started_on = case.assessment.integration.map_or(teller.today, |begun| begun.started_on);
    plan(teller).await?;
    let assessors: Vec<UserId> =
        case.assessment.assessors.iter().map(|assessor| assessor.user).collect();
    for (day, record) in work(&case, &assessors) {
        teller.move_to(started_on + Days::new(day)).await?;
        let record = RecordAssessmentWork { on: teller.today, ..record };
        record_work(teller, &record).await?;
    }
    read_papers(teller, &assessors).await?;
    teller.file_photo(1).await?;
    teller.move_to(started_on + Days::new(31)).await?;
    let end = EndIntegration { ended_on: teller.today };
    teller.act(ASSESSOR, Act::EndIntegration, "/assessment/integration-end", &end).await?;
    for part in [Part::Capability, Part::Integration] {
        score(teller, ASSESSOR, part, 0, first_marks(course)).await?;
        let is_late = course == Course::Offline && part == Part::Capability;
        let revision = if is_late { late_draft(teller).await? } else { 0 };
        score(teller, OTHER_ASSESSOR, part, revision, second_marks(course)).await?;
    }
    if course == Course::Veto {
        veto(teller, &assessors).await?;
    }
    report(teller, course, &assessors).await
}

async fn plan(teller: &mut Teller) -> Result<(), Stop> {
    let planned = |days: u64, method, whom: &str| PlannedWork {
        on: teller.today + Days::new(days),
        method,
        whom: whom.to_owned(),
        place: "申请人住所".to_owned(),
    };
    let plan = PlanAssessment {
        household: Household::default(),
        entries: vec![
            planned(2, VisitMethod::Interview, "两名申请人，分别单独面谈"),
            planned(7, VisitMethod::HomeVisit, "申请人和孩子"),
            planned(21, VisitMethod::NeighbourhoodVisit, "邻居和社区居民委员会"),
        ],
        remarks: None,
    };
    teller.act(ASSESSOR, Act::PlanAssessment, "/assessment/plan", &plan).await?;
    Ok(())
}

async fn record_work(teller: &mut Teller, record: &RecordAssessmentWork) -> Result<(), Stop> {
    teller.act(ASSESSOR, Act::RecordAssessmentWork, "/assessment/work", record).await?;
    Ok(())
}

fn done(assessors: &[UserId], method: VisitMethod, notes: &str) -> RecordAssessmentWork {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    RecordAssessmentWork {
        method,
        on: NaiveDate::default(),
        began_at: at(9),
        ended_at: at(10),
        place: "申请人住所".to_owned(),
        assessors: assessors.to_vec(),
        people: Vec::new(),
        alone: false,
        child_lives_there: false,
        child_says: None,
        notes: notes.to_owned(),
        evidence: Vec::new(),
    }
}

/// The least work, with the days after which it is done.
fn work(case: &Case, assessors: &[UserId]) -> Vec<(u64, RecordAssessmentWork)> {
    let met = |who, name: &str| Met { who, name: name.to_owned() };
    let mut all = Vec::new();
    for (party, adopter) in case.adopting_parties() {
        let first = party == Party::FirstAdopter;
        let who = if first { MetAs::FirstAdopter } else { MetAs::SecondAdopter };
        let notes = "单独面谈，说明收养动机、照料分工和对孩子身世的告知打算，所述一致。";
        let talk = done(assessors, VisitMethod::Interview, notes);
        all.push((
            2,
            RecordAssessmentWork { people: vec![met(who, &adopter.name)], alone: true, ..talk },
        ));
    }
    for (day, notes) in [
        (7, "住房三室一厅，孩子有独立房间，家具边角均已包裹；孩子夜醒两次，能被安抚。"),
        (28, "孩子主动与申请人交流，睡眠、饮食规律，情绪稳定，愿意留在这个家。"),
    ] {
        let home = done(assessors, VisitMethod::HomeVisit, notes);
        let people = vec![met(MetAs::Child, &case.child.name)];
        let says = (day == 28).then_some(ChildSays::WantsIt);
        all.push((
            day,
            RecordAssessmentWork { people, child_lives_there: true, child_says: says, ..home },
        ));
    }
    let notes = "邻居和社区居民委员会均反映申请人待人和善、家庭和睦，愿意帮助照看。";
    let around = done(assessors, VisitMethod::NeighbourhoodVisit, notes);
    let people = vec![met(MetAs::Neighbour, "同楼邻居"), met(MetAs::Committee, "社区居民委员会")];
    all.push((21, RecordAssessmentWork { people, ..around }));
    all.sort_by_key(|(day, _)| *day);
    all
}

/// The set that was frozen, as the registrar reads it.
async fn scored(teller: &mut Teller) -> Result<(Case, Scored), Stop> {
    let case = teller.case().await?;
    let Some(scored) = case.assessment.scored.clone() else {
        return Err(Stop::failed("the assessment is not by points"));
    };
    Ok((case, *scored))
}

/// One reading of the papers, with a piece of evidence for each item of the set.
async fn read_papers(teller: &mut Teller, assessors: &[UserId]) -> Result<(), Stop> {
    let (_, scored) = scored(teller).await?;
    let items =
        [Part::Capability, Part::Integration].into_iter().flat_map(|part| scored.set.items(part));
    let evidence = items.filter_map(|item| {
        Some(GivenEvidence {
            kind: *item.evidence.first()?,
            what: format!("{}的记录和材料", item.ask.zh),
            paper: None,
            items: vec![item.code.clone()],
        })
    });
    let notes = "核对收入、住房、婚姻、健康检查、无犯罪记录材料和抚育计划。";
    let reading = done(assessors, VisitMethod::DocumentReview, notes);
    let reading =
        RecordAssessmentWork { on: teller.today, evidence: evidence.collect(), ..reading };
    record_work(teller, &reading).await
}

/// The marks below the best that an assessor gives, in whole points.
type Lower = &'static [(&'static str, u32)];

fn first_marks(course: Course) -> Lower {
    match course {
        Course::Fails => &[("A1.1", 0), ("A2.1", 1), ("A4.1", 1), ("A4.2", 1), ("A5.1", 0)],
        _ => &[("A5.1", 5), ("C1", 9)],
    }
}

/// The second assessor finds the means weaker by more than a level, unless the sheets agree.
fn second_marks(course: Course) -> Lower {
    match course {
        Course::Fails => first_marks(course),
        _ => &[("A5.1", 0), ("C1", 9)],
    }
}

fn marks(case: &Case, scored: &Scored, part: Part, lower: Lower) -> Vec<GivenMark> {
    let out = circumstances(case, scored);
    let applies = |when: &Option<NotApplicable>| when.is_none_or(|when| !out.contains(&when));
    let items = scored.set.items(part).filter(|item| applies(&item.not_applicable_if));
    let given = items.map(|item| GivenMark {
        item: item.code.clone(),
        points: lower
            .iter()
            .find(|(code, _)| *code == item.code)
            .map_or(item.max, |(_, points)| Points::whole(*points)),
        note: "依据所列佐证。".to_owned(),
        evidence: scored
            .evidence()
            .filter(|piece| piece.items.contains(&item.code))
            .map(|piece| piece.number)
            .collect(),
    });
    given.collect()
}

async fn save(
    teller: &mut Teller,
    person: Person,
    part: Part,
    based_on: u32,
    lower: Lower,
) -> Result<(), Stop> {
    let (case, scored) = scored(teller).await?;
    let sheet = SaveSheet {
        part,
        based_on,
        written_at: format!("{} 10:12", teller.today),
        marks: marks(&case, &scored, part, lower),
        bonuses: Vec::new(),
    };
    teller.act(person, Act::SaveSheet, "/assessment/sheet-drafts", &sheet).await?;
    Ok(())
}

/// One assessor's own sheet, saved and sent; the other has not seen it.
async fn score(
    teller: &mut Teller,
    person: Person,
    part: Part,
    based_on: u32,
    lower: Lower,
) -> Result<(), Stop> {
    save(teller, person, part, based_on, lower).await?;
    let send = SendSheet { part, revision: based_on + 1 };
    teller.act(person, Act::SendSheet, "/assessment/sheets", &send).await?;
    Ok(())
}

/// The second assessor saved at the office and on a device without a line: the late draft is kept beside.
/// Returns the revision that whoever saves next has to have seen.
async fn late_draft(teller: &mut Teller) -> Result<u32, Stop> {
    let part = Part::Capability;
    save(teller, OTHER_ASSESSOR, part, 0, &[]).await?;
    save(teller, OTHER_ASSESSOR, part, 0, &[("A5.1", 0)]).await?;
    let revision = 2;
    let send = SendSheet { part, revision };
    teller.refused(OTHER_ASSESSOR, Act::SendSheet, "/assessment/sheets", &send).await?;
    Ok(revision)
}

/// An illness that affects the child, on a medical paper, proposed by an assessor and confirmed by the leader.
async fn veto(teller: &mut Teller, assessors: &[UserId]) -> Result<(), Stop> {
    let case = teller.case().await?;
    let paper = case.papers.iter().find(|paper| paper.slot.paper == PaperKind::HealthCertificate);
    let notes = "核对县人民医院诊断证明。";
    let reading = RecordAssessmentWork {
        on: teller.today,
        evidence: vec![GivenEvidence {
            kind: workflow::indicator::Evidence::Paper,
            what: "县人民医院诊断证明".to_owned(),
            paper: paper.map(|paper| paper.number),
            items: vec!["V6".to_owned()],
        }],
        ..done(assessors, VisitMethod::DocumentReview, notes)
    };
    record_work(teller, &reading).await?;
    let (_, scored) = scored(teller).await?;
    let newest = scored.evidence().map(|piece| piece.number).max().unwrap_or(0);
    let veto = ProposeVeto {
        code: "V6".to_owned(),
        facts: "诊断为重度疾病，需长期住院治疗。".to_owned(),
        evidence: vec![newest],
        effect_on_child: Some("住院期间无人照料，另一申请人独自照料有困难。".to_owned()),
    };
    teller.act(ASSESSOR, Act::ProposeVeto, "/assessment/vetoes", &veto).await?;
    let decision = DecideVeto {
        confirmed: true, reasons: "医疗文书已核验，影响属实。".to_owned()
    };
    teller.act(LEADER, Act::DecideVeto, "/assessment/vetoes/1/decision", &decision).await?;
    Ok(())
}

/// Every difference is settled by both, item by item, with a reason.
async fn settle(teller: &mut Teller) -> Result<(), Stop> {
    for part in [Part::Capability, Part::Integration] {
        let (case, scored) = scored(teller).await?;
        for difference in differences(&case, &scored, part) {
            let Some(highest) = difference.points.iter().max().copied() else { continue };
            for person in [ASSESSOR, OTHER_ASSESSOR] {
                let word = SettleDifference {
                    part,
                    item: difference.code.clone(),
                    points: highest,
                    reason: Some("共同核对工资流水和公积金缴存记录后取得一致。".to_owned()),
                };
                teller.act(person, Act::SettleDifference, "/assessment/settlements", &word).await?;
            }
        }
    }
    Ok(())
}

async fn report(teller: &mut Teller, course: Course, assessors: &[UserId]) -> Result<(), Stop> {
    let fails = matches!(course, Course::Fails | Course::Veto);
    let (conclusion, improvements) = if fails {
        (Conclusion::NotCapable, vec!["按医嘱治疗并复查".to_owned(), "落实照料人".to_owned()])
    } else {
        (Conclusion::Capable, Vec::new())
    };
    let report = SubmitReport {
        conclusion,
        findings: findings(),
        signers: assessors.to_vec(),
        improvements,
    };
    if !fails {
        teller.refused(ASSESSOR, Act::SubmitReport, "/assessment/report", &report).await?;
    }
    settle(teller).await?;
    teller.act(ASSESSOR, Act::SubmitReport, "/assessment/report", &report).await?;
    sign_report(teller).await
}

/// Signed by every assessor, the report is filed; of a commissioned body the registrar reads code and seal.
pub(super) async fn sign_report(teller: &mut Teller) -> Result<(), Stop> {
    let document = DocumentKind::AssessmentReport;
    teller.print_and_file(document, PaperKind::AssessmentReport, None).await?;
    let AssessingBody::ThirdParty { name, .. } = teller.body.clone() else { return Ok(()) };
    let code = code_of(&teller.case().await?).unwrap_or_default();
    let read = ConfirmReport { code, seal_of: Some(name) };
    let path = "/assessment/report-confirmation";
    teller.act(REGISTRAR, Act::ConfirmReport, path, &read).await?;
    Ok(())
}
