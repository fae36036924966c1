//! `saqta figures check`

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use saqta_figures::headline::{self, Report};
use saqta_figures::knowledge::Reference;
use saqta_text::Language;

use super::json;
use super::source::unread;
use crate::failure::Failure;
use crate::language::language;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// Press text in English, Russian or Kazakh, as UTF-8; `-` for standard input
    file: PathBuf,

    /// Language of the notes and of the corrected text; the text's own unless said
    #[arg(long = "lang", value_name = "en|ru|kk", value_parser = language)]
    language: Option<Language>,

    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let text = read(&self.file)?;
        let report = headline::check(&text, self.language, Reference::shipped());
        if self.json {
            output::answer(&json(&report)?)?;
        } else {
            output::answer(&in_words(&report))?;
        }
        Ok(())
    }
}

/// A text is UTF-8 without control characters; tabs, ends of lines and pages may be in it.
fn read(file: &Path) -> Result<String, Failure> {
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| {
        unread(file, error).advice("name a file that holds the text, or `-` for standard input")
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::misuse(format!("{} is no UTF-8 text: see its byte {at}", file.display()))
            .advice("save it as plain text in UTF-8; a document of an office program is none")
    })?;
    if let Some((at, c)) = text.char_indices().find(|(_, c)| is_control(*c)) {
        return Err(Failure::misuse(format!(
            "{} has a control character at its byte {at}: {}",
            file.display(),
            c.escape_unicode()
        ))
        .advice("give plain text, without the codes of a terminal or a program"));
    }
    Ok(text)
}

/// Whether a character is none of a text, but an order to a terminal or a program.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}')
}

fn in_words(report: &Report) -> String {
    let mut text = String::new();
    for claim in &report.claims {
        text.push_str(&format!(
            "{:<11} {}\n            {}\n",
            claim.verdict.name(),
            claim.text.trim(),
            claim.note
        ));
    }
    text.push('\n');
    text.push_str(report.corrected.trim_end());
    text
}
