//! 收养登记档案卷 from a case, by its manifest.

use chrono::Datelike;
use workflow::case::decision::ManifestEntry;
use workflow::case::{Case, FiledPaper, PaperKind, Party, Procedure, Slot};
use workflow::law::archive::title_of;

use crate::attachment::{Attachment, MediaType};
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, matter};
use crate::parts::{filed_papers, people};

use super::{Dossier, DossierItem};

/// 收养登记档案卷. None while the case is not archived, or if the manifest names a file that is
/// neither a filed paper nor a document made before.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<Dossier> {
    let archive = case.archive.as_ref()?;
    Some(Dossier {
        office: setting.office.into(),
        fonds: setting.office.fonds.clone(),
        archive_number: archive.volume_number.clone(),
        year: archive.on.year(),
        residence: "中国内地".into(),
        nature: case.procedure.printed().into(),
        title: title(case),
        case_number: case.number.clone(),
        certificate_number: certificate_number(case),
        retention: "永久".into(),
        closed_on: archive.on,
        compiled_by: archive.by.name.clone(),
        checked_by: None,
        note: note(case),
        confidential: case.wishes.secrecy,
        items: items(case, &archive.manifest, setting)?,
    })
}

fn title(case: &Case) -> String {
    let adopters = people::adopter_names(case).join("、");
    let child = case.child.new_name.as_ref().unwrap_or(&case.child.name);
    match case.procedure {
        Procedure::Formation => format!("{adopters}收养{child}登记案卷"),
        _ => format!("{adopters}收养{child}：{}案卷", matter(case)),
    }
}

/// Of the adoption, whichever procedure the volume is of.
fn certificate_number(case: &Case) -> Option<String> {
    let registered = case.registration.as_ref().map(|done| &done.certificate_number);
    let known = case.later.as_ref().map(|later| &later.adoption.certificate_number);
    registered.or(known).cloned()
}

/// What the closing sheet tells of the volume.
fn note(case: &Case) -> String {
    let mut note = String::from("卷内扫描件均经核验，与原件或者当面签署的文本一致。");
    let late = case.issue.as_ref().and_then(|issue| {
        let reason = issue.late_reason.as_ref()?;
        Some(format!("收养登记证未在登记当日颁发，原因：{reason}。"))
    });
    note.extend(late);
    note
}

/// The items in the order of the manifest. Spouses have papers of the same title, so each filed
/// paper is taken once.
fn items(
    case: &Case,
    manifest: &[ManifestEntry],
    setting: &Setting<'_>,
) -> Option<Vec<DossierItem>> {
    let mut filed: Vec<&FiledPaper> = case.papers.iter().collect();
    let item = |entry: &ManifestEntry| {
        let is_it = |paper: &&FiledPaper| {
            paper.scan.digest == entry.digest && title_of(paper.slot) == entry.title
        };
        match filed.iter().position(is_it) {
            Some(place) => of_paper(case, entry, filed.remove(place), setting),
            None => of_document(entry, setting),
        }
    };
    manifest.iter().map(item).collect()
}

fn of_paper(
    case: &Case,
    entry: &ManifestEntry,
    paper: &FiledPaper,
    setting: &Setting<'_>,
) -> Option<DossierItem> {
    // Two adopters, and two parents, have papers of one title.
    let owner = paper
        .slot
        .party
        .filter(|party| *party != Party::Child && people::institution_of(case, *party).is_none());
    Some(DossierItem {
        title: entry.title.clone(),
        author: author(case, paper.slot, setting),
        on: Some(paper.filed_on),
        remark: owner.and_then(|party| case.signing_name(party)).map(String::from),
        sheets: vec![sheets(entry, paper.scan.media_type)?],
    })
}

fn of_document(entry: &ManifestEntry, setting: &Setting<'_>) -> Option<DossierItem> {
    let made = setting.made.iter().find(|made| made.digest == entry.digest)?;
    Some(DossierItem {
        title: entry.title.clone(),
        author: Some(setting.office.name.clone()),
        on: Some(made.on),
        remark: None,
        sheets: vec![sheets(entry, MediaType::Pdf)?],
    })
}

fn sheets(entry: &ManifestEntry, media_type: MediaType) -> Option<Attachment> {
    let pages = usize::try_from(entry.pages).ok()?;
    Some(Attachment::stored(media_type, pages, entry.digest.clone()))
}

/// 责任者: who made a paper, where the law or the case tells it.
fn author(case: &Case, slot: Slot, setting: &Setting<'_>) -> Option<String> {
    if let Some(issuer) =
        filed_papers::issuer(slot.paper).filter(|_| slot.paper != PaperKind::EntryRecord)
    {
        return Some(issuer.into());
    }
    Some(match slot.paper {
        PaperKind::EntryRecord | PaperKind::HardshipStatement => case.placer.name(),
        PaperKind::NewspaperPage => case.notice.as_ref()?.newspaper.clone(),
        PaperKind::AssessmentReport => {
            people::name_of_body(case.assessment.body.as_ref()?, setting.office)
        }
        PaperKind::ApprovalForm
        | PaperKind::CertificateReceipt
        | PaperKind::InquiryRecord
        | PaperKind::GuidanceRecord
        | PaperKind::ServiceReceipt
        | PaperKind::FollowUpRecord => setting.office.name.clone(),
        PaperKind::ApplicationForm => people::adopter_names(case).join("、"),
        PaperKind::ChildrenStatement
        | PaperKind::AssessmentConsent
        | PaperKind::ConsentForm
        | PaperKind::SpouseMandate
        | PaperKind::OtherParentConsent
        | PaperKind::NoDonationDeclaration
        | PaperKind::WithdrawalRecord => {
            let party = slot.party?;
            match people::institution_of(case, party) {
                Some(institution) => institution,
                None => case.signing_name(party)?.into(),
            }
        }
        _ => return None,
    })
}
