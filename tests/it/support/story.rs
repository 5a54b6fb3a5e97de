//! A case on its way: each chapter does the acts of one part of the procedure.

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::client::{Answer, Person};
use super::office::Office;
use super::papers::scan;
use super::words::{self, ADOPTERS, ASKED};

/// How long the press may take for a document on a busy machine.
const PRESS_PATIENCE: Duration = Duration::from_secs(60);

/// One case of an office and the version its teller has seen.
pub struct Story<'office> {
    /// The office.
    pub office: &'office Office,
    /// The application it began with.
    pub application: Value,
    /// Its id.
    pub case: String,
    /// Its version.
    pub version: u64,
}

/// An application nobody else of the practice office has made.
pub fn application(seed: u32) -> Value {
    let application = guijia::practice::application::application(seed);
    serde_json::to_value(application).expect("an application is JSON")
}

impl<'office> Story<'office> {
    /// The parties apply.
    pub async fn apply(office: &'office Office, application: Value) -> Story<'office> {
        let request = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
        let done = Answer::of(request.json(&application)).await.expect(201).json();
        let case = done["case_id"].as_str().expect("a case").to_owned();
        let version = done["version"].as_u64().expect("a version");
        Story { office, application, case, version }
    }

    /// The path of something of this case.
    pub fn path(&self, rest: &str) -> String {
        format!("/v1/cases/{}{rest}", self.case)
    }

    /// The request for an act on the version last seen.
    pub async fn request(&self, person: Person, path: &str) -> RequestBuilder {
        let request = self.office.request(person, Method::POST, &self.path(path)).await;
        request.header("If-Match", format!("\"{}\"", self.version))
    }

    /// Tries an act, whatever comes of it.
    pub async fn attempt(&mut self, person: Person, path: &str, body: &Value) -> Answer {
        let answer = Answer::of(self.request(person, path).await.json(body)).await;
        self.keep_version(answer)
    }

    fn keep_version(&mut self, answer: Answer) -> Answer {
        if answer.status.is_success() {
            self.version = answer.json()["version"].as_u64().expect("a version");
        }
        answer
    }

    /// Does an act that is possible.
    #[track_caller]
    pub fn act(&mut self, person: Person, path: &str, body: Value) -> impl Future<Output = Answer> {
        let place = std::panic::Location::caller();
        let path = path.to_owned();
        async move {
            let answer = self.attempt(person, &path, &body).await;
            assert!(answer.status.is_success(), "{path} at {place}: {}", answer.text());
            answer
        }
    }

    /// Files a scan without looking at it yet; answers with its number.
    pub async fn file(&mut self, paper: &str, party: Option<&str>, bytes: Vec<u8>) -> u64 {
        let whose = party.map_or(String::new(), |party| format!("&party={party}"));
        let request =
            self.request(Person::REGISTRAR, &format!("/papers?paper={paper}{whose}")).await;
        let request = request.header("Content-Type", "application/pdf").body(bytes);
        let answer = self.keep_version(Answer::of(request).await.expect(200));
        answer.json()["events"][0]["number"].as_u64().expect("the number of the paper")
    }

    /// Files a scan and finds it in order.
    pub async fn bring(&mut self, paper: &str, party: Option<&str>) {
        let number = self.file(paper, party, scan()).await;
        self.verify(number, "original").await;
    }

    /// Files a signed document and finds it in order.
    pub async fn sign(&mut self, paper: &str, party: Option<&str>) {
        let number = self.file(paper, party, scan()).await;
        self.verify(number, "signed_before_me").await;
    }

    async fn verify(&mut self, number: u64, compared_with: &str) {
        let path = format!("/papers/{number}/verification");
        self.act(Person::REGISTRAR, &path, json!({ "compared_with": compared_with })).await;
    }

    /// Every paper is brought and every check made, up to but not including acceptance.
    pub async fn bring_everything(&mut self) {
        self.sign("application_form", None).await;
        for (paper, party) in words::papers_brought() {
            self.bring(paper, party).await;
        }
        let today = self.office.today().await;
        for party in ADOPTERS {
            let check = words::check("criminal_record", party, today);
            self.act(Person::REGISTRAR, "/checks", check).await;
        }
        let compared = words::check("missing_children", "child", today);
        self.act(Person::REGISTRAR, "/checks", compared).await;
    }

    /// 受理
    pub async fn accept(&mut self) {
        self.act(Person::REGISTRAR, "/acceptance", json!({})).await;
    }

    /// 公告, with the page of the newspaper filed.
    pub async fn publish(&mut self) {
        let notice = words::public_notice(self.office.today().await);
        self.act(Person::REGISTRAR, "/public-notice", notice).await;
        self.bring("newspaper_page", None).await;
    }

    /// The assessment until the assessors are appointed and integration begins.
    pub async fn begin_assessment(&mut self) {
        let notice = json!({ "body": { "kind": "own_team" } });
        self.act(Person::REGISTRAR, "/assessment/notice", notice).await;
        for party in ADOPTERS {
            let consent = json!({ "party": party });
            self.act(Person::REGISTRAR, "/assessment/consents", consent).await;
            self.sign("assessment_consent", Some(party)).await;
        }
        let assessors = self.assessors().await;
        let appointment = words::appointment(&assessors);
        self.act(Person::REGISTRAR, "/assessment/appointments", appointment).await;
        let start = json!({ "started_on": self.office.today().await });
        self.act(Person::REGISTRAR, "/assessment/integration-start", start).await;
    }

    /// The accounts of the two assessors.
    pub async fn assessors(&self) -> [String; 2] {
        [
            self.office.account(Person::ASSESSOR).await,
            self.office.account(Person::OTHER_ASSESSOR).await,
        ]
    }

    /// Visits, the full days of integration, the report and its signed scan.
    pub async fn finish_assessment(&mut self) {
        let start = self.office.today().await;
        let assessors = self.assessors().await;
        for (day, method) in [(7, "home_visit"), (14, "interview"), (28, "home_visit")] {
            self.office.move_to(start + Days::new(day)).await;
            let visit = words::assessment_visit(start + Days::new(day), method, &assessors);
            self.act(Person::ASSESSOR, "/assessment/visits", visit).await;
        }
        let end = start + Days::new(31);
        self.office.move_to(end).await;
        let ended = json!({ "ended_on": end });
        self.act(Person::ASSESSOR, "/assessment/integration-end", ended).await;
        self.act(Person::ASSESSOR, "/assessment/report", words::assessment_report(&assessors))
            .await;
        self.sign("assessment_report", None).await;
    }

    /// Inquiries, consents and guidance, each signed and filed.
    pub async fn hear(&mut self) {
        for party in ASKED {
            self.act(Person::REGISTRAR, "/inquiries", words::inquiry(party)).await;
            self.sign("inquiry_record", Some(party)).await;
            self.act(Person::REGISTRAR, "/consents", words::consent(party)).await;
            self.sign("consent_form", Some(party)).await;
        }
        for party in ADOPTERS {
            self.act(Person::REGISTRAR, "/guidance", words::guidance(party)).await;
            self.sign("guidance_record", Some(party)).await;
        }
    }

    /// Everything a proposal needs, with the notice run out.
    pub async fn prepare_proposal(&mut self) {
        self.bring_everything().await;
        self.accept().await;
        self.publish().await;
        self.begin_assessment().await;
        self.finish_assessment().await;
        self.hear().await;
        let notice = self.deadline("notice").await;
        let last_day: NaiveDate = day(&notice["due_on"]);
        self.office.move_to(last_day + Days::new(1)).await;
    }

    /// 报批、批准
    pub async fn decide(&mut self) {
        self.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
        self.act(Person::LEADER, "/approval", words::approval()).await;
        self.sign("approval_form", None).await;
    }

    /// The registration as it is sent, on a blank nobody else has.
    pub async fn registration(&self) -> Value {
        let serial = format!("YZ{}", self.case.get(..8).unwrap_or_default());
        words::registration(&self.application, self.office.today().await, &serial)
    }

    /// 登记、颁证, with the receipt signed and filed.
    pub async fn register_and_issue(&mut self) {
        let registration = self.registration().await;
        self.act(Person::REGISTRAR, "/registration", registration).await;
        self.print("certificate", None).await;
        self.act(Person::REGISTRAR, "/issue", json!({})).await;
        self.sign("certificate_receipt", None).await;
    }

    /// 归档, once the press has made everything the volume holds.
    pub async fn archive(&mut self) {
        let began = Instant::now();
        while self.documents().await.iter().any(|document| document["ready"] == false) {
            let complaints = self.office.complaints();
            assert!(began.elapsed() < PRESS_PATIENCE, "the press is not done: {complaints}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.act(Person::ARCHIVIST, "/archive", json!({})).await;
    }

    async fn documents(&self) -> Vec<Value> {
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

    /// Prints a document.
    pub async fn print(&self, kind: &str, party: Option<&str>) -> Answer {
        let id = self.document(kind, party).await["id"].as_str().expect("an id").to_owned();
        let path = self.path(&format!("/documents/{id}/prints"));
        Answer::of(self.office.request(Person::REGISTRAR, Method::POST, &path).await)
            .await
            .expect(200)
    }

    /// The case as a registrar sees it.
    pub async fn read(&self) -> Value {
        self.office.read(Person::REGISTRAR, &self.path("")).await
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

/// A day as the service writes it.
#[track_caller]
pub fn day(value: &Value) -> NaiveDate {
    let text = value.as_str().unwrap_or_else(|| panic!("no day: {value}"));
    text.parse().unwrap_or_else(|_| panic!("no day: {text}"))
}
