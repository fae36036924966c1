//! One TCP connection of a panel, which may stay open for months and carry many frames at once.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

use super::counters::Counters;
use super::desk::Desk;
use super::framing::Deframer;
use super::inbox::{Inbox, Moment};

/// A connection that never sent a frame is closed after this long.
const STRANGERS_PATIENCE: Duration = Duration::from_secs(60);

/// A panel's connection is closed after it said nothing for this long; it opens another when it has something to say.
const PANELS_PATIENCE: Duration = Duration::from_secs(60 * 60);

/// A part of a frame is taken as it is when nothing followed it for this long. A panel that waits for its answer has
/// given up by then, and a slow network has sent its next packet.
const REST_OF_FRAME: Duration = Duration::from_secs(15);

/// A panel that does not take its answers for this long is gone.
const WRITE_PATIENCE: Duration = Duration::from_secs(30);

/// How many bytes are read at once.
const READ_AT_ONCE: usize = 16 * 1_024;

/// Serves a connection until the panel closes it, says nothing for long, or `stop` is true.
pub(crate) async fn serve<D: Desk>(
    mut stream: TcpStream,
    address: &str,
    desk: &D,
    counters: &Counters,
    mut stop: watch::Receiver<bool>,
) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, address, "answers may be delayed");
    }
    let (mut from_panel, mut to_panel) = stream.split();
    let mut input = Input {
        deframer: Deframer::new(),
        inbox: Inbox::new(desk, counters),
        desk,
        address,
        known: false,
    };
    let mut buffer = vec![0; READ_AT_ONCE];
    let mut answers = Vec::new();
    let (mut reading, mut writing) = (true, true);
    let patience = sleep(STRANGERS_PATIENCE);
    tokio::pin!(patience);

    while reading || !input.inbox.is_empty() {
        let may_read = reading && !input.inbox.is_full();
        tokio::select! {
            () = input.inbox.settle(|(), answer| answers.extend_from_slice(&answer)), if !input.inbox.is_empty() => {
                if writing && !answers.is_empty() {
                    writing = matches!(timeout(WRITE_PATIENCE, to_panel.write_all(&answers)).await, Ok(Ok(())));
                    // Whoever takes no answers is not listened to either; what was taken in is still recorded.
                    reading &= writing;
                }
                answers.clear();
            }
            received = from_panel.read(&mut buffer), if may_read => match received {
                Ok(length @ 1..) => {
                    input.take(&buffer[..length]);
                    patience.as_mut().reset(Instant::now() + input.patience());
                }
                Ok(0) | Err(_) => {
                    input.finish();
                    reading = false;
                }
            },
            () = &mut patience, if may_read => {
                reading = input.deframer.is_waiting();
                input.finish();
                patience.as_mut().reset(Instant::now() + input.patience());
            }
            // Half a frame was not answered: the panel sends it again, here or to another receiver.
            () = stopped(&mut stop), if reading => reading = false,
        }
    }
    if let Err(error) = to_panel.shutdown().await {
        tracing::debug!(%error, address, "the connection was gone before it was closed");
    }
}

/// Waits until `stop` is true, or nobody can make it so any more.
pub(super) async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _true_or_gone = stop.wait_for(|stop| *stop).await;
}

/// The reading side of a connection.
struct Input<'a, D> {
    deframer: Deframer,
    inbox: Inbox<'a, D, ()>,
    desk: &'a D,
    address: &'a str,
    /// Whether it ever sent a frame.
    known: bool,
}

impl<D: Desk> Input<'_, D> {
    fn take(&mut self, bytes: &[u8]) {
        self.deframer.push(bytes);
        let devices = self.desk.devices();
        let moment = Moment {
            now: self.desk.now(),
            devices: devices.as_ref(),
            address: self.address,
        };
        while let Some(chunk) = self.deframer.next_chunk() {
            self.known |= self.inbox.take((), chunk, &moment);
        }
    }

    fn finish(&mut self) {
        let chunks = self.deframer.finish();
        if chunks.is_empty() {
            return;
        }
        let devices = self.desk.devices();
        let moment = Moment {
            now: self.desk.now(),
            devices: devices.as_ref(),
            address: self.address,
        };
        for chunk in chunks {
            self.known |= self.inbox.take((), chunk, &moment);
        }
    }

    fn patience(&self) -> Duration {
        match (self.deframer.is_waiting(), self.known) {
            (true, _) => REST_OF_FRAME,
            (false, true) => PANELS_PATIENCE,
            (false, false) => STRANGERS_PATIENCE,
        }
    }
}
