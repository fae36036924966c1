//! Starting on a large journal: it is grown through the real engine, alarm by alarm, raised and closed.
//!
//! The cast: a [`Calendar`] is the clock that the engine is given: it spreads the alarms over a year, because a start
//! also reads the entries of the last minute, and no hospital has all its alarms in one.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use saqta_domain::alarm::Outcome;
use saqta_domain::command::{Answer, Command, Motion, Press, Principal};
use saqta_engine::{Clock, Engine, EngineParts, Handle, Local, SystemClock, open_core};
use saqta_journal::DataLock;
use saqta_readmodel::Views;

use crate::house::CLIENTS;

/// How many alarms are under way at once.
const UNDER_WAY: usize = 512;

/// The time over which the alarms are spread.
const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// A clock that goes on when it is told to.
struct Calendar {
    begin: Timestamp,
    passed: AtomicU64,
}

impl Calendar {
    /// So many seconds have passed since it began.
    fn go_to(&self, seconds: u64) {
        self.passed.store(seconds, Ordering::Relaxed);
    }
}

impl Clock for Calendar {
    fn now(&self) -> Timestamp {
        self.begin.saturating_add(self.monotonic()).unwrap_or(self.begin)
    }

    fn monotonic(&self) -> Duration {
        Duration::from_secs(self.passed.load(Ordering::Relaxed))
    }
}

/// Grows a journal by so many closed alarms, two entries each, and ends cleanly. Gives the entries a second.
pub(crate) async fn grow(data: &Path, alarms: usize) -> anyhow::Result<f64> {
    // The installation itself was made a moment ago, and time in a journal never goes back: the year lies ahead.
    let calendar = Arc::new(Calendar {
        begin: SystemClock::new().now(),
        passed: AtomicU64::new(0),
    });
    let engine = open(data, Arc::clone(&calendar) as Arc<dyn Clock>)?;
    let handle = engine.handle();
    let directory = handle.directory();
    let account = |login: &str| {
        let account = directory
            .account_by_login(login)
            .context("an account is missing")?;
        anyhow::Ok(Principal::Account(account.id))
    };
    let (worker, guard) = (account("worker")?, account("guard")?);
    let start = Instant::now();
    let mut done = 0;
    while done < alarms {
        let batch = UNDER_WAY.min(alarms - done);
        calendar.go_to(YEAR.as_secs() * done as u64 / alarms as u64);
        raise_and_close(&handle, &worker, &guard, batch).await?;
        done += batch;
    }
    let rate = 2.0 * alarms as f64 / start.elapsed().as_secs_f64();
    handle.settled().await?;
    engine.stop()?;
    Ok(rate)
}

fn open(data: &Path, clock: Arc<dyn Clock>) -> anyhow::Result<Engine> {
    let lock = DataLock::acquire(data)?;
    let core = open_core(&lock, &clock)?;
    let views = Views::open(data.join("views.sqlite"))?;
    let local = Local::open(&data.join("local.sqlite"))?;
    Ok(Engine::start(EngineParts {
        core,
        views,
        local,
        clock,
        snapshots: Some(data.to_owned()),
    })?)
}

async fn raise_and_close(
    handle: &Handle,
    worker: &Principal,
    guard: &Principal,
    count: usize,
) -> anyhow::Result<()> {
    let raising: Vec<_> = (0..count)
        .map(|number| {
            let zone = Some(format!("zone-{}", number % CLIENTS));
            handle.submit(
                worker.clone(),
                Command::Raise(Press {
                    zone,
                    ..Press::default()
                }),
            )
        })
        .collect();
    let mut closing = Vec::with_capacity(count);
    for raised in raising {
        let Answer::Raised(alarm) = raised.await? else {
            bail!("a press was not answered by an alarm")
        };
        let motion = Motion::Close {
            outcome: Outcome::Test,
            factors: BTreeSet::new(),
        };
        closing.push(handle.submit(
            guard.clone(),
            Command::Move {
                alarm: alarm.id,
                motion,
                note: None,
            },
        ));
    }
    for closed in closing {
        closed.await?;
    }
    Ok(())
}
