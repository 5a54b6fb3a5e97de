//! The papers of a stated adoption, under the names of their slots. Which papers are asked for is
//! `law/papers_by_law.rs`; here several papers that are shown together share one slot.

use std::collections::BTreeSet;

use super::sheet::FactSheet;
use crate::case::{ChildKind, PaperKind, Party};
use crate::law::kinds::{PlacedBy, placed_by};
use crate::law::papers_by_law::{Circumstances, papers_by_law};

/// The slots, in the order of their names.
pub(super) fn documents(sheet: &FactSheet) -> Vec<&'static str> {
    let papers = papers_by_law(&circumstances(sheet));
    let kind = sheet.child.source.kind();
    let slots = papers.iter().filter_map(|paper| slot(kind, paper.slot.paper, paper.slot.party));
    slots.collect::<BTreeSet<_>>().into_iter().collect()
}

/// What decides the papers, as it is stated.
pub(super) fn circumstances(sheet: &FactSheet) -> Circumstances {
    let kind = sheet.child.source.kind();
    let placing = &sheet.placing;
    let persons_placing = match placed_by(kind) {
        PlacedBy::Institution | PlacedBy::Nobody => 0,
        PlacedBy::Guardian => usize::from(placing.guardian_is_organisation != Some(true)),
        PlacedBy::Parents => 1,
    };
    Circumstances {
        kind,
        disabled: sheet.child.disabled,
        kin: kind == ChildKind::CollateralKin,
        adopters: sheet.adopters.len(),
        persons_placing,
        other_parent: placing.other_parent,
        support_duty_consent_needed: placing.support_duty_persons == Some(true),
    }
}

/// The slot a paper is shown in.
pub(crate) fn slot(
    kind: ChildKind,
    paper: PaperKind,
    party: Option<Party>,
) -> Option<&'static str> {
    let of_adopter = matches!(party, Some(Party::FirstAdopter | Party::SecondAdopter));
    let slot = match paper {
        PaperKind::HouseholdRegister | PaperKind::IdentityCard if of_adopter => {
            "adopter.household_register_and_id"
        }
        PaperKind::HouseholdRegister | PaperKind::IdentityCard => {
            "placer.household_register_and_id"
        }
        PaperKind::MaritalAndAbilityProof => "adopter.marital_status_and_ability_proof",
        PaperKind::ChildrenStatement => "adopter.children_statement",
        PaperKind::HealthCertificate => "adopter.health_certificate",
        PaperKind::MarriageProof => "adopter.marriage_to_birth_parent_proof",
        PaperKind::BirthsCertificate => "adopter.birth_status_certificate",
        PaperKind::PoliceFindingCertificate if placed_by(kind) == PlacedBy::Nobody => {
            "adopter.finding_report_certificate"
        }
        PaperKind::PoliceFindingCertificate => "placer.finding_report_certificate",
        PaperKind::ResponsiblePersonIdentityCard => "placer.responsible_person_id",
        PaperKind::EntryRecord => "placer.institution_entry_record",
        PaperKind::ParentsDeathProof => "placer.parents_death_proof",
        PaperKind::ParentsNotFoundCertificate => "placer.parents_not_found_certificate",
        PaperKind::GuardianshipProof => "placer.guardianship_proof",
        PaperKind::IncapacityAndHarmProof => "placer.incapacity_and_harm_proof",
        PaperKind::SupportDutyConsent => "placer.support_duty_consent",
        PaperKind::HardshipStatement => "placer.hardship_statement",
        PaperKind::KinshipProof => "placer.kinship_proof",
        PaperKind::SpouseDeathOrMissingProof => "placer.spouse_death_or_missing_proof",
        PaperKind::OtherParentConsent => "placer.other_parent_consent",
        PaperKind::DisabilityCertificate => "child.disability_certificate",
        PaperKind::AdoptionAgreement => "adoption_agreement",
        _ => return None,
    };
    Some(slot)
}
