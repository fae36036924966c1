//! The messages of the three languages, ready to be filled in.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::Language;

/// The files that the server speaks from, in one language.
macro_rules! speaks {
    ($language:literal) => {
        files!(
            $language, "codes", "common", "figures", "import", "places", "reasons", "register", "server",
            "tables", "terminal"
        )
    };
}

macro_rules! files {
    ($language:literal, $($file:literal),*) => {
        &[$((
            concat!($language, "/", $file, ".ftl"),
            include_str!(concat!("../../../locales/", $language, "/", $file, ".ftl")),
        )),*]
    };
}

/// The files that the server speaks from, for one language.
const fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Kk => speaks!("kk"),
        Language::Ru => speaks!("ru"),
        Language::En => speaks!("en"),
    }
}

/// What fills a placeable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A name, a code, anything shown as it is, or a word that a message selects by.
    Text(&'a str),
    /// A count; it selects the plural form of the reader's language.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// Every message that the server speaks. Build it once, share it by reference: filling in takes no lock that is
/// held for longer than the choice of a plural form.
pub struct Catalogue {
    kk: FluentBundle<FluentResource>,
    ru: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
    faults: Vec<String>,
}

impl Catalogue {
    /// Parses the messages embedded in the program. A message that does not parse is left out and named in
    /// [`faults`](Self::faults); readers get it in the next language.
    #[must_use]
    pub fn embedded() -> Self {
        let mut faults = Vec::new();
        let mut load = |language| bundle(language, sources(language), &mut faults);
        Self {
            kk: load(Language::Kk),
            ru: load(Language::Ru),
            en: load(Language::En),
            faults,
        }
    }

    /// What is wrong with the embedded files, one line each; empty in every program that passed its tests.
    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// The text of message `id`, or of one of its attributes (`id.attribute`), filled in with `args`.
    ///
    /// What the language lacks is taken from Russian, then from English; what all three lack is shown as the id
    /// itself, and an argument that is missing as its name in braces: a reader sees something and the words around it.
    #[must_use]
    pub fn text(&self, language: Language, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|&(name, value)| (name, fluent(value))).collect();
        [language, Language::Ru, Language::En]
            .into_iter()
            .find_map(|language| format(self.bundle(language), id, &args))
            .unwrap_or_else(|| id.to_owned())
    }

    /// Whether the language itself, without falling back, has the message or attribute.
    #[must_use]
    pub fn has(&self, language: Language, id: &str) -> bool {
        format(self.bundle(language), id, &FluentArgs::new()).is_some()
    }

    const fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }
}

fn bundle(
    language: Language,
    sources: &[(&str, &str)],
    faults: &mut Vec<String>,
) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The three languages are all written left to right; isolation marks would only dirty JSON and logs.
    bundle.set_use_isolating(false);
    for (file, source) in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((readable_part, errors)) => {
                faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
                readable_part
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
        }
    }
    bundle
}

fn format(bundle: &FluentBundle<FluentResource>, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let (message, attribute) = match id.split_once('.') {
        Some((message, attribute)) => (message, Some(attribute)),
        None => (id, None),
    };
    let message = bundle.get_message(message)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    // An argument that is not given stays visible as `{$name}`: better than no text, and a test's finding.
    let mut unfilled = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(args), &mut unfilled)
            .into_owned(),
    )
}

fn fluent(value: Value<'_>) -> FluentValue<'_> {
    match value {
        Value::Text(text) => FluentValue::from(text),
        Value::Number(number) => FluentValue::from(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue_of(kk: &str, ru: &str, en: &str) -> Catalogue {
        let mut faults = Vec::new();
        let mut load = |language, source| bundle(language, &[("test.ftl", source)], &mut faults);
        Catalogue {
            kk: load(Language::Kk, kk),
            ru: load(Language::Ru, ru),
            en: load(Language::En, en),
            faults,
        }
    }

    #[test]
    fn a_missing_text_falls_back_to_russian_then_english_then_its_id() {
        let catalogue = catalogue_of(
            "a = kk a\n",
            "a = ru a\nb = ru b\n",
            "a = en a\nb = en b\nc = en c\n",
        );
        let read = |id| catalogue.text(Language::Kk, id, &[]);
        assert_eq!(
            [read("a"), read("b"), read("c"), read("d")],
            ["kk a", "ru b", "en c", "d"]
        );
    }

    #[test]
    fn an_attribute_is_named_after_a_dot_and_falls_back_too() {
        let catalogue = catalogue_of("a = title\n", "a = title\n    .do = act\n", "a = title\n");
        assert_eq!(catalogue.text(Language::Kk, "a.do", &[]), "act");
        assert_eq!(catalogue.text(Language::Kk, "a.nothing", &[]), "a.nothing");
    }

    #[test]
    fn a_broken_message_is_named_and_costs_only_itself() {
        let catalogue = catalogue_of("good = kk\nbroken = { $\n", "broken = ru\n", "good = en\n");
        assert_eq!(catalogue.text(Language::Kk, "good", &[]), "kk");
        assert_eq!(catalogue.text(Language::Kk, "broken", &[]), "ru");
        assert_eq!(catalogue.faults().len(), 1, "faults: {:?}", catalogue.faults());
    }

    #[test]
    fn a_missing_argument_leaves_the_words_around_it() {
        let catalogue = catalogue_of("", "", "seen = Seen by { $by }.\n");
        assert_eq!(catalogue.text(Language::En, "seen", &[]), "Seen by {$by}.");
        assert_eq!(
            catalogue.text(Language::En, "seen", &[("by", "A. Omarov".into())]),
            "Seen by A. Omarov."
        );
    }

    #[test]
    fn plural_forms_are_chosen_by_each_languages_own_rule() {
        let forms = "n = { $n ->\n    [one] one\n    [few] few\n    [many] many\n   *[other] other\n  }\n";
        let catalogue = catalogue_of(forms, forms, forms);
        let row = |language| {
            [1, 2, 5, 11, 21, 22, 25].map(|n: i64| catalogue.text(language, "n", &[("n", n.into())]))
        };
        assert_eq!(
            row(Language::Kk),
            ["one", "other", "other", "other", "other", "other", "other"]
        );
        assert_eq!(
            row(Language::Ru),
            ["one", "few", "many", "many", "one", "few", "many"]
        );
        assert_eq!(
            row(Language::En),
            ["one", "other", "other", "other", "other", "other", "other"]
        );
    }

    #[test]
    fn a_catalogue_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Catalogue>();
    }
}
