//! The service over HTTP: guards at the door, who is asking, and the operations.
//!
//! A request passes [`door::accept`] (connections), `screen` (its head), [`door::doorway`] (operation, number,
//! log line, problems), then its handler, whose arguments are read by [`sign_in::caller`], [`body::headers`] and
//! [`body::input`].

pub mod answer;
pub mod body;
pub mod door;
pub mod metrics;
pub mod portal;
mod service;
pub mod sign_in;
mod system;
#[cfg(test)]
mod tests;
pub mod v1;
pub mod witness;

pub use service::{Front, Service};

use std::future::Future;
use std::sync::{Arc, LazyLock};

use poem::{Endpoint, IntoEndpoint, Response, Route};
use poem_openapi::{OpenApi, OpenApiService};
use tokio::net::TcpListener;

use answer::openapi;
use door::accept;
use door::doorway::Doorway;
use door::operations::Operations;

/// All groups of operations; a pair counts as one of the sixteen the framework takes.
type Api = (
    (
        (system::System, v1::public::eligibility::EligibilityCheck),
        (v1::public::about::About, v1::public::notices::Notices),
        (v1::desk::drafts::Drafts, v1::desk::reports::NoticeReports, v1::desk::exports::Exports),
        (v1::desk::appointments::Appointments, v1::desk::pre_applications::PreApplications),
        v1::public::pre_application::PreApplicationOfFamily,
    ),
    (v1::people::sign_in::SignIn, v1::people::factors::Factors, v1::people::sessions::Sessions),
    v1::people::accounts::People,
    v1::cases::operations_of_acts::Acts,
    v1::cases::operations_of_acts::NumberedActs,
    (
        v1::cases::papers::Papers,
        v1::cases::page_images::PageImages,
        v1::cases::assessment::Assessments,
    ),
    v1::cases::documents::Documents,
    (
        v1::cases::reading::Cases,
        v1::cases::page::Pages,
        v1::cases::volume::Volumes,
        v1::cases::placed::PlacedCases,
    ),
    (
        (
            v1::cases::ledger::Ledger,
            v1::cases::search::Search,
            v1::cases::worklist::Worklist,
            v1::cases::figures::Statistics,
        ),
        (v1::cases::deadlines::Deadlines, v1::cases::approval::Approvals),
        v1::cases::operations_of_acts::LaterProcedures,
        v1::public::verification::Verification,
    ),
    v1::public::family::Family,
    // A group of groups counts as one: the framework takes sixteen.
    (
        v1::office::configuration::OfficeOperations,
        v1::office::calendars::Calendars,
        v1::people::absences::Absences,
        (
            v1::office::indicator_sets::IndicatorSets,
            v1::office::assessment_quality::AssessmentQuality,
            v1::people::assessors::Assessors,
            v1::people::assessment_tasks::AssessmentTasks,
        ),
    ),
    (
        v1::office::dictionaries::Dictionaries,
        v1::office::rules::Rules,
        v1::office::jobs::Jobs,
        (
            v1::office::accesses::Accesses,
            v1::office::case_accesses::CaseAccesses,
            v1::office::chains::Chains,
        ),
    ),
    (v1::gifts::donations::Donations, v1::gifts::holds::DonationHolds),
    v1::office::practice::Practice,
);

fn described() -> OpenApiService<Api, ()> {
    let api = (
        (
            (system::System, v1::public::eligibility::EligibilityCheck),
            (v1::public::about::About, v1::public::notices::Notices),
            (
                v1::desk::drafts::Drafts,
                v1::desk::reports::NoticeReports,
                v1::desk::exports::Exports,
            ),
            (v1::desk::appointments::Appointments, v1::desk::pre_applications::PreApplications),
            v1::public::pre_application::PreApplicationOfFamily,
        ),
        (v1::people::sign_in::SignIn, v1::people::factors::Factors, v1::people::sessions::Sessions),
        v1::people::accounts::People,
        v1::cases::operations_of_acts::Acts,
        v1::cases::operations_of_acts::NumberedActs,
        (
            v1::cases::papers::Papers,
            v1::cases::page_images::PageImages,
            v1::cases::assessment::Assessments,
        ),
        v1::cases::documents::Documents,
        (
            v1::cases::reading::Cases,
            v1::cases::page::Pages,
            v1::cases::volume::Volumes,
            v1::cases::placed::PlacedCases,
        ),
        (
            (
                v1::cases::ledger::Ledger,
                v1::cases::search::Search,
                v1::cases::worklist::Worklist,
                v1::cases::figures::Statistics,
            ),
            (v1::cases::deadlines::Deadlines, v1::cases::approval::Approvals),
            v1::cases::operations_of_acts::LaterProcedures,
            v1::public::verification::Verification,
        ),
        v1::public::family::Family,
        (
            v1::office::configuration::OfficeOperations,
            v1::office::calendars::Calendars,
            v1::people::absences::Absences,
            (
                v1::office::indicator_sets::IndicatorSets,
                v1::office::assessment_quality::AssessmentQuality,
                v1::people::assessors::Assessors,
                v1::people::assessment_tasks::AssessmentTasks,
            ),
        ),
        (
            v1::office::dictionaries::Dictionaries,
            v1::office::rules::Rules,
            v1::office::jobs::Jobs,
            (
                v1::office::accesses::Accesses,
                v1::office::case_accesses::CaseAccesses,
                v1::office::chains::Chains,
            ),
        ),
        (v1::gifts::donations::Donations, v1::gifts::holds::DonationHolds),
        v1::office::practice::Practice,
    );
    OpenApiService::new(api, "Guijia", env!("CARGO_PKG_VERSION")).description(
        "归家：县级民政部门收养登记 Adoption registration for a county civil affairs bureau",
    )
}

/// The description of the whole interface, as checked in and served at `/openapi.json`.
///
/// # Errors
/// When two different bodies have one name.
pub fn document() -> Result<serde_json::Value, openapi::NameClash> {
    openapi::document(&described())
}

/// What is served of it. Most programs that are started are never asked for it, and writing it is a quarter of a start.
static DESCRIPTION: system::Description =
    LazyLock::new(|| document().map(|document| openapi::InOrder(&document).to_string()));

/// Everything behind the accept loop.
pub fn endpoint(service: Arc<Service>) -> impl Endpoint<Output = Response> {
    let mut described_apis = <Api as OpenApi>::meta();
    if !service.practice {
        for api in &mut described_apis {
            api.paths.retain(|path| !path.path.starts_with(v1::office::practice::PREFIX));
        }
    }
    let mut operations =
        Operations::described(&described_apis).with_page("/openapi.json", "read_description");
    let mut routes = Route::new().at("/openapi.json", system::description(&DESCRIPTION));
    if service.front.docs {
        operations = operations.with_page("/docs", "read_explorer");
        routes = routes.at("/docs", system::explorer(&DESCRIPTION));
    }
    for address in service.portal.addresses() {
        operations = operations.with_portal(&address, "read_portal");
    }
    let routes = routes.nest("/", described());
    Doorway::new(routes.into_endpoint(), operations, service)
}

/// Serves an office until `stop` is ready.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    service: Arc<Service>,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let limits = accept::Limits {
        unlimited: service.front.trusted_proxies.clone(),
        ..accept::Limits::default()
    };
    accept::serve(listener, Arc::new(endpoint(service)), limits, stop).await
}
