/** A bar for each week from zero; those that stand out filled and pointed at, the usual count as a dashed line. */
import { Letters, Triangle, ValueGrid } from "../charts/draw/parts";
import { fromZero, ticks } from "../charts/draw/scale";
import { type Mark, NARROW, type Picture, type Surface } from "../charts/draw/surface";
import { textWidth } from "../charts/draw/text";
import type { Scribe } from "../charts/frame/words";
import { type Week, weekWords } from "./WeekBars";

export interface WeeksContent {
  readonly weeks: readonly Week[];
  readonly usual: number | null;
  readonly scribe: Scribe;
}

const LEFT = 40;
const TOP = 18;
const SIZE = 11.5;

export function drawWeeks(surface: Surface, { weeks, usual, scribe }: WeeksContent): Picture {
  const { width, palette } = surface;
  const { t, numbers } = scribe;
  const bottom = width < NARROW ? 220 : 260;
  const right = width - 4;
  const marksAt = ticks(Math.max(usual ?? 0, ...weeks.map(({ count }) => count)), 5, true);
  const at = fromZero(marksAt.at(-1) ?? 1, bottom, TOP);
  const step = (right - LEFT) / Math.max(1, weeks.length);
  const bar = Math.max(1.5, step * 0.7);
  const middle = (index: number) => LEFT + (index + 0.5) * step;
  const marks = weeks.map((week, index): Mark => {
    return { id: week.monday, name: weekWords(scribe, week), x: middle(index), y: at(week.count) };
  });
  const node = (
    <>
      <ValueGrid ticks={marksAt} at={at} left={LEFT} right={right} say={numbers.whole} palette={palette} />
      {weeks.map((week, index) => {
        const mark = marks[index];
        if (mark === undefined) return null;
        const out = week.alarms.length > 0;
        return (
          <g key={week.monday} {...surface.mark(mark)}>
            <rect
              x={middle(index) - step / 2}
              y={TOP - 14}
              width={step}
              height={bottom - TOP + 14}
              fill="transparent"
            />
            <rect
              x={middle(index) - bar / 2}
              y={at(week.count)}
              width={bar}
              height={bottom - at(week.count)}
              fill={out ? palette.second : palette.wash}
              stroke={out ? palette.second : palette.first}
              strokeWidth="1.2"
            />
            {out && (
              <Triangle
                x={middle(index)}
                y={at(week.count) - 8}
                up={false}
                fill={palette.second}
                stroke={palette.second}
                size={8}
              />
            )}
          </g>
        );
      })}
      {usual !== null && (
        <>
          <path
            d={`M${LEFT},${at(usual)}H${right}`}
            stroke={palette.target}
            strokeWidth="1.3"
            strokeDasharray="6 4"
            fill="none"
          />
          <Letters x={right} y={at(usual) - 5} size={11.5} anchor="end" fill={palette.ink} rim={palette.ground}>
            {`${t("watch-usual")} ${numbers.fixed(usual, 1)}`}
          </Letters>
        </>
      )}
      <Months
        weeks={weeks}
        middle={middle}
        bottom={bottom}
        step={step}
        right={right}
        surface={surface}
        scribe={scribe}
      />
    </>
  );
  return { height: bottom + 26, marks, node };
}

/** A week belongs to the month that most of it lies in, as ISO 8601 has it for years. */
function monthOf(monday: string): number {
  return new Date(Date.parse(monday) + 3 * 86_400_000).getUTCMonth() + 1;
}

interface MonthsProps {
  readonly weeks: readonly Week[];
  readonly middle: (index: number) => number;
  readonly bottom: number;
  readonly step: number;
  readonly right: number;
  readonly surface: Surface;
  readonly scribe: Scribe;
}

/** The month stands under its first week; every other one where there is little room. */
function Months({ weeks, middle, bottom, step, right, surface: { palette }, scribe: { t } }: MonthsProps) {
  const months = weeks.map(({ monday }) => monthOf(monday));
  const starts = months.flatMap((month, index) => (months[index - 1] === month ? [] : [{ index, month }]));
  const every = step * 4.3 < 34 ? 2 : 1;
  const word = (month: number) => t(`chart-month-short-${month}`);
  return (
    <>
      {starts
        .filter((_, place) => place % every === 0)
        // What would run over the end is left out.
        .filter(({ index, month }) => middle(index) - step / 2 + textWidth(word(month), SIZE) <= right)
        .filter(({ index }, place, all) => place === 0 || index - (all[place - 1]?.index ?? 0) > 1)
        .map(({ index, month }) => (
          <g key={index}>
            <path d={`M${middle(index) - step / 2},${bottom}v5`} stroke={palette.line} fill="none" />
            <Letters x={middle(index) - step / 2} y={bottom + 18} size={SIZE} fill={palette.soft}>
              {word(month)}
            </Letters>
          </g>
        ))}
    </>
  );
}
