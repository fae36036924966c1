//! From a report to the cells of a row, in the order of [`Field::ALL`].

use std::fmt::Write as _;

use csv::StringRecord;
use saqta_domain::command::InjuryReport;
use saqta_domain::injury::{AgeBand, Cause, Sex};
use saqta_domain::private::Injured;
use saqta_domain::region::Region;

use super::field::Field;

/// Writes a report into an empty record.
pub(super) fn write(report: &InjuryReport, record: &mut StringRecord) {
    let mut cell = String::new();
    for field in Field::ALL {
        cell.clear();
        put(report, *field, &mut cell);
        record.push_field(&cell);
    }
}

fn put(report: &InjuryReport, field: Field, cell: &mut String) {
    let details = &report.details;
    let nobody = Injured::default();
    let injured = report.injured.as_ref().unwrap_or(&nobody);
    match field {
        Field::Source => cell.push_str(details.reporter.code()),
        Field::Number => text(cell, report.number.as_deref()),
        Field::Injury => text(cell, report.shared_number.as_deref()),
        Field::Site => text(cell, details.site.as_ref().map(|site| site.as_str())),
        Field::Region => text(cell, details.region.map(Region::code)),
        Field::Employer => shown(cell, details.employer),
        Field::Host => shown(cell, details.host),
        Field::Activity => shown(cell, details.activity),
        Field::Date => shown(cell, Some(details.date)),
        Field::Hour => shown(cell, details.hour),
        Field::Reported => shown(cell, details.reported),
        Field::Kind => cell.push_str(details.kind.code()),
        Field::Outcome => cell.push_str(details.outcome.code()),
        Field::Severe => cell.push_str(if details.severe { "yes" } else { "no" }),
        Field::DaysLost => shown(cell, details.days_lost),
        Field::DaysRestricted => shown(cell, details.days_restricted),
        Field::Cause => text(cell, details.cause.map(Cause::code)),
        Field::Deviation => shown(cell, details.deviation),
        Field::Contact => shown(cell, details.contact),
        Field::InjuryType => shown(cell, details.injury_type),
        Field::BodyPart => shown(cell, details.body_part),
        Field::Sex => text(cell, details.sex.map(Sex::code)),
        Field::Age => text(cell, details.age.map(AgeBand::code)),
        Field::Name => text(cell, injured.name.as_deref()),
        Field::Iin => text(cell, injured.iin.as_deref()),
        Field::Born => shown(cell, injured.born),
        Field::Occupation => text(cell, injured.occupation.as_deref()),
        Field::Circumstances => text(cell, injured.circumstances.as_deref()),
    }
}

fn text(cell: &mut String, value: Option<&str>) {
    cell.push_str(value.unwrap_or_default());
}

fn shown(cell: &mut String, value: Option<impl std::fmt::Display>) {
    if let Some(value) = value {
        // Writing to a string does not fail.
        let _ = write!(cell, "{value}");
    }
}
