//! The templates, embedded and parsed once for each press.

use std::collections::HashMap;

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

/// Every template by the path it is imported under.
const TEMPLATES: &[(&str, &str)] = &[
    ("parts/marks.typ", include_str!("../templates/parts/marks.typ")),
    ("parts/page.typ", include_str!("../templates/parts/page.typ")),
    ("parts/text.typ", include_str!("../templates/parts/text.typ")),
    ("parts/form.typ", include_str!("../templates/parts/form.typ")),
    ("parts/remedies.typ", include_str!("../templates/parts/remedies.typ")),
    ("parts/refusal.typ", include_str!("../templates/parts/refusal.typ")),
    ("specimen.typ", include_str!("../templates/specimen.typ")),
    ("refusal_notice.typ", include_str!("../templates/refusal_notice.typ")),
    ("parts/parties.typ", include_str!("../templates/parts/parties.typ")),
    ("application_form.typ", include_str!("../templates/application_form.typ")),
    ("application_receipt.typ", include_str!("../templates/application_receipt.typ")),
    ("acceptance_notice.typ", include_str!("../templates/acceptance_notice.typ")),
    ("public_notice.typ", include_str!("../templates/public_notice.typ")),
    ("assessment_notice.typ", include_str!("../templates/assessment_notice.typ")),
    ("assessment_consent.typ", include_str!("../templates/assessment_consent.typ")),
    ("inquiry_record.typ", include_str!("../templates/inquiry_record.typ")),
    ("consent_form.typ", include_str!("../templates/consent_form.typ")),
    ("guidance_record.typ", include_str!("../templates/guidance_record.typ")),
    ("assessment_report.typ", include_str!("../templates/assessment_report.typ")),
    ("approval_form.typ", include_str!("../templates/approval_form.typ")),
    ("certificate.typ", include_str!("../templates/certificate.typ")),
    ("correction_notice.typ", include_str!("../templates/correction_notice.typ")),
    ("non_acceptance_notice.typ", include_str!("../templates/non_acceptance_notice.typ")),
    ("result_notice.typ", include_str!("../templates/result_notice.typ")),
    ("service_receipt.typ", include_str!("../templates/service_receipt.typ")),
    ("withdrawal_record.typ", include_str!("../templates/withdrawal_record.typ")),
    ("mandate.typ", include_str!("../templates/mandate.typ")),
    ("no_donation_declaration.typ", include_str!("../templates/no_donation_declaration.typ")),
    ("visit_record.typ", include_str!("../templates/visit_record.typ")),
    ("harm_report.typ", include_str!("../templates/harm_report.typ")),
    ("lending_slip.typ", include_str!("../templates/lending_slip.typ")),
    ("parts/credential.typ", include_str!("../templates/parts/credential.typ")),
    ("parts/adoption.typ", include_str!("../templates/parts/adoption.typ")),
    ("parts/later_approval.typ", include_str!("../templates/parts/later_approval.typ")),
    ("parts/request.typ", include_str!("../templates/parts/request.typ")),
    ("dissolution_application.typ", include_str!("../templates/dissolution_application.typ")),
    ("dissolution_approval_form.typ", include_str!("../templates/dissolution_approval_form.typ")),
    ("dissolution_proof.typ", include_str!("../templates/dissolution_proof.typ")),
    ("revocation_application.typ", include_str!("../templates/revocation_application.typ")),
    ("revocation_approval_form.typ", include_str!("../templates/revocation_approval_form.typ")),
    ("revocation_decision.typ", include_str!("../templates/revocation_decision.typ")),
    ("replacement_application.typ", include_str!("../templates/replacement_application.typ")),
    ("replacement_approval_form.typ", include_str!("../templates/replacement_approval_form.typ")),
    ("proof_application.typ", include_str!("../templates/proof_application.typ")),
    ("proof_approval_form.typ", include_str!("../templates/proof_approval_form.typ")),
    ("adoption_proof.typ", include_str!("../templates/adoption_proof.typ")),
    ("late_entry_form.typ", include_str!("../templates/late_entry_form.typ")),
    ("adoption_agreement.typ", include_str!("../templates/adoption_agreement.typ")),
    ("support_duty_consent.typ", include_str!("../templates/support_duty_consent.typ")),
    ("dossier.typ", include_str!("../templates/dossier.typ")),
    ("placement.typ", include_str!("../templates/placement.typ")),
];

/// The number typst knows a virtual file by. Numbers are never given back, so only paths from a
/// small fixed set may be asked for.
pub(crate) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// All templates, parsed.
pub(crate) fn parse() -> HashMap<FileId, Source> {
    TEMPLATES
        .iter()
        .filter_map(|(path, text)| {
            let id = file_id(path)?;
            Some((id, Source::new(id, (*text).to_owned())))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_a_path_and_parses() {
        let parsed = parse();
        assert_eq!(parsed.len(), TEMPLATES.len());
        for source in parsed.values() {
            let (errors, _) = source.root().errors_and_warnings();
            assert!(errors.is_empty(), "{:?}: {errors:?}", source.id());
        }
    }
}
