//! The server under a service manager, which is told how it stands (`sd_notify(3)`).
#![cfg(target_os = "linux")]

use std::os::unix::net::UnixDatagram;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::Place;

/// A server that tells how it stands, killed when it is dropped.
struct Managed {
    child: Child,
    socket: UnixDatagram,
}

impl Managed {
    fn start(place: &Place, settings: &[(&str, &str)]) -> Self {
        let path = place.path("notify");
        let socket = UnixDatagram::bind(&path).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let child = place
            .command(["serve", "--data", &place.data(), "--listen", "127.0.0.1:0"])
            .env("NOTIFY_SOCKET", &path)
            .envs(settings.iter().copied())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { child, socket }
    }

    /// What it tells next.
    fn told(&self) -> String {
        let mut buffer = [0; 512];
        let length = self.socket.recv(&mut buffer).unwrap();
        String::from_utf8_lossy(&buffer[..length]).into_owned()
    }
}

impl Drop for Managed {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

#[test]
fn readiness_and_the_end_are_told() {
    let place = Place::hospital();
    let mut managed = Managed::start(&place, &[]);
    let ready = managed.told();
    assert!(ready.starts_with("READY=1\nSTATUS=http=127.0.0.1:"), "{ready}");
    let id = managed.child.id().to_string();
    assert!(Command::new("kill").arg(id).status().unwrap().success());
    assert_eq!(managed.told(), "STOPPING=1");
    assert_eq!(managed.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_watchdog_is_told_that_the_writer_lives() {
    let place = Place::hospital();
    let managed = Managed::start(&place, &[("WATCHDOG_USEC", "10000000")]);
    assert!(managed.told().starts_with("READY=1"));
    for beat in 1..=3 {
        assert_eq!(managed.told(), "WATCHDOG=1", "beat {beat}");
    }
}
