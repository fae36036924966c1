//! From pages of marks to a file, with the structure by which it is read aloud.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::font::Fonts;
use super::layout::{Color, LEFT, Mark, PAGE, Part, Shape, Sheets, WIDTH};
use super::{Bulletin, PdfError};

/// The pieces of each leaf: one for each page that it stands on.
type Pieces = Vec<Vec<Identifier>>;

pub(super) fn file(sheets: &Sheets, fonts: &Fonts, bulletin: &Bulletin<'_>) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new_with(SerializeSettings {
        configuration: configuration()?,
        ..SerializeSettings::default()
    });
    let mut pieces: Pieces = vec![Vec::new(); sheets.leaves];
    for marks in &sheets.pages {
        let settings =
            PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| PdfError::File("page".to_owned()))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for group in marks.chunk_by(|one, next| one.leaf == next.leaf) {
            draw_group(&mut surface, group, fonts, &mut pieces);
        }
        surface.finish();
        page.finish();
    }
    document.set_metadata(metadata(bulletin));
    document.set_outline(outline(&sheets.parts));
    document.set_tag_tree(tree(&sheets.parts, &mut pieces, bulletin));
    document
        .finish()
        .map_err(|error| PdfError::File(error.to_string()))
}

fn configuration() -> Result<Configuration, PdfError> {
    ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::File(format!("{error:?}")))
}

/// Marks of one leaf that follow each other.
fn draw_group(surface: &mut Surface<'_>, marks: &[Mark], fonts: &Fonts, pieces: &mut Pieces) {
    let leaf = marks.first().and_then(|mark| mark.leaf);
    let is_text = marks.iter().all(|mark| matches!(mark.shape, Shape::Text { .. }));
    let tag = match leaf {
        Some(_) if is_text => ContentTag::Span(SpanTag::empty()),
        Some(_) => ContentTag::Other,
        None if is_text => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
        None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    };
    let piece = surface.start_tagged(tag);
    for mark in marks {
        draw(surface, &mark.shape, fonts);
    }
    surface.end_tagged();
    if let Some(pieces) = leaf.and_then(|leaf| pieces.get_mut(leaf)) {
        pieces.push(piece);
    }
}

fn draw(surface: &mut Surface<'_>, shape: &Shape, fonts: &Fonts) {
    match shape {
        Shape::Text { x, y, text, style } => {
            surface.set_fill(Some(fill(style.color)));
            let glyphs = fonts.glyphs(text, style.weight);
            let start = Point::from_xy(*x, *y);
            surface.draw_glyphs(start, &glyphs, fonts.font(style.weight), text, style.size, false);
        }
        Shape::Box {
            x,
            y,
            width,
            height,
            color,
        } => {
            // A box without area has no path, and nothing to show.
            let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) else {
                return;
            };
            let mut path = PathBuilder::new();
            path.push_rect(rect);
            if let Some(path) = path.finish() {
                surface.set_fill(Some(fill(*color)));
                surface.draw_path(&path);
            }
        }
    }
}

fn fill((red, green, blue): Color) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}

fn metadata(bulletin: &Bulletin<'_>) -> Metadata {
    let part = |part: i8| u8::try_from(part).unwrap_or(0);
    // The bulletin knows no hour: its time is the first of its day in Kazakhstan (UTC+5), which is never still to come.
    let made = DateTime::new(u16::try_from(bulletin.as_of.year()).unwrap_or(0))
        .month(part(bulletin.as_of.month()))
        .day(part(bulletin.as_of.day()))
        .utc_offset_hour(5);
    Metadata::new()
        .title(bulletin.title.clone())
        .language(bulletin.language.tag().to_owned())
        .authors(vec![bulletin.publisher.clone()])
        .creator("Saqta".to_owned())
        .document_id(bulletin.id.clone())
        .creation_date(made)
}

fn outline(parts: &[Part]) -> Outline {
    let mut outline = Outline::new();
    for part in parts {
        if let Part::Heading { text, page, y, .. } = part {
            let place = XyzDestination::new(*page, Point::from_xy(LEFT, *y));
            outline.push_child(OutlineNode::new(text.clone(), place));
        }
    }
    outline
}

/// The structure in reading order. Each piece is taken out of `pieces` once.
fn tree(parts: &[Part], pieces: &mut Pieces, bulletin: &Bulletin<'_>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(bulletin.language.tag().to_owned()));
    for part in parts {
        tree.push(match part {
            Part::Heading {
                level, text, leaf, ..
            } => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                group(Tag::Hn(level, Some(text.clone())).into(), *leaf, pieces)
            }
            Part::Paragraph(leaf) => group(Tag::P.into(), *leaf, pieces),
            Part::Figure {
                alt,
                leaf,
                page,
                y,
                height,
            } => {
                let rect = Rect::from_xywh(LEFT, *y, WIDTH, *height);
                let frame = rect.map(|rect| BBox::new(*page, rect));
                let tag = Tag::Figure(Some(alt.clone())).with_bbox(frame);
                group(tag.into(), *leaf, pieces)
            }
            Part::Table {
                summary,
                head,
                rows,
                keys,
            } => table(summary, head, rows, *keys, pieces),
        });
    }
    tree
}

fn table(summary: &str, head: &[usize], rows: &[Vec<usize>], keys: usize, pieces: &mut Pieces) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table.with_summary(Some(summary.to_owned())));
    let mut row = TagGroup::new(Tag::TR);
    for leaf in head {
        row.push(group(Tag::TH(TableHeaderScope::Column).into(), *leaf, pieces));
    }
    let mut section = TagGroup::new(Tag::THead);
    section.push(row);
    table.push(section);
    let mut section = TagGroup::new(Tag::TBody);
    for leaves in rows {
        let mut row = TagGroup::new(Tag::TR);
        for (place, leaf) in leaves.iter().enumerate() {
            let is_name = place < keys;
            let tag = if is_name {
                Tag::TH(TableHeaderScope::Row).into()
            } else {
                Tag::TD.into()
            };
            row.push(group(tag, *leaf, pieces));
        }
        section.push(row);
    }
    table.push(section);
    table
}

fn group(tag: krilla::tagging::TagKind, leaf: usize, pieces: &mut Pieces) -> TagGroup {
    let mut group = TagGroup::new(tag);
    let own = pieces.get_mut(leaf).map(std::mem::take).unwrap_or_default();
    own.into_iter().for_each(|piece| group.push(piece));
    group
}
