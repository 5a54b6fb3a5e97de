//! The client. It reads what is next from the stages, does what is ready, and follows what the obstacles say
//! cures them.

use chrono::NaiveDate;
use reqwest::Method;
use serde_json::{Map, Value, json};
use workflow::cast::form::{Desk, Filled};

use crate::support::papers::pdf;
use crate::support::{Answer, Office, Person};

/// Everybody who may be asked to do an act.
const PEOPLE: [Person; 6] = [
    Person::REGISTRAR,
    Person::LEADER,
    Person::ASSESSOR,
    Person::OTHER_ASSESSOR,
    Person::ARCHIVIST,
    Person::VISITOR,
];

/// Acts after which a case that is not at its end is given up.
const PATIENCE: usize = 400;

/// A case in the hands of a stranger.
pub struct Stranger<'office> {
    office: &'office Office,
    schemas: Map<String, Value>,
    application: Value,
    case: String,
    calls: usize,
    acts: usize,
    /// What was chosen, so that of several choices that fit another is taken the next time.
    chosen: Vec<Value>,
}

impl<'office> Stranger<'office> {
    /// Reads the description, and opens a case.
    pub async fn apply(office: &'office Office, application: Value) -> Stranger<'office> {
        let description = Answer::of(office.anonymous(Method::GET, "/openapi.json")).await;
        let description = description.expect(200).json();
        let (path, _) = operation(&description, "create_case");
        let request = office.request(Person::REGISTRAR, Method::POST, &path).await;
        let done = office.send(request.json(&application)).await.expect(201).json();
        let schemas = description["components"]["schemas"].as_object().cloned().expect("schemas");
        let case = done["case_id"].as_str().expect("a case").to_owned();
        Stranger { office, schemas, application, case, calls: 2, acts: 1, chosen: Vec::new() }
    }

    /// How often the service was called.
    pub fn calls(&self) -> usize {
        self.calls
    }

    /// How many acts were done.
    pub fn acts(&self) -> usize {
        self.acts
    }

    /// Carries the case until it is at a stage.
    pub async fn carry(&mut self, stage: &str) {
        while self.acts < PATIENCE {
            let checklist = self.read(Person::REGISTRAR, "/checklist").await;
            let stages = checklist["stages"].as_array().expect("stages");
            let now = stages.iter().position(|line| line["state"] == "now").expect("a stage");
            if stages[now]["stage"] == stage {
                return;
            }
            let next = stages[now + 1]["begun_by"][0].as_str().expect("an act").to_owned();
            self.bring_about(&next).await;
        }
        panic!("no end after {PATIENCE} acts");
    }

    /// Does an act, or one step towards it: of what cures its obstacles the first that can be done.
    async fn bring_about(&mut self, act: &str) {
        let mut wanted = vec![(act.to_owned(), Value::Null)];
        let mut seen = Vec::new();
        let mut waits = Vec::new();
        while let Some((act, cure)) = wanted.pop() {
            let (person, answer) = self.who_does(&act).await;
            let line = line(&answer, &act);
            if line["state"] != "blocked" {
                return self.do_act(person, line, &cure).await;
            }
            if let Some(day) = day(&line["possible_from"]) {
                waits.push(day);
            }
            let obstacles = answer["obstacles"].as_array().expect("obstacles").clone();
            let keys = line["obstacles"].as_array().expect("keys").clone();
            for obstacle in
                obstacles.iter().filter(|obstacle| keys.contains(&obstacle["key"])).rev()
            {
                let cure = obstacle["cure"].clone();
                if cure["kind"] == "print" {
                    return self.print(cure["document"].as_str().expect("a document")).await;
                }
                let Some(next) = cure["act"].as_str() else { continue };
                let step = (next.to_owned(), cure.clone());
                if !seen.contains(&step) {
                    seen.push(step.clone());
                    wanted.push(step);
                }
            }
        }
        let day = waits.into_iter().min();
        let day = day.unwrap_or_else(|| panic!("nothing leads to {act}: {seen:?}"));
        self.office.move_to(day).await;
    }

    /// Somebody who may do an act, with the acts as they are told of them.
    async fn who_does(&mut self, act: &str) -> (Person, Value) {
        let mut last = None;
        for person in PEOPLE {
            let Some(answer) = self.try_to_read(person, "/acts").await else { continue };
            let found =
                answer["acts"].as_array().expect("acts").iter().find(|line| line["act"] == act);
            let Some(line) = found.filter(|line| line["allowed"] == true) else { continue };
            let open = line["state"] != "blocked";
            last = Some((person, answer.clone()));
            if open {
                break;
            }
        }
        last.unwrap_or_else(|| panic!("nobody may do {act}"))
    }

    async fn do_act(&mut self, person: Person, line: Value, cure: &Value) {
        let filled = self.fill(&line, cure).await;
        let version = self.read(person, "").await["version"].as_u64().expect("a version");
        let number = filled.number.as_ref().map_or(String::new(), Value::to_string);
        let path = line["path"].as_str().expect("a path");
        let path = path.replace("{case}", &self.case).replace("{number}", &number);
        let query: Vec<String> = filled
            .query
            .iter()
            .filter_map(|(name, value)| value.as_str().map(|value| format!("{name}={value}")))
            .collect();
        let path = if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) };
        let request = self.office.request(person, Method::POST, &path).await;
        let request = request.header("If-Match", format!("\"{version}\""));
        let request = if line["body"].is_null() {
            let scan = pdf(&format!("{} {}", self.case, self.calls));
            request.header("Content-Type", "application/pdf").body(scan)
        } else {
            request.json(&filled.body)
        };
        let answer = self.office.send(request).await;
        assert!(answer.status.is_success(), "{path} {}: {}", filled.body, answer.text());
        self.calls += 1;
        self.acts += 1;
        self.office.at_rest().await;
    }

    /// Fills in the form: where the cure says for whom or for which paper, that is chosen.
    async fn fill(&mut self, line: &Value, cure: &Value) -> Filled {
        let mut inputs = line["inputs"].as_array().cloned().expect("inputs");
        for input in &mut inputs {
            prefer(input, cure, &self.chosen);
            self.chosen.extend(input["one_of"].get(0).map(|choice| choice["value"].clone()));
        }
        let cards = |party: &str, shown: &str| card(&self.application, party, shown);
        let desk = Desk {
            schemas: &self.schemas,
            today: self.office.today().await,
            cards: &cards,
            nth: 0,
            serial: self.case.clone(),
        };
        let schema = line["body"].as_str().map_or(json!({}), |body| json!({ "$ref": body }));
        desk.fill(&schema, &inputs)
    }

    async fn print(&mut self, document: &str) {
        let documents = self.read(Person::REGISTRAR, "/documents").await;
        let found = documents.as_array().expect("documents").iter().rev();
        let id =
            found.clone().find(|one| one["kind"] == document).expect("the document")["id"].clone();
        let id = id.as_str().expect("an id");
        let path = format!("/v1/cases/{}/documents/{id}/prints", self.case);
        let request = self.office.request(Person::REGISTRAR, Method::POST, &path).await;
        self.office.send(request).await.expect(200);
        self.calls += 1;
    }

    async fn read(&mut self, person: Person, rest: &str) -> Value {
        self.try_to_read(person, rest).await.unwrap_or_else(|| panic!("{rest} cannot be read"))
    }

    async fn try_to_read(&mut self, person: Person, rest: &str) -> Option<Value> {
        self.calls += 1;
        let answer = self.office.get(person, &format!("/v1/cases/{}{rest}", self.case)).await;
        answer.status.is_success().then(|| answer.json())
    }
}

/// The path and the method of an operation.
fn operation(description: &Value, id: &str) -> (String, String) {
    let paths = description["paths"].as_object().expect("paths");
    let found = paths.iter().find_map(|(path, item)| {
        let methods = item.as_object()?.iter();
        let (method, _) = methods.into_iter().find(|(_, one)| one["operationId"] == id)?;
        Some((path.clone(), method.clone()))
    });
    found.unwrap_or_else(|| panic!("no operation {id}"))
}

fn line(answer: &Value, act: &str) -> Value {
    let acts = answer["acts"].as_array().expect("acts");
    acts.iter().find(|line| line["act"] == act).expect("the act").clone()
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

/// Puts first among the choices of an input what the cure names, its party, its paper, its number, and of
/// those what was chosen least.
fn prefer(input: &mut Value, cure: &Value, chosen: &[Value]) {
    let Some(choices) = input["one_of"].as_array_mut() else { return };
    let fits = |choice: &Value| {
        let value = &choice["value"];
        let of =
            |name: &str| cure[name].is_null() || value[name].is_null() || value[name] == cure[name];
        let plain = !value.is_string() || cure["party"].is_null() || *value == cure["party"];
        let number = !value.is_number() || cure["number"].is_null() || *value == cure["number"];
        of("party") && of("paper") && plain && number
    };
    let times = |choice: &Value| chosen.iter().filter(|value| **value == choice["value"]).count();
    choices.sort_by_key(|choice| (!fits(choice), times(choice)));
}

/// The number on the document that a party of the application brings.
fn card(application: &Value, party: &str, shown: &str) -> String {
    let child = &application["child"];
    let number = match (party, shown) {
        ("child", "entry_record") => child["entry_number"].clone(),
        ("child", "birth_certificate") => child["birth_certificate_number"].clone(),
        ("child", "finding_certificate") => child["finding_certificate_number"].clone(),
        ("child", _) => child["resident_id"].clone(),
        ("adopter_1", _) => application["adopters"][0]["resident_id"].clone(),
        ("adopter_2", _) => application["adopters"][1]["resident_id"].clone(),
        ("placer_2", _) => application["parents"]["placing"][1]["resident_id"].clone(),
        _ => placer(application),
    };
    number.as_str().unwrap_or_default().to_owned()
}

/// Whoever places: a parent, a guardian who is a person, or the responsible person of an organisation.
fn placer(application: &Value) -> Value {
    let places = [
        "/parents/placing/0/resident_id",
        "/guardian/person/resident_id",
        "/guardian/organisation/responsible_person_id",
        "/placer/responsible_person_id",
    ];
    let found = places.iter().find_map(|place| application.pointer(place));
    found.cloned().unwrap_or_default()
}
