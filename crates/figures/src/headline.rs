//! The headline check.
mod fold;
mod language;
mod lexer;
mod lexicon;
mod number;
mod read;
#[cfg(test)]
mod probe {
    #[test]
    fn show() {
        let path = std::env::var("PROBE").unwrap_or_default();
        let Ok(text) = std::fs::read_to_string(path) else { return };
        let language = super::language::detect(&text);
        let reading = super::read::read(&text, language, 1000);
        for a in reading.assertions {
            println!("{:?} {:?} | {:?} {:?} {:?} {:?} {:?} | {:?}", a.kind(), a.value, a.what, a.place, a.activities, a.period.map(|p| p.to_string()), a.detail, &text[a.text.clone()]);
        }
    }
}
