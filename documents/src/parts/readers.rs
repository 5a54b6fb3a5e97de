//! Who reads a paper: each function composes a paper for its readers, who see of a case kept secret
//! what they may.

use workflow::access::secrecy::{Side, side_of};
use workflow::case::{Case, Ending, Party};
use workflow::procedures::taking_part;

use crate::parts::copies::Copies;
use crate::parts::secrecy::View;

/// The office itself, or whoever it is: the paper names nobody a reader may not know, or the law
/// asks that it does. The public notice speaks of no adopter, and must say who looks after the child.
pub(crate) fn the_office<T>(
    case: &Case,
    party: Option<Party>,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<T> {
    compose(&View::whole(case, party))
}

/// The side that adopts.
pub(crate) fn the_adopters<T>(
    case: &Case,
    party: Option<Party>,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<T> {
    compose(&View::of(case, Some(Side::Adopting), party)?)
}

/// The side that places.
pub(crate) fn the_placers<T>(
    case: &Case,
    party: Option<Party>,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<T> {
    compose(&View::of(case, Some(Side::Placing), party)?)
}

/// The party the paper concerns, and its side.
pub(crate) fn its_party<T>(
    case: &Case,
    party: Option<Party>,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<T> {
    let side = party.and_then(|party| side_of(case, party));
    compose(&View::of(case, side, party)?)
}

/// The party that withdrew, and its side.
pub(crate) fn who_withdrew<T>(
    case: &Case,
    party: Option<Party>,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<T> {
    let side = match &case.ending {
        Some(Ending::Withdrawn { party, .. }) => side_of(case, *party),
        _ => None,
    };
    compose(&View::of(case, side, party)?)
}

/// All parties: one copy, or one for each side.
pub(crate) fn each_side<T>(
    case: &Case,
    party: Option<Party>,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<Copies<T>> {
    if !case.wishes.secrecy {
        return Some(Copies::one(compose(&View::whole(case, party))?));
    }
    let copy = compose(&View::of(case, Some(Side::Adopting), party)?)?;
    let divided =
        taking_part(case).into_iter().any(|party| side_of(case, party) == Some(Side::Placing));
    if !divided {
        return Some(Copies::one(copy));
    }
    let other = Some(compose(&View::of(case, Some(Side::Placing), party)?)?);
    Some(Copies { copy, other, applicant: None })
}

/// All parties, and whoever applied without being one, where the parties asked for secrecy; else all
/// read the same.
pub(crate) fn each_side_and_the_applicant<T>(
    case: &Case,
    party: Option<Party>,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<Copies<T>> {
    let mut answers = each_side(case, party, &compose)?;
    if case.wishes.secrecy && case.signing_name(Party::InterestedPerson).is_some() {
        answers.applicant = Some(compose(&View::for_the_applicant(case, party)?)?);
    }
    Some(answers)
}
