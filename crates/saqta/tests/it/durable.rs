//! An answer leaves only after the disk has confirmed: shown by the system calls of the real server.
//!
//! The cast: a [`Traced`] server runs under `strace`, which writes down what it reads, writes and syncs; each [`Call`]
//! of the trace is one line of that, at the moment when it ended (a sync) or began (an answer).

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use saqta_intake::dc09::encode::{Reply, Transmitter, reply};
use serde_json::json;

use crate::support::{Client, PROGRAM, Place};

/// What is written down. Reads, to see when a press came; positioned writes, because the database uses them.
const CALLS: &str = "fsync,fdatasync,write,writev,sendto,sendmsg,read,recvfrom,recvmsg,pwrite64";

/// How many presses of each kind: each must have a sync of its own.
const PRESSES: u16 = 3;

const PATIENCE: Duration = Duration::from_secs(60);

/// What a line of the trace is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Call {
    /// Bytes from a presser or a panel arrived.
    Came,
    /// The journal was written to, and that is not yet on the disk.
    Wrote,
    /// The journal is on the disk.
    Synced,
    /// An answer begins to leave.
    Answered,
}

#[test]
fn the_journal_is_on_the_disk_before_an_answer_leaves() {
    let place = Place::hospital();
    let token = place.token(&["--account", "worker"]);
    let traced = Traced::start(&place);
    let worker = Client::new(&traced.http, Some(fs::read_to_string(token).unwrap().trim()));
    for number in 0..PRESSES {
        worker
            .post(
                "/api/v1/alarms",
                &json!({ "zone": "triage", "note": number.to_string() }),
            )
            .expect(201);
    }
    let mut panel = TcpStream::connect(&traced.dc09).unwrap();
    panel.set_read_timeout(Some(PATIENCE)).unwrap();
    for sequence in 1..=PRESSES {
        panel
            .write_all(&Transmitter::new("1234").sia(sequence, "Nri1/PA01", None))
            .unwrap();
        let mut answer = [0; 256];
        let length = panel.read(&mut answer).unwrap();
        assert_eq!(reply(&answer[..length]), Some(Reply::Ack(sequence)));
    }
    drop(panel);
    let trace = traced.end();
    for (press, answer) in [("POST /api/v1/alarms", "HTTP/1.1 201"), ("SIA-DCS", "ACK")] {
        let checked = check(&trace, press, answer);
        assert_eq!(
            checked,
            Ok(usize::from(PRESSES)),
            "answers with {answer} in the trace:\n{trace}"
        );
    }
}

#[test]
fn an_answer_before_the_disk_is_found_in_a_trace() {
    let came = "7 recvfrom(9<socket:[1]>, \"POST /press\", 99, 0, NULL, NULL) = 11";
    let wrote = "8 pwrite64(5</data/journal.sqlite-wal>, \"\\0\", 1, 0) = 1";
    let begun = "8 fdatasync(5</data/journal.sqlite-wal> <unfinished ...>";
    let synced = "8 <... fdatasync resumed>) = 0";
    let views = "8 fdatasync(6</data/views.sqlite-wal>) = 0";
    let answered = "7 sendto(9<socket:[1]>, \"HTTP/1.1 201\", 12, 0, NULL, 0) = 12";
    let check = |lines: &[&str]| check(&lines.join("\n"), "POST /press", "HTTP/1.1 201");
    assert_eq!(check(&[came, wrote, begun, views, synced, answered]), Ok(1));
    assert_eq!(
        check(&[
            came, wrote, begun, synced, answered, came, wrote, begun, synced, answered
        ]),
        Ok(2)
    );
    for wrong in [
        &[came, answered][..],
        &[came, wrote, answered],
        &[came, wrote, begun, answered, synced],
        &[came, wrote, views, answered],
        &[came, begun, synced, answered],
        &[came, wrote, begun, synced, wrote, answered],
        &[wrote, begun, synced, came, answered],
        &[came, wrote, begun, synced, answered, came, answered],
    ] {
        let fault = check(wrong).unwrap_err();
        assert!(fault.contains("answers before the disk did"), "{fault}");
    }
}

/// Between the arrival of each press and its answer the journal is written and then synced, and nothing is written to
/// it after that sync and before the answer. Gives the number of answers.
fn check(trace: &str, press: &str, answer: &str) -> Result<usize, String> {
    let mut answers = 0;
    let mut since_press = None;
    for (number, call) in calls(trace, press, answer) {
        since_press = match (call, since_press) {
            (Call::Came, _) => Some(Call::Came),
            (Call::Wrote, Some(_)) => Some(Call::Wrote),
            (Call::Synced, Some(Call::Wrote)) => Some(Call::Synced),
            (Call::Answered, Some(Call::Synced)) => {
                answers += 1;
                None
            }
            (Call::Answered, _) => {
                let line = trace.lines().nth(number).unwrap_or_default();
                return Err(format!("line {} answers before the disk did: {line}", number + 1));
            }
            (_, state) => state,
        };
    }
    Ok(answers)
}

/// The lines of a trace that matter, with their numbers. A call that another thread interrupts stands in two lines:
/// `unfinished` where it began and `resumed` where it ended.
fn calls(trace: &str, press: &str, answer: &str) -> Vec<(usize, Call)> {
    let mut begun: HashMap<(&str, &str), bool> = HashMap::new();
    let mut calls = Vec::new();
    for (number, line) in trace.lines().enumerate() {
        let Some((thread, rest)) = line.split_once(char::is_whitespace) else {
            continue;
        };
        let rest = rest.trim_start();
        let (name, resumed) = match rest.strip_prefix("<... ") {
            Some(resumed) => (resumed.split(' ').next().unwrap_or_default(), true),
            None => (rest.split('(').next().unwrap_or_default(), false),
        };
        let unfinished = rest.ends_with("<unfinished ...>");
        let on_journal = match resumed {
            true => begun.remove(&(thread, name)).unwrap_or(false),
            false => rest.contains("/journal.sqlite"),
        };
        if unfinished {
            begun.insert((thread, name), on_journal);
        }
        let ended = !unfinished && rest.ends_with("= 0");
        let call = match name {
            "fsync" | "fdatasync" if on_journal && ended => Some(Call::Synced),
            "pwrite64" if on_journal && !resumed => Some(Call::Wrote),
            "read" | "recvfrom" | "recvmsg" if !unfinished && rest.contains(press) => Some(Call::Came),
            "write" | "writev" | "sendto" | "sendmsg" if !resumed && rest.contains(answer) => {
                Some(Call::Answered)
            }
            _ => None,
        };
        calls.extend(call.map(|call| (number, call)));
    }
    calls
}

/// A server under `strace`.
struct Traced {
    strace: Child,
    trace: String,
    http: String,
    dc09: String,
}

impl Traced {
    fn start(place: &Place) -> Self {
        let (data, trace) = (place.data(), place.path("trace"));
        let mut command = Command::new("strace");
        command.args([
            "-f",
            "-y",
            "-s",
            "96",
            "-e",
            &format!("trace={CALLS}"),
            "-o",
            &trace,
            "--",
            PROGRAM,
            "serve",
        ]);
        command.args([
            "--data",
            &data,
            "--listen",
            "127.0.0.1:0",
            "--dc09",
            "127.0.0.1:0",
        ]);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let spawned = command.spawn();
        let mut strace = spawned.unwrap_or_else(|error| {
            panic!("strace cannot be started ({error}); to have it: apt-get install strace (scripts/setup.sh test does)")
        });
        let mut told = BufReader::new(strace.stderr.take().unwrap())
            .lines()
            .map_while(Result::ok);
        let mut heard = Vec::new();
        let ready = told
            .by_ref()
            .inspect(|line| heard.push(line.clone()))
            .find(|line| line.contains("ready: "));
        let Some(ready) = ready else {
            panic!(
                "the server did not become ready under strace (may this machine trace?):\n{}",
                heard.join("\n")
            );
        };
        // The pipe must not run full.
        std::thread::spawn(move || told.for_each(drop));
        let address = |name: &str| {
            let found = ready
                .split_whitespace()
                .find_map(|word| word.split_once('=').filter(|(key, _)| *key == name));
            found
                .unwrap_or_else(|| panic!("no {name} in {ready}"))
                .1
                .trim_end_matches(['"', '}'])
                .to_owned()
        };
        Self {
            strace,
            trace,
            http: format!("http://{}", address("http")),
            dc09: address("dc09"),
        }
    }

    /// Ends the server; strace ends with it. Gives the whole trace.
    fn end(mut self) -> String {
        let trace = fs::read_to_string(&self.trace).unwrap();
        let server = trace
            .split_whitespace()
            .next()
            .expect("the trace begins with the server's process");
        let sent = Command::new("kill")
            .args(["-s", "TERM", server])
            .status()
            .unwrap();
        assert!(sent.success(), "the server could not be told to end");
        self.strace.wait().unwrap();
        fs::read_to_string(&self.trace).unwrap()
    }
}

impl Drop for Traced {
    fn drop(&mut self) {
        // It has mostly ended already; strace takes its server with it.
        let _ended = self.strace.kill();
        let _reaped = self.strace.wait();
    }
}
