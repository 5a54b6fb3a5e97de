//! A real office answers one address only so often; a practice office always.

use std::time::Instant;

use reqwest::Method;

use super::{PATH, sheet};
use crate::real_office::{Place, send};
use crate::support::database::Backend;

/// More than one address may ask at once.
const MANY: u64 = 70;

#[tokio::test]
async fn a_real_office_lets_one_address_ask_only_so_often() {
    let place = Place::new(Backend::Sqlite).await;
    let founded = place.init().await;
    assert_eq!(founded.code, Some(0), "{}", founded.complained);
    let server = place.serve().await;
    let began = Instant::now();
    let mut asked = 0;
    let refused = loop {
        let answer = send(&server, Method::POST, PATH, sheet()).await;
        if answer.status.as_u16() == 429 {
            assert!(asked >= 30, "refused after {asked} questions");
            break answer;
        }
        answer.expect(200);
        asked += 1;
        // On a slow machine the pace gives some back meanwhile, one each second.
        assert!(asked < MANY + began.elapsed().as_secs(), "{asked} questions were answered");
    };
    assert!(refused.header("content-type").starts_with("application/problem+json"));
    let seconds: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=60).contains(&seconds), "{seconds}");
    tokio::time::sleep(std::time::Duration::from_secs(seconds)).await;
    send(&server, Method::POST, PATH, sheet()).await.expect(200);
    assert_eq!(server.terminate().await, Some(0));
}
