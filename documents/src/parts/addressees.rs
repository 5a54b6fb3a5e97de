//! To whom a paper goes.

use workflow::case::{Case, Party};
use workflow::law::child::ADULT_AGE;
use workflow::law::time::periods::age_on;
use workflow::procedures::taking_part;

use crate::parts::people::shown_name;
use crate::parts::secrecy::View;

/// Who is told what became of an application: all who take part, and who applied without being a party.
pub(crate) fn answered(case: &Case) -> Vec<Party> {
    let outsider = case.signing_name(Party::InterestedPerson).map(|_| Party::InterestedPerson);
    taking_part(case).into_iter().chain(outsider).collect()
}

/// Whom a paper to everybody goes to: all who take part, but for the side that is hidden; a minor is
/// stood for by the others.
pub(crate) fn addressees(case: &View<'_>) -> Vec<String> {
    addressed(case, taking_part(case))
}

/// To whom the answer to an application is addressed, the same way.
pub(crate) fn answer_addressees(case: &View<'_>) -> Vec<String> {
    addressed(case, answered(case))
}

fn addressed(case: &View<'_>, parties: Vec<Party>) -> Vec<String> {
    let minor = age_on(case.child.birth_date, case.applied_on) < ADULT_AGE;
    let told = parties
        .into_iter()
        .filter(|party| !(case.hides(*party) || minor && *party == Party::Child));
    told.filter_map(|party| shown_name(case, party)).collect()
}
