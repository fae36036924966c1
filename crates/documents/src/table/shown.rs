//! What a cell says to a person.

use jiff::civil::Date;
use saqta_domain::period::Period;
use saqta_text::{Catalogue, Language, Value as Argument};

use super::model::{Column, Datatype, Value};
use super::number;

/// Puts values into words of a language.
#[derive(Clone, Copy)]
pub(crate) struct Speech<'c> {
    pub(crate) catalogue: &'c Catalogue,
    pub(crate) language: Language,
}

impl Speech<'_> {
    pub(crate) fn cell(self, column: &Column, value: &Value) -> String {
        match value {
            Value::Text(code) => match column.labels.get(code) {
                Some(label) => label.get(self.language).to_owned(),
                None => code.clone(),
            },
            #[expect(
                clippy::cast_precision_loss,
                reason = "a count that people read is far below 2^53"
            )]
            Value::Integer(number) => number::shown(*number as f64, 0, self.language),
            Value::Number(number) => {
                let decimals = match column.datatype {
                    Datatype::Number { decimals } => decimals,
                    _ => 0,
                };
                number::shown(*number, decimals, self.language)
            }
            Value::Date(day) => self.day(*day),
            Value::Period(period) => self.period(*period),
            Value::Missing(reason) => self.message(&format!("table-missing-{}", reason.code())),
        }
    }

    pub(crate) fn message(self, id: &str) -> String {
        self.catalogue.text(self.language, id, &[])
    }

    pub(crate) fn day(self, day: Date) -> String {
        match self.language {
            Language::En => day.to_string(),
            Language::Kk | Language::Ru => day.strftime("%d.%m.%Y").to_string(),
        }
    }

    pub(crate) fn period(self, period: Period) -> String {
        let year = period.year().to_string();
        let (first, last) = (period.first_month(), period.last_month());
        let (id, part) = match (period.length(), first) {
            (12, _) => return year,
            (6, 1 | 7) => ("table-period-half", last / 6),
            (3, 1 | 4 | 7 | 10) => ("table-period-quarter", last / 3),
            (1, _) => ("table-period-month", first),
            _ => ("table-period-months", first),
        };
        let (from, to) = (self.month(first), self.month(last));
        let arguments = [
            ("year", Argument::from(&year)),
            ("part", Argument::Number(part.into())),
            ("from", Argument::from(&from)),
            ("to", Argument::from(&to)),
        ];
        self.catalogue.text(self.language, id, &arguments)
    }

    fn month(self, month: u8) -> String {
        self.catalogue.text(
            self.language,
            "table-month",
            &[("month", Argument::Number(month.into()))],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_said_as_people_say_them() {
        let catalogue = Catalogue::embedded();
        for (period, kk, ru, en) in [
            ("2025", "2025", "2025", "2025"),
            (
                "2025-H2",
                "2025 ж. 2-жартыжылдық",
                "2-е полугодие 2025 г.",
                "H2 2025",
            ),
            ("2025-Q1", "2025 ж. 1-тоқсан", "1-й квартал 2025 г.", "Q1 2025"),
            ("2025-03", "2025 ж. наурыз", "март 2025 г.", "March 2025"),
            (
                "2025-01..09",
                "2025 ж. қаңтар–қыркүйек",
                "январь–сентябрь 2025 г.",
                "January–September 2025",
            ),
        ] {
            let said = Language::ALL.map(|language| {
                Speech {
                    catalogue: &catalogue,
                    language,
                }
                .period(period.parse().unwrap())
            });
            assert_eq!(said, [kk, ru, en], "{period}");
        }
    }

    #[test]
    fn every_month_has_its_name() {
        let catalogue = Catalogue::embedded();
        for language in Language::ALL {
            let speech = Speech {
                catalogue: &catalogue,
                language,
            };
            let names: std::collections::BTreeSet<String> =
                (1..=12).map(|month| speech.month(month)).collect();
            assert_eq!(names.len(), 12, "{language}: {names:?}");
        }
    }
}
