//! One of every kind, with the name its print is kept under.

use super::*;
use crate::document::Document;
use crate::kinds::Copies;

/// One of every kind but the dossier, which needs papers to bind.
pub fn all() -> Vec<(&'static str, Document)> {
    let mut all = of_formation();
    all.extend(of_later_procedures());
    all
}

fn of_later_procedures() -> Vec<(&'static str, Document)> {
    let [stands, dissolved, revoked] = adoption_proofs();
    vec![
        (
            "dissolution_application_minor",
            Document::DissolutionApplication(Copies::one(dissolution_of_minor())),
        ),
        (
            "dissolution_application_adult",
            Document::DissolutionApplication(Copies::one(dissolution_of_adult())),
        ),
        ("dissolution_application_secret", Document::DissolutionApplication(secret_dissolution())),
        (
            "dissolution_approval_form",
            Document::DissolutionApprovalForm(dissolution_approval_form()),
        ),
        (
            "dissolution_approval_form_secret",
            Document::DissolutionApprovalForm(secret_dissolution_approval_form()),
        ),
        ("dissolution_proof", Document::DissolutionProof(Copies::one(dissolution_proof()))),
        (
            "dissolution_proof_reissued",
            Document::DissolutionProof(Copies::one(reissued_dissolution_proof())),
        ),
        ("revocation_application", Document::RevocationApplication(revocation_application())),
        ("revocation_approval_form", Document::RevocationApprovalForm(revocation_approval_form())),
        ("revocation_decision", Document::RevocationDecision(revocation_decision())),
        ("replacement_application", Document::ReplacementApplication(replacement_application())),
        ("replacement_of_proof", Document::ReplacementApplication(replacement_of_proof())),
        (
            "replacement_approval_form",
            Document::ReplacementApprovalForm(replacement_approval_form()),
        ),
        ("certificate_reissued", Document::Certificate(reissued_certificate())),
        ("proof_application", Document::ProofApplication(proof_application())),
        ("proof_approval_form", Document::ProofApprovalForm(proof_approval_form())),
        ("adoption_proof_stands", Document::AdoptionProof(stands)),
        ("adoption_proof_dissolved", Document::AdoptionProof(dissolved)),
        ("adoption_proof_revoked", Document::AdoptionProof(revoked)),
        ("late_entry_form", Document::LateEntryForm(late_entry_form())),
        (
            "adoption_agreement_rescued",
            Document::AdoptionAgreement(Copies::one(agreement_on_rescued_child())),
        ),
        (
            "adoption_agreement_parents",
            Document::AdoptionAgreement(Copies::one(agreement_with_parents())),
        ),
        ("adoption_agreement_secret", Document::AdoptionAgreement(secret_agreement())),
        ("support_duty_consent", Document::SupportDutyConsent(support_duty_consent())),
        (
            "application_form_guardian",
            Document::ApplicationForm(Copies::one(application_of_guardian())),
        ),
        (
            "application_form_organisation",
            Document::ApplicationForm(Copies::one(application_of_organisation())),
        ),
        (
            "application_form_nobody",
            Document::ApplicationForm(Copies::one(application_without_placer())),
        ),
        ("consent_form_guardian", Document::ConsentForm(guardian_consent())),
        ("consent_form_dissolution", Document::ConsentForm(childs_consent_to_dissolution())),
        ("certificate_nobody", Document::Certificate(certificate_without_placer())),
    ]
}

fn of_formation() -> Vec<(&'static str, Document)> {
    vec![
        ("application_form", Document::ApplicationForm(Copies::one(application_form()))),
        ("application_receipt", Document::ApplicationReceipt(application_receipt())),
        ("acceptance_notice", Document::AcceptanceNotice(Copies::one(acceptance_notice()))),
        ("public_notice", Document::PublicNotice(public_notice())),
        ("assessment_notice", Document::AssessmentNotice(assessment_notice())),
        ("assessment_consent", Document::AssessmentConsent(assessment_consent())),
        ("inquiry_record", Document::InquiryRecord(inquiry_record())),
        ("consent_form_adopters", Document::ConsentForm(couple_consent())),
        ("consent_form_institution", Document::ConsentForm(institution_consent())),
        ("consent_form_child", Document::ConsentForm(child_consent())),
        ("guidance_record", Document::GuidanceRecord(guidance_record())),
        ("assessment_report", Document::AssessmentReport(assessment_report())),
        ("refusal_notice", Document::RefusalNotice(Copies::one(refusal_notice()))),
        (
            "application_form_parents",
            Document::ApplicationForm(Copies::one(application_of_parents())),
        ),
        ("consent_form_birth_parent", Document::ConsentForm(birth_parent_consent())),
        ("consent_form_stepchild", Document::ConsentForm(stepchild_consent())),
        ("correction_notice", Document::CorrectionNotice(Copies::one(correction_notice()))),
        (
            "non_acceptance_notice",
            Document::NonAcceptanceNotice(Copies::one(non_acceptance_notice())),
        ),
        ("result_notice", Document::ResultNotice(result_notice())),
        ("service_receipt", Document::ServiceReceipt(service_receipt())),
        ("withdrawal_record", Document::WithdrawalRecord(withdrawal_record())),
        ("mandate", Document::Mandate(mandate())),
        (
            "no_donation_declaration_adopter",
            Document::NoDonationDeclaration(adopters_declaration()),
        ),
        (
            "no_donation_declaration_institution",
            Document::NoDonationDeclaration(institutions_declaration()),
        ),
        (
            "no_donation_declaration_officer",
            Document::NoDonationDeclaration(officers_declaration()),
        ),
        ("visit_record", Document::VisitRecord(visit_record())),
        ("harm_report", Document::HarmReport(harm_report())),
        ("lending_slip", Document::LendingSlip(lending_slip())),
        ("approval_form", Document::ApprovalForm(approval_form())),
        ("certificate", Document::Certificate(certificate())),
        ("certificate_single", Document::Certificate(certificate_of_one())),
        ("certificate_long_names", Document::Certificate(certificate_with_long_names())),
    ]
}
