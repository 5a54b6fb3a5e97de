//! 评估指标体系: sets are imported from a workbook or a YAML document, whole or not at all; a version never
//! changes, and two are compared.

mod workbook;

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};
use workflow::indicator::{IndicatorSet, Points, default_set};

use crate::support::kept::settings;
use crate::support::{Answer, Office, Person, mostly_on_sqlite, on_both_databases};
use workbook::{Sheet, row_of, sheets, workbook, write};

on_both_databases![
    a_workbook_loads_and_is_the_set_that_was_written,
    versions_are_listed_read_and_compared_and_the_newest_is_in_force,
];
mostly_on_sqlite![
    ten_faults_of_a_workbook_are_named_by_their_cells_and_corrected_it_loads,
    a_file_that_is_no_set_is_refused_and_nothing_is_kept,
];

const PATH: &str = "/v1/indicator-sets";
const YAML: &str = "application/yaml";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A province's set: like that of the house, under a name of its own.
fn provincial() -> IndicatorSet {
    let mut set = default_set();
    set.id = "CQ-2026".to_owned();
    set.official = true;
    set.name.zh = "重庆市收养评估指标（演练）".to_owned();
    set.in_force_from = "2026-01-01".parse().expect("a day");
    set
}

async fn import(office: &Office, media_type: &str, bytes: Vec<u8>) -> Answer {
    let request = office.request(Person::ADMINISTRATOR, Method::POST, PATH).await;
    Answer::of(request.header("Content-Type", media_type).body(bytes)).await
}

async fn load(office: &Office, set: &IndicatorSet) {
    // A JSON text is a YAML document, too.
    let yaml = serde_json::to_vec_pretty(set).expect("JSON");
    import(office, YAML, yaml).await.expect(201);
}

/// The rule and the place of each fault.
fn faults(answer: &Answer) -> BTreeSet<(String, String)> {
    let problem = answer.json();
    let violations = problem["violations"].as_array().expect("faults");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    // A place is told as every other is, behind a slash.
    let place = |one: &Value| text(&one["field"]).trim_start_matches('/').to_owned();
    violations.iter().map(|one| (text(&one["rule"]), place(one))).collect()
}

async fn a_workbook_loads_and_is_the_set_that_was_written(office: Office) {
    let set = provincial();
    let answer = import(&office, XLSX, workbook(&sheets(&set))).await.expect(201);
    assert_eq!(answer.header("location"), format!("{PATH}/CQ-2026/1"));
    let read = office.read(Person::ASSESSOR, &format!("{PATH}/CQ-2026/1")).await;
    assert_eq!(serde_json::from_value::<IndicatorSet>(read).expect("a set"), set);
    let again = import(&office, XLSX, workbook(&sheets(&set))).await.expect(422);
    assert_eq!(faults(&again), BTreeSet::from([("indicator-version".into(), "version".into())]));
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    let subject = "indicator set CQ-2026 version 1";
    let logged = settings(&office.data(), &office.database().await, subject).await;
    assert_eq!(logged, ["in force from 2026-01-01, official: true"]);
}

async fn versions_are_listed_read_and_compared_and_the_newest_is_in_force(office: Office) {
    let in_force = async || {
        let list = office.read(Person::LEADER, PATH).await;
        let lines = list.as_array().cloned().expect("a list");
        let of = |line: &Value| (line["id"].clone(), line["version"].clone());
        let all = lines.len();
        (
            all,
            lines.iter().filter(|line| line["in_force"] == json!(true)).map(of).collect::<Vec<_>>(),
        )
    };
    // The house's own set is there, and counts only where the office says so.
    assert_eq!(in_force().await, (1, vec![]));
    let mut rules = office.read(Person::ADMINISTRATOR, "/v1/office").await["rules"].clone();
    rules["scored_by_the_default_set"] = json!(true);
    let request = office.request(Person::ADMINISTRATOR, Method::PUT, "/v1/office/rules").await;
    Answer::of(request.json(&rules)).await.expect(204);
    assert_eq!(in_force().await, (1, vec![(json!("GJ-DEFAULT"), json!(1))]));
    let mut set = provincial();
    load(&office, &set).await;
    assert_eq!(in_force().await, (2, vec![(json!("CQ-2026"), json!(1))]));
    set.version = 2;
    set.in_force_from = "2999-01-01".parse().expect("a day");
    set.capability.pass = Points::whole(75);
    load(&office, &set).await;
    // Its day has not come.
    assert_eq!(in_force().await, (3, vec![(json!("CQ-2026"), json!(1))]));
    let changes =
        office.read(Person::ADMINISTRATOR, &format!("{PATH}/CQ-2026/2/changes?since=1")).await;
    let expected = json!([
        { "place": "capability.pass", "before": "80", "after": "75" },
        { "place": "in_force_from", "before": "2026-01-01", "after": "2999-01-01" },
        { "place": "version", "before": "1", "after": "2" },
    ]);
    assert_eq!(changes["changes"], expected);
    let request =
        office.request(Person::ADMINISTRATOR, Method::GET, &format!("{PATH}/CQ-2026/3")).await;
    Answer::of(request).await.expect(404);
}

/// Writes the ten faults, and says the rule and the cell of each.
fn spoil(sheets: &mut [Sheet]) -> BTreeSet<(String, String)> {
    let capability = |code: &str| row_of(sheets, "收养能力", 5, code);
    let group = |code: &str| row_of(sheets, "收养能力", 0, code);
    let veto = row_of(sheets, "一票否决", 0, "V6");
    let bonus = row_of(sheets, "加分", 0, "B3");
    let days = row_of(sheets, "指标体系", 0, "融合最少日数");
    let pass = row_of(sheets, "指标体系", 0, "融合合格分");
    let integration = row_of(sheets, "融合", 5, "C4");
    let ways = [
        ("indicator-value", format!("收养能力!I{}", capability("A1.1")), "五分"),
        ("indicator-value", format!("收养能力!J{}", capability("A2.3")), "道听途说"),
        ("indicator-code-twice", format!("收养能力!F{}", capability("A3.2")), "A3.1X"),
        ("indicator-sum", format!("收养能力!E{}", group("A6")), "11"),
        ("indicator-religion", format!("收养能力!G{}", capability("A10.1")), "宗教活动与邻里关系"),
        ("indicator-text", format!("融合!S{integration}"), ""),
        ("indicator-integration", format!("指标体系!B{days}"), "20"),
        ("indicator-pass", format!("指标体系!B{pass}"), "101"),
        ("indicator-money-given", format!("加分!C{bonus}"), "向儿童福利机构捐赠"),
        ("indicator-veto-evidence", format!("一票否决!G{veto}"), "书面材料、成年人单独面谈"),
    ];
    ways.into_iter()
        .map(|(rule, cell, text)| {
            write(sheets, &cell, if rule == "indicator-code-twice" { "A3.1" } else { text });
            (rule.to_owned(), cell)
        })
        .collect()
}

async fn ten_faults_of_a_workbook_are_named_by_their_cells_and_corrected_it_loads(office: Office) {
    let set = provincial();
    let mut faulty = sheets(&set);
    let expected = spoil(&mut faulty);
    assert_eq!(expected.len(), 10);
    let answer = import(&office, XLSX, workbook(&faulty)).await.expect(422);
    let found = faults(&answer);
    println!("{found:#?}");
    let missed: Vec<_> = expected.difference(&found).collect();
    assert!(missed.is_empty(), "not named: {missed:?}");
    assert_eq!(found, expected, "nothing but the ten");
    assert!(!answer.text().contains("道听途说"), "what was written is not said again");
    assert_eq!(office.read(Person::LEADER, PATH).await.as_array().map(Vec::len), Some(1));
    import(&office, XLSX, workbook(&sheets(&set))).await.expect(201);
    assert_eq!(office.read(Person::LEADER, PATH).await.as_array().map(Vec::len), Some(2));
}

async fn a_file_that_is_no_set_is_refused_and_nothing_is_kept(office: Office) {
    let set = provincial();
    let place = |rule: &str, field: &str| BTreeSet::from([(rule.to_owned(), field.to_owned())]);
    let answer = import(&office, XLSX, b"PK\x03\x04 not a workbook".to_vec()).await.expect(422);
    assert_eq!(faults(&answer), place("indicator-file", "file"));
    let answer = import(&office, YAML, b"id: [unclosed\nversion: 1".to_vec()).await.expect(422);
    assert!(faults(&answer).iter().all(|(rule, _)| rule == "indicator-file"));
    let mut value = serde_json::to_value(&set).expect("JSON");
    value["capability"]["groups"][0]["items"][1]["max"] = json!("three");
    let answer = import(&office, YAML, value.to_string().into_bytes()).await.expect(422);
    let expected = place("indicator-value", "capability/groups/0/items/1/max");
    assert_eq!(faults(&answer), expected);
    let sheets: Vec<Sheet> = sheets(&set).into_iter().skip(1).collect();
    let answer = import(&office, XLSX, workbook(&sheets)).await.expect(422);
    assert_eq!(faults(&answer), place("indicator-sheet", "指标体系"));
    // Nine lines of anchors, each nine times the line before.
    let bomb = (1..10).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, depth| {
        let below = format!("*a{}", depth - 1);
        format!("{text}a{depth}: &a{depth} [{}]\n", vec![below; 9].join(","))
    });
    let answer = import(&office, YAML, bomb.into_bytes()).await.expect(422);
    assert!(faults(&answer).iter().all(|(rule, _)| rule == "indicator-file"));
    import(&office, "text/plain", b"id: X".to_vec()).await.expect(415);
    import(&office, YAML, vec![b' '; 1_100_000]).await.expect(413);
    assert_eq!(office.read(Person::LEADER, PATH).await.as_array().map(Vec::len), Some(1));
    let request = office.request(Person::LEADER, Method::POST, PATH).await;
    let refused =
        request.header("Content-Type", YAML).body(serde_json::to_vec(&set).expect("JSON"));
    Answer::of(refused).await.expect(403);
}
