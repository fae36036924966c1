//! What to measure, and with which programs.

use std::path::PathBuf;

use anyhow::{Context as _, bail};

/// What to measure, and with which programs.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The program under measurement.
    pub(crate) saqta: PathBuf,
    /// `prometheus-alertmanager`.
    pub(crate) alertmanager: PathBuf,
    /// A Python that has `pysiaalarm` and pandas.
    pub(crate) python: PathBuf,
    /// The receiver that is made of the former.
    pub(crate) receiver: PathBuf,
    /// The tables that the latter makes, and SQLite.
    pub(crate) tables: PathBuf,
    /// Where data folders are made: on the disk that is measured.
    pub(crate) work: PathBuf,
    /// How often everything is measured.
    pub(crate) rounds: usize,
    /// How large the rounds are.
    pub(crate) size: Size,
    /// The one section that is measured, if not all are.
    only: Option<Section>,
}

/// A part of the measuring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// The disk and the software that Saqta is compared with.
    Beside,
    /// From a press to the screen.
    Screen,
    /// Durable alarms a second.
    Rates,
    /// Both with many open alarms in one zone.
    Crowd,
    /// Starting on a large journal.
    Journal,
    /// A register of injuries.
    Register,
}

impl Section {
    fn of(name: &str) -> anyhow::Result<Self> {
        Ok(match name {
            "beside" => Self::Beside,
            "screen" => Self::Screen,
            "rates" => Self::Rates,
            "crowd" => Self::Crowd,
            "journal" => Self::Journal,
            "register" => Self::Register,
            _ => bail!("--only knows beside, screen, rates, crowd, journal and register, not {name}"),
        })
    }
}

/// How much is done in a round.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Seconds at each rate of presses.
    pub(crate) latency_seconds: u64,
    /// Presses over HTTP, from 64 clients.
    pub(crate) presses: usize,
    /// DC-09 frames of each of 64 panels: under 5,000, so that no sequence number is met twice.
    pub(crate) frames_each: u16,
    /// Alarms that are open in one zone beforehand.
    pub(crate) open: usize,
    /// Closed alarms in the journal that is started on, two entries each.
    pub(crate) closed: usize,
    /// Requests to the software beside.
    pub(crate) beside: usize,
    /// Injuries in the register.
    pub(crate) injuries: u64,
    /// Injuries with the person's name and story.
    pub(crate) named: u64,
    /// How often each table is asked for.
    pub(crate) asked: usize,
    /// How often each table is asked for of pandas and SQLite.
    pub(crate) asked_beside: usize,
}

const WHOLE: Size = Size {
    latency_seconds: 10,
    presses: 50_000,
    frames_each: 2_000,
    open: 30_000,
    closed: 500_000,
    beside: 5_000,
    injuries: 1_000_000,
    named: 100_000,
    asked: 100,
    asked_beside: 20,
};

/// Enough to see that everything works; the figures say nothing.
const QUICK: Size = Size {
    latency_seconds: 1,
    presses: 1_000,
    frames_each: 50,
    open: 640,
    closed: 2_000,
    beside: 200,
    injuries: 20_000,
    named: 1_000,
    asked: 5,
    asked_beside: 3,
};

impl Options {
    /// Whether a section is to be measured.
    pub(crate) fn wants(&self, section: Section) -> bool {
        self.only.is_none_or(|only| only == section)
    }

    /// Reads `--name value` pairs and `--quick`.
    pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let (mut saqta, mut alertmanager, mut python, mut receiver, mut tables, mut work) =
            (None, None, None, None, None, None);
        let (mut rounds, mut size, mut only) = (3, WHOLE, None);
        while let Some(name) = arguments.next() {
            if name == "--quick" {
                (rounds, size) = (1, QUICK);
                continue;
            }
            let value = arguments
                .next()
                .with_context(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--saqta" => saqta = Some(PathBuf::from(value)),
                "--alertmanager" => alertmanager = Some(PathBuf::from(value)),
                "--python" => python = Some(PathBuf::from(value)),
                "--receiver" => receiver = Some(PathBuf::from(value)),
                "--tables" => tables = Some(PathBuf::from(value)),
                "--work" => work = Some(PathBuf::from(value)),
                "--only" => only = Some(Section::of(&value)?),
                "--rounds" => rounds = value.parse().context("--rounds is no number")?,
                _ => bail!("unknown option {name}; bench/run.sh knows how this is called"),
            }
        }
        Ok(Self {
            saqta: saqta.context("--saqta is missing")?,
            alertmanager: alertmanager.context("--alertmanager is missing")?,
            python: python.context("--python is missing")?,
            receiver: receiver.context("--receiver is missing")?,
            tables: tables.context("--tables is missing")?,
            work: work.context("--work is missing")?,
            rounds: rounds.max(1),
            size,
            only,
        })
    }
}
