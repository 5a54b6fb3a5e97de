//! What the ledger of gifts takes and what it turns away, rule by rule.

use chrono::NaiveDate;

use crate::base::rule::Violation;
use crate::cast::county::DAZU;
use crate::cast::figures::{Figure, HUSBAND, WIFE};
use crate::donation::entries::{change_purpose, publish, receive, use_it, withdraw};
use crate::donation::offer::faults;
use crate::donation::*;
use crate::identity::CreditCode;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn person(figure: Figure) -> Donor {
    Donor::Person { name: figure.name.into(), resident_id: figure.resident_id() }
}

pub(crate) fn offer() -> Offer {
    Offer {
        recipient: Recipient {
            name: DAZU.institution.name.into(),
            credit_code: CreditCode(DAZU.institution.credit_code.into()),
        },
        donor: person(HUSBAND),
        related: vec![RelatedParty { tie: Tie::Spouse, who: person(WIFE) }],
        gift: Gift::Money { amount_fen: 100_000 },
        purpose: "购置儿童康复器材".into(),
        agreement: None,
    }
}

fn named(violations: &[Violation]) -> Vec<(&'static str, Option<&str>)> {
    violations.iter().map(|broken| (broken.rule.id, broken.field.as_deref())).collect()
}

#[track_caller]
fn expect_fault(offer: &Offer, rule: &'static str, field: &str) {
    let violations = faults(offer, DAZU.bureau, DAZU.bureau_code);
    assert_eq!(named(&violations), [(rule, Some(field))]);
}

#[test]
fn an_offer_in_order_is_taken() {
    assert_eq!(faults(&offer(), DAZU.bureau, DAZU.bureau_code), []);
}

#[test]
fn the_bureau_is_never_the_recipient() {
    let mut by_code = offer();
    by_code.recipient.credit_code = CreditCode(DAZU.bureau_code.into());
    expect_fault(&by_code, "DN-D9.recipient", "recipient");
    let mut by_name = offer();
    by_name.recipient.name = DAZU.bureau.into();
    expect_fault(&by_name, "DN-D9.recipient", "recipient");
}

#[test]
fn each_fault_of_an_offer_names_its_field() {
    let mut wrong = offer();
    wrong.related[0].who = Donor::Organisation {
        name: "某公司".into(),
        credit_code: CreditCode("11320000014000802X".into()),
    };
    expect_fault(&wrong, "GB-32100", "related[0].who.credit_code");
    let mut wrong = offer();
    wrong.donor = Donor::Overseas { name: "J. Doe".into(), document_number: String::new() };
    expect_fault(&wrong, "INPUT-TEXT", "donor.document_number");
    for amount_fen in [0, 10_000_000_001] {
        let wrong = Offer { gift: Gift::Money { amount_fen }, ..offer() };
        expect_fault(&wrong, "INPUT-BOUNDS", "gift.amount_fen");
    }
    let many = vec![RelatedParty { tie: Tie::CoResident, who: person(WIFE) }; 51];
    expect_fault(&Offer { related: many, ..offer() }, "INPUT-BOUNDS", "related");
}

#[test]
fn no_text_of_an_offer_names_an_adoption() {
    let tied = "捐给将被收养的孩子";
    expect_fault(&Offer { purpose: tied.into(), ..offer() }, "DN-D2", "purpose");
    expect_fault(&Offer { agreement: Some(tied.into()), ..offer() }, "DN-D2", "agreement");
    let gift = Gift::Goods { description: tied.into() };
    expect_fault(&Offer { gift, ..offer() }, "DN-D2", "gift.description");
}

pub(crate) fn donation(state: DonationState) -> Donation {
    Donation {
        state,
        gift: Gift::Money { amount_fen: 100_000 },
        offered_on: day("2026-03-02"),
        received_on: (state == DonationState::Received).then(|| day("2026-03-05")),
        used_fen: 60_000,
    }
}

pub(crate) fn receipt() -> Receive {
    Receive {
        receipt_number: "渝捐 0001".into(),
        counters: vec!["任桂芳".into(), "姚新民".into()],
        account: "捐赠专户".into(),
    }
}

#[test]
fn a_gift_is_taken_only_after_its_review() {
    let waiting = receive(&donation(DonationState::AwaitingReview), &receipt(), false);
    assert_eq!(named(&waiting), [("DN-D3", None)]);
    assert_eq!(receive(&donation(DonationState::Released), &receipt(), false), []);
    for state in [DonationState::Received, DonationState::Withdrawn] {
        let again = receive(&donation(state), &receipt(), false);
        assert_eq!(named(&again), [("DN-D9.order", None)], "{state:?}");
    }
}

#[test]
fn two_different_persons_count_and_a_receipt_is_given_once() {
    let released = donation(DonationState::Released);
    let counters: [&[&str]; 4] =
        [&["任桂芳"], &["任桂芳", "任桂芳"], &[], &["任桂芳", "姚新民", "丁向阳"]];
    for names in counters {
        let counters = names.iter().map(|name| (*name).to_owned()).collect();
        let violations = receive(&released, &Receive { counters, ..receipt() }, false);
        assert_eq!(named(&violations), [("DN-D9.counters", Some("counters"))], "{names:?}");
    }
    let twice = receive(&released, &receipt(), true);
    assert_eq!(named(&twice), [("DN-D9.receipt", Some("receipt_number"))]);
}

pub(crate) fn used(amount_fen: Option<u64>) -> Use {
    Use { used_on: day("2026-03-06"), amount_fen, what: "购置助行器".into() }
}

#[test]
fn a_gift_is_used_as_far_as_it_was_given() {
    let today = day("2026-04-01");
    let received = donation(DonationState::Received);
    assert_eq!(use_it(&received, &used(Some(40_000)), today), []);
    for amount in [Some(40_001), Some(u64::MAX), None] {
        let violations = use_it(&received, &used(amount), today);
        let rules: Vec<_> = violations.iter().map(|broken| broken.rule.id).collect();
        let expected = if amount == Some(u64::MAX) { "INPUT-BOUNDS" } else { "DN-D9.use" };
        assert_eq!(rules, [expected], "{amount:?}");
    }
    let goods = Donation { gift: Gift::Goods { description: "轮椅".into() }, ..received };
    assert_eq!(use_it(&goods, &used(None), today), []);
    assert_eq!(named(&use_it(&goods, &used(Some(1)), today))[0].0, "DN-D9.use");
    let early = use_it(&donation(DonationState::Released), &used(Some(1)), today);
    assert_eq!(named(&early)[0].0, "DN-D9.order");
}

#[test]
fn what_is_entered_later_has_its_place_its_day_and_no_tie() {
    let today = day("2026-04-01");
    let (released, received) =
        (donation(DonationState::Released), donation(DonationState::Received));
    let change = ChangePurpose {
        purpose: "冬季取暖".into(),
        consented_on: day("2026-03-20"),
        consent: "捐赠档案第3号".into(),
    };
    assert_eq!(change_purpose(&received, &change, today), []);
    assert_eq!(named(&change_purpose(&released, &change, today)), [("DN-D9.order", None)]);
    let tomorrow = ChangePurpose { consented_on: day("2026-04-02"), ..change.clone() };
    let late = change_purpose(&received, &tomorrow, today);
    assert_eq!(named(&late), [("INPUT-DAY", Some("consented_on"))]);
    let tied = ChangePurpose { consent: "见收养档案".into(), ..change };
    let tied = change_purpose(&received, &tied, today);
    assert_eq!(named(&tied), [("DN-D2", Some("consent"))]);

    let publication = Publish { published_on: day("2026-03-31"), place: "县政府网站".into() };
    assert_eq!(publish(&received, &publication, today), []);
    let before = Publish { published_on: day("2026-03-04"), ..publication };
    let before = publish(&received, &before, today);
    assert_eq!(named(&before), [("INPUT-DAY", Some("published_on"))]);

    let back = WithdrawOffer { reason: "另有安排".into() };
    assert_eq!(withdraw(&released, &back), []);
    assert_eq!(named(&withdraw(&received, &back)), [("DN-D9.order", None)]);
}

#[test]
fn a_review_says_what_was_seen_and_why() {
    let pass = ReviewHold { matched: false, outcome: ReviewOutcome::Released, reasons: None };
    assert_eq!(review::faults(HoldState::Waiting, false, &pass), []);
    let unseen = review::faults(HoldState::Waiting, true, &pass);
    let expected = [("DN-D3.seen", Some("matched")), ("DN-D3.reasons", Some("reasons"))];
    assert_eq!(named(&unseen), expected);
    let upheld = ReviewHold { outcome: ReviewOutcome::Upheld, ..pass.clone() };
    let upheld = review::faults(HoldState::Waiting, false, &upheld);
    assert_eq!(named(&upheld), [("DN-D3.reasons", Some("reasons"))]);
    let reasoned = ReviewHold { matched: true, reasons: Some("已核实".into()), ..pass };
    assert_eq!(review::faults(HoldState::Upheld, true, &reasoned), []);
    assert_eq!(
        named(&review::faults(HoldState::Released, true, &reasoned)),
        [("DN-D9.order", None)]
    );
}
