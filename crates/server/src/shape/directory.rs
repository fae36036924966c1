//! What is declared, as the API shows it. A device's key and a person's credentials are never among it.

use jiff::Timestamp;
use saqta_domain::device::{self, Encoding};
use saqta_domain::ids::SiteId;
use saqta_domain::name::{Language, LocalName};
use saqta_domain::{post, site, zone};
use serde::Serialize;
use utoipa::ToSchema;

/// A name in up to three languages: a reader shows their own, else Russian, Kazakh, English, else the id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Names {
    /// In Kazakh.
    #[schema(required)]
    kk: Option<String>,
    /// In Russian.
    #[schema(required)]
    ru: Option<String>,
    /// In English.
    #[schema(required)]
    en: Option<String>,
}

impl From<&LocalName> for Names {
    fn from(name: &LocalName) -> Self {
        let LocalName { kk, ru, en } = name.clone();
        Self { kk, ru, en }
    }
}

/// A workplace.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Site {
    /// Its declared id.
    id: String,
    name: Names,
    /// Who owns it.
    #[schema(required)]
    owner: Option<Owner>,
    /// What kind of workplace it is: `hospital`, `mine`, …
    #[schema(value_type = String)]
    kind: site::SiteKind,
    /// KATO two-digit region code.
    #[schema(required)]
    region: Option<String>,
    /// NACE Rev. 2 / OKED activity code.
    #[schema(required)]
    activity: Option<String>,
    /// IANA time zone in which its times are shown.
    time_zone: String,
    /// The language its people read first.
    #[schema(schema_with = super::language)]
    language: Language,
    /// Whom to call when nothing else works.
    phones: Vec<Phone>,
}

/// The legal person behind a site.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Owner {
    /// Business identification number.
    bin: String,
    #[schema(required)]
    name: Option<String>,
}

/// A number to call.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Phone {
    /// Who answers.
    name: String,
    /// The number as it is dialled.
    number: String,
}

impl From<&site::Phone> for Phone {
    fn from(phone: &site::Phone) -> Self {
        Self {
            name: phone.name.clone(),
            number: phone.number.clone(),
        }
    }
}

impl From<&site::Site> for Site {
    fn from(site: &site::Site) -> Self {
        let owner = |owner: &site::Owner| Owner {
            bin: owner.bin.clone(),
            name: owner.name.clone(),
        };
        Self {
            id: site.id.to_string(),
            name: Names::from(&site.name),
            owner: site.owner.as_ref().map(owner),
            kind: site.kind,
            region: site.region.clone(),
            activity: site.activity.clone(),
            time_zone: site.time_zone.clone(),
            language: site.language,
            phones: site.phones.iter().map(Phone::from).collect(),
        }
    }
}

/// A place inside a site.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Zone {
    /// Its declared id.
    id: String,
    /// The site it lies in.
    site: String,
    /// The zone around it, if any.
    #[schema(required)]
    parent: Option<String>,
    name: Names,
}

impl From<&zone::Zone> for Zone {
    fn from(zone: &zone::Zone) -> Self {
        Self {
            id: zone.id.to_string(),
            site: zone.site.to_string(),
            parent: zone.parent.as_ref().map(ToString::to_string),
            name: Names::from(&zone.name),
        }
    }
}

/// A security post.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Post {
    /// Its declared id.
    id: String,
    /// The site it stands in.
    site: String,
    name: Names,
    /// Who runs it, in the owner's words.
    #[schema(required)]
    operator: Option<String>,
    /// The zones it covers.
    covers: Vec<String>,
}

impl From<&post::Post> for Post {
    fn from(post: &post::Post) -> Self {
        Self {
            id: post.id.to_string(),
            site: post.site.to_string(),
            name: Names::from(&post.name),
            operator: post.operator.clone(),
            covers: post.covers.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A thing that sends signals or shows them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Device {
    /// Its declared id.
    id: String,
    /// `panic-button`, `alarm-panel`, … or the owner's own word.
    kind: String,
    /// Where it is, if it has one place.
    #[schema(required)]
    zone: Option<String>,
    /// The site of that zone.
    #[schema(required)]
    site: Option<String>,
    /// How it speaks SIA DC-09, if it does.
    #[schema(required)]
    dc09: Option<Dc09>,
    /// When it was last heard, if it was.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    last_seen: Option<Timestamp>,
}

/// A device's SIA DC-09 identity.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Dc09 {
    /// The account number.
    account: String,
    /// The receiver number; null matches any.
    #[schema(required)]
    receiver: Option<String>,
    /// The account prefix; null matches any.
    #[schema(required)]
    prefix: Option<String>,
    /// How its texts are encoded.
    #[schema(value_type = String)]
    encoding: Encoding,
    /// Whether a key is declared.
    encrypted: bool,
}

impl Device {
    pub(crate) fn of(device: &device::Device, site: Option<&SiteId>, last_seen: Option<Timestamp>) -> Self {
        let dc09 = device.dc09.as_ref().map(|dc09| Dc09 {
            account: dc09.account.clone(),
            receiver: dc09.receiver.clone(),
            prefix: dc09.prefix.clone(),
            encoding: dc09.encoding,
            encrypted: dc09.encrypted,
        });
        Self {
            id: device.id.to_string(),
            kind: device.kind.clone(),
            zone: device.zone.as_ref().map(ToString::to_string),
            site: site.map(ToString::to_string),
            dc09,
            last_seen,
        }
    }
}
