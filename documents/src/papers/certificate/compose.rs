//! 收养登记证 from a case: the first, and the copy in place of one that was lost or damaged.

use workflow::case::{Case, PaperKind, Procedure, Slot};

use crate::attachment::{Attachment, MediaType};
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{adoption, people};

use super::Certificate;

/// 收养登记证.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<Certificate> {
    if case.procedure == Procedure::Replacement {
        return reissued(case, setting);
    }
    let registration = case.registration.as_ref()?;
    Some(Certificate {
        office: setting.office.into(),
        number: registration.certificate_number.clone(),
        blank_serial: Some(registration.blank_serial.clone()),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer_name(case),
        registered_on: registration.on,
        remarks: None,
        reissue: None,
        joint_photo: joint_photo(case),
    })
}

/// 收养登记证 in place of one that was lost or damaged, with the number it always had.
fn reissued(case: &View<'_>, setting: &Setting<'_>) -> Option<Certificate> {
    let later = case.later.as_deref()?;
    let done = later.outcome.as_ref()?;
    Some(Certificate {
        office: setting.office.into(),
        number: later.adoption.certificate_number.clone(),
        blank_serial: done.blank_serial.clone(),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer_name(case),
        registered_on: later.adoption.registered_on,
        remarks: None,
        reissue: adoption::reissue(done),
        joint_photo: joint_photo(case),
    })
}

/// The newest verified joint photo that is a picture; a photo scanned as a PDF is glued in by hand.
fn joint_photo(case: &Case) -> Option<Attachment> {
    let slot = Slot::of_case(PaperKind::JointPhoto);
    let mut photos =
        case.papers.iter().rev().filter(|paper| paper.slot == slot && paper.is_verified());
    let photo = photos.find_map(|paper| {
        let media_type = paper.scan.media_type;
        (media_type != MediaType::Pdf).then_some((media_type, &paper.scan.digest))
    });
    photo.map(|(media_type, digest)| Attachment::stored(media_type, 1, digest))
}
