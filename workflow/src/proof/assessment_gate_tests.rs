//! The gate of the assessment (SEQ-3), each way of missing it. Written from the measure.

use crate::case::assessment::recusal::{RecusalFrom, RecusalRequest};
use crate::case::assessment::{AssessingBody, Incident, IncidentGround};
use crate::case::{PaperKind, Party};
use crate::cast::figures::ASSESSORS;
use crate::proof::gate_tests::{Miss, lose, miss, refuse_each, story_before};
use crate::proof::testing::reviewed::{BODY, conflict};

/// Every way of missing it.
pub fn assessment() -> Vec<Miss> {
    vec![
        miss("SEQ-3", "no written notice", "EVAL-9.1", |case, _| {
            case.assessment.notified_on = None
        }),
        miss("SEQ-3", "one adopter did not consent", "EVAL-9.2", |case, _| {
            case.assessment.consents.truncate(1)
        }),
        miss("SEQ-3", "consent not signed", "EVAL-9.2", |case, _| {
            lose(case, PaperKind::AssessmentConsent)
        }),
        miss("SEQ-3", "one assessor only", "EVAL-6", |case, _| {
            case.assessment.assessors.truncate(1)
        }),
        miss("SEQ-3", "one home visit only", "EVAL-9.3", |case, _| {
            case.assessment.visits.remove(0);
        }),
        miss("SEQ-3", "no interview", "EVAL-9.3", |case, _| {
            case.assessment.visits.pop();
        }),
        miss("SEQ-3", "visits by persons no longer appointed", "EVAL-9.3", |case, _| {
            case.assessment.assessors.retain(|assessor| assessor.name != ASSESSORS[0]);
        }),
        miss("SEQ-3", "no integration", "EVAL-8", |case, _| case.assessment.integration = None),
        miss("SEQ-3", "integration not ended", "EVAL-8", |case, _| {
            case.assessment.integration.as_mut().expect("integration").ended_on = None;
        }),
        miss("SEQ-3", "integration ended on day thirty", "EVAL-8", |case, _| {
            let integration = case.assessment.integration.as_mut().expect("integration");
            integration.ended_on = Some(integration.started_on + chrono::Days::new(30));
        }),
        miss("SEQ-3", "no report", "EVAL-9.4", |case, _| case.assessment.report = None),
        miss("SEQ-3", "report not signed", "EVAL-9.4", |case, _| {
            lose(case, PaperKind::AssessmentReport)
        }),
        miss("SEQ-3", "report no longer valid", "HOUSE-REPORT", |case, facts| {
            let filed = facts.today - chrono::Months::new(13);
            case.assessment.report.as_mut().expect("a report").on = filed;
        }),
        miss("SEQ-3", "the seal of a commissioned body not read", "EVAL-9.4.seal", |case, _| {
            case.assessment.body =
                Some(AssessingBody::ThirdParty { name: BODY.into(), agreement_number: "1".into() });
        }),
        miss("SEQ-3", "a request that an assessor withdraw waits", "EVAL-12.pending", |case, _| {
            case.assessment.recusals.push(RecusalRequest {
                number: 1,
                party: Party::FirstAdopter,
                assessor: case.assessment.assessors[0].user,
                from: RecusalFrom::Assessment,
                requested_on: case.last_on,
                conflict: conflict(),
                decision: None,
            });
        }),
        miss("SEQ-3", "an incident is open", "EVAL-11", |case, _| {
            case.incidents.push(Incident {
                concerns: Vec::new(),
                sentence: None,
                number: 1,
                ground: IncidentGround::Fraud,
                known_on: case.last_on,
                description: "材料存疑".into(),
                closed_on: None,
            })
        }),
    ]
}

#[test]
fn every_way_of_missing_it_is_refused_at_proposal_approval_and_registration() {
    let ways = assessment();
    let wanted = 3 * ways.len();
    assert_eq!(refuse_each(ways.into_iter(), story_before), wanted);
}
