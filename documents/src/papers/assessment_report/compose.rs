//! 收养评估报告 from a case, to be signed by every assessor.

use workflow::case;
use workflow::case::Case;
use workflow::case::assessment::{AssessmentTopic, AssessmentVisit, Conclusion, IncidentGround};
use workflow::law::assessment::consent_complete_on;
use workflow::law::signed_report::code_of;

use crate::parts::people::{self, Assessor};
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::{Aspect, AssessmentReport, Incident, Integration, Visit, annex, score};

/// 收养评估报告, to be signed by every assessor.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<AssessmentReport> {
    let assessment = &case.assessment;
    let report = assessment.report.as_ref()?;
    Some(AssessmentReport {
        office: setting.office.into(),
        case_number: case.number.clone(),
        body: people::assessing_body(assessment.body.as_ref()?, setting.office),
        assessors: assessors(case),
        applicants: people::adopters(case),
        child: people::child(case),
        notified_on: assessment.notified_on?,
        consented_on: consent_complete_on(case)?,
        version_code: code_of(case),
        reported_on: report.on,
        valid_months: setting.rules.report_valid_months,
        visits: visits(case),
        aspects: report
            .findings
            .iter()
            .filter(|finding| finding.topic != AssessmentTopic::Integration)
            .map(|finding| Aspect {
                title: finding.topic.printed().into(),
                finding: finding.finding.clone(),
            })
            .collect(),
        incidents: case.incidents.iter().map(incident).collect(),
        integration: assessment.integration.map(|time| integration(time, report)),
        score: score::of(case),
        annex: annex::pieces(case),
        photos: annex::photos(case),
        passed: report.conclusion == Conclusion::Capable,
        confidential: case.wishes.secrecy,
    })
}

fn assessors(case: &Case) -> Vec<Assessor> {
    let appointed = case.assessment.assessors.iter();
    appointed
        .map(|assessor| Assessor {
            name: assessor.name.clone(),
            qualification: assessor.qualification.clone(),
        })
        .collect()
}

/// The visits in the order of their days, with the names of the assessors who went.
fn visits(case: &Case) -> Vec<Visit> {
    let went = |visit: &AssessmentVisit| {
        let appointed = case.assessment.assessors.iter();
        appointed
            .filter(|assessor| visit.assessors.contains(&assessor.user))
            .map(|assessor| assessor.name.clone())
            .collect()
    };
    let mut visits: Vec<Visit> = case
        .assessment
        .visits
        .iter()
        .map(|visit| Visit {
            on: visit.on,
            method: visit.method.printed().into(),
            by: went(visit),
            summary: visit.findings.clone(),
        })
        .collect();
    visits.extend(score::work(case));
    visits.sort_by_key(|visit| visit.on);
    visits
}

fn integration(
    time: case::assessment::Integration,
    report: &case::assessment::Report,
) -> Integration {
    let finding =
        report.findings.iter().find(|finding| finding.topic == AssessmentTopic::Integration);
    Integration {
        began_on: time.started_on,
        ended_on: time.ended_on,
        // Neither the day it began nor the day it ended is a full day.
        days: time.ended_on.map(|ended_on| (ended_on - time.started_on).num_days() - 1),
        finding: finding.map(|finding| finding.finding.clone()),
    }
}

fn incident(incident: &case::assessment::Incident) -> Incident {
    Incident {
        title: ground(incident.ground).into(),
        known_on: incident.known_on,
        description: incident.description.clone(),
        closed_on: incident.closed_on,
    }
}

/// The circumstance in the words of 评估办法 art. 11.
fn ground(ground: IncidentGround) -> &'static str {
    match ground {
        IncidentGround::Fraud => "弄虚作假、隐瞒事实",
        IncidentGround::IllegalOrganisation => "参加非法组织、邪教组织",
        IncidentGround::HarmToMinors => "买卖、性侵、虐待、遗弃、非法送养未成年人",
        IncidentGround::DomesticViolence => "有持续性、经常性的家庭暴力",
        IncidentGround::IntentionalCrime => "有故意犯罪行为",
        IncidentGround::Illness => "患有可能影响抚养的疾病",
        IncidentGround::BadHabits => "吸毒、酗酒、赌博、嫖娼等",
        IncidentGround::HarmDuringIntegration => "致使融合期间的未成年人受到侵害或者面临危险",
        IncidentGround::OtherConduct => "其他不利于未成年人身心健康的行为",
    }
}
