//! A console's side of the live stream: when each alarm was told.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use anyhow::{Context as _, ensure};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::http::Connection;

/// A console that follows the stream; it stops following when dropped.
pub(crate) struct Console {
    told: Arc<Mutex<HashMap<String, Instant>>>,
    count: watch::Receiver<usize>,
    following: JoinHandle<()>,
}

impl Console {
    /// Opens the stream and waits until it speaks.
    pub(crate) async fn open(address: SocketAddr, token: &str) -> anyhow::Result<Self> {
        let mut connection = Connection::open(address).await?;
        let request = format!(
            "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n"
        );
        connection.send(request.as_bytes()).await?;
        let head = connection
            .head()
            .await?
            .context("closed before the stream began")?;
        ensure!(
            head.first_line.contains(" 200 "),
            "the stream was answered: {}",
            head.first_line
        );
        connection
            .chunk()
            .await?
            .context("the stream ended before its first word")?;
        let told = Arc::new(Mutex::default());
        let (counting, count) = watch::channel(0);
        let following = tokio::spawn(follow(connection, Arc::clone(&told), counting));
        Ok(Self {
            told,
            count,
            following,
        })
    }

    /// Waits until so many alarms were told.
    pub(crate) async fn wait_for(&mut self, count: usize) -> anyhow::Result<()> {
        self.count
            .wait_for(|told| *told >= count)
            .await
            .context("the stream broke off")?;
        Ok(())
    }

    /// When each alarm was told, by its id.
    pub(crate) fn told(&self) -> HashMap<String, Instant> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        self.following.abort();
    }
}

async fn follow(
    mut connection: Connection,
    told: Arc<Mutex<HashMap<String, Instant>>>,
    counting: watch::Sender<usize>,
) {
    let mut pending = Vec::new();
    while let Ok(Some(chunk)) = connection.chunk().await {
        let now = Instant::now();
        pending.extend_from_slice(&chunk);
        let Some(whole) = pending.windows(2).rposition(|bytes| bytes == b"\n\n") else {
            continue;
        };
        let rest = pending.split_off(whole + 2);
        let events = std::mem::replace(&mut pending, rest);
        let ids: Vec<String> = String::from_utf8_lossy(&events)
            .split("\n\n")
            .filter_map(raised_alarm)
            .collect();
        let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
        told.extend(ids.into_iter().map(|id| (id, now)));
        counting.send_replace(told.len());
    }
}

/// The alarm that an event raises, if it raises one.
fn raised_alarm(event: &str) -> Option<String> {
    let mut lines = event.lines();
    lines
        .by_ref()
        .find(|line| *line == "event: alarm.raised" || *line == "event:alarm.raised")?;
    let data = event.lines().find_map(|line| line.strip_prefix("data:"))?;
    let json: serde_json::Value = serde_json::from_str(data).ok()?;
    json["alarm"]["id"].as_str().map(str::to_owned)
}
