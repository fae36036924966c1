//! From the blow to the figures: whoever was hurt is counted, and a quarter is published.

use anyhow::Context as _;
use axum::http::Method;
use saqta_engine::{Clock as _, SystemClock};
use serde_json::{Value, json};

use super::child::Addresses;
use super::scenes::{PLACE, close_alarm, open_alarms};
use super::stage::Stage;
use super::upstream::ask;

/// What is published before the curtain rises: the last has the figures of the press text that the story checks.
const PUBLISHED: [&str; 2] = ["2024-Q1", "2025-Q1"];

/// The alarm whose injury the story tells.
pub(super) struct Told {
    alarm: String,
    /// The injury that was reported last when the alarm was closed.
    before: Option<String>,
}

/// Closes what is open where the blow fell, as the dispatcher: real, after a long wait. Without an alarm there, one is
/// raised first: a visitor may turn to any page.
///
/// # Errors
/// What the server says.
pub(super) async fn close(stage: &Stage, server: Addresses) -> anyhow::Result<Value> {
    let token = &stage.props.tokens.dispatcher;
    let here = |alarm: &Value| alarm.get("zone").and_then(Value::as_str) == Some(PLACE);
    let mut open = open_alarms(server, token, here).await?;
    if open.is_empty() {
        stage
            .buttons
            .push_clear(server.dc09, SystemClock::new().now())
            .await?;
        open = open_alarms(server, token, here).await?;
    }
    let close = json!({ "outcome": "real", "factors": ["waiting"] });
    for id in &open {
        close_alarm(server, token, id, &close).await?;
    }
    // The first press of the situation stands for the blow.
    let alarm = open.last().context("the alarm is not in the list")?.clone();
    *stage.told.lock().await = Some(Told {
        alarm: alarm.clone(),
        before: last_injury(stage, server).await?,
    });
    Ok(json!({ "alarm": alarm }))
}

/// Reports the injury from the alarm's own draft, as the dispatcher would, unless the visitor has reported it on the
/// form; tells the quarter in which it is counted.
///
/// # Errors
/// What the server says.
pub(super) async fn count(stage: &Stage, server: Addresses) -> anyhow::Result<Value> {
    if stage.told.lock().await.is_none() {
        close(stage, server).await?;
    }
    let told = stage.told.lock().await;
    let Told { alarm, before } = told.as_ref().context("no alarm was closed")?;
    let token = &stage.props.tokens.dispatcher;
    let path = format!("/injuries/draft?alarm={alarm}");
    let mut report = ask(server.http, token, Method::GET, &path, &Value::Null).await?;
    let date = report.get("date").and_then(Value::as_str);
    let period = date
        .and_then(quarter_of)
        .context("the draft of the injury has no date")?;
    if last_injury(stage, server).await? == *before {
        let known = report.as_object_mut().context("the draft is not an object")?;
        known.extend([
            ("alarm".to_owned(), json!(alarm)),
            ("outcome".to_owned(), json!("lost-time")),
            ("days_lost".to_owned(), json!(5)),
        ]);
        ask(server.http, token, Method::POST, "/injuries", &report).await?;
    }
    Ok(json!({ "alarm": alarm, "period": period }))
}

/// The injury that was reported last.
async fn last_injury(stage: &Stage, server: Addresses) -> anyhow::Result<Option<String>> {
    let token = &stage.props.tokens.analyst;
    let list = ask(server.http, token, Method::GET, "/injuries?limit=1", &Value::Null).await?;
    let last = list.get("items").and_then(|items| items.get(0));
    Ok(last.and_then(|injury| Some(injury.get("id")?.as_str()?.to_owned())))
}

/// Publishes [`PUBLISHED`], as the analyst, unless an earlier run on the same folder did.
///
/// # Errors
/// What the server says.
pub(super) async fn publish(server: Addresses, token: &str) -> anyhow::Result<()> {
    let path = "/figures/releases";
    let known = ask(server.http, token, Method::GET, path, &Value::Null).await?;
    let items = known.get("items").and_then(Value::as_array);
    if items.is_some_and(|items| !items.is_empty()) {
        return Ok(());
    }
    for period in PUBLISHED {
        let release = json!({
            "id": format!("kz-{}", period.to_lowercase()),
            "period": period,
            "synthetic": true,
        });
        ask(server.http, token, Method::POST, path, &release).await?;
    }
    Ok(())
}

/// The quarter of a day in ISO 8601: `2026-Q4`.
fn quarter_of(day: &str) -> Option<String> {
    let day: jiff::civil::Date = day.parse().ok()?;
    Some(format!("{}-Q{}", day.year(), (day.month() - 1) / 3 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_in_its_quarter() {
        assert_eq!(quarter_of("2026-11-22").as_deref(), Some("2026-Q4"));
        assert_eq!(quarter_of("2026-03-31").as_deref(), Some("2026-Q1"));
        assert_eq!(quarter_of("today"), None);
    }
}
