/** By month or quarter: the year of the period and the year before it; five years by quarter. What late reports will add to the
 * last of them is drawn as a band; below stands how the period compares with other years. */
import type { Foreseen, Table } from "../../../api/figures";
import { Answered } from "../../../work/Answered";
import { useScribe } from "../../charts/frame/words";
import { TrendChart } from "../../charts/TrendChart";
import classes from "../Explore.module.css";
import { type Filters, yearOf } from "../filters";
import { isOver, recentOf, trendOf, withNowcasts } from "../shapes";
import { Change } from "./Change";
import { countsSource, Nothing } from "./parts";
import { useFigures } from "./useFigures";

const YEARS = { month: 2, quarter: 5 } as const;

/** So many of the last months or quarters are asked for: late reports of older ones are few. */
const NOWCASTS = { month: 6, quarter: 3 } as const;

interface Shown {
  readonly tables: readonly Table[];
  readonly nowcasts: ReadonlyMap<string, Foreseen | null>;
}

export function OverTime({ filters }: { readonly filters: Filters }) {
  const { period, fatal, steps } = filters;
  const last = Number(yearOf(period));
  const years = Array.from({ length: YEARS[steps] }, (_, index) => String(last - YEARS[steps] + 1 + index));
  const measures = fatal ? "fatal-incidence-100000" : "incidence";
  const query = useFigures(["time", years, steps, fatal], async (api): Promise<Shown> => {
    const tables = await Promise.all(years.map((year) => api.table({ period: year, by: steps, measures })));
    const periods = trendOf(tables, fatal).map((point) => point.period);
    const outcome = fatal ? "fatal" : undefined;
    const recent = recentOf(periods, new Date(), NOWCASTS[steps]);
    const foreseen = await Promise.all(
      recent.map(async (period) => [period, await api.nowcast({ period, outcome })] as const),
    );
    return { tables, nowcasts: new Map(foreseen) };
  });
  return (
    <div className={classes.pictures}>
      <Answered query={query}>{(shown) => <Picture {...shown} fatal={fatal} years={years} />}</Answered>
      <Change filters={filters} />
    </div>
  );
}

interface Props extends Shown {
  readonly fatal: boolean;
  readonly years: readonly string[];
}

function Picture({ tables, nowcasts, fatal, years }: Props) {
  const scribe = useScribe();
  const { t } = scribe;
  const today = new Date();
  const all = trendOf(tables, fatal);
  const over = all.filter(({ period }) => isOver(period, today));
  const points = withNowcasts(over, nowcasts);
  if (points.length === 0) return <Nothing />;
  const span = `${years[0]}–${years.at(-1)}`;
  const name = t(fatal ? "explore-deaths" : "explore-injuries");
  return (
    <div className={classes.pictures}>
      <TrendChart
        title={t(fatal ? "explore-trend-fatal" : "explore-trend")}
        subtitle={over.length === all.length ? span : t("explore-over-only", { years: span })}
        source={countsSource(scribe, tables[0]?.total.interval.level ?? 0.95)}
        fileName={`saqta-time-${years[0]}-${years.at(-1)}`}
        measure={{ name, digits: 0 }}
        series={[{ name, points }]}
      />
    </div>
  );
}
