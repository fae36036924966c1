//! The stage: what the page `/demo` asks for under `/demo/…`, also while the child is dead.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use qrcode::QrCode;
use qrcode::render::svg;
use serde_json::json;

use super::ending::Signal;
use super::injury::Told;
use super::keeper::{Keeper, Server};
use super::links::Links;
use super::pages::Pages;
use super::props::Props;
use super::scenes::{self, Buttons, PLACE, Scene};

/// The side of the QR code, in pixels at least.
const QR_SIDE: u32 = 240;

/// Everything that the story needs.
pub(super) struct Stage {
    pub(super) data: PathBuf,
    pub(super) props: Props,
    pub(super) keeper: Keeper,
    pub(super) buttons: Buttons,
    pub(super) pages: Pages,
    /// Whose injury the story tells.
    pub(super) told: tokio::sync::Mutex<Option<Told>>,
    links: Links,
    /// Held while a scene is played: they come one after another.
    playing: tokio::sync::Mutex<()>,
    /// The scene that was played last.
    scene: Mutex<Option<Scene>>,
}

impl Stage {
    pub(super) fn new(data: PathBuf, props: Props, keeper: Keeper, links: Links, pages: Pages) -> Self {
        let buttons = Buttons::new(&props);
        Self {
            data,
            props,
            keeper,
            buttons,
            pages,
            links,
            told: tokio::sync::Mutex::default(),
            playing: tokio::sync::Mutex::new(()),
            scene: Mutex::new(None),
        }
    }

    /// Ends the child.
    pub(super) async fn end(&self, because: Option<Signal>) {
        self.keeper.end(because).await;
    }
}

/// `GET /demo/state`: how things are, and how the two frames sign in.
pub(super) async fn state(State(stage): State<Arc<Stage>>) -> Response {
    let scene = *stage.scene.lock().unwrap_or_else(PoisonError::into_inner);
    let server = if matches!(stage.keeper.server(), Server::Up(_)) {
        "up"
    } else {
        "down"
    };
    let state = json!({
        "scene": scene.map(Scene::name),
        "server": server,
        "console": { "login": "guard", "password": stage.props.password },
        "figures": { "login": "analyst", "password": stage.props.password },
        "press": { "token": stage.props.tokens.nurse, "zone": PLACE },
        "languages": ["kk", "ru", "en"],
        "urls": { "press_for_phone": stage.links.press(&stage.props) },
        "version": env!("CARGO_PKG_VERSION"),
    });
    ([(CACHE_CONTROL, "no-store")], Json(state)).into_response()
}

/// `POST /demo/scenes/{name}`: makes something happen, and answers once it has.
pub(super) async fn play(
    State(stage): State<Arc<Stage>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    if !may_play(&headers, peer) {
        return problem(
            StatusCode::FORBIDDEN,
            "scenes are played from the stage's own page or from this machine",
        );
    }
    let Some(scene) = Scene::from_name(&name) else {
        return problem(StatusCode::NOT_FOUND, "there is no such scene");
    };
    // A task of its own: a visitor who leaves does not stop a scene half-way.
    let played = tokio::spawn(async move {
        let _one_at_a_time = stage.playing.lock().await;
        *stage.scene.lock().unwrap_or_else(PoisonError::into_inner) = Some(scene);
        scenes::play(&stage, scene).await
    });
    match played
        .await
        .map_err(anyhow::Error::from)
        .and_then(|played| played)
    {
        Ok(result) => Json(result).into_response(),
        Err(error) => {
            let error = format!("{error:#}");
            tracing::warn!(scene = scene.name(), error, "a scene could not be played");
            problem(StatusCode::CONFLICT, &error)
        }
    }
}

/// `GET /demo/qr.svg`: the press page for a visitor's own phone.
pub(super) async fn qr(State(stage): State<Arc<Stage>>) -> Response {
    match QrCode::new(stage.links.press(&stage.props)) {
        Ok(code) => {
            let drawn = code
                .render::<svg::Color<'_>>()
                .min_dimensions(QR_SIDE, QR_SIDE)
                .build();
            (
                [(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "no-store")],
                drawn,
            )
                .into_response()
        }
        Err(error) => problem(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
    }
}

/// Anything else under `/demo/`.
pub(super) async fn nothing() -> Response {
    problem(StatusCode::NOT_FOUND, "there is nothing here")
}

/// A page of another site must not play: whoever says where it comes from must come from here, and whoever does not
/// is no browser and must be on this machine.
fn may_play(headers: &HeaderMap, peer: SocketAddr) -> bool {
    let Some(origin) = headers.get(ORIGIN) else {
        return peer.ip().to_canonical().is_loopback();
    };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let origin = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
    match (origin.as_ref().and_then(Uri::authority), host) {
        (Some(origin), Some(host)) => origin.as_str().eq_ignore_ascii_case(host),
        _ => false,
    }
}

pub(super) fn problem(status: StatusCode, detail: &str) -> Response {
    let body = json!({
        "type": "about:blank",
        "title": status.canonical_reason(),
        "status": status.as_u16(),
        "detail": detail,
    });
    (
        status,
        [
            (CONTENT_TYPE, "application/problem+json"),
            (CACHE_CONTROL, "no-store"),
        ],
        body.to_string(),
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_stages_own_page_and_this_machine_play() {
        let headers = |origin: Option<&str>| {
            let mut headers = HeaderMap::from_iter([(HOST, "192.0.2.7:8080".parse().unwrap())]);
            headers.extend(origin.map(|origin| (ORIGIN, origin.parse().unwrap())));
            headers
        };
        let (here, there) = ("127.0.0.1:5".parse().unwrap(), "192.0.2.9:5".parse().unwrap());
        assert!(may_play(&headers(None), here));
        assert!(!may_play(&headers(None), there));
        assert!(may_play(&headers(Some("http://192.0.2.7:8080")), there));
        for foreign in ["http://evil.example", "http://192.0.2.7:8081", "null", ""] {
            assert!(!may_play(&headers(Some(foreign)), here), "{foreign}");
        }
    }
}
