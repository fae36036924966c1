//! The application: every route, and what happens to every request before and after its endpoint.

use std::net::{IpAddr, Ipv6Addr};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Method, Uri};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use saqta_domain::name;
use saqta_engine::Handle;
use saqta_journal::Random;
use saqta_text::Language;
use tower::util::MapRequest;

use crate::api;
use crate::auth::caller::{Caller, Circumstances};
use crate::auth::origin::Origin;
use crate::network::{Client, Peer};
use crate::pages;
use crate::problem::Fault;
use crate::settings::Settings;
use crate::state::AppState;

/// What pages may load: only Saqta's own files, and nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; \
    frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/// Where presses are sent.
const PRESS: &str = "/api/v1/alarms";

/// The engine seen through HTTP. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub(crate) state: AppState,
}

impl App {
    /// An application on an engine. `random` makes tokens, session cookies and salts.
    #[must_use]
    pub fn new(handle: Handle, settings: Settings, random: Box<dyn Random>) -> Self {
        Self {
            state: AppState::new(handle, settings, random),
        }
    }

    /// Every route. Requests should bear their [`Peer`] as an extension; [`Server`](crate::Server) sees to that.
    pub fn router(&self) -> Router {
        let api: Router<AppState> = Router::from(api::routes()).layer(api::body_limit());
        let routes = Router::new()
            .nest("/api/v1", api)
            .route("/healthz", get(pages::health::healthz))
            .route("/readyz", get(pages::health::readyz))
            .route("/metrics", get(pages::metrics::metrics))
            .merge(pages::trust::routes())
            .fallback(pages::ui::serve);
        let press_first = to_the_press as fn(Request) -> Request;
        Router::new().fallback_service(MapRequest::new(self.finish(routes), press_first))
    }

    /// The routes of a listener that serves nothing but `/trust`, in clear, to devices that do not trust yet.
    pub fn trust_router(&self) -> Router {
        self.finish(pages::trust::routes().fallback(pages::trust::lead_there))
    }

    /// Tells every live stream to say goodbye, and new ones to end at once.
    pub fn end_streams(&self) {
        self.state.ending.send_replace(true);
    }

    fn finish(&self, routes: Router<AppState>) -> Router {
        routes
            .method_not_allowed_fallback(async || Fault::WrongMethod)
            .layer(middleware::from_fn_with_state(self.state.clone(), surround))
            .with_state(self.state.clone())
    }
}

/// A press whose address was put together with a slash too many is a press: `/api/v1/alarms/`, `//api/v1/alarms`.
fn to_the_press(mut request: Request) -> Request {
    let path = request.uri().path();
    let parts = path.split('/').filter(|part| !part.is_empty());
    if request.method() == Method::POST && path != PRESS && parts.eq(["api", "v1", "alarms"]) {
        *request.uri_mut() = Uri::from_static(PRESS);
    }
    request
}

/// Before the endpoint: who asks, and from where. After it: problems in the caller's language, safe headers, a count.
async fn surround(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned());
    let method = request.method().clone();
    let circumstances = circumstances(&state, &request);
    let (language, https) = (circumstances.language, circumstances.client.https);
    request.extensions_mut().insert(circumstances);
    let mut response = next.run(request).await;
    if let Some(fault) = response.extensions_mut().remove::<Fault>() {
        response = fault.into_problem(&state.catalogue, language);
    }
    put_safe_headers(&mut response, https);
    state.metrics.request(
        route.as_deref().unwrap_or("other"),
        method.as_str(),
        response.status().as_u16(),
    );
    response
}

fn circumstances(state: &AppState, request: &Request) -> Circumstances {
    // Without a known peer nothing is believed of it.
    let unknown = Peer {
        address: IpAddr::V6(Ipv6Addr::UNSPECIFIED),
        tls: false,
    };
    let peer = request.extensions().get::<Peer>().copied().unwrap_or(unknown);
    let client = Client::of(peer, request.headers(), &state.settings.trusted_proxies);
    let caller = Caller::of(request.headers(), &state.handle);
    let asked = request
        .headers()
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let directory = state.handle.directory();
    let own = caller
        .as_ref()
        .and_then(|caller| caller.account(&directory))
        .map(|account| match account.language {
            name::Language::Kk => Language::Kk,
            name::Language::Ru => Language::Ru,
            name::Language::En => Language::En,
        });
    let language = asked
        .and_then(Language::from_accept_language)
        .or(own)
        .unwrap_or_default();
    let origin = Origin::of(request.uri(), request.headers(), client);
    Circumstances {
        client,
        caller,
        origin,
        language,
    }
}

fn put_safe_headers(response: &mut Response, https: bool) {
    let headers = response.headers_mut();
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("geolocation=(), camera=(self), microphone=()"),
    );
    if https {
        headers.insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
}
