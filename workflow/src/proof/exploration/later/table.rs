//! What the procedures after a registration may never show (民法典 arts. 1111 to 1117; 登记办法 arts. 10 to 13;
//! 规范 on replacement and proof; SEQ-17), read from their histories alone.

use crate::base::document::DocumentKind;
use crate::case::aftermath::{ReplacedPaper, Standing};
use crate::case::decision::Attendance;
use crate::case::later::{DissolutionBasis, LaterRequest, TakenIn};
use crate::case::{ChildKind, PaperKind, Party, Procedure, Slot};
use crate::event::{Event, LaterEvent};
use crate::proof::exploration::properties::days::{later, rolled};
use crate::proof::exploration::properties::{History, hearing};

use super::applicants::{asked_for_by_another, guardian, one_spouse_unexplained};
use super::reading::{
    admits, adopters, age_today, concluded, concludes, decides, filed, placing, procedure, wanted,
    was_adult, who_comes,
};

fn a_paper_is_missing(history: &History) -> bool {
    admits(history) && wanted(history).into_iter().any(|slot| !history.paper_stands(slot, None))
}

fn of_no_adoption(history: &History) -> bool {
    let known = history.newest().world.adoption.as_deref();
    let registered = known.is_some_and(|known| known.case.registration.is_some());
    let judged = admits(history) || history.0.len() == 1;
    judged && procedure(history) != Procedure::LateEntry && !registered
}

fn of_an_adoption_that_ended(history: &History) -> bool {
    let known = history.newest().world.adoption.as_deref();
    let Some(standing) = known.map(|known| &known.case.aftermath.standing) else {
        return false;
    };
    let revoked = matches!(standing, Standing::Revoked { .. });
    let dissolved = matches!(standing, Standing::Dissolved { .. });
    let ended = match &filed(history).request {
        LaterRequest::Dissolution { .. } => revoked || dissolved,
        LaterRequest::Revocation { .. } => revoked,
        LaterRequest::Replacement { paper: ReplacedPaper::Certificate, .. } => revoked || dissolved,
        LaterRequest::Replacement { paper: ReplacedPaper::DissolutionProof, .. } => !dissolved,
        LaterRequest::Proof { .. } | LaterRequest::LateEntry { .. } => false,
    };
    // A replacement may be asked for at any time; what it shows is looked at before it is accepted.
    let asked = matches!(procedure(history), Procedure::Dissolution | Procedure::Revocation);
    (admits(history) || asked && history.0.len() == 1) && ended
}

fn two_at_once(history: &History) -> bool {
    let same = history.newest().world.open_later.iter();
    let mut same = same.filter(|open| open.procedure == procedure(history));
    let alone = [Procedure::Dissolution, Procedure::Revocation].contains(&procedure(history));
    (admits(history) || history.0.len() == 1) && alone && same.next().is_some()
}

fn of_another_office(history: &History) -> bool {
    let world = &history.newest().world;
    let elsewhere = world.adoption.as_deref().and_then(|known| known.case.later.as_deref());
    let elsewhere =
        elsewhere.is_some_and(|entered| entered.adoption.registered_by != world.office.name);
    let another = match procedure(history) {
        Procedure::Dissolution => {
            filed(history).adoptee_division.as_ref() != Some(&world.office.division)
        }
        Procedure::Revocation | Procedure::Replacement | Procedure::Proof => elsewhere,
        Procedure::Formation | Procedure::LateEntry => false,
    };
    admits(history) && another
}

fn without_agreement(history: &History) -> bool {
    let LaterRequest::Dissolution { basis, adult, deceased } = filed(history).request else {
        return false;
    };
    let kind = filed(history).application.child_kind;
    let institution = [ChildKind::InstitutionFoundling, ChildKind::RescuedChild].contains(&kind);
    let disputed = basis == DissolutionBasis::Dispute;
    let found = basis == DissolutionBasis::ParentsFound && (adult || !institution);
    let nobody = age_today(history) < 18 && placing(history).is_empty();
    let of_two = adopters(history).len() == 2;
    let not_an_adopter =
        deceased.is_some_and(|party| !of_two || !adopters(history).contains(&party));
    disputed
        || found
        || nobody
        || not_an_adopter
        || admits(history) && adult != (age_today(history) >= 18)
}

fn not_heard(history: &History) -> bool {
    let asked = |party: &Party| {
        let held = hearing::asked(history, *party);
        hearing::on_paper(history, held, PaperKind::InquiryRecord, *party)
    };
    let heard = [Procedure::Dissolution, Procedure::Replacement].contains(&procedure(history));
    let due = |party: &Party| *party != Party::Child || age_today(history) >= 8;
    decides(history) && heard && !who_comes(history).iter().filter(|party| due(party)).all(asked)
}

fn child_does_not_consent(history: &History) -> bool {
    let given = hearing::agreed(history, Party::Child);
    let signed = hearing::on_paper(history, given, PaperKind::ConsentForm, Party::Child);
    let minor = procedure(history) == Procedure::Dissolution && !was_adult(history);
    decides(history) && minor && age_today(history) >= 8 && !signed
}

fn decided_alone(history: &History) -> bool {
    let by = |holds: fn(&Event) -> bool| history.last(holds).map(|place| history.0[place].by.id);
    let proposer = by(|event| matches!(event, Event::Proposed { .. }));
    let approver = match procedure(history) {
        Procedure::Revocation => Some(history.newest().by.id),
        Procedure::Dissolution | Procedure::Replacement => {
            by(|event| matches!(event, Event::Approved { .. }))
        }
        Procedure::Proof | Procedure::Formation | Procedure::LateEntry => return false,
    };
    concluded(history) && (proposer.is_none() || approver.is_none() || proposer == approver)
}

fn attendance<'a>(history: &History<'a>) -> Option<&'a Vec<Attendance>> {
    match &history.newest().event {
        Event::Later(
            LaterEvent::DissolutionRegistered { attendance, .. }
            | LaterEvent::ReplacementIssued { attendance, .. }
            | LaterEvent::ProofIssued { attendance, .. },
        ) => Some(attendance),
        _ => None,
    }
}

fn not_together(history: &History) -> bool {
    attendance(history).is_some_and(|came| {
        let in_person = |party: &Party| {
            came.iter()
                .any(|one| matches!(one, Attendance::InPerson { party: who, .. } if who == party))
        };
        let parties = who_comes(history);
        !parties.iter().all(in_person) || came.iter().any(|one| !parties.contains(&one.party()))
    })
}

fn another_number(history: &History) -> bool {
    let application = &filed(history).application;
    let own = |party: Party| match party {
        Party::FirstAdopter => application.adopters.first().map(|one| one.resident_id.clone()),
        Party::SecondAdopter => application.adopters.get(1).map(|one| one.resident_id.clone()),
        Party::Child => application.child.resident_id.clone(),
        Party::Guardian => guardian(history).map(|one| one.resident_id.clone()),
        _ => application.placer.as_ref().map(|placer| placer.responsible_person_id.clone()),
    };
    attendance(history).into_iter().flatten().any(|one| {
        matches!(one, Attendance::InPerson { party, number, .. }
            if own(*party).is_none_or(|own| own.0 != *number))
    })
}

fn kept_without_reason(history: &History) -> bool {
    let (Event::Later(LaterEvent::DissolutionRegistered { certificate, .. })
    | Event::Later(LaterEvent::CertificateTakenIn { certificate })) = &history.newest().event
    else {
        return false;
    };
    let before = history.earlier().has(|event| {
        let given = TakenIn::GivenIn;
        matches!(event, Event::Later(LaterEvent::CertificateTakenIn { certificate })
            if *certificate == given)
    });
    before || matches!(certificate, TakenIn::NotTakenIn { reason } if reason.trim().is_empty())
}

fn a_used_blank(history: &History) -> bool {
    let uses =
        procedure(history) != Procedure::Proof && procedure(history) != Procedure::Revocation;
    uses && (concluded(history) || history.0.len() == 1) && history.newest().world.blank_serial_used
}

fn issued_unprinted(history: &History) -> bool {
    let made = |kind: DocumentKind| {
        history.newest().world.documents.iter().any(|one| one.kind == kind && one.prints > 0)
    };
    match &history.newest().event {
        Event::CertificateIssued { .. } => match &filed(history).request {
            LaterRequest::Replacement { paper: ReplacedPaper::Certificate, .. } => {
                !made(DocumentKind::Certificate)
            }
            _ => !made(DocumentKind::DissolutionProof),
        },
        Event::Later(LaterEvent::DecisionPosted { .. }) => !made(DocumentKind::RevocationDecision),
        _ => false,
    }
}

/// The decision reached every party, hung its full days, and the certificate is accounted for.
fn not_made_known(history: &History) -> bool {
    let archives = matches!(history.newest().event, Event::Archived { .. });
    if !archives || procedure(history) != Procedure::Revocation {
        return false;
    }
    let served = |party: &Party| {
        history.has(|event| {
            matches!(event, Event::DocumentServed { service } if service.party == *party
                && service.document == DocumentKind::RevocationDecision)
        })
    };
    let posted =
        history.last(|event| matches!(event, Event::Later(LaterEvent::DecisionPosted { .. })));
    let days = u64::from(history.newest().world.rules.posting_days);
    let hung = posted.is_some_and(|at| history.today() > rolled(later(history.on(at), days)));
    let papers = [PaperKind::AdoptionCertificate, PaperKind::CertificateAbsenceProof];
    let taken =
        history.has(|event| matches!(event, Event::Later(LaterEvent::CertificateTakenIn { .. })));
    let filed = papers.into_iter().any(|one| history.paper_stands(Slot::of_case(one), None));
    let mut parties = adopters(history).into_iter().chain(placing(history));
    !parties.all(|party| served(&party)) || !hung || !taken || !filed
}

fn entered_and_confirmed_by_one(history: &History) -> bool {
    let confirms =
        matches!(history.newest().event, Event::Later(LaterEvent::LateEntryConfirmed { .. }));
    let officers = history.0.iter().filter_map(|told| match &told.event {
        Event::OfficerReplaced { officer, .. } => Some(officer.id),
        Event::Later(LaterEvent::LaterApplicationFiled(_)) => Some(told.by.id),
        _ => None,
    });
    confirms && officers.into_iter().any(|officer| officer == history.newest().by.id)
}

fn entered_twice(history: &History) -> bool {
    let world = &history.newest().world;
    let other = world.other_cases.iter();
    let mut other = other.filter(|one| one.party == Party::Child && one.accepted_or_standing);
    let entered = procedure(history) == Procedure::LateEntry;
    let judged = concluded(history) || history.0.len() == 1;
    entered && judged && (world.certificate_number_used || other.next().is_some())
}

fn entered_before_its_day(history: &History) -> bool {
    let adoption = &filed(history).adoption;
    history.0.len() == 1 && adoption.registered_on > history.today()
}

/// The volume holds what was given out.
fn volume_without_what_was_given(history: &History) -> bool {
    let made = |kind: DocumentKind| {
        history.newest().world.documents.iter().any(|document| document.kind == kind)
    };
    let given = match &filed(history).request {
        LaterRequest::Dissolution { .. } => DocumentKind::DissolutionProof,
        LaterRequest::Revocation { .. } => DocumentKind::RevocationDecision,
        LaterRequest::Replacement { paper: ReplacedPaper::Certificate, .. } => {
            DocumentKind::Certificate
        }
        LaterRequest::Replacement { .. } => DocumentKind::DissolutionProof,
        LaterRequest::Proof { .. } => DocumentKind::AdoptionProof,
        LaterRequest::LateEntry { .. } => return false,
    };
    matches!(history.newest().event, Event::Archived { .. }) && !made(given)
}

/// No side door: nothing of forming an adoption happens here, and nothing is concluded twice.
fn through_a_side_door(history: &History) -> bool {
    let forms = matches!(
        history.newest().event,
        Event::ApplicationFiled { .. }
            | Event::Registered { .. }
            | Event::NoticePublished { .. }
            | Event::AssessmentNotified { .. }
            | Event::FactChanged { .. }
            | Event::GuidanceGiven(_)
    );
    forms || history.count(concludes) > 1
}

/// After its end, or before its beginning, nothing is decided.
fn out_of_order(history: &History) -> bool {
    let earlier = history.earlier();
    let over = earlier.has(|event| {
        matches!(
            event,
            Event::Archived { .. }
                | Event::Withdrawn { .. }
                | Event::Refused { .. }
                | Event::ApplicationDeclined { .. }
        )
    });
    let done = earlier.has(concludes);
    match &history.newest().event {
        Event::Accepted { .. } => {
            over || done || earlier.has(|event| matches!(event, Event::Accepted { .. }))
        }
        Event::Proposed { .. }
        | Event::Approved { .. }
        | Event::InquiryHeld { .. }
        | Event::Withdrawn { .. } => over || done,
        Event::CertificateIssued { .. } | Event::Archived { .. } => over || !done,
        event => concludes(event) && over,
    }
}

rows! {
    "SEQ-10", "档案办法 6", "the volume holds what was given out", volume_without_what_was_given;
    "SEQ-1", "登记办法 10、13；规范（补领、证明）", "every paper of the procedure is filed and in order", a_paper_is_missing;
    "SEQ-17", "民法典 1105(1)", "the adoption was registered", of_no_adoption;
    "SEQ-17", "民法典 1113、1117", "the adoption still is as the procedure needs it", of_an_adoption_that_ended;
    "SEQ-16", "同一收养关系同时一件", "one dissolution, one revocation at a time", two_at_once;
    "SEQ-1", "登记办法 10；规范（原登记机关）", "the office the law names acts", of_another_office;
    "SEQ-5", "民法典 1114、1115；民发〔2015〕159号", "those dissolve who may agree, and do", without_agreement;
    "SEQ-4", "规范 15", "each was asked, on paper", not_heard;
    "SEQ-5", "民法典 1114(1)", "a child of eight agrees on paper", child_does_not_consent;
    "SEQ-7", "规范 16", "two persons decide", decided_alone;
    "SEQ-8", "登记办法 10", "all come, and nobody else", not_together;
    "SEQ-8", "居民身份证法 14", "each with the own number", another_number;
    "SEQ-8", "登记办法 11", "the certificate is taken in, or it is said why not", kept_without_reason;
    "SEQ-8", "规范（证件管理）", "a blank is used once", a_used_blank;
    "SEQ-8b", "规范 19", "what is given out was printed", issued_unprinted;
    "SEQ-9", "规范（撤销决定）", "a revocation reaches everybody", not_made_known;
    "SEQ-8", "规范（补领、证明）", "adopters, the adult adoptee or a minor's guardian apply", asked_for_by_another;
    "SEQ-1", "规范（补领）", "one spouse alone shows why", one_spouse_unexplained;
    "SEQ-7", "补录核对", "another person compares a late entry", entered_and_confirmed_by_one;
    "SEQ-17", "补录", "an adoption is entered once", entered_twice;
    "SEQ-17", "登记办法 13", "no procedure forms an adoption by a side door", through_a_side_door;
    "SEQ-0", "规范 11", "each act has its place", out_of_order;
    "SEQ-8", "填写规范", "no text is empty", crate::proof::exploration::properties::form::a_text_is_empty;
    "SEQ-17", "填写规范", "an adoption is entered with a day that has come", entered_before_its_day;
}
