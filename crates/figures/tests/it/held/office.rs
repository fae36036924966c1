//! An office whose register grows, and what it published of it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::region::Region;
use saqta_domain::release::ReleaseSpec;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::{Earlier, Release, Source, Unpublishable, build, may_be_published};
use saqta_readmodel::ReportRow;
use uuid::Uuid;

use super::attacker::Atom;

pub(super) const THRESHOLD: u64 = 5;

pub(super) const REGIONS: [Region; 4] = [
    Region::Karaganda,
    Region::Kostanay,
    Region::Atyrau,
    Region::Aktobe,
];

/// A register that grows, and what was published of it.
#[derive(Default)]
pub(super) struct Office {
    register: Register,
    pub(super) wave: usize,
    injured: u64,
    pub(super) by_region: BTreeMap<Atom, u64>,
    pub(super) by_sex: BTreeMap<Atom, u64>,
    pub(super) published: Vec<(usize, Release)>,
    earlier: Vec<Earlier>,
}

impl Office {
    pub(super) fn report(&mut self, how_many: u64, month: u8, region: Region, sex: Sex, outcome: char) {
        for _ in 0..how_many {
            self.injured += 1;
            self.register.take(row(self.injured, month, region, sex, outcome));
        }
        let of = |code: &str| (code.to_owned(), outcome, month, self.wave);
        *self.by_region.entry(of(region.code())).or_default() += how_many;
        *self.by_sex.entry(of(sex.code())).or_default() += how_many;
    }

    /// From here on, what is reported comes later than what was before.
    pub(super) fn later(&mut self) {
        self.wave += 1;
    }

    fn build(&self, period: &str) -> Release {
        let spec = ReleaseSpec {
            id: format!("kz-{}", period.to_lowercase()).as_str().into(),
            period: period.parse().expect("it is a period"),
            denominators: Vec::new(),
            threshold: THRESHOLD,
            synthetic: false,
        };
        let source = Source {
            register: &self.register,
            exposures: &Exposures::default(),
            position: self.register.position(),
            as_of: jiff::civil::date(2026, 1, 20),
            earlier: &self.earlier,
        };
        build(source, &spec)
    }

    pub(super) fn publish(&mut self, period: &str) -> Result<&Release, Unpublishable> {
        let release = self.build(period);
        may_be_published(&release, &self.earlier)?;
        let json = release.to_json().expect("it is JSON");
        self.earlier.push(Earlier::read(&json).expect("it is a release"));
        self.published.push((self.wave, release));
        Ok(&self.published[self.published.len() - 1].1)
    }
}

/// A register of three or four regions over six months, and late reports.
pub(super) fn reports(
    most: u64,
    how_many: usize,
) -> impl Strategy<Value = Vec<(u64, u8, usize, bool, char)>> {
    let class = prop_oneof![1 => Just('f'), 2 => Just('s'), 5 => Just('o')];
    proptest::collection::vec((1..=most, 1..=6_u8, 0..4_usize, any::<bool>(), class), how_many)
}

pub(super) fn take(office: &mut Office, reports: &[(u64, u8, usize, bool, char)]) {
    for (how_many, month, region, woman, class) in reports {
        let sex = if *woman { Sex::Female } else { Sex::Male };
        office.report(*how_many, *month, REGIONS[*region], sex, *class);
    }
}

fn row(position: u64, month: u8, region: Region, sex: Sex, outcome: char) -> ReportRow {
    let month = i8::try_from(month).expect("it is a month");
    ReportRow {
        position,
        at: "2026-01-20T00:00:00Z".parse().expect("it is a time"),
        by: None,
        injury: InjuryId(Uuid::from_u128(u128::from(position))),
        import: None,
        alarm: None,
        number: None,
        details: Some(Details {
            reporter: Reporter::Employer,
            site: None,
            region: Some(region),
            employer: None,
            host: None,
            activity: None,
            date: jiff::civil::date(2025, month, 10),
            hour: None,
            reported: None,
            kind: InjuryKind::Other,
            outcome: if outcome == 'f' {
                InjuryOutcome::Fatal
            } else {
                InjuryOutcome::LostTime
            },
            severe: outcome == 's',
            days_lost: None,
            days_restricted: None,
            cause: None,
            deviation: None,
            contact: None,
            injury_type: None,
            body_part: None,
            sex: Some(sex),
            age: None,
        }),
    }
}
