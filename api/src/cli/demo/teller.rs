//! Does acts one after another and tells each: the legal day, the role, the act, its article.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use documents::Press;
use reqwest::{Method, RequestBuilder};
use serde::Serialize;
use serde_json::{Value, json};
use workflow::case::assessment::AssessingBody;
use workflow::case::{Case, ChildKind, Party};
use workflow::cast::practice::application_of;
use workflow::steps::apply::Apply;
use workflow::{Act, DocumentKind};

use super::client::{Client, Person, answered, number, text};
use crate::cli::stop::Stop;

pub(super) const REGISTRAR: Person = Person { role: "registrar", number: 1 };
pub(super) const ADMINISTRATOR: Person = Person { role: "administrator", number: 1 };
pub(super) const LEADER: Person = Person { role: "leader", number: 1 };
pub(super) const ARCHIVIST: Person = Person { role: "archivist", number: 1 };
pub(super) const ASSESSOR: Person = Person { role: "assessor", number: 1 };
pub(super) const OTHER_ASSESSOR: Person = Person { role: "assessor", number: 2 };
pub(super) const VISITOR: Person = Person { role: "visitor", number: 1 };

/// The demonstration as it goes on.
pub(super) struct Teller {
    pub client: Client,
    pub press: Press,
    out: PathBuf,
    pub application: Apply,
    pub today: NaiveDate,
    /// Who assesses.
    pub body: AssessingBody,
    case: String,
    first: String,
    pub version: u64,
    acts: u32,
    /// The act after which nothing more is told.
    until: Option<Act>,
    is_enough: bool,
}

impl Teller {
    pub(super) fn new(base: &str, out: &Path, kind: ChildKind, until: Option<Act>) -> Teller {
        Teller {
            client: Client::new(base),
            press: Press::new(Vec::new()),
            out: out.to_owned(),
            application: application_of(kind, 0),
            today: NaiveDate::default(),
            body: AssessingBody::OwnTeam,
            case: String::new(),
            first: String::new(),
            version: 0,
            acts: 0,
            until,
            is_enough: false,
        }
    }

    /// Whether the act was done after which nothing more is told, so that the telling stopped there.
    pub(super) fn is_enough(&self) -> bool {
        self.is_enough
    }

    /// How many acts were done.
    pub(super) fn acts(&self) -> u32 {
        self.acts
    }

    pub(super) fn path(&self, rest: &str) -> String {
        format!("/v1/cases/{}{rest}", self.case)
    }

    /// Tells an act that was done.
    ///
    /// # Errors
    /// When nothing more is to be told.
    pub(super) fn told(&mut self, person: Person, act: Act, about: &str) -> Result<(), Stop> {
        self.acts += 1;
        let (role, title, article) = (person.role, act.printed(), act.article());
        println!("{:3}  {}  {role:10}  {title}{about}  {article}", self.acts, self.today);
        self.is_enough = self.until == Some(act);
        if self.is_enough { Err(Stop::failed("nothing more is to be told")) } else { Ok(()) }
    }

    /// Reads the legal day and applies with a couple nobody has applied as before.
    pub(super) async fn open(&mut self) -> Result<(), Stop> {
        self.read_clock().await?;
        let known = self.client.read(REGISTRAR, "/v1/cases?limit=100").await?;
        let cases = known.get("cases").and_then(Value::as_array).map_or(0, Vec::len);
        let seed = u32::try_from(cases).unwrap_or(0);
        self.application = application_of(self.application.kind, seed);
        let request = self.client.request(REGISTRAR, Method::POST, "/v1/cases").await?;
        let answer = answered(request.json(&self.application)).await?;
        let answer: Value = answer.json().await.map_err(Stop::failed)?;
        self.case = text(&answer, "case_id")?;
        self.version = number(&answer, "version")?;
        self.first.clone_from(&self.case);
        self.told(REGISTRAR, Act::Apply, "")
    }

    /// Reads the legal day.
    pub(super) async fn read_clock(&mut self) -> Result<(), Stop> {
        let clock = self.client.read(REGISTRAR, "/v1/practice/clock").await?;
        self.today = text(&clock, "today")?.parse().map_err(Stop::failed)?;
        Ok(())
    }

    /// The adoption's own case.
    pub(super) fn first(&self) -> &str {
        &self.first
    }

    /// Opens a procedure after the registration; what is done from now on is done in its case.
    pub(super) async fn open_later(
        &mut self,
        act: Act,
        path: &str,
        body: &Value,
    ) -> Result<(), Stop> {
        let request = self.client.request(REGISTRAR, Method::POST, path).await?;
        let answer: Value =
            answered(request.json(body)).await?.json().await.map_err(Stop::failed)?;
        self.case = text(&answer, "case_id")?;
        self.version = number(&answer, "version")?;
        self.told(REGISTRAR, act, "")
    }

    /// Tries to open what the law does not allow.
    pub(super) async fn refused_to_open(
        &mut self,
        act: Act,
        path: &str,
        body: &Value,
    ) -> Result<(), Stop> {
        let request = self.client.request(REGISTRAR, Method::POST, path).await?;
        self.tell_refusal(REGISTRAR, act, request.json(body)).await
    }

    /// Verifies the certificate as anybody may, and tells that it no longer holds, and why.
    pub(super) async fn verify_certificate(&mut self, because: &str) -> Result<(), Stop> {
        let path = format!("/v1/cases/{}", self.first);
        let first: Case = serde_json::from_value(self.client.read(REGISTRAR, &path).await?)
            .map_err(Stop::failed)?;
        let (Some(registration), Some(adopter)) = (&first.registration, first.adopters.first())
        else {
            return Err(Stop::failed("the adoption was not registered"));
        };
        let number = &adopter.resident_id.0;
        let last_six = number.get(number.len().saturating_sub(6)..).unwrap_or_default();
        let shown = json!({
            "certificate_number": registration.certificate_number,
            "blank_serial": registration.blank_serial,
            "last_six": last_six,
        });
        let answer = self.client.ask("/v1/certificates/verification", &shown).await?;
        if answer.get("because").and_then(Value::as_str) != Some(because) {
            return Err(Stop::found(format!("the certificate was verified as {answer}")));
        }
        println!("     {}  核验原收养登记证：不再有效（{because}）", self.today);
        Ok(())
    }

    /// Moves the legal day.
    pub(super) async fn move_to(&mut self, day: NaiveDate) -> Result<(), Stop> {
        let request = self.client.request(REGISTRAR, Method::PUT, "/v1/practice/clock").await?;
        answered(request.json(&json!({ "today": day }))).await?;
        self.today = day;
        Ok(())
    }

    /// Does one act and keeps the version it leads to.
    pub(super) async fn act(
        &mut self,
        person: Person,
        act: Act,
        path: &str,
        body: &impl Serialize,
    ) -> Result<Value, Stop> {
        let path = self.path(path);
        let request = self.client.request(person, Method::POST, &path).await?;
        let request = request.header("If-Match", format!("\"{}\"", self.version)).json(body);
        let answer: Value = answered(request).await?.json().await.map_err(Stop::failed)?;
        self.version = number(&answer, "version")?;
        self.told(person, act, "")?;
        Ok(answer)
    }

    /// Tries an act that the law does not allow now, and tells which rules stand in the way.
    pub(super) async fn refused(
        &mut self,
        person: Person,
        act: Act,
        path: &str,
        body: &impl Serialize,
    ) -> Result<(), Stop> {
        let path = self.path(path);
        let request = self.client.request(person, Method::POST, &path).await?;
        let request = request.header("If-Match", format!("\"{}\"", self.version)).json(body);
        self.tell_refusal(person, act, request).await
    }

    async fn tell_refusal(
        &mut self,
        person: Person,
        act: Act,
        request: RequestBuilder,
    ) -> Result<(), Stop> {
        let response = request.send().await.map_err(Stop::failed)?;
        let status = response.status();
        let problem: Value = response.json().await.map_err(Stop::failed)?;
        let broken = problem.get("violations").and_then(Value::as_array).cloned();
        let rules: Vec<&str> = broken
            .iter()
            .flatten()
            .filter_map(|violation| violation.get("rule")?.as_str())
            .collect();
        if status.as_u16() != 422 || rules.is_empty() {
            let title = act.printed();
            return Err(Stop::found(format!(
                "{title} was to be refused and was answered {status}"
            )));
        }
        let (role, title) = (person.role, act.printed());
        println!("     {}  {role:10}  {title}：依法不予办理（{}）", self.today, rules.join("、"));
        Ok(())
    }

    /// The case as the registrar sees it.
    pub(super) async fn case(&mut self) -> Result<Case, Stop> {
        let path = self.path("");
        let case = self.client.read(REGISTRAR, &path).await?;
        serde_json::from_value(case).map_err(Stop::failed)
    }

    /// Prints a document, which is counted, and keeps it in the folder.
    pub(super) async fn print(
        &mut self,
        kind: DocumentKind,
        party: Option<Party>,
    ) -> Result<Vec<u8>, Stop> {
        let id = self.wait_for(kind, party).await?;
        let path = self.path(&format!("/documents/{id}/prints"));
        let printer = if kind == DocumentKind::Dossier { ARCHIVIST } else { REGISTRAR };
        let request = self.client.request(printer, Method::POST, &path).await?;
        let bytes = answered(request).await?.bytes().await.map_err(Stop::failed)?.to_vec();
        let of_party = party.map_or(String::new(), |party| format!("-{}", party.word()));
        let file = self.out.join(format!("{}{of_party}.pdf", kind.word()));
        std::fs::write(&file, &bytes).map_err(Stop::failed)?;
        Ok(bytes)
    }

    /// Waits until the press has made a document, and gives its id.
    async fn wait_for(&mut self, kind: DocumentKind, party: Option<Party>) -> Result<String, Stop> {
        const TRIES: u32 = 1200;
        for _ in 0..TRIES {
            let path = self.path("/documents");
            let documents = self.client.read(REGISTRAR, &path).await?;
            let wanted = documents.as_array().into_iter().flatten().rev().find(|document| {
                document.get("kind").and_then(Value::as_str) == Some(kind.word())
                    && document.get("party").and_then(Value::as_str) == party.map(Party::word)
            });
            let ready = wanted.filter(|document| document.get("ready") == Some(&Value::Bool(true)));
            if let Some(document) = ready {
                return text(document, "id");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(Stop::failed(format!("the press did not make {}", kind.word())))
    }

    /// The account of a person of the practice office.
    pub(super) async fn account(&mut self, person: Person) -> Result<workflow::UserId, Stop> {
        let me = self.client.read(person, "/v1/me").await?;
        let id = me.get("id").cloned().unwrap_or(Value::Null);
        serde_json::from_value(id).map_err(Stop::failed)
    }
}
