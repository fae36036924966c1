/** Rows of causes: the name, the bar with its interval, the numbers; the cumulative line runs down through the rows. */
import { Letters } from "../draw/parts";
import { linePath } from "../draw/path";
import { fromZero, type Scale } from "../draw/scale";
import { type Mark, NARROW, type Picture, type Surface } from "../draw/surface";
import { textWidth, wrap } from "../draw/text";
import type { Scribe } from "../frame/words";
import { type Step, shareWords } from "../ParetoChart";

export interface ParetoContent {
  readonly steps: readonly Step[];
  readonly scribe: Scribe;
}

interface Row {
  readonly step: Step;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
  /** The middle of the bar. */
  readonly bar: number;
}

interface Layout {
  readonly rows: readonly Row[];
  readonly x: Scale;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly narrow: boolean;
  readonly size: number;
}

const BAR = 16;
const TOP = 26;
const SHARES = [0, 20, 40, 60, 80, 100];

export function drawPareto(surface: Surface, content: ParetoContent): Picture {
  const { palette } = surface;
  const { t, numbers } = content.scribe;
  const layout = layOut(surface.width, content);
  const { rows, x, right, bottom } = layout;
  const marks = rows.map((row) => markOf(row, x, content));
  return {
    height: bottom + 42,
    marks,
    node: (
      <>
        {SHARES.map((share) => (
          <g key={share}>
            <path
              d={`M${x(share)},${TOP - 6}V${bottom}`}
              stroke={share === 0 ? palette.line : palette.grid}
              strokeWidth={share === 0 ? 1.4 : 1}
            />
            <Letters
              x={x(share)}
              y={bottom + 16}
              size={11}
              anchor={share === 0 ? "start" : share === 100 ? "end" : "middle"}
              fill={palette.soft}
            >
              {numbers.percent(share, 0)}
            </Letters>
          </g>
        ))}
        <Letters x={right} y={bottom + 35} size={12} anchor="end" fill={palette.soft}>
          {t("chart-pareto-axis")}
        </Letters>
        <Heads surface={surface} content={content} layout={layout} />
        <path
          d={linePath(rows.map((row) => ({ x: x(row.step.cumulative), y: stepY(row) })))}
          stroke={palette.second}
          strokeWidth="2"
          fill="none"
          strokeDasharray="6 3"
        />
        {rows.map((row, index) => {
          const mark = marks[index];
          return (
            mark !== undefined && (
              <g key={row.step.id} {...surface.mark(mark)}>
                <rect x={0} y={row.top} width={surface.width} height={row.height} fill="transparent" />
                <RowShape surface={surface} row={row} content={content} layout={layout} />
              </g>
            )
          );
        })}
        {rows.map((row) => (
          <CumulativeDot key={row.step.id} surface={surface} row={row} content={content} layout={layout} />
        ))}
      </>
    ),
  };
}

/** The cumulative share stands at the lower edge of its row, below the bar. */
const stepY = ({ bar }: Row) => bar + BAR / 2 + 7;

function layOut(width: number, { steps }: ParetoContent): Layout {
  const narrow = width < NARROW;
  const size = narrow ? 12 : 12.5;
  const nameWidth = narrow ? width - 96 : Math.min(250, Math.max(130, width * 0.27));
  const left = narrow ? 2 : nameWidth + 12;
  const right = narrow ? width - 4 : width - 190;
  let top = TOP;
  const rows = steps.map((step): Row => {
    const lines = wrap(step.name, nameWidth, size, 3);
    const text = lines.length * size * 1.25;
    const height = narrow ? text + BAR + 24 : Math.max(text + 12, BAR + 22);
    const row = { step, lines, top, height, bar: narrow ? top + text + 6 + BAR / 2 : top + height / 2 - 3 };
    top += height;
    return row;
  });
  return { rows, x: fromZero(100, left, right), left, right, bottom: top + 4, narrow, size };
}

function markOf({ step, bar }: Row, x: Scale, { scribe: { t, numbers } }: ParetoContent): Mark {
  const cases = t("chart-cases", { count: step.count, shown: numbers.whole(step.count) });
  const together = t("chart-pareto-together", { value: numbers.percent(step.cumulative) });
  const name = `${step.name}: ${cases}, ${shareWords(numbers, step.share)}; ${together}`;
  return { id: step.id, name, x: x(0), y: bar };
}

interface Drawn {
  readonly surface: Surface;
  readonly content: ParetoContent;
  readonly layout: Layout;
}

/** Columns of numbers beside the bars, where there is room for them. */
function columns(width: number) {
  return { count: width - 132, share: width - 66, cumulative: width };
}

function Heads({ surface: { palette, width }, content: { scribe }, layout }: Drawn) {
  if (layout.narrow) {
    return (
      <Letters x={width} y={12} size={11} anchor="end" fill={palette.soft}>
        {`${scribe.t("chart-column-count")} · ${scribe.t("chart-column-share")}`}
      </Letters>
    );
  }
  const at = columns(width);
  const heads = [
    [at.count, scribe.t("chart-column-count"), palette.soft],
    [at.share, scribe.t("chart-column-share"), palette.soft],
    [at.cumulative, scribe.t("chart-column-together"), palette.second],
  ] as const;
  return heads.map(([x, text, fill]) => (
    <Letters key={text} x={x} y={12} size={11.5} anchor="end" fill={fill}>
      {text}
    </Letters>
  ));
}

function RowShape({ surface, row, content, layout }: Drawn & { readonly row: Row }) {
  const { palette, width } = surface;
  const { numbers } = content.scribe;
  const { x, left, narrow, size } = layout;
  const { step, lines, bar } = row;
  const count = numbers.whole(step.count);
  const share = numbers.percent(step.share.value);
  const firstLine = narrow ? row.top + size : bar + size * 0.36 - ((lines.length - 1) * size * 1.25) / 2;
  const { lower, upper } = step.share;
  const at = columns(width);
  // On a phone the cumulative line runs behind the words.
  const rim = narrow ? { rim: palette.ground } : {};
  return (
    <>
      {lines.map((line, index) => (
        <Letters
          key={line}
          x={narrow ? 2 : left - 10}
          y={firstLine + index * size * 1.25}
          size={size}
          anchor={narrow ? "start" : "end"}
          fill={palette.ink}
          {...rim}
        >
          {line}
        </Letters>
      ))}
      <rect
        x={left}
        y={bar - BAR / 2}
        width={Math.max(0, x(step.share.value) - left)}
        height={BAR}
        fill={palette.first}
        fillOpacity={step.rest ? 0.45 : 1}
      />
      {lower !== null && upper !== null && (
        <g fill="none">
          <path d={whisker(x(lower), x(upper), bar)} stroke={palette.ground} strokeWidth="4" />
          <path d={whisker(x(lower), x(upper), bar)} stroke={palette.ink} strokeWidth="1.6" />
        </g>
      )}
      {narrow ? (
        <Letters x={width} y={row.top + size} size={size} weight={600} anchor="end" fill={palette.ink} {...rim}>
          {`${count} · ${share}`}
        </Letters>
      ) : (
        <>
          <Letters x={at.count} y={bar + 4.5} size={13} weight={600} anchor="end" fill={palette.ink}>
            {count}
          </Letters>
          <Letters x={at.share} y={bar + 4.5} size={12.5} anchor="end" fill={palette.ink}>
            {share}
          </Letters>
          <Letters x={at.cumulative} y={bar + 4.5} size={12.5} anchor="end" fill={palette.second}>
            {numbers.percent(step.cumulative)}
          </Letters>
        </>
      )}
    </>
  );
}

const whisker = (lower: number, upper: number, y: number) =>
  `M${lower},${y}H${upper}M${lower},${y - 4}v8M${upper},${y - 4}v8`;

function CumulativeDot({ surface: { palette, width }, content, layout, row }: Drawn & { readonly row: Row }) {
  const { numbers } = content.scribe;
  const x = layout.x(row.step.cumulative);
  const y = stepY(row);
  const text = numbers.percent(row.step.cumulative, 0);
  const fits = x + 8 + textWidth(text, 11, 600) <= width;
  return (
    <>
      <rect
        x={x - 3.6}
        y={y - 3.6}
        width="7.2"
        height="7.2"
        fill={palette.ground}
        stroke={palette.second}
        strokeWidth="1.8"
      />
      {layout.narrow && (
        <Letters
          x={fits ? x + 8 : x - 8}
          y={y + 4}
          size={11}
          weight={600}
          anchor={fits ? "start" : "end"}
          fill={palette.second}
          rim={palette.ground}
        >
          {text}
        </Letters>
      )}
    </>
  );
}
