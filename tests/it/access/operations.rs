//! The operations of the interface description, each with what it asks of the table of rights.

use reqwest::Method;
use serde_json::Value;
use workflow::rights::Action;
use workflow::{Act, Role};

use super::sample;
use crate::support::{Answer, Office};

/// An operation of the interface description.
pub struct Described {
    /// Its id.
    pub id: String,
    /// Its method.
    pub method: Method,
    /// Its path with names for what varies.
    pub path: String,
    /// Whether it takes `If-Match`.
    pub takes_version: bool,
    /// A body of the right form, where it takes JSON.
    pub body: Option<Value>,
}

/// An operation on no case.
pub struct OfficeOperation {
    /// Its id.
    pub id: &'static str,
    /// Who may.
    pub roles: &'static [Role],
    /// The answer to those who may.
    pub allowed: u16,
}

const fn office(id: &'static str, roles: &'static [Role], allowed: u16) -> OfficeOperation {
    OfficeOperation { id, roles, allowed }
}

const ADMINISTRATOR: &[Role] = &[Role::Administrator];
const DONATION_CLERK: &[Role] = &[Role::DonationClerk];
/// Who works by the indicators, oversees who does, or loads them.
const READERS_OF_SETS: &[Role] = &[
    Role::Registrar,
    Role::Leader,
    Role::Assessor,
    Role::AgencyManager,
    Role::Auditor,
    Role::Administrator,
];
/// Who appoints, oversees or administers assessors.
const READERS_OF_ASSESSORS: &[Role] =
    &[Role::Registrar, Role::Leader, Role::Auditor, Role::Administrator];
/// A family opens its case with the code of its receipt and has no second factor.
const STAFF: &[Role] = &[
    Role::Registrar,
    Role::Leader,
    Role::Assessor,
    Role::AgencyManager,
    Role::Institution,
    Role::Archivist,
    Role::Visitor,
    Role::DonationClerk,
    Role::Auditor,
    Role::Administrator,
];

/// Who may do what is on no case. Those who may and would change something are answered 422 or 404,
/// because the bodies are empty words and the account is nobody's.
pub const OFFICE_OPERATIONS: &[OfficeOperation] = &[
    office("list_cases", &Role::ALL, 200),
    // Who may see no case finds none.
    office("search_cases", &Role::ALL, 422),
    office("create_case", &[Role::Registrar], 422),
    office("open_dissolution", &[Role::Registrar], 422),
    office("open_revocation", &[Role::Registrar], 422),
    office("open_replacement", &[Role::Registrar], 422),
    office("open_proof", &[Role::Registrar], 422),
    office("open_late_entry", &[Role::Registrar], 422),
    office("list_deadlines", &Role::ALL, 200),
    office("create_invitation", ADMINISTRATOR, 422),
    office("read_me", &Role::ALL, 200),
    office("read_office", &Role::ALL, 200),
    office("list_dictionaries", &Role::ALL, 200),
    office("list_divisions", &Role::ALL, 200),
    office("list_rules", &Role::ALL, 200),
    office("change_office_rules", ADMINISTRATOR, 422),
    office("list_calendars", &Role::ALL, 200),
    office("import_calendar", ADMINISTRATOR, 422),
    // The body's reason is blank.
    office("withdraw_calendar", ADMINISTRATOR, 422),
    office("read_practice_clock", &Role::ALL, 200),
    office("move_practice_clock", &Role::ALL, 200),
    office("end_session", &Role::ALL, 204),
    office(
        "list_people",
        &[Role::Administrator, Role::Registrar, Role::Leader, Role::AgencyManager],
        200,
    ),
    office("disable_person", ADMINISTRATOR, 404),
    office("enable_person", ADMINISTRATOR, 404),
    office("change_roles", ADMINISTRATOR, 404),
    office("renew_invitation", ADMINISTRATOR, 404),
    office("end_all_sessions", &Role::ALL, 204),
    office("change_password", &Role::ALL, 422),
    office(
        "list_absences",
        &[Role::Registrar, Role::Leader, Role::Archivist, Role::Administrator],
        200,
    ),
    office("create_absence", &[Role::Leader, Role::Administrator], 422),
    office(
        "end_absence",
        &[Role::Registrar, Role::Leader, Role::Archivist, Role::Administrator],
        404,
    ),
    office("create_donation", DONATION_CLERK, 422),
    office("list_donations", DONATION_CLERK, 200),
    office("report_donations", DONATION_CLERK, 200),
    office("receive_donation", DONATION_CLERK, 404),
    office("record_donation_use", DONATION_CLERK, 404),
    office("change_donation_purpose", DONATION_CLERK, 404),
    office("publish_donation", DONATION_CLERK, 404),
    office("withdraw_donation", DONATION_CLERK, 404),
    office("list_jobs", ADMINISTRATOR, 200),
    office("retry_job", ADMINISTRATOR, 404),
    office("list_donation_holds", &[Role::Leader], 200),
    office("report_donation_holds", &[Role::Leader], 200),
    office("review_donation_hold", &[Role::Leader], 404),
    office("show_factor", STAFF, 422),
    office("list_factors", STAFF, 200),
    // The name is a blank.
    office("create_factor", STAFF, 422),
    office("confirm_factor", STAFF, 404),
    // Nobody here has a factor to show first.
    office("remove_factor", &[], 403),
    office("renew_recovery_codes", &[], 403),
    office("list_sessions", &Role::ALL, 200),
    office("end_own_session", &Role::ALL, 404),
    office("end_other_sessions", &Role::ALL, 204),
    office("end_person_sessions", ADMINISTRATOR, 404),
    office("reset_factors", ADMINISTRATOR, 404),
    office("change_qualification", ADMINISTRATOR, 404),
    office("list_accesses", &[Role::Auditor], 200),
    office("list_chains", &[Role::Auditor], 200),
    office("read_chain", &[Role::Auditor], 404),
    office("list_checkpoints", &[Role::Auditor], 200),
    office("list_indicator_sets", READERS_OF_SETS, 200),
    office("read_indicator_set", READERS_OF_SETS, 200),
    office("compare_indicator_sets", READERS_OF_SETS, 200),
    // The file is no set.
    office("import_indicator_set", ADMINISTRATOR, 422),
    office("list_agencies", READERS_OF_ASSESSORS, 200),
    office("create_agency", ADMINISTRATOR, 422),
    office("change_agency", ADMINISTRATOR, 404),
    office("change_standing", ADMINISTRATOR, 404),
    office("list_assessors", READERS_OF_ASSESSORS, 200),
    office("list_assessment_tasks", &[Role::AgencyManager], 200),
    office("list_placed_cases", &[Role::Institution], 200),
    office("read_assessment_quality", &[Role::Leader], 200),
    // Only a session that was opened with the code of a case reads its page.
    office("read_family_case", &[Role::Family], 403),
    // Who may see no case has an empty list.
    office("read_worklist", &Role::ALL, 200),
    office(
        "read_statistics",
        &[Role::Registrar, Role::Leader, Role::Archivist, Role::Auditor],
        200,
    ),
    office("create_export", &[Role::Registrar, Role::Leader, Role::Archivist], 201),
    office("read_export", &[Role::Registrar, Role::Leader, Role::Archivist], 404),
    office("read_export_file", &[Role::Registrar, Role::Leader, Role::Archivist], 404),
    // The label is a blank.
    office("create_draft", STAFF, 422),
    office("list_drafts", STAFF, 200),
    office("read_draft", STAFF, 404),
    office("save_draft", STAFF, 404),
    office("remove_draft", STAFF, 404),
    office("list_notice_reports", &[Role::Registrar, Role::Leader], 200),
    // The reason is a blank.
    office("settle_notice_report", &[Role::Registrar], 422),
    office("list_pre_applications", &[Role::Registrar, Role::Leader], 200),
    office("read_sent_pre_application", &[Role::Registrar, Role::Leader], 404),
    office("read_sent_upload", &[Role::Registrar, Role::Leader], 404),
    office("reply_pre_application", &[Role::Registrar], 422),
    office("list_appointments", &[Role::Registrar, Role::Leader], 200),
];

/// What anybody may ask, whatever token they show, and the answers to empty words: failed sign-ins
/// must wait after a few. It grows only by what somebody needs who has no account yet.
pub const PUBLIC_OPERATIONS: &[(&str, &[u16])] = &[
    ("read_health", &[200]),
    ("read_readiness", &[200]),
    ("accept_invitation", &[422]),
    ("check_eligibility", &[422]),
    ("create_family_session", &[401, 429]),
    ("create_practice_session", &[200]),
    ("create_session", &[401, 429]),
    ("refresh_session", &[401]),
    // Tells of a certificate only what its holder knows, and names nobody.
    ("verify_certificate", &[200, 429]),
    ("read_office_card", &[200]),
    ("read_guide", &[404]),
    ("list_questions", &[200]),
    ("list_notices", &[200]),
    ("create_notice_report", &[422]),
    // What belongs to a code is found by the code alone, and nobody here shows one.
    ("create_pre_application", &[422]),
    ("read_pre_application", &[404]),
    ("save_pre_application", &[422]),
    ("create_upload", &[404]),
    ("save_upload_part", &[415]),
    ("remove_upload", &[404]),
    ("submit_pre_application", &[404]),
    ("list_slots", &[200]),
    ("create_appointment", &[400, 422]),
    ("read_appointment", &[404]),
    ("move_appointment", &[400, 404, 422]),
    ("remove_appointment", &[404]),
];

/// What an operation on a case asks of the table of rights; none for an operation on no case.
pub fn case_action(id: &str) -> Option<Action> {
    let act = match id {
        "read_case" | "list_acts" => return Some(Action::ReadCase),
        "read_timeline"
        | "read_checklist"
        | "read_case_page"
        | "list_case_deadlines"
        | "list_documents"
        | "read_approval_summary"
        | "read_document"
        | "read_document_page"
        | "read_volume"
        | "read_paper"
        | "read_paper_page" => {
            return Some(Action::ReadPaper);
        }
        "list_differences" | "read_evidence" => return Some(Action::ReadAssessment),
        "read_placed_case" => return Some(Action::ReadPlacedCase),
        "print_document" => return Some(Action::PrintDocument),
        "list_case_accesses" => return Some(Action::ReadAccesses),
        // These open a case of their own.
        "open_dissolution" | "open_revocation" | "open_replacement" | "open_proof"
        | "open_late_entry" => return None,
        "accept_case" => Act::Accept,
        "record_assessment_visit" => Act::VisitForAssessment,
        "record_inquiry" => Act::Inquire,
        "record_guidance" => Act::Guide,
        "record_change" => Act::ChangeFact,
        "propose_case" => Act::Propose,
        "approve_case" => Act::Approve,
        "register_adoption" => Act::Register,
        "archive_case" => Act::Archive,
        "record_follow_up_visit" => Act::VisitAfterAdoption,
        "refuse_case" => Act::Refuse,
        "withdraw_case" => Act::Withdraw,
        // Most operations are called what the act is called.
        id => return Act::ALL.into_iter().find(|act| act.word() == id).map(Action::Act),
    };
    Some(Action::Act(act))
}

/// Every operation the running office describes.
pub async fn described(office: &Office) -> Vec<Described> {
    let document =
        Answer::of(office.anonymous(Method::GET, "/openapi.json")).await.expect(200).json();
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            operations.push(Described {
                id: operation["operationId"].as_str().expect("an id").to_owned(),
                method: method.to_uppercase().parse().expect("a method"),
                path: path.clone(),
                takes_version: parameters.iter().any(|parameter| parameter["name"] == "If-Match"),
                body: schema.is_object().then(|| sample::of(&document, schema)),
            });
        }
    }
    let cases = operations.iter().filter(|operation| operation.path.contains("{case}"));
    for operation in cases {
        let known = case_action(&operation.id).is_some();
        assert!(known, "{}: nobody has said which right it needs", operation.id);
    }
    operations
}
