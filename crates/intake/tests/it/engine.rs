//! The whole way: a panel's frame on a real socket, a real engine on a real folder, an alarm in the journal.

use std::net::SocketAddr;

use saqta_domain::alarm::Flag;
use saqta_domain::command::{Command, Principal};
use saqta_domain::declaration::{Declaration, DeviceDeclaration};
use saqta_domain::device::{Dc09, Device, Encoding};
use saqta_domain::event::Event;
use saqta_engine::{Engine, Handle};
use saqta_intake::dc09::encode::{Reply, Transmitter, reply};
use saqta_intake::dc09::framing::Deframer;
use saqta_intake::dc09::listener::Listener;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::watch;

use crate::devices::key;

struct House {
    folder: TempDir,
    engine: Option<Engine>,
    address: SocketAddr,
    stop: watch::Sender<bool>,
    listening: tokio::task::JoinHandle<()>,
}

fn device(id: &str, receiver: Option<&str>, encrypted: bool) -> DeviceDeclaration {
    let dc09 = Dc09 {
        account: "5678".to_owned(),
        receiver: receiver.map(str::to_owned),
        prefix: None,
        encoding: Encoding::Windows1251,
        encrypted,
    };
    let device = Device {
        id: id.into(),
        kind: "alarm-panel".to_owned(),
        zone: None,
        dc09: Some(dc09),
    };
    DeviceDeclaration {
        device,
        key: encrypted.then(|| "09".repeat(16)),
    }
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        drop(saqta_engine::init(folder.path()).unwrap());
        let engine = Engine::open(folder.path()).unwrap();
        let devices = vec![device("any", None, true), device("second", Some("2"), false)];
        let declaration = Declaration {
            devices,
            ..Declaration::default()
        };
        engine
            .handle()
            .ask(Principal::System, Command::Declare(Box::new(declaration)))
            .await
            .unwrap();
        let listener = Listener::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = watch::channel(false);
        let listening = tokio::spawn(listener.run(engine.handle(), stopped));
        Self {
            folder,
            engine: Some(engine),
            address,
            stop,
            listening,
        }
    }

    fn handle(&self) -> Handle {
        self.engine.as_ref().unwrap().handle()
    }

    /// Sends frames on one connection and waits for an answer to each.
    async fn send(&self, frames: &[Vec<u8>]) -> Vec<Reply> {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(&frames.concat()).await.unwrap();
        let (mut answers, mut deframer, mut buffer) = (Vec::new(), Deframer::new(), [0; 4096]);
        while answers.len() < frames.len() {
            let length = stream.read(&mut buffer).await.unwrap();
            assert!(length > 0, "closed after {answers:?}");
            deframer.push(&buffer[..length]);
            answers.extend(std::iter::from_fn(|| deframer.next_chunk()).map(|chunk| reply(&chunk).unwrap()));
        }
        answers
    }

    /// `type device flags` of what was recorded, from the journal itself.
    fn recorded(&self) -> Vec<String> {
        let entries = self.handle().read_after(0, 1_000).unwrap();
        let lines = entries.iter().filter_map(|entry| match &entry.event {
            Event::AlarmRaised(raised) => {
                let flags: Vec<&str> = raised.flags.iter().map(|flag: &Flag| flag.code()).collect();
                let device = raised.device.as_ref().map_or("-", |device| device.as_str());
                Some(format!("raised {} {device} {flags:?}", raised.kind.code()))
            }
            Event::AlarmRepeated(_) => Some("repeated".to_owned()),
            Event::SignalRecorded(fact) => Some(format!("recorded {:?}", fact.reports[0].meaning)),
            _ => None,
        });
        lines.collect()
    }

    async fn close(mut self) {
        self.stop.send_replace(true);
        self.listening.await.unwrap();
        self.engine.take().unwrap().stop().unwrap();
        drop(self.folder);
    }
}

#[tokio::test]
async fn a_press_is_in_the_journal_before_it_is_acknowledged() {
    let house = House::open().await;
    let now = house.handle().now();
    let keyed = Transmitter {
        key: Some(key(9)),
        ..Transmitter::new("5678")
    };
    let second = Transmitter {
        receiver: Some("2".to_owned()),
        ..Transmitter::new("5678")
    };
    let old = now - jiff::SignedDuration::from_mins(5);
    let frames = [
        keyed.sia(1, "Nri1/PA01", Some(now)),
        keyed.sia(1, "Nri1/PA01", Some(now)),
        second.contact_id(2, "1100 01 002", None),
        keyed.sia(3, "NHA07", Some(old)),
        keyed.sia(4, "NRP", Some(now)),
        Transmitter::new("9999").sia(5, "NQQ01", None),
        keyed.supervision(Some(now)),
    ];
    let answers = house.send(&frames).await;
    let expected = [
        Reply::Ack(1),
        Reply::Ack(1),
        Reply::Ack(2),
        Reply::Nak,
        Reply::Ack(4),
        Reply::Ack(5),
        Reply::Ack(0),
    ];
    assert_eq!(answers, expected);
    assert_eq!(
        house.recorded(),
        [
            r#"raised panic any ["place-uncertain"]"#,
            "repeated",
            r#"raised medical second ["place-uncertain"]"#,
            r#"raised holdup any ["place-uncertain", "wrong-clock"]"#,
            "recorded Test",
            r#"raised panic - ["place-uncertain", "unknown-account", "unknown-code"]"#,
        ]
    );
    assert!(house.handle().local().last_heard(&"any".into()).is_some());
    house.close().await;
}

#[tokio::test]
async fn once_the_journal_is_closed_no_press_is_acknowledged() {
    let mut house = House::open().await;
    house.engine.take().unwrap().stop().unwrap();
    let mut stream = TcpStream::connect(house.address).await.unwrap();
    stream
        .write_all(&Transmitter::new("5678").sia(1, "NPA01", None))
        .await
        .unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    assert_eq!(answer, b"", "nothing was recorded, so nothing may be answered");
    house.stop.send_replace(true);
    house.listening.await.unwrap();
}
