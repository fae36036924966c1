//! Who sees how much of an alarm.
//!
//! The cast: a [`Viewer`] is a caller with what is declared now; their [`Reach`] into an alarm is in full, as its
//! presser, as a colleague, or not at all.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use saqta_domain::alarm::Alarm;
use saqta_domain::command::Principal;
use saqta_domain::directory::Directory;
use saqta_domain::ids::SiteId;
use saqta_domain::permission::{self, Action, Scope};
use saqta_engine::Handle;

/// How much of an alarm somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Everything.
    Full,
    /// One's own press: everything but what others wrote about it.
    Own,
    /// That a colleague called for help aloud, and where; no names.
    Colleague,
    /// Nothing, not even that there is one.
    Hidden,
}

/// A caller, with what is declared now.
#[derive(Clone, Debug)]
pub(crate) struct Viewer {
    principal: Principal,
    directory: Arc<Directory>,
}

impl Viewer {
    pub(crate) fn new(principal: Principal, directory: Arc<Directory>) -> Self {
        Self { principal, directory }
    }

    /// Who looks.
    pub(crate) fn principal(&self) -> &Principal {
        &self.principal
    }

    /// What was declared when they looked.
    pub(crate) fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// Whether the viewer may do something at a site.
    pub(crate) fn may(&self, action: Action, site: &SiteId) -> bool {
        self.principal
            .account()
            .is_some_and(|id| self.directory.permits(id, action, site))
    }

    /// How much of an alarm the viewer sees.
    pub(crate) fn reach(&self, alarm: &Alarm) -> Reach {
        if self.may(Action::View, &alarm.site) {
            Reach::Full
        } else if self.is_presser(alarm) {
            Reach::Own
        } else if alarm.is_open() && !alarm.silent && self.is_colleague(&alarm.site) {
            Reach::Colleague
        } else {
            Reach::Hidden
        }
    }

    /// How far the viewer may know that the log has grown, of what is so far known here. Who does not see every alarm of
    /// a site would learn of a silent one from a log that grows while they are told nothing, so they are given what is
    /// public anyway.
    pub(crate) fn known_position(&self, handle: &Handle, position: u64) -> u64 {
        if self.may_somewhere(Action::View) {
            return position;
        }
        let published = &handle.counters().published;
        published.load(Ordering::Relaxed).min(position)
    }

    /// Whether the viewer hears of calls for help at a site.
    pub(crate) fn is_colleague(&self, site: &SiteId) -> bool {
        self.may(Action::ViewColleagues, site)
    }

    /// Whether the viewer may do something somewhere.
    pub(crate) fn may_somewhere(&self, action: Action) -> bool {
        let account = self.principal.account().and_then(|id| self.directory.account(id));
        account.is_some_and(|account| permission::permits_somewhere(&account.roles, action))
    }

    /// Whether the viewer may do something in a whole region.
    pub(crate) fn may_in_region(&self, action: Action, region: &str) -> bool {
        let account = self.principal.account().and_then(|id| self.directory.account(id));
        account.is_some_and(|account| {
            account.roles.iter().any(|grant| {
                let covers = match &grant.scope {
                    Scope::Country => true,
                    Scope::Region(held) => held == region,
                    Scope::Site(_) => false,
                };
                covers && permission::actions(grant.role).contains(&action)
            })
        })
    }

    /// Whether the viewer may do something at every site, whichever will be declared.
    pub(crate) fn may_everywhere(&self, action: Action) -> bool {
        let account = self.principal.account().and_then(|id| self.directory.account(id));
        account.is_some_and(|account| {
            let whole = account.roles.iter().filter(|grant| grant.scope == Scope::Country);
            whole
                .into_iter()
                .any(|grant| permission::actions(grant.role).contains(&action))
        })
    }

    /// The sites that are declared, and the one of calls whose place nobody knows, where the viewer may do something.
    pub(crate) fn sites_where(&self, action: Action) -> impl Iterator<Item = SiteId> {
        let declared = self.directory.sites().map(|site| site.id.clone());
        declared
            .chain([SiteId::unassigned()])
            .filter(move |site| self.may(action, site))
    }

    fn is_presser(&self, alarm: &Alarm) -> bool {
        match &self.principal {
            Principal::Account(id) => alarm.raised_by == Some(*id),
            Principal::Device(id) => alarm.pressing_device() == Some(id),
            Principal::System => false,
        }
    }
}
