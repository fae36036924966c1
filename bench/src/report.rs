//! Every round's figures, their medians, and whether the goals are met.

use std::fmt::Write as _;

/// What a figure should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Goal {
    /// It is told for comparison.
    None,
    /// Less than this.
    Below(f64),
    /// At least this.
    Above(f64),
}

impl Goal {
    fn is_met(self, figure: f64) -> Option<bool> {
        match self {
            Self::None => None,
            Self::Below(limit) => Some(figure < limit),
            Self::Above(limit) => Some(figure >= limit),
        }
    }

    fn text(self) -> String {
        match self {
            Self::None => String::new(),
            Self::Below(limit) => format!("< {}", shown(limit)),
            Self::Above(limit) => format!("≥ {}", shown(limit)),
        }
    }
}

struct Row {
    name: String,
    unit: &'static str,
    goal: Goal,
    rounds: Vec<f64>,
}

/// Every round's figures.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Adds a round's figure.
    pub(crate) fn add(&mut self, name: &str, unit: &'static str, goal: Goal, figure: f64) {
        crate::say(&format!("{name}: {} {unit}", shown(figure)));
        match self.rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.rounds.push(figure),
            None => self.rows.push(Row {
                name: name.to_owned(),
                unit,
                goal,
                rounds: vec![figure],
            }),
        }
    }

    /// The tables, in Markdown.
    pub(crate) fn tables(&self) -> String {
        let mut text =
            String::from("| measure | unit | goal | median | rounds | met |\n|---|---|---|---:|---|---|\n");
        for row in &self.rows {
            let figure = median(&row.rounds);
            let met = row
                .goal
                .is_met(figure)
                .map_or("", |met| if met { "yes" } else { "**no**" });
            let rounds = row
                .rounds
                .iter()
                .map(|round| shown(*round))
                .collect::<Vec<_>>()
                .join(" · ");
            // Writing to a String cannot fail.
            let _never = writeln!(
                text,
                "| {} | {} | {} | {} | {rounds} | {met} |",
                row.name,
                row.unit,
                row.goal.text(),
                shown(figure),
            );
        }
        text.push_str(&self.ratios());
        text
    }

    /// Saqta beside the others, each by its median.
    fn ratios(&self) -> String {
        let ratio = |ours: &str, theirs: &str| {
            let of = |name: &str| {
                self.rows
                    .iter()
                    .find(|row| row.name == name)
                    .map(|row| median(&row.rounds))
            };
            Some(of(ours)? / of(theirs)?)
        };
        let mut text = String::from("\n| ratio of medians | |\n|---|---:|\n");
        for (name, ours, theirs) in PAIRS {
            if let Some(ratio) = ratio(ours, theirs) {
                // Writing to a String cannot fail.
                let _never = writeln!(text, "| {name} | {ratio:.2} |");
            }
        }
        text
    }
}

const OVER_HTTP: &str = "durable alarms over HTTP, 64 clients";
const PIPELINED: &str = "durable DC-09 frames, 64 panels, 32 under way";
const PYSIAALARM: &str = "pysiaalarm, 64 panels, one frame under way: acknowledged";
const DISK: &str = "bare disk: 4 KiB append + fdatasync";

/// What the ratios are called, and of which figures they are: ours to theirs.
const PAIRS: [(&str, &str, &str); 11] = [
    (
        "alarms over HTTP, durable : alertmanager, accepted into memory",
        OVER_HTTP,
        "alertmanager, 64 clients: alerts accepted",
    ),
    (
        "alarms over HTTP, durable : alertmanager, delivered",
        OVER_HTTP,
        "alertmanager, 64 clients: alerts delivered",
    ),
    (
        "median latency at 100/s : alertmanager's",
        "press → screen, 100/s, 1 console: p50",
        "alertmanager, 100/s: post → webhook: p50",
    ),
    (
        "frames, pipelined and durable : pysiaalarm, not kept",
        PIPELINED,
        PYSIAALARM,
    ),
    (
        "frames one by one, durable : pysiaalarm, not kept",
        "durable DC-09 frames, 64 panels, one under way",
        PYSIAALARM,
    ),
    ("alarms over HTTP : the disk's syncs", OVER_HTTP, DISK),
    ("frames, pipelined : the disk's syncs", PIPELINED, DISK),
    (
        "rate of the import : SQLite's, as durable",
        "injuries imported over HTTP, durable, lists caught up",
        "SQLite: reading the file",
    ),
    (
        "rate of the import : pandas', into memory",
        "injuries imported over HTTP, durable, lists caught up",
        "pandas: reading the file",
    ),
    (
        "median time of the three-way cross of five years : pandas'",
        "region × section × quarter, five years: p50",
        "pandas: region × section × quarter, five years: p50",
    ),
    (
        "median time of the three-way cross of five years : SQLite's",
        "region × section × quarter, five years: p50",
        "SQLite: region × section × quarter, five years: p50",
    ),
];

fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => sorted[count / 2],
        count => f64::midpoint(sorted[count / 2 - 1], sorted[count / 2]),
    }
}

/// Three digits that count, and thousands apart.
fn shown(figure: f64) -> String {
    if figure.abs() < 10.0 {
        return format!("{figure:.2}");
    }
    if figure.abs() < 100.0 {
        return format!("{figure:.1}");
    }
    grouped(&format_args!("{figure:.0}"))
}

/// A whole number with its thousands apart.
pub(crate) fn grouped(number: &dyn std::fmt::Display) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_goals_are_told_plainly() {
        let mut report = Report::default();
        for figure in [30.0, 10.0, 20.0] {
            report.add("a rate", "1/s", Goal::Above(25.0), figure);
            report.add("a time", "s", Goal::Below(25.0), figure);
        }
        let tables = report.tables();
        assert!(
            tables.contains("| a rate | 1/s | ≥ 25.0 | 20.0 | 30.0 · 10.0 · 20.0 | **no** |"),
            "{tables}"
        );
        assert!(
            tables.contains("| a time | s | < 25.0 | 20.0 | 30.0 · 10.0 · 20.0 | yes |"),
            "{tables}"
        );
    }

    #[test]
    fn figures_are_readable() {
        assert_eq!(
            [1.234, 12.34, 1_234.5, 1_234_567.0].map(shown),
            ["1.23", "12.3", "1,234", "1,234,567"]
        );
    }
}
