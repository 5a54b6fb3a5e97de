//! Where is asked: cases that stand differently, and a case that is none.

use std::collections::BTreeSet;

use workflow::Role;
use workflow::rights::{Access, Action, Relation, may};

use crate::support::database::Database;
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Office, Story};

/// A case nobody has opened.
pub const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

/// How a role's first person stands to a case.
type Tie = fn(Role) -> Relation;

/// A case and how each role's first person stands to it.
pub struct Place {
    /// What it is.
    pub name: &'static str,
    /// Its id.
    pub case: String,
    /// How people stand to it; to a case that is none, nobody stands.
    pub tie: Option<Tie>,
    /// One of its documents.
    pub document: String,
}

impl Place {
    /// What the table of rights says of a role's first person here.
    pub fn right(&self, role: Role, action: Action) -> Access {
        let may = |tie: Tie| may(&BTreeSet::from([role]), tie(role), action);
        self.tie.map_or(Access::Hidden, may)
    }
}

/// An application, a case under assessment, a registered adoption, and a case that is none.
pub async fn places(office: &Office) -> Vec<Place> {
    const OWN: Relation = Relation { is_own_office: true, ..Relation::NONE };
    let mut applied = Story::apply(office, application(1)).await;
    applied.file("health_certificate", Some("adopter_1"), scan()).await;
    let mut assessed = Story::apply(office, application(2)).await;
    assessed.bring_everything().await;
    assessed.accept().await;
    assessed.begin_assessment().await;
    let mut registered = Story::apply(office, application(3)).await;
    registered.prepare_proposal().await;
    registered.decide().await;
    registered.register_and_issue().await;
    const PLACED: Relation = Relation { is_placer: true, ..OWN };
    let ties: [(&'static str, Tie); 3] = [
        ("an application", |_| PLACED),
        ("an assessment", |role| Relation { is_assigned: role == Role::Assessor, ..PLACED }),
        ("an adoption", |_| Relation { is_registered: true, ..OWN }),
    ];
    let mut places = Vec::new();
    for (story, (name, tie)) in [applied, assessed, registered].into_iter().zip(ties) {
        let document = story.document("application_form", None).await;
        let document = document["id"].as_str().expect("an id").to_owned();
        places.push(Place { name, case: story.case, tie: Some(tie), document });
    }
    let document = places.first().map_or_else(String::new, |place| place.document.clone());
    places.push(Place { name: "no case", case: UNKNOWN.to_owned(), tie: None, document });
    places
}

/// The versions of the cases.
pub async fn versions(database: &Database, places: &[Place]) -> Vec<i64> {
    let mut versions = Vec::new();
    for place in places.iter().filter(|place| place.tie.is_some()) {
        versions.push(version(database, &place.case).await);
    }
    versions
}

/// The version of a case, read around the program so that the access log is not touched.
pub async fn version(database: &Database, case: &str) -> i64 {
    let question =
        format!("SELECT CAST(MAX(version) AS BIGINT) FROM event WHERE case_id = '{case}'");
    let found = database.numbers(&question).await;
    found.first().copied().expect("a version")
}
