//! How many alarms a second become durable: many clients at once, each as fast as it is answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use anyhow::ensure;
use saqta_intake::dc09::encode::Transmitter;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::house::{CLIENTS, account};
use crate::http::Connection;

/// How many frames a panel has under way when it does not wait for each answer.
pub(crate) const PIPELINED: usize = 32;

/// Requests a second over kept-alive connections; each is made by `request` from its client and number.
pub(crate) async fn http(
    address: SocketAddr,
    count: usize,
    expected: u16,
    request: impl Fn(usize, usize) -> Vec<u8> + Send + Sync + 'static,
) -> anyhow::Result<f64> {
    let mut connections = Vec::new();
    for _ in 0..CLIENTS {
        connections.push(Connection::open(address).await?);
    }
    let request = Arc::new(request);
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for (client, mut connection) in connections.into_iter().enumerate() {
        let request = Arc::clone(&request);
        tasks.spawn(async move {
            for number in (client..count).step_by(CLIENTS) {
                let response = connection.ask(&request(client, number)).await?;
                ensure!(response.status == expected, "answered {}", response.status);
            }
            Ok(())
        });
    }
    finish(tasks, count, start).await
}

/// DC-09 frames a second from 64 panels with so many frames under way on each connection. `run` makes the frames of
/// each run differ from those of every other.
pub(crate) async fn dc09(
    address: SocketAddr,
    frames_each: u16,
    under_way: usize,
    run: usize,
) -> anyhow::Result<f64> {
    let mut panels = Vec::new();
    for panel in 0..CLIENTS {
        let transmitter = Transmitter::new(&account(panel));
        let data = format!("Nri{run}/PA01");
        let frames: Vec<Vec<u8>> = (1..=frames_each)
            .map(|sequence| transmitter.sia(sequence, &data, None))
            .collect();
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        panels.push((stream, frames));
    }
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for (stream, frames) in panels {
        tasks.spawn(send(stream, frames, under_way));
    }
    finish(tasks, CLIENTS * usize::from(frames_each), start).await
}

/// Sends a panel's frames, never more under way than allowed, until each is acknowledged.
async fn send(mut stream: TcpStream, frames: Vec<Vec<u8>>, under_way: usize) -> anyhow::Result<()> {
    let (mut sent, mut acknowledged, mut ends) = (0, 0, 0);
    let mut answers = Vec::with_capacity(8_192);
    while ends < frames.len() {
        let next = frames.len().min(ends + under_way);
        stream.write_all(&frames[sent..next].concat()).await?;
        sent = next;
        ensure!(
            stream.read_buf(&mut answers).await? > 0,
            "closed after {ends} answers"
        );
        // Only whole answers are counted; a part stays for the next read.
        let whole = answers
            .iter()
            .rposition(|byte| *byte == b'\r')
            .map_or(0, |at| at + 1);
        ends += answers[..whole].iter().filter(|byte| **byte == b'\r').count();
        acknowledged += answers[..whole]
            .windows(5)
            .filter(|bytes| *bytes == b"\"ACK\"")
            .count();
        answers.drain(..whole);
    }
    ensure!(
        acknowledged == frames.len(),
        "{acknowledged} of {} frames were acknowledged",
        frames.len()
    );
    Ok(())
}

async fn finish(mut tasks: JoinSet<anyhow::Result<()>>, count: usize, start: Instant) -> anyhow::Result<f64> {
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    Ok(count as f64 / start.elapsed().as_secs_f64())
}
