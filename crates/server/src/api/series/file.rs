//! `POST /series/file`

use std::collections::BTreeMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use saqta_documents::series::Refused;
use saqta_documents::series::file::{Found, NotRead, Words, read};
use saqta_documents::{OpenError, RowError};
use saqta_domain::command::{Answer, Command};
use saqta_domain::permission::Action;
use saqta_domain::series::Unit;
use saqta_text::Language;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::record::RecordedSeries;
use crate::api::extract::Asked;
use crate::api::imports::WrongCell;
use crate::auth::caller::{Circumstances, SignedIn};
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What SDMX-CSV does not say; the plain CSV says it in each row, and needs none of it.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// The id of the series.
    id: Option<String>,
    /// Who counts.
    counter: Option<String>,
    /// `employees`, `employed`, `hours`, `injured`, `fatal`, `severe`, `days-lost` or `non-fatal`.
    unit: Option<String>,
    /// Where it was published.
    source: Option<String>,
    /// When it was published, ISO 8601.
    published: Option<String>,
    /// Of dimensions with several values the one that is meant, with commas between: `sex:T,age:TOTAL`.
    only: Option<String>,
}

/// What a file came to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordedFile {
    /// `csv` or `sdmx-csv`.
    kind: &'static str,
    /// Its series.
    series: Vec<RecordedSeries>,
    /// Rows of other places and of groups of activities, which are not taken: `geo=DE`, and how many.
    passed_over: BTreeMap<String, u64>,
    /// Rows that `only` did not choose.
    not_chosen: u64,
    /// Rows that say that there is no figure.
    missing: u64,
    /// Flags of the figures that were taken (`b` break, `p` provisional, …), and how often.
    flags: BTreeMap<String, u64>,
}

/// Cells that are named when a file is refused.
const LISTED: usize = 200;

/// Takes in the series of a file, as the body: the plain CSV, many series in one, or Eurostat's SDMX-CSV 2.0, one series. The
/// header tells which; `docs/files.md` describes both.
///
/// All of it or nothing: one wrong row, and the answer names every wrong cell and what to do. The same file again changes
/// nothing; changed figures make new versions.
#[utoipa::path(
    post, path = "/series/file", tag = "figures", operation_id = "record_series_file", params(Parameters),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file."),
    responses(
        (status = 200, description = "Taken in.", body = RecordedFile),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn file(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    circumstances: Circumstances,
    Asked(asked): Asked<Parameters>,
    body: Bytes,
) -> Result<Json<RecordedFile>, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::RecordSeries)?;
    let words = asked.read()?;
    let found = tokio::task::spawn_blocking(move || read(&body, &words)).await?;
    let found = found.map_err(|error| refused(&state, circumstances.language, error))?;
    let mut answer = RecordedFile::of(&found);
    let command = Command::RecordSeriesTogether(found.into_series());
    match state.handle.ask(caller.principal, command).await {
        Ok(Answer::SeriesTogether(series)) => {
            let each = series.into_iter();
            answer.series = each
                .map(|(id, version)| RecordedSeries::new(&id, version))
                .collect();
            Ok(Json(answer))
        }
        Ok(other) => Err(Fault::unread(format!("series were answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}

impl Parameters {
    fn read(self) -> Result<Words, Fault> {
        let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let unit = given(self.unit).map(|text| {
            let known: Vec<&str> = Unit::ALL.iter().map(|unit| unit.code()).collect();
            Unit::from_code(&text).ok_or_else(|| Fault::none_of("unit", &known))
        });
        let published =
            given(self.published).map(|text| text.parse().map_err(|_| Fault::known("published", "a-day")));
        let only = given(self.only).map(|text| {
            let pair = |pair: &str| {
                let (name, code) = pair.split_once(':')?;
                Some((name.trim().to_lowercase(), code.trim().to_owned()))
            };
            let pairs: Option<BTreeMap<String, String>> = text.split(',').map(pair).collect();
            pairs.ok_or_else(|| Fault::known("only", "dimension-and-code"))
        });
        Ok(Words {
            id: given(self.id).map(|id| id.as_str().into()),
            counter: given(self.counter),
            unit: unit.transpose()?,
            source: given(self.source),
            published: published.transpose()?,
            only: only.transpose()?.unwrap_or_default(),
        })
    }
}

impl RecordedFile {
    fn of(found: &Found) -> Self {
        let empty = Self {
            kind: "csv",
            series: Vec::new(),
            passed_over: BTreeMap::new(),
            not_chosen: 0,
            missing: 0,
            flags: BTreeMap::new(),
        };
        let Found::Aggregates(found) = found else {
            return empty;
        };
        let passed_over = found.skipped.iter();
        Self {
            kind: "sdmx-csv",
            passed_over: passed_over
                .map(|((dimension, code), rows)| (format!("{dimension}={code}"), *rows))
                .collect(),
            not_chosen: found.not_chosen,
            missing: found.missing,
            flags: found.flags.clone(),
            ..empty
        }
    }
}

fn refused(state: &AppState, language: Language, error: NotRead) -> Fault {
    let errors = match error {
        NotRead::Unsaid(name) => return Fault::known(name, "not-said"),
        NotRead::Refused(Refused::Rows(errors)) => errors,
        NotRead::Refused(Refused::Open(OpenError::Columns(columns))) => {
            let told = columns
                .iter()
                .map(|column| column.tell(&state.catalogue, language));
            let errors: Vec<WrongCell> = told.map(WrongCell::of_header).collect();
            return Fault::WrongRows {
                wrong: errors.len(),
                errors,
            };
        }
        NotRead::Refused(Refused::Open(error)) => return Fault::field("body", error.to_string()),
    };
    let cell = |(line, error): &(u64, RowError)| WrongCell::of(*line, error, &state.catalogue, language);
    Fault::WrongRows {
        wrong: errors.len(),
        errors: errors.iter().take(LISTED).map(cell).collect(),
    }
}
