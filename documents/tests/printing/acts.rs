//! The acts of the story, each with the data an office would send.

use chrono::NaiveTime;
use workflow::case::assessment::{
    AssessingBody, AssessmentTopic, Conclusion, Finding, VisitMethod,
};
use workflow::case::decision::{Attendance, RefusalReason, ShownDocument};
use workflow::case::hearing::{Answer, Companion};
use workflow::case::{CheckKind, ChildKind, PaperKind, Party, SigningManner};
use workflow::cast::dazu;
use workflow::cast::figures::{ARCHIVIST, LEADER, REGISTRAR};
use workflow::identity::ResidentId;
use workflow::law::kinds::{is_assessed, parents_are_unknown};
use workflow::law::registration::confirmations_needed;
use workflow::procedures::papers::required_papers;
use workflow::procedures::persons_to_ask;
use workflow::steps::accept::Accept;
use workflow::steps::apply::Apply;
use workflow::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use workflow::steps::approve::Approve;
use workflow::steps::archive::ArchiveCase;
use workflow::steps::consent_to_assessment::ConsentToAssessment;
use workflow::steps::end_integration::EndIntegration;
use workflow::steps::give_consent::GiveConsent;
use workflow::steps::guide::Guide;
use workflow::steps::inquire::Inquire;
use workflow::steps::issue_certificate::IssueCertificate;
use workflow::steps::notify_assessment::NotifyAssessment;
use workflow::steps::propose::Propose;
use workflow::steps::publish_notice::PublishNotice;
use workflow::steps::refuse::Refuse;
use workflow::steps::register::Register;
use workflow::steps::start_integration::StartIntegration;
use workflow::steps::submit_report::SubmitReport;
use workflow::steps::visit_for_assessment::VisitForAssessment;
use workflow::{Command, Role};

use crate::story::{Story, day, user};

pub const ADOPTERS: [Party; 2] = [Party::FirstAdopter, Party::SecondAdopter];

pub fn number(seventeen: &str) -> String {
    ResidentId::with_check_character(seventeen).unwrap().0
}

/// An application for a child of eight, who is asked itself.
pub fn application_of(kind: ChildKind) -> Apply {
    let mut application = dazu::family().application_of(kind);
    let child = &mut application.child;
    child.birth_date = day("2017-05-20");
    child.resident_id = Some(ResidentId(number("50011120170520004")));
    child.found_on = child.found_on.and(Some(day("2017-05-21")));
    child.entered_institution_on = child.entered_institution_on.and(Some(day("2017-05-22")));
    child.entry_number = child.entry_number.take().map(|number| number.replace("2020", "2017"));
    application.wishes.agreement = true;
    application
}

/// A couple adopts a girl from the county's institution.
pub fn application() -> Apply {
    application_of(ChildKind::InstitutionFoundling)
}

impl Story {
    pub fn accepted(application: &Apply) -> Story {
        let mut story = Story::begun(application);
        for required in required_papers(&story.case) {
            story.bring(required.slot.paper, required.slot.party);
        }
        // Of a step-parent the law asks none of the conditions of an adopter.
        for party in story.adopting().into_iter().filter(|_| is_assessed(application.kind)) {
            let check = story.clear(CheckKind::CriminalRecord, party);
            story.must(Command::RecordCheck(check));
        }
        story.must(Command::Accept(Accept {}));
        story
    }

    fn adopting(&self) -> Vec<Party> {
        self.case.adopting_parties().map(|(party, _)| party).collect()
    }

    fn noticed(&mut self) {
        self.must(Command::PublishNotice(PublishNotice {
            newspaper: "《重庆日报》第5版".into(),
            published_on: self.facts.today,
        }));
        self.bring(PaperKind::NewspaperPage, None);
    }

    fn assessed(&mut self, conclusion: Conclusion) {
        self.must(Command::NotifyAssessment(NotifyAssessment { body: AssessingBody::OwnTeam }));
        for party in self.adopting() {
            self.must(Command::ConsentToAssessment(ConsentToAssessment { party }));
            self.bring(PaperKind::AssessmentConsent, Some(party));
        }
        let assessors = [11, 12].map(|number| AssessorToAppoint {
            user: user(number),
            statement_of_no_interest: "无利害关系声明已签署存卷".into(),
        });
        self.must(Command::AppointAssessors(AppointAssessors { assessors: assessors.into() }));
        let started_on = self.facts.today;
        self.must(Command::StartIntegration(StartIntegration { started_on }));
        for method in [VisitMethod::HomeVisit, VisitMethod::Interview, VisitMethod::HomeVisit] {
            self.later(9);
            self.must(Command::VisitForAssessment(VisitForAssessment {
                visited_on: self.facts.today,
                method,
                assessors: vec![user(11), user(12)],
                findings: "家中整洁，孩子有自己的房间，与申请人相处自然。".into(),
            }));
        }
        self.later(4);
        let ended_on = self.facts.today;
        self.must(Command::EndIntegration(EndIntegration { ended_on }));
        let finding = |topic: AssessmentTopic| Finding {
            topic,
            finding: format!("{}良好，有面谈和走访记录为证。", topic.printed()),
        };
        let findings = AssessmentTopic::ALL.into_iter().map(finding).collect();
        let signers = vec![user(11), user(12)];
        self.must(Command::SubmitReport(SubmitReport {
            conclusion,
            findings,
            signers,
            improvements: Vec::new(),
        }));
        self.bring(PaperKind::AssessmentReport, None);
    }

    fn heard(&mut self) {
        for (hour, party) in (9..).zip(persons_to_ask(&self.case, &self.facts)) {
            self.must(Command::Inquire(inquiry(hour, party)));
            self.bring(PaperKind::InquiryRecord, Some(party));
            let signing = SigningManner::ReadAndSigned;
            self.must(Command::GiveConsent(GiveConsent { party, signing }));
            self.bring(PaperKind::ConsentForm, Some(party));
        }
        for party in self.adopting() {
            self.must(Command::Guide(Guide {
                party,
                given_by: "梁知微".into(),
                place: "重庆市大足区民政局家庭教育指导室".into(),
                minutes: 45,
                form: "面谈并观看宣传片".into(),
                topics: "父母的法定责任；依恋与安全感的建立；告知身世的时机和方法；求助的途径"
                    .into(),
                response: "已了解，愿意照做，愿意接受回访。".into(),
            }));
            self.bring(PaperKind::GuidanceRecord, Some(party));
        }
    }

    /// What the kind of child asks for was done, and the registrar has proposed.
    pub fn proposed(application: &Apply) -> Story {
        let mut story = Story::accepted(application);
        if parents_are_unknown(application.kind) {
            story.noticed();
        }
        if is_assessed(application.kind) {
            story.assessed(Conclusion::Capable);
        }
        story.heard();
        story.on(day("2026-05-11"));
        let opinion = "经审查，各方当事人符合法定条件，建议准予登记。".into();
        story.must(Command::Propose(Propose { opinion }));
        story
    }

    /// Approved, registered and issued.
    pub fn registered(application: &Apply) -> Story {
        let mut story = Story::proposed(application);
        story.by(2, LEADER, Role::Leader);
        let opinion = "同意登记。".into();
        story.must(Command::Approve(Approve { opinion, reasons_over_report: Vec::new() }));
        story.registrar();
        story.bring(PaperKind::ApprovalForm, None);
        story.on(day("2026-05-13"));
        let register = story.registration();
        story.must(Command::Register(register));
        story.must(Command::IssueCertificate(IssueCertificate::default()));
        story.bring(PaperKind::CertificateReceipt, None);
        story
    }

    /// The same, archived.
    pub fn archived(application: &Apply) -> Story {
        let mut story = Story::registered(application);
        story.on(day("2026-06-01"));
        story.by(3, ARCHIVIST, Role::Archivist);
        story.must(Command::Archive(ArchiveCase {}));
        story
    }

    fn registration(&self) -> Register {
        let shown = |party| match party {
            Party::Child => ShownDocument::HouseholdRegister,
            _ => ShownDocument::IdentityCard,
        };
        let in_person = |(party, number): (Party, &ResidentId)| Attendance::InPerson {
            party,
            shown: shown(party),
            number: number.0.clone(),
        };
        let case = &self.case;
        let adopters = ADOPTERS.into_iter().zip(case.adopters.iter().map(|one| &one.resident_id));
        let placer =
            case.placer.parties().into_iter().map(|placing| (placing.party, placing.resident_id));
        let child = (Party::Child, case.child.resident_id.as_ref().unwrap());
        Register {
            blank_serial: "YZ20260001".into(),
            attendance: adopters.chain(placer).chain([child]).map(in_person).collect(),
            confirmations: confirmations_needed(case)
                .into_iter()
                .map(|(check, party)| self.clear(check, party))
                .collect(),
        }
    }

    /// The leader refuses instead, and one paper was false.
    pub fn refused(application: &Apply, explanation: &str) -> Story {
        let mut story = Story::accepted(application);
        story.on(day("2026-03-20"));
        story.by(2, LEADER, Role::Leader);
        let reason = |rule: &str, explanation: &str| RefusalReason {
            rule: rule.into(),
            explanation: explanation.into(),
        };
        let false_paper = |paper: &&workflow::case::FiledPaper| {
            paper.slot.paper == PaperKind::HealthCertificate
                && paper.slot.party == Some(Party::SecondAdopter)
        };
        let number = story.case.papers.iter().find(false_paper).unwrap().number;
        story.must(Command::Refuse(Refuse {
            reasons: vec![reason("CC-1098.3", explanation)],
            papers_confiscated: vec![number],
        }));
        story
    }
}

fn inquiry(hour: u32, party: Party) -> Inquire {
    let answer =
        |question: &str, answer: &str| Answer { question: question.into(), answer: answer.into() };
    let companion = (party == Party::Child)
        .then(|| Companion { name: "唐晓兰".into(), relation: "福利院负责人".into() });
    Inquire {
        party,
        began_at: NaiveTime::from_hms_opt(hour, 10, 0).unwrap(),
        ended_at: NaiveTime::from_hms_opt(hour, 45, 0).unwrap(),
        place: "重庆市大足区民政局收养登记处询问室".into(),
        companion,
        recorder: REGISTRAR.into(),
        answers: vec![
            answer("我们现在依法单独向您询问，请如实回答，听清楚了吗？", "听清楚了。"),
            answer("您是否自愿？有没有人强迫或者欺骗您？", "完全自愿，没有。"),
            answer("有没有人就此事索要、给付或者许诺财物、捐赠？", "没有。"),
        ],
        signing: SigningManner::ReadAndSigned,
    }
}
