//! The listener: SIA DC-09 over TCP and UDP on one port.
//!
//! The cast: a [`Listener`] takes in connections and datagrams; each connection, and all datagrams together, have an
//! inbox of frames that wait for their answer; a [`Desk`] makes them durable. No task is made for a frame.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::connection::stopped;
use super::counters::{Counters, add};
use super::desk::Desk;
use super::framing::Deframer;
use super::inbox::{Inbox, Moment};
use super::{connection, framing};

/// How long to wait after a connection could not be taken in (mostly: too many open files).
const PAUSE_AFTER_ACCEPT_ERROR: Duration = Duration::from_millis(100);

/// How long frames that were taken in before the end may wait for their answer.
const LAST_ANSWERS: Duration = Duration::from_secs(3);

/// The longest datagram, in bytes.
const LONGEST_DATAGRAM: usize = 65_536;

/// A listener that is bound and not yet running.
#[derive(Debug)]
pub struct Listener {
    tcp: TcpListener,
    udp: UdpSocket,
    counters: Arc<Counters>,
}

impl Listener {
    /// Binds TCP and UDP to the same address. With port 0 the system chooses one.
    ///
    /// # Errors
    /// What the system says, for instance that the port is taken.
    pub async fn bind(address: SocketAddr) -> io::Result<Self> {
        let tcp = TcpListener::bind(address).await?;
        let udp = UdpSocket::bind(tcp.local_addr()?).await?;
        Ok(Self {
            tcp,
            udp,
            counters: Arc::default(),
        })
    }

    /// The address that is bound.
    ///
    /// # Errors
    /// What the system says.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.tcp.local_addr()
    }

    /// Its figures.
    #[must_use]
    pub fn counters(&self) -> Arc<Counters> {
        Arc::clone(&self.counters)
    }

    /// Runs until `stop` is true (or its sender is gone). Then nothing more is read, and what was taken in is still
    /// answered, for three seconds at most.
    pub async fn run<D: Desk>(self, desk: D, mut stop: watch::Receiver<bool>) {
        let Self { tcp, udp, counters } = self;
        let mut tasks = JoinSet::new();
        tasks.spawn(serve_datagrams(
            udp,
            desk.clone(),
            Arc::clone(&counters),
            stop.clone(),
        ));
        loop {
            tokio::select! {
                accepted = tcp.accept() => match accepted {
                    Ok((stream, peer)) => {
                        tasks.spawn(serve_connection(stream, peer, desk.clone(), Arc::clone(&counters), stop.clone()));
                    }
                    Err(error) => {
                        add(&counters.accept_errors);
                        tracing::error!(%error, "a connection could not be taken in");
                        sleep(PAUSE_AFTER_ACCEPT_ERROR).await;
                    }
                },
                Some(ended) = tasks.join_next() => report(ended),
                () = stopped(&mut stop) => break,
            }
        }
        drop(tcp);
        let all_answered = timeout(LAST_ANSWERS, async {
            while let Some(ended) = tasks.join_next().await {
                report(ended);
            }
        });
        if all_answered.await.is_err() {
            tracing::warn!(connections = tasks.len(), "ended before every frame was answered");
        }
    }
}

fn report(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a connection's task failed");
    }
}

async fn serve_connection<D: Desk>(
    stream: TcpStream,
    peer: SocketAddr,
    desk: D,
    counters: Arc<Counters>,
    stop: watch::Receiver<bool>,
) {
    add(&counters.connections);
    add(&counters.connections_open);
    connection::serve(stream, &address(peer.ip()), &desk, &counters, stop).await;
    counters.connections_open.fetch_sub(1, Ordering::Relaxed);
}

/// An IPv4 address is written as such, on a socket for both families too.
fn address(ip: IpAddr) -> String {
    ip.to_canonical().to_string()
}

async fn serve_datagrams<D: Desk>(
    socket: UdpSocket,
    desk: D,
    counters: Arc<Counters>,
    mut stop: watch::Receiver<bool>,
) {
    let mut inbox: Inbox<'_, D, SocketAddr> = Inbox::new(&desk, &counters);
    let mut buffer = vec![0; LONGEST_DATAGRAM];
    let mut answers: Vec<(SocketAddr, Vec<u8>)> = Vec::new();
    let mut reading = true;
    while reading || !inbox.is_empty() {
        tokio::select! {
            () = inbox.settle(|peer, answer| answers.push((peer, answer))), if !inbox.is_empty() => {
                for (peer, answer) in answers.drain(..) {
                    if let Err(error) = socket.send_to(&answer, peer).await {
                        tracing::warn!(%error, %peer, "an answer could not be sent");
                    }
                }
            }
            received = socket.recv_from(&mut buffer), if reading && !inbox.is_full() => match received {
                Ok((length, peer)) => {
                    add(&counters.datagrams);
                    let (devices, address) = (desk.devices(), address(peer.ip()));
                    let moment = Moment { now: desk.now(), devices: devices.as_ref(), address: &address };
                    for chunk in Deframer::datagram(&buffer[..length]) {
                        inbox.take(peer, chunk, &moment);
                    }
                }
                // An earlier answer met a closed port; the socket itself is sound.
                Err(error) => tracing::debug!(%error, "a datagram could not be received"),
            },
            () = stopped(&mut stop), if reading => reading = false,
        }
    }
}

const _: () = assert!(
    framing::MAX_FRAME <= LONGEST_DATAGRAM,
    "a datagram must hold any frame"
);
