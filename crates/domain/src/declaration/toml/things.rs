//! What each thing of a declaration looks like in TOML.
//!
//! Every field of a thing is read before the thing is put together, so that one wrong field hides no other.

use std::collections::HashMap;

use ::toml::de::{DeTable, DeValue};

use super::reader::{Once, Reader, Table, Value};
use super::{FileRef, Target};
use crate::declaration::{AccountDeclaration, Declaration, DeviceDeclaration, check};
use crate::device::{Dc09, Device, Encoding, KNOWN_KINDS};
use crate::ids::{PostId, SiteId, ZoneId};
use crate::name::{Language, LocalName};
use crate::permission::{Grant, Role, Scope};
use crate::post::Post;
use crate::site::{Owner, Phone, Site, SiteKind, default_time_zone};
use crate::zone::Zone;

const LANGUAGES: [(&str, Language); 3] = [("kk", Language::Kk), ("ru", Language::Ru), ("en", Language::En)];

const ENCODINGS: [(&str, Encoding); 2] = [
    ("windows-1252", Encoding::Windows1252),
    ("windows-1251", Encoding::Windows1251),
];

/// Reads the whole document. What is wrong is left out, and known to the reader.
pub(super) fn read(reader: &mut Reader, document: &DeTable<'_>) -> (Declaration, Vec<FileRef>) {
    let root = reader.root(document, &["sites", "zones", "posts", "devices", "accounts"]);
    let mut files = Vec::new();
    let declaration = Declaration {
        sites: each(reader, &root, "sites", site),
        zones: each(reader, &root, "zones", zone),
        posts: each(reader, &root, "posts", post),
        devices: devices(reader, &root, &mut files),
        accounts: accounts(reader, &root, &mut files),
    };
    (declaration, files)
}

/// The things of one list, each id once.
fn each<T>(
    reader: &mut Reader,
    root: &Table<'_, '_>,
    list: &str,
    read: fn(&mut Reader, &Value<'_>, String, &mut Once) -> Option<T>,
) -> Vec<T> {
    let mut once = Once::default();
    let items = reader.list(root, list);
    items
        .into_iter()
        .filter_map(|(value, path)| read(reader, value, path, &mut once))
        .collect()
}

fn id(reader: &mut Reader, table: &Table<'_, '_>, once: &mut Once) -> Option<String> {
    let id = reader.required_checked(table, "id", check::id)?;
    once.see(reader, table, "id", &id);
    Some(id)
}

fn site(reader: &mut Reader, value: &Value<'_>, path: String, once: &mut Once) -> Option<Site> {
    const KNOWN: [&str; 9] = [
        "id",
        "name",
        "owner",
        "kind",
        "region",
        "activity",
        "time_zone",
        "language",
        "phones",
    ];
    let table = reader.table(value, path, &KNOWN)?;
    let id = id(reader, &table, once);
    let name = name(reader, &table);
    let owner = owner(reader, &table);
    let kind = site_kind(reader, &table);
    let region = reader.checked(&table, "region", check::region);
    let activity = reader.text(&table, "activity");
    let time_zone = reader.checked(&table, "time_zone", check::time_zone);
    let language = reader.word(&table, "language", &LANGUAGES);
    let phones = reader.list(&table, "phones");
    let phones = phones
        .into_iter()
        .filter_map(|(value, path)| phone(reader, value, path))
        .collect();
    Some(Site {
        id: SiteId::from(id?.as_str()),
        name,
        owner,
        kind: kind?,
        region,
        activity,
        time_zone: time_zone.unwrap_or_else(default_time_zone),
        language: language.unwrap_or_default(),
        phones,
    })
}

fn site_kind(reader: &mut Reader, table: &Table<'_, '_>) -> Option<SiteKind> {
    let code = reader.required(table, "kind")?;
    let known = SiteKind::from_code(&code);
    if known.is_none() {
        reader.warn(
            table,
            "kind",
            format!("the kind `{code}` is not known, so the site counts as `other`"),
        );
    }
    Some(known.unwrap_or_default())
}

fn owner(reader: &mut Reader, table: &Table<'_, '_>) -> Option<Owner> {
    let value = reader.value(table, "owner")?;
    let owner = reader.table(value, table.path_of("owner"), &["bin", "name"])?;
    let bin = reader.required_checked(&owner, "bin", check::bin);
    let name = reader.text(&owner, "name");
    Some(Owner { bin: bin?, name })
}

fn phone(reader: &mut Reader, value: &Value<'_>, path: String) -> Option<Phone> {
    let table = reader.table(value, path, &["name", "number"])?;
    let name = reader.required(&table, "name");
    let number = reader.required(&table, "number");
    Some(Phone {
        name: name?,
        number: number?,
    })
}

/// A name in each language, or one text that is the name in all of them.
fn name(reader: &mut Reader, table: &Table<'_, '_>) -> LocalName {
    let Some(value) = reader.value(table, "name") else {
        return LocalName::default();
    };
    if let DeValue::Table(_) = value.get_ref() {
        let Some(names) = reader.table(value, table.path_of("name"), &["kk", "ru", "en"]) else {
            return LocalName::default();
        };
        let mut in_language = |language| reader.text(&names, language);
        return LocalName {
            kk: in_language("kk"),
            ru: in_language("ru"),
            en: in_language("en"),
        };
    }
    let text = reader.text(table, "name");
    LocalName {
        kk: text.clone(),
        ru: text.clone(),
        en: text,
    }
}

fn zone(reader: &mut Reader, value: &Value<'_>, path: String, once: &mut Once) -> Option<Zone> {
    let table = reader.table(value, path, &["id", "site", "parent", "name"])?;
    let id = id(reader, &table, once);
    let site = reader.required(&table, "site");
    let parent = reader.text(&table, "parent");
    let name = name(reader, &table);
    Some(Zone {
        id: ZoneId::from(id?.as_str()),
        site: SiteId::from(site?.as_str()),
        parent: parent.as_deref().map(ZoneId::from),
        name,
    })
}

fn post(reader: &mut Reader, value: &Value<'_>, path: String, once: &mut Once) -> Option<Post> {
    let table = reader.table(value, path, &["id", "site", "name", "operator", "covers"])?;
    let id = id(reader, &table, once);
    let site = reader.required(&table, "site");
    let name = name(reader, &table);
    let operator = reader.text(&table, "operator");
    let covers = reader.list(&table, "covers");
    let covers = covers
        .into_iter()
        .filter_map(|(value, path)| reader.text_value(value, path));
    let covers = covers.map(|zone| ZoneId::from(zone.as_str())).collect();
    Some(Post {
        id: PostId::from(id?.as_str()),
        site: SiteId::from(site?.as_str()),
        name,
        operator,
        covers,
    })
}

fn devices(reader: &mut Reader, root: &Table<'_, '_>, files: &mut Vec<FileRef>) -> Vec<DeviceDeclaration> {
    let mut once = Once::default();
    let mut lines = HashMap::new();
    let mut devices = Vec::new();
    for (index, (value, path)) in reader.list(root, "devices").into_iter().enumerate() {
        let Some(table) = reader.table(value, path, &["id", "kind", "zone", "dc09"]) else {
            continue;
        };
        let id = id(reader, &table, &mut once);
        let kind = device_kind(reader, &table);
        let zone = reader.text(&table, "zone");
        let dc09 = dc09(reader, &table, index, files);
        if let Some(dc09) = &dc09 {
            warn_of_same_line(reader, &table, dc09, &mut lines);
        }
        if let (Some(id), Some(kind)) = (id, kind) {
            let zone = zone.as_deref().map(ZoneId::from);
            let device = Device {
                id: id.as_str().into(),
                kind,
                zone,
                dc09,
            };
            devices.push(DeviceDeclaration { device, key: None });
        }
    }
    devices
}

fn device_kind(reader: &mut Reader, table: &Table<'_, '_>) -> Option<String> {
    let kind = reader.required(table, "kind")?;
    if !KNOWN_KINDS.contains(&kind.as_str()) {
        let known = KNOWN_KINDS.join(", ");
        reader.warn(
            table,
            "kind",
            format!("the kind `{kind}` is kept, but only {known} are known"),
        );
    }
    Some(kind)
}

fn dc09(reader: &mut Reader, table: &Table<'_, '_>, index: usize, files: &mut Vec<FileRef>) -> Option<Dc09> {
    const KNOWN: [&str; 5] = ["account", "receiver", "prefix", "key_file", "encoding"];
    let value = reader.value(table, "dc09")?;
    let dc09 = reader.table(value, table.path_of("dc09"), &KNOWN)?;
    let account = reader.required_checked(&dc09, "account", check::dc09_account);
    let receiver = reader.text(&dc09, "receiver");
    let prefix = reader.text(&dc09, "prefix");
    let encoding = reader.word(&dc09, "encoding", &ENCODINGS);
    let key_file = reader.text(&dc09, "key_file");
    let encrypted = key_file.is_some();
    let target = Target::DeviceKey(index);
    files.extend(key_file.map(|path| FileRef {
        path,
        target,
        field: dc09.path_of("key_file"),
    }));
    Some(Dc09 {
        account: account?,
        receiver,
        prefix,
        encoding: encoding.unwrap_or_default(),
        encrypted,
    })
}

/// Two devices on one line cannot be told apart.
fn warn_of_same_line(
    reader: &mut Reader,
    table: &Table<'_, '_>,
    dc09: &Dc09,
    lines: &mut HashMap<(String, Option<String>, Option<String>), String>,
) {
    let line = (dc09.account.clone(), dc09.receiver.clone(), dc09.prefix.clone());
    if let Some(before) = lines.get(&line) {
        let message =
            format!("{before} has the same account, receiver and prefix; they cannot be told apart");
        reader.warn(table, "dc09.account", message);
    }
    lines.entry(line).or_insert_with(|| table.path.clone());
}

fn accounts(reader: &mut Reader, root: &Table<'_, '_>, files: &mut Vec<FileRef>) -> Vec<AccountDeclaration> {
    const KNOWN: [&str; 5] = ["login", "name", "password_file", "language", "roles"];
    let mut once = Once::default();
    let mut accounts = Vec::new();
    for (index, (value, path)) in reader.list(root, "accounts").into_iter().enumerate() {
        let Some(table) = reader.table(value, path, &KNOWN) else {
            continue;
        };
        let login = reader.required_checked(&table, "login", check::login);
        if let Some(login) = &login {
            once.see(reader, &table, "login", login);
        }
        let name = reader.text(&table, "name");
        let language = reader.word(&table, "language", &LANGUAGES);
        let roles = table.has("roles").then(|| {
            let roles = reader.list(&table, "roles");
            roles
                .into_iter()
                .filter_map(|(value, path)| grant(reader, value, path))
                .collect()
        });
        let password = reader.text(&table, "password_file");
        let target = Target::AccountPassword(index);
        files.extend(password.map(|path| FileRef {
            path,
            target,
            field: table.path_of("password_file"),
        }));
        if let Some(login) = login {
            accounts.push(AccountDeclaration {
                login,
                name,
                language,
                roles,
                password_hash: None,
            });
        }
    }
    accounts
}

/// A role at a site, in a region, or everywhere.
fn grant(reader: &mut Reader, value: &Value<'_>, path: String) -> Option<Grant> {
    let table = reader.table(value, path, &["role", "site", "region"])?;
    if !table.has("role") {
        reader.problem(&table, "role", "this is required".to_owned());
    }
    let roles: Vec<(&str, Role)> = Role::ALL.iter().map(|role| (role.code(), *role)).collect();
    let role = reader.word(&table, "role", &roles);
    let site = reader.text(&table, "site");
    let region = reader.checked(&table, "region", check::region);
    let scope = match (table.has("site"), table.has("region")) {
        (true, true) => {
            let message = "a role is held at a site or in a region, not both: write two roles".to_owned();
            reader.problem(&table, "region", message);
            return None;
        }
        (true, false) => Scope::Site(SiteId::from(site?.as_str())),
        (false, true) => Scope::Region(region?),
        (false, false) => Scope::Country,
    };
    Some(Grant { role: role?, scope })
}
