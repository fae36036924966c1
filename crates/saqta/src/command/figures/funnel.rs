//! `saqta figures funnel`

use clap::Args;
use saqta_domain::activity::Level as ActivityLevel;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_figures::analysis::funnel::{Beside, Given, beside};
use saqta_figures::cross::{Dimension, Filter, Question, count};
use saqta_figures::table::usual_denominators;
use saqta_statistics::Level;

use super::source::{Loaded, Source};
use super::{json, level, p_text};
use crate::failure::Failure;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Funnel {
    #[command(flatten)]
    source: Source,

    /// What is set beside each other: region or section
    #[arg(long, default_value = "region")]
    by: Dimension,

    /// Over which months: 2025, 2025-Q1, 2025-03, 2025-01..09
    #[arg(long)]
    period: Period,

    /// Widen the limits by the units' own differences
    #[arg(long)]
    widen: bool,

    /// Coverage of intervals and places, between 0 and 1
    #[arg(long, default_value = "0.95", value_parser = level)]
    level: Level,

    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl Funnel {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let loaded = self.source.load()?;
        let given = self.given(&loaded)?;
        let set = beside(&given, self.widen, self.level)?;
        output::answer(&if self.json { json(&set)? } else { in_words(&set) })?;
        Ok(())
    }

    fn given(&self, loaded: &Loaded) -> Result<Vec<Given>, Failure> {
        let denominator = usual_denominators(&loaded.exposures, Some(self.period))
            .into_iter()
            .next()
            .ok_or_else(|| {
                Failure::misuse("a funnel needs denominators").advice("name a file with --denominators")
            })?;
        let codes: Vec<String> = match self.by {
            Dimension::Region => Region::ALL
                .iter()
                .map(|region| region.code().to_owned())
                .collect(),
            Dimension::Activity(ActivityLevel::Section) => saqta_domain::activity::Activity::sections()
                .map(String::from)
                .collect(),
            _ => {
                return Err(
                    Failure::misuse(format!("no denominators are known by {}", self.by))
                        .advice("--by region or --by section"),
                );
            }
        };
        let question = Question {
            filter: Filter::of(self.period),
            by: vec![self.by],
        };
        let cells = count(&loaded.register, &question);
        let given = codes.into_iter().filter_map(|code| {
            let (region, activity) = (Region::from_code(&code), code.parse().ok());
            let region = region.filter(|_| self.by == Dimension::Region);
            let activity = activity.filter(|_| self.by != Dimension::Region);
            let exposure = loaded
                .exposures
                .find(&denominator, self.period, region, activity)?;
            let cell = cells.iter().find(|cell| cell.key[0].as_ref() == Some(&code));
            Some(Given {
                count: cell.map_or(0, |cell| cell.tally.count),
                exposure: exposure.value,
                code,
            })
        });
        Ok(given.collect())
    }
}

/// What the columns mean.
const LEGEND: &str = "\
ratio: the count over what everybody's rate leads one to expect in the period, not annualised, and its interval
place: by rate, 1 the highest, and the places that it could truly take, all places holding together
p: of a unit like all others, adjusted for having looked at all of them
funnel: below, above: outside of the limits at 95 %; far-below, far-above: at 99.8 %";

fn in_words(set: &Beside) -> String {
    let mut lines = vec![format!(
        "{:<6} {:>7} {:>7} {:>17} {:>11} {:>9} {:>9}",
        "code", "count", "ratio", "interval", "place", "p", "funnel"
    )];
    lines.extend(set.units.iter().map(|unit| {
        format!(
            "{:<6} {:>7} {:>7.2} {:>17} {:>11} {:>9} {:>9}",
            unit.code,
            unit.count,
            unit.ratio,
            format!("{:.2}–{:.2}", unit.ratio_lower, unit.ratio_upper),
            format!("{} ({}–{})", unit.place, unit.place_highest, unit.place_lowest),
            p_text(unit.p_adjusted),
            unit.position
        )
    }));
    lines.push(format!("dispersion {:.2} (p {})", set.phi, p_text(set.phi_p)));
    lines.push(LEGEND.to_owned());
    lines.join("\n")
}
