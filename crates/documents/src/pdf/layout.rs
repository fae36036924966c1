//! From blocks to pages of marks, all in points from the upper left corner of an A4 page.

use saqta_text::Value as Argument;

use crate::table::Speech;

use super::font::{Fonts, Weight};

pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
pub(super) const LEFT: f32 = 56.0;
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
const TOP: f32 = 56.0;
pub(super) const BOTTOM: f32 = PAGE.1 - 64.0;
const HEAD: f32 = 36.0;
const FOOT: f32 = PAGE.1 - 36.0;

pub(super) const INK: Color = (0x1a, 0x1f, 0x24);
pub(super) const PALE: Color = (0x55, 0x5e, 0x66);
pub(super) const RULE: Color = (0xc2, 0xc9, 0xcf);
pub(super) const SHADE: Color = (0xe8, 0xee, 0xf2);
pub(super) const MARK: Color = (0x0b, 0x5c, 0x8a);
pub(super) const WARN: Color = (0xb0, 0x3a, 0x2e);

/// Red, green, blue.
pub(super) type Color = (u8, u8, u8);

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) color: Color,
}

pub(super) const TITLE: Style = style(18.0, Weight::Bold, INK);
pub(super) const HEADING: Style = style(13.0, Weight::Bold, INK);
pub(super) const CAPTION: Style = style(10.5, Weight::Bold, INK);
pub(super) const BODY: Style = style(10.5, Weight::Regular, INK);
pub(super) const CELL: Style = style(9.0, Weight::Regular, INK);
pub(super) const CELL_HEAD: Style = style(9.0, Weight::Bold, INK);
pub(super) const SMALL: Style = style(8.5, Weight::Regular, PALE);
const WARNING: Style = style(10.5, Weight::Bold, WARN);

const fn style(size: f32, weight: Weight, color: Color) -> Style {
    Style { size, weight, color }
}

impl Style {
    pub(super) fn line(self) -> f32 {
        self.size * 1.35
    }
}

/// Something to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// To which piece of the document it belongs; none for what only decorates or repeats.
    pub(super) leaf: Option<usize>,
    pub(super) shape: Shape,
}

#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// A line of text; `y` is its base line.
    Text {
        x: f32,
        y: f32,
        text: String,
        style: Style,
    },
    /// A filled box.
    Box {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        color: Color,
    },
}

/// The document as it is read aloud: what stands in which order, and which leaves belong to it.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Heading {
        level: u16,
        text: String,
        leaf: usize,
        page: usize,
        y: f32,
    },
    Paragraph(usize),
    Table {
        summary: String,
        head: Vec<usize>,
        rows: Vec<Vec<usize>>,
        keys: usize,
    },
    Figure {
        alt: String,
        leaf: usize,
        page: usize,
        y: f32,
        height: f32,
    },
}

/// Pages and parts, ready to be drawn.
pub(super) struct Sheets {
    pub(super) pages: Vec<Vec<Mark>>,
    pub(super) parts: Vec<Part>,
    pub(super) leaves: usize,
}

pub(super) struct Layout<'f> {
    pub(super) fonts: &'f Fonts,
    pub(super) speech: Speech<'f>,
    pages: Vec<Vec<Mark>>,
    parts: Vec<Part>,
    leaves: usize,
    pub(super) y: f32,
}

impl<'f> Layout<'f> {
    pub(super) fn new(fonts: &'f Fonts, speech: Speech<'f>) -> Self {
        Self {
            fonts,
            speech,
            pages: vec![Vec::new()],
            parts: Vec::new(),
            leaves: 0,
            y: TOP,
        }
    }

    pub(super) fn title(&mut self, text: &str) {
        self.headline(text, 1, TITLE);
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.y += 10.0;
        self.headline(text, 2, HEADING);
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.lines(text, BODY);
        self.y += 6.0;
    }

    pub(super) fn warning(&mut self, text: &str) {
        self.lines(text, WARNING);
        self.y += 6.0;
    }

    pub(super) fn note(&mut self, text: &str) {
        self.lines(text, SMALL);
        self.y += 4.0;
    }

    pub(super) fn caption(&mut self, text: &str) {
        self.y += 6.0;
        // A caption stays with the first rows of what it names.
        self.need(CAPTION.line() * 5.0);
        self.lines(text, CAPTION);
        self.y += 3.0;
    }

    /// Page numbers need to know how many pages there are. `head` stands on each: pages get lost from each other.
    pub(super) fn finish(mut self, head: Option<&str>, foot: &str) -> Sheets {
        let pages = i64::try_from(self.pages.len()).unwrap_or(0);
        for (number, marks) in (1_i64..).zip(&mut self.pages) {
            let arguments = [("page", Argument::from(number)), ("pages", Argument::from(pages))];
            let count = self
                .speech
                .catalogue
                .text(self.speech.language, "table-page", &arguments);
            let x = LEFT + WIDTH - self.fonts.width(&count, SMALL.weight, SMALL.size);
            let head = head.map(|head| (LEFT, HEAD, head.to_owned(), WARNING));
            let feet = [(LEFT, FOOT, foot.to_owned(), SMALL), (x, FOOT, count, SMALL)];
            for (x, y, text, style) in head.into_iter().chain(feet) {
                let shape = Shape::Text { x, y, text, style };
                marks.push(Mark { leaf: None, shape });
            }
        }
        Sheets {
            pages: self.pages,
            parts: self.parts,
            leaves: self.leaves,
        }
    }

    pub(super) fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    pub(super) fn part(&mut self, part: Part) {
        self.parts.push(part);
    }

    pub(super) fn page(&self) -> usize {
        self.pages.len() - 1
    }

    /// Begins a new page unless so many points are left on this one; says whether it did.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let is_full = self.y + height > BOTTOM && self.y > TOP;
        if is_full {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
        is_full
    }

    pub(super) fn mark(&mut self, leaf: Option<usize>, shape: Shape) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Mark { leaf, shape });
        }
    }

    /// A line of text whose upper edge is at `top`.
    pub(super) fn text(&mut self, leaf: Option<usize>, x: f32, top: f32, text: &str, style: Style) {
        let y = top + style.size;
        let text = text.to_owned();
        self.mark(leaf, Shape::Text { x, y, text, style });
    }

    fn headline(&mut self, text: &str, level: u16, style: Style) {
        // A heading stays with at least two lines of what follows.
        self.need(style.line() + BODY.line() * 3.0);
        let (leaf, page, y) = (self.leaf(), self.page(), self.y);
        let text = text.to_owned();
        self.put_lines(&text, style, leaf);
        self.part(Part::Heading {
            level,
            text,
            leaf,
            page,
            y,
        });
        self.y += 4.0;
    }

    fn lines(&mut self, text: &str, style: Style) {
        let leaf = self.leaf();
        self.put_lines(text, style, leaf);
        self.part(Part::Paragraph(leaf));
    }

    fn put_lines(&mut self, text: &str, style: Style, leaf: usize) {
        let lines = self.fonts.lines(text, style.weight, style.size, WIDTH);
        for line in lines {
            self.need(style.line());
            // The blank at the end parts the words of two lines for whoever copies or listens.
            let top = self.y;
            self.text(Some(leaf), LEFT, top, &format!("{line} "), style);
            self.y += style.line();
        }
    }
}
