//! What a teller waits for: the office's own work, and the days as they pass.

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use reqwest::Method;
use serde_json::json;

use super::{Answer, Office, Person};

/// How long the jobs may take: one whose server was killed several times waits three minutes.
const PATIENCE: Duration = Duration::from_secs(240);

impl Office {
    /// Waits until every job that was called for is done; one that failed for good is a failure. The
    /// first is called for by the office itself, soon after it opens.
    pub async fn at_rest(&self) {
        let none =
            "SELECT 'no job yet' WHERE NOT EXISTS (SELECT 1 FROM job WHERE kind = 'pass_time')";
        let open = "SELECT kind FROM job WHERE state IN ('ready', 'running')";
        self.wait_for_no(&format!("{none} UNION ALL {open}")).await;
        let dead = "SELECT kind || ': ' || failure FROM job WHERE state = 'dead'";
        assert_eq!(self.database().await.texts(dead).await, Vec::<String>::new());
    }

    async fn wait_for_no(&self, rows: &str) {
        let database = self.watched.get_or_init(|| self.database()).await;
        let began = Instant::now();
        while !database.texts(rows).await.is_empty() {
            assert!(began.elapsed() < PATIENCE, "the jobs do not end: {}", self.complaints());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The legal day.
    pub async fn today(&self) -> NaiveDate {
        let clock = self.read(Person::REGISTRAR, "/v1/practice/clock").await;
        clock["today"].as_str().and_then(|day| day.parse().ok()).expect("a day")
    }

    /// Sets the legal day; the worker looks then, even where it is the same as before.
    pub async fn set_day(&self, day: NaiveDate) -> Answer {
        let request = self.request(Person::REGISTRAR, Method::PUT, "/v1/practice/clock").await;
        self.send(request.json(&json!({ "today": day }))).await
    }

    /// Moves the legal day, but never back: other stories of this office may be further on. What the days
    /// brought by themselves is written down before anybody acts on the new one.
    pub async fn move_to(&self, day: NaiveDate) {
        if self.today().await < day {
            let answer = self.set_day(day).await;
            // Another story may have moved it further since it was looked at; it is never moved back.
            if self.today().await < day {
                answer.expect(200);
            }
            let open =
                "SELECT kind FROM job WHERE kind = 'pass_time' AND state IN ('ready', 'running')";
            self.wait_for_no(open).await;
        }
    }
}
