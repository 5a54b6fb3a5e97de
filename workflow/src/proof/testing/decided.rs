//! A decision, with the proof that the law looked at nothing the act does not say it looks at. What an act
//! does not look at is not looked up for it, so a rule that asked for it would be asked in vain.

use crate::steps::Decision;
use crate::{Case, Command, Facts};

/// What the law decides, the same with and without what the act does not look at.
pub fn decide(case: &Case, command: &Command, facts: &Facts) -> Decision {
    let decision = crate::decide(case, command, facts);
    if let Some(looked_up) = what_is_looked_up(command, facts) {
        let act = command.act();
        assert_eq!(decision, crate::decide(case, command, &looked_up), "{act:?} looks at more");
    }
    decision
}

/// The facts as they are looked up for a command, where these hold more.
fn what_is_looked_up(command: &Command, facts: &Facts) -> Option<Facts> {
    let without_cases = !command.looks_at_other_cases() && !facts.other_cases.is_empty();
    let without_documents = !command.looks_at_documents() && !facts.documents.is_empty();
    (without_cases || without_documents).then(|| {
        let mut looked_up = facts.clone();
        if without_cases {
            looked_up.other_cases.clear();
        }
        if without_documents {
            looked_up.documents.clear();
        }
        looked_up
    })
}
