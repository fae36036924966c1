//! The stage's own page and its files, kept from the child, so that `/demo` opens also while the child is dead.

use std::collections::HashMap;
use std::net::SocketAddr;

use anyhow::ensure;
use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Response};

use super::upstream;

/// The stage's page.
const PAGE: &str = "/demo";

/// Where files lie that a page may name.
const FOLDERS: [&str; 2] = ["/assets/", "/icons/"];

/// The kept files, by address.
pub(super) struct Pages {
    files: HashMap<String, (HeaderMap, Bytes)>,
}

impl Pages {
    /// Reads the page, and every file that it or one of these names.
    ///
    /// # Errors
    /// When the page cannot be had. A file that cannot be had is left out: the page may do without.
    pub(super) async fn gather(server: SocketAddr) -> anyhow::Result<Self> {
        let mut files = HashMap::new();
        let mut wanted = vec![PAGE.to_owned()];
        while let Some(path) = wanted.pop() {
            if files.contains_key(&path) {
                continue;
            }
            let (head, bytes) = upstream::get(server, &path).await?.into_parts();
            if !head.status.is_success() {
                ensure!(path != PAGE, "the stage's page: {}", head.status);
                continue;
            }
            if is_text(&head.headers) {
                wanted.extend(files_named_in(&String::from_utf8_lossy(&bytes)).map(str::to_owned));
            }
            files.insert(path, (head.headers, bytes));
        }
        Ok(Self { files })
    }

    /// A kept file.
    pub(super) fn find(&self, path: &str) -> Option<Response<Body>> {
        let (headers, bytes) = self.files.get(path)?;
        let mut response = Response::new(Body::from(bytes.clone()));
        *response.headers_mut() = headers.clone();
        Some(response)
    }
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/"))
}

/// What stands in quotes or brackets and is the address of a file. A script names its neighbours as `./name`.
fn files_named_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '\'', '`', '(', ')'])
        .filter(|word| FOLDERS.iter().any(|folder| word.starts_with(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_that_a_page_names_are_found() {
        let page = r#"<script src="/assets/a-1.js"></script><style>@font-face{src:url(/assets/f.woff2)}</style><a href="/x">"#;
        assert_eq!(
            files_named_in(page).collect::<Vec<_>>(),
            ["/assets/a-1.js", "/assets/f.woff2"]
        );
    }
}
