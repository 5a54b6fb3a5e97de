//! A case on its way: each chapter does the acts of one part of the procedure.

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::client::{Answer, Person, Rules};
use super::office::Office;
use super::papers::scan;
use super::words;

/// How long the press may take for a document on a busy machine.
pub(super) const PRESS_PATIENCE: Duration = Duration::from_secs(60);

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
    let application = workflow::cast::practice::application(seed);
    serde_json::to_value(application).expect("an application is JSON")
}

impl<'office> Story<'office> {
    /// The parties apply.
    pub async fn apply(office: &'office Office, application: Value) -> Story<'office> {
        let request = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
        let done = office.send(request.json(&application)).await.expect(201).json();
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
        let answer = self.office.send(self.request(person, path).await.json(body)).await;
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

    /// Tries an act that the law refuses; answers with every rule it names.
    #[track_caller]
    pub fn refused(
        &mut self,
        person: Person,
        path: &str,
        body: Value,
    ) -> impl Future<Output = Rules> {
        let place = std::panic::Location::caller();
        let path = path.to_owned();
        async move {
            let answer = self.attempt(person, &path, &body).await;
            assert_eq!(answer.status.as_u16(), 422, "{path} at {place}: {}", answer.text());
            Rules::of(&answer)
        }
    }

    /// Files a scan without looking at it yet; answers with its number.
    pub async fn file(&mut self, paper: &str, party: Option<&str>, bytes: Vec<u8>) -> u64 {
        let whose = party.map_or(String::new(), |party| format!("&party={party}"));
        let request =
            self.request(Person::REGISTRAR, &format!("/papers?paper={paper}{whose}")).await;
        let request = request.header("Content-Type", "application/pdf").body(bytes);
        let answer = self.keep_version(self.office.send(request).await.expect(200));
        match answer.json()["events"][0]["number"].as_u64() {
            Some(number) => number,
            // An act that an earlier request with the same key had done is not told again.
            None => self.newest_paper().await,
        }
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
        for (paper, party) in words::papers_of(&self.application) {
            self.bring(paper, party).await;
        }
        match self.application["kind"].as_str() {
            Some("stepchild") => {}
            Some("hardship_parents" | "collateral_kin") => self.check_records().await,
            _ => {
                self.check_records().await;
                self.check("missing_children", "child").await;
            }
        }
    }

    async fn check_records(&mut self) {
        for party in self.adopters() {
            self.check("criminal_record", party).await;
        }
    }

    /// Looks something up with another authority, which finds nothing.
    pub async fn check(&mut self, kind: &str, party: &str) {
        let check = words::check(kind, party, self.office.today().await);
        self.act(Person::REGISTRAR, "/checks", check).await;
    }

    /// Those who adopt.
    pub fn adopters(&self) -> &'static [&'static str] {
        words::adopters(&self.application)
    }

    /// Those who are asked on a day: a child from its eighth birthday on.
    pub fn asked(&self, on: NaiveDate) -> Vec<&'static str> {
        let placers = words::placers(&self.application);
        let mut asked: Vec<&str> = self.adopters().iter().chain(placers).copied().collect();
        let born = day(&self.application["child"]["birth_date"]);
        if on.years_since(born) >= Some(8) {
            asked.push("child");
        }
        asked
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
        for party in self.adopters() {
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
        self.integrate().await;
        self.report("capable").await;
    }

    /// Visits and the full days of integration.
    pub async fn integrate(&mut self) {
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
    }

    /// The report with its conclusion, signed by the assessors.
    pub async fn report(&mut self, conclusion: &str) {
        let report = words::assessment_report(conclusion, &self.assessors().await);
        self.act(Person::ASSESSOR, "/assessment/report", report).await;
        self.sign("assessment_report", None).await;
    }

    /// Inquiries, consents and guidance, each signed and filed.
    pub async fn hear(&mut self) {
        for party in self.asked(self.office.today().await) {
            self.ask(party).await;
            self.consent(party).await;
        }
        for party in self.adopters() {
            self.act(Person::REGISTRAR, "/guidance", words::guidance(party)).await;
            self.sign("guidance_record", Some(party)).await;
        }
    }

    /// 询问 of one person, signed and filed.
    pub async fn ask(&mut self, party: &str) {
        self.act(Person::REGISTRAR, "/inquiries", words::inquiry(party)).await;
        self.sign("inquiry_record", Some(party)).await;
    }

    /// 同意 of one person, signed and filed.
    pub async fn consent(&mut self, party: &str) {
        self.act(Person::REGISTRAR, "/consents", words::consent(party)).await;
        self.sign("consent_form", Some(party)).await;
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
        // The end of an id is drawn at random; its beginning is the hour.
        let serial = format!("YZ{}", self.case.rsplit('-').next().unwrap_or_default());
        words::registration(&self.application, self.office.today().await, &serial)
    }

    /// 登记、颁证, with the receipt signed and filed.
    pub async fn register_and_issue(&mut self) {
        self.register().await;
        self.issue().await;
    }

    /// 登记
    pub async fn register(&mut self) {
        let registration = self.registration().await;
        self.act(Person::REGISTRAR, "/registration", registration).await;
    }

    /// 颁证, with the receipt signed and filed.
    pub async fn issue(&mut self) {
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
}

/// A day as the service writes it.
#[track_caller]
pub fn day(value: &Value) -> NaiveDate {
    let text = value.as_str().unwrap_or_else(|| panic!("no day: {value}"));
    text.parse().unwrap_or_else(|_| panic!("no day: {text}"))
}
