/** By month or quarter: the year of the period and the year before it; five years by quarter. */
import type { Table } from "../../../api/figures";
import { Answered } from "../../../work/Answered";
import { useScribe } from "../../charts/frame/words";
import { TrendChart } from "../../charts/TrendChart";
import classes from "../Explore.module.css";
import { type Filters, yearOf } from "../filters";
import { trendOf } from "../shapes";
import { countsSource, Nothing } from "./parts";
import { useFigures } from "./useFigures";

const YEARS = { month: 2, quarter: 5 } as const;

export function OverTime({ filters: { period, fatal, steps } }: { readonly filters: Filters }) {
  const last = Number(yearOf(period));
  const years = Array.from({ length: YEARS[steps] }, (_, index) => String(last - YEARS[steps] + 1 + index));
  const measures = fatal ? "fatal-incidence-100000" : "incidence";
  const query = useFigures(["time", years, steps, fatal], (api) =>
    Promise.all(years.map((year) => api.table({ period: year, by: steps, measures }))),
  );
  return (
    <Answered query={query}>
      {(tables) => <Picture tables={tables} fatal={fatal} steps={steps} years={years} />}
    </Answered>
  );
}

interface Props {
  readonly tables: readonly Table[];
  readonly fatal: boolean;
  readonly steps: "month" | "quarter";
  readonly years: readonly string[];
}

function Picture({ tables, fatal, years }: Props) {
  const scribe = useScribe();
  const { t } = scribe;
  const points = trendOf(tables, fatal);
  if (points.length === 0) return <Nothing />;
  const name = t(fatal ? "explore-deaths" : "explore-injuries");
  return (
    <div className={classes.pictures}>
      <TrendChart
        title={t(fatal ? "explore-trend-fatal" : "explore-trend")}
        subtitle={`${years[0]}–${years.at(-1)}`}
        source={countsSource(scribe, tables[0]?.total.interval.level ?? 0.95)}
        fileName={`saqta-time-${years[0]}-${years.at(-1)}`}
        measure={{ name, digits: 0 }}
        series={[{ name, points }]}
      />
    </div>
  );
}
