/** The tiles: a name, the value, its interval written and drawn, and what the colours mean. */
import { type Cell, type Estimate, highest, type Measure, type Published, published } from "../data";
import { step } from "../draw/palette";
import { Hatches, hatch, Letters, Triangle } from "../draw/parts";
import { classOf, fromZero } from "../draw/scale";
import { type Mark, NARROW, type Picture, type Surface } from "../draw/surface";
import { firstThatFits, textWidth, wrap } from "../draw/text";
import { cellWords, type Scribe, statusWord } from "../frame/words";
import { COLUMNS, ROWS, type Tile } from "../regions";
import { legendHeight, MapLegend } from "./MapLegend";

export interface MapTile {
  readonly tile: Tile;
  readonly cell: Cell;
  readonly against: "above" | "below" | undefined;
}

export interface MapContent {
  readonly tiles: readonly MapTile[];
  readonly measure: Measure;
  /** The limits of the classes of colour, from zero. */
  readonly bounds: readonly number[];
  readonly country: Estimate | null;
  readonly scribe: Scribe;
}

export interface TileBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_WIDE = 900;

export function mapLayout(width: number): (tile: Tile) => TileBox {
  const gap = width < NARROW ? 2 : 4;
  const across = (Math.min(width, MOST_WIDE) - gap * (COLUMNS - 1)) / COLUMNS;
  const height = width < NARROW ? 88 : Math.max(84, Math.min(92, across * 0.66));
  return ({ column, row, span }) => ({
    x: column * (across + gap),
    y: row * (height + gap),
    width: across * span + gap * (span - 1),
    height,
  });
}

export function drawMap(surface: Surface, content: MapContent): Picture {
  const layout = mapLayout(surface.width);
  const top = legendHeight(surface.width, content) + 8;
  const most = highest([
    ...content.tiles.flatMap(({ cell }) => published(cell) ?? []),
    ...(content.country === null ? [] : [content.country]),
  ]);
  const boxes = content.tiles.map((shown) => {
    const box = layout(shown.tile);
    return { shown, box: { ...box, y: box.y + top } };
  });
  const marks = boxes.map(({ shown, box }) => markOf(shown, box, content));
  const last = layout({ region: "79", column: 0, row: ROWS - 1, span: 1 });
  return {
    height: Math.ceil(top + last.y + last.height + 2),
    marks,
    node: (
      <>
        <Hatches surface={surface} />
        <MapLegend surface={surface} content={content} width={Math.min(surface.width, MOST_WIDE)} />
        {boxes.map(({ shown, box }, index) => {
          const mark = marks[index];
          return (
            mark !== undefined && (
              <g key={shown.tile.region} {...surface.mark(mark)}>
                <TileShape surface={surface} shown={shown} box={box} content={content} most={most} />
              </g>
            )
          );
        })}
      </>
    ),
  };
}

function markOf({ tile, cell, against }: MapTile, box: TileBox, { scribe, measure }: MapContent): Mark {
  const { t, numbers } = scribe;
  const known = published(cell);
  const parts = [`${t(`region-${tile.region}`)}: ${cellWords(scribe, cell, measure)}`];
  if (known?.count !== undefined)
    parts.push(t("chart-cases", { count: known.count, shown: numbers.whole(known.count) }));
  if (against !== undefined) parts.push(t(`chart-against-${against}`));
  return { id: tile.region, name: parts.join("; "), x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

interface TileProps {
  readonly surface: Surface;
  readonly shown: MapTile;
  readonly box: TileBox;
  readonly content: MapContent;
  readonly most: number;
}

function TileShape({ surface, shown, box, content, most }: TileProps) {
  const { palette } = surface;
  const { t } = content.scribe;
  const known = published(shown.cell);
  const narrow = surface.width < NARROW;
  const size = narrow ? 11 : 12.5;
  const pad = narrow ? 3 : 9;
  const ink =
    known === null ? palette.ink : step(palette, classOf(known.value, content.bounds), content.bounds.length - 1).ink;
  const name = (form: string) => t(`region-${shown.tile.region}${form}`);
  const room = box.width - 2 * pad;
  const title = firstThatFits([name("-short"), name("-brief")], room, size, 600);
  return (
    <>
      {shown.cell.status === "published" ? (
        <rect
          {...box}
          rx="3"
          fill={step(palette, classOf(shown.cell.value, content.bounds), content.bounds.length - 1).fill}
          stroke={palette.line}
          strokeWidth="0.6"
        />
      ) : (
        <>
          <rect {...box} rx="3" fill={palette.ground} />
          <rect {...box} rx="3" fill={hatch(surface, shown.cell.status)} stroke={palette.line} strokeWidth="0.6" />
        </>
      )}
      <Letters
        x={box.x + pad}
        y={box.y + pad + size}
        size={size}
        weight={600}
        fill={ink}
        {...(known === null ? { rim: palette.ground } : {})}
      >
        {title}
      </Letters>
      {shown.against !== undefined && (
        <Triangle
          x={box.x + box.width - pad - 5}
          y={box.y + (narrow ? 26.5 : 36)}
          up={shown.against === "above"}
          fill={ink}
          stroke={ink}
          size={narrow ? 8 : 10}
        />
      )}
      {known === null ? (
        <StatusWord surface={surface} box={box} word={statusWord(t, shown.cell.status)} />
      ) : (
        <TileValue known={known} box={box} content={content} most={most} ink={ink} narrow={narrow} pad={pad} />
      )}
    </>
  );
}

function StatusWord({
  surface,
  box,
  word,
}: {
  readonly surface: Surface;
  readonly box: TileBox;
  readonly word: string;
}) {
  const narrow = surface.width < NARROW;
  const size = narrow ? 11 : 12;
  const pad = narrow ? 3 : 9;
  const lines = wrap(word, box.width - 2 * pad, size, 3);
  return lines.map((line, index) => (
    <Letters
      key={line}
      x={box.x + pad}
      y={box.y + box.height / 2 + size * (index + 0.6)}
      size={size}
      fill={surface.palette.ink}
      rim={surface.palette.ground}
    >
      {line}
    </Letters>
  ));
}

interface ValueProps {
  readonly known: Published;
  readonly box: TileBox;
  readonly content: MapContent;
  readonly most: number;
  readonly ink: string;
  readonly narrow: boolean;
  readonly pad: number;
}

function TileValue({ known, box, content, most, ink, narrow, pad }: ValueProps) {
  const { numbers } = content.scribe;
  const digits = content.measure.digits;
  const valueSize = narrow ? 13 : 18;
  const valueY = box.y + (narrow ? 31 : 42);
  const limits = numbers.interval(known, digits);
  const room = box.width - 2 * pad;
  const limitSize = narrow ? 11 : 12;
  const value = numbers.fixed(known.value, digits);
  const lines = textWidth(limits, limitSize) <= room ? [limits] : limits.split(/(?<=[–…])\s?/);
  const limitsY = valueY + (narrow ? 14 : 17);
  return (
    <>
      <Letters x={box.x + pad} y={valueY} size={valueSize} weight={600} fill={ink}>
        {value}
      </Letters>
      {lines.map((line, index) => (
        <Letters key={line} x={box.x + pad} y={limitsY + index * 13} size={limitSize} fill={ink}>
          {line}
        </Letters>
      ))}
      <TileWhisker
        known={known}
        country={content.country}
        most={most}
        ink={ink}
        left={box.x + pad}
        right={box.x + box.width - pad}
        y={box.y + box.height - 11}
      />
    </>
  );
}

/** The interval on a scale that is the same in every tile: from zero to the highest limit of all. */
function TileWhisker(props: {
  readonly known: Published;
  readonly country: Estimate | null;
  readonly most: number;
  readonly ink: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}) {
  const { known, country, most, ink, left, right, y } = props;
  const at = fromZero(most, left, right);
  return (
    <g stroke={ink} fill={ink}>
      <path d={`M${left},${y}H${right}`} strokeWidth="1" opacity="0.45" />
      {country !== null && <path d={`M${at(country.value)},${y - 6}v12`} strokeWidth="1.2" />}
      {known.lower !== null && known.upper !== null && (
        <path d={`M${at(known.lower)},${y}H${at(known.upper)}`} strokeWidth="3" />
      )}
      <circle cx={at(known.value)} cy={y} r="3.6" strokeWidth="0" />
    </g>
  );
}
