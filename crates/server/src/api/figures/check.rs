//! `POST /figures/check`

use axum::Json;
use axum::extract::State;
use jiff::tz::{Offset, TimeZone};
use saqta_domain::period::Period;
use saqta_domain::permission::Action;
use saqta_domain::release::USUAL_THRESHOLD;
use saqta_figures::headline::{self, Report};
use saqta_figures::knowledge::{RegisterKnowledge, Terms};
use saqta_figures::register::Register;
use saqta_figures::release::Earlier;
use saqta_readmodel::ReleaseRow;
use saqta_text::Language;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::extract::Body;
use crate::api::releases::all;
use crate::auth::caller::Circumstances;
use crate::problem::{Fault, answers};
use crate::shelf::Shelf;
use crate::state::AppState;

/// A press text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckBody {
    /// The text, in English, Russian or Kazakh; at most 50,000 characters.
    text: String,
    /// Language of the notes and of the corrected text: `kk`, `ru` or `en`; the text's own unless said.
    // The command has it as `--lang`; both names are read.
    #[serde(default, alias = "lang")]
    language: Option<String>,
}

/// The most characters of a text.
const LONGEST: usize = 50_000;

/// What the claims of a press text about injuries are worth: `{claims: [{text, kind, value, verdict, recomputed, note}],
/// corrected}`. Nobody need sign in; nothing of the text is kept.
///
/// Claims are judged by the releases of this register, by the series recorded here and by figures that were published of
/// Kazakhstan. Whoever may see unpublished
/// figures has them judged by what a release of the register would say as well; others would learn of late reports one by
/// one by asking every day.
#[utoipa::path(
    post, path = "/figures/check", tag = "figures", operation_id = "figures_check", request_body = CheckBody,
    responses((status = 200, description = "The claims, judged.", body = Object), answers::Invalid, answers::Unavailable),
)]
pub(crate) async fn check(
    State(state): State<AppState>,
    circumstances: Circumstances,
    Body(body): Body<CheckBody>,
) -> Result<Json<serde_json::Value>, Fault> {
    if body.text.chars().count() > LONGEST {
        return Err(Fault::too_long("text", LONGEST));
    }
    let language = match body.language.as_deref() {
        None | Some("") => None,
        Some(tag) => {
            Some(Language::from_tag(tag).ok_or_else(|| Fault::none_of("language", &["kk", "ru", "en"]))?)
        }
    };
    // Strangers' texts wait for each other, never anybody's press.
    let _turn = state.strangers.acquire().await.map_err(Fault::unread)?;
    let releases = all(&state).await?;
    let released: Vec<Period> = releases.iter().map(|row| row.release.spec.period).collect();
    let shelf = state.clone();
    let as_of = state
        .handle
        .now()
        .to_zoned(TimeZone::fixed(Offset::constant(5)))
        .date();
    let directory = state.handle.directory();
    let sees_figures = circumstances
        .caller
        .is_some_and(|caller| !caller.revoked && caller.may_somewhere(&directory, Action::ViewFigures));
    let checked = state.figures.read(&state.handle, move |known| -> Report {
        let nothing = Register::default();
        let published = newest(&releases, &shelf.shelf);
        let register = if sees_figures { &known.register } else { &nothing };
        let terms = Terms {
            threshold: USUAL_THRESHOLD,
            as_of,
            released: &released,
            published: &published,
        };
        let knowledge = RegisterKnowledge::new(register, &known.exposures, terms);
        headline::check(&body.text, language, &knowledge)
    });
    serde_json::to_value(checked.await?)
        .map(Json)
        .map_err(Fault::unread)
}

/// The newest revision of each release, oldest release first. One whose file was lost tells nothing.
fn newest(releases: &[ReleaseRow], shelf: &Shelf) -> Vec<Earlier> {
    let has_newer = |row: &ReleaseRow| {
        let mut others = releases.iter();
        others.any(|other| {
            other.release.spec.id == row.release.spec.id && other.release.revision > row.release.revision
        })
    };
    let newest = releases.iter().filter(|row| !has_newer(row));
    newest
        .filter_map(|row| {
            let json = shelf.get(&row.release, "release.json").ok().flatten()?;
            Earlier::read(&json).ok()
        })
        .collect()
}
