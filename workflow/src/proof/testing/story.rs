//! A case carried act by act, each step through `decide` and `evolve`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::commands::{approve, names, propose, register, report_of};
use super::decided::decide;
use super::office::facts;
use super::people::{application, user};
use crate::access::Role;
use crate::base::document::DocumentKind;
use crate::base::rule::Refusal;
use crate::case::assessment::{AssessingBody, Conclusion, VisitMethod};
use crate::case::hearing::Answer;
use crate::case::papers::ComparedWith;
use crate::case::scan::{MediaType, Scan};
use crate::case::{
    Actor, Case, Check, CheckKind, CheckOutcome, ChildKind, PaperKind, Party, SigningManner, Slot,
};
use crate::cast::figures::{LEADER, REGISTRAR};
use crate::command::Command;
use crate::event::{Entry, Event};
use crate::facts::{DocumentRecord, Facts};
use crate::law::kinds::{is_assessed, parents_are_unknown};
use crate::procedures::papers::required_papers;
use crate::steps::accept::Accept;
use crate::steps::apply::Apply;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::consent_to_assessment::ConsentToAssessment;
use crate::steps::end_integration::EndIntegration;
use crate::steps::file_paper::FilePaper;
use crate::steps::give_consent::GiveConsent;
use crate::steps::guide::Guide;
use crate::steps::inquire::Inquire;
use crate::steps::notify_assessment::NotifyAssessment;
use crate::steps::publish_notice::PublishNotice;
use crate::steps::start_integration::StartIntegration;
use crate::steps::verify_paper::VerifyPaper;
use crate::steps::visit_for_assessment::VisitForAssessment;
use crate::{decide_application, evolve};

/// A case with the facts it is decided on.
#[derive(Debug, Clone)]
pub struct Story {
    pub case: Case,
    pub facts: Facts,
    pub entries: Vec<Entry>,
    pub sent: Vec<(Case, Facts, Command)>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

/// Each person is asked in an hour of the day of their own.
fn time(hour: usize, minute: u32) -> chrono::NaiveTime {
    let hour = 9 + u32::try_from(hour).expect("few are asked");
    chrono::NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

impl Story {
    pub fn applied() -> Story {
        Story::applied_with(application())
    }

    pub fn applied_with(application: Apply) -> Story {
        let facts = facts();
        let events = decide_application(&application, &facts).expect("the application is in order");
        let entries: Vec<Entry> = events
            .into_iter()
            .map(|event| Entry { on: facts.today, by: facts.actor.clone(), event })
            .collect();
        let case = crate::fold(&entries).expect("an application opens a case");
        Story { case, facts, entries, sent: Vec::new() }
    }

    pub fn on(&mut self, text: &str) -> &mut Story {
        self.facts.today = day(text);
        self
    }

    pub fn by(&mut self, actor: Actor, role: Role) -> &mut Story {
        self.facts.actor = actor;
        self.facts.roles = BTreeSet::from([role]);
        self
    }

    pub fn registrar(&mut self) -> &mut Story {
        self.by(user(1, REGISTRAR), Role::Registrar)
    }

    pub fn leader(&mut self) -> &mut Story {
        self.by(user(2, LEADER), Role::Leader)
    }

    pub fn act(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.case, &command, &self.facts)?;
        self.sent.push((self.case.clone(), self.facts.clone(), command));
        for event in events.clone() {
            self.told(event);
        }
        Ok(events)
    }

    /// What another case leaves in this one.
    pub fn told(&mut self, event: Event) -> &mut Story {
        let entry = Entry { on: self.facts.today, by: self.facts.actor.clone(), event };
        self.case = evolve(Some(self.case.clone()), &entry).expect("the case stands");
        self.entries.push(entry);
        self
    }

    pub fn must(&mut self, command: Command) -> &mut Story {
        let act = command.act();
        if let Err(refusal) = self.act(command) {
            panic!("{act:?} was refused: {:?}", names(&refusal));
        }
        self
    }

    /// The identifiers of the rules a command breaks.
    pub fn refused(&mut self, command: Command) -> Vec<&'static str> {
        match self.act(command) {
            Ok(_) => Vec::new(),
            Err(refusal) => names(&refusal),
        }
    }

    pub fn file(&mut self, slot: Slot) -> &mut Story {
        let digest = format!("{:064x}", self.case.papers.len() + 1);
        let scan = Scan { digest, media_type: MediaType::Pdf, pages: 1, size: 1000 };
        self.must(Command::FilePaper(FilePaper { slot, scan }))
    }

    pub fn file_and_verify(&mut self, slot: Slot) -> &mut Story {
        self.file(slot);
        let number = self.case.papers.last().expect("just filed").number;
        let compared_with = ComparedWith::Original;
        self.must(Command::VerifyPaper(number, VerifyPaper { compared_with }))
    }

    pub fn accepted() -> Story {
        Story::accepted_with(application())
    }

    pub fn accepted_with(application: Apply) -> Story {
        let mut story = Story::applied_with(application);
        story.bring_papers();
        story.must(Command::Accept(Accept {}));
        story
    }

    pub fn bring_papers(&mut self) -> &mut Story {
        for required in required_papers(&self.case) {
            self.file_and_verify(required.slot);
        }
        for party in self.adopters() {
            let check = self.clear(CheckKind::CriminalRecord, party);
            self.must(Command::RecordCheck(check));
        }
        if self.case.kind == ChildKind::GuardianOrphan {
            let check = self.clear(CheckKind::SupportDuty, Party::Placer);
            self.must(Command::RecordCheck(check));
        }
        if self.case.kind == ChildKind::StateGuardianship {
            let check = self.clear(CheckKind::LegalReview, Party::Child);
            self.must(Command::RecordCheck(check));
        }
        self
    }

    fn adopters(&self) -> Vec<Party> {
        self.case.adopting_parties().map(|(party, _)| party).collect()
    }

    pub fn clear(&self, check: CheckKind, party: Party) -> Check {
        Check {
            check,
            party,
            source: "公安机关信息核查 2026-118".into(),
            checked_on: self.facts.today,
            outcome: CheckOutcome::Clear,
        }
    }

    pub fn noticed(&mut self) -> &mut Story {
        self.must(Command::PublishNotice(PublishNotice {
            newspaper: "重庆日报 第5版".into(),
            published_on: self.facts.today,
        }));
        self.file_and_verify(Slot::of_case(PaperKind::NewspaperPage))
    }

    pub fn assessed(&mut self, conclusion: Conclusion) -> &mut Story {
        self.must(Command::NotifyAssessment(NotifyAssessment { body: AssessingBody::OwnTeam }));
        for party in self.adopters() {
            self.must(Command::ConsentToAssessment(ConsentToAssessment { party }));
            self.file_and_verify(Slot::of(PaperKind::AssessmentConsent, party));
        }
        let assessors = [11, 12].map(|number| AssessorToAppoint {
            user: user(number, "").id,
            statement_of_no_interest: "无利害关系声明已签署存卷".into(),
        });
        self.must(Command::AppointAssessors(AppointAssessors { assessors: assessors.into() }));
        let start = self.facts.today;
        self.must(Command::StartIntegration(StartIntegration { started_on: start }));
        for method in [VisitMethod::HomeVisit, VisitMethod::HomeVisit, VisitMethod::Interview] {
            self.must(Command::VisitForAssessment(VisitForAssessment {
                visited_on: self.facts.today,
                method,
                assessors: vec![user(11, "").id, user(12, "").id],
                findings: "家中整洁，孩子有自己的房间".into(),
            }));
        }
        self.facts.today = crate::law::time::periods::nth_day(start, 31);
        let ended_on = self.facts.today;
        self.must(Command::EndIntegration(EndIntegration { ended_on }));
        self.must(Command::SubmitReport(report_of(conclusion)));
        self.file_and_verify(Slot::of_case(PaperKind::AssessmentReport))
    }

    pub fn heard(&mut self) -> &mut Story {
        for party in crate::procedures::persons_to_ask(&self.case, &self.facts) {
            self.inquired(party);
            self.consented(party);
        }
        for party in self.adopters() {
            self.must(Command::Guide(Guide {
                party,
                given_by: REGISTRAR.into(),
                place: "收养登记处".into(),
                minutes: 45,
                form: "面谈并观看宣传片".into(),
                topics: "家庭教育促进法、依恋关系、告知身世的方法".into(),
                response: "已了解，愿意照做".into(),
            }));
            self.file_and_verify(Slot::of(PaperKind::GuidanceRecord, party));
        }
        self
    }

    pub fn inquired(&mut self, party: Party) -> &mut Story {
        self.must(Command::Inquire(Inquire {
            party,
            began_at: time(self.case.inquiries.len(), 5),
            ended_at: time(self.case.inquiries.len(), 50),
            place: "收养登记处询问室".into(),
            companion: None,
            recorder: REGISTRAR.into(),
            answers: vec![Answer {
                question: "您是否自愿？".into(), answer: "自愿。".into()
            }],
            signing: SigningManner::ReadAndSigned,
        }));
        self.file_and_verify(Slot::of(PaperKind::InquiryRecord, party))
    }

    pub fn consented(&mut self, party: Party) -> &mut Story {
        let signing = SigningManner::ReadAndSigned;
        self.must(Command::GiveConsent(GiveConsent { party, signing }));
        self.file_and_verify(Slot::of(PaperKind::ConsentForm, party))
    }

    /// Everything is in the file and the notice has run: the registrar may propose.
    pub fn ready() -> Story {
        Story::ready_with(Conclusion::Capable)
    }

    pub fn ready_with(conclusion: Conclusion) -> Story {
        let mut story = Story::accepted();
        story.noticed().assessed(conclusion).heard().on("2026-05-06");
        story
    }

    /// The same for any application: a notice where the parents are unknown, and no assessment of
    /// a step-parent.
    pub fn ready_of(application: Apply) -> Story {
        let mut story = Story::accepted_with(application);
        let notice = parents_are_unknown(story.case.kind);
        if notice {
            story.noticed();
        }
        if is_assessed(story.case.kind) {
            story.assessed(Conclusion::Capable);
        }
        story.heard();
        if notice {
            story.on("2026-05-06");
        }
        story
    }

    pub fn proposed() -> Story {
        let mut story = Story::ready();
        story.must(propose());
        story
    }

    pub fn approved() -> Story {
        let mut story = Story::proposed();
        story.leader().must(approve()).registrar();
        story
    }

    pub fn registered() -> Story {
        let mut story = Story::approved();
        let command = register(&story);
        story.must(command);
        story
    }

    /// Every document of the volume was made and printed.
    pub fn all_printed(&mut self) -> &mut Story {
        for kind in [
            DocumentKind::Certificate,
            DocumentKind::AcceptanceNotice,
            DocumentKind::PublicNotice,
            DocumentKind::AssessmentNotice,
            DocumentKind::ResultNotice,
        ] {
            self.printed(kind);
        }
        self
    }

    pub fn printed(&mut self, kind: DocumentKind) -> &mut Story {
        self.facts.documents.push(DocumentRecord {
            kind,
            party: None,
            digest: "cd".repeat(32),
            pages: 1,
            prints: 1,
        });
        self
    }
}
