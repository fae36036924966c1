//! `saqta figures funnel`

use clap::Args;
use saqta_domain::activity::Level as ActivityLevel;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_figures::analysis::funnel::{Beside, Given, beside};
use saqta_figures::cross::{Dimension, Filter, Question, count};
use saqta_figures::table::usual_denominators;
use saqta_statistics::Level;
use saqta_text::Value;

use super::source::{Loaded, Source};
use super::{aligned, json, level, p_text};
use crate::failure::Failure;
use crate::language::{Reader, Words};
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

    #[command(flatten)]
    reader: Reader,

    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl Funnel {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let words = self.reader.words();
        let loaded = self.source.load(&words)?;
        let given = self.given(&loaded)?;
        if given.is_empty() {
            let period = self.period.to_string();
            let what = words.say("terminal-no-unit", &[("period", Value::from(&period))]);
            return Err(Failure::misuse(what)
                .advice(words.word("terminal-no-unit.do"))
                .into());
        }
        let set = beside(&given, self.widen, self.level)?;
        output::answer(&if self.json {
            json(&set)?
        } else {
            in_words(&words, &set)
        })?;
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

fn in_words(words: &Words, set: &Beside) -> String {
    let heading = ["code", "count", "ratio", "interval", "place", "p", "funnel"];
    let mut rows = vec![heading.map(|column| words.word(&format!("terminal-column-{column}")))];
    rows.extend(set.units.iter().map(|unit| {
        [
            unit.code.clone(),
            unit.count.to_string(),
            format!("{:.2}", unit.ratio),
            format!("{:.2}–{:.2}", unit.ratio_lower, unit.ratio_upper),
            format!("{} ({}–{})", unit.place, unit.place_highest, unit.place_lowest),
            p_text(unit.p_adjusted),
            words.word(&format!("terminal-position-{}", unit.position)),
        ]
    }));
    let mut lines = aligned(&rows, [6, 7, 7, 17, 11, 9, 0]);
    let (phi, p) = (format!("{:.2}", set.phi), p_text(set.phi_p));
    lines.push(words.say(
        "terminal-dispersion",
        &[("phi", Value::from(&phi)), ("p", Value::from(&p))],
    ));
    lines
        .extend(["ratio", "place", "p", "funnel"].map(|what| words.word(&format!("terminal-legend-{what}"))));
    lines.join("\n")
}
