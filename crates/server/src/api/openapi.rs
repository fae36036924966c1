//! `GET /openapi.json`, and the description itself.

use std::sync::OnceLock;

use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

use crate::problem::Problem;

/// Everything that is not an endpoint's own.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Saqta",
        description = "Brings help when somebody presses a button, and keeps what happened so that it can be proved.\n\n\
            Errors are `application/problem+json` (RFC 9457) in the caller's language, with what to do. Times are \
            RFC 3339 in UTC. Readers ignore fields and words they do not know.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    components(schemas(Problem)),
    security(("token" = []), ("session" = [])),
    tags(
        (name = "alarms", description = "Calls for help: raising, reading, moving on."),
        (name = "situations", description = "Open alarms of one zone, moved on together."),
        (name = "stream", description = "What is recorded, as it is recorded."),
        (name = "press", description = "What a press page shows."),
        (name = "session", description = "Signing in and out."),
        (name = "directory", description = "Sites, zones, posts, devices, accounts."),
        (name = "tokens", description = "Access tokens of accounts and devices."),
        (name = "log", description = "Checkpoints, tiles and proofs of the append-only log."),
        (name = "operation", description = "Running an installation."),
    ),
)]
struct Frame;

/// The whole description.
pub(crate) fn description() -> utoipa::openapi::OpenApi {
    let mut frame = Frame::openapi();
    let components = frame.components.get_or_insert_default();
    components.add_security_scheme("token", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    let cookie = ApiKey::Cookie(ApiKeyValue::new("saqta_session"));
    components.add_security_scheme("session", SecurityScheme::ApiKey(cookie));
    let routes = OpenApiRouter::with_openapi(frame).nest("/api/v1", super::routes());
    routes.into_openapi()
}

/// Shows this description.
#[utoipa::path(
    get, path = "/openapi.json", tag = "operation", security(()),
    responses((status = 200, description = "OpenAPI 3.1.", body = Object)),
)]
pub(crate) async fn openapi() -> Response {
    static TEXT: OnceLock<String> = OnceLock::new();
    // The description has only text keys, so that it can always be written.
    let text = TEXT.get_or_init(|| description().to_json().unwrap_or_default());
    let json = HeaderValue::from_static("application/json");
    ([(CONTENT_TYPE, json)], text.as_str()).into_response()
}
