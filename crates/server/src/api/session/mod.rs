//! Signing in with a password, and out.

pub(crate) mod begin;
pub(crate) mod end;
pub(crate) mod show;

use saqta_domain::account;
use saqta_domain::command::Principal;
use saqta_domain::name::Language;
use saqta_domain::permission::{self, Action, Role, Scope};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::state::AppState;
use crate::view::Viewer;

/// Who is signed in, and what they may do.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    account: Account,
    /// What the account may do somewhere: `alarm.raise`, `alarm.handle`, …; where is decided alarm by alarm.
    #[schema(value_type = Vec<String>)]
    permissions: Vec<Action>,
    /// The journal position when this was true; the public log's for who sees no site's alarms in full.
    position: u64,
}

/// An account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Account {
    id: Uuid,
    /// What they sign in with.
    login: String,
    /// What colleagues call them.
    name: String,
    /// The language they read.
    #[schema(schema_with = crate::shape::language)]
    language: Language,
    /// What they are, and where.
    roles: Vec<RoleAt>,
}

/// A role with its scope; neither site nor region means everywhere.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoleAt {
    #[schema(schema_with = crate::shape::role)]
    role: Role,
    #[schema(required)]
    site: Option<String>,
    /// KATO two-digit region code.
    #[schema(required)]
    region: Option<String>,
}

impl Session {
    fn of(account: &account::Account, state: &AppState) -> Self {
        let role = |grant: &permission::Grant| {
            let (site, region) = match &grant.scope {
                Scope::Country => (None, None),
                Scope::Region(region) => (None, Some(region.clone())),
                Scope::Site(site) => (Some(site.to_string()), None),
            };
            RoleAt {
                role: grant.role,
                site,
                region,
            }
        };
        let viewer = Viewer::new(Principal::Account(account.id), state.handle.directory());
        let permitted = |action: &Action| permission::permits_somewhere(&account.roles, *action);
        Self {
            account: Account {
                id: account.id.0,
                login: account.login.clone(),
                name: account.name.clone(),
                language: account.language,
                roles: account.roles.iter().map(role).collect(),
            },
            permissions: Action::ALL.into_iter().filter(permitted).collect(),
            position: viewer.known_position(&state.handle, state.handle.live().head()),
        }
    }
}
