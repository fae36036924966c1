//! Whom a command speaks to.

use clap::Args;
use saqta_text::{Catalogue, Language, Value};

/// The language of what a command says to a person.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Reader {
    /// Language of what is said: en, ru or kk [default: the system's, else English]; JSON is in none
    #[arg(long = "lang", value_name = "en|ru|kk", value_parser = language)]
    language: Option<Language>,
}

impl Reader {
    /// Words for this reader.
    pub(crate) fn words(self) -> Words {
        let language = self.language.or_else(of_system);
        Words::new(language.unwrap_or(Language::En))
    }
}

/// Texts in one language.
pub(crate) struct Words {
    pub(crate) catalogue: Catalogue,
    pub(crate) language: Language,
}

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            catalogue: Catalogue::embedded(),
            language,
        }
    }

    /// A message, filled in.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        self.catalogue.text(self.language, id, args)
    }

    /// A message that takes nothing.
    pub(crate) fn word(&self, id: &str) -> String {
        self.say(id, &[])
    }
}

/// A count of rows or files as a message takes it.
pub(crate) fn number(count: u64) -> Value<'static> {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Reads a language.
pub(crate) fn language(text: &str) -> Result<Language, String> {
    Language::from_tag(text).ok_or_else(|| "one of en, ru, kk".to_owned())
}

/// The language of the system's messages (POSIX, 8.2), if it is one of ours.
pub(crate) fn of_system() -> Option<Language> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    Language::from_tag(set?.split('.').next()?)
}
