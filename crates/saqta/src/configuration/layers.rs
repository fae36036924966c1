//! Who has set what: the last layer that sets a key wins.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::keys::Key;
use crate::failure::Failure;

/// Who has set something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Nobody.
    Default,
    /// `saqta.toml`, at a line.
    File(PathBuf, usize),
    /// An environment variable.
    Variable(String),
    /// A flag.
    Flag(String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path, line) => write!(f, "{}:{line}", path.display()),
            Self::Variable(name) => write!(f, "variable {name}"),
            Self::Flag(name) => write!(f, "flag {name}"),
        }
    }
}

/// A text that was given for a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) text: String,
    pub(crate) source: Source,
}

/// The texts that hold, each with its source.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    given: BTreeMap<Key, Given>,
    /// Variables that look like settings and are none.
    pub(crate) strange_variables: Vec<String>,
    /// The file that was read.
    pub(crate) file: Option<PathBuf>,
}

/// The variable that names `saqta.toml`.
const FILE_VARIABLE: &str = "SAQTA_CONFIG";

/// The name of the file that is read from the data folder when no other is named.
const FILE_NAME: &str = "saqta.toml";

impl Layers {
    /// Reads all layers. The file is the one that a flag names, else the one that `SAQTA_CONFIG` names, else
    /// `saqta.toml` in the data folder if there is one.
    ///
    /// # Errors
    /// A misuse that names the file, the line and the key.
    pub(crate) fn read(
        file: Option<&Path>,
        flags: &[(Key, Option<String>)],
        variables: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, Failure> {
        let mut above = Self::default();
        let mut named = file.map(Path::to_owned);
        for (name, value) in variables {
            let Some(name) = name.to_str().filter(|name| name.starts_with("SAQTA_")) else {
                continue;
            };
            if name == FILE_VARIABLE {
                named = named.or_else(|| Some(PathBuf::from(value)));
                continue;
            }
            above.take_variable(name, value)?;
        }
        for (key, text) in flags {
            if let Some(text) = text {
                above.set(*key, text.clone(), Source::Flag(key.flag()));
            }
        }
        let beside = above
            .path(Key::Data)
            .map(|data| data.join(FILE_NAME))
            .filter(|path| path.exists());
        let mut layers = Self::defaults();
        if let Some(path) = named.or(beside) {
            layers.take_file(&path)?;
            layers.file = Some(path);
        }
        layers.given.append(&mut above.given);
        layers.strange_variables = above.strange_variables;
        Ok(layers)
    }

    fn defaults() -> Self {
        let mut layers = Self::default();
        for key in Key::ALL {
            if let Some(text) = key.default_text() {
                layers.set(key, text.to_owned(), Source::Default);
            }
        }
        layers
    }

    /// What holds for a key.
    pub(crate) fn get(&self, key: Key) -> Option<&Given> {
        self.given.get(&key).filter(|given| !given.text.is_empty())
    }

    /// A key's value as a path.
    pub(crate) fn path(&self, key: Key) -> Option<PathBuf> {
        self.get(key).map(|given| PathBuf::from(&given.text))
    }

    fn set(&mut self, key: Key, text: String, source: Source) {
        self.given.insert(key, Given { text, source });
    }

    /// A variable that is no setting may be meant for something else (container platforms set such by themselves): it
    /// must not keep a receiver of alarms from starting.
    fn take_variable(&mut self, name: &str, value: OsString) -> Result<(), Failure> {
        let Some(key) = Key::ALL.into_iter().find(|key| key.variable() == name) else {
            self.strange_variables.push(name.to_owned());
            return Ok(());
        };
        let text = value.into_string().map_err(|_| {
            Failure::misuse(format!("the variable {name} is no text")).advice("write it in UTF-8")
        })?;
        self.set(key, text, Source::Variable(name.to_owned()));
        Ok(())
    }

    fn take_file(&mut self, path: &Path) -> Result<(), Failure> {
        let text = fs::read_to_string(path).map_err(|error| {
            Failure::misuse(format!("the configuration {} cannot be read", path.display()))
                .because(error)
                .advice("name a TOML file that this user may read")
        })?;
        let line_at = |byte: usize| 1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count();
        let table = DeTable::parse(&text).map_err(|error| {
            let line = line_at(error.span().map_or(0, |span| span.start));
            Failure::misuse(format!("{}:{line}: {}", path.display(), error.message()))
                .advice("mend this line")
        })?;
        for (name, value) in table.get_ref() {
            let line = line_at(name.span().start);
            let name: &str = name.get_ref();
            let wrong = |what: String| Failure::misuse(format!("{}:{line}: {name}: {what}", path.display()));
            let Some(key) = Key::from_name(name) else {
                let known: Vec<&str> = Key::ALL.into_iter().map(Key::name).collect();
                return Err(wrong("there is no such key".to_owned())
                    .advice(format!("known are {}", known.join(", "))));
            };
            let mut given = text_of(value.get_ref()).ok_or_else(|| {
                wrong(format!("this cannot be a {}", value.get_ref().type_str()))
                    .advice("write a text in quotes, a number, true or false, or a list of texts")
            })?;
            if key.is_path() {
                let folder = path.parent().unwrap_or(Path::new(""));
                given = folder.join(given).to_string_lossy().into_owned();
            }
            self.set(key, given, Source::File(path.to_owned(), line));
        }
        Ok(())
    }
}

/// A value as the text that a flag would have.
fn text_of(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Boolean(flag) => Some(flag.to_string()),
        DeValue::Array(items) => {
            let texts: Option<Vec<String>> = items
                .iter()
                .map(|item| match item.get_ref() {
                    DeValue::String(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect();
            texts.map(|texts| texts.join(","))
        }
        _ => None,
    }
}
