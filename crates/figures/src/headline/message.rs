//! Phrases: messages of the catalogues with their arguments, put into words late, when the language is known.

use std::sync::LazyLock;

use saqta_domain::period::Period;
use saqta_text::{Catalogue, Language, Value};

use super::read::Where;
use crate::knowledge::{Branch, Counter, Place, What};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::embedded);

/// An argument of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Argument {
    /// A count; `$name` chooses the plural form, `$name-shown` is what is printed.
    Count(u64),
    /// A number with so many digits after the point.
    Decimal(f64, u8),
    /// A p-value: "= 0.022", "< 0.001".
    P(f64),
    /// What is counted, a word that messages choose by.
    What(What),
    /// Any other word that messages choose by.
    Word(&'static str),
    /// Shown as it is.
    Text(String),
    /// The claim's own words; the writer has them.
    Words,
    Place(Where),
    Activities(Vec<Branch>),
    Period(Period),
    Counter(Counter),
    /// When something was before, if that is known.
    Before(Option<Period>),
    /// Where and when, as the beginning of a sentence.
    Scope(Where, Vec<Branch>, Option<Period>),
    /// Phrases one after another, with commas between.
    List(Vec<Phrase>),
    /// A phrase that goes on a sentence.
    Clause(Box<Phrase>),
    /// "over five years", where a change is over so many; else nothing.
    Over(Option<u16>),
}

/// A message and its arguments.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phrase {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

impl Phrase {
    pub(super) fn new(id: &'static str) -> Self {
        Self {
            id,
            arguments: Vec::new(),
        }
    }

    pub(super) fn with(mut self, name: &'static str, argument: Argument) -> Self {
        self.arguments.push((name, argument));
        self
    }

    pub(super) fn count(self, name: &'static str, count: u64) -> Self {
        self.with(name, Argument::Count(count))
    }

    pub(super) fn decimal(self, name: &'static str, value: f64, digits: u8) -> Self {
        self.with(name, Argument::Decimal(value, digits))
    }

    /// Where and when the phrase begins.
    pub(super) fn scope(&self) -> Option<&Argument> {
        let scope = |(_, argument): &&(&str, Argument)| matches!(argument, Argument::Scope(..));
        self.arguments.iter().find(scope).map(|(_, argument)| argument)
    }

    pub(super) fn id(&self) -> &'static str {
        self.id
    }

    /// The phrase with the claim's own words.
    pub(super) fn quoting(mut self, words: &str) -> Self {
        for (_, argument) in &mut self.arguments {
            if *argument == Argument::Words {
                // A quotation stands in one line.
                let words: Vec<&str> = words.split_whitespace().collect();
                *argument = Argument::Text(words.join(" "));
            }
        }
        self
    }

    /// The phrase without saying where and when, after one that said it.
    pub(super) fn following(mut self) -> Self {
        for (_, argument) in &mut self.arguments {
            if matches!(argument, Argument::Scope(..)) {
                *argument = Argument::Text(String::new());
            }
        }
        self
    }

    /// The phrase in words.
    pub(super) fn say(&self, language: Language) -> String {
        let mut owned: Vec<(String, Owned)> = Vec::new();
        for (name, argument) in &self.arguments {
            if let Argument::Count(count) = argument {
                owned.push((
                    (*name).to_owned(),
                    Owned::Number(i64::try_from(*count).unwrap_or(i64::MAX)),
                ));
                owned.push((format!("{name}-shown"), Owned::Text(grouped(*count, language))));
            } else {
                owned.push(((*name).to_owned(), Owned::Text(argument.say(language))));
            }
        }
        let arguments: Vec<(&str, Value<'_>)> = owned
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Owned::Text(text) => Value::from(text),
                    Owned::Number(number) => Value::from(*number),
                };
                (name.as_str(), value)
            })
            .collect();
        CATALOGUE.text(language, self.id, &arguments)
    }
}

enum Owned {
    Text(String),
    Number(i64),
}

impl Argument {
    fn say(&self, language: Language) -> String {
        match self {
            Self::Count(count) => grouped(*count, language),
            Self::Decimal(value, digits) => decimal(*value, *digits, language),
            Self::P(p) if *p < 0.001 => format!("< {}", decimal(0.001, 3, language)),
            Self::P(p) => format!("= {}", decimal(*p, if *p < 0.1 { 3 } else { 2 }, language)),
            Self::What(what) => what.name().to_owned(),
            Self::Word(word) => (*word).to_owned(),
            Self::Text(text) => text.clone(),
            Self::Place(place) => CATALOGUE.text(language, &name_id(*place), &[]),
            Self::Activities(activities) => self::activities(activities, language),
            Self::Period(period) | Self::Before(Some(period)) => self::period(*period, language),
            Self::Before(None) => CATALOGUE.text(language, "figures-before", &[]),
            Self::Counter(counter) => {
                CATALOGUE.text(language, &format!("figures-counter-{}", counter.name()), &[])
            }
            Self::Scope(place, activities, period) => lead(*place, activities, *period, language),
            Self::Clause(phrase) => uncapitalised(&phrase.say(language)),
            Self::Words | Self::Over(None) => String::new(),
            Self::Over(Some(years)) => {
                let years = [("years", Value::from(i64::from(*years)))];
                CATALOGUE.text(language, "figures-over-years", &years)
            }
            Self::List(phrases) => {
                let said: Vec<String> = phrases.iter().map(|phrase| phrase.say(language)).collect();
                said.join(", ")
            }
        }
    }
}

/// The message of a place's name.
fn name_id(place: Where) -> String {
    match place {
        Where::Place(Place::Country) => "country".to_owned(),
        Where::Place(Place::Region(region)) => format!("region-{}", region.code()),
        Where::Almaty | Where::Several | Where::Site | Where::Unsaid => place_id(place),
    }
}

/// The message of a place whose attribute `.in` says "in it".
fn place_id(place: Where) -> String {
    match place {
        Where::Place(Place::Country) => "figures-place-KZ".to_owned(),
        Where::Place(Place::Region(region)) => format!("figures-place-{}", region.code()),
        Where::Almaty => "figures-place-almaty".to_owned(),
        Where::Several => "figures-place-several".to_owned(),
        Where::Site => "figures-place-site".to_owned(),
        Where::Unsaid => "figures-place-unsaid".to_owned(),
    }
}

fn activities(activities: &[Branch], language: Language) -> String {
    let names: Vec<String> = activities
        .iter()
        .map(|activity| match activity {
            Branch::Section(section) => CATALOGUE.text(language, &format!("figures-activity-{section}"), &[]),
            Branch::MiningAndMetallurgy => {
                CATALOGUE.text(language, "figures-activity-mining-and-metallurgy", &[])
            }
        })
        .collect();
    names.join(", ")
}

/// A period as an adverb: "in the first quarter of 2025".
pub(crate) fn period(period: Period, language: Language) -> String {
    let year = period.year().to_string();
    let month =
        |month: u8, form: &str| CATALOGUE.text(language, &format!("figures-month-{month}{form}"), &[]);
    let (first, last) = (period.first_month(), period.last_month());
    let first_name = month(first, if first == last { ".in" } else { "" });
    let last_name = month(last, ".in");
    let arguments = [
        ("year", Value::from(&year)),
        ("first", Value::from(&first_name)),
        ("last", Value::from(&last_name)),
        ("months", Value::from(i64::from(last))),
    ];
    let id = match (first, last) {
        (1, 12) => "figures-period-year".to_owned(),
        (1, 6) => "figures-period-half-1".to_owned(),
        (7, 12) => "figures-period-half-2".to_owned(),
        (1, 9) => "figures-period-nine-months".to_owned(),
        (first, last) if first == last => "figures-period-month".to_owned(),
        (first, last) if last - first == 2 && last % 3 == 0 => format!("figures-period-quarter-{}", last / 3),
        _ => "figures-period-months".to_owned(),
    };
    CATALOGUE.text(language, &id, &arguments)
}

fn lead(place: Where, of: &[Branch], when: Option<Period>, language: Language) -> String {
    let scope = scope(place, of, when, language);
    if scope.is_empty() {
        return scope;
    }
    CATALOGUE.text(language, "figures-lead", &[("scope", Value::from(&scope))])
}

fn scope(place: Where, of: &[Branch], when: Option<Period>, language: Language) -> String {
    if place == Where::Unsaid && of.is_empty() {
        return when.map_or_else(String::new, |when| period(when, language));
    }
    let place = CATALOGUE.text(language, &format!("{}.in", place_id(place)), &[]);
    let place = if of.is_empty() {
        place
    } else {
        let activity = activities(of, language);
        let arguments = [
            ("place", Value::from(&place)),
            ("activity", Value::from(&activity)),
        ];
        CATALOGUE.text(language, "figures-scope-activity", &arguments)
    };
    match when {
        None => place,
        Some(when) => {
            let when = period(when, language);
            let arguments = [("place", Value::from(&place)), ("when", Value::from(&when))];
            CATALOGUE.text(language, "figures-scope", &arguments)
        }
    }
}

/// Thousands apart: by a comma in English, by a no-break space in Russian and Kazakh.
pub(crate) fn grouped(count: u64, language: Language) -> String {
    in_groups(&count.to_string(), language)
}

fn in_groups(digits: &str, language: Language) -> String {
    let mark = if language == Language::En { ',' } else { '\u{a0}' };
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len() - at;
        if at > 0 && left.is_multiple_of(3) && digits.len() > 3 {
            shown.push(mark);
        }
        shown.push(digit);
    }
    shown
}

/// A decimal point in English, a decimal comma in Russian and Kazakh; a minus is a minus.
pub(crate) fn decimal(value: f64, digits: u8, language: Language) -> String {
    let mut shown = format!("{value:.*}", usize::from(digits));
    let sign = if shown.starts_with('-') { "−" } else { "" };
    let sign = if shown.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        sign
    } else {
        ""
    };
    shown = shown.trim_start_matches('-').to_owned();
    let (whole, fraction) = shown.split_once('.').unwrap_or((&shown, ""));
    let whole = if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        in_groups(whole, language)
    } else {
        whole.to_owned()
    };
    let mark = match (fraction.is_empty(), language) {
        (true, _) => "",
        (false, Language::En) => ".",
        (false, Language::Ru | Language::Kk) => ",",
    };
    format!("{sign}{whole}{mark}{fraction}")
}

/// A sentence begins with a capital letter.
pub(crate) fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// What was a sentence goes on another one.
fn uncapitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_each_language_prints_them() {
        assert_eq!(grouped(7_015_108, Language::En), "7,015,108");
        assert_eq!(grouped(1408, Language::Ru), "1\u{a0}408");
        assert_eq!(grouped(293, Language::Kk), "293");
        assert_eq!(decimal(-16.76, 1, Language::Ru), "−16,8");
        assert_eq!(decimal(0.0418, 3, Language::En), "0.042");
    }
}
