//! Which roles one person may not hold together.

use std::collections::BTreeSet;

use workflow::Role;

use crate::http::answer::{Kind, Problem};

/// Roles that stand alone: one manages accounts and sees no case, the other sees who did what.
const ALONE: [Role; 2] = [Role::Administrator, Role::Auditor];
/// Those who match and decide know nothing of donations, so that neither sways the other.
const BEYOND_THE_WALL: [Role; 3] = [Role::Registrar, Role::Leader, Role::Assessor];

/// Those who decide, who give powers and who see who did what: a password alone does not vouch for them.
const WITH_A_FACTOR: [Role; 3] = [Role::Leader, Role::Administrator, Role::Auditor];

/// Whether whoever holds these roles works with a second factor, where the office demands one.
pub fn work_with_factor(roles: &BTreeSet<Role>) -> bool {
    WITH_A_FACTOR.iter().any(|role| roles.contains(role))
}

/// A rule that keeps powers apart, with its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wall {
    /// The rule.
    pub rule: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// The rule these roles together would break.
pub fn wall_between(roles: &BTreeSet<Role>) -> Option<Wall> {
    let holds = |some: &[Role]| some.iter().any(|role| roles.contains(role));
    if roles.len() > 1 && holds(&ALONE) {
        return Some(Wall {
            rule: "account-separate-powers",
            zh: "系统管理员、审计员不得兼任其他角色",
            en: "An administrator or auditor may hold no other role",
        });
    }
    if roles.contains(&Role::DonationClerk) && holds(&BEYOND_THE_WALL) {
        return Some(Wall {
            rule: "account-donation-wall",
            zh: "捐赠管理人员不得兼任登记员、负责人或评估员，捐赠不得与收养挂钩",
            en: "Who handles donations may not register, approve or assess adoptions",
        });
    }
    None
}

/// Refuses roles that must be apart.
///
/// # Errors
/// [`Kind::InvalidValues`] with the rule.
pub fn expect_separate(roles: &[Role], field: &str) -> Result<(), Problem> {
    match wall_between(&roles.iter().copied().collect()) {
        None => Ok(()),
        Some(wall) => Err(wall.problem(field)),
    }
}

impl Wall {
    /// The refusal, at a field of the request.
    pub fn problem(self, field: &str) -> Problem {
        let problem = Problem::new(Kind::InvalidValues);
        problem.broken(self.rule, Some(field.to_owned()), self.zh, self.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(roles: &[Role]) -> Option<&'static str> {
        wall_between(&roles.iter().copied().collect()).map(|wall| wall.rule)
    }

    #[test]
    fn administrators_auditors_and_donation_clerks_are_kept_apart() {
        for alone in Role::ALL {
            assert_eq!(rule(&[alone]), None);
        }
        assert_eq!(rule(&[Role::Registrar, Role::Archivist]), None);
        assert_eq!(rule(&[Role::DonationClerk, Role::Archivist]), None);
        for other in [Role::Registrar, Role::DonationClerk] {
            assert_eq!(rule(&[other, Role::Administrator]), Some("account-separate-powers"));
            assert_eq!(rule(&[Role::Auditor, other]), Some("account-separate-powers"));
        }
        for decides in BEYOND_THE_WALL {
            assert_eq!(rule(&[decides, Role::DonationClerk]), Some("account-donation-wall"));
        }
    }
}
