//! What an office holds beside its cases, so that there is something to read of everything: a draft, a file
//! of the ledger, what a family sent before it came, a time that somebody booked, the evidence of an assessment.

use aws_lc_rs::digest::{SHA256, digest};
use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::open_to_all::{arrange, hours};
use crate::procedures::points::with_evidence;
use crate::support::papers::scan;
use crate::support::{Answer, Office, Person};

/// For each operation that reads such a thing: whose it is, where it lies, under which code.
pub(super) async fn held(office: &Office, cases: &[Value]) -> Value {
    let token = office.token(Person::REGISTRAR).await;
    let own = |places: Value| json!({ "token": token, "places": places });
    let draft = json!({ "purpose": "intake", "label": "周一来的那家", "form": "{}" });
    let draft = made(office, "/v1/drafts", &draft).await["draft"].take();
    let export = made(office, "/v1/exports", &json!({ "format": "csv" })).await["export"].take();
    let (code, id, upload) = sent_beforehand(office).await;
    let kinds = json!([{ "kind": "stepchild" }]);
    let chains: Vec<Value> = cases.iter().map(|case| json!({ "id": case["id"] })).collect();
    json!({
        "read_draft": own(json!([{ "draft": draft }])),
        "read_export": own(json!([{ "export": export }])),
        "read_export_file": own(json!([{ "export": export }])),
        "read_sent_pre_application": own(json!([{ "id": id }])),
        "read_sent_upload": own(json!([{ "id": id, "upload": upload }])),
        "read_pre_application": { "code": code },
        "read_appointment": { "code": booked(office).await },
        "read_evidence": own(json!([{ "case": with_evidence(office).await, "number": 1 }])),
        "read_guide": { "places": kinds },
        "read_chain": { "places": chains },
    })
}

async fn made(office: &Office, path: &str, body: &Value) -> Value {
    let request = office.request(Person::REGISTRAR, Method::POST, path).await;
    office.send(request.json(body)).await.expect(201).json()
}

/// What a family sent: its code, what the office calls it, and a photo of a paper.
async fn sent_beforehand(office: &Office) -> (Value, Value, Value) {
    let begun = office.anonymous(Method::POST, "/v1/public/pre-applications");
    let mut begun = Answer::of(begun.json(&json!({ "form": "{}" }))).await.expect(201).json();
    let code = begun["resume_code"].take();
    let own = "/v1/public/pre-application";
    let with_code = |method: Method, path: &str| {
        office.anonymous(method, path).header("Resume-Code", code.as_str().expect("a code"))
    };
    let bytes = scan();
    let new = json!({
        "paper": "identity_card", "party": "adopter_1", "size": bytes.len(),
        "digest": hex::encode(digest(&SHA256, &bytes).as_ref()),
    });
    let uploads = format!("{own}/uploads");
    let announced = Answer::of(with_code(Method::POST, &uploads).json(&new)).await;
    let upload = announced.expect(201).json()["upload"].take();
    let part = format!("{uploads}/{}/parts/0", upload.as_str().expect("an id"));
    let part = with_code(Method::PUT, &part).header("Content-Type", "application/octet-stream");
    Answer::of(part.body(bytes)).await.expect(200);
    let submission = with_code(Method::POST, &format!("{own}/submission"));
    Answer::of(submission).await.expect(200);
    let mut sent = office.read(Person::REGISTRAR, "/v1/pre-applications").await;
    (code.clone(), sent["pre_applications"][0]["id"].take(), upload)
}

/// The code of a time that somebody booked.
async fn booked(office: &Office) -> Value {
    arrange(office, hours()).await.expect(204);
    let free = office.anonymous(Method::GET, "/v1/public/appointment-slots");
    let free = Answer::of(free).await.expect(200).json()["slots"][0].take();
    let wish = json!({
        "day": free["day"], "from": free["from"], "name": "王某", "telephone": "13800138000",
        "matter": "收养咨询",
    });
    let booked = office.anonymous(Method::POST, "/v1/public/appointments").json(&wish);
    Answer::of(booked).await.expect(201).json()["resume_code"].take()
}
