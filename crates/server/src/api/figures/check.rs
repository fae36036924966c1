//! `POST /figures/check`

use axum::Json;
use axum::extract::State;
use saqta_figures::headline::{self, Report};
use saqta_figures::knowledge::Reference;
use saqta_text::Language;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::extract::Body;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// A press text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckBody {
    /// The text, in English, Russian or Kazakh; at most 50,000 characters.
    text: String,
    /// Language of the notes and of the corrected text: `kk`, `ru` or `en`; the text's own unless said.
    #[serde(default)]
    language: Option<String>,
}

/// The most characters of a text.
const LONGEST: usize = 50_000;

/// What the claims of a press text about injuries are worth: `{claims: [{text, kind, value, verdict, recomputed, note}],
/// corrected}`. Nobody need sign in; nothing of the text is kept.
#[utoipa::path(
    post, path = "/figures/check", tag = "figures", operation_id = "figures_check", request_body = CheckBody,
    responses((status = 200, description = "The claims, judged.", body = Object), answers::Invalid, answers::Unavailable),
)]
pub(crate) async fn check(
    State(state): State<AppState>,
    Body(body): Body<CheckBody>,
) -> Result<Json<serde_json::Value>, Fault> {
    if body.text.chars().count() > LONGEST {
        return Err(Fault::field("text", format!("at most {LONGEST} characters")));
    }
    let language = match body.language.as_deref() {
        None | Some("") => None,
        Some(tag) => {
            Some(Language::from_tag(tag).ok_or_else(|| Fault::field("language", "one of kk, ru, en"))?)
        }
    };
    // Strangers' texts wait for each other, never anybody's press.
    let _turn = state.strangers.acquire().await.map_err(Fault::unread)?;
    let checked = tokio::task::spawn_blocking(move || -> Report {
        headline::check(&body.text, language, Reference::shipped())
    });
    serde_json::to_value(checked.await?)
        .map(Json)
        .map_err(Fault::unread)
}
