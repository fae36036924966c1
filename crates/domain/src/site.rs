//! A workplace with an owner, a region, an economic activity and a kind.

use serde::{Deserialize, Serialize};

use crate::ids::SiteId;
use crate::name::{Language, LocalName};

/// A workplace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Its declared id.
    pub id: SiteId,
    /// What it is called.
    #[serde(default)]
    pub name: LocalName,
    /// Who owns it.
    #[serde(default)]
    pub owner: Option<Owner>,
    /// What kind of workplace it is.
    #[serde(default)]
    pub kind: SiteKind,
    /// KATO two-digit region code, equal to ISO 3166-2:KZ (`35` is Karaganda).
    #[serde(default)]
    pub region: Option<String>,
    /// NACE Rev. 2 / OKED activity code.
    #[serde(default)]
    pub activity: Option<String>,
    /// IANA time zone in which its times are shown.
    #[serde(default = "default_time_zone")]
    pub time_zone: String,
    /// The language its people read first.
    #[serde(default)]
    pub language: Language,
    /// Whom to call when nothing else works.
    #[serde(default)]
    pub phones: Vec<Phone>,
}

/// The one time zone of Kazakhstan since 1 March 2024 (UTC+5), under the name every zone database has.
#[must_use]
pub fn default_time_zone() -> String {
    "Asia/Almaty".to_owned()
}

/// The legal person behind a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// Business identification number, 12 digits.
    pub bin: String,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
}

/// A number to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// Who answers.
    pub name: String,
    /// The number as it is dialled.
    pub number: String,
}

/// What kind of workplace a site is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SiteKind {
    /// An emergency department.
    EmergencyDepartment,
    /// A children's hospital.
    ChildrensHospital,
    /// A perinatal centre.
    PerinatalCentre,
    /// Another hospital.
    Hospital,
    /// A clinic without beds.
    Clinic,
    /// A mine.
    Mine,
    /// A plant.
    Plant,
    /// A construction site.
    Construction,
    /// Anything else.
    #[default]
    Other,
}

impl SiteKind {
    /// The kind of a code, if there is such a kind.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
    }
}
