//! What releases together tell of few.

use std::collections::{BTreeMap, BTreeSet};

use saqta_figures::release::{PublishedRow, Release};

use super::attacker::{Atom, Equations, atoms, classes, months, sets_of_months};
use super::office::{Office, THRESHOLD};

impl Office {
    /// Everything of few that the releases together tell of a code.
    pub(super) fn leaks(&self) -> Vec<String> {
        let mut leaks = self.leaks_of_codes();
        leaks.extend(self.leaks_of_months());
        leaks
    }

    /// Few of a code that the tables of a release tell, and that earlier releases and its totals did not tell already.
    pub(super) fn leaks_of_codes(&self) -> Vec<String> {
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
        let mut before_tables = Vec::new();
        for (wave, release) in &self.published {
            say_totals(&mut equations, &everybody, *wave, release);
            before_tables.push(equations.clone().solve());
            for code in &codes {
                let mut rows = rows(release, by).iter();
                let row = rows.find(|row| row.code.as_ref().unwrap_or(&unknown) == *code);
                equations.say_row(&[code], release.period, *wave, told(row));
            }
        }
        let known = equations.solve();
        // The totals stand: what they tell beside earlier releases, no table could withhold.
        let is_of_totals = |asked: &[Atom]| before_tables.iter().any(|known| known.tell(asked));
        let mut leaks = Vec::new();
        for code in &codes {
            for part in ["count", "fatal", "severe"] {
                for months in sets_of_months() {
                    for (first, last) in [(0, 0), (0, 1), (1, 1), (0, 2), (1, 2), (2, 2)] {
                        let asked = atoms(&[code], classes(part), &months, first..last + 1);
                        let value: u64 = asked.iter().filter_map(|atom| truth.get(atom)).sum();
                        if (1..THRESHOLD).contains(&value)
                            && last <= self.wave
                            && known.tell(&asked)
                            && !is_of_totals(&asked)
                        {
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

pub(super) fn rows<'r>(release: &'r Release, by: &str) -> &'r [PublishedRow] {
    let table = release.tables.iter().find(|table| table.by == by);
    &table.expect("there is such a table").rows
}
