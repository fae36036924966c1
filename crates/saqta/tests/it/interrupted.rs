//! An import that is killed again and again: nothing of it counts before all of it does, and the same file goes on where
//! it stopped, over HTTP and on the command line in turn. All rows are synthetic.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use saqta_journal::SeededRandom;
use serde_json::{Value, json};

use crate::support::{Client, Place, Serving};

/// How many rows the file has: some thirty lots.
const ROWS: u64 = 8_000;

/// How often it is killed at most.
const KILLS: u64 = 10;

/// How long anything may take that does not fail; tests run beside each other on few cores.
const PATIENCE: Duration = Duration::from_secs(120);

const REGIONS: [&str; 4] = ["35", "39", "71", "79"];

#[test]
fn a_killed_import_counts_for_nothing_until_it_is_whole() {
    let seed = std::env::var("SAQTA_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1);
    println!("seed {seed} (again: SAQTA_SEED={seed})");
    let mut random = SeededRandom::new(seed);
    let scene = Scene::new();
    let mut interrupted = 0;
    for kill in 0..KILLS {
        let before = scene.recorded();
        if kill.is_multiple_of(2) {
            scene.kill_the_server(random.below(ROWS * (kill + 1) / KILLS));
        } else {
            scene.kill_the_command(Duration::from_millis(random.below(900)));
        }
        let now = scene.look();
        if scene.recorded() > before && now.is_empty() {
            interrupted += 1;
        }
        assert!(
            now.is_empty() || now == scene.expected(),
            "after kill {kill} a part of the file counts: {now:?}"
        );
    }
    assert!(
        interrupted >= 3,
        "only {interrupted} of {KILLS} kills met the import at work: they say nothing"
    );
    let told = scene.import();
    assert!(told.contains("8000 rows"), "{told}");
    assert_eq!(scene.look(), scene.expected(), "the whole file counts, once");
    assert!(scene.import().contains("8000 unchanged"));
    assert_eq!(
        scene.look(),
        scene.expected(),
        "and the same file again changes nothing"
    );
    let place = &scene.place;
    place.run(["verify", "--data", &place.data()]).expect(0);
    let ran = place
        .run(["rebuild", "--check", "--data", &place.data()])
        .expect(0);
    assert!(ran.out.contains("the views were equal"), "{}", ran.out);
}

/// A place, an analyst, an inspector and a file.
struct Scene {
    place: Place,
    analyst: String,
    inspector: String,
    worker: String,
    path: String,
    file: String,
}

impl Scene {
    fn new() -> Self {
        let place = Place::hospital();
        let people = place.write(
            "people.toml",
            "[[accounts]]\nlogin = \"analyst\"\nroles = [{ role = \"analyst\" }]\n\
             [[accounts]]\nlogin = \"inspector\"\nroles = [{ role = \"inspector\" }]\n",
        );
        place.run(["apply", "--data", &place.data(), &people]).expect(0);
        let mut file = "source,number,region,activity,date,kind,outcome,days_lost,name\n".to_owned();
        for row in 0..ROWS {
            let region = region_of(row);
            writeln!(
                file,
                "employer,{row},{region},86.10,2025-01-15,violence,lost-time,5,Synthetic Person {row}"
            )
            .unwrap();
        }
        Self {
            analyst: place.token(&["--account", "analyst"]),
            inspector: place.token(&["--account", "inspector"]),
            worker: place.token(&["--account", "worker"]),
            path: place.write("injuries.csv", &file),
            place,
            file,
        }
    }

    /// What the register must say in the end.
    fn expected(&self) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for row in 0..ROWS {
            *counts.entry(region_of(row).to_owned()).or_default() += 1;
        }
        counts
    }

    /// What a server that is started now says, which also takes a press while it is at it.
    fn look(&self) -> BTreeMap<String, u64> {
        let serving = Serving::start(&self.place, &[]);
        serving
            .client_with(&self.worker)
            .post("/api/v1/alarms", &json!({ "zone": "triage" }))
            .expect(201);
        let table = table(&serving.client_with(&self.analyst));
        serving.stop();
        let cells = table["cells"].as_array().unwrap();
        cells
            .iter()
            .map(|cell| {
                let region = cell["key"][0].as_str().unwrap().to_owned();
                (region, cell["count"].as_u64().unwrap())
            })
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// How many entries the journal holds.
    fn recorded(&self) -> u64 {
        let out = self
            .place
            .run(["verify", "--data", &self.place.data()])
            .expect(0)
            .out;
        let digits: String = out
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(|letter| letter.is_ascii_digit() || *letter == ',')
            .filter(char::is_ascii_digit)
            .collect();
        digits.parse().unwrap_or_else(|_| panic!("{out}"))
    }

    /// Brings the file to a server, which is killed once so many rows are recorded.
    fn kill_the_server(&self, rows: u64) {
        let serving = Serving::start(&self.place, &[]);
        let inspector = serving.client_with(&self.inspector);
        let answer = inspector.try_post_file("/api/v1/imports", self.file.as_bytes());
        let id = answer.unwrap().expect(202)["id"].as_str().unwrap().to_owned();
        let end = Instant::now() + PATIENCE;
        loop {
            let job = inspector.get(&format!("/api/v1/imports/{id}")).expect(200);
            let done = job["done"].as_u64().unwrap();
            match job["state"].as_str().unwrap() {
                "checking" => {}
                "recording" if done < rows => {}
                "recording" | "completed" => break,
                _ => panic!("the import ended otherwise: {job}"),
            }
            assert!(Instant::now() < end, "the import does not go on: {job}");
            thread::yield_now();
        }
        drop(serving);
    }

    /// Brings the file with the command, which is killed after a while.
    fn kill_the_command(&self, after: Duration) {
        let data = self.place.data();
        let mut command = self
            .place
            .command(["figures", "import", &self.path, "--data", &data]);
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let end = Instant::now() + after;
        while Instant::now() < end {
            thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Brings the file to its end.
    fn import(&self) -> String {
        self.place
            .run(["figures", "import", &self.path, "--data", &self.place.data()])
            .expect(0)
            .out
    }
}

fn region_of(row: u64) -> &'static str {
    REGIONS[usize::try_from(row * 7 % 11 % 4).unwrap()]
}

fn table(analyst: &Client) -> Value {
    analyst
        .get("/api/v1/figures/table?period=2025&by=region")
        .expect(200)
}
