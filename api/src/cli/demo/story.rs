//! A whole adoption, stage by stage, whatever the kind: what a case needs is asked of the law.

use chrono::{Days, NaiveTime};
use serde_json::json;
use workflow::Act;
use workflow::base::document::DocumentKind;
use workflow::case::assessment::Conclusion;
use workflow::case::decision::{Attendance, Concern, ConditionReason, ShownDocument};
use workflow::case::papers::ComparedWith;
use workflow::case::{Case, CheckKind, ChildKind, PaperKind, Party, SigningManner};
use workflow::law::kinds::{is_assessed, parents_are_unknown};
use workflow::law::registration::confirmations_needed;
use workflow::law::time::periods::nth_day;
use workflow::procedures::papers::required_papers;
use workflow::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use workflow::steps::approve::Approve;
use workflow::steps::consent_to_assessment::ConsentToAssessment;
use workflow::steps::end_integration::EndIntegration;
use workflow::steps::give_consent::GiveConsent;
use workflow::steps::guide::Guide;
use workflow::steps::inquire::Inquire;
use workflow::steps::issue_certificate::IssueCertificate;
use workflow::steps::notify_assessment::NotifyAssessment;
use workflow::steps::propose::Propose;
use workflow::steps::publish_notice::PublishNotice;
use workflow::steps::register::Register;
use workflow::steps::start_integration::StartIntegration;
use workflow::steps::submit_report::SubmitReport;
use workflow::steps::visit_after_adoption::VisitAfterAdoption;
use workflow::steps::visit_for_assessment::VisitForAssessment;

use super::points::{self, Course};
use super::teller::{ARCHIVIST, ASSESSOR, LEADER, OTHER_ASSESSOR, REGISTRAR, Teller, VISITOR};
use super::words::{VISITS, answers, clear, findings};
use crate::cli::stop::Stop;

/// From the application to the last visit.
pub(super) async fn whole(teller: &mut Teller) -> Result<(), Stop> {
    teller.open().await?;
    bring_papers(teller).await?;
    accept(teller).await?;
    review(teller, Conclusion::Capable).await?;
    decide(teller).await?;
    finish(teller).await
}

/// From a decision to the last visit.
pub(super) async fn finish(teller: &mut Teller) -> Result<(), Stop> {
    register(teller).await?;
    archive(teller).await?;
    follow_up(teller).await
}

/// Brings every paper that the case needs and that is not in its file.
pub(super) async fn bring_papers(teller: &mut Teller) -> Result<(), Stop> {
    let case = teller.case().await?;
    if case.papers.is_empty() {
        teller.print(DocumentKind::ApplicationReceipt, None).await?;
    }
    for required in required_papers(&case) {
        let slot = required.slot;
        if case.is_filled(slot) {
            continue;
        }
        match slot.paper {
            PaperKind::ApplicationForm => {
                let form = DocumentKind::ApplicationForm;
                teller.print_and_file(form, slot.paper, None).await?;
            }
            PaperKind::AdoptionAgreement => {
                let form = DocumentKind::AdoptionAgreement;
                teller.print_and_file(form, slot.paper, None).await?;
            }
            PaperKind::SupportDutyConsent => {
                let sheet = teller.print(DocumentKind::SupportDutyConsent, None).await?;
                let signed = ComparedWith::SignedBeforeMe;
                teller.file(slot.paper, slot.party, sheet, signed).await?;
            }
            _ => teller.bring(slot.paper, slot.party).await?,
        }
    }
    Ok(())
}

/// Checks what no paper shows, and accepts.
pub(super) async fn accept(teller: &mut Teller) -> Result<(), Stop> {
    let case = teller.case().await?;
    for (check, party) in confirmations_needed(&case) {
        if check == CheckKind::CriminalRecord {
            check_is_clear(teller, check, party).await?;
        }
    }
    if parents_are_unknown(case.kind) {
        check_is_clear(teller, CheckKind::MissingChildren, Party::Child).await?;
    }
    if case.kind == ChildKind::GuardianOrphan {
        check_is_clear(teller, CheckKind::SupportDuty, Party::Placer).await?;
    }
    if case.kind == ChildKind::StateGuardianship {
        check_is_clear(teller, CheckKind::LegalReview, Party::Child).await?;
    }
    teller.act(REGISTRAR, Act::Accept, "/acceptance", &json!({})).await?;
    teller.print(DocumentKind::AcceptanceNotice, None).await?;
    for party in parties_who_sign(&case) {
        let declaration = DocumentKind::NoDonationDeclaration;
        let paper = PaperKind::NoDonationDeclaration;
        teller.print_and_file(declaration, paper, Some(party)).await?;
    }
    Ok(())
}

async fn check_is_clear(teller: &mut Teller, check: CheckKind, party: Party) -> Result<(), Stop> {
    let made = clear(check, party, teller.today);
    teller.act(REGISTRAR, Act::RecordCheck, "/checks", &made).await?;
    Ok(())
}

fn parties_who_sign(case: &Case) -> Vec<Party> {
    case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties()).collect()
}

/// Notice, assessment, hearing and guidance, as far as the kind has them.
pub(super) async fn review(teller: &mut Teller, conclusion: Conclusion) -> Result<(), Stop> {
    let kind = teller.application.kind;
    if parents_are_unknown(kind) {
        publish(teller).await?;
    }
    if is_assessed(kind) {
        assess(teller, conclusion).await?;
    }
    hear(teller).await
}

/// Publishes the notice and files the newspaper page.
pub(super) async fn publish(teller: &mut Teller) -> Result<(), Stop> {
    teller.print(DocumentKind::PublicNotice, None).await?;
    let newspaper = "练习日报第4版".to_owned();
    let notice = PublishNotice { newspaper, published_on: teller.today };
    teller.act(REGISTRAR, Act::PublishNotice, "/public-notice", &notice).await?;
    teller.bring(PaperKind::NewspaperPage, None).await
}

/// The assessment from the written notice to the signed report.
pub(super) async fn assess(teller: &mut Teller, conclusion: Conclusion) -> Result<(), Stop> {
    begin_assessment(teller).await?;
    let case = teller.case().await?;
    if case.assessment.scored.is_some() {
        let passes = conclusion == Conclusion::Capable;
        return points::assess(teller, if passes { Course::Passes } else { Course::Fails }).await;
    }
    let started_on = case.assessment.integration.map_or(teller.today, |begun| begun.started_on);
    let assessors: Vec<_> =
        case.assessment.assessors.iter().map(|assessor| assessor.user).collect();
    for (day, method, findings) in VISITS {
        teller.move_to(started_on + Days::new(day)).await?;
        let visit = VisitForAssessment {
            visited_on: teller.today,
            method,
            assessors: assessors.clone(),
            findings: findings.to_owned(),
        };
        teller.act(ASSESSOR, Act::VisitForAssessment, "/assessment/visits", &visit).await?;
    }
    teller.move_to(started_on + Days::new(31)).await?;
    let end = EndIntegration { ended_on: teller.today };
    teller.act(ASSESSOR, Act::EndIntegration, "/assessment/integration-end", &end).await?;
    let report = SubmitReport {
        conclusion,
        findings: findings(),
        signers: assessors,
        improvements: Vec::new(),
    };
    teller.act(ASSESSOR, Act::SubmitReport, "/assessment/report", &report).await?;
    points::sign_report(teller).await
}

/// Notice, consents, appointment, and the child comes to live with the applicants.
pub(super) async fn begin_assessment(teller: &mut Teller) -> Result<(), Stop> {
    let notice = NotifyAssessment { body: teller.body.clone() };
    teller.act(REGISTRAR, Act::NotifyAssessment, "/assessment/notice", &notice).await?;
    teller.print(DocumentKind::AssessmentNotice, None).await?;
    let case = teller.case().await?;
    for (party, _) in case.adopting_parties() {
        let consent = ConsentToAssessment { party };
        teller.act(REGISTRAR, Act::ConsentToAssessment, "/assessment/consents", &consent).await?;
        let document = DocumentKind::AssessmentConsent;
        teller.print_and_file(document, PaperKind::AssessmentConsent, Some(party)).await?;
    }
    let assessors = [teller.account(ASSESSOR).await?, teller.account(OTHER_ASSESSOR).await?];
    let appointed = assessors.map(|user| AssessorToAppoint {
        user,
        statement_of_no_interest: "无利害关系声明已签署，存评估卷".to_owned(),
    });
    let appointment = AppointAssessors { assessors: appointed.into() };
    teller.act(REGISTRAR, Act::AppointAssessors, "/assessment/appointments", &appointment).await?;
    let start = StartIntegration { started_on: teller.today };
    teller.act(REGISTRAR, Act::StartIntegration, "/assessment/integration-start", &start).await?;
    Ok(())
}

/// Each is asked separately and consents on paper; each adopter receives guidance.
pub(super) async fn hear(teller: &mut Teller) -> Result<(), Stop> {
    let case = teller.case().await?;
    for (hour, party) in (8..).zip(parties_who_sign(&case)) {
        let inquiry = Inquire {
            party,
            began_at: NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default(),
            ended_at: NaiveTime::from_hms_opt(hour + 1, 10, 0).unwrap_or_default(),
            place: "练习县民政局收养登记处询问室".to_owned(),
            companion: None,
            recorder: "吴晓岚".to_owned(),
            answers: answers(&case, party),
            signing: SigningManner::ReadAndSigned,
        };
        teller.act(REGISTRAR, Act::Inquire, "/inquiries", &inquiry).await?;
        let document = DocumentKind::InquiryRecord;
        teller.print_and_file(document, PaperKind::InquiryRecord, Some(party)).await?;
        let consent = GiveConsent { party, signing: SigningManner::ReadAndSigned };
        teller.act(REGISTRAR, Act::GiveConsent, "/consents", &consent).await?;
        let document = DocumentKind::ConsentForm;
        teller.print_and_file(document, PaperKind::ConsentForm, Some(party)).await?;
    }
    for (party, _) in case.adopting_parties() {
        let guidance = Guide {
            party,
            given_by: "周明远".to_owned(),
            place: "练习县民政局收养登记处".to_owned(),
            minutes: 50,
            form: "面谈并观看宣传片".to_owned(),
            topics: "父母的家庭教育责任；建立依恋与安全感；如何告诉孩子身世；可以求助的机构"
                .to_owned(),
            response: "已经了解，愿意照做，遇到困难会及时联系民政部门。".to_owned(),
        };
        teller.act(REGISTRAR, Act::Guide, "/guidance", &guidance).await?;
        let document = DocumentKind::GuidanceRecord;
        teller.print_and_file(document, PaperKind::GuidanceRecord, Some(party)).await?;
    }
    Ok(())
}

/// The registrar proposes after the notice has run, and the leader approves.
pub(super) async fn decide(teller: &mut Teller) -> Result<(), Stop> {
    propose(teller).await?;
    approve(teller, Vec::new()).await
}

/// The registrar proposes, on the first day after the notice where there is one.
pub(super) async fn propose(teller: &mut Teller) -> Result<(), Stop> {
    let notice = teller.case().await?.notice;
    if let Some(notice) = notice
        && teller.today <= notice.last_day
    {
        teller.move_to(nth_day(notice.last_day, 1)).await?;
    }
    let opinion = "经审查，当事人符合《民法典》规定的收养条件，材料齐全，建议准予登记。".to_owned();
    teller.act(REGISTRAR, Act::Propose, "/proposal", &Propose { opinion }).await?;
    Ok(())
}

/// The leader approves; over a negative report with reasons.
pub(super) async fn approve(
    teller: &mut Teller,
    reasons_over_report: Vec<ConditionReason>,
) -> Result<(), Stop> {
    let approval = Approve { opinion: "同意登记。".to_owned(), reasons_over_report };
    teller.act(LEADER, Act::Approve, "/approval", &approval).await?;
    teller.print_and_file(DocumentKind::ApprovalForm, PaperKind::ApprovalForm, None).await
}

/// Everybody comes with the identity shown, the facts are confirmed, the certificate is issued.
async fn register(teller: &mut Teller) -> Result<(), Stop> {
    let today = teller.today;
    let case = teller.case().await?;
    let confirmations = confirmations_needed(&case)
        .into_iter()
        .map(|(check, party)| clear(check, party, today))
        .collect();
    let child = case.child.resident_id.as_ref().map_or("", |number| &number.0);
    let registration = Register {
        blank_serial: format!("YZ{child}"),
        attendance: everybody(&case, child),
        confirmations,
    };
    teller.act(REGISTRAR, Act::Register, "/registration", &registration).await?;
    teller.print(DocumentKind::Certificate, None).await?;
    teller.print(DocumentKind::ResultNotice, None).await?;
    let issue = IssueCertificate::default();
    teller.act(REGISTRAR, Act::IssueCertificate, "/issue", &issue).await?;
    // The approval form was made once more with the certificate's number: its receipt column is signed.
    let document = DocumentKind::ApprovalForm;
    teller.print_and_file(document, PaperKind::CertificateReceipt, None).await
}

fn everybody(case: &Case, child: &str) -> Vec<Attendance> {
    let in_person = |party, shown, number: &str| Attendance::InPerson {
        party,
        shown,
        number: number.to_owned(),
    };
    let card = ShownDocument::IdentityCard;
    let adopters = case.adopting_parties().map(|(party, adopter)| (party, &adopter.resident_id));
    let placing = case.placer.parties();
    let placing = placing.iter().map(|placing| (placing.party, placing.resident_id));
    let adults = adopters.chain(placing).map(|(party, number)| in_person(party, card, &number.0));
    let child = in_person(Party::Child, ShownDocument::HouseholdRegister, child);
    adults.chain([child]).collect()
}

async fn archive(teller: &mut Teller) -> Result<(), Stop> {
    teller.act(ARCHIVIST, Act::Archive, "/archive", &json!({})).await?;
    teller.print(DocumentKind::Dossier, None).await?;
    Ok(())
}

async fn follow_up(teller: &mut Teller) -> Result<(), Stop> {
    for scheduled in teller.case().await?.visits {
        teller.move_to(scheduled.due_on).await?;
        let visit = VisitAfterAdoption {
            visited_on: scheduled.due_on,
            visitors: vec!["程秀英".to_owned(), "魏长青".to_owned()],
            findings: "孩子身体健康，与养父母关系亲密，学习生活正常。".to_owned(),
            concern: Concern::Green,
            harm_report: None,
        };
        teller.act(VISITOR, Act::VisitAfterAdoption, "/follow-up-visits", &visit).await?;
        let record = DocumentKind::VisitRecord;
        teller.print_and_file(record, PaperKind::FollowUpRecord, None).await?;
    }
    Ok(())
}
