//! Access tokens, and the erasure of a person.

use crate::account;
use crate::command::{Answer, Asking};
use crate::event::{Draft, Event, Stream, SubjectErased, TokenIssued, TokenRevoked};
use crate::ids::{AccountId, Ids, SiteId, TokenId};
use crate::permission::{Action, Scope};
use crate::state::State;
use crate::token::{Holder, TokenHash};

use super::{Decision, Refusal, Reply, require};

pub(super) fn issue(
    state: &State,
    asking: &Asking,
    holder: Holder,
    hash: TokenHash,
    ids: &mut dyn Ids,
) -> Result<Decision, Refusal> {
    let sites = sites_of(state, &holder)?;
    require_everywhere(state, asking, &sites)?;
    let token = TokenId(ids.next());
    let draft = Draft {
        stream: Stream::of("token", token),
        site: sites.into_iter().next(),
        event: Event::TokenIssued(TokenIssued { token, holder, hash }),
        sealed: Vec::new(),
    };
    Ok(Decision::of(
        vec![draft],
        Reply::Ready(Answer::TokenIssued(token)),
    ))
}

pub(super) fn revoke(state: &State, asking: &Asking, id: TokenId) -> Result<Decision, Refusal> {
    let token = state
        .directory()
        .tokens()
        .find(|token| token.id == id)
        .ok_or(Refusal::NotFound("token"))?;
    let sites = sites_of(state, &token.holder)?;
    require_everywhere(state, asking, &sites)?;
    if token.revoked {
        return Ok(Decision::done(Vec::new()));
    }
    let draft = Draft {
        stream: Stream::of("token", id),
        site: sites.into_iter().next(),
        event: Event::TokenRevoked(TokenRevoked { token: id }),
        sealed: Vec::new(),
    };
    Ok(Decision::done(vec![draft]))
}

pub(super) fn erase(state: &State, asking: &Asking, id: AccountId) -> Result<Decision, Refusal> {
    require(state, &asking.principal, Action::Erase, &SiteId::unassigned())?;
    let account = state
        .directory()
        .account(id)
        .ok_or(Refusal::NotFound("account"))?;
    if account.erased {
        return Ok(Decision::done(Vec::new()));
    }
    let draft = Draft {
        stream: Stream::of("account", id),
        site: None,
        event: Event::SubjectErased(SubjectErased {
            subject: account::subject(id),
        }),
        sealed: Vec::new(),
    };
    Ok(Decision::done(vec![draft]))
}

/// The sites a holder belongs to; empty means everywhere or nowhere, which only a country-wide grant reaches.
fn sites_of(state: &State, holder: &Holder) -> Result<Vec<SiteId>, Refusal> {
    match holder {
        Holder::Account(id) => {
            let account = state.directory().account(*id).filter(|account| !account.erased);
            let account = account.ok_or(Refusal::NotFound("account"))?;
            let mut sites = Vec::new();
            for grant in &account.roles {
                match &grant.scope {
                    Scope::Site(site) => sites.push(site.clone()),
                    _ => return Ok(Vec::new()),
                }
            }
            Ok(sites)
        }
        Holder::Device(id) => {
            state
                .directory()
                .device(id.as_str())
                .ok_or(Refusal::NotFound("device"))?;
            Ok(state
                .directory()
                .place_of_device(id)
                .map(|(site, _)| site.clone())
                .into_iter()
                .collect())
        }
    }
}

/// Somebody who may make tokens in one site must not make one that reaches beyond it.
fn require_everywhere(state: &State, asking: &Asking, sites: &[SiteId]) -> Result<(), Refusal> {
    if sites.is_empty() {
        return super::declare::require_country(state, asking, Action::IssueToken);
    }
    sites
        .iter()
        .try_for_each(|site| require(state, &asking.principal, Action::IssueToken, site))
}
