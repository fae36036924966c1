//! `GET /trust`: why and how a device comes to trust this installation's own certificate authority, and the
//! certificate itself. Served in clear as well, since a device that does not trust yet must be able to read it.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qrcode::QrCode;
use qrcode::render::svg;
use saqta_text::Language;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Builder;

use super::html::{escape, page};
use crate::api::Asked;
use crate::auth::caller::Circumstances;
use crate::problem::Fault;
use crate::settings::Trust;
use crate::state::AppState;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/trust", get(trust))
        .route("/trust/ca.crt", get(certificate))
        .route("/trust/ca.mobileconfig", get(profile))
}

/// Whatever else is asked of a listener that serves only this.
pub(crate) async fn lead_there() -> Redirect {
    Redirect::temporary("/trust")
}

/// The reader's own choice of a language.
#[derive(Debug, Deserialize)]
struct Parameters {
    lang: Option<String>,
}

async fn trust(
    State(state): State<AppState>,
    circumstances: Circumstances,
    Asked(parameters): Asked<Parameters>,
) -> Response {
    let chosen = parameters.lang.as_deref().and_then(Language::from_tag);
    let language = chosen.unwrap_or(circumstances.language);
    let text = |id: &str| escape(&state.catalogue.text(language, id, &[]));
    let title = text("trust-title");
    let mut body = languages(&state);
    let _written = writeln!(body, "<h1>{title}</h1>");
    match &state.settings.trust {
        None => {
            let _written = writeln!(body, "<p>{}</p>", text("trust-none"));
        }
        Some(trust) => explain(&mut body, trust, &text),
    }
    page(
        StatusCode::OK,
        language,
        &state.catalogue.text(language, "trust-title", &[]),
        &body,
    )
}

/// The same page in the other languages; each language names itself.
fn languages(state: &AppState) -> String {
    let mut links = String::from("<nav>");
    for language in Language::ALL {
        let tag = language.tag();
        let name = escape(&state.catalogue.text(language, &format!("language-{tag}"), &[]));
        let _written = write!(
            links,
            "<a href=\"/trust?lang={tag}\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a>"
        );
    }
    links.push_str("</nav>\n");
    links
}

fn explain(body: &mut String, trust: &Trust, text: &dyn Fn(&str) -> String) {
    let _written = write!(
        body,
        "<p>{}</p>\n<p><strong>{}</strong></p>\n<h2>{}</h2>\n<p><code>{}</code></p>\n<p>{}</p>\n\
         <p><a class=\"go\" href=\"/trust/ca.crt\" download>{}</a></p>\n",
        text("trust-lead"),
        text("trust-caution"),
        text("trust-fingerprint"),
        fingerprint(&trust.certificate),
        text("trust-fingerprint-check"),
        text("trust-download"),
    );
    if let Some(code) = qr(trust) {
        let _written = write!(
            body,
            "<p>{}</p>\n<div class=\"qr\">{code}</div>\n",
            text("trust-qr")
        );
    }
    let _written = writeln!(body, "<p>{}</p>", text("trust-menus"));
    for system in ["trust-android", "trust-ios", "trust-windows"] {
        let _written = write!(body, "<h2>{}</h2>\n<ol>", text(system));
        for step in 1..=4 {
            let _written = write!(body, "<li>{}</li>", text(&format!("{system}.step-{step}")));
        }
        body.push_str("</ol>\n");
        if system == "trust-ios" {
            let file = "ca.mobileconfig";
            let _written = writeln!(body, "<p><a href=\"/trust/{file}\">{file}</a></p>");
        }
    }
    let _written = write!(
        body,
        "<p>{}</p>\n<p><a class=\"go\" href=\"{}\">{}</a></p>\n",
        text("trust-remove"),
        escape(&trust.address),
        text("trust-open"),
    );
}

/// `AB:CD:…`, as browsers show it.
fn fingerprint(certificate: &[u8]) -> String {
    let digest: [u8; 32] = Sha256::digest(certificate).into();
    digest.map(|byte| format!("{byte:02X}")).join(":")
}

/// The address of this page as a QR code; in clear when it is served so, since the phone does not trust yet.
fn qr(trust: &Trust) -> Option<String> {
    let address = trust.plain_address.as_ref().unwrap_or(&trust.address);
    let code = QrCode::new(format!("{address}/trust")).ok()?;
    let image = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    // What precedes the element is for files, not for pages.
    image.find("<svg").map(|start| image[start..].to_owned())
}

async fn certificate(State(state): State<AppState>) -> Result<Response, Fault> {
    let trust = state.settings.trust.as_ref().ok_or(Fault::NotFound)?;
    Ok(file(
        "application/x-x509-ca-cert",
        "saqta-ca.crt",
        trust.certificate.clone(),
    ))
}

/// An Apple configuration profile with the certificate.
async fn profile(State(state): State<AppState>) -> Result<Response, Fault> {
    let trust = state.settings.trust.as_ref().ok_or(Fault::NotFound)?;
    let id = |part: &[u8]| {
        let digest: [u8; 32] = Sha256::digest([part, &trust.certificate].concat()).into();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Builder::from_custom_bytes(bytes).into_uuid()
    };
    let (outer, inner) = (id(b"profile"), id(b"certificate"));
    let certificate = STANDARD.encode(&trust.certificate);
    let text = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadContent</key><array><dict>
<key>PayloadCertificateFileName</key><string>saqta-ca.crt</string>
<key>PayloadContent</key><data>{certificate}</data>
<key>PayloadDisplayName</key><string>Saqta CA</string>
<key>PayloadIdentifier</key><string>dev.saqta.ca.{inner}</string>
<key>PayloadType</key><string>com.apple.security.root</string>
<key>PayloadUUID</key><string>{inner}</string>
<key>PayloadVersion</key><integer>1</integer>
</dict></array>
<key>PayloadDisplayName</key><string>Saqta</string>
<key>PayloadIdentifier</key><string>dev.saqta.trust.{outer}</string>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadUUID</key><string>{outer}</string>
<key>PayloadVersion</key><integer>1</integer>
</dict></plist>
"#
    );
    Ok(file(
        "application/x-apple-aspen-config",
        "saqta-ca.mobileconfig",
        text.into_bytes(),
    ))
}

fn file(content_type: &'static str, name: &'static str, bytes: Vec<u8>) -> Response {
    let headers: [(HeaderName, HeaderValue); 2] = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    let mut response = (headers, bytes).into_response();
    if let Ok(disposition) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
    }
    response
}
