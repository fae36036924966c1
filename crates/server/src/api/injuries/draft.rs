//! `GET /injuries/draft`

use axum::Json;
use axum::extract::State;
use jiff::tz::{Offset, TimeZone};
use saqta_domain::alarm::{Alarm, AlarmKind, Factor};
use saqta_domain::directory::Directory;
use saqta_domain::ids::AlarmId;
use saqta_domain::injury::esaw::{Deviation, InjuryType};
use saqta_domain::permission::Action;
use saqta_domain::site::SiteKind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::shape::injury::InjuryDetails;
use crate::state::AppState;
use crate::view::{Reach, Viewer};

/// Of what to make a draft.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// The alarm in which somebody was hurt.
    alarm: Uuid,
}

/// A report that wants to be completed, as `POST /injuries` takes it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Draft {
    /// The alarm in which it happened.
    alarm: Uuid,
    #[serde(flatten)]
    details: InjuryDetails,
}

/// What an alarm says already of an injury in it: site, time, kind, and the ESAW deviation (83 for a patient's violence).
/// Nothing is recorded; a person completes it.
#[utoipa::path(
    get, path = "/injuries/draft", tag = "injuries", operation_id = "draft_injury", params(Parameters),
    responses(
        (status = 200, description = "A draft.", body = Draft),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn draft(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<Json<Draft>, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::RecordInjury)?;
    let _settled = state.handle.settled().await?;
    let handle = state.handle.clone();
    let id = AlarmId(parameters.alarm);
    let found = tokio::task::spawn_blocking(move || handle.views().alarm(id)).await??;
    let alarm = found.ok_or(Fault::NotFound)?.alarm;
    let viewer = Viewer::new(caller.principal, directory);
    if viewer.reach(&alarm) != Reach::Full {
        return Err(Fault::NotFound);
    }
    Ok(Json(Draft {
        alarm: id.0,
        details: draft_of(&alarm, viewer.directory()),
    }))
}

fn draft_of(alarm: &Alarm, directory: &Directory) -> InjuryDetails {
    let site = directory.site(alarm.site.as_str());
    let zone = site.and_then(|site| TimeZone::get(&site.time_zone).ok());
    let at = alarm.pressed_at.unwrap_or(alarm.raised_at);
    // A place whose zone nobody knows has the hour of the country: one, UTC+5, since 1 March 2024.
    let local = at.to_zoned(zone.unwrap_or(TimeZone::fixed(Offset::constant(5))));
    let is_health = site.is_some_and(|site| {
        let section = site.activity.as_deref().and_then(|code| code.parse().ok());
        let of_health =
            section.is_some_and(|activity: saqta_domain::activity::Activity| activity.section() == 'Q');
        of_health
            || matches!(
                site.kind,
                SiteKind::EmergencyDepartment
                    | SiteKind::ChildrensHospital
                    | SiteKind::PerinatalCentre
                    | SiteKind::Hospital
                    | SiteKind::Clinic
            )
    });
    let is_violence = matches!(
        alarm.kind,
        AlarmKind::Panic | AlarmKind::Duress | AlarmKind::Holdup | AlarmKind::Assist
    );
    let kind = match alarm.kind {
        _ if is_violence && is_health => "violence-against-health-worker",
        _ if is_violence => "violence",
        AlarmKind::Fire => "explosion-or-fire",
        AlarmKind::Gas => "exposure",
        _ => "other",
    };
    let waiting = alarm
        .closed
        .as_ref()
        .is_some_and(|closed| closed.factors.contains(&Factor::Waiting));
    let shock = is_violence.then_some(InjuryType::SHOCK_AFTER_AGGRESSION);
    InjuryDetails {
        source: Some("employer".to_owned()),
        site: site.map(|site| site.id.to_string()),
        region: site.and_then(|site| site.region.clone()),
        employer: site
            .and_then(|site| site.owner.as_ref())
            .map(|owner| owner.bin.clone()),
        activity: site.and_then(|site| site.activity.clone()),
        date: Some(local.date().to_string()),
        hour: u8::try_from(local.hour()).ok(),
        kind: Some(kind.to_owned()),
        cause: waiting.then(|| "waiting".to_owned()),
        deviation: is_violence.then(|| String::from(Deviation::OUTSIDERS_VIOLENCE)),
        injury_type: shock.map(String::from),
        ..InjuryDetails::default()
    }
}
