//! Children of cases that a text names. Names are found by their keyed hashes, so every part of the text that
//! may be a name is asked for; what is found is then read in the case itself.

use std::collections::BTreeSet;

use workflow::CaseId;
use workflow::case::terms::{Term, TermKind};
use workflow::identity::names::compared_name;

use crate::secret::OfficeSecret;
use crate::store::cases::{self, terms};
use crate::store::{Reader, StoreError};

/// Names of so many characters are asked for whole, longer ones by their beginning. A name of one character
/// would be found in any text.
const WHOLE: std::ops::RangeInclusive<usize> = 2..=4;

/// The cases of whose child one of these texts has the name.
pub(super) async fn named_in(
    reader: &impl Reader,
    secret: &OfficeSecret,
    texts: &[String],
) -> Result<BTreeSet<CaseId>, StoreError> {
    let texts: Vec<String> = texts.iter().map(|text| compared_name(text)).collect();
    let asked: BTreeSet<Term> = texts.iter().flat_map(|text| possible_names(text)).collect();
    let mut named = BTreeSet::new();
    for case_id in terms::having_any(reader, secret, asked).await? {
        let Some(history) = cases::load(reader, case_id).await? else { continue };
        let name = compared_name(&history.case.child.name);
        let is_name = name.chars().count() >= *WHOLE.start();
        if is_name && texts.iter().any(|text| text.contains(&name)) {
            named.insert(case_id);
        }
    }
    Ok(named)
}

fn possible_names(text: &str) -> BTreeSet<Term> {
    let characters: Vec<char> = text.chars().collect();
    let mut names = BTreeSet::new();
    for length in WHOLE {
        names
            .extend(characters.windows(length).map(|part| (TermKind::Name, part.iter().collect())));
    }
    let beginnings = characters.windows(*WHOLE.end());
    names.extend(beginnings.map(|part| (TermKind::NameBeginning, part.iter().collect())));
    names
}
