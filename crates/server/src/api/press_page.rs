//! `GET /press`

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use saqta_domain::command::Principal;
use saqta_domain::directory::Directory;
use saqta_domain::ids::{SiteId, ZoneId};
use saqta_domain::name::Language;
use saqta_domain::permission::Scope;
use saqta_domain::{site, zone};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::extract::Asked;
use crate::auth::caller::{Caller, SignedIn};
use crate::problem::{Fault, answers};
use crate::shape::directory::{Names, Phone};
use crate::state::AppState;

/// Where the page is used.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// The zone that the page will send; unknown ones are left out.
    zone: Option<String>,
}

/// What a press page shows before it is pressed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Briefing {
    /// The site that will be told; null when nobody can say.
    #[schema(required)]
    site: Option<PressSite>,
    /// Where help will be sent; null when nobody can say.
    #[schema(required)]
    zone: Option<PressZone>,
    /// The device that the page speaks for, if it has a device's token.
    #[schema(required)]
    device: Option<PressDevice>,
    /// The person that the page speaks for, if it has a person's token.
    #[schema(required)]
    person: Option<PressPerson>,
    /// What the large button sends.
    #[schema(example = "panic")]
    kind: &'static str,
    /// Whether the place stays quiet.
    silent: bool,
    /// How long the button is held, in milliseconds, 0 to 2,000.
    hold_ms: u64,
    /// The server's clock.
    #[schema(value_type = String, format = DateTime)]
    server_time: Timestamp,
}

/// The site that will be told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PressSite {
    id: String,
    name: Names,
    /// IANA time zone.
    time_zone: String,
    #[schema(schema_with = crate::shape::language)]
    language: Language,
    /// Whom to call when nothing else works.
    phones: Vec<Phone>,
}

/// Where help will be sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PressZone {
    id: String,
    name: Names,
}

/// The device that the page speaks for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PressDevice {
    id: String,
    kind: String,
}

/// The person that the page speaks for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PressPerson {
    name: String,
    /// The language they read.
    #[schema(schema_with = crate::shape::language)]
    language: Language,
}

/// Shows what a press page needs before it is pressed: where it will call to, and whom to phone if it cannot.
#[utoipa::path(
    get, path = "/press", tag = "press", params(Parameters),
    responses(
        (status = 200, description = "What the page shows.", body = Briefing),
        answers::Invalid, answers::Unauthorized,
    ),
)]
pub(crate) async fn press_page(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<Json<Briefing>, Fault> {
    let directory = state.handle.directory();
    let (site, zone) = place(&directory, &caller, parameters.zone.as_deref());
    let device = match &caller.principal {
        Principal::Device(id) => directory.device(id.as_str()).map(|known| PressDevice {
            id: id.to_string(),
            kind: known.device.kind.clone(),
        }),
        _ => None,
    };
    let page = state.settings.press_page;
    Ok(Json(Briefing {
        site: site.map(|site: &site::Site| PressSite {
            id: site.id.to_string(),
            name: Names::from(&site.name),
            time_zone: site.time_zone.clone(),
            language: site.language,
            phones: site.phones.iter().map(Phone::from).collect(),
        }),
        zone: zone.map(|zone: &zone::Zone| PressZone {
            id: zone.id.to_string(),
            name: Names::from(&zone.name),
        }),
        device,
        person: caller.account(&directory).map(|account| PressPerson {
            name: account.name.clone(),
            language: account.language,
        }),
        kind: "panic",
        silent: page.silent,
        hold_ms: u64::try_from(page.hold.as_millis()).unwrap_or(2_000).min(2_000),
        server_time: state.handle.now(),
    }))
}

/// Where a press will be placed: the named zone, else the device's, else a person's only site.
fn place<'a>(
    directory: &'a Directory,
    caller: &Caller,
    named: Option<&str>,
) -> (Option<&'a site::Site>, Option<&'a zone::Zone>) {
    let own = match &caller.principal {
        Principal::Device(id) => directory.place_of_device(id).map(|(_, zone)| zone),
        _ => None,
    };
    let named = named.and_then(|id| directory.zone(id));
    let zone = named.or_else(|| own.and_then(|id: &ZoneId| directory.zone(id.as_str())));
    let site = match zone {
        Some(zone) => Some(&zone.site),
        None => only_site(directory, caller),
    };
    (site.and_then(|id: &SiteId| directory.site(id.as_str())), zone)
}

fn only_site<'a>(directory: &'a Directory, caller: &Caller) -> Option<&'a SiteId> {
    let account = caller.account(directory)?;
    let mut scopes = account.roles.iter().map(|grant| &grant.scope);
    let Scope::Site(first) = scopes.next()? else {
        return None;
    };
    scopes
        .all(|scope| matches!(scope, Scope::Site(site) if site == first))
        .then_some(first)
}
