//! Releases against an attacker who adds and subtracts whatever they publish, in every way at once: each published figure is an
//! equation over the injuries of a code, an outcome, a month and a wave of reports, and what the equations together fix is
//! known. The attacker knows that a count of none is none in each part of it, and shares no code with what withholds.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::release::ReleaseSpec;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::{
    Earlier, PublishedRow, Release, Source, Unpublishable, build, may_be_published,
};
use saqta_readmodel::ReportRow;
use uuid::Uuid;

const THRESHOLD: u64 = 5;

/// What happened to somebody: died, was severely injured, or neither.
const CLASSES: [char; 3] = ['f', 's', 'o'];

/// A code, an outcome, a month, and the wave of reports in which they came.
type Atom = (String, char, u8, usize);

/// A register that grows, and what was published of it.
#[derive(Default)]
struct Office {
    register: Register,
    wave: usize,
    injured: u64,
    by_region: BTreeMap<Atom, u64>,
    by_sex: BTreeMap<Atom, u64>,
    published: Vec<(usize, Release)>,
    earlier: Vec<Earlier>,
}

impl Office {
    fn report(&mut self, how_many: u64, month: u8, region: Region, sex: Sex, outcome: char) {
        for _ in 0..how_many {
            self.injured += 1;
            self.register.take(row(self.injured, month, region, sex, outcome));
        }
        let of = |code: &str| (code.to_owned(), outcome, month, self.wave);
        *self.by_region.entry(of(region.code())).or_default() += how_many;
        *self.by_sex.entry(of(sex.code())).or_default() += how_many;
    }

    /// From here on, what is reported comes later than what was before.
    fn later(&mut self) {
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

    fn publish(&mut self, period: &str) -> Result<&Release, Unpublishable> {
        let release = self.build(period);
        may_be_published(&release, &self.earlier)?;
        let json = release.to_json().expect("it is JSON");
        self.earlier.push(Earlier::read(&json).expect("it is a release"));
        self.published.push((self.wave, release));
        Ok(&self.published[self.published.len() - 1].1)
    }

    /// Everything of few that the releases together tell of a code.
    fn leaks(&self) -> Vec<String> {
        let mut leaks = self.leaks_of_codes();
        leaks.extend(self.leaks_of_months());
        leaks
    }

    fn leaks_of_codes(&self) -> Vec<String> {
        let mut leaks = self.leaks_of("region", &self.by_region);
        leaks.extend(self.leaks_of("sex", &self.by_sex));
        leaks
    }

    /// Months that a release withholds and that the releases tell together.
    fn leaks_of_months(&self) -> Vec<String> {
        let codes: BTreeSet<&String> = self.by_sex.keys().map(|(code, ..)| code).collect();
        let everybody: Vec<&String> = codes.into_iter().collect();
        let mut equations = Equations::default();
        for (wave, release) in &self.published {
            say_totals(&mut equations, &everybody, *wave, release);
            for row in rows(release, "month") {
                let month = row.code.as_deref().expect("it is a month");
                equations.say_row(
                    &everybody,
                    month.parse().expect("it is a month"),
                    *wave,
                    told(Some(row)),
                );
            }
        }
        let known = equations.solve();
        let mut leaks = Vec::new();
        for (wave, release) in &self.published {
            for row in rows(release, "month") {
                let code = row.code.as_deref().expect("it is a month");
                let month = months(code.parse().expect("it is a month"));
                for part in &row.withheld {
                    let asked = atoms(&everybody, classes(part), &month, 0..*wave + 1);
                    let value: u64 = asked.iter().filter_map(|atom| self.by_sex.get(atom)).sum();
                    let is_few = (1..THRESHOLD).contains(&value);
                    let cell = format!("month/{code}/{part}");
                    if is_few && known.tell(&asked) && !release.told_before.contains(&cell) {
                        leaks.push(format!("{cell}, which {} withholds", release.id));
                    }
                }
            }
        }
        leaks
    }

    fn leaks_of(&self, by: &str, truth: &BTreeMap<Atom, u64>) -> Vec<String> {
        // Whatever a release withholds of a code, the code may have had: also where it had nothing, and its code is not known.
        let unknown = String::from("unknown");
        let tables = self.published.iter().flat_map(|(_, release)| rows(release, by));
        let codes = tables.map(|row| row.code.as_ref().unwrap_or(&unknown));
        let codes: BTreeSet<&String> = codes.chain(truth.keys().map(|(code, ..)| code)).collect();
        let everybody: Vec<&String> = codes.iter().copied().collect();
        let mut equations = Equations::default();
        for (wave, release) in &self.published {
            say_totals(&mut equations, &everybody, *wave, release);
            for code in &codes {
                let mut rows = rows(release, by).iter();
                let row = rows.find(|row| row.code.as_ref().unwrap_or(&unknown) == *code);
                equations.say_row(&[code], release.period, *wave, told(row));
            }
        }
        let known = equations.solve();
        let mut leaks = Vec::new();
        for code in &codes {
            for part in ["count", "fatal", "severe"] {
                for months in sets_of_months() {
                    for (first, last) in [(0, 0), (0, 1), (1, 1), (0, 2), (1, 2), (2, 2)] {
                        let asked = atoms(&[code], classes(part), &months, first..last + 1);
                        let value: u64 = asked.iter().filter_map(|atom| truth.get(atom)).sum();
                        if (1..THRESHOLD).contains(&value) && last <= self.wave && known.tell(&asked) {
                            leaks.push(format!(
                                "{by}/{code}/{part} of {months:?}, waves {first} to {last}: {value}"
                            ));
                        }
                    }
                }
            }
        }
        leaks
    }
}

/// What a row tells of the injured, the dead and the severely injured. Without a row there were none.
fn told(row: Option<&PublishedRow>) -> [Option<u64>; 3] {
    row.map_or([Some(0); 3], |row| [row.count, row.fatal, row.severe])
}

fn say_totals(equations: &mut Equations, everybody: &[&String], wave: usize, release: &Release) {
    let all = [Some(&release.total), release.year_to_date.as_ref()];
    for figures in all.into_iter().flatten() {
        let told = [figures.count, figures.fatal, figures.severe].map(Some);
        equations.say_row(everybody, figures.period, wave, told);
    }
}

fn rows<'r>(release: &'r Release, by: &str) -> &'r [PublishedRow] {
    let table = release.tables.iter().find(|table| table.by == by);
    &table.expect("there is such a table").rows
}

fn classes(part: &str) -> &'static [char] {
    match part {
        "fatal" => &['f'],
        "severe" => &['s'],
        _ => &CLASSES,
    }
}

fn months(period: Period) -> Vec<u8> {
    (period.first_month()..=period.last_month()).collect()
}

/// All sets of the first six months.
fn sets_of_months() -> impl Iterator<Item = Vec<u8>> {
    (1..1_u8 << 6).map(|set| (1..=6).filter(|month| set & 1 << (month - 1) != 0).collect())
}

fn atoms(codes: &[&String], classes: &[char], months: &[u8], waves: std::ops::Range<usize>) -> Vec<Atom> {
    let mut atoms = Vec::new();
    for code in codes {
        for class in classes {
            for month in months {
                atoms.extend(waves.clone().map(|wave| ((*code).clone(), *class, *month, wave)));
            }
        }
    }
    atoms
}

/// Sums of atoms that are published.
#[derive(Default)]
struct Equations {
    sums: Vec<BTreeSet<Atom>>,
    none: BTreeSet<Atom>,
}

impl Equations {
    fn say(&mut self, atoms: Vec<Atom>, value: u64) {
        if value == 0 {
            self.none.extend(atoms);
        } else {
            self.sums.push(atoms.into_iter().collect());
        }
    }

    fn say_row(&mut self, codes: &[&String], period: Period, wave: usize, told: [Option<u64>; 3]) {
        for (part, value) in ["count", "fatal", "severe"].into_iter().zip(told) {
            if let Some(value) = value {
                self.say(atoms(codes, classes(part), &months(period), 0..wave + 1), value);
            }
        }
    }

    fn solve(self) -> Known {
        let atoms: BTreeSet<&Atom> = self
            .sums
            .iter()
            .flatten()
            .filter(|atom| !self.none.contains(*atom))
            .collect();
        let places: BTreeMap<Atom, usize> = atoms.into_iter().cloned().zip(0..).collect();
        let mut known = Known {
            places,
            none: self.none,
            rows: Vec::new(),
        };
        for sum in &self.sums {
            let row = known.row(sum.iter()).expect("every atom of a sum has its place");
            let mut row = known.reduce(row);
            if let Some(pivot) = row.iter().position(|value| *value != 0) {
                let by = inverse(row[pivot]);
                row.iter_mut().for_each(|value| *value = *value * by % PRIME);
                known.rows.push((pivot, row));
            }
        }
        known
    }
}

/// Whatever is so small cannot come out by chance among so few sums.
const PRIME: u64 = 2_147_483_647;

fn inverse(value: u64) -> u64 {
    let (mut power, mut result, mut left) = (value, 1, PRIME - 2);
    while left > 0 {
        if left & 1 == 1 {
            result = result * power % PRIME;
        }
        power = power * power % PRIME;
        left >>= 1;
    }
    result
}

/// The sums that published ones come to, added and taken away.
struct Known {
    places: BTreeMap<Atom, usize>,
    none: BTreeSet<Atom>,
    rows: Vec<(usize, Vec<u64>)>,
}

impl Known {
    /// What is summed; none where nothing published has one of the atoms.
    fn row<'a>(&self, atoms: impl Iterator<Item = &'a Atom>) -> Option<Vec<u64>> {
        let mut row = vec![0; self.places.len()];
        for atom in atoms.filter(|atom| !self.none.contains(*atom)) {
            row[*self.places.get(atom)?] = 1;
        }
        Some(row)
    }

    fn reduce(&self, mut row: Vec<u64>) -> Vec<u64> {
        for (pivot, known) in &self.rows {
            let times = row[*pivot];
            if times != 0 {
                for (value, known) in row.iter_mut().zip(known) {
                    *value = (*value + (PRIME - times) * known) % PRIME;
                }
            }
        }
        row
    }

    fn tell(&self, atoms: &[Atom]) -> bool {
        let row = self.row(atoms.iter());
        row.is_some_and(|row| self.reduce(row).iter().all(|value| *value == 0))
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

const REGIONS: [Region; 4] = [
    Region::Karaganda,
    Region::Kostanay,
    Region::Atyrau,
    Region::Aktobe,
];

#[test]
fn the_attacker_finds_what_a_subtraction_tells() {
    let mut office = Office::default();
    office.report(9, 2, Region::Karaganda, Sex::Female, 'o');
    office.report(2, 1, Region::Karaganda, Sex::Female, 'o');
    office.report(60, 3, Region::Kostanay, Sex::Male, 'o');
    let mut equations = Equations::default();
    let karaganda = Region::Karaganda.code().to_owned();
    let of = |months: &[u8]| atoms(&[&karaganda], &CLASSES, months, 0..1);
    equations.say(of(&[1, 2, 3]), 11);
    equations.say(of(&[2]), 9);
    equations.say(of(&[6]), 0);
    let known = equations.solve();
    assert!(known.tell(&of(&[1, 3])) && known.tell(&of(&[1, 3, 6])));
    assert!(!known.tell(&of(&[1])) && !known.tell(&of(&[1, 2])) && !known.tell(&of(&[5])));
}

#[test]
fn months_that_do_not_follow_each_other_are_not_told_by_what_lies_between() {
    let mut office = Office::default();
    for (month, women) in [(1, 1), (2, 9), (3, 1)] {
        office.report(women, month, Region::Karaganda, Sex::Female, 'o');
        office.report(20, month, Region::Karaganda, Sex::Male, 'o');
    }
    for period in ["2025-Q1", "2025-02"] {
        office.publish(period).expect("it may be published");
    }
    assert_eq!(office.leaks(), [""; 0]);
}

#[test]
fn a_month_that_a_quarter_withholds_is_told_by_no_later_total() {
    let published = || {
        let mut office = Office::default();
        for (month, dead) in [(1, 2), (2, 3), (3, 6)] {
            office.report(dead, month, Region::Karaganda, Sex::Male, 'f');
            office.report(30, month, Region::Karaganda, Sex::Male, 'o');
            office.report(20, month, Region::Kostanay, Sex::Female, 'o');
        }
        office.report(20, 5, Region::Kostanay, Sex::Female, 'o');
        let quarter = office.publish("2025-Q1").expect("it may be published");
        let of_months: Vec<_> = rows(quarter, "month").iter().map(|row| row.fatal).collect();
        assert_eq!(of_months, [None, None, Some(6)]);
        office
    };
    for (period, month) in [
        ("2025-01", "2025-01"),
        ("2025-02", "2025-01"),
        ("2025-02..03", "2025-01"),
    ] {
        let month = month.parse().expect("it is a month");
        let refused = published().publish(period).err();
        assert_eq!(refused, Some(Unpublishable::TellsMonth { month }), "{period}");
    }
    for period in ["2025-01..02", "2025-03", "2025-H1", "2025-04..05", "2025-Q1"] {
        let mut office = published();
        let release = office.publish(period).expect("nothing withheld is told");
        assert_eq!(release.told_before, [""; 0], "{period}");
    }
}

#[test]
fn what_the_total_of_a_month_told_is_said_to_be_told_by_the_quarter_after_it() {
    let mut office = Office::default();
    for (month, dead) in [(1, 2), (2, 7), (3, 6)] {
        office.report(dead, month, Region::Karaganda, Sex::Male, 'f');
        office.report(30, month, Region::Karaganda, Sex::Male, 'o');
        office.report(20, month, Region::Kostanay, Sex::Female, 'o');
    }
    office.publish("2025-01").expect("it may be published");
    let quarter = office.publish("2025-Q1").expect("its total stands");
    assert_eq!(quarter.told_before, ["month/2025-01/fatal"]);
}

#[test]
fn a_revision_by_enough_reports_does_not_tell_which_code_had_few_of_them() {
    let mut office = Office::default();
    for region in REGIONS {
        office.report(30, 2, region, Sex::Male, 'o');
        office.report(20, 3, region, Sex::Female, 's');
    }
    office.publish("2025-Q1").expect("it may be published");
    office.later();
    office.report(1, 2, Region::Karaganda, Sex::Male, 's');
    office.report(7, 2, Region::Kostanay, Sex::Male, 'o');
    let revision = office.publish("2025-Q1").expect("eight reports are enough");
    let regions = rows(revision, "region")
        .iter()
        .filter(|row| row.count.is_some())
        .count();
    assert_eq!(revision.total.count, 208);
    assert!(regions >= 2, "{regions} regions are told");
    assert_eq!(office.leaks(), [""; 0]);
}

#[test]
fn a_late_report_is_not_told_where_another_release_withholds_only_zeros() {
    let mut office = Office::default();
    office.report(31, 1, Region::Karaganda, Sex::Male, 'o');
    office.report(8, 1, Region::Kostanay, Sex::Male, 's');
    office.report(2, 4, Region::Karaganda, Sex::Male, 'f');
    office.report(3, 4, Region::Kostanay, Sex::Male, 'f');
    office.publish("2025-Q1").expect("it may be published");
    office.later();
    office.report(5, 1, Region::Karaganda, Sex::Male, 'f');
    office.report(1, 1, Region::Karaganda, Sex::Male, 's');
    office.publish("2025-Q2").expect("it may be published");
    let half = office.publish("2025-H1").expect("its totals stand");
    assert_eq!(half.told_before, [""; 0], "nothing told it before");
    assert_eq!(office.leaks(), [""; 0]);
}

/// A register of three or four regions over six months, and late reports.
fn reports(most: u64, how_many: usize) -> impl Strategy<Value = Vec<(u64, u8, usize, bool, char)>> {
    let class = prop_oneof![1 => Just('f'), 2 => Just('s'), 5 => Just('o')];
    proptest::collection::vec((1..=most, 1..=6_u8, 0..4_usize, any::<bool>(), class), how_many)
}

fn take(office: &mut Office, reports: &[(u64, u8, usize, bool, char)]) {
    for (how_many, month, region, woman, class) in reports {
        let sex = if *woman { Sex::Female } else { Sex::Male };
        office.report(*how_many, *month, REGIONS[*region], sex, *class);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn releases_together_tell_of_no_few(
        reports in reports(9, 40),
        periods in proptest::sample::subsequence(
            vec!["2025-Q1", "2025-Q2", "2025-H1", "2025-01", "2025-02", "2025-04", "2025-02..04"], 2..6
        ).prop_shuffle(),
    ) {
        let mut office = Office::default();
        take(&mut office, &reports);
        for period in periods {
            let _is_refused = office.publish(period).is_err();
        }
        prop_assert_eq!(office.leaks(), [""; 0]);
    }

    #[test]
    fn late_reports_are_told_by_no_release_of_the_same_months_code_by_code(
        reports in reports(9, 40),
        late in proptest::collection::vec(reports(3, 6), 2),
        periods in proptest::sample::select(vec![
            vec![vec!["2025-Q1", "2025-Q2"], vec!["2025-H1"], vec!["2025-H1"]],
            vec![vec!["2025-H1"], vec!["2025-H1"], vec!["2025-H1"]],
            vec![vec!["2025-Q1"], vec!["2025-Q2", "2025-H1"], vec!["2025-H1", "2025-Q1"]],
            vec![vec!["2025-H1", "2025-Q2"], vec!["2025-Q1"], vec!["2025-Q2"]],
            vec![vec!["2025-H1"], vec!["2025-Q1"], vec!["2025-Q2"]],
        ]),
    ) {
        let mut office = Office::default();
        take(&mut office, &reports);
        for (wave, periods) in periods.into_iter().enumerate() {
            for period in periods {
                let refused = office.publish(period).err();
                let is_of_parts = matches!(refused, Some(Unpublishable::TooLittleChangedTogether { .. }));
                prop_assert!(!is_of_parts, "{period}: {refused:?}");
            }
            if let Some(late) = late.get(wave) {
                office.later();
                take(&mut office, late);
            }
        }
        // A month's total is the country's, and late reports of it may be told by totals, which stand.
        prop_assert_eq!(office.leaks_of_codes(), [""; 0]);
    }
}
