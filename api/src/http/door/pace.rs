//! How often one address may ask what anybody may ask: kept in memory, for the question costs
//! little and the answer tells nothing of anybody. A practice office has no limit.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many questions an address that was silent may ask at once.
const AT_ONCE: u32 = 60;
/// How long it takes until one more may be asked.
const BETWEEN: Duration = Duration::from_secs(1);
/// How many addresses are told apart at a time; beyond them, all share one.
const MOST_ADDRESSES: usize = 20_000;
/// How often addresses that were silent for long enough are forgotten.
const BETWEEN_CLEARINGS: Duration = Duration::from_secs(5);

/// Until when each address has used up what it may ask.
#[derive(Debug, Default)]
pub struct Pace(Mutex<Used>);

#[derive(Debug, Default)]
struct Used {
    until: HashMap<IpAddr, Instant>,
    cleared: Option<Instant>,
}

impl Pace {
    /// Lets a question in, or says how long to wait.
    pub(in crate::http) fn admit(&self, address: IpAddr, now: Instant) -> Result<(), Duration> {
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        used.clear(now);
        let address = used.counted_as(neighbourhood(address));
        let until = used.until.entry(address).or_insert(now);
        let after_this = (*until).max(now) + BETWEEN;
        let ahead = after_this.duration_since(now).saturating_sub(BETWEEN * AT_ONCE);
        if ahead.is_zero() {
            *until = after_this;
            return Ok(());
        }
        Err(ahead)
    }
}

impl Used {
    fn clear(&mut self, now: Instant) {
        if self.cleared.is_none_or(|cleared| now >= cleared + BETWEEN_CLEARINGS) {
            self.until.retain(|_, until| *until > now);
            self.cleared = Some(now);
        }
    }

    /// The address a question is counted under. An attacker with many addresses fills the table
    /// and from then on slows those who are not in it, but never the machine.
    fn counted_as(&self, address: IpAddr) -> IpAddr {
        let is_full = self.until.len() >= MOST_ADDRESSES;
        if is_full && !self.until.contains_key(&address) {
            IpAddr::V6(Ipv6Addr::UNSPECIFIED)
        } else {
            address
        }
    }
}

/// A customer of IPv6 has a whole network of 64 bits, so that is what is counted.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(whole) => {
            IpAddr::V6(Ipv6Addr::from_bits(whole.to_bits() & !u128::from(u64::MAX)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn admitted(pace: &Pace, from: &str, now: Instant, questions: u32) -> u32 {
        let asked = (0..questions).filter(|_| pace.admit(address(from), now).is_ok());
        u32::try_from(asked.count()).expect("a number")
    }

    #[test]
    fn an_address_may_ask_so_many_at_once_and_then_one_by_one() {
        let (pace, now) = (Pace::default(), Instant::now());
        assert_eq!(admitted(&pace, "198.51.100.1", now, 100), AT_ONCE);
        assert_eq!(pace.admit(address("198.51.100.1"), now), Err(BETWEEN));
        let soon = now + BETWEEN / 2;
        assert_eq!(pace.admit(address("198.51.100.1"), soon), Err(BETWEEN / 2));
        assert_eq!(admitted(&pace, "198.51.100.1", now + BETWEEN, 5), 1);
        assert_eq!(admitted(&pace, "198.51.100.2", now, 5), 5, "another address has its own");
        let later = now + BETWEEN * (AT_ONCE + 1);
        assert_eq!(admitted(&pace, "198.51.100.1", later, 100), AT_ONCE);
    }

    #[test]
    fn one_customer_of_ipv6_has_one_count() {
        let (pace, now) = (Pace::default(), Instant::now());
        assert_eq!(admitted(&pace, "2001:db8:1:2::1", now, 100), AT_ONCE);
        assert_eq!(admitted(&pace, "2001:db8:1:2:ffff::9", now, 5), 0);
        assert_eq!(admitted(&pace, "2001:db8:1:3::1", now, 5), 5);
    }

    #[test]
    fn the_table_of_addresses_has_an_end_and_is_cleared() {
        let (pace, now) = (Pace::default(), Instant::now());
        let many = u32::try_from(MOST_ADDRESSES).expect("a number");
        for bits in 1..=many {
            pace.admit(IpAddr::V4(bits.into()), now).expect("the first question of an address");
        }
        let strangers = (many + 1..many + 1000)
            .filter(|bits| pace.admit(IpAddr::V4((*bits).into()), now).is_ok());
        assert_eq!(strangers.count(), usize::try_from(AT_ONCE).expect("a number"));
        let held = |pace: &Pace| pace.0.lock().expect("not poisoned").until.len();
        assert_eq!(held(&pace), MOST_ADDRESSES + 1);
        pace.admit(address("198.51.100.1"), now + BETWEEN * 120).expect("long after");
        assert_eq!(held(&pace), 1);
    }
}
