//! An analyst at a distance: everything over HTTP, as the screens ask.

use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::house::Running;
use crate::http::{Connection, Response};

use super::{Cells, Question};

/// How long between two looks at an import.
const LOOK: Duration = Duration::from_millis(20);

pub(super) struct Analyst {
    connection: Connection,
    token: String,
}

impl Analyst {
    pub(super) async fn open(running: &Running, token: &str) -> anyhow::Result<Self> {
        Ok(Self {
            connection: Connection::open(running.http).await?,
            token: token.to_owned(),
        })
    }

    pub(super) async fn record_series(&mut self, series: &Value) -> anyhow::Result<()> {
        let body = series.to_string();
        self.post("/api/v1/series", "application/json", body.as_bytes(), 200)
            .await?;
        Ok(())
    }

    /// Brings a file in, and waits until it counts.
    pub(super) async fn import(&mut self, file: &[u8], injuries: u64) -> anyhow::Result<()> {
        let begun = self
            .post("/api/v1/imports", "application/octet-stream", file, 202)
            .await?;
        let job: Value = serde_json::from_slice(&begun.body)?;
        let path = format!(
            "/api/v1/imports/{}",
            job["id"].as_str().context("a job without an id")?
        );
        loop {
            let job: Value = serde_json::from_slice(&self.get(&path).await?)?;
            match job["state"].as_str() {
                Some("checking" | "recording") => sleep(LOOK).await,
                Some("completed") => {
                    let recorded = job["outcome"]["recorded"].as_u64();
                    ensure!(
                        recorded == Some(injuries),
                        "{recorded:?} of {injuries} rows are new injuries"
                    );
                    return Ok(());
                }
                _ => bail!("the import ended otherwise: {job}"),
            }
        }
    }

    /// Waits until the views have reached what was recorded: every list does.
    pub(super) async fn caught_up(&mut self) -> anyhow::Result<()> {
        self.get("/api/v1/figures/releases").await.map(drop)
    }

    /// The answer to a question: counts with their intervals, and the incidence where there is a denominator.
    pub(super) async fn table(&mut self, question: &Question) -> anyhow::Result<Vec<u8>> {
        let by = question.by.join(",");
        let period = question
            .year
            .map_or(String::new(), |year| format!("&period={year}"));
        self.get(&format!(
            "/api/v1/figures/table?by={by}&measures=incidence{period}"
        ))
        .await
    }

    /// Publishes a release, and reads every one of its files.
    pub(super) async fn publish(&mut self, id: &str, period: &str) -> anyhow::Result<()> {
        let spec = json!({ "id": id, "period": period }).to_string();
        let published = self
            .post(
                "/api/v1/figures/releases",
                "application/json",
                spec.as_bytes(),
                201,
            )
            .await?;
        let release: Value = serde_json::from_slice(&published.body)?;
        let files = release["files"].as_object().context("a release without files")?;
        let folder = release["href"].as_str().context("a release without a place")?;
        for name in files.keys() {
            let bytes = self.get(&format!("{folder}/{name}")).await?;
            ensure!(!bytes.is_empty(), "{name} is empty");
        }
        Ok(())
    }

    async fn get(&mut self, path: &str) -> anyhow::Result<Vec<u8>> {
        let head = self.head("GET", path, "");
        answered(path, self.connection.ask(head.as_bytes()).await?, 200).map(|response| response.body)
    }

    async fn post(&mut self, path: &str, kind: &str, body: &[u8], status: u16) -> anyhow::Result<Response> {
        let about = format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
        let head = self.head("POST", path, &about);
        self.connection.send(head.as_bytes()).await?;
        answered(path, self.connection.ask(body).await?, status)
    }

    fn head(&self, method: &str, path: &str, about: &str) -> String {
        format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n{about}\r\n",
            self.token
        )
    }
}

fn answered(path: &str, response: Response, status: u16) -> anyhow::Result<Response> {
    ensure!(
        response.status == status,
        "{path} was answered {}: {}",
        response.status,
        String::from_utf8_lossy(&response.body)
    );
    Ok(response)
}

/// The counts of a table, without the cells in which nothing happened: the others' tables do not have them.
pub(super) fn cells(table: &[u8]) -> anyhow::Result<Cells> {
    #[derive(Deserialize)]
    struct Table {
        cells: Vec<Cell>,
    }
    #[derive(Deserialize)]
    struct Cell {
        key: Vec<Option<String>>,
        count: u64,
        fatal: u64,
        severe: u64,
        lost_time: u64,
        days_lost: u64,
    }
    let table: Table = serde_json::from_slice(table)?;
    let counts = table.cells.into_iter().map(|cell| {
        let key: Vec<String> = cell
            .key
            .into_iter()
            .map(|code| code.unwrap_or_else(|| "?".to_owned()))
            .collect();
        let counts = [
            cell.count,
            cell.fatal,
            cell.severe,
            cell.lost_time,
            cell.days_lost,
        ];
        (key.join("|"), counts)
    });
    Ok(counts.filter(|(_, [count, ..])| *count > 0).collect())
}
