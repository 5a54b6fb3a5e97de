//! What the lists show of twenty thousand cases: each once, in order, counted no further than is said.

use workflow::case::ChildKind;

use super::databases;
use super::plans::{NOBODY, fill, of_deadlines, unfiltered};
use crate::store::asker::Scope;
use crate::store::cases::deadlines::{self, COUNTED, Nearness};
use crate::store::cases::ledger::{self, Question, Sort};

#[tokio::test]
async fn page_after_page_shows_each_case_once_and_in_order() {
    for database in databases().await {
        fill(&database.store).await;
        let reader = database.store.reader();
        for sort in [Sort::Received, Sort::Deadline, Sort::Kind, Sort::Stage, Sort::Officer] {
            let mut question = Question {
                kind: Some(ChildKind::GuardianOrphan),
                limit: 150,
                ..unfiltered(sort, None)
            };
            let mut shown = Vec::new();
            loop {
                let page = ledger::page(reader, &question).await.expect("a page");
                shown.extend(page.lines.iter().map(|line| {
                    let urgent_on = line.next_deadline.as_ref().map(|(_, on)| on.to_string());
                    let sorted_by = match sort {
                        Sort::Received => line.received_on.to_string(),
                        Sort::Deadline => urgent_on.unwrap_or_else(|| "9999-12-31".to_owned()),
                        Sort::Kind => line.kind.word().to_owned(),
                        Sort::Stage => line.stage.word().to_owned(),
                        Sort::Officer => line.officer.to_string(),
                    };
                    (sorted_by, line.number.clone())
                }));
                question.after = page.next;
                if question.after.is_none() {
                    break;
                }
            }
            let mut sorted = shown.clone();
            sorted.sort();
            sorted.dedup();
            if sort == Sort::Received {
                sorted.reverse();
            }
            assert_eq!(shown.len(), 2000, "{}", database.name);
            assert_eq!(shown, sorted, "{}", database.name);
        }
    }
}

#[tokio::test]
async fn deadlines_are_counted_to_a_hundred_and_no_further() {
    for database in databases().await {
        fill(&database.store).await;
        let reader = database.store.reader();
        let office = Scope { office: true, ..NOBODY };
        let everybodys =
            deadlines::counts(reader, &of_deadlines(office, Vec::new())).await.expect("counts");
        assert_eq!((everybodys.overdue.number, everybodys.overdue.more), (COUNTED, true));
        assert!(everybodys.due.number < COUNTED && !everybodys.due.more, "{everybodys:?}");
        let question = of_deadlines(office, Vec::new());
        let due =
            deadlines::due(reader, &question, Some(Nearness::Due), 200).await.expect("a list");
        assert_eq!(u64::try_from(due.len()), Ok(everybodys.due.number), "{}", database.name);
        let nobodys =
            deadlines::counts(reader, &of_deadlines(NOBODY, Vec::new())).await.expect("counts");
        assert_eq!(nobodys, deadlines::Counts::default(), "{}", database.name);
    }
}
