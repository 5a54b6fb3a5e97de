//! 规范 art. 16, 登记办法 arts. 5, 8, 居民身份证法 art. 14: two persons decide, the parties come, the day's
//! facts are confirmed, the certificate is issued.

use super::History;
use crate::base::document::DocumentKind;
use crate::base::ids::UserId;
use crate::case::assessment::Conclusion;
use crate::case::decision::{Attendance, ShownDocument};
use crate::case::turns::GiftAnswer;
use crate::case::{CheckKind, CheckOutcome, ChildKind, PaperKind, Party, Slot};
use crate::event::{AssessmentEvent, Event, LaterEvent};
use crate::facts::DonationReview;

fn proposed(history: &History) -> Option<usize> {
    history.last(|event| matches!(event, Event::Proposed { .. }))
}

fn approved(history: &History) -> Option<usize> {
    history.last(|event| matches!(event, Event::Approved { .. }))
}

fn registers(history: &History) -> bool {
    matches!(history.newest().event, Event::Registered { .. })
}

fn approves(history: &History) -> bool {
    matches!(history.newest().event, Event::Approved { .. }) || registers(history)
}

/// Any change of fact, paper, consent, inquiry or assessment; what belongs to the decision itself or
/// only tells a party of something changes nothing.
fn touches(event: &Event, papers: &[(u32, PaperKind)]) -> bool {
    let own = [PaperKind::ApprovalForm, PaperKind::SpouseMandate, PaperKind::ServiceReceipt];
    let about_another =
        |number: &u32| !papers.iter().any(|(filed, paper)| filed == number && own.contains(paper));
    match event {
        Event::PaperFiled { slot, .. } => !own.contains(&slot.paper),
        Event::PaperVerified { number, .. } | Event::PaperRejected { number, .. } => {
            about_another(number)
        }
        Event::Proposed { .. }
        | Event::Approved { .. }
        | Event::Registered { .. }
        | Event::MandatePrepared { .. }
        | Event::SigningRefused(_)
        | Event::GiftDeclared { declared: GiftAnswer::NoneTaken }
        | Event::OfficerReplaced { .. }
        | Event::DocumentServed { .. } => false,
        _ => true,
    }
}

/// Nothing was touched between a place and the newest act.
fn untouched_since(history: &History, place: Option<usize>) -> bool {
    let papers: Vec<(u32, PaperKind)> = history
        .0
        .iter()
        .filter_map(|told| match &told.event {
            Event::PaperFiled { number, slot, .. } => Some((*number, slot.paper)),
            _ => None,
        })
        .collect();
    place.is_some_and(|place| {
        !history.0.iter().skip(place).any(|told| touches(&told.event, &papers))
    })
}

fn not_approved(history: &History) -> bool {
    let in_order = proposed(history) < approved(history);
    registers(history) && !(in_order && untouched_since(history, approved(history)))
}

/// Whether the newest act approves while the leader has yet to look at a gift of a party.
fn a_gift_not_looked_at(history: &History) -> bool {
    let waits = history.newest().world.donation_review == DonationReview::Waiting;
    matches!(history.newest().event, Event::Approved { .. }) && waits
}

/// Whether somebody declared a gift before the newest act.
fn took_a_gift(history: &History, user: UserId) -> bool {
    history.earlier().0.iter().any(|told| {
        told.by.id == user
            && matches!(told.event, Event::GiftDeclared { declared: GiftAnswer::Taken })
    })
}

/// Who took a gift does nothing more in the case but report harm, and is handed nothing.
fn at_work_over_a_gift(history: &History) -> bool {
    let newest = history.newest();
    // Whoever knows of harm tells it, and whom it concerns.
    let reports = matches!(
        newest.event,
        Event::IncidentReported { .. }
            | Event::Assessment(AssessmentEvent::IncidentConcerns { .. })
    );
    let handed = match &newest.event {
        Event::OfficerReplaced { officer, .. } => took_a_gift(history, officer.id),
        Event::AssessorsAppointed { assessors } => {
            assessors.iter().any(|assessor| took_a_gift(history, assessor.user))
        }
        _ => false,
    };
    handed || (took_a_gift(history, newest.by.id) && !reports)
}

/// A decision rests on no report and no proposal or approval of one who took a gift.
fn decided_over_a_gift(history: &History) -> bool {
    let report = history.last(|event| matches!(event, Event::ReportSubmitted { .. }));
    let signed = match report.map(|place| &history.0[place].event) {
        Some(Event::ReportSubmitted { signers, .. }) => signers.clone(),
        _ => Vec::new(),
    };
    let proposal = proposed(history);
    let approval = approved(history).filter(|place| Some(*place) > proposal);
    let decided = [proposal, approval].into_iter().flatten();
    let decided = decided.map(|place| history.0[place].by.id);
    super::decides(history)
        && signed.into_iter().chain(decided).any(|who| took_a_gift(history, who))
}

fn not_proposed(history: &History) -> bool {
    approves(history) && !untouched_since(history, proposed(history))
}

fn alone(history: &History) -> bool {
    let by = |place: Option<usize>| place.map(|place| history.0[place].by.id);
    approves(history) && by(proposed(history)) == by(approved(history))
}

fn by_an_assessor(history: &History) -> bool {
    let assessed = |user| {
        history.has(|event| {
            matches!(event, Event::AssessorsAppointed { assessors }
                if assessors.iter().any(|assessor| assessor.user == user))
        })
    };
    let decided = [proposed(history), approved(history)].into_iter().flatten();
    super::decides(history)
        && (assessed(history.newest().by.id)
            || decided.into_iter().any(|place| assessed(history.0[place].by.id)))
}

fn no_reasons_over_a_negative_report(history: &History) -> bool {
    let report = history.last(|event| matches!(event, Event::ReportSubmitted { .. }));
    let negative = report.is_some_and(|place| {
        matches!(
            history.0[place].event,
            Event::ReportSubmitted { conclusion: Conclusion::NotCapable, .. }
        )
    });
    let Some(Event::Approved { reasons_over_report, .. }) =
        approved(history).map(|place| &history.0[place].event)
    else {
        return false;
    };
    let mut wanted = vec!["CC-1098.2", "CC-1098.3", "CC-1098.4", "CC-1098.5"];
    if !super::kinds::is_open_to_more(history) {
        wanted.insert(0, "CC-1098.1");
    }
    let given = |id: &&str| reasons_over_report.iter().filter(|why| why.condition == **id).count();
    approves(history) && negative && !wanted.iter().all(|id| given(id) == 1)
}

fn registered<'a>(history: &History<'a>) -> Option<&'a Vec<Attendance>> {
    match &history.newest().event {
        Event::Registered { attendance, .. } => Some(attendance),
        _ => None,
    }
}

fn somebody_did_not_come(history: &History) -> bool {
    let Some(attendance) = registered(history) else {
        return false;
    };
    let adopters = history.adopters().into_iter().map(|(party, _)| party);
    let placing = history.placing().into_iter().map(|placing| placing.party);
    let mut parties = adopters.chain(placing).chain([Party::Child]);
    let came = |party| attendance.iter().any(|attending| attending.party() == party);
    !parties.all(came)
}

/// A mandate replaces one spouse, while the other is there, on a verified paper.
fn represented_without_mandate(history: &History) -> bool {
    let Some(attendance) = registered(history) else {
        return false;
    };
    let in_person = |whose| {
        attendance
            .iter()
            .any(|came| matches!(came, Attendance::InPerson { party, .. } if *party == whose))
    };
    let marriage = history
        .changed(|change| matches!(change, crate::case::change::Change::MaritalStatus { .. }));
    attendance.iter().any(|attending| match attending {
        Attendance::InPerson { .. } => false,
        Attendance::RepresentedBySpouse { party } => {
            let mandate = Slot::of(PaperKind::SpouseMandate, *party);
            let spouse = match party {
                Party::FirstAdopter => Party::SecondAdopter,
                Party::SecondAdopter => Party::FirstAdopter,
                _ => return true,
            };
            !in_person(spouse) || !history.paper_stands(mandate, marriage)
        }
    })
}

/// The number read from the document is the party's own.
fn another_number(history: &History) -> bool {
    let Some(attendance) = registered(history) else {
        return false;
    };
    let number_of = |party: Party, shown: ShownDocument| match party {
        Party::Child => match (&history.child().resident_id, shown) {
            (Some(number), _) => Some(number.0.clone()),
            (None, ShownDocument::BirthCertificate) => {
                history.child().birth_certificate_number.clone()
            }
            (None, _) => history.child().entry_number.clone(),
        },
        _ => {
            let mut adopters = history.adopters().into_iter();
            let adopter = adopters.find(|(adopter, _)| *adopter == party);
            let mut placing = history.placing().into_iter();
            adopter
                .map(|(_, adopter)| adopter.resident_id.0)
                .or_else(|| placing.find(|who| who.party == party).map(|who| who.number.0))
        }
    };
    attendance.iter().any(|attending| match attending {
        Attendance::InPerson { party, shown, number } => {
            number_of(*party, *shown).as_ref() != Some(number)
        }
        Attendance::RepresentedBySpouse { .. } => false,
    })
}

fn not_confirmed_that_day(history: &History) -> bool {
    let Event::Registered { confirmations, .. } = &history.newest().event else {
        return false;
    };
    let made = |kind, party| {
        confirmations.iter().any(|check| {
            (check.check, check.party, check.checked_on) == (kind, party, history.today())
        })
    };
    let step_parent = history.application().kind == ChildKind::Stepchild;
    let of_adopters = history.adopters().into_iter().all(|(party, _)| {
        made(CheckKind::MaritalStatus, party)
            && (step_parent || made(CheckKind::CriminalRecord, party))
    });
    !of_adopters || !made(CheckKind::CareOfChild, Party::Child)
}

fn confirmed_to_the_contrary(history: &History) -> bool {
    let Event::Registered { confirmations, .. } = &history.newest().event else {
        return false;
    };
    confirmations.iter().any(|check| check.outcome == CheckOutcome::Adverse)
}

fn cannot_be_printed(history: &History) -> bool {
    !history.newest().world.unprintable.is_empty()
}

fn blank_used_before(history: &History) -> bool {
    registers(history) && history.newest().world.blank_serial_used
}

fn issues(history: &History) -> bool {
    matches!(history.newest().event, Event::CertificateIssued { .. })
}

fn not_printed(history: &History) -> bool {
    let documents = &history.newest().world.documents;
    let printed =
        documents.iter().any(|made| made.kind == DocumentKind::Certificate && made.prints > 0);
    issues(history) && !printed
}

fn handed_over_though_revoked(history: &History) -> bool {
    let revoked = |event: &Event| matches!(event, Event::Later(LaterEvent::AdoptionRevoked { .. }));
    issues(history) && history.earlier().has(revoked)
}

fn late_without_reason(history: &History) -> bool {
    let Event::CertificateIssued { late_reason } = &history.newest().event else {
        return false;
    };
    let day =
        history.last(|event| matches!(event, Event::Registered { .. })).map(|at| history.on(at));
    late_reason.is_none() && day != Some(history.today())
}

rows! {
    "SEQ-7", "规范 16", "approved, and nothing changed since", not_approved;
    "SEQ-7", "规范 16", "what is approved is what was proposed", not_proposed;
    "SEQ-14", "公益事业捐赠法 4", "the leader looked at a party's gift before approving", a_gift_not_looked_at;
    "SEQ-14", "评估办法 12", "who took a gift does no more in the case", at_work_over_a_gift;
    "SEQ-14", "评估办法 12", "nothing is decided on the work of one who took a gift", decided_over_a_gift;
    "SEQ-7", "规范 16", "another person approves than proposed", alone;
    "SEQ-7", "评估办法 12；规范 16", "nobody decides on what they assessed", by_an_assessor;
    "SEQ-3", "民法典 1098；评估办法 10", "a reason for each condition over a negative report", no_reasons_over_a_negative_report;
    "SEQ-8", "登记办法 5(1)", "every party came", somebody_did_not_come;
    "SEQ-8", "登记办法 5(2)", "only a spouse is represented, with a mandate", represented_without_mandate;
    "SEQ-8", "居民身份证法 14", "each showed a document with the own number", another_number;
    "SEQ-8", "登记办法 8(1)", "the facts were confirmed that day", not_confirmed_that_day;
    "SEQ-8", "民法典 1098、1101", "what was confirmed allows it", confirmed_to_the_contrary;
    "SEQ-8", "姓名用字须能正确印制", "nothing is recorded that cannot be printed", cannot_be_printed;
    "SEQ-8", "规范（证件管理）", "a blank is used once", blank_used_before;
    "SEQ-8b", "规范 19", "the certificate is printed before it is issued", not_printed;
    "SEQ-8b", "民法典 1113", "no certificate is handed over of a revoked adoption", handed_over_though_revoked;
    "SEQ-8b", "规范 19", "it is issued on the day of registration, or with a reason", late_without_reason;
}
