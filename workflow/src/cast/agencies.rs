//! Who gives out the papers that the parties of a practice case bring.

use super::county::PRACTICE;
use crate::case::PaperKind;

/// The police station of the county town.
pub const POLICE_STATION: &str = "练习县公安局城关派出所";
/// The county's newspaper.
pub const NEWSPAPER: &str = "练习日报";

/// Who gives out a paper, as the field knows it.
pub fn issuer(paper: PaperKind) -> &'static str {
    match paper {
        PaperKind::HouseholdRegister
        | PaperKind::PoliceFindingCertificate
        | PaperKind::ParentsNotFoundCertificate
        | PaperKind::ParentsDeathProof
        | PaperKind::KinshipProof
        | PaperKind::SpouseDeathOrMissingProof
        | PaperKind::AdopterDeathProof => POLICE_STATION,
        PaperKind::IdentityCard | PaperKind::ResponsiblePersonIdentityCard => "练习县公安局",
        PaperKind::MaritalAndAbilityProof => "练习县城关镇和平路社区居民委员会",
        PaperKind::HealthCertificate | PaperKind::DisabilityCertificate => "练习县人民医院",
        PaperKind::BirthsCertificate => "练习县卫生健康委员会",
        PaperKind::EntryRecord => PRACTICE.institution.name,
        PaperKind::GuardianshipProof => "练习县宝峰镇青杠村村民委员会",
        PaperKind::IncapacityAndHarmProof => PRACTICE.court,
        PaperKind::NewspaperPage => "练习日报社",
        PaperKind::MarriageProof => "练习县民政局婚姻登记处",
        _ => "当事人",
    }
}
