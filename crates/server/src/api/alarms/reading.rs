//! Reading a press as far as it goes: what cannot be read is flagged and left out, never refused.
//!
//! The cast: [`Raw`] is what came over the wire, perhaps cut off; [`Reading`] is what it says. The body is read field
//! by field, so that what stands before a broken place is kept.

use std::collections::BTreeSet;
use std::fmt;

use jiff::Timestamp;
use saqta_domain::alarm::Flag;
use saqta_domain::private::Claim;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::api::extract::NOTE_LENGTH;

/// The most characters that are kept of a zone, a device or a kind. Declared ids have at most 64.
const WORD_LENGTH: usize = 200;

/// What came over the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Raw {
    /// The bytes that were kept.
    pub(super) bytes: Vec<u8>,
    /// Whether more came than is kept.
    pub(super) cut: bool,
    /// Whether the connection broke or fell silent before the end.
    pub(super) broken: bool,
}

/// What a press says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) zone: Option<String>,
    pub(super) device: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) silent: Option<bool>,
    pub(super) note: Option<String>,
    pub(super) pressed_at: Option<Timestamp>,
    pub(super) flags: BTreeSet<Flag>,
    pub(super) claim: Claim,
}

impl Reading {
    /// Reads a body as JSON, whatever its content type says. No body at all is a press that says nothing more.
    pub(super) fn of(raw: &Raw) -> Self {
        let mut reading = Self::default();
        if raw.cut {
            reading.flags.insert(Flag::TextCut);
        }
        let text = String::from_utf8_lossy(&raw.bytes);
        if raw.broken || matches!(text, std::borrow::Cow::Owned(_)) {
            reading.flags.insert(Flag::UnreadableBody);
        }
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.is_empty() {
            reading.read(text);
        }
        reading
    }

    fn read(&mut self, text: &str) {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let read = Fields(self)
            .deserialize(&mut deserializer)
            .and_then(|()| deserializer.end());
        if read.is_err() {
            self.flags.insert(Flag::UnreadableBody);
            self.claim.body = Some(self.fit(text, NOTE_LENGTH));
        }
    }

    fn put(&mut self, name: &str, value: Value) {
        match (name, value) {
            (_, Value::Null) => {}
            ("zone", Value::String(text)) => self.zone = Some(self.fit(&text, WORD_LENGTH)),
            ("device", Value::String(text)) => self.device = Some(self.fit(&text, WORD_LENGTH)),
            ("kind", Value::String(text)) => self.kind = Some(self.fit(&text, WORD_LENGTH)),
            ("note", Value::String(text)) => self.note = Some(self.fit(&text, NOTE_LENGTH)),
            ("silent", Value::Bool(silent)) => self.silent = Some(silent),
            ("pressed_at", Value::String(text)) => match text.parse() {
                Ok(time) => self.pressed_at = Some(time),
                Err(_) => self.claim_wrong(name, &Value::String(text)),
            },
            (name, value) => self.claim_wrong(name, &value),
        }
    }

    /// A value of the wrong type is left out; what it was is kept for whoever has to make sense of it.
    fn claim_wrong(&mut self, name: &str, value: &Value) {
        self.flags.insert(Flag::WrongValue);
        let text = Some(self.fit(&value.to_string(), WORD_LENGTH));
        match name {
            "zone" => self.claim.zone = text,
            "device" => self.claim.device = text,
            "kind" => self.claim.kind = text,
            "note" => self.note = text,
            "silent" if !says_no(value) => self.silent = Some(true),
            _ => {}
        }
    }

    fn fit(&mut self, text: &str, most: usize) -> String {
        match text.char_indices().nth(most) {
            Some((end, _)) => {
                self.flags.insert(Flag::TextCut);
                text[..end].to_owned()
            }
            None => text.to_owned(),
        }
    }
}

/// Whether a value that is no boolean says no all the same. Anything else may mean that a sound would put somebody in
/// danger.
fn says_no(value: &Value) -> bool {
    match value {
        Value::String(text) => {
            let text = text.trim().to_ascii_lowercase();
            matches!(text.as_str(), "" | "0" | "no" | "off" | "false")
        }
        Value::Number(number) => number.as_f64() == Some(0.0),
        _ => false,
    }
}

/// Puts each field into the reading as it comes, so that an error later on undoes nothing.
struct Fields<'a>(&'a mut Reading);

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == "silent" {
                // Should what follows be cut off or no JSON: somebody meant to say something about being quiet.
                let before = self.0.silent.replace(true);
                let value = map.next_value::<Value>()?;
                self.0.silent = before;
                self.0.put(&name, value);
            } else if matches!(name.as_str(), "zone" | "device" | "kind" | "note" | "pressed_at") {
                self.0.put(&name, map.next_value::<Value>()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(body: &[u8]) -> Reading {
        Reading::of(&Raw {
            bytes: body.to_vec(),
            ..Raw::default()
        })
    }

    fn flags(reading: &Reading) -> Vec<&'static str> {
        reading.flags.iter().map(|flag| flag.code()).collect()
    }

    #[test]
    fn a_whole_press_is_read() {
        let reading = read(
            "\u{feff} {\"zone\":\"triage\",\"kind\":\"assist\",\"silent\":true,\"note\":\"Орын 3\",\"device\":null,\"x\":[1]}"
                .as_bytes(),
        );
        assert_eq!(reading.zone.as_deref(), Some("triage"));
        assert_eq!(reading.kind.as_deref(), Some("assist"));
        assert_eq!(reading.silent, Some(true));
        assert_eq!(reading.note.as_deref(), Some("Орын 3"));
        assert_eq!(flags(&reading), [] as [&str; 0]);
        assert!(reading.claim.is_empty());
    }

    #[test]
    fn no_body_says_nothing_more_and_is_no_fault() {
        for body in ["", "  \r\n", "{}"] {
            assert_eq!(read(body.as_bytes()), Reading::default(), "{body:?}");
        }
    }

    #[test]
    fn a_field_of_the_wrong_type_is_flagged_and_the_rest_is_used() {
        let reading = read(br#"{"zone":12,"kind":["panic"],"silent":"yes","note":{"a":1},"device":"d1"}"#);
        assert_eq!(flags(&reading), ["wrong-value"]);
        assert_eq!((reading.zone, reading.kind), (None, None));
        assert_eq!(
            reading.silent,
            Some(true),
            "a word that may mean silent is not loud"
        );
        assert_eq!(reading.device.as_deref(), Some("d1"));
        assert_eq!(reading.claim.zone.as_deref(), Some("12"));
        assert_eq!(reading.note.as_deref(), Some(r#"{"a":1}"#));
    }

    #[test]
    fn what_cannot_be_read_as_silent_or_not_is_silent() {
        for value in [r#""yes""#, "1", r#""true""#, "[]", "{}", r#""тыныш""#, "-1"] {
            let reading = read(format!(r#"{{"silent":{value},"zone":"triage"}}"#).as_bytes());
            assert_eq!(reading.silent, Some(true), "{value}");
            assert_eq!(flags(&reading), ["wrong-value"], "{value}");
        }
        for value in [r#""no""#, "0", r#"" False ""#, "\"\""] {
            let reading = read(format!(r#"{{"silent":{value}}}"#).as_bytes());
            assert_eq!(reading.silent, None, "{value} leaves it to the kind");
            assert_eq!(flags(&reading), ["wrong-value"], "{value}");
        }
        for body in [r#"{"silent":tr"#, r#"{"silent":yes}"#, r#"{"silent":"#] {
            let reading = read(body.as_bytes());
            assert_eq!(reading.silent, Some(true), "{body}");
            assert_eq!(flags(&reading), ["unreadable-body"], "{body}");
        }
        assert_eq!(read(br#"{"silent":null}"#).silent, None);
    }

    #[test]
    fn when_somebody_pressed_is_read_or_flagged() {
        let reading = read(br#"{"pressed_at":"2026-03-02T13:00:00.5+05:00"}"#);
        let expected: Timestamp = "2026-03-02T08:00:00.5Z".parse().unwrap();
        assert_eq!(flags(&reading), [] as [&str; 0]);
        assert_eq!(reading.pressed_at, Some(expected));
        for value in ["12", "\"yesterday\"", "\"\"", "{}"] {
            let reading = read(format!("{{\"pressed_at\":{value},\"zone\":\"triage\"}}").as_bytes());
            assert_eq!(reading.pressed_at, None, "{value}");
            assert_eq!(flags(&reading), ["wrong-value"], "{value}");
            assert_eq!(reading.zone.as_deref(), Some("triage"), "{value}");
        }
    }

    #[test]
    fn what_stands_before_a_broken_place_is_kept() {
        for body in [
            &br#"{"zone":"triage","kind":"assist","note":"hel"#[..],
            br#"{"zone":"triage","kind":"assist"} and more"#,
            br#"{"zone":"triage","kind":"assist",}"#,
        ] {
            let reading = read(body);
            assert_eq!(reading.zone.as_deref(), Some("triage"), "{reading:?}");
            assert_eq!(reading.kind.as_deref(), Some("assist"), "{reading:?}");
            assert_eq!(flags(&reading), ["unreadable-body"], "{reading:?}");
            assert!(reading.claim.body.is_some());
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_flagged_and_the_rest_is_used() {
        let reading = read(b"{\"zone\":\"triage\",\"note\":\"\xd0\xff\"}");
        assert_eq!(reading.zone.as_deref(), Some("triage"));
        assert_eq!(flags(&reading), ["unreadable-body"]);
    }

    #[test]
    fn a_long_note_is_cut_and_flagged() {
        let body = format!(r#"{{"note":"{}"}}"#, "ә".repeat(5_000));
        let reading = read(body.as_bytes());
        assert_eq!(reading.note.map(|note| note.chars().count()), Some(4_000));
        assert_eq!(
            flags(&Reading {
                note: None,
                ..read(body.as_bytes())
            }),
            ["text-cut"]
        );
    }

    #[test]
    fn other_json_than_an_object_is_flagged_and_kept() {
        for body in ["null", "[]", "\"panic\"", "7", "zone=triage&kind=panic"] {
            let reading = read(body.as_bytes());
            assert_eq!(flags(&reading), ["unreadable-body"], "{body}");
            assert_eq!(reading.claim.body.as_deref(), Some(body));
        }
    }

    #[test]
    fn deep_nesting_costs_no_stack() {
        let body = format!("{{\"zone\":\"z\",\"x\":{}", "[".repeat(60_000));
        assert_eq!(read(body.as_bytes()).zone.as_deref(), Some("z"));
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
            let _reading = read(&bytes);
        }

        #[test]
        fn any_cut_of_a_press_can_be_read(end in 0..70_usize) {
            let body = r#"{"zone":"triage","kind":"assist","silent":false,"note":"Орын 3"}"#.as_bytes();
            let _reading = read(&body[..end.min(body.len())]);
        }
    }
}
