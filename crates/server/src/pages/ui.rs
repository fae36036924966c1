//! The screens, embedded when the program was built.

use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::html::{escape, page};
use crate::auth::caller::Circumstances;
use crate::problem::Fault;
use crate::state::AppState;

/// A file of the screens.
struct File {
    /// Its address.
    path: &'static str,
    /// A hash of its bytes.
    etag: &'static str,
    bytes: &'static [u8],
    /// The same, smaller, where that is possible.
    gzip: Option<&'static [u8]>,
}

/// Every file, by address.
static FILES: &[File] = &include!(concat!(env!("OUT_DIR"), "/screens.rs"));

/// The addresses of pages, and the files behind them.
const PAGES: [(&str, &str); 6] = [
    ("/", "/index.html"),
    ("/console", "/index.html"),
    ("/press", "/press.html"),
    ("/demo", "/demo.html"),
    ("/figures", "/work.html"),
    ("/register", "/work.html"),
];

/// The content type of a file that is none of the screens.
const UNKNOWN_TYPE: &str = "application/octet-stream";

/// What the screens themselves tell apart: the pages below these addresses are the page at the address.
const WITH_PAGES_BELOW: [&str; 2] = ["/figures", "/register"];

/// Serves a screen's file. What is under `/api/` never is one.
pub(crate) async fn serve(
    State(state): State<AppState>,
    circumstances: Circumstances,
    request: Request,
) -> Result<Response, Fault> {
    let path = request.uri().path();
    if path.starts_with("/api/") {
        return Err(Fault::NotFound);
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(Fault::WrongMethod);
    }
    let page_file = page_file(path);
    let path = page_file.unwrap_or(path);
    match FILES.iter().find(|file| file.path == path) {
        Some(file) => Ok(answer(file, request.headers())),
        None if page_file.is_some() => {
            let text = |id: &str| state.catalogue.text(circumstances.language, id, &[]);
            let title = text("ui-missing-title");
            let body = format!(
                "<h1>{}</h1>\n<p>{}</p>\n<p>{}</p>\n",
                escape(&title),
                escape(&text("ui-missing-detail")),
                escape(&text("ui-missing-do")),
            );
            Ok(page(StatusCode::OK, circumstances.language, &title, &body))
        }
        None => Err(Fault::NotFound),
    }
}

/// The file behind the address of a page.
fn page_file(path: &str) -> Option<&'static str> {
    let above = WITH_PAGES_BELOW.iter().find(|above| {
        let below = path.strip_prefix(**above).and_then(|rest| rest.strip_prefix('/'));
        // A missing file stays missing: a browser must not take the page for a script.
        below.is_some_and(|below| !below.is_empty() && !is_file_name(below))
    });
    let address = above.map_or(path, |above| *above);
    PAGES
        .iter()
        .find(|(page, _)| *page == address)
        .map(|(_, file)| *file)
}

/// Whether a path ends like a file of the screens does; the id of a release may have dots too.
fn is_file_name(path: &str) -> bool {
    path.contains('.') && content_type(path) != UNKNOWN_TYPE
}

fn answer(file: &File, asked: &HeaderMap) -> Response {
    let packed = file.gzip.filter(|_| takes_gzip(asked));
    // A packed file is another representation, so it has another tag.
    let tag = if packed.is_some() {
        format!("\"{}-gz\"", file.etag)
    } else {
        format!("\"{}\"", file.etag)
    };
    let mut headers = HeaderMap::new();
    let mut put =
        |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    put(CONTENT_TYPE, content_type(file.path));
    put(CACHE_CONTROL, caching(file.path));
    put(VARY, "accept-encoding");
    if packed.is_some() {
        put(CONTENT_ENCODING, "gzip");
    }
    if let Ok(value) = HeaderValue::try_from(&tag) {
        headers.insert(ETAG, value);
    }
    let known = asked.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| {
        known
            .split(',')
            .any(|each| each.trim().trim_start_matches("W/") == tag)
    }) {
        headers.remove(CONTENT_TYPE);
        headers.remove(CONTENT_ENCODING);
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, packed.unwrap_or(file.bytes)).into_response()
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let values = asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim().eq_ignore_ascii_case("gzip")
            && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

/// Built files bear their hash in their name and never change; everything else is asked for again each time.
fn caching(path: &str) -> &'static str {
    if path.starts_with("/assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ogg" => "audio/ogg",
        "mp3" => "audio/mpeg",
        "wav" => "audio/wav",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        _ => UNKNOWN_TYPE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: File = File {
        path: "/assets/a-1f.js",
        etag: "e",
        bytes: b"let a;",
        gzip: Some(b"packed"),
    };

    fn asked(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().unwrap())])
    }

    #[test]
    fn pages_below_a_screen_are_that_screen_and_files_are_not() {
        for page in [
            "/figures",
            "/figures/check",
            "/figures/kz-2025-q1",
            "/figures/kz-2025-q1/2",
            "/figures/kz.2025",
            "/register/new",
            "/register/01a203ed-4a80-770d-a93b-58e6148fac22",
        ] {
            assert_eq!(page_file(page), Some("/work.html"), "{page}");
        }
        for other in [
            "/figures/check.js",
            "/figures/kz-2025-q1/work.css",
            "/figures/",
            "/registers",
            "/console/check",
            "/x",
        ] {
            assert_eq!(page_file(other), None, "{other}");
        }
    }

    #[test]
    fn a_browser_that_takes_gzip_gets_the_packed_file() {
        for (coding, packed) in [
            ("gzip, br", true),
            ("br;q=1, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("br", false),
        ] {
            let response = answer(&SCRIPT, &asked(ACCEPT_ENCODING, coding));
            assert_eq!(
                response.headers().contains_key(CONTENT_ENCODING),
                packed,
                "{coding}"
            );
        }
    }

    #[test]
    fn a_file_that_is_known_is_not_sent_again() {
        assert_eq!(
            answer(&SCRIPT, &asked(IF_NONE_MATCH, "\"e\"")).status(),
            StatusCode::NOT_MODIFIED
        );
        assert_eq!(
            answer(&SCRIPT, &asked(IF_NONE_MATCH, "\"x\", W/\"e\"")).status(),
            StatusCode::NOT_MODIFIED
        );
        assert_eq!(
            answer(&SCRIPT, &asked(IF_NONE_MATCH, "\"old\"")).status(),
            StatusCode::OK
        );
    }

    #[test]
    fn only_files_named_by_their_hash_are_kept_for_ever() {
        assert!(caching("/assets/a-1f.js").contains("immutable"));
        for path in ["/index.html", "/press-worker.js", "/press.webmanifest"] {
            assert_eq!(caching(path), "no-cache", "{path}");
        }
    }
}
