//! `pysiaalarm` as a DC-09 receiver. It keeps nothing: it acknowledges before its handler runs.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Command, Stdio};

use anyhow::Context as _;

use super::Held;
use crate::house::{CLIENTS, account};
use crate::options::Options;
use crate::rate;

/// Frames acknowledged a second. One frame under way on each connection: it loses frames that come together.
pub(crate) async fn frames(options: &Options, run: usize) -> anyhow::Result<f64> {
    let accounts: Vec<String> = (0..CLIENTS).map(account).collect();
    let child = Command::new(&options.python)
        .arg(&options.receiver)
        .args(&accounts)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("the Python receiver cannot be started")?;
    let mut held = Held(child);
    let told = held.0.stdout.take().context("standard output is a pipe")?;
    let mut line = String::new();
    BufReader::new(told).read_line(&mut line)?;
    let address: SocketAddr = line
        .trim()
        .parse()
        .context("the Python receiver did not tell its address")?;
    let frames_each = u16::try_from(options.size.beside.div_ceil(CLIENTS))?;
    rate::dc09(address, frames_each, 1, run).await
}
