//! What is told before there is a case: the guide and the questions against the law they tell of.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::case::ChildKind;
use crate::procedures::formation;
use crate::public::eligibility::FactSheet;
use crate::public::guide::guide;
use crate::public::guide::situations_of;
use crate::public::questions::{Answer, Question, questions};

#[test]
fn in_every_situation_the_guide_names_exactly_the_papers_of_the_law() {
    let mut asked = 0;
    for kind in ChildKind::ALL {
        let guide = guide(kind);
        for situation in situations_of(kind) {
            let law = formation::papers(&situation.circumstances, situation.notarisation);
            let law: BTreeSet<_> = law.iter().map(|paper| paper.slot).collect();
            let told = guide
                .papers
                .iter()
                .filter(|paper| paper.only_if.iter().all(|only_if| only_if.when.holds(&situation)));
            let told: BTreeSet<_> = told
                .map(|paper| crate::case::Slot { paper: paper.paper, party: paper.party })
                .collect();
            assert_eq!(told, law, "{kind:?}: {situation:?}");
            asked += 1;
        }
    }
    println!("{asked} situations of ten kinds");
    assert!(asked > 200);
}

/// The answers a question can be given, one of each kind.
fn answers(question: &Question) -> Vec<Value> {
    match &question.answer {
        Answer::YesNo { unknown } => {
            let unknown = unknown.as_ref().map(|_| Value::Null);
            [json!(true), json!(false)].into_iter().chain(unknown).collect()
        }
        Answer::Choice { options } => options.iter().map(|one| json!(one.value)).collect(),
        Answer::Day => vec![json!("1980-05-01")],
        Answer::Number { least } => vec![json!(least)],
        Answer::Persons { most } => (1..=*most).map(|number| json!(number)).collect(),
        Answer::Division => vec![json!("500111")],
    }
}

/// An answer as a condition names it.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

type Given = BTreeMap<&'static str, Value>;

fn is_asked(question: &Question, given: &Given) -> bool {
    question.asked_if.iter().all(|condition| {
        let earlier = given.get(condition.field).map(text);
        earlier.is_some_and(|earlier| condition.is.contains(&earlier.as_str()))
    })
}

/// Every way through the questions that changes which are asked; of the others the first answer is taken.
fn walks() -> Vec<Given> {
    let all = questions();
    let decides = |field: &str| {
        all.iter().any(|one| one.asked_if.iter().any(|condition| condition.field == field))
    };
    let mut walks = vec![Given::new()];
    for question in &all {
        let mut longer = Vec::new();
        for given in walks {
            if !is_asked(question, &given) {
                longer.push(given);
                continue;
            }
            let answers = answers(question);
            let most = if decides(question.field) { answers.len() } else { 1 };
            for answer in answers.into_iter().take(most) {
                let mut given = given.clone();
                assert_eq!(given.insert(question.field, answer), None, "{}", question.field);
                longer.push(given);
            }
        }
        walks = longer;
    }
    walks
}

/// The fact sheet as a client makes it from the answers, knowing nothing but the questions.
fn sheet(given: &Given) -> Value {
    let mut given = given.clone();
    for question in questions() {
        if let Some(otherwise) = question.otherwise {
            given.entry(question.field).or_insert_with(|| json!(otherwise));
        }
    }
    let persons: usize = text(&given["adopters"]).parse().expect("a number");
    let (mut adopter, mut parts) = (Map::new(), BTreeMap::<&str, Map<String, Value>>::new());
    parts.insert("placing", Map::new());
    for (field, answer) in &given {
        if let Some(name) = field.strip_prefix("adopters[].") {
            adopter.insert(name.to_owned(), answer.clone());
        } else if let Some((part, name)) = field.split_once('.') {
            parts.entry(part).or_default().insert(name.to_owned(), answer.clone());
        }
    }
    // The second of two spouses is asked the same; marriage is settled where there are two.
    json!({
        "as_of": "2026-11-22", "office_division": "500111",
        "competent_divisions": [given["competent_divisions"]],
        "child": parts["child"], "placing": parts["placing"], "household": parts["household"],
        "adopters": vec![Value::Object(adopter); persons],
    })
}

#[test]
fn whoever_asks_the_questions_sends_a_sheet_whose_facts_fit_together() {
    let walks = walks();
    for given in &walks {
        let sheet = sheet(given);
        let read: FactSheet = serde_json::from_value(sheet.clone()).expect("a fact sheet");
        if let Err(refusal) = read.sound() {
            panic!("{given:?} makes {sheet}: {refusal:?}");
        }
    }
    println!("{} ways through the questions", walks.len());
    assert!(walks.len() > 30);
}

#[test]
fn no_question_can_be_left_out() {
    let optional = ["adopters", "adopters[].marital_status"];
    for given in walks() {
        for field in given.keys().filter(|field| !optional.contains(field)) {
            let mut less = given.clone();
            if *field == "competent_divisions" {
                continue;
            }
            less.remove(field);
            let sheet = sheet(&less);
            let sound = serde_json::from_value::<FactSheet>(sheet).ok().map(FactSheet::sound);
            assert!(!matches!(sound, Some(Ok(_))), "{field} was asked for nothing: {given:?}");
        }
    }
}

#[test]
fn every_source_and_every_fact_of_the_sheet_is_asked_for() {
    let schema = serde_json::to_value(schemars::schema_for!(FactSheet)).expect("a schema");
    let asked: BTreeSet<&str> = questions().iter().map(|one| one.field).collect();
    let of = |name: &str, prefix: &str| -> Vec<String> {
        let properties = schema["$defs"][name]["properties"].as_object().expect(name);
        properties.keys().map(|field| format!("{prefix}{field}")).collect()
    };
    let facts = [
        of("ChildFacts", "child."),
        of("AdopterFacts", "adopters[]."),
        of("HouseholdFacts", "household."),
        of("PlacingFacts", "placing."),
    ]
    .concat();
    for fact in &facts {
        assert!(asked.contains(fact.as_str()), "nobody asks for {fact}");
    }
    let sources = questions().into_iter().find(|one| one.field == "child.source");
    let offered = answers(&sources.expect("the first question")).len();
    assert_eq!(offered, schema["$defs"]["ChildSource"]["oneOf"].as_array().expect("words").len());
}
