//! Hands that press: a phone over HTTP, and a button on the wall that speaks SIA DC-09 as a real transmitter does.
//!
//! Neither knows the engine: they reach the server through its open ports, as everybody.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use anyhow::{Context as _, bail};
use axum::http::Method;
use jiff::Timestamp;
use saqta_intake::dc09::encode::{Reply, Transmitter, reply};
use saqta_intake::dc09::framing::Deframer;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::upstream;

/// How long a receiver may take to acknowledge.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sequence numbers run from 1 to this, and begin again.
const LAST_SEQUENCE: u16 = 9999;

/// Presses from a person's phone.
///
/// # Errors
/// When the server did not record it.
pub(super) async fn press_phone(
    server: SocketAddr,
    token: &str,
    zone: &str,
    kind: &str,
) -> anyhow::Result<Value> {
    let press = json!({ "zone": zone, "kind": kind, "silent": false });
    upstream::ask(server, token, Method::POST, "/alarms", &press).await
}

/// A button that speaks SIA DC-09.
pub(super) struct WallButton {
    transmitter: Transmitter,
    /// What it reports behind its account.
    report: &'static str,
    sequence: AtomicU16,
}

impl WallButton {
    /// A button. Its sequence numbers go on from `began`, so that a demo that is started again is not taken for a
    /// repetition of the one before.
    pub(super) fn new(transmitter: Transmitter, report: &'static str, began: Timestamp) -> Self {
        let seconds = began.as_second().rem_euclid(i64::from(LAST_SEQUENCE));
        let sequence = AtomicU16::new(u16::try_from(seconds).unwrap_or_default());
        Self {
            transmitter,
            report,
            sequence,
        }
    }

    /// Presses it, and waits until the receiver has acknowledged: the alarm is on the disk then.
    ///
    /// # Errors
    /// When there was no acknowledgement.
    pub(super) async fn push(&self, receiver: SocketAddr, now: Timestamp) -> anyhow::Result<()> {
        let sequence = self.sequence.fetch_add(1, Ordering::Relaxed) % LAST_SEQUENCE + 1;
        let frame = self.transmitter.sia(sequence, self.report, Some(now));
        let answer = timeout(PATIENCE, exchange(reachable(receiver), &frame)).await;
        match answer.context("the receiver did not answer in time")?? {
            Reply::Ack(acknowledged) if acknowledged == sequence => Ok(()),
            other => bail!("the receiver answered {other:?} to number {sequence}"),
        }
    }
}

/// Sends a frame and reads the answer.
async fn exchange(receiver: SocketAddr, frame: &[u8]) -> anyhow::Result<Reply> {
    let mut stream = TcpStream::connect(receiver)
        .await
        .context("the receiver cannot be reached")?;
    stream.write_all(frame).await?;
    let mut deframer = Deframer::new();
    let mut buffer = [0; 1024];
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            bail!("the receiver hung up without an answer");
        }
        deframer.push(&buffer[..read]);
        if let Some(chunk) = deframer.next_chunk() {
            return reply(&chunk).context("the receiver's answer cannot be read");
        }
    }
}

/// An address that can be connected to: a receiver may listen on every one.
fn reachable(receiver: SocketAddr) -> SocketAddr {
    match receiver.ip() {
        address if address.is_unspecified() => {
            SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), receiver.port())
        }
        _ => receiver,
    }
}
