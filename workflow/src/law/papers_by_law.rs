//! The exact set of papers the law asks for: 登记办法 arts. 6 and 7. The case and the eligibility check
//! both ask here.

use super::documents_required::{RequiredPaper, of, of_case};
use super::kinds::{PlacedBy, agreement_is_mandatory, is_orphan, parents_are_unknown, placed_by};
use super::paper_rules::{
    ADOPTER_BIRTHS, ADOPTER_HEALTH, ADOPTER_IDENTITY, ADOPTER_SITUATION, DISABILITY, ENTRY_RECORD,
    FINDING_REPORT, GUARDIANSHIP, HARDSHIP_STATEMENT, INSTITUTION_RECORDS, ORPHAN_PROOF,
    OTHER_PARENT_CONSENT, PARENT_IDENTITY, PLACER_IDENTITY, RESCUED_AGREEMENT, RESCUED_CERTIFICATE,
    SPOUSE_PROOF, STEP_PARENT_MARRIAGE,
};
use super::placer::{INCAPABLE_AND_HARMFUL, KINSHIP_SHOWN, SUPPORT_DUTY_CONSENT};
use crate::case::{Case, ChildKind, OtherParentState, PaperKind, Party};
use crate::identity::dictionaries::ChildHealth;

/// What decides the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The kind of child.
    pub kind: ChildKind,
    /// Whether the child is disabled.
    pub disabled: bool,
    /// Whether an adopter is collateral kin of a birth parent.
    pub kin: bool,
    /// Number of adopters, one or two.
    pub adopters: usize,
    /// Number of persons who place; none where an organisation or nobody does.
    pub persons_placing: usize,
    /// What became of the parent who does not place, where one places alone.
    pub other_parent: Option<OtherParentState>,
    /// Whether the consent of persons with a support duty is demanded.
    pub support_duty_consent_needed: bool,
}

impl Circumstances {
    /// The circumstances of a case.
    pub fn of_case(case: &Case) -> Circumstances {
        Circumstances {
            kind: case.kind,
            disabled: case.child.health == ChildHealth::Disabled,
            kin: case.kinship.is_some(),
            adopters: case.adopters.len(),
            persons_placing: case.placer.persons().len(),
            other_parent: case.placer.other_parent().map(|parent| parent.state),
            support_duty_consent_needed: case.support_duty_consent_needed,
        }
    }
}

/// The papers, the adopters' first.
pub fn papers_by_law(circumstances: &Circumstances) -> Vec<RequiredPaper> {
    let kind = circumstances.kind;
    let mut required = Vec::new();
    let adopters = [Party::FirstAdopter, Party::SecondAdopter];
    for party in adopters.into_iter().take(circumstances.adopters) {
        required.extend(of_an_adopter(kind, party));
    }
    let persons = [Party::Placer, Party::SecondPlacer];
    for party in persons.into_iter().take(circumstances.persons_placing) {
        required.push(of(PaperKind::HouseholdRegister, party, &PARENT_IDENTITY));
        required.push(of(PaperKind::IdentityCard, party, &PARENT_IDENTITY));
    }
    if circumstances.persons_placing == 0 && placed_by(kind) != PlacedBy::Nobody {
        let card = PaperKind::ResponsiblePersonIdentityCard;
        required.push(of(card, Party::Placer, &PLACER_IDENTITY));
    }
    match placed_by(kind) {
        PlacedBy::Institution => required.extend(of_an_institution(kind)),
        PlacedBy::Guardian => required.extend(of_a_guardian(kind)),
        PlacedBy::Parents => required.extend(of_parents(kind, circumstances.other_parent)),
        PlacedBy::Nobody => {
            required.push(of(PaperKind::PoliceFindingCertificate, Party::Child, &FINDING_REPORT));
        }
    }
    if circumstances.support_duty_consent_needed {
        let consent = PaperKind::SupportDutyConsent;
        required.push(of(consent, Party::Placer, &SUPPORT_DUTY_CONSENT));
    }
    if circumstances.kin {
        required.push(of(PaperKind::KinshipProof, Party::Placer, &KINSHIP_SHOWN));
    }
    if circumstances.disabled {
        required.push(of(PaperKind::DisabilityCertificate, Party::Child, &DISABILITY));
    }
    if agreement_is_mandatory(kind) {
        required.push(of_case(PaperKind::AdoptionAgreement, &RESCUED_AGREEMENT));
    }
    required
}

/// 登记办法 art. 6: the base set; of a step-parent only identity and marriage.
pub fn of_an_adopter(kind: ChildKind, party: Party) -> Vec<RequiredPaper> {
    let mut required = vec![
        of(PaperKind::HouseholdRegister, party, &ADOPTER_IDENTITY),
        of(PaperKind::IdentityCard, party, &ADOPTER_IDENTITY),
    ];
    if kind == ChildKind::Stepchild {
        required.push(of(PaperKind::MarriageProof, party, &STEP_PARENT_MARRIAGE));
        return required;
    }
    required.extend([
        of(PaperKind::MaritalAndAbilityProof, party, &ADOPTER_SITUATION),
        of(PaperKind::ChildrenStatement, party, &ADOPTER_SITUATION),
        of(PaperKind::HealthCertificate, party, &ADOPTER_HEALTH),
    ]);
    if parents_are_unknown(kind) {
        required.push(of(PaperKind::BirthsCertificate, party, &ADOPTER_BIRTHS));
    }
    required
}

/// 登记办法 art. 7(2): the record of entry, and what tells why the institution raises the child. Of a
/// child under the state's guardianship the Measures name nothing more.
fn of_an_institution(kind: ChildKind) -> Vec<RequiredPaper> {
    let entry = |rule| of(PaperKind::EntryRecord, Party::Child, rule);
    match kind {
        ChildKind::InstitutionFoundling => vec![
            entry(&INSTITUTION_RECORDS),
            of(PaperKind::PoliceFindingCertificate, Party::Child, &INSTITUTION_RECORDS),
        ],
        ChildKind::InstitutionOrphan => vec![
            entry(&ENTRY_RECORD),
            of(PaperKind::ParentsDeathProof, Party::Placer, &ORPHAN_PROOF),
        ],
        ChildKind::RescuedChild => vec![
            entry(&ENTRY_RECORD),
            of(PaperKind::ParentsNotFoundCertificate, Party::Child, &RESCUED_CERTIFICATE),
        ],
        _ => vec![entry(&ENTRY_RECORD)],
    }
}

/// 登记办法 art. 7(3).
fn of_a_guardian(kind: ChildKind) -> Vec<RequiredPaper> {
    let why = if is_orphan(kind) {
        of(PaperKind::ParentsDeathProof, Party::Placer, &ORPHAN_PROOF)
    } else {
        of(PaperKind::IncapacityAndHarmProof, Party::Placer, &INCAPABLE_AND_HARMFUL)
    };
    vec![of(PaperKind::GuardianshipProof, Party::Placer, &GUARDIANSHIP), why]
}

/// 登记办法 art. 7(4); of a stepchild the consent of the other parent (民法典 art. 1103).
fn of_parents(kind: ChildKind, other_parent: Option<OtherParentState>) -> Vec<RequiredPaper> {
    let mut required = Vec::new();
    if kind == ChildKind::HardshipParents {
        required.push(of(PaperKind::HardshipStatement, Party::Placer, &HARDSHIP_STATEMENT));
    }
    match other_parent {
        Some(OtherParentState::Dead | OtherParentState::Missing) => {
            let proof = PaperKind::SpouseDeathOrMissingProof;
            required.push(of(proof, Party::Placer, &SPOUSE_PROOF));
        }
        Some(OtherParentState::Alive) if kind == ChildKind::Stepchild => {
            let consent = PaperKind::OtherParentConsent;
            required.push(of(consent, Party::OtherParent, &OTHER_PARENT_CONSENT));
        }
        Some(OtherParentState::Alive | OtherParentState::Unknown) | None => {}
    }
    required
}
