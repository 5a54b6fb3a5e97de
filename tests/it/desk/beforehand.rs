//! What a family does before it comes: a form and photos that go on after the line was cut, and a time.

use aws_lc_rs::digest::{SHA256, digest};
use reqwest::Method;
use serde_json::{Value, json};

use super::open_to_all::{arrange, hours};
use crate::support::papers::scan;
use crate::support::{Answer, Office, Person, on_both_databases};

on_both_databases!(
    photos_go_on_after_the_line_was_cut_and_the_office_answers,
    the_last_place_of_a_time_is_given_once,
);

async fn with_code(
    office: &Office,
    method: Method,
    path: &str,
    code: &str,
) -> reqwest::RequestBuilder {
    office.anonymous(method, path).header("Resume-Code", code)
}

async fn photos_go_on_after_the_line_was_cut_and_the_office_answers(office: Office) {
    let own = "/v1/public/pre-application";
    let begun = office.anonymous(Method::POST, "/v1/public/pre-applications");
    let begun = Answer::of(begun.json(&json!({ "form": "{\"name\":\"王某\"}" }))).await;
    let begun = begun.expect(201).json();
    let code = begun["resume_code"].as_str().expect("a code").to_owned();
    let send = async |method: Method, path: &str, body: Option<Value>| {
        // However it is typed.
        let typed = code.to_lowercase().replace('-', " ");
        let request = with_code(&office, method, path, &typed).await;
        Answer::of(match body {
            Some(body) => request.json(&body),
            None => request,
        })
        .await
    };
    let other = with_code(&office, Method::GET, own, "0000-0000-0000-0000").await;
    Answer::of(other).await.expect(404);
    let short = with_code(&office, Method::GET, own, "0000").await;
    Answer::of(short).await.expect(400);
    let save = with_code(&office, Method::PUT, own, &code).await.header("If-Match", "\"1\"");
    Answer::of(save.json(&json!({ "form": "{\"name\":\"王某某\"}" }))).await.expect(200);

    // A page of two parts.
    let mut bytes = scan();
    bytes.extend(std::iter::repeat_n(b'\n', 300_000));
    let whole = sha256(&bytes);
    let new = json!({
        "paper": "identity_card", "party": "adopter_1", "size": bytes.len(), "digest": whole,
    });
    let uploads = format!("{own}/uploads");
    let announced = send(Method::POST, &uploads, Some(new.clone())).await.expect(201).json();
    let size = usize::try_from(announced["part_size"].as_u64().expect("a size")).expect("a size");
    let upload = format!("{uploads}/{}", announced["upload"].as_str().expect("an id"));
    let part = async |number: usize, bytes: &[u8]| {
        let path = format!("{upload}/parts/{number}");
        let request = with_code(&office, Method::PUT, &path, &code).await;
        let request = request.header("Content-Type", "application/octet-stream");
        Answer::of(request.body(bytes.to_vec())).await
    };
    cut_off(&office, &format!("{upload}/parts/0"), &code, &bytes[..size]).await;
    let seen = send(Method::GET, own, None).await.expect(200).json();
    assert_eq!(seen["uploads"][0]["received"], json!([]), "what was cut is not there");
    let first = part(0, &bytes[..size]).await.expect(200).json();
    assert_eq!((&first["received"], &first["complete"]), (&json!([0]), &json!(false)));
    part(0, &bytes[..10]).await.expect(422);
    part(2, &bytes[..10]).await.expect(404);
    send(Method::POST, &format!("{own}/submission"), None).await.expect(422);
    assert_eq!(part(0, &bytes[..size]).await.expect(200).json()["received"], json!([0]));
    let done = part(1, &bytes[size..]).await.expect(200).json();
    assert_eq!((&done["received"], &done["complete"]), (&json!([0, 1]), &json!(true)));

    // What is none is refused, and its parts are forgotten.
    let none =
        json!({ "paper": "joint_photo", "party": null, "size": 4, "digest": sha256(b"none") });
    let none = send(Method::POST, &uploads, Some(none)).await.expect(201).json();
    let none = format!("{uploads}/{}", none["upload"].as_str().expect("an id"));
    let request = with_code(&office, Method::PUT, &format!("{none}/parts/0"), &code).await;
    let request = request.header("Content-Type", "application/octet-stream").body("none");
    Answer::of(request).await.refused_by("upload-damaged");
    send(Method::DELETE, &none, None).await.expect(204);

    assert_eq!(
        office.read(Person::REGISTRAR, "/v1/pre-applications").await["pre_applications"],
        json!([])
    );
    send(Method::POST, &format!("{own}/submission"), None).await.expect(200);
    send(Method::POST, &uploads, Some(new)).await.expect(409);

    let listed = office.read(Person::REGISTRAR, "/v1/pre-applications").await;
    let id = listed["pre_applications"][0]["id"].as_str().expect("an id").to_owned();
    let path = format!("/v1/pre-applications/{id}");
    let sent = office.read(Person::REGISTRAR, &path).await;
    assert_eq!(sent["form"], "{\"name\":\"王某某\"}");
    let photo = format!("{path}/uploads/{}", sent["uploads"][0]["upload"].as_str().expect("an id"));
    let shown = office.get(Person::REGISTRAR, &photo).await.expect(200);
    assert_eq!(shown.bytes, bytes);
    assert_eq!(shown.header("content-type"), "application/pdf");
    office.get(Person::ADMINISTRATOR, &photo).await.expect(403);
    let reply = json!({ "outcome": "come", "text": "材料基本齐全，请预约后带原件来。" });
    let request = office.request(Person::REGISTRAR, Method::POST, &format!("{path}/reply")).await;
    office.send(request.json(&reply)).await.expect(204);
    let answered = send(Method::GET, own, None).await.expect(200).json();
    assert_eq!((&answered["state"], &answered["reply"]), (&json!("answered"), &reply));
    assert!(!office.log().contains(&code), "no code stands in a log");
    assert!(office.complaints().is_empty(), "{}", office.complaints());
}

/// Sends the head and half of a part, and cuts the line.
async fn cut_off(office: &Office, path: &str, code: &str, bytes: &[u8]) {
    use tokio::io::AsyncWriteExt;
    let mut line = tokio::net::TcpStream::connect(office.host()).await.expect("a line");
    let head = format!(
        "PUT {path} HTTP/1.1\r\nHost: {}\r\nResume-Code: {code}\r\n\
         Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
        office.host(),
        bytes.len(),
    );
    line.write_all(head.as_bytes()).await.expect("a head");
    line.write_all(&bytes[..bytes.len() / 2]).await.expect("half a part");
    line.shutdown().await.expect("cut");
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(digest(&SHA256, bytes).as_ref())
}

async fn the_last_place_of_a_time_is_given_once(office: Office) {
    let slots = async || {
        let list = office.anonymous(Method::GET, "/v1/public/appointment-slots");
        Answer::of(list).await.expect(200).json()["slots"].as_array().expect("slots").clone()
    };
    assert!(slots().await.is_empty(), "the office has arranged nothing");
    arrange(&office, hours()).await.expect(204);
    let free = slots().await;
    let chosen = free[0].clone();
    assert_eq!((&chosen["from"], &chosen["free"]), (&json!("09:00"), &json!(2)));
    let wish = |slot: &Value, name: &str| {
        json!({
            "day": slot["day"], "from": slot["from"], "name": name,
            "telephone": "13800138000", "matter": "收养咨询",
        })
    };
    let book = async |body: Value| {
        Answer::of(office.anonymous(Method::POST, "/v1/public/appointments").json(&body)).await
    };
    // Six at once for two places.
    let wishes = ["甲", "乙", "丙", "丁", "戊", "己"].map(|name| book(wish(&chosen, name)));
    let answers = futures_of(wishes).await;
    let booked: Vec<&Answer> =
        answers.iter().filter(|answer| answer.status.as_u16() == 201).collect();
    assert_eq!(booked.len(), 2, "{:?}", answers.iter().map(|one| one.status).collect::<Vec<_>>());
    assert!(slots().await.iter().all(|slot| *slot != chosen), "a full time is not offered");
    let code = booked[0].json()["resume_code"].as_str().expect("a code").to_owned();
    let own = "/v1/public/appointment";
    let elsewhere = json!({ "day": free[1]["day"], "from": free[1]["from"] });
    let moved = with_code(&office, Method::PUT, own, &code).await.json(&elsewhere);
    assert_eq!(Answer::of(moved).await.expect(200).json()["from"], free[1]["from"]);
    let nowhere = json!({ "day": free[1]["day"], "from": "03:00" });
    let nowhere = with_code(&office, Method::PUT, own, &code).await.json(&nowhere);
    Answer::of(nowhere).await.refused_by("appointment-time");
    let day = chosen["day"].as_str().expect("a day");
    let list = office.read(Person::REGISTRAR, &format!("/v1/appointments?day={day}")).await;
    let times: Vec<&Value> =
        list["appointments"].as_array().expect("a list").iter().map(|one| &one["from"]).collect();
    assert_eq!(times, [&chosen["from"], &free[1]["from"]]);
    let cancel = with_code(&office, Method::DELETE, own, &code).await;
    Answer::of(cancel).await.expect(204);
    let gone = with_code(&office, Method::GET, own, &code).await;
    Answer::of(gone).await.expect(404);
    office.get(Person::ASSESSOR, "/v1/appointments").await.expect(403);
}

async fn futures_of<F: Future<Output = Answer>, const N: usize>(all: [F; N]) -> Vec<Answer> {
    futures_util::future::join_all(all).await
}
