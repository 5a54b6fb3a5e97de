//! The ledger of gifts, and the look before the approval.

use std::fmt::Debug;

use super::{Attempt, Row, row, sending};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::assessment::VisitMethod;
use crate::case::turns::GiftAnswer;
use crate::cast::county::DAZU;
use crate::cast::figures::{ASSESSORS, OTHER_REGISTRAR};
use crate::command::Command;
use crate::donation::entries::{change_purpose, publish, receive, use_it, withdraw};
use crate::donation::review::faults as review_faults;
use crate::donation::{
    ChangePurpose, DonationState, HoldState, LedgerAct, Offer, Publish, Receive, ReviewHold,
    ReviewOutcome, WithdrawOffer, offer as offers,
};
use crate::facts::DonationReview;
use crate::identity::CreditCode;
use crate::law::donation::{
    AS_AGREED, COUNTERS, IN_ORDER, LOOKED_AT, NO_LINK, REASONS, RECEIPT, RECIPIENT, RECUSED,
    RELEASED, SEEN,
};
use crate::proof::donation_tests::{day, donation, offer, receipt, used};
use crate::proof::testing::{Story, approve, propose, register, user};
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::declare_gift::DeclareGift;
use crate::steps::replace_officer::ReplaceOfficer;
use crate::steps::visit_for_assessment::VisitForAssessment;

const BUREAU_CODE: &str = "11320000014000802N";
const TIED: &str = "用于收养登记的答谢";

pub fn rows() -> Vec<Row> {
    let mut looking = Story::proposed();
    looking.by(user(2, "梁局长"), Role::Leader);
    looking.facts.donation_review = DonationReview::Waiting;
    let mut rows = vec![
        row(&LOOKED_AT, "approved without a look", sending(looking, approve())),
        row(
            &RECIPIENT,
            "to the bureau",
            offering(|offer| {
                offer.recipient.credit_code = CreditCode(BUREAU_CODE.into());
            }),
        ),
        row(&NO_LINK, "for an adoption", offering(|offer| offer.purpose = TIED.into())),
    ];
    rows.extend(at_the_receipt());
    rows.extend(after_the_receipt());
    rows.extend(at_the_review());
    rows.extend(by_one_who_took_a_gift());
    rows
}

/// Who declared a gift asks nobody, proposes, approves, assesses and registers nothing, says nothing
/// else afterwards, and is handed nothing.
fn by_one_who_took_a_gift() -> Vec<Row> {
    let taken = || Command::DeclareGift(DeclareGift { declared: GiftAnswer::Taken });
    let after = |mut story: Story| {
        story.must(taken());
        story
    };
    let inquiry = Story::ready().sent.into_iter().map(|(_, _, command)| command);
    let inquiry = inquiry.into_iter().find(|sent| matches!(sent, Command::Inquire(_)));
    let mut leader = Story::proposed();
    leader.leader().must(taken()).registrar().must(propose()).leader();
    let mut assessor = begun();
    assessor.by(user(11, ASSESSORS[0]), Role::Assessor).must(taken());
    let visit = VisitForAssessment {
        visited_on: assessor.facts.today,
        method: VisitMethod::HomeVisit,
        assessors: vec![user(11, "").id],
        findings: "家中整洁".into(),
    };
    let mut appointing = begun();
    appointing.by(user(11, ASSESSORS[0]), Role::Assessor).must(taken()).registrar();
    let assessors = [11, 12].map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    });
    let mut handing = Story::accepted();
    handing.by(user(3, OTHER_REGISTRAR), Role::Registrar).must(taken()).leader();
    let to = ReplaceOfficer { officer: user(3, "").id, reason: "出差".into() };
    let register = register(&Story::approved());
    vec![
        row(&RECUSED, "asks", sending(after(Story::accepted()), inquiry.expect("an inquiry"))),
        row(&RECUSED, "proposes", sending(after(Story::ready()), propose())),
        row(&RECUSED, "approves", sending(leader, approve())),
        row(&RECUSED, "assesses", sending(assessor, Command::VisitForAssessment(visit))),
        row(&RECUSED, "registers", sending(after(Story::approved()), register)),
        row(&RECUSED, "takes it back", sending(after(Story::ready()), taken())),
        row(
            &RECUSED,
            "is appointed again",
            sending(
                appointing,
                Command::AppointAssessors(AppointAssessors { assessors: assessors.into() }),
            ),
        ),
        row(&RECUSED, "takes the case over", sending(handing, Command::ReplaceOfficer(to))),
    ]
}

/// The assessors are appointed and have filed no report.
fn begun() -> Story {
    let mut sent = Story::ready().sent.into_iter();
    let before = sent.find(|(_, _, command)| matches!(command, Command::VisitForAssessment(_)));
    let (case, facts, _) = before.expect("a visit");
    Story { case, facts, entries: Vec::new(), sent: Vec::new() }
}

fn gift(act: LedgerAct, sent: &impl Debug, violations: Vec<Violation>) -> Attempt {
    Attempt::Gift(act, format!("{sent:?}"), violations)
}

fn offering(spoil: fn(&mut Offer)) -> Attempt {
    let mut spoilt = offer();
    spoil(&mut spoilt);
    let faults = offers::faults(&spoilt, DAZU.bureau, BUREAU_CODE);
    gift(LedgerAct::Offer, &spoilt, faults)
}

fn at_the_receipt() -> Vec<Row> {
    let taking = |state, data: Receive, used| {
        let faults = receive(&donation(state), &data, used);
        gift(LedgerAct::Receive, &data, faults)
    };
    let alone = Receive { counters: vec!["任桂芳".into()], ..receipt() };
    let released = DonationState::Released;
    vec![
        row(
            &RELEASED,
            "before the review",
            taking(DonationState::AwaitingReview, receipt(), false),
        ),
        row(&COUNTERS, "counted by one", taking(released, alone, false)),
        row(&RECEIPT, "a receipt twice", taking(released, receipt(), true)),
        row(&IN_ORDER, "taken twice", taking(DonationState::Received, receipt(), false)),
    ]
}

fn after_the_receipt() -> Vec<Row> {
    let today = day("2026-04-01");
    let (received, released) =
        (donation(DonationState::Received), donation(DonationState::Released));
    let too_much = used(Some(40_001));
    let change = ChangePurpose {
        purpose: TIED.into(),
        consented_on: day("2026-03-20"),
        consent: "捐赠档案第3号".into(),
    };
    let publication = Publish { published_on: today, place: "县政府网站".into() };
    let back = WithdrawOffer { reason: "另有安排".into() };
    vec![
        row(
            &AS_AGREED,
            "more than was given",
            gift(LedgerAct::Use, &too_much, use_it(&received, &too_much, today)),
        ),
        row(
            &NO_LINK,
            "another purpose for an adoption",
            gift(LedgerAct::ChangePurpose, &change, change_purpose(&received, &change, today)),
        ),
        row(
            &IN_ORDER,
            "published before it was taken",
            gift(LedgerAct::Publish, &publication, publish(&released, &publication, today)),
        ),
        row(
            &IN_ORDER,
            "taken back after it was taken",
            gift(LedgerAct::Withdraw, &back, withdraw(&received, &back)),
        ),
    ]
}

fn at_the_review() -> Vec<Row> {
    let blind = ReviewHold { matched: false, outcome: ReviewOutcome::Released, reasons: None };
    let reviewing =
        |state, matched| gift(LedgerAct::Review, &blind, review_faults(state, matched, &blind));
    vec![
        row(&SEEN, "what was found was not read", reviewing(HoldState::Waiting, true)),
        row(&REASONS, "let go without reasons", reviewing(HoldState::Waiting, true)),
        row(&IN_ORDER, "reviewed twice", reviewing(HoldState::Released, false)),
    ]
}
