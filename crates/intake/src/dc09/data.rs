//! The data block: which events it reports, and the texts beside them.
//!
//! A SIA block is `Nri1/id5/BA01^Ward 3^/PA02|AFront door`: pairs of small letters are modifiers of the events that
//! follow, `^…^` and `A` blocks are texts. A Contact ID block is `Qeee gg ccc`. What cannot be read is reported as
//! an event of an unknown code, because it may be somebody's only press.

use saqta_domain::signal::{Meaning, Report};

use super::frame::Id;
use super::modifiers::Modifiers;
use super::text::ascii;
use super::{contact_id, sia_codes};

/// The longest code that is passed on of what could not be read, in bytes.
const LONGEST_CODE: usize = 16;

/// How many events of one frame are taken. A frame of the standard's length holds fewer; what a damaged or hostile
/// one holds beyond them stays in its kept bytes.
pub const MOST_REPORTS: usize = 64;

/// What a data block says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Data<'a> {
    /// The account in front of the events.
    pub account: Option<&'a [u8]>,
    /// The events, in their order; empty when nothing could be read.
    pub reports: Vec<Report>,
    /// The texts beside them, not yet decoded.
    pub texts: Vec<&'a [u8]>,
}

impl<'a> Data<'a> {
    /// Reads the data block of a frame with this id and, in its header, this account.
    #[must_use]
    pub fn parse(id: Id<'_>, header_account: Option<&[u8]>, data: &'a [u8]) -> Self {
        let (account, events) = split_account(header_account, data);
        let mut reading = Self {
            account,
            ..Self::default()
        };
        match id {
            Id::Null | Id::Answer(_) => {}
            Id::SiaDcs => reading.read_either(events, Self::read_sia, Self::read_contact_id),
            Id::AdmCid => reading.read_either(events, Self::read_contact_id, Self::read_sia),
            Id::Other(name) => {
                let code = if name.is_empty() { events } else { name };
                if !code.trim_ascii().is_empty() {
                    reading.reports.push(unreadable(code));
                }
                reading.keep_text(events);
            }
        }
        reading.reports.truncate(MOST_REPORTS);
        reading
    }

    /// Some panels name the wrong format: the other one is tried when the first makes nothing of the block.
    fn read_either(
        &mut self,
        events: &'a [u8],
        first: fn(&mut Self, &'a [u8]),
        second: fn(&mut Self, &'a [u8]),
    ) {
        first(self, events);
        if !self.reports.is_empty()
            && self
                .reports
                .iter()
                .any(|report| report.meaning != Meaning::Unknown)
        {
            return;
        }
        let mut other = Self {
            account: self.account,
            ..Self::default()
        };
        second(&mut other, events);
        if other
            .reports
            .iter()
            .any(|report| report.meaning != Meaning::Unknown)
        {
            *self = other;
        }
    }

    fn read_contact_id(&mut self, events: &'a [u8]) {
        for piece in events.split(|byte| matches!(byte, b'/' | b'|')) {
            if !piece.trim_ascii().is_empty() {
                self.reports
                    .push(contact_id::report(piece).unwrap_or_else(|| unreadable(piece)));
            }
        }
    }

    fn read_sia(&mut self, events: &'a [u8]) {
        for block in events.split(|&byte| byte == b'|') {
            match block.split_first() {
                Some((b'A', text)) if !self.reports.is_empty() => self.keep_text(text),
                _ => self.read_sia_block(block),
            }
        }
    }

    fn read_sia_block(&mut self, block: &'a [u8]) {
        let mut rest = without_block_letter(block.trim_ascii());
        let mut modifiers = Modifiers::default();
        let mut pending = Modifiers::default();
        let first = self.reports.len();
        while let Some((&byte, after)) = rest.split_first() {
            rest = match (byte, after.first()) {
                (b'/' | b' ', _) => after,
                (b'^', _) => self.take_text(after),
                (letter, Some(second)) if letter.is_ascii_alphabetic() && second.is_ascii_lowercase() => {
                    pending.take(rest)
                }
                (letter, Some(second)) if letter.is_ascii_uppercase() && second.is_ascii_uppercase() => {
                    modifiers.update(&mut pending);
                    self.take_event(rest, &modifiers)
                }
                _ => {
                    let (piece, after) = split_at_slash(rest);
                    modifiers.update(&mut pending);
                    self.reports.push(modifiers.report(unreadable(piece), None));
                    after
                }
            };
        }
        // Modifiers after the last event can only mean the events before them.
        for report in &mut self.reports[first..] {
            report.area = report.area.take().or_else(|| pending.area());
            report.point = report.point.take().or_else(|| pending.user.clone());
        }
    }

    /// Takes `CCpoint` and the text behind it; returns what follows.
    fn take_event(&mut self, bytes: &'a [u8], modifiers: &Modifiers) -> &'a [u8] {
        let (letters, rest) = bytes.split_at(2);
        let code = [letters[0], letters[1]];
        let rest = rest.trim_ascii_start();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (point, rest) = rest.split_at(digits);
        let report = Report {
            code: ascii(letters),
            meaning: sia_codes::meaning(code),
            point: None,
            area: None,
        };
        self.reports
            .push(modifiers.report(report, (!point.is_empty()).then(|| ascii(point))));
        if rest.starts_with(b"^") {
            return rest;
        }
        let (text, rest) = split_at_slash(rest);
        self.keep_text(text);
        rest
    }

    /// Takes a text up to its closing `^`, or to the end.
    fn take_text(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let end = bytes.iter().position(|&byte| byte == b'^').unwrap_or(bytes.len());
        self.keep_text(&bytes[..end]);
        bytes.get(end + 1..).unwrap_or_default()
    }

    fn keep_text(&mut self, text: &'a [u8]) {
        let text = text.trim_ascii();
        if !text.is_empty() {
            self.texts.push(text);
        }
    }
}

/// The account before the bar, with its `#` or without, and the events after it.
fn split_account<'a>(header_account: Option<&[u8]>, data: &'a [u8]) -> (Option<&'a [u8]>, &'a [u8]) {
    let bar = data.iter().position(|&byte| byte == b'|');
    let (before, after) = bar.map_or((data, &b""[..]), |at| (&data[..at], &data[at + 1..]));
    let before = before.trim_ascii();
    if let Some(account) = before.strip_prefix(b"#") {
        return ((!account.is_empty()).then_some(account), after);
    }
    if bar.is_none() {
        return (None, data);
    }
    // Without its `#` an account is told from an event (`BA01|AFront door`) by the header, or by what follows.
    let is_account = Some(before) == header_account
        || (!after.starts_with(b"A") && before.iter().all(u8::is_ascii_hexdigit));
    match before {
        [] => (None, after),
        account if is_account => (Some(account), after),
        _ => (None, data),
    }
}

/// Strips the `N` (new) or `O` (old) of a block, unless it is the first letter of a code.
fn without_block_letter(block: &[u8]) -> &[u8] {
    let Some((b'N' | b'O', rest)) = block.split_first() else {
        return block;
    };
    let trimmed = rest.trim_ascii_start();
    match trimmed {
        [first, second, ..]
            if first.is_ascii_alphabetic() && second.is_ascii_lowercase()
                || first.is_ascii_uppercase() && second.is_ascii_uppercase() =>
        {
            trimmed
        }
        [] => trimmed,
        _ => block,
    }
}

fn split_at_slash(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|&byte| byte == b'/').unwrap_or(bytes.len());
    bytes.split_at(end)
}

fn unreadable(piece: &[u8]) -> Report {
    let piece = piece.trim_ascii();
    let code = ascii(&piece[..piece.len().min(LONGEST_CODE)]);
    Report {
        code,
        meaning: Meaning::Unknown,
        point: None,
        area: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::LONGEST_FIELD;
    use super::*;

    /// `code meaning point area`, one line a report.
    fn shown(data: &Data<'_>) -> Vec<String> {
        let field = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
        let line = |report: &Report| {
            format!(
                "{} {:?} {} {}",
                report.code,
                report.meaning,
                field(&report.point),
                field(&report.area)
            )
        };
        data.reports.iter().map(line).collect()
    }

    fn sia(data: &str) -> Vec<String> {
        shown(&Data::parse(Id::SiaDcs, Some(b"1234"), data.as_bytes()))
    }

    #[test]
    fn modifiers_concern_the_events_that_follow() {
        assert_eq!(
            sia("#1234|Nti19:44/ri1/id5/PA01/BA02/ri2/FA3"),
            [
                "PA Alarm(Panic) 01 1",
                "BA Alarm(Intrusion) 02 1",
                "FA Alarm(Fire) 3 2"
            ]
        );
        assert_eq!(sia("#1234|Nti19:44/id1/RP"), ["RP Test 1 -"]);
        assert_eq!(
            sia("#1234|Nti10:15/FA2/ri6"),
            ["FA Alarm(Fire) 2 6"],
            "behind the last event"
        );
        assert_eq!(sia("#1234|Npi3/PA"), ["PA Alarm(Panic) - 3"]);
    }

    #[test]
    fn an_account_inside_may_lack_its_hash_or_be_missing() {
        for data in [
            "#1234|NPA01",
            "1234|NPA01",
            "|NPA01",
            "NPA01",
            "#1234|PA01",
            "PA01",
        ] {
            assert_eq!(sia(data), ["PA Alarm(Panic) 01 -"], "{data}");
        }
        let data = Data::parse(Id::SiaDcs, None, b"ABCD|NPA01");
        assert_eq!(
            (data.account, shown(&data)),
            (Some(&b"ABCD"[..]), vec!["PA Alarm(Panic) 01 -".to_owned()])
        );
        let data = Data::parse(Id::SiaDcs, Some(b"1234"), b"BA01|AFront door");
        assert_eq!(
            (data.account, shown(&data)),
            (None, vec!["BA Alarm(Intrusion) 01 -".to_owned()])
        );
        assert_eq!(data.texts, [b"Front door"]);
    }

    #[test]
    fn the_block_letter_is_told_from_the_first_letter_of_a_code() {
        assert_eq!(sia("#1234|NNL501"), ["NL OpenClose 501 -"]);
        assert_eq!(sia("#1234|NL501"), ["NL OpenClose 501 -"]);
        assert_eq!(sia("#1234|OP01"), ["OP OpenClose 01 -"]);
        assert_eq!(sia("#1234|OPA01"), ["PA Alarm(Panic) 01 -"], "a panic sent late");
        assert_eq!(
            sia("#1234|N Ri01 BA 01"),
            ["BA Alarm(Intrusion) 01 01"],
            "as an old dialler prints it"
        );
        assert_eq!(
            sia("#1234|Nri1BA01"),
            ["BA Alarm(Intrusion) 01 1"],
            "glued to its modifier"
        );
    }

    #[test]
    fn texts_are_kept_and_a_slash_inside_them_is_no_separator() {
        let data = Data::parse(
            Id::SiaDcs,
            None,
            b"#AFFE|Nri1CL0001^user^/PA2^Ward 3/4^/BA7|ADoor\xFC",
        );
        assert_eq!(
            shown(&data),
            [
                "CL OpenClose 0001 1",
                "PA Alarm(Panic) 2 1",
                "BA Alarm(Intrusion) 7 1"
            ]
        );
        assert_eq!(data.texts, [&b"user"[..], b"Ward 3/4", b"Door\xFC"]);
        let data = Data::parse(Id::SiaDcs, None, b"#1|Nid12OP1*'NAME'NM");
        assert_eq!(shown(&data), ["OP OpenClose 1 -"]);
        assert_eq!(data.texts, [b"*'NAME'NM"]);
    }

    #[test]
    fn what_cannot_be_read_is_an_unknown_code_beside_what_can() {
        assert_eq!(
            sia("#1234|N~~/PA01/7"),
            ["N~~ Unknown - -", "PA Alarm(Panic) 01 -", "7 Unknown - -"]
        );
        assert_eq!(sia("#1234|NQQ01"), ["QQ Unknown 01 -"]);
        assert_eq!(sia("#1234|N\u{41f}"), ["N\\xd0\\x9f Unknown - -"]);
        assert_eq!(sia("#1234|"), Vec::<String>::new());
        assert_eq!(sia("#1234|N"), Vec::<String>::new());
        assert_eq!(sia(""), Vec::<String>::new());
    }

    fn cid(data: &str) -> Vec<String> {
        shown(&Data::parse(Id::AdmCid, Some(b"1234"), data.as_bytes()))
    }

    #[test]
    fn contact_id_with_and_without_spaces() {
        for data in [
            "#1234|1120 01 057",
            "1234|1120 01 057",
            "|1120 01 057",
            "1120 01 057",
            "#1234|112001057",
        ] {
            assert_eq!(cid(data), ["1120 Alarm(Panic) 057 01"], "{data}");
        }
        assert_eq!(cid("#1234|3120 01 057"), ["3120 Restore(Panic) 057 01"]);
        assert_eq!(cid("#1234|1406 00 001"), ["1406 Cancel 001 00"]);
        assert_eq!(
            cid("#1234|1A20 01 057/1602 00 000"),
            ["1A20 Unknown 057 01", "1602 Test 000 00"]
        );
        assert_eq!(cid("#1234|1120"), ["1120 Alarm(Panic) - -"]);
        assert_eq!(cid("#1234|1777 00 000"), ["1777 Unknown 000 00"]);
        assert_eq!(cid("#1234|nonsense"), ["nonsense Unknown - -"]);
        assert_eq!(cid("#1234|"), Vec::<String>::new());
    }

    #[test]
    fn one_frame_cannot_flood_the_consoles() {
        let data = format!("#1234|NPA{}{}", "1".repeat(500), "/QQ".repeat(2_000));
        let reports = Data::parse(Id::SiaDcs, None, data.as_bytes()).reports;
        assert_eq!(reports.len(), MOST_REPORTS);
        assert_eq!(reports[0].point.as_ref().map(String::len), Some(LONGEST_FIELD));
    }

    #[test]
    fn a_block_under_the_wrong_id_is_read_all_the_same() {
        assert_eq!(sia("#1234|1120 01 057"), ["1120 Alarm(Panic) 057 01"]);
        assert_eq!(cid("#1234|Nri1/PA01"), ["PA Alarm(Panic) 01 1"]);
        let data = Data::parse(Id::Other(b"SIA-PUL"), None, b"#1234|whatever");
        assert_eq!(
            (shown(&data), data.texts),
            (vec!["SIA-PUL Unknown - -".to_owned()], vec![&b"whatever"[..]])
        );
    }
}
