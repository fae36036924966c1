/** Counts by week. A week that stands out is filled; it is a reason to look, not a finding. */
import { dayText } from "../../common/times";
import type { Heading } from "../charts/data";
import { Figure } from "../charts/frame/Figure";
import type { FigureTable } from "../charts/frame/table";
import { type Scribe, useScribe } from "../charts/frame/words";
import { drawWeeks } from "./drawWeeks";

export interface Week {
  /** `2025-03-03` */
  readonly monday: string;
  readonly count: number;
  /** By which rules it stands out: `c1`, `c2`, `c3`, `cusum`. */
  readonly alarms: readonly string[];
}

interface Props extends Heading {
  readonly weeks: readonly Week[];
  /** The weekly count that is usual; null where too little is known. */
  readonly usual: number | null;
}

export function WeekBars({ weeks, usual, ...heading }: Props) {
  const scribe = useScribe();
  return (
    <Figure
      {...heading}
      says={weeksSay(scribe, weeks)}
      notes={[scribe.t("watch-note")]}
      draw={(surface) => drawWeeks(surface, { weeks, usual, scribe })}
      table={weeksTable(scribe, weeks)}
    />
  );
}

export function weekWords({ t, numbers, language }: Scribe, { monday, count, alarms }: Week): string {
  const said = t("watch-week", { day: dayText(monday, language), count: numbers.whole(count) });
  return alarms.length === 0 ? said : `${said} (${rulesOf(alarms)})`;
}

export function rulesOf(alarms: readonly string[]): string {
  return alarms.map((rule) => rule.toUpperCase()).join(", ");
}

function weeksSay({ t, numbers }: Scribe, weeks: readonly Week[]): string {
  const out = weeks.filter(({ alarms }) => alarms.length > 0).length;
  const all = numbers.whole(weeks.length);
  return out === 0 ? t("watch-says-none", { weeks: all }) : t("watch-says", { weeks: all, out: numbers.whole(out) });
}

function weeksTable({ t, numbers, language }: Scribe, weeks: readonly Week[]): FigureTable {
  return {
    columns: [
      { id: "monday", label: t("watch-column-week"), names: true },
      { id: "count", label: t("watch-column-count"), numeric: true },
      { id: "signals", label: t("watch-column-signals") },
    ],
    rows: weeks.map(({ monday, count, alarms }) => [
      { raw: monday, text: dayText(monday, language) },
      { raw: count, text: numbers.whole(count) },
      alarms.length === 0 ? null : { raw: alarms.join(" "), text: rulesOf(alarms) },
    ]),
  };
}
