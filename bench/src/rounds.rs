//! What a round measures, and in which order: Saqta and what it is compared with take turns.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tokio::time::sleep;

use crate::beside::{alertmanager, disk, pysiaalarm};
use crate::house::{CLIENTS, House, Places, Running, press, zone};
use crate::latency::{self, Load, Spread};
use crate::options::{Options, Section};
use crate::rate::{self, PIPELINED};
use crate::report::{Goal, Report, grouped};
use crate::{register, say, start};

/// The rates of presses at which latency is measured, a second.
const RATES: [u32; 3] = [1, 100, 1_000];

/// The most at which a busy house and the software beside it are measured.
const HIGH: u32 = 1_000;

/// At one press a second a round needs longer to say anything.
const SLOW_SECONDS: u64 = 20;

/// How long an idle server is left alone before its memory is read.
const IDLE: Duration = Duration::from_secs(2);

const P99: Goal = Goal::Below(10.0);

/// Measures every round.
pub(crate) async fn run(options: &Options) -> anyhow::Result<Report> {
    let mut report = Report::default();
    for round in 1..=options.rounds {
        let begin = |section, what: &str| {
            let wanted = options.wants(section);
            if wanted {
                say(&format!("round {round} of {}: {what}", options.rounds));
            }
            wanted
        };
        if begin(Section::Beside, "the disk, and what is beside") {
            report.add(
                "bare disk: 4 KiB append + fdatasync",
                "1/s",
                Goal::None,
                disk::syncs(&options.work)?,
            );
            beside(options, round, &mut report).await?;
        }
        if begin(Section::Screen, "press to screen") {
            quiet_house(options, &mut report).await?;
        }
        if begin(Section::Rates, "rates") {
            rates(options, round, &mut report).await?;
        }
        if begin(Section::Crowd, "many open alarms in one zone") {
            crowded_house(options, round, &mut report).await?;
        }
    }
    if options.wants(Section::Journal) {
        say("a large journal");
        large_journal(options, &mut report).await?;
    }
    if options.wants(Section::Register) {
        register::measure(options, &mut report).await?;
    }
    Ok(report)
}

async fn beside(options: &Options, round: usize, report: &mut Report) -> anyhow::Result<()> {
    let figures = alertmanager::measure(options, 100).await?;
    add_spread(
        report,
        "alertmanager, 100/s: post → webhook",
        Goal::None,
        figures.latency,
    );
    report.add(
        "alertmanager, 64 clients: alerts accepted",
        "1/s",
        Goal::None,
        figures.accepted,
    );
    report.add(
        "alertmanager, 64 clients: alerts delivered",
        "1/s",
        Goal::None,
        figures.delivered,
    );
    let frames = pysiaalarm::frames(options, round).await?;
    report.add(
        "pysiaalarm, 64 panels, one frame under way: acknowledged",
        "1/s",
        Goal::None,
        frames,
    );
    Ok(())
}

async fn quiet_house(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let house = House::build(&options.saqta, &options.work, Places::Spread)?;
    let running = house.serve()?;
    sleep(IDLE).await;
    report.add(
        "memory, idle, new installation",
        "MB",
        Goal::Below(60.0),
        megabytes(running.memory()?),
    );
    for (consoles, rates) in [(1, &RATES[..]), (30, &RATES[1..])] {
        for rate in rates.iter().copied() {
            let seconds = if rate == 1 {
                SLOW_SECONDS.min(options.size.latency_seconds * 2)
            } else {
                options.size.latency_seconds
            };
            let load = Load {
                rate,
                seconds,
                consoles,
                places: Places::Spread,
            };
            let goal = if rate == HIGH { P99 } else { Goal::None };
            let name = format!("press → screen, {}/s, {}", grouped(&rate), of_consoles(consoles));
            add_spread(
                report,
                &name,
                goal,
                latency::measure(&house, &running, load).await?,
            );
        }
    }
    running.stop()
}

/// New installations, so that every round begins alike.
async fn rates(options: &Options, round: usize, report: &mut Report) -> anyhow::Result<()> {
    let house = House::build(&options.saqta, &options.work, Places::Spread)?;
    let running = house.serve()?;
    let (rate, processor) = presses(&house, &running, options.size.presses, Places::Spread).await?;
    report.add(
        "durable alarms over HTTP, 64 clients",
        "1/s",
        Goal::Above(10_000.0),
        rate,
    );
    report.add(
        "an alarm over HTTP: the server's processor time",
        "µs",
        Goal::None,
        processor,
    );
    running.stop()?;
    let house = House::build(&options.saqta, &options.work, Places::Spread)?;
    let running = house.serve()?;
    let (rate, processor) = frames(&running, options.size.frames_each, PIPELINED, round).await?;
    report.add(
        "durable DC-09 frames, 64 panels, 32 under way",
        "1/s",
        Goal::Above(20_000.0),
        rate,
    );
    report.add(
        "a frame, 32 under way: the server's processor time",
        "µs",
        Goal::None,
        processor,
    );
    let (rate, _) = frames(&running, options.size.frames_each / 4, 1, 1_000 + round).await?;
    report.add(
        "durable DC-09 frames, 64 panels, one under way",
        "1/s",
        Goal::None,
        rate,
    );
    running.stop()
}

/// The same with many open alarms in one zone, into which more come.
async fn crowded_house(options: &Options, round: usize, report: &mut Report) -> anyhow::Result<()> {
    let house = House::build(&options.saqta, &options.work, Places::OneZone)?;
    let running = house.serve()?;
    let frames_each = u16::try_from(options.size.open.div_ceil(CLIENTS))?;
    frames(&running, frames_each, PIPELINED, round).await?;
    let crowd = format!("{} open in one zone", grouped(&options.size.open));
    for rate in [100, HIGH] {
        let load = Load {
            rate,
            seconds: options.size.latency_seconds,
            consoles: 1,
            places: Places::OneZone,
        };
        let goal = if rate == HIGH { P99 } else { Goal::None };
        let name = format!("{crowd}: press → screen, {}/s, 1 console", grouped(&rate));
        add_spread(
            report,
            &name,
            goal,
            latency::measure(&house, &running, load).await?,
        );
    }
    let (rate, _) = presses(&house, &running, options.size.presses / 2, Places::OneZone).await?;
    report.add(
        &format!("{crowd}: durable alarms over HTTP"),
        "1/s",
        Goal::Above(10_000.0),
        rate,
    );
    let (rate, _) = frames(&running, options.size.frames_each / 2, PIPELINED, 2_000 + round).await?;
    report.add(
        &format!("{crowd}: durable DC-09 frames"),
        "1/s",
        Goal::Above(20_000.0),
        rate,
    );
    report.add(
        &format!("{crowd}: memory at the end"),
        "MB",
        Goal::None,
        megabytes(running.memory()?),
    );
    running.stop()
}

async fn large_journal(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let house = House::build(&options.saqta, &options.work, Places::Spread)?;
    let grown = start::grow(Path::new(&house.data()), options.size.closed).await?;
    report.add("growing it inside the engine: entries", "1/s", Goal::None, grown);
    report.add("its data folder", "MB", Goal::None, megabytes(house.size()?));
    let goal = Goal::Below(2.0);
    let entries = format!("{} entries", grouped(&(2 * options.size.closed)));
    for _ in 0..options.rounds {
        let running = house.serve()?;
        report.add(
            &format!("start on {entries}: ready"),
            "s",
            goal,
            running.ready_after.as_secs_f64(),
        );
        let pressed = running.first_press(&house.worker).await?;
        report.add(
            &format!("start on {entries}: first press answered"),
            "s",
            goal,
            pressed.as_secs_f64(),
        );
        sleep(IDLE).await;
        report.add(
            &format!("memory, idle, on {entries}"),
            "MB",
            Goal::Below(60.0),
            megabytes(running.memory()?),
        );
        running.stop()?;
    }
    for _ in 0..options.rounds {
        let running = house.serve()?;
        running.first_press(&house.worker).await?;
        // Killed: the next start recovers.
        drop(running);
        let running = house.serve()?;
        report.add(
            &format!("start on {entries} after a kill: ready"),
            "s",
            goal,
            running.ready_after.as_secs_f64(),
        );
        running.stop()?;
    }
    fs::remove_file(Path::new(&house.data()).join("state.json"))?;
    let running = house.serve()?;
    report.add(
        &format!("start on {entries} without its snapshot"),
        "s",
        Goal::None,
        running.ready_after.as_secs_f64(),
    );
    running.stop()
}

/// Presses a second, and the server's processor time for each in microseconds.
async fn presses(
    house: &House,
    running: &Running,
    count: usize,
    places: Places,
) -> anyhow::Result<(f64, f64)> {
    let token = house.worker.clone();
    let before = running.processor_seconds()?;
    let rate = rate::http(running.http, count, 201, move |client, number| {
        press(&token, &format!("rate-{number}"), &zone(places, client))
    });
    let rate = rate.await?;
    Ok((
        rate,
        microseconds_each(running.processor_seconds()? - before, count),
    ))
}

async fn frames(running: &Running, each: u16, under_way: usize, run: usize) -> anyhow::Result<(f64, f64)> {
    let before = running.processor_seconds()?;
    let rate = rate::dc09(running.dc09, each, under_way, run).await?;
    Ok((
        rate,
        microseconds_each(running.processor_seconds()? - before, CLIENTS * usize::from(each)),
    ))
}

fn add_spread(report: &mut Report, name: &str, goal: Goal, spread: Spread) {
    report.add(&format!("{name}: p50"), "ms", Goal::None, spread.median);
    report.add(&format!("{name}: p99"), "ms", goal, spread.p99);
}

fn of_consoles(consoles: usize) -> String {
    if consoles == 1 {
        "1 console".to_owned()
    } else {
        format!("{consoles} consoles")
    }
}

/// Seconds shared out.
pub(crate) fn microseconds_each(seconds: f64, count: usize) -> f64 {
    seconds * 1e6 / count.max(1) as f64
}

/// Bytes in millions.
pub(crate) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
