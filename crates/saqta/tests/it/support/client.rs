//! Somebody who asks a server over HTTP.

use std::io::{BufRead as _, BufReader};
use std::time::Duration;

use serde_json::Value;

/// Somebody with or without a token.
pub(crate) struct Client {
    base: String,
    token: Option<String>,
    agent: ureq::Agent,
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Client {
    pub(crate) fn new(base: &str, token: Option<&str>) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        Self {
            base: base.to_owned(),
            token: token.map(str::to_owned),
            agent: config.into(),
        }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        let mut request = self.agent.get(format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        Answer::of(request.call().unwrap())
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        let mut request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("content-type", "application/json");
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        Answer::of(request.send(body.to_string()).unwrap())
    }

    /// Sends a file as the body; an error when the server went away meanwhile.
    pub(crate) fn try_post_file(&self, path: &str, file: &[u8]) -> Result<Answer, ureq::Error> {
        let token = self.token.as_deref().unwrap_or_default();
        let request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("authorization", format!("Bearer {token}"));
        Ok(Answer::of(request.send(file)?))
    }

    /// A file, as it is.
    pub(crate) fn text(&self, path: &str) -> String {
        let mut response = self.agent.get(format!("{}{path}", self.base)).call().unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
        response.body_mut().read_to_string().unwrap()
    }

    /// The lines of the live stream, from a position on.
    pub(crate) fn stream(&self, from: u64) -> impl Iterator<Item = String> + use<> {
        let token = self.token.as_deref().unwrap_or_default();
        let request = self
            .agent
            .get(format!("{}/api/v1/stream?from={from}", self.base))
            .header("authorization", format!("Bearer {token}"));
        let response = request.call().unwrap();
        assert_eq!(response.status(), 200, "the stream is open");
        BufReader::new(response.into_body().into_reader())
            .lines()
            .map_while(Result::ok)
    }
}

impl Answer {
    fn of(mut response: ureq::http::Response<ureq::Body>) -> Self {
        let text = response.body_mut().read_to_string().unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Self {
            status: response.status().as_u16(),
            body,
        }
    }

    /// Fails unless it has this status.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }
}
