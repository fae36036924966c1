//! Injuries as the API takes and shows them.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use saqta_domain::directory::Directory;
use saqta_domain::ids::{AccountId, AlarmId, InjuryId, SiteId};
use saqta_domain::injury::{AgeBand, Cause, Details, InjuryKind, InjuryOutcome, Reporter, Reporters, Sex};
use saqta_domain::private::Injured;
use saqta_domain::region::Region;
use saqta_readmodel::ReportRow;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Person;
use crate::problem::Fault;

/// What is known of an injury, without who was hurt. Codes as `docs/codes.md` lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct InjuryDetails {
    /// Who reports it: `employer` (unless said), `health-organisation` or `insurer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    /// The declared site. It fills region, activity and employer where they are not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) site: Option<String>,
    /// KATO two-digit region code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) region: Option<String>,
    /// BIN of the employer, 12 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) employer: Option<String>,
    /// BIN of whoever the employer works for at that place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) host: Option<String>,
    /// NACE Rev. 2 / OKED code: `Q`, `86`, `86.1` or `86.10`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) activity: Option<String>,
    /// The day, ISO 8601, by the clock of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub(crate) date: Option<String>,
    /// The hour of that day, 0 to 23.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) hour: Option<u8>,
    /// The month instead of the day, where the day is not shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) month: Option<String>,
    /// The day on which the reporter registered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub(crate) reported: Option<String>,
    /// What kind of event it was, as `violence-against-health-worker`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<String>,
    /// `fatal`, `lost-time`, `restricted`, `medical` or `first-aid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) outcome: Option<String>,
    /// Whether it is severe by the medical conclusion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) severe: Option<bool>,
    /// Full calendar days away from work, the day itself not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) days_lost: Option<u16>,
    /// Full calendar days of restricted work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) days_restricted: Option<u16>,
    /// Why, as `waiting`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<String>,
    /// ESAW deviation, two digits: 83 is violence by outsiders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) deviation: Option<String>,
    /// ESAW contact, two digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) contact: Option<String>,
    /// ESAW type of injury, three digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) injury_type: Option<String>,
    /// ESAW part of the body, two digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) body_part: Option<String>,
    /// `f` or `m`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sex: Option<String>,
    /// Age band as `25-34`, or full years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) age: Option<String>,
}

/// Who was hurt. Sealed: opening it is an event.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InjuredBody {
    #[serde(default)]
    name: Option<String>,
    /// Individual identification number, 12 digits.
    #[serde(default)]
    iin: Option<String>,
    /// Day of birth, ISO 8601.
    #[serde(default)]
    #[schema(format = Date)]
    born: Option<String>,
    #[serde(default)]
    occupation: Option<String>,
    /// What happened, in somebody's words.
    #[serde(default)]
    circumstances: Option<String>,
}

/// The most characters of what happened.
const LONGEST: usize = 4_000;

impl InjuredBody {
    pub(crate) fn read(self) -> Result<Option<Injured>, Fault> {
        let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let iin = said(self.iin);
        if iin
            .as_ref()
            .is_some_and(|iin| iin.len() != 12 || !iin.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return Err(Fault::known("injured.iin", "twelve-digits"));
        }
        let injured = Injured {
            name: said(self.name),
            iin,
            born: said(self.born)
                .map(|text| day("injured.born", &text))
                .transpose()?,
            occupation: said(self.occupation),
            circumstances: said(self.circumstances),
        };
        let longest = [&injured.name, &injured.occupation, &injured.circumstances]
            .into_iter()
            .flatten()
            .map(|text| text.chars().count())
            .max();
        if longest.is_some_and(|longest| longest > LONGEST) {
            return Err(Fault::too_long("injured", LONGEST));
        }
        Ok((!injured.is_empty()).then_some(injured))
    }
}

impl InjuryDetails {
    /// The domain's details; what cannot be read is named.
    pub(crate) fn read(self) -> Result<Details, Fault> {
        let required =
            |field: &str, text: Option<String>| text.ok_or_else(|| Fault::known(field, "required"));
        Ok(Details {
            reporter: word("source", self.source.as_deref(), Reporter::ALL, Reporter::code)?
                .unwrap_or(Reporter::Employer),
            site: self
                .site
                .filter(|site| !site.is_empty())
                .map(|site| SiteId::from(site.as_str())),
            region: word("region", self.region.as_deref(), Region::ALL, Region::code)?,
            employer: parsed("employer", self.employer)?,
            host: parsed("host", self.host)?,
            activity: parsed("activity", self.activity)?,
            date: day("date", &required("date", self.date)?)?,
            hour: self.hour,
            reported: self.reported.map(|text| day("reported", &text)).transpose()?,
            kind: word(
                "kind",
                Some(&required("kind", self.kind)?),
                InjuryKind::ALL,
                InjuryKind::code,
            )?
            .ok_or_else(|| Fault::known("kind", "required"))?,
            outcome: word(
                "outcome",
                Some(&required("outcome", self.outcome)?),
                InjuryOutcome::ALL,
                InjuryOutcome::code,
            )?
            .ok_or_else(|| Fault::known("outcome", "required"))?,
            severe: self.severe.unwrap_or(false),
            days_lost: self.days_lost,
            days_restricted: self.days_restricted,
            cause: word("cause", self.cause.as_deref(), Cause::ALL, Cause::code)?,
            deviation: parsed("deviation", self.deviation)?,
            contact: parsed("contact", self.contact)?,
            injury_type: parsed("injury_type", self.injury_type)?,
            body_part: parsed("body_part", self.body_part)?,
            sex: word("sex", self.sex.as_deref(), Sex::ALL, Sex::code)?,
            age: age(self.age.as_deref())?,
        })
    }

    /// Everything that is known.
    pub(crate) fn of(details: &Details) -> Self {
        Self {
            source: Some(details.reporter.code().to_owned()),
            site: details.site.as_ref().map(ToString::to_string),
            region: details.region.map(|region| region.code().to_owned()),
            employer: details.employer.map(String::from),
            host: details.host.map(String::from),
            activity: details.activity.map(String::from),
            date: Some(details.date.to_string()),
            hour: details.hour,
            month: None,
            reported: details.reported.map(|day| day.to_string()),
            kind: Some(details.kind.code().to_owned()),
            outcome: Some(details.outcome.code().to_owned()),
            severe: Some(details.severe),
            days_lost: details.days_lost,
            days_restricted: details.days_restricted,
            cause: details.cause.map(|cause| cause.code().to_owned()),
            deviation: details.deviation.map(String::from),
            contact: details.contact.map(String::from),
            injury_type: details.injury_type.map(String::from),
            body_part: details.body_part.map(String::from),
            sex: details.sex.map(|sex| sex.code().to_owned()),
            age: details.age.map(|age| age.code().to_owned()),
        }
    }

    /// What an analyst sees: the month in place of the day; no hour, no site, no employer.
    pub(crate) fn coarse(details: &Details) -> Self {
        let month = details.date.strftime("%Y-%m").to_string();
        Self {
            site: None,
            employer: None,
            host: None,
            date: None,
            hour: None,
            reported: None,
            month: Some(month),
            ..Self::of(details)
        }
    }
}

/// An injury, as the register counts it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Injury {
    /// Its id.
    id: Uuid,
    /// The journal position of its first report.
    position: u64,
    /// Who reported it.
    #[schema(example = json!(["employer", "insurer"]))]
    sources: Vec<&'static str>,
    /// What is known.
    #[serde(flatten)]
    details: InjuryDetails,
}

impl Injury {
    pub(crate) fn new(id: InjuryId, position: u64, reporters: Reporters, details: InjuryDetails) -> Self {
        let sources = Reporter::ALL.iter().filter(|reporter| reporters.has(**reporter));
        Self {
            id: id.0,
            position,
            sources: sources.map(|reporter| reporter.code()).collect(),
            details,
        }
    }
}

/// One report of an injury.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InjuryReport {
    /// Its journal position, by which it can be proved.
    position: u64,
    /// When it was recorded.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Who recorded it.
    #[schema(required)]
    by: Option<Person>,
    /// The import that brought it.
    #[schema(required)]
    import: Option<Uuid>,
    /// The reporter's own number of the case.
    #[schema(required)]
    number: Option<String>,
    /// What it says; null when it takes the injury out of the count.
    #[schema(required)]
    details: Option<InjuryDetails>,
}

impl InjuryReport {
    pub(crate) fn of(report: &ReportRow, directory: &Directory) -> Self {
        Self {
            position: report.position,
            at: report.at,
            by: report.by.map(|id: AccountId| Person::of(id, directory)),
            import: report.import.map(|id| id.0),
            number: report.number.clone(),
            details: report.details.as_ref().map(InjuryDetails::of),
        }
    }
}

/// Fields that nobody knows; a body that has any says more than would be kept.
pub(crate) type Unknown = std::collections::BTreeMap<String, serde_json::Value>;

/// Refuses a body with a field that nobody knows.
pub(crate) fn require_known(unknown: &Unknown) -> Result<(), Fault> {
    let first = unknown.keys().next();
    first.map_or(Ok(()), |field| Err(Fault::known(field, "field-unknown")))
}

/// The alarm of a report, if one is given.
pub(crate) fn alarm(id: Option<Uuid>) -> Option<AlarmId> {
    id.map(AlarmId)
}

fn word<T: Copy>(
    field: &str,
    text: Option<&str>,
    list: &[T],
    code: impl Fn(T) -> &'static str,
) -> Result<Option<T>, Fault> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let found = list.iter().find(|word| code(**word) == text);
    found.copied().map(Some).ok_or_else(|| {
        let codes: Vec<&str> = list.iter().map(|word| code(*word)).collect();
        Fault::none_of(field, &codes)
    })
}

fn parsed<T: FromStr>(field: &str, text: Option<String>) -> Result<Option<T>, Fault> {
    let text = text.filter(|text| !text.trim().is_empty());
    let read = |text: String| text.parse().map_err(|_| Fault::known(field, "code-unknown"));
    text.map(read).transpose()
}

fn day(field: &str, text: &str) -> Result<Date, Fault> {
    let day = text.trim().parse();
    day.map_err(|_| Fault::known(field, "a-day"))
}

fn age(text: Option<&str>) -> Result<Option<AgeBand>, Fault> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let years = text
        .parse::<u8>()
        .ok()
        .filter(|years| *years <= 120)
        .map(AgeBand::of);
    let band = AgeBand::from_code(text).or(years);
    let codes = || {
        AgeBand::ALL
            .iter()
            .map(|band| band.code())
            .collect::<Vec<_>>()
            .join(", ")
    };
    band.map(Some)
        .ok_or_else(|| Fault::filled("age", "age", vec![("known", codes())]))
}
