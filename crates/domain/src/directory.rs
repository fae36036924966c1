//! What is declared: sites, zones, posts, devices, accounts, tokens.

use std::collections::{BTreeMap, HashMap};

use crate::account::{self, Account};
use crate::declaration::AccountFact;
use crate::device::{CipherKey, Device};
use crate::event::{Event, Recorded, TokenIssued};
use crate::ids::{AccountId, DeviceId, PostId, SiteId, TokenId, ZoneId};
use crate::permission::{self, Action, Grant, Place, Role};
use crate::post::Post;
use crate::private::Private;
use crate::site::Site;
use crate::token::{Holder, Token, TokenHash};
use crate::zone::Zone;

/// What is declared. Readers hold it as a whole, behind an `Arc`; the writer replaces it as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    sites: BTreeMap<SiteId, Site>,
    zones: BTreeMap<ZoneId, Zone>,
    posts: BTreeMap<PostId, Post>,
    devices: BTreeMap<DeviceId, KeyedDevice>,
    accounts: BTreeMap<AccountId, Account>,
    tokens: HashMap<TokenHash, Token>,
    logins: HashMap<String, AccountId>,
    dc09: HashMap<String, Vec<DeviceId>>,
    token_hashes: HashMap<TokenId, TokenHash>,
}

/// A device with the key it encrypts under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyedDevice {
    /// The device.
    pub device: Device,
    /// Its AES key, if it has one and it can be opened.
    pub key: Option<CipherKey>,
}

impl Directory {
    /// The sites, by id.
    pub fn sites(&self) -> impl Iterator<Item = &Site> {
        self.sites.values()
    }

    /// The zones, by id.
    pub fn zones(&self) -> impl Iterator<Item = &Zone> {
        self.zones.values()
    }

    /// The posts, by id.
    pub fn posts(&self) -> impl Iterator<Item = &Post> {
        self.posts.values()
    }

    /// The devices, by id.
    pub fn devices(&self) -> impl Iterator<Item = &KeyedDevice> {
        self.devices.values()
    }

    /// The accounts, by id.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.values()
    }

    /// The tokens, in no order.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.tokens.values()
    }

    /// A site.
    #[must_use]
    pub fn site(&self, id: &str) -> Option<&Site> {
        self.sites.get(id)
    }

    /// A zone.
    #[must_use]
    pub fn zone(&self, id: &str) -> Option<&Zone> {
        self.zones.get(id)
    }

    /// A post.
    #[must_use]
    pub fn post(&self, id: &str) -> Option<&Post> {
        self.posts.get(id)
    }

    /// A device.
    #[must_use]
    pub fn device(&self, id: &str) -> Option<&KeyedDevice> {
        self.devices.get(id)
    }

    /// An account.
    #[must_use]
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(&id)
    }

    /// The account of a login.
    #[must_use]
    pub fn account_by_login(&self, login: &str) -> Option<&Account> {
        self.logins.get(login).and_then(|id| self.accounts.get(id))
    }

    /// What a person is called; none for an erased or unknown one.
    #[must_use]
    pub fn person_name(&self, id: AccountId) -> Option<&str> {
        self.account(id)
            .filter(|account| !account.erased)
            .map(|account| account.name.as_str())
    }

    /// The token whose hash this is.
    #[must_use]
    pub fn token(&self, hash: &TokenHash) -> Option<&Token> {
        self.tokens.get(hash)
    }

    /// The devices that use a DC-09 account number.
    pub fn dc09_devices(&self, account: &str) -> impl Iterator<Item = &KeyedDevice> {
        self.dc09
            .get(account)
            .into_iter()
            .flatten()
            .filter_map(|id| self.devices.get(id))
    }

    /// The site of a zone.
    #[must_use]
    pub fn site_of_zone(&self, zone: &ZoneId) -> Option<&SiteId> {
        self.zones.get(zone).map(|zone| &zone.site)
    }

    /// Where a device is: its zone and that zone's site.
    #[must_use]
    pub fn place_of_device(&self, device: &DeviceId) -> Option<(&SiteId, &ZoneId)> {
        let zone = self.devices.get(device)?.device.zone.as_ref()?;
        Some((self.site_of_zone(zone)?, zone))
    }

    /// A site as scopes see it.
    #[must_use]
    pub fn place<'a>(&'a self, site: &'a SiteId) -> Place<'a> {
        Place {
            site,
            region: self.sites.get(site).and_then(|site| site.region.as_deref()),
        }
    }

    /// Whether a person may do something at a site.
    #[must_use]
    pub fn permits(&self, account: AccountId, action: Action, site: &SiteId) -> bool {
        self.account(account)
            .is_some_and(|account| permission::permits(&account.roles, action, self.place(site)))
    }

    /// Whether a person may do something at a place that need not be a declared site.
    #[must_use]
    pub fn permits_at(&self, account: AccountId, action: Action, place: Place<'_>) -> bool {
        self.account(account)
            .is_some_and(|account| permission::permits(&account.roles, action, place))
    }

    /// Whether somebody with a role watches over a site.
    #[must_use]
    pub fn anybody_holds(&self, role: Role, site: &SiteId) -> bool {
        let place = self.place(site);
        let holds = |grant: &Grant| grant.role == role && grant.covers(place);
        self.accounts
            .values()
            .any(|account| account.roles.iter().any(holds))
    }

    /// Makes a recorded event part of the directory; events about anything else change nothing.
    pub fn apply(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::SiteDeclared(site) => {
                self.sites.insert(site.id.clone(), site.clone());
            }
            Event::ZoneDeclared(zone) => {
                self.zones.insert(zone.id.clone(), zone.clone());
            }
            Event::PostDeclared(post) => {
                self.posts.insert(post.id.clone(), post.clone());
            }
            Event::DeviceDeclared(device) => self.put_device(device.clone(), cipher_key(&recorded.private)),
            Event::AccountDeclared(fact) => self.put_account(fact, &recorded.private),
            Event::TokenIssued(fact) => self.put_token(fact),
            Event::TokenRevoked(fact) => self.revoke(fact.token),
            Event::SubjectErased(fact) => {
                let erased: Vec<AccountId> = self
                    .accounts
                    .keys()
                    .copied()
                    .filter(|id| fact.is_account(*id))
                    .collect();
                erased.into_iter().for_each(|id| self.erase(id));
            }
            _ => {}
        }
    }

    /// Whether an event changes the directory.
    #[must_use]
    pub fn concerns(event: &Event) -> bool {
        matches!(
            event,
            Event::SiteDeclared(_)
                | Event::ZoneDeclared(_)
                | Event::PostDeclared(_)
                | Event::DeviceDeclared(_)
                | Event::AccountDeclared(_)
                | Event::TokenIssued(_)
                | Event::TokenRevoked(_)
                | Event::SubjectErased(_)
        )
    }

    fn put_device(&mut self, device: Device, key: Option<CipherKey>) {
        let before = self.devices.remove(&device.id);
        if let Some(dc09) = before.as_ref().and_then(|known| known.device.dc09.as_ref())
            && let Some(ids) = self.dc09.get_mut(&dc09.account)
        {
            ids.retain(|id| *id != device.id);
        }
        if let Some(dc09) = &device.dc09 {
            self.dc09
                .entry(dc09.account.clone())
                .or_default()
                .push(device.id.clone());
        }
        self.devices
            .insert(device.id.clone(), KeyedDevice { device, key });
    }

    fn put_account(&mut self, fact: &AccountFact, private: &[Private]) {
        let id = fact.account;
        let account = self.accounts.entry(id).or_insert_with(|| Account {
            id,
            login: String::new(),
            name: String::new(),
            language: fact.language,
            roles: Vec::new(),
            password_hash: None,
            erased: true,
        });
        account.language = fact.language;
        account.roles.clone_from(&fact.roles);
        for part in private {
            match part {
                Private::Person { login, name } => {
                    self.logins.remove(&account.login);
                    account.login.clone_from(login);
                    account.name.clone_from(name);
                    account.erased = false;
                    self.logins.insert(login.clone(), id);
                }
                Private::Password(hash) => account.password_hash = Some(hash.clone()),
                _ => {}
            }
        }
    }

    fn put_token(&mut self, fact: &TokenIssued) {
        let token = Token {
            id: fact.token,
            holder: fact.holder.clone(),
            revoked: false,
        };
        self.token_hashes.insert(fact.token, fact.hash);
        self.tokens.insert(fact.hash, token);
    }

    fn revoke(&mut self, id: TokenId) {
        let token = self
            .token_hashes
            .get(&id)
            .and_then(|hash| self.tokens.get_mut(hash));
        if let Some(token) = token {
            token.revoked = true;
        }
    }

    fn erase(&mut self, id: AccountId) {
        if let Some(account) = self.accounts.get_mut(&id) {
            self.logins.remove(&account.login);
            account.login.clear();
            account.name.clear();
            account.password_hash = None;
            account.roles.clear();
            account.erased = true;
        }
        for token in self.tokens.values_mut() {
            token.revoked |= token.holder == Holder::Account(id);
        }
    }
}

fn cipher_key(private: &[Private]) -> Option<CipherKey> {
    private.iter().find_map(|part| match part {
        Private::CipherKey(hex) => CipherKey::parse(hex).ok(),
        _ => None,
    })
}

/// The journal's subject of a device's sealed parts.
#[must_use]
pub fn device_subject(device: &DeviceId) -> String {
    format!("device:{device}")
}

/// The journal's subject of a person's sealed parts.
#[must_use]
pub fn account_subject(account: AccountId) -> String {
    account::subject(account)
}
