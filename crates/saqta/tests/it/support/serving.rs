//! A running server.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStderr, Stdio};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use super::{Client, Place};

/// How long anything may take that does not fail; tests run beside each other on few cores.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server, killed when it is dropped.
pub(crate) struct Serving {
    child: Child,
    addresses: HashMap<String, String>,
    log: Arc<Log>,
}

/// What a server logs.
#[derive(Default)]
struct Log {
    lines: Mutex<Vec<String>>,
    more: Condvar,
}

impl Log {
    fn text(&self) -> String {
        self.lines.lock().unwrap().join("\n")
    }
}

impl Serving {
    /// Starts a server on a place's data folder and free ports, and waits until it is ready.
    pub(crate) fn start(place: &Place, arguments: &[&str]) -> Self {
        let data = place.data();
        Self::of(place.command(in_full(&data, arguments)))
    }

    /// The same, from a shell that has done something first.
    pub(crate) fn start_after(place: &Place, shell: &str, arguments: &[&str]) -> Self {
        let data = place.data();
        let direct = place.command(in_full(&data, arguments));
        let mut command = std::process::Command::new("sh");
        command
            .arg("-c")
            .arg(format!("{shell}; exec \"$0\" \"$@\""))
            .arg(direct.get_program())
            .args(direct.get_args())
            .stdin(Stdio::null());
        Self::of(command)
    }

    fn of(mut command: std::process::Command) -> Self {
        let mut child = command
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let log = Arc::new(Log::default());
        let ready = follow(child.stderr.take().unwrap(), Arc::clone(&log));
        let Ok(line) = ready.recv_timeout(PATIENCE) else {
            child.kill().unwrap();
            panic!("the server did not become ready:\n{}", log.text());
        };
        let pairs = line.split_whitespace().filter_map(|word| word.split_once('='));
        let addresses = pairs
            .map(|(name, address)| (name.to_owned(), address.to_owned()))
            .collect();
        Self {
            child,
            addresses,
            log,
        }
    }

    /// Where something listens.
    pub(crate) fn address(&self, name: &str) -> &str {
        self.addresses
            .get(name)
            .unwrap_or_else(|| panic!("no {name} among {:?}", self.addresses))
    }

    /// The address of its HTTP side.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address("http"))
    }

    /// Somebody who holds no token.
    pub(crate) fn client(&self) -> Client {
        Client::new(&self.url(), None)
    }

    /// Somebody who holds the token in a file.
    pub(crate) fn client_with(&self, token_file: &str) -> Client {
        Client::new(
            &self.url(),
            Some(std::fs::read_to_string(token_file).unwrap().trim()),
        )
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.text()
    }

    /// Waits until it has logged something.
    pub(crate) fn expect_log(&self, words: &str) {
        let end = Instant::now() + PATIENCE;
        let mut log = self.log.lines.lock().unwrap();
        while !log.iter().any(|line| line.contains(words)) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "{words:?} was not logged:\n{}", log.join("\n"));
            log = self.log.more.wait_timeout(log, left).unwrap().0;
        }
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&self, name: &str) {
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &self.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success(), "the signal was not sent");
    }

    /// Waits for its end: its exit code, and how long it took.
    pub(crate) fn wait(mut self) -> (Option<i32>, Duration) {
        let began = Instant::now();
        let status = self.child.wait().unwrap();
        (status.code(), began.elapsed())
    }

    /// Ends it as a service manager does.
    pub(crate) fn stop(self) {
        self.signal("TERM");
        let log = Arc::clone(&self.log);
        let (code, _) = self.wait();
        assert_eq!(code, Some(0), "{}", log.text());
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It has mostly ended already.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn in_full<'a>(data: &'a str, arguments: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let basic = ["serve", "--data", data, "--listen", "127.0.0.1:0"];
    basic.into_iter().chain(arguments.iter().copied())
}

/// Keeps what is logged, and gives the ready line.
fn follow(stderr: ChildStderr, log: Arc<Log>) -> mpsc::Receiver<String> {
    let (sender, ready) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stderr).lines() {
            let Ok(line) = line else { break };
            if let Some((_, addresses)) = line.split_once("ready: ") {
                let _nobody_waits = sender.send(addresses.split('"').next().unwrap_or_default().to_owned());
            }
            log.lines.lock().unwrap().push(line);
            log.more.notify_all();
        }
    });
    ready
}
