//! `prometheus-alertmanager`: an alert posted to it becomes a call of a webhook. It keeps alerts in memory only.

use std::collections::HashMap;
use std::fs;
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, sleep_until, timeout};

use super::Held;
use crate::house::CLIENTS;
use crate::http::Connection;
use crate::latency::Spread;
use crate::options::Options;
use crate::rate;

/// How long it may take to start, and the last alert to be delivered.
const PATIENCE: Duration = Duration::from_secs(60);

/// What it came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    /// From the post to the webhook's call.
    pub(crate) latency: Spread,
    /// Alerts a second that were answered 200.
    pub(crate) accepted: f64,
    /// Alerts a second that reached the webhook.
    pub(crate) delivered: f64,
}

/// When each alert was delivered, by its number.
type Delivered = Arc<Mutex<HashMap<String, Instant>>>;

/// A webhook that takes in alerts.
struct Webhook {
    delivered: Delivered,
    count: watch::Receiver<usize>,
    tasks: JoinSet<()>,
}

/// Measures it: latency at so many alerts a second, then as many alerts as 64 clients can post.
pub(crate) async fn measure(options: &Options, rate: u32) -> anyhow::Result<Figures> {
    let folder = tempfile::tempdir_in(&options.work)?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let config = folder.path().join("alertmanager.yml");
    fs::write(&config, configuration(listener.local_addr()?))?;
    let address = free_address().await?;
    let child = Command::new(&options.alertmanager)
        .arg(format!("--config.file={}", config.display()))
        .arg(format!("--storage.path={}", folder.path().display()))
        .arg(format!("--web.listen-address={address}"))
        .args(["--cluster.listen-address=", "--log.level=error"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("prometheus-alertmanager cannot be started")?;
    let _held = Held(child);
    wait_until_ready(address).await?;
    let mut webhook = Webhook::open(listener);

    let latency = latency(address, &mut webhook, rate, options.size.latency_seconds).await?;
    let before = *webhook.count.borrow();
    let start = Instant::now();
    let count = options.size.beside;
    let accepted = rate::http(address, count, 200, |_, number| post(&format!("rate-{number}"))).await?;
    webhook.wait_for(before + count).await?;
    let delivered = count as f64 / start.elapsed().as_secs_f64();
    Ok(Figures {
        latency,
        accepted,
        delivered,
    })
}

/// Each alert is a group of its own and leaves at once.
fn configuration(webhook: SocketAddr) -> String {
    format!(
        "route:\n  receiver: hook\n  group_by: ['...']\n  group_wait: 0s\n  group_interval: 5m\n  repeat_interval: 4h\n\
         receivers:\n- name: hook\n  webhook_configs:\n  - url: http://{webhook}/\n    send_resolved: false\n"
    )
}

/// An address that was free a moment ago; the program cannot tell one that it chose itself.
async fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0").await?.local_addr()?)
}

async fn wait_until_ready(address: SocketAddr) -> anyhow::Result<()> {
    let ready = async {
        loop {
            if let Ok(mut connection) = Connection::open(address).await
                && let Ok(response) = connection
                    .ask(b"GET /-/ready HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .await
                && response.status == 200
            {
                return;
            }
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, ready)
        .await
        .context("prometheus-alertmanager did not become ready")
}

fn post(number: &str) -> Vec<u8> {
    let body = format!(r#"[{{"labels":{{"alertname":"press","number":"{number}"}}}}]"#);
    let length = body.len();
    format!(
        "POST /api/v2/alerts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

async fn latency(
    address: SocketAddr,
    webhook: &mut Webhook,
    rate: u32,
    seconds: u64,
) -> anyhow::Result<Spread> {
    let count = usize::try_from(u64::from(rate) * seconds)?;
    let start = Instant::now() + Duration::from_millis(50);
    let mut tasks = JoinSet::new();
    for client in 0..CLIENTS.min(count) {
        let mut connection = Connection::open(address).await?;
        tasks.spawn(async move {
            let mut begun = Vec::new();
            for number in (client..count).step_by(CLIENTS) {
                let name = format!("latency-{number}");
                let due = start + Duration::from_secs_f64(number as f64 / f64::from(rate));
                let from = if Instant::now() < due {
                    sleep_until(due.into()).await;
                    Instant::now()
                } else {
                    due
                };
                let response = connection.ask(&post(&name)).await?;
                ensure!(
                    response.status == 200,
                    "an alert was answered {}",
                    response.status
                );
                begun.push((name, from));
            }
            Ok(begun)
        });
    }
    let mut begun = Vec::new();
    while let Some(done) = tasks.join_next().await {
        begun.extend(done??);
    }
    webhook.wait_for(count).await?;
    let delivered = webhook.delivered.lock().unwrap_or_else(PoisonError::into_inner);
    let durations: Option<Vec<Duration>> = begun
        .iter()
        .map(|(name, from)| Some(delivered.get(name)?.saturating_duration_since(*from)))
        .collect();
    Spread::of(durations.context("an alert was not delivered")?).context("nothing was posted")
}

impl Webhook {
    fn open(listener: TcpListener) -> Self {
        let delivered = Delivered::default();
        let (counting, count) = watch::channel(0);
        let mut tasks = JoinSet::new();
        let shown = Arc::clone(&delivered);
        tasks.spawn(async move {
            let mut serving = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                serving.spawn(serve(stream, Arc::clone(&shown), counting.clone()));
            }
        });
        Self {
            delivered,
            count,
            tasks,
        }
    }

    async fn wait_for(&mut self, count: usize) -> anyhow::Result<()> {
        let enough = self.count.wait_for(|delivered| *delivered >= count);
        timeout(PATIENCE, enough)
            .await
            .context("not every alert was delivered")??;
        Ok(())
    }
}

impl Drop for Webhook {
    fn drop(&mut self) {
        self.tasks.abort_all();
    }
}

async fn serve(stream: TcpStream, delivered: Delivered, counting: watch::Sender<usize>) {
    let mut connection = Connection::on(stream);
    while let Ok(Some(head)) = connection.head().await {
        let Ok(body) = connection.body(head.length.unwrap_or(0)).await else {
            return;
        };
        let now = Instant::now();
        let json: serde_json::Value = serde_json::from_slice(&body).unwrap_or_default();
        let numbers = json["alerts"].as_array().into_iter().flatten();
        {
            let mut delivered = delivered.lock().unwrap_or_else(PoisonError::into_inner);
            for number in numbers.filter_map(|alert| alert["labels"]["number"].as_str()) {
                delivered.entry(number.to_owned()).or_insert(now);
            }
            counting.send_replace(delivered.len());
        }
        if connection
            .send(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            .await
            .is_err()
        {
            return;
        }
    }
}
