//! Starting on a large journal: it is grown through the real engine, alarm by alarm, raised and closed.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, bail};
use saqta_domain::alarm::Outcome;
use saqta_domain::command::{Answer, Command, Motion, Press, Principal};
use saqta_engine::{Engine, Handle};

use crate::house::CLIENTS;

/// How many alarms are under way at once.
const UNDER_WAY: usize = 512;

/// Grows a journal by so many closed alarms, two entries each, and ends cleanly. Gives the entries a second.
pub(crate) async fn grow(data: &Path, alarms: usize) -> anyhow::Result<f64> {
    let engine = Engine::open(data)?;
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
        raise_and_close(&handle, &worker, &guard, batch).await?;
        done += batch;
    }
    let rate = 2.0 * alarms as f64 / start.elapsed().as_secs_f64();
    handle.settled().await?;
    engine.stop()?;
    Ok(rate)
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
