//! One adoption of a foundling from the institution, from application to the last visit.

use chrono::{Days, NaiveDate, NaiveTime};
use serde_json::{Value, json};
use workflow::Act;
use workflow::case::assessment::{
    AssessingBody, AssessmentTopic, Conclusion, Finding, VisitMethod,
};
use workflow::case::decision::{Attendance, Concern, ShownDocument};
use workflow::case::hearing::Answer;
use workflow::case::{Check, CheckKind, CheckOutcome, PaperKind, Party, Placer, SigningManner};
use workflow::document::DocumentKind;
use workflow::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use workflow::steps::approve::Approve;
use workflow::steps::consent::GiveConsent;
use workflow::steps::consent_to_assessment::ConsentToAssessment;
use workflow::steps::guide::Guide;
use workflow::steps::inquire::Inquire;
use workflow::steps::integrate::{EndIntegration, StartIntegration};
use workflow::steps::issue::IssueCertificate;
use workflow::steps::notify_assessment::NotifyAssessment;
use workflow::steps::propose::Propose;
use workflow::steps::publish_notice::PublishNotice;
use workflow::steps::register::Register;
use workflow::steps::report::SubmitReport;
use workflow::steps::visit::VisitForAssessment;
use workflow::steps::visit_after_adoption::VisitAfterAdoption;

use super::teller::{ARCHIVIST, ASSESSOR, LEADER, OTHER_ASSESSOR, REGISTRAR, Teller, VISITOR};
use crate::cli::Stop;

const ADOPTERS: [Party; 2] = [Party::FirstAdopter, Party::SecondAdopter];
const ASKED: [Party; 3] = [Party::FirstAdopter, Party::SecondAdopter, Party::Placer];

/// Tells the whole story; answers with the number of acts.
pub(super) async fn tell(mut teller: Teller) -> Result<u32, Stop> {
    teller.open().await?;
    bring_papers(&mut teller).await?;
    accept(&mut teller).await?;
    publish(&mut teller).await?;
    assess(&mut teller).await?;
    hear(&mut teller).await?;
    decide(&mut teller).await?;
    register(&mut teller).await?;
    archive(&mut teller).await?;
    follow_up(&mut teller).await?;
    Ok(teller.acts())
}

async fn bring_papers(teller: &mut Teller) -> Result<(), Stop> {
    teller.print(DocumentKind::ApplicationReceipt, None).await?;
    teller.print_and_file(DocumentKind::ApplicationForm, PaperKind::ApplicationForm, None).await?;
    teller.bring(PaperKind::JointPhoto, None).await?;
    for party in ADOPTERS {
        for paper in [
            PaperKind::HouseholdRegister,
            PaperKind::IdentityCard,
            PaperKind::MaritalAndAbilityProof,
            PaperKind::ChildrenStatement,
            PaperKind::HealthCertificate,
            PaperKind::BirthsCertificate,
        ] {
            teller.bring(paper, Some(party)).await?;
        }
    }
    teller.bring(PaperKind::ResponsiblePersonIdentityCard, Some(Party::Placer)).await?;
    teller.bring(PaperKind::EntryRecord, Some(Party::Child)).await?;
    teller.bring(PaperKind::PoliceFindingCertificate, Some(Party::Child)).await
}

fn clear(check: CheckKind, party: Party, on: NaiveDate) -> Check {
    let source = match check {
        CheckKind::CriminalRecord => "练习县公安局信息核查，练公核〔2026〕31号",
        CheckKind::MaritalStatus => "婚姻登记信息系统查询",
        CheckKind::CareOfChild => "练习县儿童福利院在院证明",
        CheckKind::Hardship => "练习县城关镇人民政府入户核实",
        CheckKind::GrandparentsPriority => "询问笔录：祖父母表示不行使优先抚养权",
        CheckKind::OtherParent => "练习县公安局户籍查询",
        CheckKind::MissingChildren => "全国公安机关打拐信息比对，练公比〔2026〕7号",
    };
    Check { check, party, source: source.to_owned(), checked_on: on, outcome: CheckOutcome::Clear }
}

async fn accept(teller: &mut Teller) -> Result<(), Stop> {
    let today = teller.today;
    for party in ADOPTERS {
        let check = clear(CheckKind::CriminalRecord, party, today);
        teller.act(REGISTRAR, Act::RecordCheck, "/checks", &check).await?;
    }
    let compared = clear(CheckKind::MissingChildren, Party::Child, today);
    teller.act(REGISTRAR, Act::RecordCheck, "/checks", &compared).await?;
    teller.act(REGISTRAR, Act::Accept, "/acceptance", &json!({})).await?;
    teller.print(DocumentKind::AcceptanceNotice, None).await?;
    Ok(())
}

async fn publish(teller: &mut Teller) -> Result<(), Stop> {
    teller.print(DocumentKind::PublicNotice, None).await?;
    let notice =
        PublishNotice { newspaper: "练习日报第4版".to_owned(), published_on: teller.today };
    teller.act(REGISTRAR, Act::PublishNotice, "/public-notice", &notice).await?;
    teller.bring(PaperKind::NewspaperPage, None).await
}

async fn assess(teller: &mut Teller) -> Result<(), Stop> {
    let notice = NotifyAssessment { body: AssessingBody::OwnTeam };
    teller.act(REGISTRAR, Act::NotifyAssessment, "/assessment/notice", &notice).await?;
    teller.print(DocumentKind::AssessmentNotice, None).await?;
    for party in ADOPTERS {
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
    for (day, method, findings) in [
        (7, VisitMethod::HomeVisit, "住房三室一厅，为孩子准备了独立房间，家具边角均已包裹。"),
        (14, VisitMethod::Interview, "夫妻分别面谈，收养动机纯正，对孩子身世的告知有打算。"),
        (21, VisitMethod::NeighbourhoodVisit, "两户邻居及社区均反映夫妻为人和善，家庭和睦。"),
        (28, VisitMethod::HomeVisit, "孩子已能主动与申请人交流，睡眠、饮食规律，情绪稳定。"),
    ] {
        teller.move_to(start.started_on + Days::new(day)).await?;
        let visit = VisitForAssessment {
            visited_on: teller.today,
            method,
            assessors: assessors.into(),
            findings: findings.to_owned(),
        };
        teller.act(ASSESSOR, Act::VisitForAssessment, "/assessment/visits", &visit).await?;
    }
    teller.move_to(start.started_on + Days::new(31)).await?;
    let end = EndIntegration { ended_on: teller.today };
    teller.act(ASSESSOR, Act::EndIntegration, "/assessment/integration-end", &end).await?;
    let report = SubmitReport {
        conclusion: Conclusion::Capable,
        findings: findings(),
        signers: assessors.into(),
    };
    teller.act(ASSESSOR, Act::SubmitReport, "/assessment/report", &report).await?;
    let document = DocumentKind::AssessmentReport;
    teller.print_and_file(document, PaperKind::AssessmentReport, None).await
}

fn findings() -> Vec<Finding> {
    let written = |topic: AssessmentTopic| match topic {
        AssessmentTopic::Motive => "婚后多年未生育，希望给孩子完整的家庭，夫妻意见一致，动机纯正。",
        AssessmentTopic::Conduct => "经核查无违法犯罪记录，无不良嗜好，单位和社区评价良好。",
        AssessmentTopic::Education => "具有大专以上文化程度，参加过养育知识培训。",
        AssessmentTopic::Health => "县人民医院体检合格，未患有医学上认为不应当收养子女的疾病。",
        AssessmentTopic::MeansAndHousing => "收入稳定，自有住房三室一厅，孩子有独立房间。",
        AssessmentTopic::MarriageAndFamily => "结婚十二年，关系和睦，能够共同商量处理家庭事务。",
        AssessmentTopic::HouseholdOpinion => "共同生活的家庭成员均书面表示支持。",
        AssessmentTopic::RaisingPlan => {
            "日常照料、入学、就医均有安排，并确定了紧急情况下的照料人。"
        }
        AssessmentTopic::Neighbours => "与邻里相处融洽，两户邻居出具了书面意见。",
        AssessmentTopic::Community => "社区安全整洁，学校、医院均在一公里内。",
        AssessmentTopic::Integration => "融合满三十日，孩子已建立稳定的依恋关系，愿意共同生活。",
    };
    AssessmentTopic::ALL
        .into_iter()
        .map(|topic| Finding { topic, finding: written(topic).to_owned() })
        .collect()
}

async fn hear(teller: &mut Teller) -> Result<(), Stop> {
    for (hour, party) in (9..).zip(ASKED) {
        let inquiry = Inquire {
            party,
            began_at: NaiveTime::from_hms_opt(hour, 10, 0).unwrap_or_default(),
            ended_at: NaiveTime::from_hms_opt(hour, 45, 0).unwrap_or_default(),
            place: "练习县民政局收养登记处询问室".to_owned(),
            companion: None,
            recorder: "吴晓岚".to_owned(),
            answers: answers(party),
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
    for party in ADOPTERS {
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

fn answers(party: Party) -> Vec<Answer> {
    let told = |question: &str, answer: &str| Answer {
        question: question.to_owned(),
        answer: answer.to_owned(),
    };
    let mut answers = vec![
        told(
            "我们是练习县民政局的收养登记员，现依法向您询问，请如实回答，听清楚了吗？",
            "听清楚了。",
        ),
        told(
            "您知道提供虚假材料、隐瞒事实骗取收养登记的后果吗？",
            "知道，登记会被撤销，还要承担法律责任。",
        ),
    ];
    if party == Party::Placer {
        answers.extend([
            told(
                "孩子是怎样来到福利院的？",
                "由城关派出所送来，有报案证明和入院登记，一直没有查找到生父母。",
            ),
            told("福利院是否自愿送养？", "自愿送养，经院务会研究同意。"),
        ]);
    } else {
        answers.extend([
            told("您的姓名、年龄、职业、健康状况？", "以申请书和体检证明所载为准，身体健康。"),
            told(
                "为什么要收养孩子？是否自愿？",
                "我们夫妻婚后未生育，共同商量决定收养，完全自愿。",
            ),
            told("您打算怎样抚养和教育孩子？", "像亲生子女一样抚养，送她上学，告诉她我们爱她。"),
        ]);
    }
    answers.push(told("有没有人向您索要或者您是否许诺过任何钱物、捐赠？", "没有。"));
    answers
}

async fn decide(teller: &mut Teller) -> Result<(), Stop> {
    let notice_ends: NaiveDate = notice_end(teller).await?;
    teller.move_to(notice_ends + Days::new(1)).await?;
    let proposal = Propose {
        opinion:
            "经审查，当事人符合《民法典》规定的收养条件，材料齐全，公告期满无人认领，建议准予登记。"
                .to_owned(),
    };
    teller.act(REGISTRAR, Act::Propose, "/proposal", &proposal).await?;
    let approval =
        Approve { opinion: "同意登记。".to_owned(), reasons_over_report: Vec::new() };
    teller.act(LEADER, Act::Approve, "/approval", &approval).await?;
    teller.print_and_file(DocumentKind::ApprovalForm, PaperKind::ApprovalForm, None).await
}

async fn notice_end(teller: &mut Teller) -> Result<NaiveDate, Stop> {
    let deadlines = teller.read(REGISTRAR, "/deadlines").await?;
    let notice = deadlines
        .as_array()
        .into_iter()
        .flatten()
        .find(|deadline| deadline.get("kind").and_then(Value::as_str) == Some("notice"));
    let due = notice.and_then(|notice| notice.get("due_on")).and_then(Value::as_str);
    due.and_then(|due| due.parse().ok()).ok_or_else(|| Stop::failed("the notice has no end"))
}

async fn register(teller: &mut Teller) -> Result<(), Stop> {
    let today = teller.today;
    let mut confirmations = vec![clear(CheckKind::CareOfChild, Party::Child, today)];
    for party in ADOPTERS {
        confirmations.push(clear(CheckKind::CriminalRecord, party, today));
        confirmations.push(clear(CheckKind::MaritalStatus, party, today));
    }
    let in_person = |party, shown, number: &str| Attendance::InPerson {
        party,
        shown,
        number: number.to_owned(),
    };
    let application = &teller.application;
    let mut attendance: Vec<Attendance> = ADOPTERS
        .into_iter()
        .zip(&application.adopters)
        .map(|(party, adopter)| {
            in_person(party, ShownDocument::IdentityCard, &adopter.resident_id.0)
        })
        .collect();
    let placer = application.placer_given();
    let placing = placer.as_ref().map(Placer::parties).unwrap_or_default();
    attendance.extend(placing.into_iter().map(|placing| {
        in_person(placing.party, ShownDocument::IdentityCard, &placing.resident_id.0)
    }));
    let child = application.child.resident_id.as_ref().map_or("", |number| &number.0);
    attendance.push(in_person(Party::Child, ShownDocument::HouseholdRegister, child));
    let blank_serial = format!("YZ{child}");
    let registration = Register { blank_serial, attendance, confirmations };
    teller.act(REGISTRAR, Act::Register, "/registration", &registration).await?;
    teller.print(DocumentKind::Certificate, None).await?;
    let issue = IssueCertificate::default();
    teller.act(REGISTRAR, Act::IssueCertificate, "/issue", &issue).await?;
    // The approval form was made once more with the certificate's number: its receipt column is signed.
    let document = DocumentKind::ApprovalForm;
    teller.print_and_file(document, PaperKind::CertificateReceipt, None).await
}

async fn archive(teller: &mut Teller) -> Result<(), Stop> {
    teller.act(ARCHIVIST, Act::Archive, "/archive", &json!({})).await?;
    teller.print(DocumentKind::Dossier, None).await?;
    Ok(())
}

async fn follow_up(teller: &mut Teller) -> Result<(), Stop> {
    let case = teller.read(REGISTRAR, "").await?;
    let due: Vec<NaiveDate> = case
        .get("visits")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|visit| visit.get("due_on")?.as_str()?.parse().ok())
        .collect();
    for day in due {
        teller.move_to(day).await?;
        let visit = VisitAfterAdoption {
            visited_on: day,
            visitors: vec!["程秀英".to_owned(), "魏长青".to_owned()],
            findings: "孩子身体健康，与养父母关系亲密，学习生活正常。".to_owned(),
            concern: Concern::Green,
            harm_report: None,
        };
        teller.act(VISITOR, Act::VisitAfterAdoption, "/follow-up-visits", &visit).await?;
        teller.bring(PaperKind::FollowUpRecord, None).await?;
    }
    Ok(())
}
