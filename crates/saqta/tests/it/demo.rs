//! The demo as a visitor meets it: every scene over HTTP, on the real program. All people and data are synthetic.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Answer, Client, Place};

/// How long anything may take that does not fail; tests run beside each other on few cores.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running demo, killed when it is dropped.
struct Demo {
    process: Child,
    url: String,
    data: PathBuf,
}

impl Demo {
    /// Starts it on a place's data folder, and waits until it says that it is ready.
    fn start(place: &Place) -> Self {
        let data = place.data();
        Self::start_with(place, &["--data", &data], PathBuf::from(&data))
    }

    fn start_with(place: &Place, arguments: &[&str], data: PathBuf) -> Self {
        let basic = ["demo", "--listen", "127.0.0.1:0"];
        let mut command = place.command(basic.into_iter().chain(arguments.iter().copied()));
        command
            .env("TMPDIR", place.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        let mut process = command.spawn().unwrap();
        let (sender, ready) = mpsc::channel();
        let output = process.stdout.take().unwrap();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(url) = line
                    .trim()
                    .strip_prefix("ready: ")
                    .and_then(|url| url.strip_suffix("/demo"))
                {
                    let _nobody_waits = sender.send(url.to_owned());
                }
            }
        });
        match ready.recv_timeout(PATIENCE) {
            Ok(url) => Self { process, url, data },
            Err(_) => {
                process.kill().unwrap();
                panic!("the demo did not become ready; what it said is above");
            }
        }
    }

    fn client(&self) -> Client {
        Client::new(&self.url, None)
    }

    /// Somebody who holds one of the demo's tokens.
    fn with_token(&self, whose: &str) -> Client {
        let text = std::fs::read_to_string(self.data.join("demo.json")).unwrap();
        let props: Value = serde_json::from_str(&text).unwrap();
        Client::new(&self.url, props["tokens"][whose].as_str())
    }

    fn state(&self) -> Value {
        self.client().get("/demo/state").expect(200)
    }

    #[track_caller]
    fn play(&self, scene: &str) -> Value {
        self.try_to_play(scene).expect(200)
    }

    fn try_to_play(&self, scene: &str) -> Answer {
        self.client().post(&format!("/demo/scenes/{scene}"), &json!({}))
    }

    /// The open alarms, newest first.
    fn open(&self) -> Vec<Value> {
        let list = self
            .with_token("dispatcher")
            .get("/api/v1/alarms?state=open")
            .expect(200);
        list["items"].as_array().unwrap().clone()
    }

    /// The ids of its child processes.
    fn children(&self) -> Vec<u32> {
        let id = self.process.id();
        let mut children = Vec::new();
        // A child belongs to the thread that started it.
        for thread in std::fs::read_dir(format!("/proc/{id}/task")).unwrap() {
            let text = std::fs::read_to_string(thread.unwrap().path().join("children")).unwrap_or_default();
            children.extend(text.split_whitespace().map(|id| id.parse::<u32>().unwrap()));
        }
        children
    }

    fn signal(&self, name: &str) {
        signal(self.process.id(), name);
    }

    /// Waits for its end, and gives its exit code.
    fn wait(mut self) -> Option<i32> {
        self.process.wait().unwrap().code()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if matches!(self.process.try_wait(), Ok(None)) {
            // Asked first, so that it takes its child with it.
            self.signal("TERM");
            let _reaped = self.process.wait();
        }
    }
}

fn signal(id: u32, name: &str) {
    let sent = std::process::Command::new("kill")
        .args(["-s", name, &id.to_string()])
        .status()
        .unwrap();
    assert!(sent.success(), "the signal was not sent");
}

/// Waits until something holds.
#[track_caller]
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "never: {what}");
        thread::park_timeout(Duration::from_millis(50));
    }
}

/// An agent for requests with headers of one's own.
fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .proxy(None);
    config.timeout_global(Some(PATIENCE)).build().into()
}

#[test]
fn the_scenes_raise_real_alarms_through_the_real_ports() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    assert_eq!(demo.open(), [] as [Value; 0], "the stage is calm at first");
    let sites = demo.with_token("dispatcher").get("/api/v1/sites").expect(200);
    assert_eq!(sites["items"].as_array().unwrap().len(), 5, "{sites}");
    let closed = demo
        .with_token("dispatcher")
        .get("/api/v1/alarms?state=closed")
        .expect(200);
    assert!(
        closed["items"].as_array().unwrap().len() > 5,
        "there is a history: {closed}"
    );

    demo.play("assist");
    let [assist] = &demo.open()[..] else {
        panic!("{:?}", demo.open())
    };
    assert_eq!(
        (&assist["kind"], &assist["origin"]),
        (&json!("assist"), &json!("person"))
    );
    assert_eq!(assist["raised_by"]["name"], "Жанна Ұлықбек");

    demo.play("blow");
    let blow = demo.open()[0].clone();
    assert_eq!(
        (&blow["kind"], &blow["device"]),
        (&json!("panic"), &json!("kostanay-button-triage"))
    );
    let detail = demo
        .with_token("dispatcher")
        .get(&format!("/api/v1/alarms/{}", blow["id"].as_str().unwrap()));
    let detail = detail.expect(200);
    assert_eq!(detail["timeline"][0]["signal"]["protocol"], "dc09", "{detail}");

    demo.play("two-more");
    let open = demo.open();
    let together: Vec<&Value> = open
        .iter()
        .filter(|alarm| alarm["situation"] == blow["situation"])
        .collect();
    assert_eq!(together.len(), 3, "one situation of three: {open:?}");
    assert_eq!(together[1]["device"], "kostanay-panel", "the encrypted panel");
    assert_eq!(together[1]["flags"], json!([]), "and nothing uncertain about it");

    assert_eq!(demo.play("reset")["closed"], 4);
    assert_eq!(demo.open(), [] as [Value; 0], "the stage is clear");
    demo.play("blow");
    assert_eq!(demo.open().len(), 1, "the same button raises anew");
}

#[test]
fn the_blow_becomes_an_injury_that_counts_once_and_a_quarter_is_published() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    let analyst = demo.with_token("analyst");
    let releases = analyst.get("/api/v1/figures/releases").expect(200);
    assert_eq!(releases["items"].as_array().unwrap().len(), 2, "{releases}");
    let total = || {
        let table = analyst.get("/api/v1/figures/table?region=39").expect(200);
        table["total"]["count"].as_u64().unwrap()
    };
    let before = total();

    demo.play("blow");
    let blow = demo.open()[0]["id"].clone();
    demo.play("two-more");
    assert_eq!(
        demo.play("hurt")["alarm"],
        blow,
        "the first press stands for the blow"
    );
    assert_eq!(demo.open(), [] as [Value; 0], "the whole situation is closed");
    let closed = demo
        .with_token("dispatcher")
        .get(&format!("/api/v1/alarms/{}", blow.as_str().unwrap()));
    assert_eq!(closed.expect(200)["outcome"], "real");
    assert_eq!(total(), before, "a draft is not an injury");

    let counted = demo.play("count");
    assert_eq!(demo.play("count"), counted);
    assert_eq!(total(), before + 1, "counted twice is counted once");
    let period = counted["period"].as_str().unwrap();
    let table = analyst
        .get(&format!("/api/v1/figures/table?by=region&period={period}"))
        .expect(200);
    assert!(table.to_string().contains("\"39\""), "{table}");
    let rate = &table["total"]["rates"][0];
    assert!(
        rate["upper"].as_f64().unwrap() > 0.0,
        "the running quarter has a rate: {table}"
    );
    let regions = analyst
        .get(&format!("/api/v1/figures/regions?period={period}"))
        .expect(200);
    assert_eq!(
        regions["units"].as_array().unwrap().len(),
        20,
        "a map and a funnel"
    );
    let source = regions["denominator"]["source"].as_str().unwrap();
    assert!(
        source.starts_with("Synthetic") && source.contains("carried forward from 2025"),
        "{source}"
    );

    demo.play("hurt");
    assert_eq!(total(), before + 1);
    demo.play("count");
    assert_eq!(
        total(),
        before + 2,
        "another alarm is raised where none is open: another injury"
    );
}

#[test]
fn the_invented_register_shows_what_each_method_is_for() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    let analyst = demo.with_token("analyst");
    let signs = analyst
        .get("/api/v1/figures/under-reporting?period=2025")
        .expect(200);
    let captured = &signs["capture"]["found"];
    let listed = captured["listed"].as_f64().unwrap();
    for pair in captured["pairs"].as_array().unwrap() {
        let estimated = pair["population"].as_f64().unwrap();
        assert!((0.9..1.3).contains(&(estimated / listed)), "{captured}");
    }
    assert_eq!(captured["pairs_agree"], true, "{captured}");
    let stalled = &signs["stalled"]["found"];
    assert_eq!(
        (&stalled[0]["code"], &stalled[0]["count"]),
        (&json!("75"), &json!(51)),
        "a year to date that did not move: {stalled}"
    );

    let alarms = |question: &str| {
        let watched = analyst
            .get(&format!("/api/v1/figures/watch?{question}"))
            .expect(200);
        let weeks = watched["weeks"].as_array().unwrap().clone();
        let rang = weeks
            .into_iter()
            .filter(|week| week["alarms"] != json!([]))
            .map(|week| week["monday"].as_str().unwrap().to_owned());
        rang.collect::<Vec<String>>()
    };
    let here = alarms("period=2025&region=79&kind=violence-against-health-worker");
    assert_eq!(here.first().map(String::as_str), Some("2025-10-06"), "{here:?}");
    assert!(
        alarms("period=2024&region=79&kind=violence-against-health-worker").len() < here.len(),
        "{here:?}"
    );

    let activities = analyst
        .get("/api/v1/figures/table?period=2025&by=section&measures=incidence")
        .expect(200);
    let of_mining = &activities["cells"][1];
    assert_eq!(
        (&of_mining["key"], &of_mining["rates"][0]["denominator"]),
        (&json!(["B"]), &json!("bns-employed@1")),
        "{of_mining}"
    );
    let years = analyst.get("/api/v1/figures/change?period=2025-Q1").expect(200);
    assert_eq!(years["five_years"]["periods"].as_array().unwrap().len(), 5);
}

#[test]
fn the_page_is_told_how_things_are() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    let state = demo.state();
    assert_eq!((&state["scene"], &state["server"]), (&Value::Null, &json!("up")));
    let signed_in = demo
        .client()
        .post("/api/v1/session", &state["console"])
        .expect(200);
    assert_eq!(signed_in["account"]["login"], "guard");
    let phone = Client::new(&demo.url, state["press"]["token"].as_str());
    let briefing = phone
        .get(&format!(
            "/api/v1/press?zone={}",
            state["press"]["zone"].as_str().unwrap()
        ))
        .expect(200);
    assert_eq!(briefing["site"]["id"], "kostanay-ed", "{briefing}");
    let link = state["urls"]["press_for_phone"].as_str().unwrap();
    let token = link
        .split(['#', '&'])
        .find_map(|part| part.strip_prefix("token="))
        .unwrap();
    Client::new(&demo.url, Some(token))
        .post("/api/v1/alarms", &json!({"zone": "kostanay-waiting"}))
        .expect(201);
    assert_eq!(demo.open()[0]["device"], "visitor-phone");
    let code = demo.client().get("/demo/qr.svg").expect(200);
    assert!(code.as_str().unwrap().contains("<svg"), "{code}");
}

#[test]
fn a_killed_server_is_told_at_once_and_the_pending_press_arrives_once() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    let mut stream = demo.with_token("nurse").stream(0);
    assert_eq!(
        stream.next().as_deref(),
        Some(": hello"),
        "the stream comes through unbuffered"
    );
    let token = demo.state()["press"]["token"].as_str().unwrap().to_owned();
    let press = || {
        let request = agent().post(format!("{}/api/v1/alarms", demo.url));
        let request = request
            .header("authorization", format!("Bearer {token}"))
            .header("idempotency-key", "one");
        request
            .send(r#"{"zone":"kostanay-triage"}"#)
            .unwrap()
            .status()
            .as_u16()
    };

    demo.play("kill");
    assert_eq!(demo.state()["server"], "down");
    // Reads what was told before, up to the end.
    assert!(stream.last().is_some(), "the stream ends with its server");
    let began = Instant::now();
    assert_eq!(press(), 502, "nobody pretends to have it");
    assert!(
        began.elapsed() < Duration::from_secs(2),
        "told after {:?}",
        began.elapsed()
    );
    assert_eq!(demo.client().get("/console").status, 502);
    demo.client().get("/demo").expect(200);
    assert_eq!(demo.try_to_play("blow").status, 409, "no scene is faked");

    demo.play("restart");
    assert_eq!(demo.state()["server"], "up");
    assert_eq!([press(), press()], [201, 201]);
    assert_eq!(
        demo.open().len(),
        1,
        "one press is one alarm, however often it is sent"
    );
    assert_eq!(demo.play("verify")["ok"], true);
}

#[test]
fn the_journal_is_verified_and_a_flipped_byte_is_found_in_the_copy_only() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    demo.play("blow");
    let position = demo.open()[0]["position"].as_u64().unwrap();
    let whole = demo.play("verify");
    assert_eq!(whole["ok"], true, "{whole}");
    assert!(whole["entries"].as_u64().unwrap() >= position, "{whole}");
    assert_eq!(whole["root"].as_str().unwrap().len(), 64, "{whole}");
    let flipped = demo.play("flip");
    assert_eq!(
        (&flipped["ok"], &flipped["position"]),
        (&json!(false), &json!(position)),
        "{flipped}"
    );
    assert!(!flipped["message"].as_str().unwrap().is_empty());
    assert_eq!(
        demo.play("verify")["ok"],
        true,
        "the running data was not touched"
    );
    place.run(["verify", "--data", &place.data()]).expect(0);
}

#[test]
fn another_sites_page_plays_nothing() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    for (origin, status) in [
        ("http://evil.example", 403),
        ("null", 403),
        (demo.url.as_str(), 200),
    ] {
        let request = agent()
            .post(format!("{}/demo/scenes/reset", demo.url))
            .header("origin", origin);
        assert_eq!(request.send("{}").unwrap().status(), status, "{origin}");
    }
    assert_eq!(demo.try_to_play("camera").status, 404);
    assert_eq!(demo.client().get("/demo/other").status, 404);
}

#[test]
#[cfg(target_os = "linux")]
fn a_server_that_dies_by_itself_is_started_again() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    let before = demo.children();
    assert_eq!(before.len(), 1, "one server");
    signal(before[0], "KILL");
    until("another server is up", || {
        demo.children() != before && demo.state()["server"] == "up"
    });
    demo.play("blow");
}

#[test]
#[cfg(target_os = "linux")]
fn the_end_leaves_neither_child_nor_folder_behind() {
    for name in ["TERM", "INT"] {
        let place = Place::empty();
        let before = entries(Path::new(&place.path("")));
        let demo = Demo::start_with(&place, &[], PathBuf::new());
        let _open_stream = agent().get(format!("{}/api/v1/stream", demo.url));
        let children = demo.children();
        assert_eq!(children.len(), 1, "one server");
        demo.signal(name);
        assert_eq!(demo.wait(), Some(0), "SIG{name}");
        assert!(
            !Path::new(&format!("/proc/{}", children[0])).exists(),
            "SIG{name}: the server still runs"
        );
        assert_eq!(
            entries(Path::new(&place.path(""))),
            before,
            "SIG{name}: something was left behind"
        );
    }
}

#[test]
fn a_kept_folder_goes_on_where_it_was() {
    let place = Place::empty();
    let first = Demo::start(&place);
    first.play("blow");
    let (alarm, signs) = (first.open()[0].clone(), first.state()["console"].clone());
    first.signal("TERM");
    assert_eq!(first.wait(), Some(0));
    place.expect_nothing_to_recover();
    let second = Demo::start(&place);
    assert_eq!(second.open(), [alarm]);
    assert_eq!(second.state()["console"], signs);
}

#[test]
fn a_folder_that_is_no_demos_is_refused() {
    let place = Place::new();
    place
        .run(["demo", "--data", &place.data(), "--listen", "127.0.0.1:0"])
        .expect_misuse("not the folder of a demo");
}

fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn a_killed_demo_leaves_no_server_behind() {
    let place = Place::empty();
    let demo = Demo::start(&place);
    let children = demo.children();
    assert!(!children.is_empty());
    demo.signal("KILL");
    demo.wait();
    let began = Instant::now();
    while children.iter().any(|id| is_running(*id)) {
        assert!(began.elapsed() < PATIENCE, "the server runs on by itself");
        thread::yield_now();
    }
    place.expect_nothing_to_recover();
    place.run(["verify", "--data", &place.data()]).expect(0);
}

/// Whether a process, which need not be a child of this one, has not ended.
fn is_running(id: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    // The state stands behind the name, which is in brackets; `Z` has ended and waits to be noticed.
    let state = stat.rsplit(") ").next().and_then(|rest| rest.chars().next());
    state.is_some_and(|state| state != 'Z')
}
