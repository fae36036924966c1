//! From a press to the guard's screen: presses at a steady rate, and when a console was told of each.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use tokio::task::JoinSet;
use tokio::time::{sleep_until, timeout};

use crate::house::{CLIENTS, House, Places, Running, press, zone};
use crate::http::Connection;
use crate::sse::Console;

/// How long the last alarms may take to reach the console.
const PATIENCE: Duration = Duration::from_secs(30);

/// A load of presses.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Presses a second.
    pub(crate) rate: u32,
    /// For so long.
    pub(crate) seconds: u64,
    /// Consoles that follow; the last one that came is measured.
    pub(crate) consoles: usize,
    /// Where the presses are.
    pub(crate) places: Places,
}

/// How long it took, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) p99: f64,
}

impl Spread {
    /// Of some durations; none of none.
    pub(crate) fn of(mut durations: Vec<Duration>) -> Option<Self> {
        durations.sort_unstable();
        let last = durations.len().checked_sub(1)?;
        let at =
            |per_cent: usize| durations[last.min(durations.len() * per_cent / 100)].as_secs_f64() * 1_000.0;
        Some(Self {
            median: at(50),
            p99: at(99),
        })
    }
}

/// Presses at a steady rate and measures when the console was told.
///
/// A press's time begins when it is written, or when it was due if its connection was still busy then: a slow answer
/// must not hide the presses that waited behind it.
pub(crate) async fn measure(house: &House, running: &Running, load: Load) -> anyhow::Result<Spread> {
    let mut consoles = Vec::new();
    for _ in 0..load.consoles {
        consoles.push(Console::open(running.http, &house.guard).await?);
    }
    let mut console = consoles.pop().context("somebody must follow")?;
    let begun = press_steadily(house, running, load).await?;
    timeout(PATIENCE, console.wait_for(begun.len()))
        .await
        .context("the console was not told of every alarm")??;
    let told = console.told();
    let durations: Option<Vec<Duration>> = begun
        .iter()
        .map(|(id, begun)| Some(told.get(id)?.saturating_duration_since(*begun)))
        .collect();
    let durations = durations.context("the console was not told of an alarm")?;
    Spread::of(durations).context("nothing was pressed")
}

/// When each press began, by the alarm it raised.
async fn press_steadily(
    house: &House,
    running: &Running,
    load: Load,
) -> anyhow::Result<HashMap<String, Instant>> {
    let count = usize::try_from(u64::from(load.rate) * load.seconds)?;
    let clients = CLIENTS.min(count);
    let start = Instant::now() + Duration::from_millis(50);
    let mut tasks = JoinSet::new();
    for client in 0..clients {
        let mut connection = Connection::open(running.http).await?;
        let (token, zone) = (house.worker.clone(), zone(load.places, client));
        let key = format!("{start:?}-{client}");
        tasks.spawn(async move {
            let mut begun = Vec::new();
            for number in (client..count).step_by(clients) {
                let request = press(&token, &format!("{key}-{number}"), &zone);
                let due = start + Duration::from_secs_f64(number as f64 / f64::from(load.rate));
                let from = if Instant::now() < due {
                    sleep_until(due.into()).await;
                    Instant::now()
                } else {
                    due
                };
                let response = connection.ask(&request).await?;
                ensure!(response.status == 201, "a press was answered {}", response.status);
                let alarm: serde_json::Value = serde_json::from_slice(&response.body)?;
                let id = alarm["id"].as_str().context("an alarm without an id")?;
                begun.push((id.to_owned(), from));
            }
            Ok(begun)
        });
    }
    let mut all = HashMap::with_capacity(count);
    while let Some(done) = tasks.join_next().await {
        all.extend(done??);
    }
    Ok(all)
}
