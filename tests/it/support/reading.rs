//! What a teller reads of a case: where it stands, its documents and what is printed on them.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::Value;

use super::client::{Answer, Person};
use super::papers::text_of;
use super::story::{PRESS_PATIENCE, Story};

impl Story<'_> {
    /// Every document of the case, in the order in which they were called for.
    pub async fn documents(&self) -> Vec<Value> {
        let documents = self.office.read(Person::REGISTRAR, &self.path("/documents")).await;
        documents.as_array().cloned().unwrap_or_default()
    }

    /// The document of a kind that was made last.
    pub async fn document(&self, kind: &str, party: Option<&str>) -> Value {
        let began = Instant::now();
        loop {
            let found =
                self.documents().await.into_iter().rev().find(|document| {
                    document["kind"] == kind && document["party"].as_str() == party
                });
            match found {
                Some(document) if document["ready"] == true => return document,
                _ if began.elapsed() < PRESS_PATIENCE => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                other => panic!("{kind} is not made: {other:?}; {}", self.office.complaints()),
            }
        }
    }

    /// Whether a document of a kind was called for.
    pub async fn calls_for(&self, kind: &str) -> bool {
        self.documents().await.iter().any(|document| document["kind"] == kind)
    }

    /// The words printed on the document of a kind that was made last.
    pub async fn printed(&self, kind: &str, party: Option<&str>) -> String {
        let id = self.document(kind, party).await["id"].as_str().expect("an id").to_owned();
        let path = self.path(&format!("/documents/{id}/content"));
        text_of(&self.office.get(Person::REGISTRAR, &path).await.expect(200).bytes)
    }

    /// Prints a document.
    pub async fn print(&self, kind: &str, party: Option<&str>) -> Answer {
        let id = self.document(kind, party).await["id"].as_str().expect("an id").to_owned();
        let path = self.path(&format!("/documents/{id}/prints"));
        let request = self.office.request(Person::REGISTRAR, Method::POST, &path).await;
        self.office.send(request).await.expect(200)
    }

    /// The case as a registrar sees it.
    pub async fn read(&self) -> Value {
        self.office.read(Person::REGISTRAR, &self.path("")).await
    }

    /// How each filed scan of a paper stands, in the order of their filing.
    pub async fn papers(&self, paper: &str) -> Vec<String> {
        let case = self.read().await;
        let papers = case["papers"].as_array().into_iter().flatten();
        let of_kind = papers.filter(|filed| filed["slot"]["paper"] == paper);
        of_kind.map(|filed| filed["state"]["state"].as_str().expect("a state").to_owned()).collect()
    }

    /// The number of the scan that was filed last.
    pub async fn newest_paper(&self) -> u64 {
        let case = self.read().await;
        let papers = case["papers"].as_array().into_iter().flatten();
        papers.filter_map(|paper| paper["number"].as_u64()).max().expect("a paper")
    }

    /// The titles in the closed volume, in their order.
    pub async fn volume(&self) -> Vec<String> {
        let case = self.read().await;
        let manifest = case["archive"]["manifest"].as_array().expect("a closed volume").clone();
        manifest.iter().map(|entry| entry["title"].as_str().expect("a title").to_owned()).collect()
    }

    /// The days on which visits are due.
    pub async fn visits_due(&self) -> Vec<String> {
        let case = self.read().await;
        let visits = case["visits"].as_array().cloned().expect("a schedule");
        visits.iter().map(|visit| visit["due_on"].as_str().expect("a day").to_owned()).collect()
    }

    /// Where the case stands.
    pub async fn stage(&self) -> String {
        self.read().await["stage"].as_str().expect("a stage").to_owned()
    }

    /// A clock of the case.
    pub async fn deadline(&self, kind: &str) -> Value {
        let deadlines = self.office.read(Person::REGISTRAR, &self.path("/deadlines")).await;
        let deadlines = deadlines.as_array().cloned().unwrap_or_default();
        deadlines.into_iter().find(|deadline| deadline["kind"] == kind).unwrap_or_default()
    }
}
