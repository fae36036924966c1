//! Who may do what, and where: one table.
//!
//! A [`Role`] held at a [`Scope`] is a [`Grant`]; the table says which [`Action`]s a role holds; a grant permits an
//! action at a [`Place`] its scope contains. One thing is deliberately absent: nothing here can forbid a press.

use serde::{Deserialize, Serialize};

use crate::ids::SiteId;
use crate::words::words;

words! {
    /// What a person is in Saqta.
    Role {
        /// Presses, and sees what came of it.
        Worker = "worker",
        /// Takes alarms, goes, arrives, closes.
        Guard = "guard",
        /// Heads the guards.
        Dispatcher = "dispatcher",
        /// Keeps the record of injuries at a site, its causes and its acts.
        SafetyOfficer = "safety-officer",
        /// The state's labour inspector: looks where to look next.
        Inspector = "inspector",
        /// Counts: keeps the register, its denominators and its releases.
        Analyst = "analyst",
        /// Checks the log without trusting Saqta.
        Auditor = "auditor",
        /// Declares sites, devices and people.
        Admin = "admin",
    }
}

/// What somebody may be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Action {
    /// Call for help.
    #[serde(rename = "alarm.raise")]
    Raise,
    /// See every alarm in full.
    #[serde(rename = "alarm.view")]
    View,
    /// See and contest the alarms one raised.
    #[serde(rename = "alarm.view-own")]
    ViewOwn,
    /// See that colleagues called for help aloud, and where.
    #[serde(rename = "alarm.view-colleagues")]
    ViewColleagues,
    /// Acknowledge, respond, attend, close, note, and release what one holds.
    #[serde(rename = "alarm.handle")]
    Handle,
    /// Release what another holds, and close what its presser contested.
    #[serde(rename = "alarm.release-others")]
    ReleaseOthers,
    /// Reopen a closed alarm.
    #[serde(rename = "alarm.reopen")]
    Reopen,
    /// See sites, zones, posts and devices.
    #[serde(rename = "directory.view")]
    ViewDirectory,
    /// Declare sites, zones, posts, devices and accounts.
    #[serde(rename = "directory.declare")]
    Declare,
    /// Make and revoke access tokens.
    #[serde(rename = "token.issue")]
    IssueToken,
    /// See the log's newest checkpoint and tiles, without the public delay.
    #[serde(rename = "log.view-current")]
    ViewCurrentLog,
    /// Open a sealed signal; each opening is an event.
    #[serde(rename = "signal.open")]
    OpenSignal,
    /// Erase a person.
    #[serde(rename = "person.erase")]
    Erase,
    /// Report an injury.
    #[serde(rename = "injury.record")]
    RecordInjury,
    /// See injuries one by one, with site, employer and hour.
    #[serde(rename = "injury.view")]
    ViewInjuries,
    /// See injuries one by one, without site, employer, day and hour: a fatality with site and hour is a person.
    #[serde(rename = "injury.view-coarse")]
    ViewCoarseInjuries,
    /// Say anew what is known of an injury, or take it out of the count.
    #[serde(rename = "injury.revise")]
    ReviseInjury,
    /// Open who was hurt; each opening is an event.
    #[serde(rename = "injury.open")]
    OpenInjured,
    /// Bring a file of injuries into the register.
    #[serde(rename = "register.import")]
    ImportRegister,
    /// See figures that are not published: small cells, any crossing.
    #[serde(rename = "figures.view")]
    ViewFigures,
    /// See signs of under-reporting.
    #[serde(rename = "figures.under-reporting")]
    ViewUnderReporting,
    /// See signs of under-reporting of named employers.
    #[serde(rename = "figures.employers")]
    ViewEmployerSigns,
    /// Take in series that others count.
    #[serde(rename = "series.record")]
    RecordSeries,
    /// Publish figures.
    #[serde(rename = "release.publish")]
    PublishRelease,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 24] = [
        Self::Raise,
        Self::View,
        Self::ViewOwn,
        Self::ViewColleagues,
        Self::Handle,
        Self::ReleaseOthers,
        Self::Reopen,
        Self::ViewDirectory,
        Self::Declare,
        Self::IssueToken,
        Self::ViewCurrentLog,
        Self::OpenSignal,
        Self::Erase,
        Self::RecordInjury,
        Self::ViewInjuries,
        Self::ViewCoarseInjuries,
        Self::ReviseInjury,
        Self::OpenInjured,
        Self::ImportRegister,
        Self::ViewFigures,
        Self::ViewUnderReporting,
        Self::ViewEmployerSigns,
        Self::RecordSeries,
        Self::PublishRelease,
    ];

    /// Whether the action concerns the log as a whole, so that only a grant for the whole country permits it.
    #[must_use]
    pub fn is_country_wide(self) -> bool {
        matches!(
            self,
            Self::ViewCurrentLog | Self::Erase | Self::RecordSeries | Self::PublishRelease
        )
    }
}

/// The table: the actions a role holds.
#[must_use]
pub fn actions(role: Role) -> &'static [Action] {
    use Action as A;
    match role {
        Role::Worker => &[A::Raise, A::ViewOwn, A::ViewColleagues],
        Role::Guard => &[
            A::Raise,
            A::View,
            A::ViewOwn,
            A::ViewColleagues,
            A::Handle,
            A::Reopen,
            A::ViewDirectory,
            A::RecordInjury,
        ],
        Role::Dispatcher => &[
            A::Raise,
            A::View,
            A::ViewOwn,
            A::ViewColleagues,
            A::Handle,
            A::ReleaseOthers,
            A::Reopen,
            A::ViewDirectory,
            A::RecordInjury,
        ],
        Role::SafetyOfficer => &[
            A::Raise,
            A::ViewOwn,
            A::ViewDirectory,
            A::RecordInjury,
            A::ViewInjuries,
            A::ReviseInjury,
            A::OpenInjured,
            A::ImportRegister,
            A::ViewFigures,
        ],
        Role::Inspector => &[
            A::Raise,
            A::ViewOwn,
            A::ViewDirectory,
            A::RecordInjury,
            A::ViewInjuries,
            A::ReviseInjury,
            A::OpenInjured,
            A::ImportRegister,
            A::ViewFigures,
            A::ViewUnderReporting,
            A::ViewEmployerSigns,
        ],
        Role::Analyst => &[
            A::Raise,
            A::ViewOwn,
            A::ViewDirectory,
            A::ViewCoarseInjuries,
            A::ImportRegister,
            A::ViewFigures,
            A::ViewUnderReporting,
            A::RecordSeries,
            A::PublishRelease,
        ],
        Role::Auditor => &[
            A::Raise,
            A::View,
            A::ViewOwn,
            A::ViewDirectory,
            A::ViewCurrentLog,
            A::OpenSignal,
        ],
        Role::Admin => &[
            A::Raise,
            A::View,
            A::ViewOwn,
            A::ViewDirectory,
            A::Declare,
            A::IssueToken,
            A::Erase,
        ],
    }
}

/// Where a role is held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Everywhere.
    Country,
    /// In one region, by its KATO two-digit code.
    Region(String),
    /// In one site.
    Site(SiteId),
}

/// A role at a scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it is held.
    pub scope: Scope,
}

/// Where something is, as far as scopes care.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The site.
    pub site: &'a SiteId,
    /// The site's region code, if it has one.
    pub region: Option<&'a str>,
}

impl Grant {
    /// Whether the grant's scope contains a place. Whoever directs help anywhere also sees the calls whose place
    /// nobody knows, since one of them may be theirs.
    #[must_use]
    pub fn covers(&self, place: Place<'_>) -> bool {
        if place.site.is_unassigned() && matches!(self.role, Role::Dispatcher | Role::Admin) {
            return true;
        }
        match &self.scope {
            Scope::Country => true,
            Scope::Region(region) => place.region == Some(region.as_str()),
            Scope::Site(site) => site == place.site,
        }
    }

    fn holds(&self, action: Action) -> bool {
        actions(self.role).contains(&action)
    }
}

/// Whether grants permit an action at a place.
#[must_use]
pub fn permits(grants: &[Grant], action: Action, place: Place<'_>) -> bool {
    grants.iter().any(|grant| {
        grant.holds(action)
            && grant.covers(place)
            && (!action.is_country_wide() || grant.scope == Scope::Country)
    })
}

/// Whether grants permit an action in the whole country.
#[must_use]
pub fn permits_everywhere(grants: &[Grant], action: Action) -> bool {
    grants
        .iter()
        .any(|grant| grant.holds(action) && grant.scope == Scope::Country)
}

/// Whether grants permit an action somewhere (everywhere, for what concerns the log as a whole).
#[must_use]
pub fn permits_somewhere(grants: &[Grant], action: Action) -> bool {
    grants
        .iter()
        .any(|grant| grant.holds(action) && (!action.is_country_wide() || grant.scope == Scope::Country))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written by hand from the words of each role, not from [`actions`].
    const EXPECTED: &str = "
                       worker guard dispatcher safety inspector analyst auditor admin
    Raise              x      x     x          x      x         x       x       x
    View               .      x     x          .      .         .       x       x
    ViewOwn            x      x     x          x      x         x       x       x
    ViewColleagues     x      x     x          .      .         .       .       .
    Handle             .      x     x          .      .         .       .       .
    ReleaseOthers      .      .     x          .      .         .       .       .
    Reopen             .      x     x          .      .         .       .       .
    ViewDirectory      .      x     x          x      x         x       x       x
    Declare            .      .     .          .      .         .       .       x
    IssueToken         .      .     .          .      .         .       .       x
    ViewCurrentLog     .      .     .          .      .         .       x       .
    OpenSignal         .      .     .          .      .         .       x       .
    Erase              .      .     .          .      .         .       .       x
    RecordInjury       .      x     x          x      x         .       .       .
    ViewInjuries       .      .     .          x      x         .       .       .
    ViewCoarseInjuries .      .     .          .      .         x       .       .
    ReviseInjury       .      .     .          x      x         .       .       .
    OpenInjured        .      .     .          x      x         .       .       .
    ImportRegister     .      .     .          x      x         x       .       .
    ViewFigures        .      .     .          x      x         x       .       .
    ViewUnderReporting .      .     .          .      x         x       .       .
    ViewEmployerSigns  .      .     .          .      x         .       .       .
    RecordSeries       .      .     .          .      .         x       .       .
    PublishRelease     .      .     .          .      .         x       .       .
    ";

    #[test]
    fn every_role_and_action_is_as_the_table_says() {
        let rows: Vec<Vec<&str>> = EXPECTED
            .lines()
            .map(|line| line.split_whitespace().collect())
            .filter(|row: &Vec<_>| row.len() > 1)
            .collect();
        assert_eq!(rows.len(), Action::ALL.len() + 1, "a row for each action");
        for (action, row) in Action::ALL.iter().zip(&rows[1..]) {
            assert_eq!(
                format!("{action:?}"),
                row[0],
                "the rows are in the actions' order"
            );
            for (role, mark) in Role::ALL.iter().zip(&row[1..]) {
                assert_eq!(
                    actions(*role).contains(action),
                    *mark == "x",
                    "{role:?} × {action:?}"
                );
            }
        }
    }

    #[test]
    fn every_role_scope_and_action_is_permitted_only_within_the_scope() {
        let here = SiteId::from("kst-ed");
        let places = [
            (
                Place {
                    site: &here,
                    region: Some("39"),
                },
                "own site",
            ),
            (
                Place {
                    site: &SiteId::from("kst-2"),
                    region: Some("39"),
                },
                "same region",
            ),
            (
                Place {
                    site: &SiteId::from("shy-1"),
                    region: Some("79"),
                },
                "elsewhere",
            ),
            (
                Place {
                    site: &SiteId::unassigned(),
                    region: None,
                },
                "unassigned",
            ),
        ];
        for role in Role::ALL.iter().copied() {
            for action in Action::ALL {
                for (scope, covered) in [
                    (Scope::Country, [true, true, true, true]),
                    (Scope::Region("39".to_owned()), [true, true, false, false]),
                    (Scope::Site(here.clone()), [true, false, false, false]),
                ] {
                    let directs = matches!(role, Role::Dispatcher | Role::Admin);
                    let grants = [Grant {
                        role,
                        scope: scope.clone(),
                    }];
                    for ((place, name), covered) in places.iter().zip(covered) {
                        let expected = actions(role).contains(&action)
                            && (covered || (directs && *name == "unassigned"))
                            && (!action.is_country_wide() || scope == Scope::Country);
                        assert_eq!(
                            permits(&grants, action, *place),
                            expected,
                            "{role:?} {scope:?} {action:?} {name}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn everybody_may_call_for_help() {
        for role in Role::ALL.iter().copied() {
            assert!(actions(role).contains(&Action::Raise), "{role:?} may not press");
        }
    }
}
