//! The listener on real sockets, with a journal whose moments the test decides.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use saqta_domain::device::Encoding;
use saqta_domain::ids::DeviceId;
use saqta_domain::signal::Signal;
use saqta_intake::dc09::counters::Counters;
use saqta_intake::dc09::desk::{Desk, Missed, NotTaken, Taking};
use saqta_intake::dc09::encode::{Reply, Transmitter, reply};
use saqta_intake::dc09::framing::Deframer;
use saqta_intake::dc09::listener::Listener;
use saqta_intake::dc09::reading::Directory;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

use crate::devices::{Devices, key};

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

type Settle = oneshot::Sender<Result<(), NotTaken>>;

/// A desk that keeps what it is given until the test says what becomes of it.
#[derive(Clone)]
struct Held {
    devices: Arc<Devices>,
    signals: Arc<Mutex<VecDeque<(Signal, Settle)>>>,
    count: watch::Sender<usize>,
    heard: watch::Sender<Vec<DeviceId>>,
    missed: watch::Sender<Vec<Missed>>,
}

impl Desk for Held {
    fn now(&self) -> Timestamp {
        now()
    }

    fn devices(&self) -> Arc<dyn Directory + Send + Sync> {
        Arc::clone(&self.devices) as _
    }

    fn take(&self, signal: Signal) -> Taking {
        let (settle, settled) = oneshot::channel();
        self.signals.lock().unwrap().push_back((signal, settle));
        self.count.send_modify(|count| *count += 1);
        Box::pin(async move {
            settled
                .await
                .unwrap_or_else(|_| Err(NotTaken("the test forgot it".to_owned())))
        })
    }

    fn heard(&self, device: &DeviceId) {
        self.heard.send_modify(|heard| heard.push(device.clone()));
    }

    fn missed(&self, call: Missed) {
        self.missed.send_modify(|missed| missed.push(call));
    }
}

struct Receiver {
    address: SocketAddr,
    desk: Held,
    counters: Arc<Counters>,
    stop: watch::Sender<bool>,
    running: JoinHandle<()>,
}

impl Receiver {
    async fn start() -> Self {
        let devices = Devices::none()
            .with("1234", "panel", Encoding::Windows1252, None)
            .with("5678", "ward-3", Encoding::Windows1251, Some(key(9)));
        let desk = Held {
            devices: Arc::new(devices),
            signals: Arc::default(),
            count: watch::Sender::new(0),
            heard: watch::Sender::default(),
            missed: watch::Sender::default(),
        };
        let listener = Listener::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let (address, counters) = (listener.local_addr().unwrap(), listener.counters());
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(listener.run(desk.clone(), stopped));
        Self {
            address,
            desk,
            counters,
            stop,
            running,
        }
    }

    /// Waits until so many signals came in all.
    async fn received(&self, count: usize) {
        self.desk
            .count
            .subscribe()
            .wait_for(|now| *now >= count)
            .await
            .unwrap();
    }

    fn next(&self) -> (Signal, Settle) {
        self.desk
            .signals
            .lock()
            .unwrap()
            .pop_front()
            .expect("a signal is waiting")
    }

    fn counter(&self, name: &str) -> u64 {
        let all = self.counters.all();
        all.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| *value)
            .expect("a counter of that name")
    }
}

struct Panel {
    stream: TcpStream,
    answers: Deframer,
}

impl Panel {
    async fn connect(receiver: &Receiver) -> Self {
        Self {
            stream: TcpStream::connect(receiver.address).await.unwrap(),
            answers: Deframer::new(),
        }
    }

    async fn send(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.unwrap();
    }

    /// The next answer; `None` when the connection is closed.
    async fn answer(&mut self) -> Option<Reply> {
        loop {
            if let Some(chunk) = self.answers.next_chunk() {
                return Some(reply(&chunk).expect("an answer"));
            }
            let mut buffer = [0; 4096];
            match self.stream.read(&mut buffer).await.unwrap() {
                0 => return None,
                length => self.answers.push(&buffer[..length]),
            }
        }
    }
}

fn press(sequence: u16) -> Vec<u8> {
    Transmitter::new("1234").sia(sequence, "Nri1/PA01", None)
}

#[tokio::test]
async fn an_answer_waits_until_the_signal_is_durable_and_for_those_before_it() {
    let receiver = Receiver::start().await;
    let mut panel = Panel::connect(&receiver).await;
    panel
        .send(
            &[
                press(1),
                press(2),
                Transmitter::new("1234").supervision(None),
                press(3),
            ]
            .concat(),
        )
        .await;
    receiver.received(3).await;
    let [(signal, first), (_, second), (_, third)] = [receiver.next(), receiver.next(), receiver.next()];
    assert_eq!(signal.source.address, "127.0.0.1");
    assert_eq!(signal.raw.bytes, press(1), "byte for byte");
    assert_eq!(signal.device, Some("panel".into()));

    third.send(Ok(())).unwrap();
    second.send(Ok(())).unwrap();
    // Were an answer sent too early, it would be one of these.
    assert_eq!(receiver.counter("ack"), 0);
    first.send(Ok(())).unwrap();
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(panel.answer().await);
    }
    assert_eq!(answers, [1, 2, 0, 3].map(|sequence| Some(Reply::Ack(sequence))));
    assert_eq!(receiver.counter("ack"), 4);
}

#[tokio::test]
async fn what_cannot_be_recorded_is_not_answered_and_shown() {
    let receiver = Receiver::start().await;
    let mut panel = Panel::connect(&receiver).await;
    let test = Transmitter::new("1234").sia(2, "NRP", None);
    panel.send(&[press(1), test, press(3)].concat()).await;
    receiver.received(3).await;
    for outcome in [
        Err(NotTaken("full".to_owned())),
        Err(NotTaken("full".to_owned())),
        Ok(()),
    ] {
        receiver.next().1.send(outcome).unwrap();
    }
    assert_eq!(panel.answer().await, Some(Reply::Ack(3)));
    let missed = receiver.desk.missed.borrow().clone();
    assert_eq!(missed.len(), 1, "the press, not the test");
    assert_eq!(missed[0].device, Some("panel".into()));
    assert_eq!(receiver.counter("not_recorded"), 2);
}

#[tokio::test]
async fn each_kind_of_frame_gets_the_answer_it_deserves() {
    let receiver = Receiver::start().await;
    let mut panel = Panel::connect(&receiver).await;
    let encrypting = Transmitter {
        key: Some(key(9)),
        ..Transmitter::new("5678")
    };
    let stranger = Transmitter {
        key: Some(key(1)),
        ..Transmitter::new("5678")
    };
    let mut damaged = press(2);
    damaged[1] ^= 1;
    let old = now() - jiff::SignedDuration::from_secs(60);
    let stream = [
        b"\r\n\r\nnoise\r\n".to_vec(),
        press(1),
        damaged,
        encrypting.sia(3, "NPA01", Some(now())),
        encrypting.sia(4, "NPA01", Some(old)),
        stranger.sia(5, "NPA01", Some(now())),
        stranger.supervision(Some(now())),
    ];
    // One byte at a time, as a slow modem sends.
    for byte in stream.concat() {
        panel.send(&[byte]).await;
    }
    receiver.received(5).await;
    for _ in 0..5 {
        receiver.next().1.send(Ok(())).unwrap();
    }
    let mut answers = Vec::new();
    for _ in 0..5 {
        answers.push(panel.answer().await.unwrap());
    }
    assert_eq!(
        answers,
        [
            Reply::Ack(1),
            Reply::Ack(3),
            Reply::Nak,
            Reply::Duh(5),
            Reply::Duh(0)
        ]
    );
    for (name, count) in [
        ("noise", 1),
        ("frames", 6),
        ("bad_checksum", 1),
        ("undecryptable", 2),
        ("nak", 1),
        ("duh", 2),
    ] {
        assert_eq!(receiver.counter(name), count, "{name}");
    }
    let heard = receiver.desk.heard.borrow().clone();
    assert_eq!(
        heard,
        ["panel", "ward-3", "ward-3"].map(DeviceId::from),
        "only frames that can be trusted"
    );
}

#[tokio::test]
async fn half_a_frame_before_a_broken_connection_is_a_flagged_signal() {
    let receiver = Receiver::start().await;
    let mut panel = Panel::connect(&receiver).await;
    let frame = press(1);
    panel.send(&frame[..frame.len() - 5]).await;
    drop(panel);
    receiver.received(1).await;
    let (signal, _) = receiver.next();
    let flags: Vec<&str> = signal.flags.iter().map(|flag| flag.code()).collect();
    assert_eq!(flags, ["bad-checksum"]);
}

#[tokio::test]
async fn a_panel_that_sends_without_end_is_held_back_and_loses_nothing() {
    const FRAMES: u16 = 5_000;
    let receiver = Receiver::start().await;
    let panel = Panel::connect(&receiver).await;
    let (mut from_receiver, mut to_receiver) = panel.stream.into_split();
    let sending = tokio::spawn(async move {
        for sequence in 1..=FRAMES {
            to_receiver.write_all(&press(sequence)).await.unwrap();
        }
        to_receiver
    });
    receiver.received(1_024).await;
    let mut answered = 0;
    let mut answers = Deframer::new();
    let mut buffer = [0; 4096];
    let mut received = 0;
    while answered < FRAMES {
        let waiting = receiver.desk.signals.lock().unwrap().len();
        assert!(waiting < 2_048, "{waiting} frames wait at once");
        while let Some((_, settle)) = { receiver.desk.signals.lock().unwrap().pop_front() } {
            settle.send(Ok(())).unwrap();
            received += 1;
        }
        if received < FRAMES {
            receiver.received(usize::from(received) + 1).await;
        }
        if received > answered {
            let length = from_receiver.read(&mut buffer).await.unwrap();
            answers.push(&buffer[..length]);
            while let Some(chunk) = answers.next_chunk() {
                answered += 1;
                assert_eq!(reply(&chunk), Some(Reply::Ack(answered)));
            }
        }
    }
    drop(sending.await.unwrap());
}

#[tokio::test]
async fn datagrams_are_answered_to_their_sender() {
    let receiver = Receiver::start().await;
    let panel = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    panel
        .send_to(&[press(1), press(2)].concat(), receiver.address)
        .await
        .unwrap();
    let other = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    receiver.received(2).await;
    let last = press(3);
    other
        .send_to(&last[..last.len() - 1], receiver.address)
        .await
        .unwrap();
    receiver.received(3).await;
    for _ in 0..3 {
        receiver.next().1.send(Ok(())).unwrap();
    }
    let mut buffer = [0; 200];
    for (socket, sequence) in [(&panel, 1), (&panel, 2), (&other, 3)] {
        let length = socket.recv(&mut buffer).await.unwrap();
        assert_eq!(reply(&buffer[..length]), Some(Reply::Ack(sequence)));
    }
}

#[tokio::test]
async fn the_end_answers_what_was_taken_in_and_closes() {
    let receiver = Receiver::start().await;
    let mut panel = Panel::connect(&receiver).await;
    let mut idle = Panel::connect(&receiver).await;
    panel.send(&press(1)).await;
    receiver.received(1).await;
    receiver.stop.send(true).unwrap();
    assert_eq!(idle.answer().await, None, "an idle connection is closed");
    receiver.next().1.send(Ok(())).unwrap();
    assert_eq!(panel.answer().await, Some(Reply::Ack(1)));
    assert_eq!(panel.answer().await, None);
    receiver.running.await.unwrap();
    assert!(
        TcpStream::connect(receiver.address).await.is_err(),
        "the port is free again"
    );
}
