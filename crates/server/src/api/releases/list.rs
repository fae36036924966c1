//! `GET /figures/releases`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use saqta_domain::release::ReleaseFile;
use saqta_readmodel::ReleaseRow;
use serde::Serialize;
use utoipa::ToSchema;

use super::all;
use crate::problem::{Fault, answers};
use crate::shape::list::List;
use crate::state::AppState;

/// A revision of a release.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReleaseItem {
    /// The stable id.
    id: String,
    /// Which revision, from 1.
    revision: u64,
    /// Over which months.
    #[schema(value_type = String, example = "2025-Q1")]
    period: saqta_domain::period::Period,
    /// When it was published.
    #[schema(value_type = String, format = DateTime)]
    published_at: Timestamp,
    /// The journal position up to which its figures go: with it they can be computed again.
    position: u64,
    /// Its files by name.
    files: BTreeMap<String, FileItem>,
    /// Where its files are: this and a slash and a name.
    href: String,
}

/// A file of a release.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileItem {
    /// SHA-256 of its bytes, in hex.
    sha256: String,
    /// How many bytes it has.
    size: u64,
}

impl FileItem {
    fn of(file: &ReleaseFile) -> Self {
        Self {
            sha256: file.sha256.clone(),
            size: file.size,
        }
    }
}

impl ReleaseItem {
    pub(super) fn of(row: &ReleaseRow) -> Self {
        let release = &row.release;
        Self {
            id: release.spec.id.to_string(),
            revision: release.revision,
            period: release.spec.period,
            published_at: row.at,
            position: release.position,
            files: release
                .files
                .iter()
                .map(|(name, file)| (name.clone(), FileItem::of(file)))
                .collect(),
            href: format!(
                "/api/v1/figures/releases/{}/{}",
                release.spec.id, release.revision
            ),
        }
    }
}

/// Lists every revision of every release, newest first. Nobody need sign in.
#[utoipa::path(
    get, path = "/figures/releases", tag = "figures", operation_id = "list_releases",
    responses((status = 200, description = "The releases.", body = List<ReleaseItem>), answers::Unavailable),
)]
pub(crate) async fn list(State(state): State<AppState>) -> Result<Json<List<ReleaseItem>>, Fault> {
    let releases = all(&state).await?;
    // How far the journal has come is told to nobody outside: it would betray a silent alarm.
    let position = releases.last().map_or(0, |row| row.position);
    Ok(Json(List {
        items: releases.iter().rev().map(ReleaseItem::of).collect(),
        next: None,
        position,
        behind: false,
    }))
}
