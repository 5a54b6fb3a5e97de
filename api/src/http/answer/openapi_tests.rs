//! Schemas from types: closed, named, and every reference resolved.

use super::*;
use crate::http::answer::output::Output;
use crate::http::body::input::Input;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Address {
    street: String,
    #[serde(default)]
    note: String,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Person {
    name: String,
    address: Address,
}

struct Api;

#[OpenApi]
impl Api {
    #[oai(path = "/people", method = "post", operation_id = "create_person")]
    async fn create(&self, person: Input<Person>) -> Result<Output<Person>, Problem> {
        Ok(Output::new(person.0))
    }

    #[oai(path = "/people", method = "get", operation_id = "list_people")]
    async fn list(&self) -> Result<Output<Vec<Person>>, Problem> {
        Ok(Output::new(Vec::new()))
    }
}

#[test]
fn schemas_come_from_the_types_and_every_reference_leads_somewhere() {
    let document = document(&OpenApiService::new(Api, "t", "1")).expect("no clash");
    let schemas = document["components"]["schemas"].as_object().expect("there are schemas");
    let names: Vec<&str> = schemas.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Address",
            "AddressAnswer",
            "Array_of_Person",
            "Person",
            "PersonAnswer",
            "Problem",
            "Violation",
            "ViolationPlace"
        ]
    );
    let operation = &document["paths"]["/people"]["post"];
    let body = &operation["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    assert_eq!(body, "#/components/schemas/Person");
    let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"];
    assert_eq!(answer, "#/components/schemas/PersonAnswer");
    assert_eq!(schemas["Person"]["additionalProperties"], false);
    for target in document.to_string().split("\"$ref\":\"#/components/schemas/").skip(1) {
        let target = target.split('"').next().unwrap_or_default();
        assert!(schemas.contains_key(target), "{target}");
    }
}
