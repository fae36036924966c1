//! Which injuries: the conditions that lists and figures share.

use saqta_domain::activity::Activity;
use saqta_domain::injury::{InjuryKind, InjuryOutcome};
use saqta_domain::region::Region;
use saqta_figures::cross::Filter;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::problem::Fault;

/// Which injuries: those that meet every condition given.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Conditions {
    /// KATO two-digit region code.
    region: Option<String>,
    /// Only those of one site.
    site: Option<String>,
    /// Only those of one kind.
    kind: Option<String>,
    /// Only those with one outcome.
    outcome: Option<String>,
    /// Only those in an activity that this code contains.
    activity: Option<String>,
}

impl Conditions {
    /// Whether they name a site, which only whoever sees single injuries may ask for.
    pub(crate) fn names_a_site(&self) -> bool {
        given(self.site.as_deref()).is_some()
    }

    /// Whether they choose among workers, and not only among what happened to them.
    pub(crate) fn narrows_workers(&self) -> bool {
        [&self.region, &self.site, &self.activity]
            .into_iter()
            .any(|text| given(text.as_deref()).is_some())
    }

    /// Whether there are any.
    pub(crate) fn any(&self) -> bool {
        let others = [&self.kind, &self.outcome];
        self.narrows_workers() || others.into_iter().any(|text| given(text.as_deref()).is_some())
    }

    /// Adds them to a filter.
    pub(crate) fn narrow(&self, mut filter: Filter) -> Result<Filter, Fault> {
        let unknown = |field: &str, problem: &str| Fault::field(field, problem.to_owned());
        if let Some(text) = given(self.region.as_deref()) {
            let region = Region::from_code(text);
            let region = region.ok_or_else(|| unknown("region", "a KATO two-digit region code"))?;
            filter.regions = Some([region].into());
        }
        if let Some(text) = given(self.kind.as_deref()) {
            let kind = InjuryKind::from_code(text);
            filter.kinds = Some([kind.ok_or_else(|| unknown("kind", "a kind of injury"))?].into());
        }
        if let Some(text) = given(self.outcome.as_deref()) {
            let outcome = InjuryOutcome::from_code(text);
            filter.outcomes = Some([outcome.ok_or_else(|| unknown("outcome", "an outcome"))?].into());
        }
        if let Some(text) = given(self.activity.as_deref()) {
            let activity: Activity = text
                .parse()
                .map_err(|error| unknown("activity", &format!("{error}")))?;
            filter.activities = Some(vec![activity]);
        }
        if let Some(site) = given(self.site.as_deref()) {
            filter.sites = Some([site.into()].into());
        }
        Ok(filter)
    }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}
