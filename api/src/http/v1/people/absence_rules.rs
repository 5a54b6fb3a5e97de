//! What is said of an absence, and everything that may be wrong with it.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::Deserialize;
use workflow::{Role, UserId};

use crate::clock::is_plausible;
use crate::http::answer::{Kind, Problem};
use crate::http::sign_in::caller::Person;
use crate::http::sign_in::powers::wall_between;
use crate::store::people::absences::{self, LENT};
use crate::store::people::{self, Account};
use crate::store::{StoreError, Transaction};

/// The longest absence, in days: longer ones need another officer, not a substitute.
const LONGEST: u64 = 366;

/// An officer on leave.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AbsenceRequest {
    /// Who is away: a registrar, a leader or an archivist.
    pub(super) person: UserId,
    /// The first day.
    pub(super) from: NaiveDate,
    /// The last day.
    pub(super) until: NaiveDate,
    /// Who stands in: another officer.
    pub(super) substitute: UserId,
    /// Why, in a few words.
    pub(super) reason: String,
}

pub(super) fn holds_one_of(roles: &BTreeSet<Role>, some: &[Role]) -> bool {
    some.iter().any(|role| roles.contains(role))
}

/// Refuses an absence with every rule it breaks.
pub(super) async fn expect_right(
    transaction: &Transaction,
    wanted: &AbsenceRequest,
    by: &Person,
    today: NaiveDate,
) -> Result<(), Problem> {
    let mut faults = Faults::default();
    faults.check_days(wanted, today);
    faults.check_persons(transaction, wanted, by).await?;
    faults.check_others(transaction, wanted).await?;
    faults.into_result()
}

/// The rules that are broken, each with its field and its words.
#[derive(Default)]
struct Faults(Vec<(&'static str, &'static str, &'static str, &'static str)>);

impl Faults {
    fn expect(
        &mut self,
        right: bool,
        (rule, field): (&'static str, &'static str),
        zh: &'static str,
        en: &'static str,
    ) {
        if !right {
            self.0.push((rule, field, zh, en));
        }
    }

    fn into_result(self) -> Result<(), Problem> {
        if self.0.is_empty() {
            return Ok(());
        }
        let problem = Problem::new(Kind::InvalidValues);
        Err(self.0.into_iter().fold(problem, |problem, (rule, field, zh, en)| {
            problem.broken(rule, Some(field.to_owned()), zh, en)
        }))
    }

    fn check_days(&mut self, wanted: &AbsenceRequest, today: NaiveDate) {
        let AbsenceRequest { from, until, reason, .. } = wanted;
        let longest = from.checked_add_days(Days::new(LONGEST));
        let fits = is_plausible(*from)
            && is_plausible(*until)
            && from <= until
            && longest.is_some_and(|longest| *until < longest)
            && today <= *until;
        self.expect(
            fits,
            ("absence-days", "until"),
            "起止日期有误：止日不得早于起日和今日，最长 366 天",
            "The last day is not before the first nor before today, and at most 366 days run",
        );
        let fits = reason.trim() == reason && (1..=200).contains(&reason.chars().count());
        self.expect(
            fits,
            ("input-value", "reason"),
            "须为 1 至 200 个字符，首尾不留空白",
            "1 to 200 characters without blanks at the ends",
        );
    }

    async fn check_persons(
        &mut self,
        transaction: &Transaction,
        wanted: &AbsenceRequest,
        by: &Person,
    ) -> Result<(), StoreError> {
        let open = |account: Option<Account>| {
            let open = account.filter(|account| account.disabled_at.is_none());
            open.map(|account| account.profile.roles.into_iter().collect::<BTreeSet<Role>>())
        };
        let person = open(people::find(transaction, wanted.person).await?).unwrap_or_default();
        let substitute = open(people::find(transaction, wanted.substitute).await?);
        let substitute = substitute.unwrap_or_default();
        self.expect(
            holds_one_of(&person, &LENT),
            ("absence-person", "person"),
            "请假人须为在职的登记员、负责人或档案员",
            "Who is away is a registrar, leader or archivist with an open account",
        );
        self.expect(
            holds_one_of(&substitute, &LENT) && wanted.person != wanted.substitute,
            ("absence-substitute", "substitute"),
            "代办人须为另一名在职的登记员、负责人或档案员",
            "Who stands in is another registrar, leader or archivist with an open account",
        );
        self.expect(
            wanted.substitute != by.asker.actor.id,
            ("absence-own-substitute", "substitute"),
            "不得指定自己为代办人",
            "Nobody names themselves as the substitute",
        );
        let lent = person.into_iter().filter(|role| LENT.contains(role));
        let together = lent.chain(substitute).collect();
        self.expect(
            wall_between(&together).is_none(),
            ("absence-separate-powers", "substitute"),
            "代办后将兼有不得兼任的角色",
            "The substitute would hold roles that nobody may hold together",
        );
        Ok(())
    }

    /// Nobody is away twice, and who is away stands in for nobody.
    async fn check_others(
        &mut self,
        transaction: &Transaction,
        wanted: &AbsenceRequest,
    ) -> Result<(), StoreError> {
        let AbsenceRequest { person, substitute, from, until, .. } = wanted;
        let others =
            absences::touching(transaction, &[*person, *substitute], *from, *until).await?;
        let is_away = |user| others.iter().any(|other| other.person == user);
        self.expect(
            !is_away(*person),
            ("absence-twice", "person"),
            "请假人在此期间已有请假",
            "The person is away on some of these days already",
        );
        self.expect(
            !is_away(*substitute),
            ("absence-substitute-away", "substitute"),
            "代办人在此期间请假",
            "The substitute is away on some of these days",
        );
        self.expect(
            !others.iter().any(|other| other.substitute == *person),
            ("absence-stands-in", "person"),
            "请假人在此期间正在为他人代办，请先另行安排",
            "The person stands in for another on these days; arrange that first",
        );
        Ok(())
    }
}
