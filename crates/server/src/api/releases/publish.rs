//! `POST /figures/releases`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::tz::{Offset, TimeZone};
use saqta_documents::release::renditions;
use saqta_domain::command::{Answer, Command};
use saqta_domain::ids::SeriesId;
use saqta_domain::permission::Action;
use saqta_domain::release::{ReleasePublished, ReleaseSpec};
use saqta_figures::measure::Exposures;
use saqta_figures::release::{Earlier, Source, build, may_be_published};
use saqta_figures::table::usual_denominators;
use saqta_readmodel::ReleaseRow;

use super::list::ReleaseItem;
use super::{all, find};
use crate::api::extract::Body;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Pages below `/figures`, where releases have their addresses too.
const PAGES_OF_FIGURES: [&str; 4] = ["check", "explore", "series", "releases"];

/// Publishes a release, or a new revision of one: `{id, period, denominators?, threshold?, synthetic?}`.
///
/// `synthetic` says that the data are invented, as those of a demonstration: every file and page then says so.
///
/// The figures are those of the journal as it stands; they are computed, written, and recorded with their digests. From
/// then on they can be computed again, byte for byte, and never change.
///
/// Refused where it would tell of single persons: a release of fewer than the threshold, and one that differs by fewer from
/// a release of the same months, or from releases that add up to them.
#[utoipa::path(
    post, path = "/figures/releases", tag = "figures", operation_id = "publish_release", request_body = Object,
    responses(
        (status = 201, description = "Published.", body = ReleaseItem),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn publish(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Body(spec): Body<ReleaseSpec>,
) -> Result<(StatusCode, Json<ReleaseItem>), Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::PublishRelease)?;
    if PAGES_OF_FIGURES.contains(&spec.id.as_str()) {
        return Err(Fault::known("id", "name-of-a-page"));
    }
    let before = all(&state).await?;
    let fact = compute(&state, spec, before).await?;
    let (id, revision) = (fact.spec.id.to_string(), fact.revision);
    match state
        .handle
        .ask(caller.principal, Command::PublishRelease(Box::new(fact)))
        .await
    {
        Ok(Answer::Released { .. }) => {
            let row = find(all(&state).await?, &id, Some(revision))?;
            Ok((StatusCode::CREATED, Json(ReleaseItem::of(&row))))
        }
        Ok(other) => Err(Fault::unread(format!("a release was answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}

/// A release is never changed: one without its rates because of a slip of the pen would stay so.
fn require_known(denominators: &[SeriesId], exposures: &Exposures) -> Result<(), Fault> {
    let is_unknown = |id: &&SeriesId| exposures.denominator(id).is_none();
    match denominators.iter().find(is_unknown) {
        None => Ok(()),
        Some(unknown) => {
            let fill = vec![("value", unknown.to_string())];
            Err(Fault::filled("denominators", "denominator-unknown", fill))
        }
    }
}

/// Computes a release, and puts its files on the shelf.
async fn compute(
    state: &AppState,
    mut spec: ReleaseSpec,
    before: Vec<ReleaseRow>,
) -> Result<ReleasePublished, Fault> {
    let as_of = state
        .handle
        .now()
        .to_zoned(TimeZone::fixed(Offset::constant(5)))
        .date();
    if spec.period.first_day() > as_of {
        return Err(Fault::known("period", "not-begun"));
    }
    let shelf = state.clone();
    let computed = state.figures.read(&state.handle, move |known| {
        if spec.denominators.is_empty() {
            spec.denominators = usual_denominators(&known.exposures, Some(spec.period));
        }
        require_known(&spec.denominators, &known.exposures)?;
        let earlier = before
            .iter()
            .map(|row| {
                let json = shelf
                    .shelf
                    .get(&row.release, "release.json")
                    .map_err(Fault::unread)?;
                Earlier::read(&json.unwrap_or_default()).map_err(Fault::unread)
            })
            .collect::<Result<Vec<Earlier>, Fault>>()?;
        let source = Source {
            register: &known.register,
            exposures: &known.exposures,
            position: known.position,
            as_of,
            earlier: &earlier,
        };
        let release = build(source, &spec);
        may_be_published(&release, &earlier)
            .map_err(|refused| Fault::known(refused.field(), refused.code()))?;
        let mut files = std::collections::BTreeMap::new();
        for (name, bytes) in renditions(&release).map_err(Fault::unread)? {
            files.insert(name, shelf.shelf.put(bytes).map_err(Fault::unread)?);
        }
        Ok(ReleasePublished {
            spec,
            revision: release.revision,
            position: release.position,
            as_of,
            reckons_with: earlier.len() as u64,
            files,
        })
    });
    computed.await?
}
