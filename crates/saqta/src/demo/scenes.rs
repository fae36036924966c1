//! What the story makes happen.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use axum::http::Method;
use jiff::Timestamp;
use saqta_engine::{Clock as _, SystemClock};
use saqta_intake::dc09::encode::Transmitter;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::checks::{self, Finding};
use super::child::Addresses;
use super::injury;
use super::keeper::Keeper;
use super::props::Props;
use super::simulator::{WallButton, press_phone};
use super::stage::Stage;
use super::upstream;

/// Where the blow falls, and where the nurse's phone is.
pub(super) const PLACE: &str = "kostanay-triage";

/// Where the queue is.
const QUEUE: &str = "kostanay-waiting";

/// SIA: a panic alarm in area 1, from zone 1.
const PANIC: &str = "Nri1/PA01";

/// How long a check of the journal may take.
const CHECK: Duration = Duration::from_secs(60);

/// Something that the story makes happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scene {
    /// The nurse asks somebody to stand by, over HTTP.
    Assist,
    /// The button on the wall, over DC-09.
    Blow,
    /// A second panel, encrypted, and a colleague's phone.
    TwoMore,
    /// What is open at the place of the blow is closed: real, from waiting.
    Hurt,
    /// Whoever was hurt there is counted.
    Count,
    /// SIGKILL to the child.
    Kill,
    /// The child is started again.
    Restart,
    /// The journal is checked.
    Verify,
    /// A copy with one changed byte is checked.
    Flip,
    /// Open alarms are closed by the dispatcher.
    Reset,
}

impl Scene {
    const ALL: [Self; 10] = [
        Self::Assist,
        Self::Blow,
        Self::TwoMore,
        Self::Hurt,
        Self::Count,
        Self::Kill,
        Self::Restart,
        Self::Verify,
        Self::Flip,
        Self::Reset,
    ];

    /// Its name in the address.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Assist => "assist",
            Self::Blow => "blow",
            Self::TwoMore => "two-more",
            Self::Hurt => "hurt",
            Self::Count => "count",
            Self::Kill => "kill",
            Self::Restart => "restart",
            Self::Verify => "verify",
            Self::Flip => "flip",
            Self::Reset => "reset",
        }
    }

    /// The scene of a name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scene| scene.name() == name)
    }
}

/// The button and the panel of [`PLACE`], as `demo.toml` declares them.
pub(super) struct Buttons {
    clear: WallButton,
    encrypted: WallButton,
}

impl Buttons {
    pub(super) fn new(props: &Props) -> Self {
        let began = SystemClock::new().now();
        let panel = Transmitter {
            key: props.panel_key(),
            ..Transmitter::new("390002")
        };
        Self {
            clear: WallButton::new(Transmitter::new("390001"), PANIC, began),
            encrypted: WallButton::new(panel, PANIC, began),
        }
    }

    /// Presses the button on the wall, and waits for its acknowledgement.
    pub(super) async fn push_clear(&self, receiver: SocketAddr, now: Timestamp) -> anyhow::Result<()> {
        self.clear.push(receiver, now).await
    }
}

/// Plays a scene, and gives what the page is to know of it.
///
/// # Errors
/// Why it could not be played.
pub(super) async fn play(stage: &Stage, scene: Scene) -> anyhow::Result<Value> {
    let tokens = &stage.props.tokens;
    match scene {
        Scene::Assist => {
            press_phone(up(&stage.keeper)?.http, &tokens.nurse, QUEUE, "assist").await?;
            Ok(json!({}))
        }
        Scene::Blow => {
            let receiver = up(&stage.keeper)?.dc09;
            stage
                .buttons
                .push_clear(receiver, SystemClock::new().now())
                .await?;
            Ok(json!({}))
        }
        Scene::TwoMore => {
            let server = up(&stage.keeper)?;
            stage
                .buttons
                .encrypted
                .push(server.dc09, SystemClock::new().now())
                .await?;
            press_phone(server.http, &tokens.colleague, PLACE, "panic").await?;
            Ok(json!({}))
        }
        Scene::Hurt => injury::close(stage, up(&stage.keeper)?).await,
        Scene::Count => injury::count(stage, up(&stage.keeper)?).await,
        Scene::Kill => {
            stage.keeper.kill().await?;
            Ok(json!({}))
        }
        Scene::Restart => {
            stage.keeper.restart().await?;
            Ok(json!({}))
        }
        Scene::Verify => run_check(stage, checks::check).await,
        Scene::Flip => run_check(stage, checks::check_flipped_copy).await,
        Scene::Reset => {
            stage.keeper.restart().await?;
            let closed = close_all(up(&stage.keeper)?, &tokens.dispatcher).await?;
            Ok(json!({ "closed": closed }))
        }
    }
}

fn up(keeper: &Keeper) -> anyhow::Result<Addresses> {
    keeper.addresses().context("the server is not running")
}

async fn run_check(
    stage: &Stage,
    check: impl FnOnce(&std::path::Path) -> anyhow::Result<Finding> + Send + 'static,
) -> anyhow::Result<Value> {
    let data = stage.data.clone();
    let checked = timeout(CHECK, tokio::task::spawn_blocking(move || check(&data)));
    let finding = checked.await.context("the check took too long")???;
    Ok(serde_json::to_value(finding)?)
}

/// Closes every open alarm, as the dispatcher would; gives how many there were.
async fn close_all(server: Addresses, token: &str) -> anyhow::Result<usize> {
    let mut closed = 0;
    loop {
        let ids = open_alarms(server, token, |_| true).await?;
        if ids.is_empty() {
            return Ok(closed);
        }
        for id in ids {
            close_alarm(server, token, &id, &json!({ "outcome": "test", "factors": [] })).await?;
            closed += 1;
        }
    }
}

/// The ids of the open alarms that are `wanted`, newest first.
pub(super) async fn open_alarms(
    server: Addresses,
    token: &str,
    wanted: impl Fn(&Value) -> bool,
) -> anyhow::Result<Vec<String>> {
    let path = "/alarms?state=open&limit=200";
    let list = upstream::ask(server.http, token, Method::GET, path, &Value::Null).await?;
    let items = list.get("items").and_then(Value::as_array);
    let open = items.into_iter().flatten().filter(|alarm| wanted(alarm));
    Ok(open
        .filter_map(|alarm| Some(alarm.get("id")?.as_str()?.to_owned()))
        .collect())
}

/// Closes an alarm; whoever sits at the console may have done so meanwhile.
pub(super) async fn close_alarm(
    server: Addresses,
    token: &str,
    id: &str,
    close: &Value,
) -> anyhow::Result<()> {
    let path = format!("/alarms/{id}/close");
    let Err(error) = upstream::ask(server.http, token, Method::POST, &path, close).await else {
        return Ok(());
    };
    let path = format!("/alarms/{id}");
    let now = upstream::ask(server.http, token, Method::GET, &path, &Value::Null).await?;
    match now.get("state").and_then(Value::as_str) {
        Some("closed") => Ok(()),
        _ => Err(error),
    }
}
