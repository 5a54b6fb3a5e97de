//! The table of operations: which path and method leads to which, asked before anything is read.
//!
//! It tells an unknown path from a wrong method, names the operation for the log without the
//! identifiers in its path, and knows which query parameters an operation takes. Operations of
//! the practice mode are simply not in the table of a real office.

use std::collections::BTreeSet;

use poem::http::Method;
use poem_openapi::registry::{MetaApi, MetaParamIn};

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    method: Method,
    steps: Vec<Step>,
    /// The path with names in place of identifiers.
    pub template: String,
    /// The operation's id, such as `record_acceptance`.
    pub id: String,
    query: Query,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Fixed(String),
    Parameter,
    /// One step or more, whatever they are.
    Rest,
}

/// What may follow the path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Query {
    /// These parameters and no others.
    Named(BTreeSet<String>),
    /// Anything: a page reads it in the browser, and those who pass a link on add to it.
    Unread,
}

/// What the table says of a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// It is this operation.
    Operation(&'a Operation),
    /// The path exists, with these methods.
    OtherMethods(String),
    /// There is no such path.
    Nothing,
}

/// All operations that can be asked for.
#[derive(Debug, Default)]
pub struct Operations {
    operations: Vec<Operation>,
}

impl Operations {
    /// The operations the interface describes.
    pub fn described(apis: &[MetaApi]) -> Operations {
        let mut operations = Operations::default();
        for path in apis.iter().flat_map(|api| &api.paths) {
            for described in &path.operations {
                let query = described
                    .params
                    .iter()
                    .filter(|parameter| parameter.in_type == MetaParamIn::Query)
                    .map(|parameter| parameter.name.clone());
                let id = described.operation_id.unwrap_or("unnamed");
                let query = Query::Named(query.collect());
                operations.push(described.method.clone(), &path.path, id, query);
            }
        }
        operations
    }

    /// Adds a page that is not part of the described interface.
    pub fn with_page(mut self, path: &str, id: &str) -> Operations {
        self.push(Method::GET, path, id, Query::Named(BTreeSet::new()));
        self
    }

    /// Adds an address of the browser pages; `{*rest}` at its end is whatever follows.
    pub fn with_portal(mut self, path: &str, id: &str) -> Operations {
        self.push(Method::GET, path, id, Query::Unread);
        self
    }

    fn push(&mut self, method: Method, template: &str, id: &str, query: Query) {
        let steps = template.split('/').map(|step| match step {
            _ if step.starts_with("{*") => Step::Rest,
            _ if step.starts_with('{') => Step::Parameter,
            fixed => Step::Fixed(fixed.to_owned()),
        });
        self.operations.push(Operation {
            method,
            steps: steps.collect(),
            template: template.to_owned(),
            id: id.to_owned(),
            query,
        });
    }

    /// Looks a request up. HEAD is answered wherever GET is.
    pub fn find(&self, method: &Method, path: &str) -> Found<'_> {
        let path: Vec<&str> = path.split('/').collect();
        let here: Vec<&Operation> =
            self.operations.iter().filter(|operation| operation.is_at(&path)).collect();
        // A fixed step is a better match than a parameter in its place.
        let fixed = here.iter().map(|operation| operation.fixed_steps()).max().unwrap_or_default();
        let here: Vec<&Operation> =
            here.into_iter().filter(|operation| operation.fixed_steps() == fixed).collect();
        let wanted = if method == Method::HEAD { &Method::GET } else { method };
        match here.iter().find(|operation| operation.method == *wanted) {
            Some(operation) => Found::Operation(operation),
            None if here.is_empty() => Found::Nothing,
            None => Found::OtherMethods(methods(&here)),
        }
    }
}

fn methods(operations: &[&Operation]) -> String {
    let mut names: BTreeSet<&str> =
        operations.iter().map(|operation| operation.method.as_str()).collect();
    if names.contains("GET") {
        names.insert("HEAD");
    }
    names.into_iter().collect::<Vec<_>>().join(", ")
}

impl Operation {
    fn is_at(&self, path: &[&str]) -> bool {
        let is_open = self.steps.last() == Some(&Step::Rest);
        let has_length = self.steps.len() == path.len() || is_open && self.steps.len() < path.len();
        has_length
            && self.steps.iter().zip(path).all(|(step, given)| match step {
                Step::Fixed(fixed) => fixed == given,
                Step::Parameter => !given.is_empty(),
                Step::Rest => true,
            })
    }

    fn fixed_steps(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step, Step::Fixed(_))).count()
    }

    /// Whether the operation takes this query parameter.
    pub fn takes(&self, parameter: &str) -> bool {
        match &self.query {
            Query::Named(names) => names.contains(parameter),
            Query::Unread => true,
        }
    }

    /// Whether it is an address of the browser pages.
    pub fn is_of_the_portal(&self) -> bool {
        self.query == Query::Unread
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Operations {
        let mut table = Operations::default().with_page("/healthz", "read_health");
        let nothing = || Query::Named(BTreeSet::new());
        let by_stage = Query::Named(BTreeSet::from(["stage".to_owned()]));
        table.push(Method::POST, "/v1/cases", "create_case", nothing());
        table.push(Method::GET, "/v1/cases", "list_cases", by_stage);
        table.push(Method::GET, "/v1/cases/{id}", "read_case", nothing());
        table.push(Method::POST, "/v1/cases/search", "search_cases", nothing());
        table.with_portal("/desk", "read_portal").with_portal("/desk/{*rest}", "read_portal")
    }

    fn id(method: Method, path: &str) -> Option<String> {
        match table().find(&method, path) {
            Found::Operation(operation) => Some(operation.id.clone()),
            _ => None,
        }
    }

    #[test]
    fn a_request_is_its_operation_an_unknown_path_or_a_wrong_method() {
        assert_eq!(id(Method::GET, "/v1/cases/7").as_deref(), Some("read_case"));
        assert_eq!(id(Method::HEAD, "/v1/cases").as_deref(), Some("list_cases"));
        assert_eq!(id(Method::POST, "/v1/cases/search").as_deref(), Some("search_cases"));
        let table = table();
        assert_eq!(table.find(&Method::GET, "/v1/cases/"), Found::Nothing);
        assert_eq!(table.find(&Method::GET, "/v1//cases"), Found::Nothing);
        assert_eq!(table.find(&Method::GET, "/v1/cases/7/x"), Found::Nothing);
        assert_eq!(table.find(&Method::GET, "/V1/cases"), Found::Nothing);
        for page in ["/desk", "/desk/", "/desk/cases/7/papers"] {
            assert_eq!(id(Method::GET, page).as_deref(), Some("read_portal"), "{page}");
        }
        assert_eq!(table.find(&Method::GET, "/desks"), Found::Nothing);
        let others = Found::OtherMethods("GET, HEAD, POST".to_owned());
        assert_eq!(table.find(&Method::TRACE, "/v1/cases"), others);
    }
}
