/** Two panels side by side, one row a place: the rate with its interval, the rank with its interval. */
import { type Estimate, highest, type Measure } from "../data";
import { Hatches, hatch, Letters, Whisker } from "../draw/parts";
import { fromZero, type Scale, tickDigits, ticks } from "../draw/scale";
import { type Mark, NARROW, type Picture, type Surface } from "../draw/surface";
import { textWidth, wrap } from "../draw/text";
import { cellWords, type Scribe, statusWord } from "../frame/words";
import type { BarsProps, KnownPlace, RankedPlace } from "../IntervalBars";

export interface BarsContent {
  readonly measure: Measure;
  readonly known: readonly KnownPlace[];
  readonly unknown: readonly RankedPlace[];
  readonly whole: NonNullable<BarsProps["whole"]> | null;
  readonly scribe: Scribe;
}

interface Panel {
  readonly at: Scale;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly number[];
}

interface Layout {
  readonly narrow: boolean;
  readonly size: number;
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
  readonly rate: Panel;
  readonly rank: Panel | null;
  /** The right end of the written values. */
  readonly values: number;
}

export function drawBars(surface: Surface, content: BarsContent): Picture {
  const layout = layOut(surface.width, content);
  const places = [...content.known, ...content.unknown];
  const marks = places.map((place, index) => markOf(place, index, layout, content));
  return {
    height: layout.bottom + 24,
    marks,
    node: (
      <>
        <Hatches surface={surface} />
        <Heads surface={surface} content={content} layout={layout} />
        <Whole surface={surface} content={content} layout={layout} />
        {places.map((place, index) => {
          const mark = marks[index];
          if (mark === undefined) return null;
          return (
            <g key={place.id} {...surface.mark(mark)}>
              <rect
                x={0}
                y={layout.top + index * layout.row}
                width={surface.width}
                height={layout.row}
                fill="transparent"
              />
              <PlaceRow surface={surface} content={content} layout={layout} place={place} index={index} />
            </g>
          );
        })}
      </>
    ),
  };
}

function layOut(width: number, content: BarsContent): Layout {
  const { known, unknown, whole, measure, scribe } = content;
  const { numbers } = scribe;
  const narrow = width < NARROW;
  const size = narrow ? 12 : 12.5;
  const row = narrow ? 38 : known.length > 14 ? 20 : 24;
  const names = [...known, ...unknown].map((place) => nameOf(place));
  const nameRoom = narrow ? 2 : 12 + Math.max(0, ...names.map((name) => textWidth(name, size)));
  const written = known.map((place) => numbers.estimate(place.known, measure.digits));
  const valueRoom = narrow ? 0 : 14 + Math.max(0, ...written.map((text) => textWidth(text, 12)));
  const ranked = known.some(({ rank }) => rank !== undefined);
  const room = width - nameRoom - valueRoom;
  const gap = narrow ? 18 : 26;
  const rateRight = nameRoom + (ranked ? (room - gap) * 0.62 : room - 8);
  const rateTicks = ticks(
    highest([...known.map((place) => place.known), ...(whole === null ? [] : [whole.estimate])]),
    narrow ? 3 : 5,
    measure.digits === 0,
  );
  const rate = {
    left: nameRoom,
    right: rateRight,
    ticks: rateTicks,
    at: fromZero(rateTicks.at(-1) ?? 1, nameRoom, rateRight),
  };
  const rankLeft = rateRight + valueRoom + gap;
  const top = 54;
  return {
    narrow,
    size,
    row,
    top,
    bottom: top + row * (known.length + unknown.length),
    rate,
    rank: ranked ? rankPanel(known.length, rankLeft, width - 8) : null,
    values: rateRight + valueRoom,
  };
}

/** Ranks run from 1 at the left to the number of places that are ranked. */
function rankPanel(places: number, left: number, right: number): Panel {
  const at: Scale = (rank) => left + 6 + ((rank - 1) / Math.max(1, places - 1)) * (right - left - 12);
  const middle = Math.round((places + 1) / 2);
  return { left, right, at, ticks: [...new Set([1, ...(places > 3 ? [middle] : []), places])] };
}

const nameOf = (place: RankedPlace) => place.shortName ?? place.name;

function markOf(place: RankedPlace, index: number, layout: Layout, { scribe, measure }: BarsContent): Mark {
  const { t, numbers } = scribe;
  const parts = [`${place.name}: ${cellWords(scribe, place.cell, measure)}`];
  if (place.rank !== undefined) parts.push(t("chart-rank", { rank: numbers.estimate(place.rank, 0) }));
  return { id: place.id, name: parts.join("; "), x: layout.rate.left, y: layout.top + (index + 0.5) * layout.row };
}

interface Drawn {
  readonly surface: Surface;
  readonly content: BarsContent;
  readonly layout: Layout;
}

function Heads({ surface: { palette }, content, layout }: Drawn) {
  const { measure, scribe } = content;
  const { rate, rank, top, bottom } = layout;
  const digits = tickDigits(rate.ticks);
  const rankName = scribe.t("chart-column-rank");
  const measureLines = wrap(measure.name, (rank?.left ?? layout.values) - rate.left - 12, 12, 2);
  const rule = (panel: Panel, tick: number) => (
    <path
      key={`rule ${tick}`}
      d={`M${panel.at(tick)},${top - 4}V${bottom}`}
      stroke={tick === 0 ? palette.line : palette.grid}
      strokeWidth={tick === 0 ? 1.4 : 1}
    />
  );
  const number = (panel: Panel, tick: number, text: string) => (
    <Letters
      key={`number ${tick}`}
      x={panel.at(tick)}
      y={bottom + 16}
      size={11}
      anchor={layout.narrow && tick === 0 ? "start" : "middle"}
      fill={palette.soft}
    >
      {text}
    </Letters>
  );
  return (
    <g>
      {measureLines.map((line, index) => (
        <Letters key={line} x={rate.left} y={12 + index * 15} size={12} fill={palette.soft}>
          {line}
        </Letters>
      ))}
      {rate.ticks.map((tick) => rule(rate, tick))}
      {rate.ticks.map((tick) => number(rate, tick, scribe.numbers.fixed(tick, digits)))}
      {rank !== null && (
        <>
          <Letters x={rank.left} y={12} size={12} fill={palette.soft}>
            {rankName}
          </Letters>
          {rank.ticks.map((tick) => rule(rank, tick))}
          {rank.ticks.map((tick) => number(rank, tick, scribe.numbers.whole(tick)))}
        </>
      )}
    </g>
  );
}

/** The whole as a line through the rows, its interval as a band. */
function Whole({ surface: { palette }, content: { whole, measure, scribe }, layout }: Drawn) {
  if (whole === null) return null;
  const { rate, top, bottom } = layout;
  const { estimate, name } = whole;
  const x = rate.at(estimate.value);
  const text = `${name} ${scribe.numbers.fixed(estimate.value, measure.digits)}`;
  const ends = x + 4 + textWidth(text, 11.5, 600) > rate.right;
  return (
    <g>
      {estimate.lower !== null && estimate.upper !== null && (
        <rect
          x={rate.at(estimate.lower)}
          y={top - 4}
          width={rate.at(estimate.upper) - rate.at(estimate.lower)}
          height={bottom - top + 4}
          fill={palette.wash}
        />
      )}
      <path d={`M${x},${top - 4}V${bottom}`} stroke={palette.target} strokeWidth="1.4" strokeDasharray="5 3" />
      <Letters
        x={ends ? Math.max(x, rate.left + textWidth(text, 11.5, 600)) : x}
        y={top - 8}
        size={11.5}
        weight={600}
        anchor={ends ? "end" : "start"}
        fill={palette.target}
      >
        {text}
      </Letters>
    </g>
  );
}

interface RowProps extends Drawn {
  readonly place: RankedPlace;
  readonly index: number;
}

function PlaceRow({ surface, content, layout, place, index }: RowProps) {
  const { palette, width } = surface;
  const { scribe, measure } = content;
  const { narrow, row, top, rate, rank, size } = layout;
  const start = top + index * row;
  const y = narrow ? start + 27 : start + row / 2;
  const known = place.cell.status === "published" ? place.cell : null;
  const words =
    known === null ? statusWord(scribe.t, place.cell.status) : scribe.numbers.estimate(known, measure.digits);
  return (
    <>
      <Letters
        x={narrow ? rate.left + 5 : rate.left - 8}
        y={narrow ? start + 13 : y + 4}
        size={size}
        anchor={narrow ? "start" : "end"}
        weight={narrow ? 600 : 400}
        fill={palette.ink}
        {...(narrow ? { rim: palette.ground } : {})}
      >
        {nameOf(place)}
      </Letters>
      <Letters
        x={narrow ? width : layout.values}
        y={narrow ? start + 13 : y + 4}
        size={12}
        anchor="end"
        fill={palette.ink}
        {...(narrow ? { rim: palette.ground } : {})}
      >
        {words}
      </Letters>
      {known === null ? (
        place.cell.status !== "published" && (
          <rect
            x={rate.left}
            y={y - 5}
            width={rate.right - rate.left}
            height="10"
            fill={hatch(surface, place.cell.status)}
          />
        )
      ) : (
        <Whisker y={y} {...scaled(known, rate.at)} colour={palette.first} />
      )}
      {rank !== null && place.rank !== undefined && (
        <Whisker y={y} {...scaled(place.rank, rank.at)} colour={palette.second} hollow={palette.ground} />
      )}
    </>
  );
}

function scaled({ value, lower, upper }: Estimate, at: Scale) {
  return { value: at(value), lower: lower === null ? null : at(lower), upper: upper === null ? null : at(upper) };
}
