//! `POST /declaration`

use axum::Json;
use axum::extract::State;
use saqta_domain::command::{Answer, Command};
use saqta_domain::declaration::{AccountDeclaration, Declaration, DeviceDeclaration};
use saqta_domain::device::Device;
use saqta_domain::directory::Directory;
use saqta_domain::name::Language;
use saqta_domain::permission::{Action, Grant, Role, Scope};
use saqta_domain::post::Post;
use saqta_domain::site::Site;
use saqta_domain::zone::Zone;
use saqta_journal::random_array;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::extract::Body;
use crate::auth::caller::SignedIn;
use crate::auth::password::hash_with_salt;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Things to be declared: the JSON form of a declaration file, with its secrets inside. What it does not mention
/// stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeclarationBody {
    /// Workplaces: `{id, name: {kk, ru, en}, owner: {bin, name}, kind, region, activity, time_zone, language, phones}`.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    sites: Vec<Site>,
    /// Places inside sites: `{id, site, parent, name}`.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    zones: Vec<Zone>,
    /// Security posts: `{id, site, name, operator, covers: [zone]}`.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    posts: Vec<Post>,
    /// Devices.
    #[serde(default)]
    devices: Vec<DeclaredDevice>,
    /// People.
    #[serde(default)]
    accounts: Vec<DeclaredAccount>,
}

/// A device with its secret.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DeclaredDevice {
    /// `{id, kind, zone, dc09: {account, receiver, prefix, encoding}}`.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    device: Device,
    /// Its AES key: 32, 48 or 64 hex digits, or `ascii:` and 16, 24 or 32 characters.
    #[serde(default)]
    key: Option<String>,
}

/// A person to be given an account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeclaredAccount {
    /// What they sign in with.
    login: String,
    /// What colleagues call them.
    #[serde(default)]
    name: Option<String>,
    /// The language they read.
    #[serde(default)]
    #[schema(schema_with = crate::shape::language)]
    language: Option<Language>,
    /// What they may do, and where; unchanged when absent.
    #[serde(default)]
    roles: Option<Vec<DeclaredRole>>,
    /// Used only when the account is made.
    #[serde(default)]
    #[schema(format = Password)]
    password: Option<String>,
}

/// A role; without site and region it is held everywhere.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeclaredRole {
    #[schema(schema_with = crate::shape::role)]
    role: Role,
    #[serde(default)]
    site: Option<String>,
    /// KATO two-digit region code.
    #[serde(default)]
    region: Option<String>,
}

/// What became of a declaration.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Declared {
    /// How many things were declared anew or changed.
    changed: usize,
    /// The journal position up to which this is true.
    position: u64,
}

/// Declares sites, zones, posts, devices and accounts.
///
/// Idempotent: what is declared already changes nothing. All of it is declared, or nothing; `field` of the problem
/// names the place that is wrong, as `devices[2].zone`.
#[utoipa::path(
    post, path = "/declaration", tag = "directory", request_body = DeclarationBody,
    responses(
        (status = 200, description = "Declared.", body = Declared),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn declare(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Body(body): Body<DeclarationBody>,
) -> Result<Json<Declared>, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::Declare)?;
    let DeclarationBody {
        sites,
        zones,
        posts,
        devices,
        accounts,
    } = body;
    let devices = devices
        .into_iter()
        .map(|DeclaredDevice { device, key }| DeviceDeclaration { device, key });
    let declaration = Declaration {
        sites,
        zones,
        posts,
        devices: devices.collect(),
        accounts: declared_accounts(&state, &directory, accounts).await?,
    };
    match state
        .handle
        .ask(caller.principal, Command::Declare(Box::new(declaration)))
        .await
    {
        Ok(Answer::Declared { changed }) => Ok(Json(Declared {
            changed,
            position: state.handle.live().head(),
        })),
        Ok(other) => Err(Fault::unread(format!("a declaration was answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}

async fn declared_accounts(
    state: &AppState,
    directory: &Directory,
    accounts: Vec<DeclaredAccount>,
) -> Result<Vec<AccountDeclaration>, Fault> {
    let mut declared = Vec::with_capacity(accounts.len());
    for (index, account) in accounts.into_iter().enumerate() {
        let DeclaredAccount {
            login,
            name,
            language,
            roles,
            password,
        } = account;
        // An account that exists keeps its password; hashing is the expensive part.
        let password = password.filter(|_| directory.account_by_login(&login).is_none());
        let password_hash = match password {
            Some(password) => Some(hash(state, password, index).await?),
            None => None,
        };
        let roles = roles.map(|roles| grants(roles, index)).transpose()?;
        declared.push(AccountDeclaration {
            login,
            name,
            language,
            roles,
            password_hash,
        });
    }
    Ok(declared)
}

async fn hash(state: &AppState, password: String, index: usize) -> Result<String, Fault> {
    let salt = state.draw(random_array);
    let hashed = state
        .passwords
        .work(move || hash_with_salt(&password, &salt))
        .await;
    let hashed = hashed.ok_or(Fault::Unavailable)?;
    hashed.map_err(|error| Fault::field(&format!("accounts[{index}].password"), error.to_string()))
}

fn grants(roles: Vec<DeclaredRole>, account: usize) -> Result<Vec<Grant>, Fault> {
    let grant = |(index, declared): (usize, DeclaredRole)| {
        let scope = match (declared.site, declared.region) {
            (None, None) => Scope::Country,
            (Some(site), None) => Scope::Site(site.as_str().into()),
            (None, Some(region)) => Scope::Region(region),
            (Some(_), Some(_)) => {
                let field = format!("accounts[{account}].roles[{index}]");
                return Err(Fault::field(
                    &field,
                    "a role is held at a site or in a region, not both",
                ));
            }
        };
        Ok(Grant {
            role: declared.role,
            scope,
        })
    };
    roles.into_iter().enumerate().map(grant).collect()
}
