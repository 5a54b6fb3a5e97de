//! 规范 art. 19, 档案办法, 未成年人保护法 art. 11: the volume, who reads it, and the visits.

use super::History;
use super::days::before;
use crate::base::document::DocumentKind;
use crate::case::decision::Concern;
use crate::case::turns::ReadingGround;
use crate::case::{ChildKind, PaperKind, Slot};
use crate::event::Event;

fn archives(history: &History) -> bool {
    matches!(history.newest().event, Event::Archived { .. })
}

fn of_case(history: &History, paper: PaperKind, done: fn(&Event) -> bool) -> bool {
    let place = history.last(done);
    place.is_some() && history.paper_stands(Slot::of_case(paper), place)
}

fn receipt_not_signed(history: &History) -> bool {
    let issued = |event: &Event| matches!(event, Event::CertificateIssued { .. });
    let handed_over = !history.revoked_unissued();
    archives(history) && handed_over && !of_case(history, PaperKind::CertificateReceipt, issued)
}

fn approval_not_signed(history: &History) -> bool {
    let approved = |event: &Event| matches!(event, Event::Approved { .. });
    archives(history) && !of_case(history, PaperKind::ApprovalForm, approved)
}

fn a_document_is_missing(history: &History) -> bool {
    let documents = &history.newest().world.documents;
    let made = |kind| documents.iter().any(|document| document.kind == kind);
    let kind = history.application().kind;
    let notice = !super::kinds::is_searched_for(kind) || made(DocumentKind::PublicNotice);
    let assessed = kind == ChildKind::Stepchild || made(DocumentKind::AssessmentNotice);
    let always = made(DocumentKind::Certificate) && made(DocumentKind::AcceptanceNotice);
    archives(history) && !(always && notice && assessed)
}

/// A paper that was filed and that nobody found in order or not, and whose act was not done anew.
fn something_waits(history: &History) -> bool {
    let looked_at = |filed: u32| {
        history.has(|event| {
            matches!(event, Event::PaperVerified { number, .. } | Event::PaperRejected { number, .. }
                if *number == filed)
        })
    };
    let registered = history.last(|event| matches!(event, Event::Registered { .. }));
    archives(history)
        && history.0.iter().skip(registered.unwrap_or(0)).any(
            |told| matches!(told.event, Event::PaperFiled { number, .. } if !looked_at(number)),
        )
}

fn changed_what_stands(history: &History) -> bool {
    let Event::PaperFiled { slot, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let receipt = slot.paper == PaperKind::ServiceReceipt;
    let visit = slot.paper == PaperKind::FollowUpRecord;
    if earlier.has(|event| matches!(event, Event::Archived { .. })) {
        !visit
    } else if earlier.has(|event| matches!(event, Event::Registered { .. })) {
        let own = [PaperKind::ApprovalForm, PaperKind::CertificateReceipt];
        !(visit || receipt || own.contains(&slot.paper))
    } else if earlier.has(|event| matches!(event, Event::Withdrawn { .. })) {
        !(receipt || slot.paper == PaperKind::WithdrawalRecord)
    } else {
        earlier
            .has(|event| matches!(event, Event::Refused { .. } | Event::ApplicationDeclined { .. }))
            && !receipt
    }
}

fn rejected_what_stands(history: &History) -> bool {
    let Event::PaperRejected { number: rejected, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let follows = earlier.has(|event| {
        matches!(event, Event::PaperFiled { number, slot, .. } if number == rejected
            && matches!(slot.paper, PaperKind::ApprovalForm | PaperKind::CertificateReceipt
                | PaperKind::FollowUpRecord | PaperKind::ServiceReceipt))
    });
    let registered = earlier.has(|event| matches!(event, Event::Registered { .. }));
    registered && earlier.is_in_order(*rejected) && !follows
}

/// One reading at a time, by who may.
fn read_by_another(history: &History) -> bool {
    let Event::VolumeLent { reading, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let lent = earlier.count(|event| matches!(event, Event::VolumeLent { .. }));
    let back = earlier.count(|event| matches!(event, Event::VolumeReturned { .. }));
    let child = history.child();
    let of_the_family =
        history.adopters().iter().any(|(_, adopter)| adopter.name == reading.reader)
            || child.name == reading.reader
            || child.new_name.as_deref() == Some(&reading.reader);
    let secret = history.application().wishes.secrecy
        || history
            .has(|event| matches!(event, Event::WishesChanged { wishes, .. } if wishes.secrecy));
    let stranger = match reading.ground {
        ReadingGround::Party => secret && !of_the_family || !is_a_party(history, &reading.reader),
        ReadingGround::Other => reading.approved_by.is_none(),
        ReadingGround::Authority | ReadingGround::Lawyer => false,
    };
    lent > back || stranger
}

fn is_a_party(history: &History, reader: &str) -> bool {
    let application = history.application();
    let adopter = application.adopters.iter().any(|adopter| adopter.name == reader);
    let child = history.child();
    let placer = application.placer.iter().any(|placer| placer.responsible_person == reader);
    let parents = application.parents.iter().flat_map(|parents| &parents.placing);
    let guardian = application.guardian.iter().filter_map(|guardian| guardian.person.as_ref());
    let parent = parents.chain(guardian).any(|person| person.name == reader);
    let of_child = child.name == reader || child.new_name.as_deref() == Some(reader);
    adopter || placer || parent || of_child
}

fn visited(history: &History) -> bool {
    matches!(history.newest().event, Event::FollowUpVisited { .. })
}

fn visits(history: &History) -> usize {
    history.count(|event| matches!(event, Event::FollowUpVisited { .. }))
}

/// Each visit in its turn, no earlier than the window before its day allows.
fn out_of_turn(history: &History) -> bool {
    let Event::FollowUpVisited { number, visit } = &history.newest().event else {
        return false;
    };
    let due = history.0.iter().find_map(|told| match &told.event {
        Event::Registered { visits_due, .. } => Some(visits_due.clone()),
        _ => None,
    });
    let place = usize::try_from(*number).expect("few").checked_sub(1);
    let Some(due_on) = due.zip(place).and_then(|(due, place)| due.get(place).copied()) else {
        return true;
    };
    let window = history.newest().world.rules.follow_up_window_days;
    let mut earliest = due_on;
    for _ in 0..window {
        earliest = before(earliest);
    }
    visits(history) != *number as usize || visit.on < earliest
}

fn not_two_visitors(history: &History) -> bool {
    matches!(&history.newest().event, Event::FollowUpVisited { visit, .. } if visit.visitors.len() != 2)
}

fn visit_before_not_recorded(history: &History) -> bool {
    visited(history) && history.papers_of_case(PaperKind::FollowUpRecord) + 1 < visits(history)
}

fn harm_not_reported(history: &History) -> bool {
    matches!(&history.newest().event, Event::FollowUpVisited { visit, .. }
        if visit.concern == Concern::Red && visit.harm_report.is_none())
}

rows! {
    "SEQ-8b", "规范 19", "the parties signed for the certificate", receipt_not_signed;
    "SEQ-10", "档案办法 5", "the signed approval is in the volume", approval_not_signed;
    "SEQ-10", "档案办法 6", "every document of the volume was made", a_document_is_missing;
    "SEQ-10", "档案办法 6", "nothing waits to be looked at", something_waits;
    "SEQ-10", "档案办法 7", "what a decision rested on stays as it was", changed_what_stands;
    "SEQ-10", "档案办法 7", "nor is it found wrong afterwards", rejected_what_stands;
    "SEQ-10", "档案办法 10、11", "the volume is read by who may, one at a time", read_by_another;
    "SEQ-11", "回访计划", "visits are made in their turn", out_of_turn;
    "SEQ-11", "回访计划", "two visit", not_two_visitors;
    "SEQ-11", "回访计划", "the visit before is on paper", visit_before_not_recorded;
    "SEQ-11", "未成年人保护法 11", "harm found is reported", harm_not_reported;
}
