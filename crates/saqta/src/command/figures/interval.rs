//! `saqta figures interval`

use clap::Args;
use saqta_statistics::{InputError, Level, Method, Observed, poisson};
use saqta_text::Value;
use serde::Serialize;

use super::{json, level, whole};
use crate::failure::Failure;
use crate::language::Reader;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Interval {
    /// Events counted
    #[arg(long, value_parser = whole, allow_negative_numbers = true)]
    count: u64,

    /// What they are counted over, above 0: persons, hours, years
    #[arg(long, default_value_t = 1.0, allow_negative_numbers = true)]
    exposure: f64,

    /// Coverage of the interval, between 0 and 1
    #[arg(long, default_value = "0.95", value_parser = level, allow_negative_numbers = true)]
    level: Level,

    /// How the interval is found: garwood, mid-p or byar
    #[arg(long, default_value = "garwood", value_parser = method)]
    method: Method,

    #[command(flatten)]
    reader: Reader,

    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// The answer in JSON.
#[derive(Serialize)]
struct Answer {
    count: u64,
    exposure: f64,
    rate: f64,
    lower: f64,
    upper: f64,
    method: String,
    level: f64,
}

impl Interval {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let observed = Observed::new(self.count, self.exposure).map_err(|error| {
            let advice = match error {
                InputError::Count(_) => format!("give --count a number up to {}", Observed::MAX_COUNT),
                _ => "give --exposure a number above 0".to_owned(),
            };
            Failure::misuse("the rate cannot be made")
                .because(error)
                .advice(advice)
        })?;
        let interval = poisson::interval(self.count, self.level, self.method).scaled(1.0 / self.exposure);
        let answer = Answer {
            count: self.count,
            exposure: self.exposure,
            rate: observed.rate(),
            lower: interval.lower.max(0.0),
            upper: interval.upper,
            method: self.method.to_string(),
            level: self.level.value(),
        };
        if self.json {
            output::answer(&json(&answer)?)?;
        } else {
            let [rate, lower, upper, level] =
                [answer.rate, answer.lower, answer.upper, answer.level].map(|number| number.to_string());
            output::answer(&self.reader.words().say(
                "terminal-interval",
                &[
                    ("rate", Value::from(&rate)),
                    ("lower", Value::from(&lower)),
                    ("upper", Value::from(&upper)),
                    ("level", Value::from(&level)),
                    ("method", Value::from(&answer.method)),
                ],
            ))?;
        }
        Ok(())
    }
}

fn method(text: &str) -> Result<Method, String> {
    text.parse().map_err(|_| "one of garwood, mid-p, byar".to_owned())
}
