//! `GET /sites`, `/zones`, `/posts`, `/devices`: what is declared where the caller may see it, by id.

use axum::Json;
use axum::extract::State;
use saqta_domain::directory::Directory;
use saqta_domain::ids::SiteId;
use saqta_domain::permission::Action;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::extract::Asked;
use crate::auth::caller::{Caller, SignedIn};
use crate::problem::{Fault, answers};
use crate::shape::directory::{Device, Post, Site, Zone};
use crate::shape::list::{Limit, List};
use crate::state::AppState;
use crate::view::Viewer;

/// What to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Only those of one site.
    site: Option<String>,
    /// How many at most: 100 unless said, clamped to 1 to 500.
    #[param(value_type = Option<i64>)]
    limit: Option<Limit>,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
}

/// What a caller asks of the directory, where they may see it.
struct Asking {
    viewer: Viewer,
    parameters: Parameters,
    position: u64,
}

impl Asking {
    fn new(state: &AppState, caller: &Caller, parameters: Parameters) -> Result<Self, Fault> {
        // Read before the directory: what is declared is at least as new.
        let position = state.handle.live().head();
        let viewer = Viewer::new(caller.principal.clone(), state.handle.directory());
        if !viewer.may_somewhere(Action::ViewDirectory) {
            return Err(Fault::Forbidden);
        }
        Ok(Self {
            viewer,
            parameters,
            position,
        })
    }

    fn directory(&self) -> &Directory {
        self.viewer.directory()
    }

    /// A page of things that come in the order of their ids, each at a site or, without a place, at none.
    fn page<'a, T: 'a, S>(
        &self,
        things: impl Iterator<Item = &'a T>,
        id: impl Fn(&'a T) -> &'a str,
        site: impl Fn(&'a T) -> Option<&'a SiteId>,
        shape: impl Fn(&'a T) -> S,
    ) -> Json<List<S>> {
        let unassigned = SiteId::unassigned();
        let only = self.parameters.site.as_deref().filter(|site| !site.is_empty());
        let after = self.parameters.cursor.as_deref().unwrap_or_default();
        let visible = things.filter(|thing| {
            let site = site(thing).unwrap_or(&unassigned);
            id(thing) > after
                && only.is_none_or(|only| site.as_str() == only)
                && self.viewer.may(Action::ViewDirectory, site)
        });
        let limit = Limit::get(self.parameters.limit);
        let mut found: Vec<&T> = visible.take(limit + 1).collect();
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|thing| id(thing).to_owned());
        Json(List {
            items: found.into_iter().map(shape).collect(),
            next,
            position: self.position,
            behind: false,
        })
    }
}

/// Lists sites.
#[utoipa::path(
    get, path = "/sites", tag = "directory", params(Parameters),
    responses(
        (status = 200, description = "A page, by id.", body = List<Site>),
        answers::Invalid, answers::Unauthorized, answers::Forbidden,
    ),
)]
pub(crate) async fn sites(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<Json<List<Site>>, Fault> {
    let asking = Asking::new(&state, &caller, parameters)?;
    let sites = asking.directory().sites();
    Ok(asking.page(sites, |site| site.id.as_str(), |site| Some(&site.id), Site::from))
}

/// Lists zones.
#[utoipa::path(
    get, path = "/zones", tag = "directory", params(Parameters),
    responses(
        (status = 200, description = "A page, by id.", body = List<Zone>),
        answers::Invalid, answers::Unauthorized, answers::Forbidden,
    ),
)]
pub(crate) async fn zones(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<Json<List<Zone>>, Fault> {
    let asking = Asking::new(&state, &caller, parameters)?;
    let zones = asking.directory().zones();
    Ok(asking.page(
        zones,
        |zone| zone.id.as_str(),
        |zone| Some(&zone.site),
        Zone::from,
    ))
}

/// Lists security posts.
#[utoipa::path(
    get, path = "/posts", tag = "directory", params(Parameters),
    responses(
        (status = 200, description = "A page, by id.", body = List<Post>),
        answers::Invalid, answers::Unauthorized, answers::Forbidden,
    ),
)]
pub(crate) async fn posts(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<Json<List<Post>>, Fault> {
    let asking = Asking::new(&state, &caller, parameters)?;
    let posts = asking.directory().posts();
    Ok(asking.page(
        posts,
        |post| post.id.as_str(),
        |post| Some(&post.site),
        Post::from,
    ))
}

/// Lists devices, with when each was last heard.
#[utoipa::path(
    get, path = "/devices", tag = "directory", params(Parameters),
    responses(
        (status = 200, description = "A page, by id.", body = List<Device>),
        answers::Invalid, answers::Unauthorized, answers::Forbidden,
    ),
)]
pub(crate) async fn devices(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<Json<List<Device>>, Fault> {
    let asking = Asking::new(&state, &caller, parameters)?;
    let directory = asking.directory();
    let site = |id| directory.place_of_device(id).map(|(site, _)| site);
    let local = state.handle.local();
    Ok(asking.page(
        directory.devices(),
        |known| known.device.id.as_str(),
        |known| site(&known.device.id),
        |known| {
            Device::of(
                &known.device,
                site(&known.device.id),
                local.last_heard(&known.device.id),
            )
        },
    ))
}
