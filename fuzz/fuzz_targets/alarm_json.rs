//! Any body of a press, through the real route and a real engine on a journal in memory: it is never refused, and
//! what it plainly says is what the alarm says.
//!
//! The cast: a [`House`] is an engine with one zone and a worker who holds a token; it presses each input as a body,
//! and is left for a new one after some thousand alarms, so that memory stays bounded.

#![no_main]

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use libfuzzer_sys::fuzz_target;
use saqta_domain::alarm::AlarmKind;
use saqta_domain::command::{Answer, Command, Principal};
use saqta_domain::declaration::toml;
use saqta_domain::token::{Holder, TokenHash};
use saqta_engine::{Clock, Core, CoreParts, Engine, EngineParts, Local, SystemClock, UuidIds};
use saqta_journal::{Faults, KeyStore, MemoryJournal, SeededRandom, Signer};
use saqta_readmodel::Views;
use saqta_server::{App, PressPage, Settings, SignedCheckpoints};
use serde_json::Value;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

/// How many presses one house takes.
const PRESSES: usize = 4_000;

const TOKEN: &str = "a synthetic token";

const HOSPITAL: &str = r#"
    [[sites]]
    id = "kst-ed"
    kind = "hospital"
    [[zones]]
    id = "triage"
    site = "kst-ed"
    [[devices]]
    id = "wall-1"
    kind = "panic-button"
    zone = "triage"
    [[accounts]]
    login = "worker"
    roles = [{ role = "worker", site = "kst-ed" }]
"#;

struct House {
    engine: Engine<MemoryJournal>,
    router: Router,
    runtime: Runtime,
    pressed: usize,
}

thread_local! {
    static HOUSE: RefCell<Option<House>> = const { RefCell::new(None) };
}

fuzz_target!(|body: &[u8]| {
    HOUSE.with_borrow_mut(|slot| {
        let mut house = slot.take().unwrap_or_else(House::new);
        let alarm = house.press(body);
        look_at(&alarm, body);
        if house.pressed < PRESSES {
            *slot = Some(house);
        } else {
            house.engine.stop().expect("an engine in memory ends cleanly");
        }
    });
});

/// What a sound JSON object says plainly, the alarm says too.
fn look_at(alarm: &Value, body: &[u8]) {
    assert_eq!(alarm["state"], "raised");
    let kind = alarm["kind"].as_str().expect("every alarm has a kind");
    assert!(AlarmKind::from_code(kind).is_some(), "{kind} is no kind");
    let flags = alarm["flags"].as_array().expect("flags are a list");
    let Ok(Value::Object(said)) = serde_json::from_slice::<Value>(body) else {
        return;
    };
    assert!(
        !flags.iter().any(|flag| flag == "unreadable-body"),
        "a sound object was not read: {alarm}"
    );
    if let Some(Value::String(said)) = said.get("kind")
        && AlarmKind::from_code(said).is_some()
    {
        assert_eq!(kind, said, "{alarm}");
    }
    if said.get("zone").is_some_and(|zone| zone == "triage") {
        assert_eq!(alarm["zone"], "triage", "{alarm}");
    }
    if let Some(Value::Bool(silent)) = said.get("silent") {
        assert!(alarm["silent"].is_boolean(), "{silent} became {alarm}");
    }
}

impl House {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime starts");
        let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
        let mut random = SeededRandom::new(1);
        let signer = Signer::generate(&mut random);
        let core = Core::open(CoreParts {
            journal: MemoryJournal::new(signer.clone(), Faults::none()),
            keys: KeyStore::in_memory(&mut random).expect("keys in memory"),
            clock: Arc::clone(&clock),
            ids: Box::new(UuidIds::new(Arc::clone(&clock), Box::new(SeededRandom::new(2)))),
            random: Box::new(SeededRandom::new(3)),
            snapshot: None,
        });
        let engine = Engine::start(EngineParts {
            core: core.expect("a core on an empty journal"),
            views: Views::in_memory().expect("views in memory"),
            local: Local::in_memory().expect("a local store in memory"),
            clock,
            snapshots: None,
        });
        let engine = engine.expect("an engine starts");
        declare(&engine);
        let settings = Settings {
            trusted_proxies: Vec::new(),
            heartbeat: Duration::from_secs(5),
            press_page: PressPage::default(),
            trust: None,
            incoming: None,
            releases: None,
            checkpoints: Arc::new(SignedCheckpoints::new(signer, engine.handle(), || Ok(0))),
            dc09: None,
        };
        let router = App::new(engine.handle(), settings, Box::new(SeededRandom::new(4))).router();
        Self {
            engine,
            router,
            runtime,
            pressed: 0,
        }
    }

    /// Presses with this body; anything but 201 is a finding.
    fn press(&mut self, body: &[u8]) -> Value {
        self.pressed += 1;
        let request = Request::post("/api/v1/alarms")
            .header("authorization", format!("Bearer {TOKEN}"))
            .body(Body::from(body.to_vec()))
            .expect("a request");
        let router = self.router.clone();
        self.runtime.block_on(async {
            let response = router.oneshot(request).await.expect("a router always answers");
            let status = response.status();
            let answer = axum::body::to_bytes(response.into_body(), usize::MAX)
                .await
                .expect("the answer is whole");
            assert_eq!(
                status,
                StatusCode::CREATED,
                "{}",
                String::from_utf8_lossy(&answer)
            );
            serde_json::from_slice(&answer).expect("the answer is JSON")
        })
    }
}

fn declare(engine: &Engine<MemoryJournal>) {
    let handle = engine.handle();
    let declaration = toml::parse(HOSPITAL)
        .expect("the declaration is sound")
        .declaration;
    handle
        .ask_blocking(Principal::System, Command::Declare(Box::new(declaration)))
        .expect("it is declared");
    let account = handle
        .directory()
        .account_by_login("worker")
        .expect("the worker is declared")
        .id;
    let issue = Command::IssueToken {
        holder: Holder::Account(account),
        hash: TokenHash::of(TOKEN),
    };
    let issued = handle.ask_blocking(Principal::System, issue);
    assert!(matches!(issued, Ok(Answer::TokenIssued(_))), "{issued:?}");
}
