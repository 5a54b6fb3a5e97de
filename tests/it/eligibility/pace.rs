//! A real office answers one address only so often; a practice office always.

use reqwest::Method;

use super::{PATH, sheet};
use crate::real_office::{Place, send};
use crate::support::Answer;
use crate::support::database::Backend;

/// More than one address may ask, however slowly each question is answered.
const MANY: usize = 1_000;

#[tokio::test]
async fn a_real_office_lets_one_address_ask_only_so_often() {
    let place = Place::new(Backend::Sqlite).await;
    let founded = place.init().await;
    assert_eq!(founded.code, Some(0), "{}", founded.complained);
    let server = place.serve().await;
    let mut refused: Option<Answer> = None;
    for asked in 0..MANY {
        let answer = send(&server, Method::POST, PATH, sheet()).await;
        if answer.status.as_u16() == 429 {
            assert!(asked >= 30, "refused after {asked} questions");
            refused = Some(answer);
            break;
        }
        answer.expect(200);
    }
    let refused = refused.expect("somebody who asks without end is told to wait");
    assert!(refused.header("content-type").starts_with("application/problem+json"));
    let seconds: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=60).contains(&seconds), "{seconds}");
    tokio::time::sleep(std::time::Duration::from_secs(seconds)).await;
    send(&server, Method::POST, PATH, sheet()).await.expect(200);
    assert_eq!(server.terminate().await, Some(0));
}
