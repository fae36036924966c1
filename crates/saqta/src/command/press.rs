//! `saqta press`: a call for help from a keyboard. It is sent until it is recorded.

use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use jiff::Timestamp;
use saqta_engine::{Clock as _, SystemClock};
use saqta_journal::{OsRandom, random_array};
use saqta_text::Language;
use serde::Deserialize;
use serde_json::{Map, json};

use crate::failure::Failure;
use crate::language::{Words, language, of_system};
use crate::output;
use crate::remote::{Access, Remote, Response};

/// How long one try may take.
const TRY: Duration = Duration::from_secs(10);

/// The wait before the second try; each later one is twice as long, up to the longest.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(5);

#[derive(Args, Debug)]
pub(crate) struct Press {
    /// Address of the server
    #[arg(long, value_name = "URL")]
    server: String,

    #[command(flatten)]
    access: Access,

    /// Kind of alarm: assist (come and stand by), panic, duress, holdup, medical, fire … [default: panic]
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// Zone where help is needed; without it, where the token's device is
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,

    /// Keep the place quiet
    #[arg(long)]
    silent: bool,

    /// Words for the guards
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Stop trying after so many seconds; without it, never
    #[arg(long, value_name = "SECONDS")]
    give_up_after: Option<u64>,

    /// Language of what is said: kk, ru or en [default: the system's, else Russian]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
}

/// What the server says of a recorded alarm. What is not there is no sign of Saqta.
#[derive(Debug, Deserialize)]
struct Recorded {
    id: String,
    state: String,
    kind: String,
    site: String,
    zone: Option<String>,
    position: u64,
    #[serde(default)]
    flags: Vec<String>,
}

/// What a try came to.
enum Tried {
    Recorded(Recorded),
    /// Nobody knows the token: however often it is sent, nobody will.
    Unknown,
    /// Not yet.
    Failed(String),
}

impl Press {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let language = self.language.or_else(of_system).unwrap_or_default();
        let words = Words::new(language);
        let remote = Remote::new(&self.server, &self.access, TRY)?.speaking(language);
        let key = hex::encode(random_array::<16>(&mut OsRandom));
        let body = self.body(SystemClock::new().now());
        let end = self
            .give_up_after
            .map(|seconds| Instant::now() + Duration::from_secs(seconds));
        let mut wait = FIRST_WAIT;
        loop {
            match send(&remote, &key, &body) {
                Tried::Recorded(alarm) => {
                    output::remark(&recorded(&words, &alarm));
                    return Ok(output::answer(&alarm.line())?);
                }
                Tried::Unknown => {
                    return Err(Failure::misuse(words.say("keyboard-stranger", &[]))
                        .advice(words.say("keyboard-stranger.do", &[]))
                        .into());
                }
                Tried::Failed(why) => {
                    output::remark(&words.say("keyboard-trying", &[("why", why.as_str().into())]));
                }
            }
            if end.is_some_and(|end| Instant::now() + wait > end) {
                return Err(Failure::failed(words.say("keyboard-given-up", &[]))
                    .advice(words.say("keyboard-given-up.do", &[]))
                    .into());
            }
            // Nothing can end the wait early; waking up too soon only sends sooner.
            thread::park_timeout(wait);
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    /// The same for each try, so that the key stands for one press.
    fn body(&self, pressed_at: Timestamp) -> serde_json::Value {
        let mut body = Map::new();
        body.insert("pressed_at".to_owned(), json!(pressed_at));
        for (field, text) in [("kind", &self.kind), ("zone", &self.zone), ("note", &self.note)] {
            if let Some(text) = text {
                body.insert(field.to_owned(), json!(text));
            }
        }
        if self.silent {
            body.insert("silent".to_owned(), json!(true));
        }
        serde_json::Value::Object(body)
    }
}

/// What is said to whoever pressed, in their language. The line for scripts stays as it is.
fn recorded(words: &Words, alarm: &Recorded) -> String {
    let id = format!("kind-{}", alarm.kind);
    let kind = if words.catalogue.has(words.language, &id) {
        words.word(&id)
    } else {
        alarm.kind.clone()
    };
    let place = alarm.place();
    words.say(
        "keyboard-recorded",
        &[("kind", kind.as_str().into()), ("place", place.as_str().into())],
    )
}

fn send(remote: &Remote, key: &str, body: &serde_json::Value) -> Tried {
    match remote.post("/alarms", &[("idempotency-key", key)], body) {
        Ok(response) => judge(&response),
        Err(error) => Tried::Failed(error.to_string()),
    }
}

/// Something between may answer in the server's place: only Saqta's own words count.
fn judge(response: &Response) -> Tried {
    if matches!(response.status, 200 | 201)
        && let Ok(alarm) = Recorded::deserialize(&response.body)
    {
        return Tried::Recorded(alarm);
    }
    match response.problem() {
        Some(problem) if problem.name() == "unauthorized" => Tried::Unknown,
        Some(problem) => Tried::Failed(problem.to_string()),
        None => Tried::Failed(format!("the answer {} is not Saqta's", response.status)),
    }
}

impl Recorded {
    fn place(&self) -> String {
        let zone = self.zone.as_ref();
        zone.map_or_else(|| self.site.clone(), |zone| format!("{}/{zone}", self.site))
    }

    fn line(&self) -> String {
        let place = self.place();
        let flags = if self.flags.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.flags.join(", "))
        };
        format!(
            "recorded: {} {} at {place}{flags}, alarm {}, position {}",
            self.kind, self.state, self.id, self.position
        )
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn tried(status: u16, body: Value) -> Tried {
        judge(&Response { status, body })
    }

    #[test]
    fn only_an_alarm_of_saqtas_counts_as_recorded() {
        let alarm =
            json!({"id": "a", "state": "raised", "kind": "assist", "site": "s", "zone": "z", "position": 7});
        assert!(matches!(tried(201, alarm.clone()), Tried::Recorded(_)));
        assert!(
            matches!(tried(200, json!({"ok": true})), Tried::Failed(_)),
            "a captive portal"
        );
        assert!(
            matches!(tried(200, Value::Null), Tried::Failed(_)),
            "a login page"
        );
        assert!(matches!(tried(503, alarm), Tried::Failed(_)));
        assert!(
            matches!(tried(401, Value::Null), Tried::Failed(_)),
            "a proxy that wants a password"
        );
        let unknown = json!({"type": "https://saqta.dev/problems/unauthorized", "title": "t"});
        assert!(matches!(tried(401, unknown), Tried::Unknown));
    }
}
