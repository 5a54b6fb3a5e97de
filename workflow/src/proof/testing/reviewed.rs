//! What follows a report by points: filed, told, objected to, reviewed.

use super::people::user;
use super::scored::scored_report;
use super::story::Story;
use crate::access::Role;
use crate::case::assessment::Conclusion;
use crate::case::assessment::after::{ReviewOutcome, ToldHow};
use crate::case::{PaperKind, Party, Slot};
use crate::command::Command;
use crate::steps::appoint_assessors::AssessorToAppoint;
use crate::steps::appoint_reviewers::AppointReviewers;
use crate::steps::ask_supplement::AskSupplement;
use crate::steps::decide_review::DecideReview;
use crate::steps::log_integration::LogIntegration;
use crate::steps::request_review::RequestReview;
use crate::steps::tell_result::TellResult;

impl Story {
    /// The report is submitted, signed and filed.
    pub fn reported(&mut self) -> &mut Story {
        let report = scored_report(Conclusion::Capable, &[]);
        self.assessor(11).must(Command::SubmitReport(report)).registrar();
        self.file_and_verify(Slot::of_case(PaperKind::AssessmentReport))
    }

    /// An applicant is told today.
    pub fn telling(&self, party: Party) -> Command {
        Command::TellResult(TellResult {
            party,
            told_on: self.facts.today,
            how: ToldHow::InPerson,
            words: "评估结论为具备收养能力".into(),
        })
    }

    /// An applicant objects today.
    pub fn objecting(&self, party: Party) -> Command {
        let requested_on = self.facts.today;
        let grounds = "认为走访记录与实际不符".into();
        Command::RequestReview(RequestReview { party, requested_on, grounds })
    }

    /// Two who did not assess review it.
    pub fn reviewed(&mut self, outcome: ReviewOutcome) -> &mut Story {
        let assessors = [14, 15].map(|number| AssessorToAppoint {
            user: user(number, "").id,
            statement_of_no_interest: "无利害关系声明已签署存卷".into(),
        });
        let appointed = AppointReviewers { assessors: assessors.into() };
        self.registrar().must(Command::AppointReviewers(appointed));
        self.by(user(14, "评估十四"), Role::Assessor);
        let reasons = "重新走访并核对全部记录".into();
        self.must(Command::DecideReview(DecideReview { outcome, reasons })).registrar()
    }

    /// An assessment with a log, a supplement and a review that upheld it.
    pub fn looked_at_anew() -> Story {
        let mut story = Story::scored();
        let on = story.facts.today;
        let what = "孩子称呼申请人为爸爸妈妈".into();
        story.assessor(11).must(Command::LogIntegration(LogIntegration { on, what }));
        story.reported();
        let what = "请补充说明照料安排".into();
        story.leader().must(Command::AskSupplement(AskSupplement { what }));
        story.reported();
        let party = Party::FirstAdopter;
        let (told, objection) = (story.telling(party), story.objecting(party));
        story.must(told).must(objection).reviewed(ReviewOutcome::Upheld);
        story
    }
}
