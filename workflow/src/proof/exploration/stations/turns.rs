//! What may happen at any time beside the road: each once left as it is, once set right again.

use crate::base::document::DocumentKind;
use crate::case::assessment::{IncidentConcern, IncidentGround};
use crate::case::change::Change;
use crate::case::decision::RefusalReason;
use crate::case::turns::{
    GiftAnswer, Reading, ReadingGround, Service, ServiceManner, UnsignedStatement,
};
use crate::case::{CheckKind, CheckOutcome, PaperKind, Party, Wishes};
use crate::cast::figures::HUSBAND;
use crate::command::Command;
use crate::identity::dictionaries::MaritalStatus;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::History;
use crate::proof::exploration::road::{Move, Station, by, turns};
use crate::proof::exploration::walk::Walk;
use crate::steps::change_fact::ChangeFact;
use crate::steps::change_wishes::ChangeWishes;
use crate::steps::declare_gift::DeclareGift;
use crate::steps::decline_application::DeclineApplication;
use crate::steps::refuse::Refuse;
use crate::steps::replace_officer::ReplaceOfficer;
use crate::steps::report_incident::ReportIncident;
use crate::steps::request_correction::RequestCorrection;
use crate::steps::withdraw::Withdraw;
use crate::steps::withdraw_consent::WithdrawConsent;

use super::application::other_case;
use super::happenings;

fn withdraw(walk: &mut Walk, party: Party) {
    let reason = "另有安排".into();
    walk.act(Who::Registrar, Command::Withdraw(Withdraw { party, reason }));
}

fn decline(walk: &mut Walk, rules: &[&str], papers_confiscated: Vec<u32>) {
    let reasons = reasons(rules);
    let declined = DeclineApplication { reasons, papers_confiscated };
    walk.act(Who::Registrar, Command::DeclineApplication(declined));
}

fn reasons(rules: &[&str]) -> Vec<RefusalReason> {
    let reason =
        |rule: &&str| RefusalReason { rule: (*rule).into(), explanation: "不符合".into() };
    rules.iter().map(reason).collect()
}

fn refuse(walk: &mut Walk, rules: &[&str], papers_confiscated: Vec<u32>) {
    let refused = Refuse { reasons: reasons(rules), papers_confiscated };
    walk.act(Who::Leader, Command::Refuse(refused));
}

fn correct(walk: &mut Walk) {
    walk.act(Who::Registrar, Command::RequestCorrection(RequestCorrection {}));
}

/// The newest paper is found not in order after all.
fn reject_a_paper(walk: &mut Walk) {
    let number = walk.case().papers.first().map_or(0, |paper| paper.number);
    walk.reject(number);
}

pub fn wish(walk: &mut Walk, change: impl FnOnce(&mut Wishes)) {
    let mut wishes = walk.case().wishes;
    change(&mut wishes);
    let party = Party::FirstAdopter;
    walk.act(Who::Registrar, Command::ChangeWishes(ChangeWishes { party, wishes }));
}

fn replace(walk: &mut Walk, officer: u128) {
    let officer = crate::proof::testing::user(officer, "").id;
    let command = ReplaceOfficer { officer, reason: "出差".into() };
    walk.act(Who::Leader, Command::ReplaceOfficer(command));
}

fn declare(walk: &mut Walk, who: Who, declared: GiftAnswer) {
    walk.act(who, Command::DeclareGift(DeclareGift { declared }));
}

fn not_signed(walk: &mut Walk, party: Party) {
    let (refused_on, said) = (walk.state.world.today, "不愿签字".into());
    let statement = UnsignedStatement { party, refused_on, said };
    walk.act(Who::Registrar, Command::NoteRefusalToSign(statement));
}

fn serve(walk: &mut Walk, document: DocumentKind, party: Party) {
    let served_on = walk.state.world.today;
    let (manner, received_by) = (ServiceManner::Direct, HUSBAND.name.into());
    let service = Service { document, party, manner, received_by, served_on };
    walk.act(Who::Registrar, Command::RecordService(service));
}

/// Before acceptance: told what is missing, turned away, withdrawn.
pub fn before_acceptance() -> Station {
    let mut ways = vec![
        by("told what is missing", |walk| {
            reject_a_paper(walk);
            correct(walk);
            walk.back_to("papers");
        }),
        by("told that nothing is missing", correct),
        by("told while a paper waits", |walk| {
            walk.file(crate::case::Slot::of_case(PaperKind::JointPhoto));
            correct(walk);
        }),
        by("told twice", |walk| {
            reject_a_paper(walk);
            correct(walk);
            correct(walk);
        }),
        by("turned away for nothing", |walk| decline(walk, &[], Vec::new())),
        by("turned away for what is in order", |walk| decline(walk, &["SPEC-14.3"], Vec::new())),
        by("turned away for another adoption", |walk| {
            walk.world(|world| world.other_cases.push(other_case(Party::Child)));
            decline(walk, &["CC-1111"], Vec::new());
        }),
        by("turned away for no reason while there is one", |walk| {
            walk.world(|world| world.other_cases.push(other_case(Party::Child)));
            decline(walk, &[], Vec::new());
        }),
        by("turned away, and a paper kept that is none", |walk| {
            walk.world(|world| world.other_cases.push(other_case(Party::Child)));
            decline(walk, &["CC-1111"], vec![9999]);
        }),
        by("turned away for papers nobody told them of", |walk| {
            reject_photo(walk);
            decline(walk, &["SPEC-13"], Vec::new());
        }),
        by("turned away for papers they were told of", |walk| {
            reject_photo(walk);
            correct(walk);
            decline(walk, &["SPEC-13"], Vec::new());
        }),
    ];
    ways.extend(at_any_time());
    turns("turns before acceptance", ways)
}

fn reject_photo(walk: &mut Walk) {
    let mut papers = walk.case().papers.iter();
    let photo = papers.find(|paper| paper.slot.paper == PaperKind::JointPhoto);
    let number = photo.map_or(0, |paper| paper.number);
    walk.reject(number);
}

/// In review, at the leader's, and after approval: the same may happen.
pub fn in_review(name: &'static str, history: &History) -> Station {
    let mut ways = at_any_time();
    ways.extend(happenings::both_ways(history));
    ways.extend(over_a_gift());
    ways.extend([
        by("refused for nothing", |walk| refuse(walk, &[], Vec::new())),
        by("refused for what is in order", |walk| refuse(walk, &["SPEC-14.3"], Vec::new())),
        by("refused for a rule of form", |walk| refuse(walk, &["INPUT-TEXT"], Vec::new())),
        by("refused for want of ability", |walk| refuse(walk, &["CC-1104"], Vec::new())),
        by("refused, and a paper kept that is none", |walk| refuse(walk, &["CC-1104"], vec![9999])),
        by("refused, and more papers filed", |walk| {
            refuse(walk, &["CC-1104"], Vec::new());
            walk.file(crate::case::Slot::of_case(PaperKind::JointPhoto));
        }),
        by("sent back", |walk| {
            let reason = "材料待补".into();
            let command = crate::steps::return_proposal::ReturnProposal { reason };
            walk.act(Who::Leader, Command::ReturnProposal(command)).back_to("decide");
        }),
        by("a consent withdrawn that was not given", |walk| {
            let withdrawal = WithdrawConsent { party: Party::OtherParent, reason: "反悔".into() };
            walk.act(Who::Registrar, Command::WithdrawConsent(withdrawal));
        }),
    ]);
    turns(name, ways)
}

/// Who decides, assesses or takes part says something of gifts, or does not sign.
fn over_a_gift() -> Vec<Move> {
    vec![
        by("a statement not signed", |walk| not_signed(walk, Party::FirstAdopter)),
        by("a statement not signed by the child", |walk| not_signed(walk, Party::Child)),
        by("no gift declared", |walk| declare(walk, Who::Leader, GiftAnswer::NoneTaken)),
        by("the leader declares a gift", |walk| {
            declare(walk, Who::Leader, GiftAnswer::Taken);
            walk.back_to("decide");
        }),
        by("an assessor declares a gift", |walk| {
            declare(walk, Who::AssessingRegistrar, GiftAnswer::Taken);
            walk.back_to("decide");
        }),
        by("handed to one who declared a gift", |walk| {
            declare(walk, Who::OtherRegistrar, GiftAnswer::Taken);
            replace(walk, 3);
        }),
        by("harm reported by one who declared a gift", |walk| {
            declare(walk, Who::Registrar, GiftAnswer::Taken);
            let known_on = walk.state.world.today;
            let (ground, description) = (IncidentGround::HarmToMinors, "邻居反映".into());
            let report = ReportIncident {
                ground,
                known_on,
                description,
                concerns: vec![IncidentConcern::Applicant { party: Party::FirstAdopter }],
                sentence: None,
            };
            walk.act(Who::Registrar, Command::ReportIncident(report));
        }),
    ]
}

/// Whatever the stage before registration.
fn at_any_time() -> Vec<Move> {
    vec![
        by("withdrawn by an adopter", |walk| withdraw(walk, Party::FirstAdopter)),
        by("withdrawn by the child", |walk| withdraw(walk, Party::Child)),
        by("withdrawn, and a paper filed", |walk| {
            withdraw(walk, Party::FirstAdopter);
            walk.file(crate::case::Slot::of_case(PaperKind::JointPhoto));
        }),
        by("a paper found not in order", |walk| {
            reject_a_paper(walk);
            walk.back_to("decide");
        }),
        by("a paper found not in order and brought anew", |walk| {
            reject_a_paper(walk);
            walk.back_to("papers");
        }),
        by("a paper nobody asked for", |walk| {
            walk.file(crate::case::Slot::of(PaperKind::DisabilityCertificate, Party::FirstAdopter));
        }),
        by("a paper verified that is none", |walk| {
            let compared_with = crate::case::papers::ComparedWith::Original;
            let command = crate::steps::verify_paper::VerifyPaper { compared_with };
            walk.act(Who::Registrar, Command::VerifyPaper(9999, command));
        }),
        by("the clock goes back", |walk| {
            walk.world(|world| world.today = world.today.pred_opt().expect("a day"));
            wish(walk, |wishes| wishes.agreement = true);
        }),
        by("a fortnight passes", |walk| {
            walk.days(14);
        }),
        by("another adoption of the child is accepted", |walk| {
            walk.world(|world| world.other_cases.push(other_case(Party::Child)));
        }),
        by("a name no font has", |walk| {
            let field = "child.name".into();
            let unprintable = crate::facts::Unprintable { field, character: '𬭎' };
            walk.world(|world| world.unprintable.push(unprintable));
            wish(walk, |wishes| wishes.agreement = true);
        }),
        by("secrecy asked for and taken back", |walk| {
            wish(walk, |wishes| wishes.secrecy = true);
            wish(walk, |wishes| wishes.secrecy = false);
        }),
        by("another officer", |walk| replace(walk, 3)),
        by("the same officer", |walk| replace(walk, 1)),
        by("the officer declares a gift", |walk| declare(walk, Who::Registrar, GiftAnswer::Taken)),
        by("an archivist for officer", |walk| replace(walk, 5)),
        by("served without a receipt", |walk| {
            walk.print(DocumentKind::AcceptanceNotice);
            serve(walk, DocumentKind::AcceptanceNotice, Party::FirstAdopter);
        }),
        by("served what was not made", |walk| {
            walk.bring_of_case(PaperKind::ServiceReceipt);
            serve(walk, DocumentKind::RefusalNotice, Party::FirstAdopter);
        }),
        by("served what is not served", |walk| {
            walk.bring_of_case(PaperKind::ServiceReceipt);
            walk.print(DocumentKind::AcceptanceNotice).print(DocumentKind::Certificate);
            serve(walk, DocumentKind::Certificate, Party::FirstAdopter);
        }),
        by("served on the child", |walk| {
            walk.bring_of_case(PaperKind::ServiceReceipt).print(DocumentKind::AcceptanceNotice);
            serve(walk, DocumentKind::AcceptanceNotice, Party::Child);
        }),
        by("served twice", |walk| {
            walk.print(DocumentKind::AcceptanceNotice);
            for _ in 0..2 {
                walk.bring_of_case(PaperKind::ServiceReceipt);
                serve(walk, DocumentKind::AcceptanceNotice, Party::FirstAdopter);
            }
        }),
        by("a mandate drawn up", |walk| {
            let mandate =
                crate::case::Mandate { party: Party::FirstAdopter, reason: "出差".into() };
            walk.act(Who::Registrar, Command::PrepareMandate(mandate));
        }),
        by("a check of nobody", |walk| {
            walk.check(CheckKind::Hardship, Party::Placer, CheckOutcome::Clear);
        }),
    ]
}

/// After registration nothing of this is possible any more, or only what belongs to it.
pub fn after_registration(name: &'static str) -> Station {
    let mut ways = vec![
        by("withdrawn", |walk| withdraw(walk, Party::FirstAdopter)),
        by("refused", |walk| refuse(walk, &["CC-1104"], Vec::new())),
        by("a paper of the parties replaced", |walk| {
            walk.file(crate::case::Slot::of_case(PaperKind::JointPhoto));
        }),
        by("a paper of the parties found wrong", reject_a_paper),
        by("a fact changed", |walk| {
            let (change, happened_on) =
                (Change::MaritalStatus { status: MaritalStatus::Divorced }, walk.state.world.today);
            walk.act(Who::Registrar, Command::ChangeFact(ChangeFact { change, happened_on }));
        }),
        by("wishes changed", |walk| wish(walk, |wishes| wishes.agreement = true)),
        by("accepted again", |walk| {
            let command = Command::Accept(crate::steps::accept::Accept {});
            walk.act(Who::Registrar, command);
        }),
        by("lent before it is a volume", |walk| {
            let reading = Reading {
                reader: "许法官".into(),
                ground: ReadingGround::Authority,
                identity_shown: "工作证".into(),
                purpose: "核对".into(),
                approved_by: None,
            };
            walk.act(Who::Archivist, Command::LendVolume(reading));
        }),
    ];
    ways.push(by("a claim", |walk| {
        let claimant = "自称生母".into();
        let command = crate::steps::raise_claim::RaiseClaim { claimant };
        walk.act(Who::Registrar, Command::RaiseClaim(command));
    }));
    turns(name, ways)
}
