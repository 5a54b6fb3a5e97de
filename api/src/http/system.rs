//! Whether the service lives and is ready, and its own description to read and to try out.

use std::sync::{Arc, LazyLock};

use base64::{Engine, engine::general_purpose::STANDARD};
use poem::{Endpoint, Response, endpoint::make_sync, http::header, web::Data};
use poem_openapi::{OpenApi, OpenApiService};
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::answer::openapi::NameClash;
use super::answer::output::Output;
use super::answer::{Kind, Problem};
use super::service::Service;
use super::sign_in::caller::Anonymous;
use super::v1::Group;

/// The operations for those who run the service.
pub struct System;

/// The service answers.
#[derive(Serialize, JsonSchema)]
struct Health {
    /// Always `ok`.
    status: &'static str,
}

#[OpenApi(tag = "Group::Service")]
impl System {
    /// Whether the process lives
    #[oai(path = "/healthz", method = "get", operation_id = "read_health")]
    async fn health(&self, _anonymous: Anonymous) -> Result<Output<Health>, Problem> {
        Ok(Output::new(Health { status: "ok" }))
    }

    /// Whether the database answers, stores, and has the schema this program was built for
    #[oai(path = "/readyz", method = "get", operation_id = "read_readiness")]
    async fn readiness(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Health>, Problem> {
        let store = &service.app.store;
        match store.is_current().await {
            Ok(true) if store.trouble().is_none() => Ok(Output::new(Health { status: "ok" })),
            Ok(_) | Err(_) => Err(Problem::new(Kind::Unavailable)),
        }
    }
}

/// The description as it is served, which is written when it is first asked for.
pub type Description = LazyLock<Result<String, NameClash>>;

fn text_of(description: &'static Description) -> Result<&'static str, Problem> {
    description.as_deref().map_err(|clash| {
        tracing::error!(%clash, "the interface cannot be described");
        Problem::new(Kind::Internal)
    })
}

/// Serves the description as JSON.
pub fn description(description: &'static Description) -> impl Endpoint<Output = Response> {
    make_sync(move |_| {
        let response = Response::builder();
        let response = response.header(header::CONTENT_TYPE, "application/json; charset=utf-8");
        Ok::<_, Problem>(response.body(text_of(description)?))
    })
}

/// Serves the page that shows the description.
pub fn explorer(description: &'static Description) -> impl Endpoint<Output = Response> {
    let page = LazyLock::new(move || text_of(description).map(explorer_of));
    make_sync(move |_| {
        let (page, policy) = page.as_ref().map_err(Problem::clone)?;
        let response = Response::builder()
            .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
            .header(header::CONTENT_SECURITY_POLICY, policy);
        Ok::<_, Problem>(response.body(page.clone()))
    })
}

/// The page that shows a description, and its policy. It holds its scripts itself and its policy names them by digest,
/// so it runs without any other network and nothing else runs in it.
fn explorer_of(description: &str) -> (String, String) {
    let empty = OpenApiService::new((), "", "");
    // `</` in a description would end the script that holds it.
    let embedded = description.replace("</", "<\\/");
    let page = empty.swagger_ui_html().replace(&empty.spec(), &embedded);
    let sources: Vec<String> = scripts(&page)
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
        .collect();
    let policy = format!(
        "default-src 'none'; script-src {}; style-src 'unsafe-inline'; img-src 'self' data:; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        sources.join(" ")
    );
    (page, policy)
}

/// The contents of the page's script elements.
fn scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("</script>").filter_map(|part| {
        let (_, opened) = part.split_once("<script")?;
        opened.split_once('>').map(|(_, script)| script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_carries_the_description_and_names_its_two_scripts() {
        let document = serde_json::json!({"openapi": "3.0.0", "info": {"title": "</script>"}});
        let (page, policy) = explorer_of(&document.to_string());
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
        assert!(page.contains(r#"let spec = {"info":{"title":"<\/script>"},"openapi":"3.0.0"};"#));
        assert_eq!(scripts(&page).count(), 2);
        assert!(!page.contains("src=\"http") && !page.contains("href=\"http"));
    }
}
