//! How often a wrong password may be tried: counted per account *and* address, so that nobody can lock a guard out
//! from elsewhere; and per address, so that nobody tries many accounts.
//!
//! The cast: an [`Attempt`] is counted as wrong when it begins, and taken back when the password was right; a
//! [`Tally`] of wrong ones makes the next wait twice as long, up to a quarter of an hour, and is forgotten after an
//! hour without one.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sha2::{Digest, Sha256};

/// Wrong passwords for one account from one address before the first wait.
const FREE_FOR_PAIR: u32 = 5;
/// Wrong passwords from one address, whatever the account, before the first wait.
const FREE_FOR_ADDRESS: u32 = 30;
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);
/// After so long without a wrong password everything is forgotten.
const FORGOTTEN: Duration = Duration::from_secs(60 * 60);
/// How many tallies are kept; beyond it those idle the longest are dropped.
const KEPT: usize = 20_000;

/// Whose wrong passwords are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Counted {
    Pair([u8; 32], IpAddr),
    Address(IpAddr),
}

/// Wrong passwords of one kind.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    wrong: u32,
    last: Duration,
}

impl Tally {
    fn wait(self, free: u32, now: Duration) -> Option<Duration> {
        let beyond = self.wrong.checked_sub(free)?;
        let wait = Duration::from_secs(1_u64.checked_shl(beyond).unwrap_or(u64::MAX)).min(LONGEST_WAIT);
        (self.last + wait).checked_sub(now).filter(|left| !left.is_zero())
    }
}

/// The wrong passwords of the last hour.
#[derive(Debug, Default)]
pub(crate) struct Attempts(Mutex<HashMap<Counted, Tally>>);

/// An attempt that has begun, and counts as wrong until it succeeds.
#[derive(Debug)]
pub(crate) struct Attempt([Counted; 2]);

impl Attempts {
    /// Begins an attempt at a monotonic time, or says how long to wait.
    pub(crate) fn begin(&self, login: &str, address: IpAddr, now: Duration) -> Result<Attempt, Duration> {
        let address = household(address);
        let login: [u8; 32] = Sha256::digest(login.as_bytes()).into();
        let counted = [Counted::Pair(login, address), Counted::Address(address)];
        let mut tallies = self.tallies();
        let wait = counted.iter().filter_map(|key| {
            let tally = tallies
                .get(key)
                .filter(|tally| now.saturating_sub(tally.last) < FORGOTTEN)?;
            tally.wait(free(*key), now)
        });
        if let Some(longest) = wait.max() {
            return Err(longest);
        }
        for key in counted {
            let tally = tallies.entry(key).or_default();
            let before = if now.saturating_sub(tally.last) < FORGOTTEN {
                tally.wrong
            } else {
                0
            };
            *tally = Tally {
                wrong: before.saturating_add(1),
                last: now,
            };
        }
        forget_some(&mut tallies, now);
        Ok(Attempt(counted))
    }

    /// The password was right: the account starts afresh from this address, and the address has one wrong less.
    pub(crate) fn succeed(&self, attempt: &Attempt) {
        let mut tallies = self.tallies();
        let Attempt([pair, address]) = attempt;
        tallies.remove(pair);
        if let Some(tally) = tallies.get_mut(address) {
            tally.wrong = tally.wrong.saturating_sub(1);
        }
    }

    fn tallies(&self) -> MutexGuard<'_, HashMap<Counted, Tally>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn free(counted: Counted) -> u32 {
    match counted {
        Counted::Pair(..) => FREE_FOR_PAIR,
        Counted::Address(_) => FREE_FOR_ADDRESS,
    }
}

/// One IPv6 household owns a whole /64.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

fn forget_some(tallies: &mut HashMap<Counted, Tally>, now: Duration) {
    if tallies.len() <= KEPT {
        return;
    }
    tallies.retain(|_, tally| now.saturating_sub(tally.last) < FORGOTTEN);
    if tallies.len() > KEPT {
        let mut times: Vec<Duration> = tallies.values().map(|tally| tally.last).collect();
        let (_, median, _) = times.select_nth_unstable(KEPT / 2);
        let median = *median;
        tallies.retain(|_, tally| tally.last > median);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 1));

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    fn fail(attempts: &Attempts, login: &str, address: IpAddr, now: Duration) -> Result<(), Duration> {
        attempts.begin(login, address, now).map(|_wrong| ())
    }

    #[test]
    fn after_five_wrong_passwords_each_wait_is_twice_as_long() {
        let attempts = Attempts::default();
        let mut now = seconds(100);
        for _ in 0..5 {
            assert_eq!(fail(&attempts, "guard", HERE, now), Ok(()));
        }
        for expected in [1, 2, 4, 8] {
            assert_eq!(fail(&attempts, "guard", HERE, now), Err(seconds(expected)));
            now += seconds(expected);
            assert_eq!(fail(&attempts, "guard", HERE, now), Ok(()), "after {expected} s");
        }
        for _ in 0..30 {
            now += LONGEST_WAIT;
            assert_eq!(fail(&attempts, "guard", HERE, now), Ok(()), "no wait is longer");
        }
    }

    #[test]
    fn nobody_can_lock_a_guard_out_from_another_address() {
        let attempts = Attempts::default();
        for _ in 0..1000 {
            let _refused = fail(&attempts, "guard", THERE, seconds(1));
        }
        assert!(attempts.begin("guard", THERE, seconds(1)).is_err());
        assert!(attempts.begin("guard", HERE, seconds(1)).is_ok());
    }

    #[test]
    fn an_address_that_tries_many_accounts_waits_too() {
        let attempts = Attempts::default();
        for each in 0..30 {
            assert_eq!(fail(&attempts, &format!("guard{each}"), HERE, seconds(1)), Ok(()));
        }
        assert_eq!(fail(&attempts, "guard99", HERE, seconds(1)), Err(seconds(1)));
    }

    #[test]
    fn a_right_password_takes_its_attempt_back() {
        let attempts = Attempts::default();
        for _ in 0..200 {
            let attempt = attempts.begin("guard", HERE, seconds(1)).unwrap();
            attempts.succeed(&attempt);
        }
    }

    #[test]
    fn an_hour_without_a_wrong_one_is_forgotten() {
        let attempts = Attempts::default();
        for _ in 0..5 {
            assert_eq!(fail(&attempts, "guard", HERE, seconds(1)), Ok(()));
        }
        let later = seconds(1) + FORGOTTEN;
        for _ in 0..5 {
            assert_eq!(fail(&attempts, "guard", HERE, later), Ok(()));
        }
    }

    #[test]
    fn one_ipv6_household_counts_as_one_address() {
        let attempts = Attempts::default();
        for host in 0..30_u16 {
            let address = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, host, 0, 0, 1));
            assert_eq!(fail(&attempts, &format!("g{host}"), address, seconds(1)), Ok(()));
        }
        let neighbour = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0xffff, 0, 0, 1));
        assert!(fail(&attempts, "g", neighbour, seconds(1)).is_err());
    }

    #[test]
    fn what_is_kept_stays_small() {
        let attempts = Attempts::default();
        for each in 0..40_000_u32 {
            let address = IpAddr::V4(std::net::Ipv4Addr::from_bits(each));
            let _counted = fail(
                &attempts,
                "guard",
                address,
                Duration::from_millis(u64::from(each)),
            );
        }
        assert!(attempts.tallies().len() <= KEPT + 2);
    }
}
