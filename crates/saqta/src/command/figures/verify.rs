//! `saqta figures verify`: is a release what the journal says?

mod kept;

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::Args;
use saqta_documents::release::renditions;
use saqta_domain::event::Event;
use saqta_domain::release::ReleasePublished;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::{Earlier, Source, build};
use saqta_journal::{JournalReader, read_beside};
use saqta_readmodel::{ImportRow, ReportRow, SeriesRow};
use saqta_text::Value;
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::folder::require_journal;
use crate::language::{Reader, Words, number};
use crate::output::{self, Gauge};

#[derive(Args, Debug)]
pub(crate) struct Verify {
    /// Release: its id, `ID@REVISION`, or a release.json that was downloaded
    release: String,

    /// Data folder
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,

    /// Write the recomputed files into this folder, as they were published
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,

    /// Put the recomputed files back where the server reads them, when they were lost and are what was published
    #[arg(long)]
    mend: bool,

    #[command(flatten)]
    reader: Reader,
}

/// Which release is meant.
struct Meant {
    id: String,
    revision: Option<u64>,
    /// The bytes of a downloaded one.
    downloaded: Option<Vec<u8>>,
}

impl Verify {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let words = self.reader.words();
        require_journal(&self.data)?;
        let meant = self.meant()?;
        let journal = read_beside(&self.data).map_err(|error| unreadable(&self.data, error))?;
        let published = published(journal.as_ref(), &self.data)?;
        let wanted = published
            .iter()
            .rposition(|fact| {
                fact.spec.id.as_str() == meant.id
                    && meant.revision.is_none_or(|revision| fact.revision == revision)
            })
            .ok_or_else(|| not_published(&meant, &published))?;
        let files = recompute(journal.as_ref(), &self.data, &published[..=wanted])?;
        let fact = &published[wanted];
        if let Some(folder) = &self.to {
            write(folder, &files)?;
        }
        compare(&words, fact, &files, &meant, &self.release)?;
        let kept = self.data.join("releases");
        if self.mend {
            let named = files
                .into_values()
                .map(|bytes| (hex::encode(Sha256::digest(&bytes)), bytes));
            let files: BTreeMap<String, Vec<u8>> = named.collect();
            write(&kept, &files)?;
        }
        kept::check(&words, &kept, fact)?;
        output::answer(&words.say(
            "terminal-verified",
            &[
                ("release", Value::from(fact.spec.id.as_str())),
                ("revision", number(fact.revision)),
                ("files", number(fact.files.len() as u64)),
                ("position", number(fact.position)),
            ],
        ))?;
        Ok(())
    }

    fn meant(&self) -> Result<Meant, Failure> {
        let path = Path::new(&self.release);
        if path.is_file() {
            let bytes = fs::read(path)
                .map_err(|error| Failure::misuse("the release cannot be read").because(error))?;
            let read = Earlier::read(&bytes).map_err(|error| {
                Failure::failed(format!("{} is no release", path.display()))
                    .because(error)
                    .advice("give a release.json as it was downloaded, or the id of a release")
            })?;
            return Ok(Meant {
                id: read.id,
                revision: Some(read.revision),
                downloaded: Some(bytes),
            });
        }
        let (id, revision) = match self.release.split_once('@') {
            None => (self.release.as_str(), None),
            Some((id, revision)) => {
                let revision = revision.parse().map_err(|_| {
                    Failure::misuse(format!("`{revision}` is no revision"))
                        .advice("give ID@REVISION, as kz-2025-q1@2")
                })?;
                (id, Some(revision))
            }
        };
        Ok(Meant {
            id: id.to_owned(),
            revision,
            downloaded: None,
        })
    }
}

/// Every release in the journal, in the order of publication.
fn published(journal: &dyn JournalReader, data: &Path) -> anyhow::Result<Vec<ReleasePublished>> {
    let mut found = Vec::new();
    each_event(journal, data, 0..journal.head(), &["release."], |event, _| {
        if let Event::ReleasePublished(fact) = event {
            found.push(fact);
        }
    })?;
    Ok(found)
}

/// Computes releases one after the other from the journal, and gives the files of the last.
fn recompute(
    journal: &dyn JournalReader,
    data: &Path,
    published: &[ReleasePublished],
) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut known = Known::default();
    let mut earlier: Vec<Earlier> = Vec::new();
    let mut files = BTreeMap::new();
    for (place, fact) in published.iter().enumerate() {
        known.read_up_to(journal, data, fact.position)?;
        let reckoned = usize::try_from(fact.reckons_with).unwrap_or(usize::MAX);
        let release = build(
            Source {
                register: &known.register,
                exposures: &known.exposures,
                position: fact.position,
                as_of: fact.as_of,
                earlier: earlier.get(..reckoned).unwrap_or(&earlier),
            },
            &fact.spec,
        );
        let json = release.to_json()?;
        earlier.push(Earlier::read(&json)?);
        if place + 1 == published.len() {
            files = renditions(&release)?;
        }
    }
    Ok(files)
}

/// The register as the journal makes it, up to a position.
#[derive(Default)]
struct Known {
    register: Register,
    exposures: Exposures,
    imports: Vec<ImportRow>,
    position: u64,
}

impl Known {
    fn read_up_to(&mut self, journal: &dyn JournalReader, data: &Path, position: u64) -> anyhow::Result<()> {
        if position <= self.position {
            return Ok(());
        }
        let mut gauge = Gauge::new();
        each_event(
            journal,
            data,
            self.position..position,
            &REGISTER,
            |event, entry| {
                gauge.show("read", entry.position, position);
                self.take(event, &entry);
            },
        )?;
        self.register.set_imports(&self.imports);
        self.register.reached(position);
        self.position = position;
        Ok(())
    }

    fn take(&mut self, event: Event, entry: &Told) {
        use saqta_domain::import::ImportStage;
        let stage = |imports: &mut Vec<ImportRow>, id, stage| {
            imports
                .iter_mut()
                .filter(|row| row.import == id)
                .for_each(|row| row.stage = stage);
        };
        match event {
            Event::ImportBegun(fact) => self.imports.push(ImportRow {
                import: fact.import,
                position: entry.position,
                changed: entry.position,
                at: entry.at,
                by: None,
                stage: ImportStage::Open,
                digest: fact.digest,
                name: fact.name,
                rows: fact.rows,
                confirmed: Vec::new(),
            }),
            Event::ImportCompleted(fact) => stage(&mut self.imports, fact.import, ImportStage::Completed),
            Event::ImportWithdrawn(fact) => stage(&mut self.imports, fact.import, ImportStage::Withdrawn),
            Event::SeriesRecorded(series) => self.exposures.take(SeriesRow {
                position: entry.position,
                at: entry.at,
                version: entry.version,
                series,
            }),
            event => {
                if let Some(report) = ReportRow::of_event(&event, entry.position, entry.at, None) {
                    self.register.take(report);
                }
            }
        }
    }
}

/// What an entry says besides its event.
struct Told {
    position: u64,
    version: u64,
    at: jiff::Timestamp,
}

/// How many entries are read at once.
const CHUNK: usize = 4_096;

/// How the kinds of entries begin that the register is made of.
const REGISTER: [&str; 3] = ["injury.", "import.", "series."];

/// Hands every event after one position and up to another whose kind begins so to `take`. Nothing sealed is opened.
fn each_event(
    journal: &dyn JournalReader,
    data: &Path,
    positions: Range<u64>,
    kinds: &[&str],
    mut take: impl FnMut(Event, Told),
) -> anyhow::Result<()> {
    let mut next = positions.start + 1;
    while next <= positions.end {
        let entries = journal
            .read(next, CHUNK)
            .map_err(|error| unreadable(data, error))?;
        let Some(last) = entries.last() else { break };
        let after = last.position + 1;
        for entry in entries
            .into_iter()
            .filter(|entry| entry.position <= positions.end)
        {
            if !kinds.iter().any(|kind| entry.kind.starts_with(kind)) {
                continue;
            }
            let event = Event::decode(&entry.kind, entry.schema, &entry.body)?;
            let told = Told {
                position: entry.position,
                version: entry.version,
                at: jiff::Timestamp::from_microsecond(entry.time)?,
            };
            take(event, told);
        }
        next = after;
    }
    Ok(())
}

fn compare(
    words: &Words,
    fact: &ReleasePublished,
    files: &BTreeMap<String, Vec<u8>>,
    meant: &Meant,
    given: &str,
) -> Result<(), Failure> {
    let differs = |name: &str| {
        let args = [
            ("file", Value::from(name)),
            ("release", Value::from(fact.spec.id.as_str())),
            ("revision", number(fact.revision)),
        ];
        Failure::failed(words.say("terminal-differs", &args))
            .safe(words.word("terminal-differs.safe"))
            .advice(words.word("terminal-differs.do"))
    };
    for (name, published) in &fact.files {
        let computed = files.get(name).map(|bytes| hex::encode(Sha256::digest(bytes)));
        if computed.as_ref() != Some(&published.sha256) {
            return Err(differs(name));
        }
    }
    let computed = files.get("release.json");
    if meant.downloaded.is_some() && meant.downloaded.as_ref() != computed {
        return Err(differs(given));
    }
    Ok(())
}

fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let failed = |error| Failure::failed(format!("{} cannot be written", folder.display())).because(error);
    fs::create_dir_all(folder).map_err(failed)?;
    files
        .iter()
        .try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes).map_err(failed))
}

fn unreadable(data: &Path, error: saqta_journal::ReadError) -> Failure {
    Failure::failed(format!("the journal in {} cannot be read", data.display()))
        .because(error)
        .advice("look at it with `saqta verify`")
}

fn not_published(meant: &Meant, published: &[ReleasePublished]) -> Failure {
    let known: Vec<String> = published
        .iter()
        .map(|fact| format!("{}@{}", fact.spec.id, fact.revision))
        .collect();
    let known = if known.is_empty() {
        "none".to_owned()
    } else {
        known.join(", ")
    };
    Failure::misuse(format!("no release `{}` was published here", meant.id))
        .advice(format!("published are: {known}"))
}
