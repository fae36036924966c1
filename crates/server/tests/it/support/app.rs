//! An installation: two sites, an engine on a journal in memory, a server on a port of its own.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use saqta_domain::alarm::AlarmKind;
use saqta_domain::command::{Answer, Command, Principal};
use saqta_domain::declaration::{AccountDeclaration, Declaration, DeviceDeclaration};
use saqta_domain::ids::AccountId;
use saqta_domain::permission::{Grant, Role, Scope};
use saqta_domain::private::RawSignal;
use saqta_domain::signal::{Fingerprint, Meaning, Protocol, Report, Signal, Source};
use saqta_domain::token::{Holder, TokenHash};
use saqta_engine::{Core, CoreParts, Engine, EngineParts, Handle, Local, UuidIds};
use saqta_journal::{Faults, KeyStore, MemoryJournal, SeededRandom, Signer, Verifier};
use saqta_readmodel::Views;
use saqta_server::{App, Listener, Network, PressPage, Server, Settings, SignedCheckpoints, Trust};
use serde_json::json;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::clock::TestClock;
use super::faulty::FaultyJournal;
use super::{Answer as HttpAnswer, Client};

pub(crate) struct TestApp {
    pub(crate) address: SocketAddr,
    pub(crate) handle: Handle,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) verifier: Verifier,
    /// While true, nothing can be recorded.
    pub(crate) full: Arc<AtomicBool>,
    /// How much of the log is public.
    pub(crate) published: Arc<AtomicU64>,
    /// What the server keeps in files.
    pub(crate) folder: tempfile::TempDir,
    app: App,
    engine: Option<Engine<FaultyJournal>>,
    end: Option<oneshot::Sender<()>>,
    serving: Option<JoinHandle<()>>,
}

impl TestApp {
    pub(crate) async fn new() -> Self {
        Self::with(Duration::from_secs(5)).await
    }

    pub(crate) async fn with(heartbeat: Duration) -> Self {
        let signer = Signer::generate(&mut SeededRandom::new(1));
        let verifier = signer.verifier();
        let clock = Arc::new(TestClock::default());
        let full = Arc::new(AtomicBool::new(false));
        let engine = start(signer.clone(), &clock, &full);
        let handle = engine.handle();
        let published = Arc::new(AtomicU64::new(0));
        let size = Arc::clone(&published);
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            trusted_proxies: vec!["127.0.0.9".parse::<Network>().unwrap()],
            heartbeat,
            press_page: PressPage::default(),
            trust: Some(Trust {
                certificate: b"not really a certificate".to_vec(),
                address: "https://saqta.example:8443".to_owned(),
                plain_address: Some("http://saqta.example:8080".to_owned()),
            }),
            incoming: Some(folder.path().to_owned()),
            releases: None,
            checkpoints: Arc::new(SignedCheckpoints::new(signer, handle.clone(), move || {
                Ok(size.load(Ordering::SeqCst))
            })),
            dc09: Some(Arc::new(|| vec![("frames", 7)])),
        };
        let app = App::new(handle.clone(), settings, Box::new(SeededRandom::new(9)));
        let listener = Listener::Plain("127.0.0.1:0".parse().unwrap());
        let server = Server::bind(app.clone(), vec![listener]).await.unwrap();
        let address = server.addresses()[0];
        let (end, ended) = oneshot::channel();
        let serving = tokio::spawn(server.run(async move {
            let _ended = ended.await;
        }));
        let app = Self {
            app,
            address,
            handle,
            clock,
            verifier,
            full,
            published,
            folder,
            engine: Some(engine),
            end: Some(end),
            serving: Some(serving),
        };
        app.declare_sites().await;
        app
    }

    async fn declare_sites(&self) {
        let declaration = json!({
            "sites": [
                { "id": "ed", "name": { "ru": "Приёмный покой" }, "region": "35",
                  "phones": [{ "name": "Пост", "number": "+7 700 000 00 00" }] },
                { "id": "mine", "region": "35" },
            ],
            "zones": [
                { "id": "triage", "site": "ed", "name": { "en": "Triage" } },
                { "id": "ward", "site": "ed", "parent": "triage" },
                { "id": "shaft", "site": "mine" },
            ],
            "posts": [{ "id": "post-1", "site": "ed", "covers": ["triage"] }],
        });
        let declaration: Declaration = serde_json::from_value(declaration).unwrap();
        self.declare(declaration).await;
        let device = json!({ "id": "button-1", "zone": "triage" });
        let device = DeviceDeclaration {
            device: serde_json::from_value(device).unwrap(),
            key: None,
        };
        self.declare(Declaration {
            devices: vec![device],
            ..Declaration::default()
        })
        .await;
    }

    async fn declare(&self, declaration: Declaration) {
        let command = Command::Declare(Box::new(declaration));
        self.handle.ask(Principal::System, command).await.unwrap();
    }

    /// Somebody with a role at the emergency department, with a token.
    pub(crate) async fn person(&self, login: &str, role: Role) -> Client {
        self.person_at(login, role, Scope::Site("ed".into())).await
    }

    /// Somebody with a role at a scope, with a token.
    pub(crate) async fn person_at(&self, login: &str, role: Role, scope: Scope) -> Client {
        self.declare_account(login, role, scope, None).await;
        self.client(&self.token(Holder::Account(self.account(login))).await)
    }

    pub(crate) async fn declare_account(
        &self,
        login: &str,
        role: Role,
        scope: Scope,
        password: Option<&str>,
    ) {
        let mut random = SeededRandom::new(4);
        let account = AccountDeclaration {
            login: login.to_owned(),
            name: Some(format!("{login} (synthetic)")),
            language: None,
            roles: Some(vec![Grant { role, scope }]),
            password_hash: password.map(|text| saqta_server::hash_password(text, &mut random).unwrap()),
        };
        self.declare(Declaration {
            accounts: vec![account],
            ..Declaration::default()
        })
        .await;
    }

    pub(crate) async fn guard(&self, login: &str) -> Client {
        self.person(login, Role::Guard).await
    }

    pub(crate) async fn worker(&self, login: &str) -> Client {
        self.person(login, Role::Worker).await
    }

    /// The panic button in triage, with a token.
    pub(crate) async fn button(&self) -> Client {
        self.client(&self.token(Holder::Device("button-1".into())).await)
    }

    pub(crate) fn account(&self, login: &str) -> AccountId {
        self.handle.directory().account_by_login(login).unwrap().id
    }

    pub(crate) async fn token(&self, holder: Holder) -> String {
        let text = format!("token-{}", self.handle.live().head());
        let command = Command::IssueToken {
            holder,
            hash: TokenHash::of(&text),
        };
        self.handle.ask(Principal::System, command).await.unwrap();
        text
    }

    pub(crate) async fn revoke_all(&self) {
        let tokens: Vec<_> = self.handle.directory().tokens().map(|token| token.id).collect();
        for id in tokens {
            let outcome = self.handle.ask(Principal::System, Command::RevokeToken(id)).await;
            assert_eq!(outcome, Ok(Answer::Done));
        }
    }

    pub(crate) fn nobody(&self) -> Client {
        Client::new(self.address)
    }

    pub(crate) fn client(&self, token: &str) -> Client {
        Client::new(self.address).with("authorization", &format!("Bearer {token}"))
    }

    /// An alarm in triage, raised by a client.
    pub(crate) async fn alarm_by(&self, client: &Client) -> HttpAnswer {
        client
            .post("/alarms", json!({ "zone": "triage" }))
            .await
            .expect(201)
    }

    /// An alarm from the panel of triage: somebody pressed the button of a point in an area.
    pub(crate) async fn panel_signals(&self, point: &str, area: &str) {
        let signal = Signal {
            source: Source {
                protocol: Protocol::Dc09,
                address: "192.0.2.7".to_owned(),
                account: Some("1234".to_owned()),
                receiver: None,
                prefix: None,
                sequence: Some(12),
                fingerprint: Fingerprint([7; 16]),
            },
            device: Some("button-1".into()),
            reports: vec![Report {
                code: "PA".to_owned(),
                meaning: Meaning::Alarm(AlarmKind::Panic),
                point: Some(point.to_owned()),
                area: Some(area.to_owned()),
            }],
            flags: BTreeSet::new(),
            occurred: None,
            raw: RawSignal {
                bytes: Vec::new(),
                text: None,
            },
        };
        let command = Command::Receive(Box::new(signal));
        self.handle.ask(Principal::System, command).await.unwrap();
    }

    pub(crate) fn open_alarms(&self) -> u64 {
        self.handle.counters().open_alarms.load(Ordering::SeqCst)
    }

    /// Listens for HTTPS as well, and for trust; gives both addresses.
    pub(crate) async fn also_listen(&self, tls: Arc<rustls::ServerConfig>) -> (SocketAddr, SocketAddr) {
        let any: SocketAddr = "127.0.0.1:0".parse().unwrap();
        let listeners = vec![Listener::Tls(any, tls), Listener::Trust(any)];
        let server = Server::bind(self.app.clone(), listeners).await.unwrap();
        let addresses = server.addresses();
        tokio::spawn(server.run(std::future::pending()));
        (addresses[0], addresses[1])
    }

    /// Listens in clear and for HTTPS until told to end; gives both addresses, what tells, and what then ends.
    pub(crate) async fn listen_until_told(
        &self,
        tls: Arc<rustls::ServerConfig>,
    ) -> (Vec<SocketAddr>, oneshot::Sender<()>, JoinHandle<()>) {
        let any: SocketAddr = "127.0.0.1:0".parse().unwrap();
        let listeners = vec![Listener::Plain(any), Listener::Tls(any, tls)];
        let server = Server::bind(self.app.clone(), listeners).await.unwrap();
        let addresses = server.addresses();
        let (end, ended) = oneshot::channel();
        let serving = tokio::spawn(server.run(async move {
            let _ended = ended.await;
        }));
        (addresses, end, serving)
    }

    /// Asks the server to end, and gives what ends when it has.
    pub(crate) fn end(&mut self) -> JoinHandle<()> {
        self.end.take().unwrap().send(()).unwrap();
        self.serving.take().unwrap()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(engine) = self.engine.take() {
            // A test that fails already shows why; its engine ends with the process.
            let _stopped = engine.stop();
        }
    }
}

fn start(signer: Signer, clock: &Arc<TestClock>, full: &Arc<AtomicBool>) -> Engine<FaultyJournal> {
    let inner = MemoryJournal::new(signer, Faults::none());
    let clock: Arc<TestClock> = Arc::clone(clock);
    let core = Core::open(CoreParts {
        journal: FaultyJournal {
            inner,
            full: Arc::clone(full),
        },
        keys: KeyStore::in_memory(&mut SeededRandom::new(2)).unwrap(),
        clock: Arc::<TestClock>::clone(&clock),
        ids: Box::new(UuidIds::new(
            Arc::<TestClock>::clone(&clock),
            Box::new(SeededRandom::new(3)),
        )),
        random: Box::new(SeededRandom::new(5)),
        snapshot: None,
    });
    let parts = EngineParts {
        core: core.unwrap(),
        views: Views::in_memory().unwrap(),
        local: Local::in_memory().unwrap(),
        clock,
        snapshots: None,
    };
    Engine::start(parts).unwrap()
}
