//! Nothing that was accepted is ever lost: the real server is killed again and again under load.
//!
//! The cast: [`load`] has pressers (over HTTP, each press under its own key), panels (over DC-09, many frames under
//! way) and a guard who closes alarms; what was not answered when the server died is sent again, the same press under
//! the same key, the same frame under the same number. A [`Stage`] tells them which server is up. The test itself
//! starts a server, waits for some answers, and kills it at an instant that a seed chooses: counted in answers, and
//! then in microseconds. At the end the journal itself is read, entry by entry.

mod load;
mod stage;

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use saqta_domain::event::{Event, Recorded};
use saqta_domain::private::Private;
use saqta_engine::Engine;
use saqta_journal::SeededRandom;

use crate::support::{Client, Place, Serving};
use load::{Answered, Load};
use stage::Stage;

/// How often the server is killed, unless `SAQTA_KILLS` says otherwise.
const KILLS: u64 = 200;

/// The journal is verified after each so many kills, besides at the end.
const VERIFY_EVERY: u64 = 20;

/// How many answers a server gives at most before its instant is chosen.
const MOST_ANSWERS: u64 = 60;

/// How long after that answer it is killed at most: longer than a batch takes, so that every step of one is met.
const LONGEST_SPIN: Duration = Duration::from_millis(6);

/// One start in so many is killed before the server is ready.
const EARLY: u64 = 8;

#[test]
fn a_killed_server_has_lost_nothing_that_it_accepted() {
    let kills = number("SAQTA_KILLS").unwrap_or(KILLS);
    let seed = number("SAQTA_SEED").unwrap_or_else(any_seed);
    println!("{kills} kills, seed {seed} (again: SAQTA_SEED={seed} SAQTA_KILLS={kills})");
    let place = Place::hospital();
    let stage = Stage::new();
    let load = Load::new(&place);
    // The administrator also sees the alarms of a panel that nobody knows.
    let everything = place.token(&["--account", "admin"]);
    let answered = thread::scope(|scope| {
        let working = load.start(scope, &stage);
        let mut killing = Killing {
            place: &place,
            stage: &stage,
            random: SeededRandom::new(seed),
        };
        (1..=kills).for_each(|kill| killing.kill_one(kill));
        let serving = killing.serve();
        stage.end();
        let answered = working.join();
        look_through_the_api(&serving.client_with(&everything), &answered);
        serving.stop();
        answered
    });
    println!(
        "{} presses and {} frames were answered",
        answered.presses.len(),
        answered.frames.len()
    );
    assert!(
        answered.presses.len() as u64 >= kills,
        "the load was too small to say anything"
    );
    assert!(
        answered.frames.len() as u64 >= kills,
        "the load was too small to say anything"
    );
    verify(&place);
    let ran = place
        .run(["rebuild", "--check", "--data", &place.data()])
        .expect(0);
    assert!(ran.out.contains("the views were equal"), "{}", ran.out);
    look_into_the_journal(&place, &answered);
}

struct Killing<'a> {
    place: &'a Place,
    stage: &'a Stage,
    random: SeededRandom,
}

impl Killing<'_> {
    fn kill_one(&mut self, kill: u64) {
        if self.random.below(EARLY) == 0 {
            self.kill_before_it_is_ready();
        }
        let serving = self.serve();
        let enough = self.stage.answers() + self.random.below(MOST_ANSWERS + 1);
        self.stage.wait_for_answers(enough, || serving.log());
        self.spin(LONGEST_SPIN);
        drop(serving);
        self.stage.down();
        if kill.is_multiple_of(VERIFY_EVERY) {
            verify(self.place);
        }
    }

    fn serve(&self) -> Serving {
        let serving = Serving::start(self.place, &["--dc09", "127.0.0.1:0"]);
        self.stage.up(serving.address("http"), serving.address("dc09"));
        serving
    }

    /// What recovers from a kill may be killed itself.
    fn kill_before_it_is_ready(&mut self) {
        let data = self.place.data();
        let mut command = self
            .place
            .command(["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        self.spin(Duration::from_millis(120));
        child.kill().unwrap();
        child.wait().unwrap();
    }

    fn spin(&mut self, longest: Duration) {
        let micros = self.random.below(u64::try_from(longest.as_micros()).unwrap());
        let end = Instant::now() + Duration::from_micros(micros);
        while Instant::now() < end {
            thread::yield_now();
        }
    }
}

fn verify(place: &Place) {
    place.run(["verify", "--data", &place.data()]).expect(0);
}

/// What a person is shown at the end: every alarm that was answered for, those closed that a guard was told are closed.
fn look_through_the_api(administrator: &Client, answered: &Answered) {
    let mut shown: HashMap<String, String> = HashMap::new();
    let mut path = "/api/v1/alarms?limit=500".to_owned();
    loop {
        let page = administrator.get(&path).expect(200);
        for alarm in page["items"].as_array().unwrap() {
            let text = |field: &str| alarm[field].as_str().unwrap().to_owned();
            shown.insert(text("id"), text("state"));
        }
        match page["next"].as_str() {
            Some(next) => path = format!("/api/v1/alarms?limit=500&cursor={next}"),
            None => break,
        }
    }
    for (key, id) in &answered.presses {
        assert!(
            shown.contains_key(id),
            "the alarm {id} of the press {key} was answered 201 and is not listed"
        );
    }
    for id in &answered.closed {
        assert_eq!(
            shown.get(id).map(String::as_str),
            Some("closed"),
            "the alarm {id} was answered as closed"
        );
    }
}

/// What is on the disk: one alarm for each press and each frame, and no other.
fn look_into_the_journal(place: &Place, answered: &Answered) {
    let mut alarms: HashMap<String, Vec<String>> = HashMap::new();
    read_journal(Path::new(&place.data()), |recorded| {
        if let Event::AlarmRaised(raised) = &recorded.event {
            alarms
                .entry(origin(&recorded))
                .or_default()
                .push(raised.alarm.0.to_string());
        }
    });
    let doubles: Vec<_> = alarms.iter().filter(|(_, ids)| ids.len() > 1).collect();
    assert!(
        doubles.is_empty(),
        "more than one alarm for one press or frame: {doubles:?}"
    );
    for (key, id) in &answered.presses {
        assert_eq!(
            alarms.get(key),
            Some(&vec![id.clone()]),
            "the press {key} was answered 201"
        );
    }
    for frame in &answered.frames {
        assert!(
            alarms.contains_key(frame),
            "the frame {frame} was answered ACK and raised no alarm"
        );
    }
    let sent: HashSet<&String> = answered
        .presses
        .iter()
        .map(|(key, _)| key)
        .chain(&answered.frames)
        .collect();
    let strange: Vec<_> = alarms.keys().filter(|origin| !sent.contains(origin)).collect();
    assert!(strange.is_empty(), "alarms that nobody raised: {strange:?}");
}

fn read_journal(data: &Path, mut each: impl FnMut(Recorded)) {
    let engine = Engine::open(data).unwrap();
    let handle = engine.handle();
    let mut position = 0;
    loop {
        let entries = handle.read_after(position, 1_000).unwrap();
        let Some(last) = entries.last() else { break };
        position = last.position;
        entries.into_iter().for_each(|entry| each((*entry).clone()));
    }
    engine.stop().unwrap();
}

/// What the load wrote into a press's note or a frame's text, by which each is known.
fn origin(recorded: &Recorded) -> String {
    let written = recorded.private.iter().find_map(|private| match private {
        Private::Note(note) => Some(note.clone()),
        Private::Signal(raw) => raw
            .bytes
            .split(|byte| *byte == b'^')
            .nth(1)
            .map(|text| String::from_utf8_lossy(text).into_owned()),
        _ => None,
    });
    written.unwrap_or_else(|| panic!("the alarm at position {} bears no mark", recorded.position))
}

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{variable} is no number: {text}")),
    )
}

/// Another history at each run; a failing one is printed.
fn any_seed() -> u64 {
    use std::hash::{BuildHasher as _, RandomState};
    RandomState::new().hash_one(std::process::id()) % 1_000_000
}
