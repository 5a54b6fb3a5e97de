//! What forms choose from: the dictionaries, and the divisions of a day.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Query};
use schemars::JsonSchema;
use serde::Serialize;
use workflow::identity::Division;
use workflow::identity::dictionaries::Dictionary;
use workflow::identity::divisions::provinces;
use workflow::public::dictionaries;

use crate::clock;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::office;

/// The dictionaries, put together once: they are the same for everybody.
static DICTIONARIES: LazyLock<Vec<Dictionary>> = LazyLock::new(dictionaries::all);

/// The operations on what forms choose from.
pub struct Dictionaries;

/// A province, city or county on the day asked for.
#[derive(Debug, Serialize, JsonSchema)]
struct DivisionLine {
    /// 行政区划代码 (GB/T 2260)
    code: Division,
    /// What it is called.
    name: &'static str,
    /// Its name with those above it, such as 四川省成都市武侯区.
    full_name: String,
    /// Whether a county-level office can be here.
    county_office: bool,
}

impl DivisionLine {
    fn of((code, name): (Division, &'static str), on: NaiveDate) -> DivisionLine {
        DivisionLine {
            full_name: code.full_name_on(on).unwrap_or_else(|| name.to_owned()),
            county_office: code.has_county_office_on(on),
            code,
            name,
        }
    }
}

#[OpenApi(prefix_path = "/v1", tag = "Group::Service")]
impl Dictionaries {
    /// List the words of the interface in both languages, with the codes of their standards
    ///
    /// A dictionary is called as the enum or the union of this description, in small letters: `child_kind`
    /// has the words of `ChildKind`.
    #[oai(path = "/dictionaries", method = "get", operation_id = "list_dictionaries")]
    async fn dictionaries(
        &self,
        _caller: Caller,
    ) -> Result<Output<&'static [Dictionary]>, Problem> {
        Ok(Output::lasting(DICTIONARIES.as_slice()))
    }

    /// List the divisions (行政区划) directly under one, or the provinces
    #[oai(path = "/divisions", method = "get", operation_id = "list_divisions")]
    async fn divisions(
        &self,
        _caller: Caller,
        service: Data<&Arc<Service>>,
        /// The day on which they stand; today where it is not said
        on: Query<Option<NaiveDate>>,
        /// The code of the province or city whose divisions are asked for
        under: Query<Option<String>>,
    ) -> Result<Output<Vec<DivisionLine>>, Problem> {
        let asked = on.0;
        let on = match asked {
            Some(day) if clock::is_plausible(day) => day,
            Some(_) => return Err(not_a("on", "日期", "a day")),
            None => office::load(service.app.store.reader()).await?.today(),
        };
        let lines = match under.0.map(Division) {
            None => provinces(on).map(|division| DivisionLine::of(division, on)).collect(),
            Some(division) if division.exists_on(on) => {
                division.under(on).map(|division| DivisionLine::of(division, on)).collect()
            }
            Some(_) => return Err(not_a("under", "该日的行政区划代码", "a division of that day")),
        };
        // Today's divisions are others tomorrow; those of a day stay.
        Ok(if asked.is_some() { Output::lasting(lines) } else { Output::new(lines) })
    }
}

fn not_a(field: &str, zh: &str, en: &str) -> Problem {
    Problem::new(Kind::Malformed).broken(
        "input-query-parameter",
        Some(field.to_owned()),
        format!("查询参数不是{zh}"),
        format!("The parameter is not {en}"),
    )
}
