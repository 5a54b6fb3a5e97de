//! 节假日安排: years are imported, withdrawn and replaced; what was met stays, what is open moves, and
//! the log says why. What passes by itself is written down once.

use std::time::{Duration, Instant};

use chrono::Days;
use reqwest::Method;
use serde_json::{Value, json};
use workflow::base::message::day_zh;

use crate::support::families::stepchild;
use crate::support::story::{application, day};
use crate::support::{Answer, Office, Person, Story, on_both_databases};

on_both_databases![
    a_year_is_imported_and_one_withdrawn_and_replaced,
    the_next_year_is_asked_for_from_december_on,
    what_passes_is_written_down_once_by_itself,
    a_calendar_with_faults_is_refused_line_by_line,
];

const PATH: &str = "/v1/office/calendars";
/// How long the worker may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A file with these days of rest.
fn file(rest: &[&str]) -> String {
    let lines = rest.iter().map(|day| format!("{day},rest,调整放假\n"));
    format!("date,kind,occasion\n{}", lines.collect::<String>())
}

async fn post(office: &Office, person: Person, path: &str, body: &Value) -> Answer {
    Answer::of(office.request(person, Method::POST, path).await.json(body)).await
}

async fn import(office: &Office, year: i32, rest: &[&str]) -> u64 {
    let source = format!("国办发明电〔{}〕7号", year - 1);
    let body = json!({ "year": year, "source": source, "csv": file(rest) });
    let answer = post(office, Person::ADMINISTRATOR, PATH, &body).await.expect(201);
    answer.json()["number"].as_u64().expect("a number")
}

/// The lines of a case's history of one kind, once there are so many.
async fn lines(story: &Story<'_>, kind: &str, wanted: usize) -> Vec<Value> {
    let began = Instant::now();
    loop {
        let timeline = story.office.read(Person::REGISTRAR, &story.path("/timeline")).await;
        let all = timeline.as_array().cloned().expect("a history");
        let found: Vec<Value> = all.into_iter().filter(|line| line["kind"] == kind).collect();
        if found.len() >= wanted {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "{kind}: {}", story.office.complaints());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn headline(line: &Value) -> &str {
    line["headline"]["zh"].as_str().expect("words")
}

/// The day a clock ends, as the case tells it.
async fn due(story: &Story<'_>, kind: &str) -> String {
    story.deadline(kind).await["due_on"].as_str().expect("a day").to_owned()
}

/// The day the ledger says ends next for a case.
async fn in_the_ledger(story: &Story<'_>) -> String {
    let ledger = story.office.read(Person::LEADER, "/v1/cases").await;
    let cases = ledger["cases"].as_array().expect("cases");
    let line = cases.iter().find(|line| line["case_id"] == story.case.as_str()).expect("the case");
    line["next_deadline"]["due_on"].as_str().expect("a day").to_owned()
}

async fn a_year_is_imported_and_one_withdrawn_and_replaced(office: Office) {
    let mut open = Story::apply(&office, application(1)).await;
    open.carry_to_acceptance().await;
    let mut settled = Story::apply(&office, stepchild(2)).await;
    settled.carry_to_issue().await;
    let met = settled.deadline("review").await;
    assert_eq!((met["state"].as_str(), met["due_on"].as_str()), (Some("met"), Some("2026-04-01")));
    assert_eq!(due(&open, "review").await, "2026-04-01");
    assert_eq!(due(&settled, "archive").await, "2026-05-06", "after Labour Day");

    let first = import(&office, 2026, &["2026-04-01", "2026-04-02", "2026-04-03"]).await;
    assert_eq!(first, 4, "three years came with the program");
    let moved = lines(&open, "deadlines_moved", 1).await;
    assert_eq!(moved[0]["by"], "系统");
    assert_eq!(
        headline(&moved[0]),
        "2026年节假日安排（国办发明电〔2025〕7号）施行：办理期限由2026年4月1日改至2026年4月6日，\
         因2026年4月1日调整放假、2026年4月2日调整放假、2026年4月3日调整放假、2026年4月4日星期六、2026年4月5日星期日"
    );
    let review = open.deadline("review").await;
    assert_eq!(review["due_on"], "2026-04-06");
    assert_eq!(review["moved_by"][0], json!({ "day": "2026-04-01", "occasion": "调整放假" }));
    assert_eq!(in_the_ledger(&open).await, "2026-04-06");
    // Nobody else did anything, so the version last seen still holds.
    open.check("missing_children", "child").await;

    let moved = lines(&settled, "deadlines_moved", 1).await;
    assert!(headline(&moved[0]).contains("：归档期限由2026年5月6日改至2026年5月1日"), "{moved:?}");
    assert!(!headline(&moved[0]).contains("办理期限"), "what was met stays met");
    assert_eq!(settled.deadline("review").await, met);

    let withdrawal = json!({ "reason": "文号有误" });
    let path = format!("{PATH}/{first}/withdrawal");
    post(&office, Person::ADMINISTRATOR, &path, &withdrawal).await.expect(204);
    let moved = lines(&open, "deadlines_moved", 2).await;
    assert!(
        headline(&moved[1]).contains("撤回：办理期限由2026年4月6日改至2026年4月1日"),
        "{moved:?}"
    );
    let again = import(&office, 2026, &["2026-04-01"]).await;
    assert_eq!(again, 6, "the withdrawal was a change of its own");
    let moved = lines(&open, "deadlines_moved", 3).await;
    assert!(headline(&moved[2]).contains("办理期限由2026年4月1日改至2026年4月2日"), "{moved:?}");
    assert_eq!(settled.deadline("review").await, met);
    lines(&settled, "deadlines_moved", 3).await;

    let calendars = office.read(Person::REGISTRAR, PATH).await;
    let edition = &calendars["editions"][3];
    assert_eq!((edition["number"].as_u64(), edition["replaced_by"].as_u64()), (Some(4), Some(6)));
    assert_eq!(
        (&edition["in_force"], &edition["withdrawn_reason"]),
        (&json!(false), &json!("文号有误"))
    );
    assert_eq!(calendars["warnings"], json!([]), "compared with its notice");
    let logged = "SELECT subject FROM configuration_change WHERE subject LIKE 'calendar %'";
    assert_eq!(office.database().await.texts(logged).await.len(), 3);
    for check in [vec!["verify"], vec!["rebuild", "--check"]] {
        let ended = office.command(&check).await;
        assert_eq!(ended.code, Some(0), "{check:?}: {}{}", ended.said, ended.complained);
    }
}

async fn the_next_year_is_asked_for_from_december_on(office: Office) {
    import(&office, 2026, &["2026-01-01"]).await;
    let warnings = async || {
        let told = office.read(Person::REGISTRAR, "/v1/office").await["calendar_warnings"].clone();
        let deadlines = office.read(Person::REGISTRAR, "/v1/deadlines").await;
        assert_eq!(deadlines["warnings"], told);
        told
    };
    office.move_to("2026-11-30".parse().expect("a day")).await;
    assert_eq!(warnings().await, json!([]));
    office.move_to("2026-12-01".parse().expect("a day")).await;
    let told = warnings().await;
    assert_eq!((&told[0]["kind"], &told[0]["year"]), (&json!("missing"), &json!(2027)));
    assert!(told[0]["message"]["zh"].as_str().is_some_and(|words| words.contains("2027年")));

    let path = office.data().join("2027.csv");
    let write = |rest: &str| std::fs::write(&path, rest).expect("a file");
    let import = ["calendar", "import", "--year", "2027", "--source", "国办发明电〔2026〕7号"];
    let with_file = [&import[..], &[path.to_str().expect("a path")]].concat();
    write("date,kind,occasion\r\n2027-01-01,rest,元旦\r\n2027-01-04,work,元旦\r\n");
    let refused = office.command(&with_file).await;
    assert!(refused.complained.contains("line 3, kind"), "{}", refused.complained);
    assert_eq!(refused.code, Some(64));
    write("date,kind,occasion\r\n2027-01-01,rest,元旦\r\n2027-01-03,work,元旦\r\n");
    let ended = office.command(&with_file).await;
    assert_eq!(ended.code, Some(0), "{}", ended.complained);
    assert_eq!(warnings().await, json!([]));
}

async fn what_passes_is_written_down_once_by_itself(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.carry_to_acceptance().await;
    story.publish().await;
    let notice = day(&story.deadline("notice").await["due_on"]);
    office.move_to(notice).await;
    let review = day(&story.deadline("review").await["due_on"]);
    office.move_to(notice + Days::new(1)).await;
    let ended = lines(&story, "period_ended", 1).await;
    assert!(headline(&ended[0]).contains("视为查找不到生父母"), "{ended:?}");
    assert_eq!(ended[0]["on"], (notice + Days::new(1)).to_string(), "not on its last day");

    let near = async |filter: &str| {
        let answer = office.read(Person::LEADER, &format!("/v1/deadlines{filter}")).await;
        let kinds = answer["deadlines"].as_array().cloned().expect("a list").into_iter();
        let kinds: Vec<String> =
            kinds.filter_map(|line| line["kind"].as_str().map(str::to_owned)).collect();
        (kinds, answer["counts"].clone())
    };
    let counts = |overdue, due, approaching| {
        json!({
            "overdue": overdue, "more_overdue": false,
            "due": due, "more_due": false,
            "approaching": approaching, "more_approaching": false,
        })
    };
    office.move_to(review - Days::new(3)).await;
    assert_eq!(near("").await, (vec!["review".to_owned()], counts(0, 0, 1)));
    office.move_to(review).await;
    assert_eq!(near("?nearness=due").await, (vec!["review".to_owned()], counts(0, 1, 0)));
    assert_eq!(near("?nearness=overdue").await, (Vec::new(), counts(0, 1, 0)));
    office.move_to(review + Days::new(1)).await;
    let overdue = lines(&story, "became_overdue", 1).await;
    assert_eq!(headline(&overdue[0]), format!("办理期限于{}届满，尚未办结", day_zh(review)));
    assert_eq!(near("?nearness=overdue").await, (vec!["review".to_owned()], counts(1, 0, 0)));
    let other = office.account(Person::LEADER).await;
    assert_eq!(near(&format!("?person={other}")).await, (Vec::new(), counts(0, 0, 0)));
    let unknown = office.get(Person::LEADER, "/v1/deadlines?nearness=soon").await;
    unknown.expect(400);

    // Another act and two more days add nothing, and what was seen before is not stale.
    story.check("missing_children", "child").await;
    office.move_to(review + Days::new(3)).await;
    office.at_rest().await;
    assert_eq!(lines(&story, "became_overdue", 1).await.len(), 1);
    assert_eq!(lines(&story, "period_ended", 1).await.len(), 1);
}

async fn a_calendar_with_faults_is_refused_line_by_line(office: Office) {
    let body = |year: i32, csv: &str| json!({ "year": year, "source": "通知", "csv": csv });
    let faults = async |body: &Value| -> Vec<String> {
        let answer = post(&office, Person::ADMINISTRATOR, PATH, body).await.expect(422).json();
        let violations = answer["violations"].as_array().cloned().expect("violations").into_iter();
        let told = violations.map(|violation| {
            let field = violation["field"].as_str().unwrap_or("");
            let message = violation["message"].as_str().unwrap_or("");
            let place = message.split_once('：').map_or("", |(place, _)| place);
            if field == "/csv" { format!("{field} {place}") } else { field.to_owned() }
        });
        told.collect()
    };
    let csv = "date,kind,occasion\n2027-01-01,rest,元旦\n2027-1-2,rest,元旦\n2026-01-01,rest,元旦\n\
               2027-01-01,rest,元旦\n2027-02-01,off,\n2027-01-04,work,春节\n2027-02-02,rest\n";
    assert_eq!(
        faults(&body(2027, csv)).await,
        [
            "/csv line 3, date",
            "/csv line 4, date",
            "/csv line 5, date",
            "/csv line 6, kind",
            "/csv line 6, occasion",
            "/csv line 7, kind",
            "/csv line 8",
        ]
    );
    assert_eq!(faults(&body(2027, "day,kind,why\n")).await, ["/csv line 1"]);
    assert_eq!(faults(&body(2027, "date,kind,occasion\n")).await, ["/csv line 1"]);
    let nowhere = json!({ "year": 1999, "source": " ", "csv": "" });
    assert_eq!(faults(&nowhere).await, ["/year", "/source", "/csv line 1"]);

    let good = body(2027, "date,kind,occasion\n2027-01-01,rest,元旦\n");
    for person in [Person::REGISTRAR, Person::LEADER] {
        post(&office, person, PATH, &good).await.expect(403);
        post(&office, person, &format!("{PATH}/1/withdrawal"), &json!({ "reason": "有误" }))
            .await
            .expect(403);
    }
    let withdraw = async |number: u32, reason: &str| {
        let path = format!("{PATH}/{number}/withdrawal");
        post(&office, Person::ADMINISTRATOR, &path, &json!({ "reason": reason })).await
    };
    withdraw(99, "有误").await.expect(404);
    withdraw(1, "").await.expect(422);
    let calendars = office.read(Person::ADMINISTRATOR, PATH).await;
    assert_eq!(calendars["editions"].as_array().map(Vec::len), Some(3), "nothing was imported");
    withdraw(1, "有误").await.expect(204);
    withdraw(1, "有误").await.expect(422);
}
