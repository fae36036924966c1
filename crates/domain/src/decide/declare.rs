//! Declaring: checks that every reference leads somewhere, and records only what is new or changed.

mod known;

use std::collections::HashSet;

use crate::account;
use crate::command::{Answer, Asking, Principal};
use crate::declaration::{AccountDeclaration, AccountFact, Declaration, DeviceDeclaration, check};
use crate::device::CipherKey;
use crate::directory::device_subject;
use crate::event::{Draft, Event, Sealing, Stream};
use crate::ids::{AccountId, Ids, SiteId};
use crate::name::Language;
use crate::permission::{Action, Grant, Scope};
use crate::private::Private;
use crate::site::Site;
use crate::state::State;

use known::Known;

use super::{Decision, Refusal, Reply, require};

pub(super) fn declare(
    state: &State,
    asking: &Asking,
    declaration: &Declaration,
    ids: &mut dyn Ids,
) -> Result<Decision, Refusal> {
    let mut declaring = Declaring {
        state,
        asking,
        known: Known::new(state.directory(), declaration),
        drafts: Vec::new(),
    };
    declaring.sites(declaration)?;
    declaring.zones(declaration)?;
    declaring.posts(declaration)?;
    declaring.devices(declaration)?;
    declaring.accounts(declaration, ids)?;
    let drafts = declaring.drafts;
    let answer = Answer::Declared {
        changed: drafts.len(),
    };
    Ok(Decision::of(drafts, Reply::Ready(answer)))
}

/// Refuses unless the principal holds a permission everywhere.
pub(super) fn require_country(state: &State, asking: &Asking, action: Action) -> Result<(), Refusal> {
    let held = match &asking.principal {
        Principal::System => true,
        Principal::Device(_) => false,
        Principal::Account(id) => state.directory().account(*id).is_some_and(|account| {
            let whole: Vec<Grant> = account
                .roles
                .iter()
                .filter(|grant| grant.scope == Scope::Country)
                .cloned()
                .collect();
            crate::permission::permits_somewhere(&whole, action)
        }),
    };
    if held {
        Ok(())
    } else {
        Err(Refusal::Forbidden(action))
    }
}

struct Declaring<'a> {
    state: &'a State,
    asking: &'a Asking,
    known: Known<'a>,
    drafts: Vec<Draft>,
}

impl Declaring<'_> {
    fn sites(&mut self, declaration: &Declaration) -> Result<(), Refusal> {
        check_once(
            "sites",
            "id",
            declaration.sites.iter().map(|site| site.id.as_str()),
        )?;
        for (index, site) in declaration.sites.iter().enumerate() {
            let path = |field: &str| format!("sites[{index}].{field}");
            sound(check::id(site.id.as_str()), &path("id"))?;
            check_site(site, &path)?;
            match self.known.directory.site(site.id.as_str()) {
                Some(before) if before == site => continue,
                Some(_) => require(self.state, &self.asking.principal, Action::Declare, &site.id)?,
                None => require_country(self.state, self.asking, Action::Declare)?,
            }
            let event = Event::SiteDeclared(site.clone());
            self.draft(
                Stream::of("site", &site.id),
                Some(site.id.clone()),
                event,
                Vec::new(),
            );
        }
        Ok(())
    }

    fn zones(&mut self, declaration: &Declaration) -> Result<(), Refusal> {
        check_once(
            "zones",
            "id",
            declaration.zones.iter().map(|zone| zone.id.as_str()),
        )?;
        for (index, zone) in declaration.zones.iter().enumerate() {
            let path = |field: &str| format!("zones[{index}].{field}");
            sound(check::id(zone.id.as_str()), &path("id"))?;
            self.known.check_site(&zone.site, &path("site"))?;
            self.known.check_parents(zone, &path("parent"))?;
            let before = self.known.directory.zone(zone.id.as_str());
            if before == Some(zone) {
                continue;
            }
            self.require_at(&zone.site)?;
            if let Some(before) = before {
                self.require_at(&before.site)?;
            }
            let event = Event::ZoneDeclared(zone.clone());
            self.draft(
                Stream::of("zone", &zone.id),
                Some(zone.site.clone()),
                event,
                Vec::new(),
            );
        }
        Ok(())
    }

    fn posts(&mut self, declaration: &Declaration) -> Result<(), Refusal> {
        check_once(
            "posts",
            "id",
            declaration.posts.iter().map(|post| post.id.as_str()),
        )?;
        for (index, post) in declaration.posts.iter().enumerate() {
            let path = |field: &str| format!("posts[{index}].{field}");
            sound(check::id(post.id.as_str()), &path("id"))?;
            self.known.check_site(&post.site, &path("site"))?;
            for (nth, zone) in post.covers.iter().enumerate() {
                let place = path(&format!("covers[{nth}]"));
                let zone = self
                    .known
                    .zone(zone)
                    .ok_or_else(|| unknown(&place, "zone", zone.as_str()))?;
                if zone.site != post.site {
                    return Err(invalid(&place, "a post covers zones of its own site only"));
                }
            }
            let before = self.known.directory.post(post.id.as_str());
            if before == Some(post) {
                continue;
            }
            self.require_at(&post.site)?;
            if let Some(before) = before {
                self.require_at(&before.site)?;
            }
            let event = Event::PostDeclared(post.clone());
            self.draft(
                Stream::of("post", &post.id),
                Some(post.site.clone()),
                event,
                Vec::new(),
            );
        }
        Ok(())
    }

    fn devices(&mut self, declaration: &Declaration) -> Result<(), Refusal> {
        check_once(
            "devices",
            "id",
            declaration
                .devices
                .iter()
                .map(|declared| declared.device.id.as_str()),
        )?;
        for (index, declared) in declaration.devices.iter().enumerate() {
            let path = |field: &str| format!("devices[{index}].{field}");
            let DeviceDeclaration { device, key } = declared;
            sound(check::id(device.id.as_str()), &path("id"))?;
            let site = match &device.zone {
                None => None,
                Some(id) => {
                    let zone = self
                        .known
                        .zone(id)
                        .ok_or_else(|| unknown(&path("zone"), "zone", id.as_str()))?;
                    Some(zone.site.clone())
                }
            };
            let key = match key {
                None => None,
                Some(hex) => Some(
                    CipherKey::parse(hex).map_err(|bad| invalid(&path("dc09.key_file"), &bad.to_string()))?,
                ),
            };
            let mut device = device.clone();
            if let Some(dc09) = &mut device.dc09 {
                sound(check::dc09_account(&dc09.account), &path("dc09.account"))?;
                dc09.encrypted = key.is_some();
            }
            let before = self.known.directory.device(device.id.as_str());
            if before.is_some_and(|before| before.device == device && before.key == key) {
                continue;
            }
            match &site {
                Some(site) => self.require_at(site)?,
                None => require_country(self.state, self.asking, Action::Declare)?,
            }
            match self.known.directory.place_of_device(&device.id) {
                Some((site, _)) => self.require_at(site)?,
                // A device without a place is everybody's, so nobody takes it for one site only.
                None if before.is_some() => require_country(self.state, self.asking, Action::Declare)?,
                None => {}
            }
            let subject = device_subject(&device.id);
            let sealed = key.map(|key| Sealing {
                subject,
                private: Private::CipherKey(hex::encode(key.as_bytes())),
            });
            let stream = Stream::of("device", &device.id);
            self.draft(
                stream,
                site,
                Event::DeviceDeclared(device),
                sealed.into_iter().collect(),
            );
        }
        Ok(())
    }

    fn accounts(&mut self, declaration: &Declaration, ids: &mut dyn Ids) -> Result<(), Refusal> {
        check_once(
            "accounts",
            "login",
            declaration
                .accounts
                .iter()
                .map(|declared| declared.login.as_str()),
        )?;
        for (index, declared) in declaration.accounts.iter().enumerate() {
            let path = |field: &str| format!("accounts[{index}].{field}");
            sound(check::login(&declared.login), &path("login"))?;
            for (nth, grant) in declared.roles.iter().flatten().enumerate() {
                self.check_grant(grant, &path(&format!("roles[{nth}]")))?;
            }
            let known = self.known.directory.account_by_login(&declared.login);
            let fact = AccountFact {
                account: known.map_or_else(|| AccountId(ids.next()), |account| account.id),
                language: declared
                    .language
                    .or(known.map(|account| account.language))
                    .unwrap_or(Language::Kk),
                roles: declared
                    .roles
                    .clone()
                    .or_else(|| known.map(|account| account.roles.clone()))
                    .unwrap_or_default(),
            };
            let name = declared
                .name
                .clone()
                .or_else(|| known.map(|account| account.name.clone()));
            let name = name.unwrap_or_else(|| declared.login.clone());
            let unchanged = known.is_some_and(|account| {
                account.name == name && account.language == fact.language && account.roles == fact.roles
            });
            if unchanged {
                continue;
            }
            for grant in fact
                .roles
                .iter()
                .chain(known.iter().flat_map(|account| &account.roles))
            {
                self.require_over(&grant.scope)?;
            }
            if fact.roles.is_empty() {
                require_country(self.state, self.asking, Action::Declare)?;
            }
            self.draft_account(declared, fact, name, known.is_none());
        }
        Ok(())
    }

    fn draft_account(&mut self, declared: &AccountDeclaration, fact: AccountFact, name: String, new: bool) {
        let subject = account::subject(fact.account);
        let person = Private::Person {
            login: declared.login.clone(),
            name,
        };
        let mut sealed = vec![Sealing {
            subject: subject.clone(),
            private: person,
        }];
        if let Some(hash) = declared.password_hash.clone().filter(|_| new) {
            sealed.push(Sealing {
                subject,
                private: Private::Password(hash),
            });
        }
        let stream = Stream::of("account", fact.account);
        self.draft(stream, None, Event::AccountDeclared(fact), sealed);
    }

    fn check_grant(&self, grant: &Grant, path: &str) -> Result<(), Refusal> {
        match &grant.scope {
            Scope::Site(site) => self.known.check_site(site, &format!("{path}.site")),
            Scope::Region(region) => sound(check::region(region), &format!("{path}.region")),
            Scope::Country => Ok(()),
        }
    }

    fn require_at(&self, site: &SiteId) -> Result<(), Refusal> {
        require(self.state, &self.asking.principal, Action::Declare, site)
            .or_else(|_refused| require_country(self.state, self.asking, Action::Declare))
    }

    /// Nobody gives a role that reaches beyond where they may declare.
    fn require_over(&self, scope: &Scope) -> Result<(), Refusal> {
        match scope {
            Scope::Site(site) => self.require_at(site),
            Scope::Region(_) | Scope::Country => require_country(self.state, self.asking, Action::Declare),
        }
    }

    fn draft(&mut self, stream: Stream, site: Option<SiteId>, event: Event, sealed: Vec<Sealing>) {
        self.drafts.push(Draft {
            stream,
            site,
            event,
            sealed,
        });
    }
}

fn check_site(site: &Site, path: &dyn Fn(&str) -> String) -> Result<(), Refusal> {
    if let Some(region) = &site.region {
        sound(check::region(region), &path("region"))?;
    }
    if let Some(owner) = &site.owner {
        sound(check::bin(&owner.bin), &path("owner.bin"))?;
    }
    sound(check::time_zone(&site.time_zone), &path("time_zone"))
}

/// Refuses what is declared twice: each declaration would undo the other.
fn check_once<'a>(things: &str, field: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    let mut seen = HashSet::new();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(invalid(
                &format!("{things}[{index}].{field}"),
                &format!("`{id}` is declared twice"),
            ));
        }
    }
    Ok(())
}

fn sound(checked: Result<(), &'static str>, path: &str) -> Result<(), Refusal> {
    checked.map_err(|problem| invalid(path, problem))
}

fn unknown(path: &str, what: &str, id: &str) -> Refusal {
    invalid(
        path,
        &format!("there is no {what} `{id}`; declare it in this file or before"),
    )
}

fn invalid(path: &str, problem: &str) -> Refusal {
    Refusal::Invalid {
        path: path.to_owned(),
        problem: problem.to_owned(),
        code: None,
    }
}
