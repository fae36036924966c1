//! A server that runs already, asked over HTTP.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use saqta_text::Language;
use serde::Deserialize;
use serde_json::Value;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use crate::failure::Failure;
use crate::files::read_secret;

/// How long a whole request may take when nobody is in danger.
pub(crate) const PATIENT: Duration = Duration::from_secs(30);

/// The longest answer that is read.
const LONGEST_ANSWER: u64 = 4 * 1024 * 1024;

/// How a server is reached.
#[derive(Args, Clone, Debug)]
pub(crate) struct Access {
    /// File that holds the access token
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,

    /// Certificate (PEM) of the server's own authority, from its /trust page or tls/ca.crt in its data folder
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: Option<PathBuf>,
}

/// A server, and the token that it is asked with.
pub(crate) struct Remote {
    server: String,
    token: String,
    agent: ureq::Agent,
    language: Language,
}

/// What a server answered.
pub(crate) struct Response {
    pub(crate) status: u16,
    /// Null when there was no JSON.
    pub(crate) body: Value,
}

/// A problem as the API describes it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Problem {
    r#type: String,
    title: String,
    detail: String,
    r#do: String,
    /// The field at fault.
    pub(crate) field: Option<String>,
    /// What is wrong with it.
    pub(crate) reason: Option<String>,
}

impl Problem {
    /// Its stable name, the last part of its type.
    pub(crate) fn name(&self) -> &str {
        self.r#type
            .strip_prefix("https://saqta.dev/problems/")
            .unwrap_or_default()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {} {}", self.title, self.detail, self.r#do)
    }
}

impl Response {
    /// The problem that the server told, if it is one of Saqta's.
    pub(crate) fn problem(&self) -> Option<Problem> {
        let problem: Problem = serde_json::from_value(self.body.clone()).ok()?;
        (!problem.name().is_empty()).then_some(problem)
    }

    /// The body of an answer that did what was asked.
    ///
    /// # Errors
    /// What the server refused, and what to do.
    pub(crate) fn into_success(self) -> Result<Value, Failure> {
        if (200..300).contains(&self.status) {
            return Ok(self.body);
        }
        let Some(problem) = self.problem() else {
            return Err(Failure::misuse(format!(
                "the server answered {} and no word of Saqta's",
                self.status
            ))
            .advice("check the address given by --server"));
        };
        let text = problem.to_string();
        Err(match problem.name() {
            "unauthorized" => Failure::misuse("the server does not know this token")
                .because(text)
                .advice("make one on the server: saqta token --data DIR --account LOGIN"),
            "forbidden" => Failure::misuse("this token may not do that")
                .because(text)
                .advice("use an administrator's"),
            "not-found" => Failure::misuse("the server knows no such thing")
                .because(text)
                .advice("check the name"),
            "invalid" => Failure::misuse(problem.reason.unwrap_or(text))
                .safe("nothing was changed")
                .advice("mend it and ask again"),
            "not-recorded" => Failure::failed("the server could not record this")
                .because(text)
                .safe("nothing was changed")
                .advice("try again; if it stays so, look at the server's disk and log"),
            _ => Failure::failed("the server did not do this").because(text),
        })
    }
}

impl Remote {
    /// Makes ready to ask a server, each time for no longer than so long; nothing is sent yet.
    ///
    /// # Errors
    /// A misuse when the token or the certificate cannot be read.
    pub(crate) fn new(server: &str, access: &Access, patience: Duration) -> Result<Self, Failure> {
        let server = server.trim_end_matches('/');
        if !server.starts_with("http://") && !server.starts_with("https://") {
            return Err(Failure::misuse(format!("`{server}` is no server's address"))
                .advice("write it as https://saqta.hospital.example or http://127.0.0.1:8080"));
        }
        let token_file = access.token_file.as_ref().ok_or_else(|| {
            Failure::misuse("--server needs --token-file FILE")
                .advice("write a token of yours into a file and name it")
        })?;
        let token = read_secret(token_file)?.trim().to_owned();
        Ok(Self {
            server: server.to_owned(),
            token,
            agent: agent(access.ca.as_deref(), patience)?,
            language: Language::En,
        })
    }

    /// The same, for somebody who reads a language; without it the server's words are English, as the program's own.
    pub(crate) fn speaking(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The server's address, without a final slash.
    pub(crate) fn address(&self) -> &str {
        &self.server
    }

    /// Posts JSON to a path under `/api/v1`.
    ///
    /// # Errors
    /// When no answer came.
    pub(crate) fn post(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Result<Response, ureq::Error> {
        let mut request = self
            .agent
            .post(format!("{}/api/v1{path}", self.server))
            .header("authorization", format!("Bearer {}", self.token))
            .header("accept-language", self.language.tag())
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request.send(body.to_string())?)
    }

    /// Posts a file to a path under `/api/v1`, with what a query says beside it.
    ///
    /// # Errors
    /// When no answer came.
    pub(crate) fn post_file(
        &self,
        path: &str,
        query: &[(&str, String)],
        file: &[u8],
    ) -> Result<Response, ureq::Error> {
        let request = self
            .agent
            .post(format!("{}/api/v1{path}", self.server))
            .header("authorization", format!("Bearer {}", self.token))
            .header("accept-language", self.language.tag())
            .header("content-type", "application/octet-stream")
            .query_pairs(query.iter().map(|(name, value)| (*name, value.as_str())));
        answer(request.send(file)?)
    }

    /// Deletes what is at a path under `/api/v1`, or what a query there names.
    ///
    /// # Errors
    /// When no answer came.
    pub(crate) fn delete(&self, path: &str, query: Option<(&str, &str)>) -> Result<Response, ureq::Error> {
        let request = self
            .agent
            .delete(format!("{}/api/v1{path}", self.server))
            .header("authorization", format!("Bearer {}", self.token))
            .header("accept-language", "en");
        answer(request.query_pairs(query).call()?)
    }

    /// What it means that no answer came.
    pub(crate) fn unreachable(&self, error: ureq::Error) -> Failure {
        let advice = match &error {
            ureq::Error::Rustls(_) | ureq::Error::Tls(_) => {
                "name the certificate of the server's own authority by --ca FILE, or check the address"
            }
            _ => "check the address and that the server runs; asking again changes nothing twice",
        };
        Failure::failed(format!("{} did not answer", self.server))
            .because(error)
            .advice(advice)
    }
}

fn answer(mut response: ureq::http::Response<ureq::Body>) -> Result<Response, ureq::Error> {
    let bytes = response
        .body_mut()
        .with_config()
        .limit(LONGEST_ANSWER)
        .read_to_vec()?;
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Ok(Response {
        status: response.status().as_u16(),
        body,
    })
}

/// No proxy stands between: it would be one more thing that keeps a call for help from arriving. No redirect is
/// followed: it would carry the token elsewhere.
fn agent(ca: Option<&Path>, patience: Duration) -> Result<ureq::Agent, Failure> {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::from(roots(ca)?))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let config = ureq::Agent::config_builder()
        .tls_config(tls)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .timeout_global(Some(patience))
        .build();
    Ok(config.into())
}

/// The authority that was named, else those that the machine trusts.
fn roots(ca: Option<&Path>) -> Result<Vec<Certificate<'static>>, Failure> {
    if let Some(path) = ca {
        let wrong = |error: Box<dyn std::error::Error + Send + Sync>| {
            Failure::misuse(format!("{} holds no certificate", path.display()))
                .because(error)
                .advice("name the PEM file from the server's /trust page")
        };
        let pem = std::fs::read(path).map_err(|error| wrong(error.into()))?;
        return Ok(vec![
            Certificate::from_pem(&pem).map_err(|error| wrong(error.into()))?,
        ]);
    }
    let found = rustls_native_certs::load_native_certs();
    for error in &found.errors {
        tracing::debug!(%error, "a certificate of this machine cannot be used");
    }
    Ok(found
        .certs
        .iter()
        .map(|der| Certificate::from_der(der).to_owned())
        .collect())
}
