//! An installation under measurement: the real program, its data folder, its synthetic people and panels.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use tempfile::TempDir;

use crate::http::Connection;

/// How many panels send at once, and how many clients press at once.
pub(crate) const CLIENTS: usize = 64;

/// Where the people and panels of a house are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Places {
    /// Each panel in a zone of its own.
    Spread,
    /// All in one zone.
    OneZone,
}

/// A data folder with people, panels and tokens.
pub(crate) struct House {
    program: PathBuf,
    folder: TempDir,
    /// The token of a worker, who presses.
    pub(crate) worker: String,
    /// The token of a guard, who watches.
    pub(crate) guard: String,
}

/// A house whose server runs; killed when dropped.
pub(crate) struct Running {
    child: Child,
    /// Where it serves HTTP.
    pub(crate) http: SocketAddr,
    /// Where panels reach it.
    pub(crate) dc09: SocketAddr,
    /// From the start of the process until it was ready.
    pub(crate) ready_after: Duration,
    began: Instant,
}

impl House {
    /// With people and panels.
    pub(crate) fn build(program: &Path, work: &Path, places: Places) -> anyhow::Result<Self> {
        let mut house = Self::declared(program, work, &declaration(places)?)?;
        house.worker = house.token("worker")?;
        house.guard = house.token("guard")?;
        Ok(house)
    }

    /// With what a declaration says, and nobody who presses or watches.
    pub(crate) fn declared(program: &Path, work: &Path, declaration: &str) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("house-").tempdir_in(work)?;
        let house = Self {
            program: program.to_owned(),
            folder,
            worker: String::new(),
            guard: String::new(),
        };
        fs::write(house.path("password.txt"), "a synthetic password\n")?;
        fs::write(house.path("house.toml"), declaration)?;
        let data = house.data();
        house.run(&[
            "init",
            "--data",
            &data,
            "--admin",
            "admin",
            "--password-file",
            &house.path("password.txt"),
        ])?;
        house.run(&["apply", "--data", &data, &house.path("house.toml")])?;
        Ok(house)
    }

    /// A token of an account.
    pub(crate) fn token(&self, login: &str) -> anyhow::Result<String> {
        self.run(&["token", "--data", &self.data(), "--account", login])
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// The data folder.
    pub(crate) fn data(&self) -> String {
        self.path("data")
    }

    /// Bytes in the files of the data folder.
    pub(crate) fn size(&self) -> anyhow::Result<u64> {
        let files = fs::read_dir(self.data())?.map(|entry| Ok(entry?.metadata()?.len()));
        files.sum()
    }

    /// Runs a command of the program to its end, and gives what it says.
    pub(crate) fn run(&self, arguments: &[&str]) -> anyhow::Result<String> {
        let output = Command::new(&self.program)
            .args(arguments)
            .stdin(Stdio::null())
            .output()?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        ensure!(
            output.status.success(),
            "saqta {} failed: {}",
            arguments.join(" "),
            text(&output.stderr)
        );
        Ok(text(&output.stdout))
    }

    /// Starts the server and waits until it is ready.
    pub(crate) fn serve(&self) -> anyhow::Result<Running> {
        let began = Instant::now();
        let mut child = Command::new(&self.program)
            .args([
                "serve",
                "--data",
                &self.data(),
                "--listen",
                "127.0.0.1:0",
                "--dc09",
                "127.0.0.1:0",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let stderr = child.stderr.take().context("standard error is a pipe")?;
        let mut told = BufReader::new(stderr).lines().map_while(Result::ok);
        let mut heard = Vec::new();
        let ready = told
            .by_ref()
            .inspect(|line| heard.push(line.clone()))
            .find(|line| line.contains("ready: "));
        let ready_after = began.elapsed();
        let Some(ready) = ready else {
            bail!("the server did not become ready:\n{}", heard.join("\n"))
        };
        // The pipe must not run full.
        std::thread::spawn(move || told.for_each(drop));
        let address = |name: &str| -> anyhow::Result<SocketAddr> {
            let pairs = ready.split_whitespace().filter_map(|word| word.split_once('='));
            let (_, address) = pairs
                .into_iter()
                .find(|(key, _)| *key == name)
                .context("no address")?;
            Ok(address.trim_end_matches(['"', '}']).parse()?)
        };
        Ok(Running {
            http: address("http")?,
            dc09: address("dc09")?,
            child,
            ready_after,
            began,
        })
    }
}

impl Running {
    /// From the start of the process until a press was answered as recorded.
    pub(crate) async fn first_press(&self, worker: &str) -> anyhow::Result<Duration> {
        let mut connection = Connection::open(self.http).await?;
        let response = connection.ask(&press(worker, "first", "zone-0")).await?;
        ensure!(
            response.status == 201,
            "the first press was answered {}",
            response.status
        );
        Ok(self.began.elapsed())
    }

    /// Resident memory in bytes.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .context("no VmRSS")?;
        let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kibibytes * 1024)
    }

    /// Processor time it has used, in seconds.
    pub(crate) fn processor_seconds(&self) -> anyhow::Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let (_, fields) = stat.rsplit_once(')').context("/proc/…/stat is strange")?;
        // utime and stime are the 14th and 15th field, the 12th and 13th after the name; in hundredths of a second.
        let ticks: Vec<u32> = fields
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse().ok())
            .collect();
        Ok(f64::from(ticks.iter().sum::<u32>()) / 100.0)
    }

    /// Ends it as a service manager does, and waits.
    pub(crate) fn stop(mut self) -> anyhow::Result<()> {
        let told = Command::new("kill")
            .args(["-s", "TERM", &self.child.id().to_string()])
            .status()?;
        ensure!(told.success(), "the server could not be told to end");
        let status = self.child.wait()?;
        ensure!(status.success(), "the server ended with {status}");
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has mostly ended already.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// A press as the press page sends it.
pub(crate) fn press(token: &str, key: &str, zone: &str) -> Vec<u8> {
    let body = format!(r#"{{"zone":"{zone}","kind":"panic","silent":false}}"#);
    let length = body.len();
    format!(
        "POST /api/v1/alarms HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// The account of a panel.
pub(crate) fn account(panel: usize) -> String {
    format!("{:04}", 1000 + panel)
}

/// The zone that a client presses in.
pub(crate) fn zone(places: Places, client: usize) -> String {
    match places {
        Places::Spread => format!("zone-{client}"),
        Places::OneZone => "zone-0".to_owned(),
    }
}

fn declaration(places: Places) -> anyhow::Result<String> {
    let mut text = String::from(
        "[[sites]]\nid = \"kst-ed\"\nkind = \"emergency-department\"\nregion = \"39\"\n\
         [[accounts]]\nlogin = \"worker\"\nroles = [{ role = \"worker\", site = \"kst-ed\" }]\n\
         [[accounts]]\nlogin = \"guard\"\nroles = [{ role = \"guard\", site = \"kst-ed\" }]\n",
    );
    for number in 0..CLIENTS {
        writeln!(text, "[[zones]]\nid = \"zone-{number}\"\nsite = \"kst-ed\"")?;
        let (zone, account) = (zone(places, number), account(number));
        writeln!(
            text,
            "[[devices]]\nid = \"panel-{number}\"\nkind = \"alarm-panel\"\nzone = \"{zone}\"\ndc09 = {{ account = \"{account}\" }}"
        )?;
    }
    Ok(text)
}
