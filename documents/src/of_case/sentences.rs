//! What papers of several procedures say in the same words.

use workflow::case::later::{DissolutionBasis, Later, LaterRequest, Outcome, TakenIn};
use workflow::case::{Case, PaperKind, Slot};
use workflow::law::remedies::{RECONSIDERATION_DAYS, SUIT_MONTHS, court, reconsideration_body};
use workflow::procedures::dissolution::deceased;

use super::people;
use super::secrecy::View;
use crate::attachment::{Attachment, MediaType};
use crate::kinds::{CertificateBack, InquirySummary, RegisteredAdoption, Reissue, Remedies};

/// The registration as the case refers to it.
pub(super) fn adoption(later: &Later) -> RegisteredAdoption {
    RegisteredAdoption {
        certificate_number: later.adoption.certificate_number.clone(),
        registered_on: later.adoption.registered_on,
        registered_by: later.adoption.registered_by.clone(),
    }
}

/// What became of the certificate; until it is recorded, it is to be handed in.
pub(super) fn certificate_back(later: &Later) -> CertificateBack {
    match &later.taken_in {
        None => CertificateBack::Outstanding,
        Some(TakenIn::GivenIn) => CertificateBack::TakenIn { blank_serial: None },
        Some(TakenIn::NotTakenIn { reason }) => {
            CertificateBack::Absent { explanation: reason.clone() }
        }
    }
}

/// The line of a copy in place of another.
pub(super) fn reissue(done: &Outcome) -> Option<Reissue> {
    Some(Reissue { number: done.number.clone()?, on: done.on })
}

/// Whether the placer of a minor agrees, so that it takes part.
pub(super) fn placer_agrees(later: &Later) -> bool {
    matches!(later.request, LaterRequest::Dissolution { adult: false, .. })
}

/// On what footing the parties dissolve.
pub(super) fn basis_in_words(basis: DissolutionBasis) -> &'static str {
    match basis {
        DissolutionBasis::Agreement => "当事人协议解除",
        DissolutionBasis::ParentsFound => "查找到打拐解救儿童的生父母，收养人与送养人协议解除",
        DissolutionBasis::Dispute => "当事人不能达成协议",
    }
}

/// Why one adopter alone dissolved. The copy of the side that may not know the adopters names none.
pub(super) fn told_of_the_dead(case: &View<'_>) -> Option<String> {
    let party = deceased(case)?;
    let name = case.adopter(party).filter(|_| !case.hides(party)).map(|dead| dead.name.as_str());
    Some(format!("收养人{}已经死亡，由在世的收养人协议解除。", name.unwrap_or_default()))
}

/// Who was asked, and when.
pub(super) fn inquiries(case: &Case) -> Vec<InquirySummary> {
    let held = case.inquiries.iter().filter_map(|inquiry| {
        Some(InquirySummary {
            name: case.signing_name(inquiry.party)?.into(),
            capacity: people::capacity(case, inquiry.party),
            on: inquiry.on,
        })
    });
    held.collect()
}

/// The newest verified joint photo that is a picture; a photo scanned as a PDF is glued in by hand.
pub(super) fn joint_photo(case: &Case) -> Option<Attachment> {
    let slot = Slot::of_case(PaperKind::JointPhoto);
    let mut photos =
        case.papers.iter().rev().filter(|paper| paper.slot == slot && paper.is_verified());
    let photo = photos.find_map(|paper| {
        let media_type = paper.scan.media_type;
        (media_type != MediaType::Pdf).then_some((media_type, &paper.scan.digest))
    });
    photo.map(|(media_type, digest)| Attachment::stored(media_type, 1, digest))
}

/// Reconsideration is asked of the government the bureau belongs to (行政复议法 art. 24). Which
/// court is competent the provinces arrange differently, so none is named.
pub(super) fn remedies(office: &str) -> Remedies {
    Remedies {
        reconsideration_body: reconsideration_body(office).zh,
        reconsideration_days: RECONSIDERATION_DAYS,
        court: court().zh,
        suit_months: SUIT_MONTHS,
    }
}
