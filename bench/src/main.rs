//! Measures Saqta: how fast a press reaches a screen, how many alarms a second become durable, how a start goes,
//! and what a register of a million injuries costs; beside other software and the bare disk, on the same machine in the
//! same minutes.
//!
//! The cast: a [`House`](house::House) is an installation under measurement, the real program as its own process;
//! [`latency`] and [`rate`] are the load; [`beside`] holds what it is compared with; [`start`] grows a large journal
//! and starts on it; [`register`] fills a register and asks it; a [`Report`](report::Report) gathers every round and writes the tables.
//!
//! The load runs on one thread of the same machine, over loopback, and costs the measured program part of its cores.

mod beside;
mod house;
mod http;
mod latency;
mod options;
mod rate;
mod register;
mod report;
mod rounds;
mod sse;
mod start;

use std::io::Write as _;

use options::Options;

fn main() -> anyhow::Result<()> {
    let options = Options::read(std::env::args().skip(1))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let report = runtime.block_on(rounds::run(&options))?;
    std::io::stdout().write_all(report.tables().as_bytes())?;
    Ok(())
}

/// Tells how far the measuring is.
fn say(text: &str) {
    // Whoever closed standard error does not want to hear it.
    let _closed = writeln!(std::io::stderr(), "-- {text}");
}
