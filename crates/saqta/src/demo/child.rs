//! One child process: how it is started, what it says, how it is told to end.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::Context as _;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStderr, ChildStdin, Command};
use tokio::sync::oneshot;

use crate::output;

/// Where the child listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Addresses {
    pub(super) http: SocketAddr,
    pub(super) dc09: SocketAddr,
}

/// How a child is started.
pub(super) struct Plan {
    pub(super) program: PathBuf,
    pub(super) data: PathBuf,
    pub(super) dc09: SocketAddr,
}

impl Plan {
    /// Starts a child; its addresses come once it is ready, or never.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub(super) fn launch(&self) -> anyhow::Result<(Child, oneshot::Receiver<Addresses>)> {
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars_os() {
            // Settings of the house are none of the demo's.
            if name
                .to_str()
                .is_some_and(|name| name.starts_with("SAQTA_") || name == "NOTIFY_SOCKET")
            {
                command.env_remove(name);
            }
        }
        command
            .arg("serve")
            .arg("--data")
            .arg(&self.data)
            .args([
                "--listen",
                "127.0.0.1:0",
                "--dc09",
                &self.dc09.to_string(),
                "--trusted-proxies",
                "127.0.0.1",
            ])
            .arg("--end-with-stdin")
            .args(["--log", "text", "--log-filter", "warn,saqta::command::serve=info"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        let mut child = command.spawn().context("the server could not be started")?;
        let (tell, ready) = oneshot::channel();
        if let Some(stderr) = child.stderr.take() {
            tokio::spawn(relay(stderr, child.stdin.take(), tell));
        }
        Ok((child, ready))
    }
}

/// Passes the child's words on to the terminal, but for those that say where it listens. Holds its lifeline until it is
/// gone: when this process is killed, the system closes the line, and the child ends.
async fn relay(stderr: ChildStderr, _lifeline: Option<ChildStdin>, tell: oneshot::Sender<Addresses>) {
    let mut tell = Some(tell);
    let mut lines = BufReader::new(stderr).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        if let Some(addresses) = line.split_once("ready: ").and_then(|(_, text)| addresses(text)) {
            // Nobody waits when it was killed meanwhile.
            let _nobody = tell.take().map(|tell| tell.send(addresses));
        } else if !line.contains(" INFO ") {
            output::remark(&format!("server: {line}"));
        }
    }
}

/// The addresses in `http=… dc09=…`.
fn addresses(text: &str) -> Option<Addresses> {
    let address = |name: &str| {
        let word = text
            .split_whitespace()
            .find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        word?.parse().ok()
    };
    Some(Addresses {
        http: address("http")?,
        dc09: address("dc09")?,
    })
}

/// Tells a child to end.
#[cfg(unix)]
pub(super) fn terminate(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process};
    let id = child
        .id()
        .and_then(|id| i32::try_from(id).ok())
        .and_then(Pid::from_raw);
    if let Some(Err(error)) = id.map(|id| kill_process(id, Signal::TERM)) {
        tracing::warn!(%error, "the server could not be told to end");
    }
}

/// Nothing gentler is known here; whatever was answered is recorded all the same.
#[cfg(not(unix))]
pub(super) fn terminate(_child: &Child) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_childs_addresses_are_read_from_its_ready_line() {
        let expected = Addresses {
            http: "127.0.0.1:4001".parse().unwrap(),
            dc09: "0.0.0.0:4002".parse().unwrap(),
        };
        assert_eq!(addresses("http=127.0.0.1:4001 dc09=0.0.0.0:4002"), Some(expected));
        assert_eq!(addresses("http=127.0.0.1:4001"), None);
    }
}
