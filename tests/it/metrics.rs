//! The figures for who watches the service: there at their own address, nowhere else, and about nobody.

use reqwest::Method;

use crate::support::client::Answer;
use crate::support::office::free_address;
use crate::support::story::application;
use crate::support::{Backend, Office, Person, Story};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn figures_are_served_on_an_address_of_their_own_and_tell_of_nobody() {
    for backend in [Backend::Sqlite, Backend::Postgresql] {
        let address = free_address();
        let settings = format!("metrics_listen = \"{address}\"");
        let office = Office::open_with(backend, &settings).await;
        let story = Story::apply(&office, application(1)).await;
        office.read(Person::REGISTRAR, &story.path("")).await;
        office.at_rest().await;
        let at = |path: &str| reqwest::Client::new().get(format!("http://{address}{path}"));
        let answer = Answer::of(at("/metrics")).await.expect(200);
        assert!(answer.header("content-type").starts_with("application/openmetrics-text"));
        let text = answer.text();
        for line in [
            "guijia_http_requests_total{operation=\"create_case\",class=\"2xx\"} 1",
            "guijia_http_request_seconds_count{operation=\"read_case\"} 1",
            "guijia_db_stores 1",
            "guijia_heads_behind 0",
            "guijia_witnesses_behind 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}: {text}");
        }
        let statements = text
            .lines()
            .find_map(|line| line.strip_prefix("guijia_db_statements_total "))
            .and_then(|count| count.parse::<u64>().ok());
        assert!(statements.is_some_and(|count| count > 10), "{text}");
        let names = ["/adopters/0/name", "/child/name", "/adopters/0/resident_id"];
        for private in names.map(|place| story.said(place)).into_iter().chain([&*story.case]) {
            assert!(!text.contains(private), "{private}");
        }
        Answer::of(at("/v1/cases")).await.expect(404);
        Answer::of(office.anonymous(Method::GET, "/metrics")).await.expect(404);
    }
}
