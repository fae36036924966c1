//! `saqta figures compare`

use clap::Args;
use saqta_statistics::{InputError, Level, Observed, compare};
use saqta_text::Value;
use serde::Serialize;

use super::{finite, json, level, p_text, whole};
use crate::failure::Failure;
use crate::language::Reader;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Compare {
    /// Two counts, as 293,352
    #[arg(long, value_delimiter = ',', num_args = 1.., required = true, value_parser = whole, allow_negative_numbers = true)]
    counts: Vec<u64>,

    /// What each is counted over, above 0, as 1,1
    #[arg(long, value_delimiter = ',', num_args = 1.., default_values_t = [1.0, 1.0], allow_negative_numbers = true)]
    exposures: Vec<f64>,

    /// Coverage of the ratio's interval, between 0 and 1
    #[arg(long, default_value = "0.95", value_parser = level, allow_negative_numbers = true)]
    level: Level,

    #[command(flatten)]
    reader: Reader,

    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// The answer in JSON; null where a number is infinite or is none.
#[derive(Serialize)]
struct Answer {
    ratio: Option<f64>,
    ratio_lower: Option<f64>,
    ratio_upper: Option<f64>,
    p: PValues,
}

#[derive(Serialize)]
struct PValues {
    exact_conditional: f64,
    mid_p: f64,
    e_test: f64,
    score: f64,
}

impl Compare {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let (&[first, second], &[over, under]) = (&self.counts[..], &self.exposures[..]) else {
            let problem =
                Failure::misuse("two counts and two exposures are compared, neither more nor fewer");
            return Err(problem.advice("as in --counts 293,352 --exposures 1,1").into());
        };
        let observed = |count, exposure| {
            Observed::new(count, exposure).map_err(|error| {
                let advice = match error {
                    InputError::Count(_) => format!("give --counts numbers up to {}", Observed::MAX_COUNT),
                    _ => "give --exposures numbers above 0".to_owned(),
                };
                Failure::misuse("a rate cannot be made")
                    .because(error)
                    .advice(advice)
            })
        };
        let compared = compare::compare(observed(first, over)?, observed(second, under)?, self.level);
        let answer = Answer {
            ratio: finite(compared.ratio),
            ratio_lower: finite(compared.ratio_lower),
            ratio_upper: finite(compared.ratio_upper),
            p: PValues {
                exact_conditional: compared.p.exact_conditional,
                mid_p: compared.p.mid_p,
                e_test: compared.p.e_test,
                score: compared.p.score,
            },
        };
        if self.json {
            output::answer(&json(&answer)?)?;
        } else {
            let level = self.level.value();
            let [ratio, lower, upper, level] =
                [compared.ratio, compared.ratio_lower, compared.ratio_upper, level].map(|n| n.to_string());
            let words = self.reader.words();
            output::answer(&words.say(
                "terminal-ratio",
                &[
                    ("ratio", Value::from(&ratio)),
                    ("lower", Value::from(&lower)),
                    ("upper", Value::from(&upper)),
                    ("level", Value::from(&level)),
                ],
            ))?;
            let p = &answer.p;
            let [exact, mid, etest, score] = [p.exact_conditional, p.mid_p, p.e_test, p.score].map(p_text);
            output::answer(&words.say(
                "terminal-p",
                &[
                    ("exact", Value::from(&exact)),
                    ("mid", Value::from(&mid)),
                    ("etest", Value::from(&etest)),
                    ("score", Value::from(&score)),
                ],
            ))?;
        }
        Ok(())
    }
}
