/**
 * The heat map: hours run across on a wide screen and down on a phone. Beside the cells, the sums of each hour and each
 * day with their intervals, on axes from zero.
 */
import { type Cell, type Estimate, highest, type Measure } from "../data";
import { step } from "../draw/palette";
import { Hatches, hatch, Letters } from "../draw/parts";
import { ScaleBar } from "../draw/ScaleBar";
import { classOf, fromZero } from "../draw/scale";
import { type Mark, NARROW, type Picture, type Surface } from "../draw/surface";
import { textWidth } from "../draw/text";
import { cellWords, type Scribe, statusWord } from "../frame/words";
import { HOURS, hourName, WEEKDAYS } from "../HourHeatMap";

export interface HeatContent {
  readonly measure: Measure;
  readonly grid: readonly (readonly Cell[])[];
  readonly bounds: readonly number[];
  /** Empty where no sums are given. */
  readonly hours: readonly Estimate[];
  readonly weekdays: readonly Estimate[];
  readonly scribe: Scribe;
}

export interface HeatLayout {
  readonly narrow: boolean;
  readonly left: number;
  readonly top: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** How deep the margins beside and above the cells are. */
  readonly above: number;
  readonly beside: number;
  readonly height: number;
}

const LEGEND = 50;

export function heatLayout(width: number, content: HeatContent): HeatLayout {
  const narrow = width < NARROW;
  const days = Array.from({ length: WEEKDAYS }, (_, day) => content.scribe.t(`chart-weekday-short-${day + 1}`));
  const left = narrow ? 34 : 12 + Math.max(...days.map((day) => textWidth(day, 12)));
  const [across, down] = narrow ? [WEEKDAYS, HOURS] : [HOURS, WEEKDAYS];
  const { columns, rows } = marginsOf(content, narrow);
  const above = columns.length === 0 ? 0 : 70;
  const beside = rows.length === 0 ? 0 : (narrow ? 56 : 100) + widest(rows, content);
  const cell = { width: (width - left - beside - 2) / across, height: narrow ? 21 : 32 };
  const top = LEGEND + above + 20;
  return { narrow, left, top, cell, above, beside, height: Math.ceil(top + cell.height * down + 8) };
}

export function cellAt({ narrow, left, top, cell }: HeatLayout, day: number, hour: number) {
  const [column, row] = narrow ? [day, hour] : [hour, day];
  return { x: left + column * cell.width, y: top + row * cell.height, width: cell.width, height: cell.height };
}

export function drawHeat(surface: Surface, content: HeatContent): Picture {
  const layout = heatLayout(surface.width, content);
  const cells = content.grid.flatMap((row, day) =>
    row.map((cell, hour) => ({ cell, box: cellAt(layout, day, hour), mark: markOf(content, layout, day, hour) })),
  );
  return {
    height: layout.height,
    marks: cells.map(({ mark }) => mark),
    node: (
      <>
        <Hatches surface={surface} />
        <HeatLegend surface={surface} content={content} />
        <HeatNames surface={surface} content={content} layout={layout} />
        <Margins surface={surface} content={content} layout={layout} />
        {cells.map(({ cell, box, mark }) => (
          <g key={mark.id} {...surface.mark(mark)}>
            <HeatCell surface={surface} cell={cell} box={box} content={content} />
          </g>
        ))}
      </>
    ),
  };
}

function markOf(content: HeatContent, layout: HeatLayout, day: number, hour: number): Mark {
  const { scribe, measure, grid } = content;
  const cell = grid[day]?.[hour] ?? { status: "missing" };
  const { x, y, width, height } = cellAt(layout, day, hour);
  const name = `${scribe.t(`chart-weekday-${day + 1}`)}, ${hourName(hour)}: ${cellWords(scribe, cell, measure)}`;
  return { id: `${day}-${hour}`, name, x: x + width / 2, y: y + height / 2 };
}

interface CellProps {
  readonly surface: Surface;
  readonly content: HeatContent;
  readonly cell: Cell;
  readonly box: ReturnType<typeof cellAt>;
}

function HeatCell({ surface, content, cell, box }: CellProps) {
  const { palette } = surface;
  const { numbers } = content.scribe;
  const inner = { x: box.x + 0.75, y: box.y + 0.75, width: box.width - 1.5, height: box.height - 1.5 };
  if (cell.status !== "published") {
    return (
      <>
        <rect {...inner} fill={palette.ground} />
        <rect {...inner} fill={hatch(surface, cell.status)} stroke={palette.grid} strokeWidth="0.6" />
      </>
    );
  }
  const { fill, ink } = step(palette, classOf(cell.value, content.bounds), content.bounds.length - 1);
  const text = numbers.fixed(cell.value, content.measure.digits);
  return (
    <>
      <rect {...inner} fill={fill} />
      {textWidth(text, 11.5) <= inner.width && (
        <Letters x={box.x + box.width / 2} y={box.y + box.height / 2 + 4} size={11.5} anchor="middle" fill={ink}>
          {text}
        </Letters>
      )}
    </>
  );
}

interface Drawn {
  readonly surface: Surface;
  readonly content: HeatContent;
  readonly layout: HeatLayout;
}

function HeatNames({ surface: { palette }, content: { scribe }, layout }: Drawn) {
  const { narrow, left, top, cell } = layout;
  const across = (index: number) => left + (index + 0.5) * cell.width;
  const down = (index: number) => top + (index + 0.5) * cell.height + 4;
  const days = Array.from({ length: WEEKDAYS }, (_, day) => scribe.t(`chart-weekday-short-${day + 1}`));
  const hours = Array.from({ length: HOURS }, (_, hour) => String(hour).padStart(2, "0"));
  const hourRoom = textWidth("00", 11) + 4;
  const every = narrow || cell.width >= hourRoom ? 1 : 2;
  const [columns, rows] = narrow ? [days, hours] : [hours, days];
  return (
    <g>
      {columns.map((name, index) =>
        index % every === 0 ? (
          <Letters key={name} x={across(index)} y={top - 6} size={11} anchor="middle" fill={palette.soft}>
            {name}
          </Letters>
        ) : null,
      )}
      {rows.map((name, index) => (
        <Letters key={name} x={left - 8} y={down(index)} size={narrow ? 11 : 12} anchor="end" fill={palette.soft}>
          {name}
        </Letters>
      ))}
    </g>
  );
}

/** Sums of columns above, of rows at the right: bars with intervals, each with its number. */
function Margins({ surface: { palette, width }, content, layout }: Drawn) {
  const { numbers } = content.scribe;
  const { digits } = content.measure;
  const { left, top, cell, above, beside } = layout;
  const { columns, rows } = marginsOf(content, layout.narrow);
  const floor = top - 20;
  const up = fromZero(highest(columns), floor, floor - above + 18);
  const start = width - beside + 6;
  const end = width - 8 - widest(rows, content);
  const side = fromZero(highest(rows), start, end);
  const thick = { column: Math.min(cell.width * 0.66, 26), row: Math.min(cell.height * 0.6, 18) };
  return (
    <g>
      {columns.map(({ value, lower, upper }, index) => {
        const x = left + (index + 0.5) * cell.width;
        const text = numbers.fixed(value, digits);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours and days are their places
          <g key={index}>
            <rect
              x={x - thick.column / 2}
              y={up(value)}
              width={thick.column}
              height={floor - up(value)}
              fill={palette.step3}
            />
            {lower !== null && upper !== null && (
              <path
                d={`M${x},${up(lower)}V${up(upper)}M${x - 4},${up(lower)}h8M${x - 4},${up(upper)}h8`}
                stroke={palette.ink}
                strokeWidth="1.3"
                fill="none"
              />
            )}
            {textWidth(text, 11) <= cell.width && (
              <Letters x={x} y={up(upper ?? value) - 4} size={11} anchor="middle" fill={palette.soft}>
                {text}
              </Letters>
            )}
          </g>
        );
      })}
      {columns.length > 0 && (
        <path d={`M${left},${floor}h${columns.length * cell.width}`} stroke={palette.line} strokeWidth="1.2" />
      )}
      {rows.map(({ value, lower, upper }, index) => {
        const y = top + (index + 0.5) * cell.height;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours and days are their places
          <g key={index}>
            <rect x={start} y={y - thick.row / 2} width={side(value) - start} height={thick.row} fill={palette.step3} />
            {lower !== null && upper !== null && (
              <path
                d={`M${side(lower)},${y}H${side(upper)}M${side(lower)},${y - 4}v8M${side(upper)},${y - 4}v8`}
                stroke={palette.ink}
                strokeWidth="1.3"
                fill="none"
              />
            )}
            <Letters x={width - 2} y={y + 4} size={11} anchor="end" fill={palette.soft}>
              {numbers.fixed(value, digits)}
            </Letters>
          </g>
        );
      })}
      {rows.length > 0 && (
        <path d={`M${start},${top}v${rows.length * cell.height}`} stroke={palette.line} strokeWidth="1.2" />
      )}
    </g>
  );
}

function marginsOf({ hours, weekdays }: HeatContent, narrow: boolean) {
  return narrow ? { columns: weekdays, rows: hours } : { columns: hours, rows: weekdays };
}

function widest(estimates: readonly Estimate[], { scribe, measure }: HeatContent): number {
  return Math.max(0, ...estimates.map(({ value }) => textWidth(scribe.numbers.fixed(value, measure.digits), 11)));
}

function HeatLegend({ surface, content: { bounds, grid, measure, scribe } }: Omit<Drawn, "layout">) {
  const { palette } = surface;
  const { numbers, t } = scribe;
  const has = (status: Cell["status"]) => grid.some((row) => row.some((cell) => cell.status === status));
  const swatch = surface.width < NARROW ? 34 : 46;
  let x = (bounds.length - 1) * swatch + 28;
  const hatched = (["suppressed", "missing"] as const).filter(has).map((status) => {
    const placed = { status, x };
    x += 26 + textWidth(statusWord(t, status), 11.5) + 14;
    return placed;
  });
  return (
    <g>
      <ScaleBar surface={surface} name={measure.name} bounds={bounds} swatch={swatch} numbers={numbers} />
      {hatched.map(({ status, x: start }) => (
        <g key={status}>
          <rect
            x={start}
            y="18"
            width="20"
            height="13"
            fill={hatch(surface, status)}
            stroke={palette.line}
            strokeWidth="0.8"
          />
          <Letters x={start + 26} y={29} size={11.5} fill={palette.soft}>
            {statusWord(t, status)}
          </Letters>
        </g>
      ))}
    </g>
  );
}
