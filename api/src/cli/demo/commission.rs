//! 委托评估: the office commissions the body that the invented assessors work for, so that their report is signed
//! and bears its seal.

use chrono::Months;
use reqwest::Method;
use serde_json::{Value, json};
use workflow::Role;
use workflow::case::assessment::AssessingBody;
use workflow::cast::practice::organisation;
use workflow::cast::staff;
use workflow::staff::{Agency, Body};

use super::client::{answered, text};
use super::teller::{ADMINISTRATOR, ASSESSOR, OTHER_ASSESSOR, Teller};
use crate::cli::stop::Stop;

/// Enters the body with an agreement of a year from today, and both assessors as its full-time people.
pub(super) async fn commission(teller: &mut Teller) -> Result<(), Stop> {
    teller.read_clock().await?;
    let name = organisation(Role::Assessor).unwrap_or_default().to_owned();
    let mut agency = Agency { name: name.clone(), ..staff::commissioned() };
    let Body::Commissioned { agreement, .. } = &mut agency.body else {
        return Err(Stop::failed("the body is not commissioned"));
    };
    agreement.from = teller.today;
    agreement.until = teller.today + Months::new(12);
    let agreement_number = agreement.number.clone();
    let request = teller.client.request(ADMINISTRATOR, Method::POST, "/v1/agencies").await?;
    let entered: Value =
        answered(request.json(&agency)).await?.json().await.map_err(Stop::failed)?;
    let id = text(&entered, "id")?;
    let assessors = teller.client.read(ADMINISTRATOR, "/v1/assessors").await?;
    for person in [ASSESSOR, OTHER_ASSESSOR] {
        let user = teller.account(person).await?;
        let mut lines = assessors.as_array().into_iter().flatten();
        let line = lines.find(|line| line.get("user") == Some(&json!(user)));
        let Some(Value::Object(mut standing)) = line.and_then(|line| line.get("standing")).cloned()
        else {
            return Err(Stop::failed("nothing is on file of an assessor"));
        };
        standing.insert("agency".to_owned(), json!(id));
        // The invented record checks reach far ahead; on file is what was checked by today.
        if let Some(Value::Array(checks)) = standing.get_mut("screenings") {
            let today = json!(teller.today);
            checks.retain(|check| check.get("on").and_then(Value::as_str) <= today.as_str());
        }
        standing.insert("employment".to_owned(), json!("full_time"));
        let path = format!("/v1/people/{user}/standing");
        let request = teller.client.request(ADMINISTRATOR, Method::PUT, &path).await?;
        answered(request.json(&standing)).await?;
    }
    println!("     委托{name}评估，协议{agreement_number}");
    teller.body = AssessingBody::ThirdParty { name, agreement_number };
    Ok(())
}
