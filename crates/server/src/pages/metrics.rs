//! `GET /metrics`: figures for Prometheus. No sign-in from this machine; from elsewhere by an administrator or an
//! auditor.

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use saqta_domain::permission::Action;
use saqta_readmodel::{AlarmQuery, Sites};

use crate::auth::caller::Circumstances;
use crate::problem::Fault;
use crate::state::AppState;

/// How many open alarms are looked at to count them by state; beyond that the scrape would cost more than it tells.
const LOOKED_AT: usize = 500;

/// States of open alarms.
const OPEN_STATES: [&str; 4] = ["raised", "acknowledged", "responding", "attended"];

pub(crate) async fn metrics(
    State(state): State<AppState>,
    circumstances: Circumstances,
) -> Result<Response, Fault> {
    if !circumstances.client.local {
        let directory = state.handle.directory();
        let caller = circumstances
            .caller
            .filter(|caller| !caller.revoked)
            .ok_or(Fault::Unauthorized)?;
        let may = [Action::Declare, Action::ViewCurrentLog];
        if !may
            .into_iter()
            .any(|action| caller.may_somewhere(&directory, action))
        {
            return Err(Fault::Forbidden);
        }
    }
    let by_state = open_by_state(&state).await;
    let text = state
        .metrics
        .text(&state.handle, state.settings.dc09.as_ref(), &by_state);
    let form = HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");
    Ok(([(CONTENT_TYPE, form)], text).into_response())
}

/// The newest open alarms by state; empty when the views cannot be read.
pub(crate) async fn open_by_state(state: &AppState) -> Vec<(&'static str, u64)> {
    let views = state.handle.views().clone();
    let query = AlarmQuery {
        open: Some(true),
        limit: LOOKED_AT,
        ..AlarmQuery::new(Sites::Everywhere)
    };
    let page = tokio::task::spawn_blocking(move || views.alarms(&query)).await;
    let Ok(Ok(page)) = page else { return Vec::new() };
    let count = |code| {
        page.items
            .iter()
            .filter(|alarm| alarm.stage().code() == code)
            .count() as u64
    };
    OPEN_STATES.map(|code| (code, count(code))).to_vec()
}
