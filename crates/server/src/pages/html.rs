//! Small pages made on the server, in the reader's language, without a script.

use std::fmt::Write as _;

use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use saqta_text::Language;

const STYLE: &str = "
    :root { color-scheme: dark light; }
    body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.625rem; line-height: 1.25; }
    h2 { font-size: 1.1875rem; margin-top: 2rem; }
    code { font-size: 1rem; overflow-wrap: anywhere; }
    .go { display: inline-block; padding: .75rem 1.25rem; border: 2px solid; border-radius: .5rem; font-weight: 600; }
    nav a { margin-inline-end: 1rem; }
    .qr { background: #fff; display: inline-block; padding: .75rem; border-radius: .5rem; line-height: 0; }";

/// A page in a language; the body is HTML already.
pub(super) fn page(status: StatusCode, language: Language, title: &str, body: &str) -> Response {
    let mut html = String::new();
    // Writing to a string cannot fail.
    let _written = write!(
        html,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{} · Saqta</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        language.tag(),
        escape(title),
    );
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    response
}

/// Text as HTML.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}
