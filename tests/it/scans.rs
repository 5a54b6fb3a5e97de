//! What comes in as a scan: bombs, active content and what could not be bound as it is seen are named, a
//! virus scanner is asked where there is one, and what a camera wrote beside a photo is not handed on.

use reqwest::Method;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::printing::{chunk, deflate, png};
use crate::support::papers::{pdf, scan};
use crate::support::story::application;
use crate::support::{Answer, Backend, Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(
    a_bomb_and_a_script_are_refused_by_their_names,
    what_could_not_be_bound_as_it_is_seen_is_refused_with_what_to_do,
    blank_lines_before_the_head_of_a_scan_do_no_harm,
    a_photo_is_shown_without_its_position,
    a_scan_that_is_filed_in_two_places_is_told,
);

async fn offer(story: &Story<'_>, bytes: Vec<u8>, language: &str) -> Answer {
    let path = "/papers?paper=joint_photo";
    let request = story.request(Person::REGISTRAR, path).await.body(bytes);
    let request = request.header("Content-Type", "image/png").header("Accept-Language", language);
    Answer::of(request).await
}

fn violation(answer: &Answer) -> Value {
    answer.json()["violations"][0].clone()
}

async fn a_bomb_and_a_script_are_refused_by_their_names(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let profile = [b"a\0\0".as_slice(), &deflate(300)].concat();
    let bomb = png(&[chunk(b"iCCP", &profile)]);
    let script = String::from_utf8(pdf("x")).expect("text");
    let script =
        script.replace("/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>");
    for (bytes, zh, en) in [
        (bomb, "图像中的颜色配置或文字展开后过大", "the colour profile or the texts"),
        (script.into_bytes(), "PDF 含有活动内容：JavaScript 脚本", "active content: JavaScript"),
    ] {
        for (language, word) in [("zh-CN", zh), ("en", en)] {
            let answer = offer(&story, bytes.clone(), language).await.expect(422);
            let violation = violation(&answer);
            assert_eq!(violation["rule"], "input-scan");
            assert!(
                violation["message"].as_str().is_some_and(|said| said.contains(word)),
                "{violation}"
            );
        }
    }
}

/// A scan with one more entry in its page or catalog.
fn scan_with(place: &str, entry: &str) -> Vec<u8> {
    let text = String::from_utf8(pdf("x")).expect("text");
    text.replace(place, &format!("{place} {entry}")).into_bytes()
}

async fn what_could_not_be_bound_as_it_is_seen_is_refused_with_what_to_do(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let page = "/MediaBox [0 0 595 842]";
    let stamp = "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [100 600 200 650] >>]";
    let filled = "/Annots [<< /Subtype /Widget /FT /Tx /V (x) /Rect [100 600 200 650] >>]";
    let layers = "/OCProperties << /OCGs [5 0 R] /D << >> >>";
    let print = ("请打印后扫描", "print it and scan that");
    let save = ("请转存为 JPEG", "save it as a JPEG");
    let scan_of_version_2 = [b"%PDF-2.0".as_slice(), &pdf("x")[8..]].concat();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let refused = [
        (scan_with(page, stamp), ("第1页显示的图章", "page 1 of the PDF shows a stamp"), print),
        (scan_with(page, filled), ("表单域", "a form field"), print),
        (scan_with("/Type /Catalog", layers), ("图层", "layers"), print),
        (scan_of_version_2, ("版本", "version"), print),
        (heic, ("HEIC 照片", "a HEIC photo"), save),
    ];
    println!("{} scans refused with their reason", refused.len());
    for (bytes, reason, way_out) in refused {
        for (language, reason, way_out) in
            [("zh-CN", reason.0, way_out.0), ("en", reason.1, way_out.1)]
        {
            let answer = offer(&story, bytes.clone(), language).await.expect(422);
            let violation = violation(&answer);
            let said = violation["message"].as_str().unwrap_or_default();
            assert!(said.contains(reason) && said.contains(way_out), "{violation}");
        }
    }
    let request = story.request(Person::REGISTRAR, "/papers?paper=joint_photo").await;
    let request = request.header("Content-Type", "image/heic").body("x");
    let answer = Answer::of(request).await.expect(415);
    assert!(answer.text().contains("HEIC"), "{}", answer.text());
}

async fn blank_lines_before_the_head_of_a_scan_do_no_harm(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let scan = [b"\r\n\r\n".as_slice(), &scan(), b"\n\0\0\0"].concat();
    let number = story.file("joint_photo", None, scan.clone()).await;
    let path = story.path(&format!("/papers/{number}/content"));
    assert_eq!(office.get(Person::REGISTRAR, &path).await.expect(200).bytes, scan);
}

async fn a_photo_is_shown_without_its_position(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let camera = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 29.56N";
    let photo = png(&[chunk(b"eXIf", camera), chunk(b"tEXt", b"Comment\0GPS 106.55E")]);
    let number = story.file("joint_photo", None, photo.clone()).await;
    let path = story.path(&format!("/papers/{number}/content"));
    let shown = office.get(Person::REGISTRAR, &path).await.expect(200).bytes;
    let holds = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    assert!(holds(&photo, b"GPS") && !holds(&shown, b"GPS"));
    assert!(holds(&shown, b"\x01\x12\0\x03\0\0\0\x01\0\x06"), "which side is up is kept");
    let plain = png(&[]);
    let number = story.file("joint_photo", None, plain.clone()).await;
    let path = story.path(&format!("/papers/{number}/content"));
    assert_eq!(office.get(Person::REGISTRAR, &path).await.expect(200).bytes, plain);
}

async fn a_scan_that_is_filed_in_two_places_is_told(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let sheet = scan();
    let file = async |slot: &str, bytes: &[u8]| {
        let version = story.read().await["version"].to_string();
        let path = story.path(&format!("/papers?paper={slot}"));
        let request = office.request(Person::REGISTRAR, Method::POST, &path).await;
        let request = request.header("If-Match", format!("\"{version}\""));
        let request = request.header("Content-Type", "application/pdf").body(bytes.to_vec());
        Answer::of(request).await.expect(200).json()
    };
    let first = file("household_register&party=adopter_1", &sheet).await;
    assert_eq!(first["notes"], Value::Null, "{first}");
    let number = first["events"][0]["number"].to_string();
    let second = file("identity_card&party=adopter_1", &sheet).await;
    let told = second["notes"].to_string();
    assert!(told.contains(&format!("第{number}号材料")) && told.contains("居民户口簿"), "{second}");
    assert!(told.contains("household_register"), "{second}");
    let other = file("identity_card&party=adopter_1", &scan()).await;
    assert_eq!(other["notes"], Value::Null, "another scan is no doubt: {other}");
}

/// A clamd that finds what holds the word EICAR.
async fn answer_as_clamd(mut line: TcpStream) -> std::io::Result<()> {
    let mut greeting = [0; 10];
    line.read_exact(&mut greeting).await?;
    let mut file = Vec::new();
    loop {
        let length = line.read_u32().await?;
        if length == 0 {
            break;
        }
        let mut piece = vec![0; length as usize];
        line.read_exact(&mut piece).await?;
        file.extend(piece);
    }
    let found = file.windows(5).any(|part| part == b"EICAR");
    let answer: &[u8] = if found { b"stream: Eicar FOUND\0" } else { b"stream: OK\0" };
    line.write_all(answer).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_virus_scanner_of_an_office_is_asked_and_missed() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let address = listener.local_addr().expect("an address");
    let clamd = tokio::spawn(async move {
        while let Ok((line, _)) = listener.accept().await {
            answer_as_clamd(line).await.expect("answered");
        }
    });
    let settings = format!("virus_scanner = 'tcp://{address}'\n");
    let office = Office::open_with(Backend::Sqlite, &settings).await;
    let mut story = Story::apply(&office, application(1)).await;
    story.file("joint_photo", None, scan()).await;
    let answer = offer(&story, pdf("EICAR"), "zh-CN").await.expect(422);
    assert_eq!(violation(&answer)["rule"], "input-scan-infected");
    clamd.abort();
    assert!(clamd.await.is_err(), "the scanner is gone");
    let answer = offer(&story, scan(), "zh-CN").await.expect(503);
    let detail = answer.json()["detail"].as_str().map(str::to_owned).unwrap_or_default();
    assert!(detail.contains("病毒扫描程序没有应答"), "{detail}");
}
