//! Intervals on one scale from zero: a point, its limits, and the figures in words beside them.

use crate::table::number;

use super::font::Weight;
use super::layout::{CELL, LEFT, Layout, MARK, PALE, Part, RULE, SMALL, Shape, Style, WARN, WIDTH};
use super::{Interval, IntervalRow, Intervals};

/// Height of one row, and how many fit into one picture.
const ROW: f32 = 15.0;
const MOST_ROWS: usize = 40;
/// Blank between names, picture and figures.
const GAP: f32 = 8.0;
/// The widest a name may be.
const NAMES: f32 = WIDTH * 0.35;

/// Where things of one picture stand.
struct Frame {
    /// Left edge and width of the scale.
    left: f32,
    width: f32,
    /// The figure at its right edge.
    most: f64,
    step: f64,
}

impl Frame {
    fn x(&self, figure: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place on paper")]
        let share = (figure / self.most) as f32;
        self.left + self.width * share
    }
}

impl Layout<'_> {
    pub(super) fn intervals(&mut self, intervals: &Intervals) {
        self.caption(&intervals.title);
        for rows in intervals.rows.chunks(MOST_ROWS) {
            self.picture(intervals, rows);
        }
        self.y += 8.0;
    }

    fn picture(&mut self, intervals: &Intervals, rows: &[IntervalRow]) {
        let figures: Vec<String> = rows.iter().map(|row| self.figure(intervals, row)).collect();
        let frame = self.frame(intervals, rows, &figures);
        let count = f32::from(u16::try_from(rows.len()).unwrap_or(u16::MAX));
        let height = count * ROW + SMALL.line() + 6.0;
        self.need(height);
        let (leaf, page, top) = (self.leaf(), self.page(), self.y);
        let bottom = top + count * ROW;
        self.scale(&frame, intervals, (leaf, top, bottom));
        if let Some(reference) = intervals.reference {
            let x = frame.x(reference) - 0.5;
            self.mark(
                Some(leaf),
                Shape::Box {
                    x,
                    y: top,
                    width: 1.0,
                    height: bottom - top,
                    color: WARN,
                },
            );
        }
        for (row, figure) in rows.iter().zip(&figures) {
            let text_top = self.y + (ROW - CELL.size) / 2.0 - 1.0;
            let name = self.fonts.lines(&row.label, CELL.weight, CELL.size, NAMES);
            let name = format!("{} ", name.first().map_or("", String::as_str));
            self.text(Some(leaf), LEFT, text_top, &name, CELL);
            if let Ok(interval) = row.figure {
                self.whisker(&frame, interval, leaf);
            }
            let style = if row.figure.is_ok() {
                CELL
            } else {
                Style { color: PALE, ..CELL }
            };
            self.text(
                Some(leaf),
                frame.left + frame.width + GAP,
                text_top,
                &format!("{figure} "),
                style,
            );
            self.y += ROW;
        }
        self.y = top + height;
        let alt = intervals.alt.clone();
        self.part(Part::Figure {
            alt,
            leaf,
            page,
            y: top,
            height,
        });
    }

    fn whisker(&mut self, frame: &Frame, Interval { value, lower, upper }: Interval, leaf: usize) {
        let middle = self.y + ROW / 2.0;
        let (from, to, at) = (frame.x(lower), frame.x(upper), frame.x(value));
        let ends = [(from, 0.8), (to, 0.8)].map(|(x, width)| (x - width / 2.0, width, 6.0));
        let line = (from, to - from, 1.2);
        let point = (at - 2.5, 5.0, 5.0);
        for (x, width, height) in ends.into_iter().chain([line, point]) {
            let y = middle - height / 2.0;
            self.mark(
                Some(leaf),
                Shape::Box {
                    x,
                    y,
                    width,
                    height,
                    color: MARK,
                },
            );
        }
    }

    fn scale(&mut self, frame: &Frame, intervals: &Intervals, (leaf, top, bottom): (usize, f32, f32)) {
        let mut figure = 0.0;
        while figure <= frame.most * 1.000_001 {
            let x = frame.x(figure);
            self.mark(
                Some(leaf),
                Shape::Box {
                    x: x - 0.25,
                    y: top,
                    width: 0.5,
                    height: bottom - top,
                    color: RULE,
                },
            );
            let text = number(
                figure,
                decimals(frame.step).max(intervals.decimals.min(1)),
                self.speech.language,
            );
            let width = self.fonts.width(&text, Weight::Regular, SMALL.size);
            self.text(
                Some(leaf),
                x - width / 2.0,
                bottom + 2.0,
                &format!("{text} "),
                SMALL,
            );
            figure += frame.step;
        }
    }

    fn frame(&self, intervals: &Intervals, rows: &[IntervalRow], figures: &[String]) -> Frame {
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts
                .map(|text| self.fonts.width(text, CELL.weight, CELL.size))
                .fold(0.0, f32::max)
        };
        let names = widest(&mut rows.iter().map(|row| row.label.as_str())).min(NAMES);
        let figures = widest(&mut figures.iter().map(String::as_str));
        // All pictures of one block have one scale.
        let uppers = intervals
            .rows
            .iter()
            .filter_map(|row| row.figure.ok())
            .map(|interval| interval.upper);
        let most = uppers.chain(intervals.reference).fold(0.0, f64::max);
        let step = step(most);
        let left = LEFT + names + GAP;
        Frame {
            left,
            width: (LEFT + WIDTH - figures - GAP - left).max(60.0),
            most: (most / step).ceil().max(1.0) * step,
            step,
        }
    }

    fn figure(&self, intervals: &Intervals, row: &IntervalRow) -> String {
        let shown = |figure| number(figure, intervals.decimals, self.speech.language);
        match row.figure {
            Ok(Interval { value, lower, upper }) => {
                format!("{} ({}–{})", shown(value), shown(lower), shown(upper))
            }
            Err(reason) => self.speech.message(&format!("table-missing-{}", reason.code())),
        }
    }
}

/// A round distance between lines: 1, 2 or 5 of some power of ten, so that there are three to six of them.
fn step(most: f64) -> f64 {
    if most <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf((most / 4.0).log10().floor());
    let rounds = [1.0, 2.0, 5.0, 10.0].map(|round| round * power);
    rounds.into_iter().find(|step| most / step <= 6.0).unwrap_or(most)
}

/// How many digits after the point such a distance needs.
fn decimals(step: f64) -> u8 {
    let needs = |decimals: &u8| {
        let scaled = step * 10_f64.powi(i32::from(*decimals));
        scaled > 0.9 && (scaled - scaled.round()).abs() < 1e-6
    };
    (0..=12).find(needs).unwrap_or(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_scale_are_round_and_few() {
        for (most, expected, digits) in [
            (0.13, 0.05, 2),
            (1.0, 0.2, 1),
            (7.0, 2.0, 0),
            (30.0, 5.0, 0),
            (0.0, 1.0, 0),
            (4321.0, 1000.0, 0),
        ] {
            let step = step(most);
            assert!((step - expected).abs() < 1e-9, "{most}: {step}");
            assert_eq!(decimals(step), digits, "{most}");
        }
    }
}
