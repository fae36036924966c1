//! Who presses, sends and closes while the server is killed.

use std::collections::VecDeque;
use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;
use std::thread::{Scope, ScopedJoinHandle};
use std::time::Duration;

use saqta_intake::dc09::encode::{Reply, Transmitter, reply};
use saqta_intake::dc09::framing::Deframer;
use serde_json::{Value, json};

use super::stage::{Stage, Up};
use crate::support::Place;

/// How many people press at once.
const PRESSERS: usize = 4;

/// The accounts of the panels: one that is declared and one that nobody knows.
const PANELS: [&str; 2] = ["1234", "77A9"];

/// How many frames a panel has under way.
const UNDER_WAY: usize = 8;

/// How long an answer may take; a killed server's connections break at once.
const PATIENCE: Duration = Duration::from_secs(60);

/// The load, with what it needs to be let in.
pub(super) struct Load {
    worker_token: String,
    guard_token: String,
    /// Alarms for the guard to close.
    to_close: Mutex<Vec<String>>,
}

/// What was answered: it may never be lost again.
#[derive(Debug, Default)]
pub(super) struct Answered {
    /// The keys of presses, and the alarms they raised.
    pub(super) presses: Vec<(String, String)>,
    /// The marks of frames.
    pub(super) frames: Vec<String>,
    /// Alarms that are closed.
    pub(super) closed: Vec<String>,
}

/// The load at work.
pub(super) struct Working<'scope> {
    parts: Vec<ScopedJoinHandle<'scope, Answered>>,
}

impl Working<'_> {
    /// Waits until everything that was begun is answered.
    pub(super) fn join(self) -> Answered {
        let mut all = Answered::default();
        for part in self.parts {
            let part = part.join().unwrap();
            all.presses.extend(part.presses);
            all.frames.extend(part.frames);
            all.closed.extend(part.closed);
        }
        all
    }
}

impl Load {
    pub(super) fn new(place: &Place) -> Self {
        let token = |login| {
            let file = place.token(&["--account", login]);
            std::fs::read_to_string(file).unwrap().trim().to_owned()
        };
        Self {
            worker_token: token("worker"),
            guard_token: token("guard"),
            to_close: Mutex::default(),
        }
    }

    pub(super) fn start<'scope, 'env>(
        &'env self,
        scope: &'scope Scope<'scope, 'env>,
        stage: &'env Stage,
    ) -> Working<'scope> {
        let pressers = (0..PRESSERS).map(|number| scope.spawn(move || self.press(stage, number)));
        let panels = PANELS
            .into_iter()
            .map(|account| scope.spawn(move || send(stage, account)));
        let guard = std::iter::once(scope.spawn(move || self.close(stage)));
        Working {
            parts: pressers.chain(panels).chain(guard).collect(),
        }
    }

    /// One press after another, each until it is answered.
    fn press(&self, stage: &Stage, presser: usize) -> Answered {
        let person = Person::new(&self.worker_token);
        let mut answered = Answered::default();
        for number in 0.. {
            if stage.is_ending() {
                break;
            }
            let key = format!("presser {presser}, press {number}");
            let body = json!({ "zone": "triage", "kind": "panic", "note": key });
            let alarm = person.post_until_answered(stage, "/api/v1/alarms", &key, &body);
            let id = alarm["id"].as_str().unwrap().to_owned();
            self.to_close.lock().unwrap().push(id.clone());
            answered.presses.push((key, id));
        }
        answered
    }

    /// Closes the newest alarm, again and again. What is not answered may have been done or not: it is left.
    fn close(&self, stage: &Stage) -> Answered {
        let person = Person::new(&self.guard_token);
        let mut answered = Answered::default();
        while !stage.is_ending() {
            let up = stage.server(None);
            let Some(id) = self.to_close.lock().unwrap().pop() else {
                std::thread::yield_now();
                continue;
            };
            let path = format!("/api/v1/alarms/{id}/close");
            match person.post(&up, &path, None, &json!({ "outcome": "test" })) {
                Ok((200, _)) => answered.closed.push(id),
                Ok((status, body)) => panic!("closing {id} was answered {status}: {body}"),
                Err(_killed) => {
                    stage.server(Some(&up));
                }
            }
        }
        answered
    }
}

/// Somebody with a token.
struct Person {
    agent: ureq::Agent,
    token: String,
}

impl Person {
    fn new(token: &str) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(PATIENCE))
            .build();
        Self {
            agent: config.into(),
            token: format!("Bearer {token}"),
        }
    }

    fn post(
        &self,
        up: &Up,
        path: &str,
        key: Option<&str>,
        body: &Value,
    ) -> Result<(u16, Value), ureq::Error> {
        let mut request = self
            .agent
            .post(format!("http://{}{path}", up.http))
            .header("authorization", &self.token)
            .header("content-type", "application/json");
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        let mut response = request.send(body.to_string())?;
        let text = response.body_mut().read_to_string()?;
        // The status came; without the whole body it is no answer.
        let body = serde_json::from_str(&text).map_err(|error| io::Error::other(error.to_string()))?;
        Ok((response.status().as_u16(), body))
    }

    fn post_until_answered(&self, stage: &Stage, path: &str, key: &str, body: &Value) -> Value {
        let mut up = stage.server(None);
        loop {
            match self.post(&up, path, Some(key), body) {
                Ok((201, alarm)) => {
                    stage.answered();
                    return alarm;
                }
                Ok((status, problem)) => panic!("{key} was answered {status}: {problem}"),
                Err(_killed) => up = stage.server(Some(&up)),
            }
        }
    }
}

/// A frame that was not answered yet.
struct Frame {
    sequence: u16,
    mark: String,
    bytes: Vec<u8>,
}

/// A panel: one connection after another, on each first what the one before left unanswered.
fn send(stage: &Stage, account: &str) -> Answered {
    let transmitter = Transmitter::new(account);
    let mut panel = Panel {
        unanswered: VecDeque::new(),
        sent: 0,
        transmitter,
        answered: Answered::default(),
    };
    let mut up = stage.server(None);
    loop {
        match panel.serve(stage, &up) {
            Ok(()) => return panel.answered,
            Err(_killed) => up = stage.server(Some(&up)),
        }
    }
}

struct Panel {
    transmitter: Transmitter,
    unanswered: VecDeque<Frame>,
    sent: u64,
    answered: Answered,
}

impl Panel {
    /// Sends until the connection breaks, or until everything is answered at the end.
    fn serve(&mut self, stage: &Stage, up: &Up) -> io::Result<()> {
        let mut stream = TcpStream::connect(&up.dc09)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        for frame in &self.unanswered {
            stream.write_all(&frame.bytes)?;
        }
        let mut deframer = Deframer::new();
        let mut buffer = [0; 1_024];
        loop {
            while self.unanswered.len() < UNDER_WAY && !stage.is_ending() {
                let frame = self.next_frame();
                let written = stream.write_all(&frame.bytes);
                self.unanswered.push_back(frame);
                written?;
            }
            if self.unanswered.is_empty() {
                return Ok(());
            }
            let length = stream.read(&mut buffer)?;
            if length == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            deframer.push(&buffer[..length]);
            while let Some(answer) = deframer.next_chunk() {
                self.take(&answer);
                stage.answered();
            }
        }
    }

    fn next_frame(&mut self) -> Frame {
        self.sent += 1;
        let sequence = u16::try_from((self.sent - 1) % 9_999 + 1).unwrap();
        let mark = format!("panel {}, frame {}", self.transmitter.account, self.sent);
        let bytes = self
            .transmitter
            .sia(sequence, &format!("Nri1/PA01^{mark}^"), None);
        Frame {
            sequence,
            mark,
            bytes,
        }
    }

    fn take(&mut self, answer: &[u8]) {
        let frame = self.unanswered.pop_front().expect("an answer belongs to a frame");
        assert_eq!(
            reply(answer),
            Some(Reply::Ack(frame.sequence)),
            "the answer to {}",
            frame.mark
        );
        self.answered.frames.push(frame.mark);
    }
}
