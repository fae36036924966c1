/** The tables of a release: years, rates, and counts by one thing each. */

import type { Release, ReleaseRow, ReleaseTable, ReleaseYear } from "../../api/releases";
import { useWords } from "../../common/words";
import { type Scribe, useScribe } from "../charts/frame/words";
import { keyName } from "../explore/names";
import { Grid, type GridColumn, type GridRow } from "./Grid";
import classes from "./Public.module.css";
import { periodTitle } from "./periods";
import { roundUp, Strip } from "./Strip";
import { drawnBy, estimateOf, estimateOfRate, levelWords, rowsOf, topOf } from "./shapes";

const KNOWN = ["region", "section", "kind", "cause", "sex", "age", "month"];

export function Years({ release }: { readonly release: Release }) {
  const scribe = useScribe();
  const { t, numbers } = scribe;
  const { years, year_to_date, total } = release;
  const all: readonly ReleaseYear[] = year_to_date === null ? years : [...years, year_to_date];
  if (all.length < 2) return null;
  const level = levelWords(numbers, total.count_interval.level);
  const injured = roundUp(topOf(all.map((year) => estimateOf(year.count, year.count_interval))));
  const died = roundUp(topOf(all.map((year) => estimateOf(year.fatal, year.fatal_interval))));
  const columns: readonly GridColumn[] = [
    { id: "period", name: t("public-column-period") },
    { id: "injured", name: t("public-column-injured"), numeric: true },
    { id: "injured-interval", name: t("public-column-interval", { level }), numeric: true },
    { id: "injured-drawn", name: t("public-column-drawn", { top: numbers.whole(injured) }), drawn: true },
    { id: "died", name: t("public-column-died"), numeric: true },
    { id: "died-interval", name: t("public-column-interval", { level }), numeric: true },
    { id: "died-drawn", name: t("public-column-drawn", { top: numbers.whole(died) }), drawn: true },
  ];
  const rows = all.map((year): GridRow => {
    const counts = estimateOf(year.count, year.count_interval);
    const deaths = estimateOf(year.fatal, year.fatal_interval);
    const name = periodTitle(t, year.period);
    return {
      id: year.period,
      whole: year.period === release.period,
      cells: {
        period: year === year_to_date ? `${t("public-year-to-date")}: ${name}` : name,
        injured: numbers.whole(year.count),
        "injured-interval": numbers.interval(counts, 0),
        "injured-drawn": <Strip estimate={counts} from={0} to={injured} />,
        died: numbers.whole(year.fatal),
        "died-interval": numbers.interval(deaths, 0),
        "died-drawn": <Strip estimate={deaths} from={0} to={died} />,
      },
    };
  });
  return <Grid id="years" caption={t("public-years")} columns={columns} rows={rows} wide />;
}

export function Rates({ release }: { readonly release: Release }) {
  const { t, numbers } = useScribe();
  const { rates } = release.total;
  if (rates.length === 0) return null;
  const columns: readonly GridColumn[] = [
    { id: "measure", name: t("public-column-measure") },
    { id: "value", name: t("public-column-rate-value"), numeric: true },
    {
      id: "interval",
      name: t("public-column-interval", { level: levelWords(numbers, rates[0]?.level ?? 0.95) }),
      numeric: true,
    },
    { id: "denominator", name: t("public-column-denominator") },
    { id: "scaled", name: t("public-column-scaled") },
  ];
  const rows = rates.map((rate): GridRow => {
    const digits = digitsOf(rate.value);
    return {
      id: rate.measure,
      cells: {
        measure: t(`public-measure-${rate.measure}`),
        value: numbers.fixed(rate.value, digits),
        interval: numbers.interval(estimateOfRate(rate), digits) || "–",
        denominator: rate.denominator,
        scaled: t(rate.annualised ? "explore-yes" : "explore-no"),
      },
    };
  });
  return <Grid id="rates" caption={t("public-rates")} columns={columns} rows={rows} wide />;
}

/** Enough decimals for three digits that say something. */
export function digitsOf(value: number): number {
  if (value <= 0) return 0;
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(value))));
}

export function ByTables({ release }: { readonly release: Release }) {
  return release.tables.filter(({ rows }) => rows.length > 0).map((table) => <By key={table.by} table={table} />);
}

function By({ table }: { readonly table: ReleaseTable }) {
  const scribe = useScribe();
  const { t, numbers } = scribe;
  const byRate = table.rows.some(({ incidence }) => incidence !== null);
  const rows = rowsOf(table);
  const top = roundUp(topOf(rows.map((row) => drawnBy(row, byRate))));
  const level = levelWords(numbers, rows.find((row) => row.count_interval !== null)?.count_interval?.level ?? 0.95);
  const interval = { name: t("public-column-interval", { level }), numeric: true };
  const columns: readonly GridColumn[] = [
    { id: "code", name: KNOWN.includes(table.by) ? t(`explore-by-${table.by}`) : table.by },
    { id: "injured", name: t("public-column-injured"), numeric: true },
    { id: "injured-interval", ...interval },
    { id: "died", name: t("public-column-died"), numeric: true },
    { id: "severe", name: t("public-column-severe"), numeric: true },
    ...(byRate
      ? [
          { id: "rate", name: t("public-column-rate"), numeric: true },
          { id: "rate-interval", ...interval },
        ]
      : []),
    {
      id: "drawn",
      name: t("public-column-drawn", { top: byRate ? numbers.upTo(top, 3) : numbers.whole(top) }),
      drawn: true,
    },
  ];
  return (
    <Grid
      id={table.by}
      caption={KNOWN.includes(table.by) ? t(`public-by-${table.by}`) : t("public-by-other", { code: table.by })}
      columns={columns}
      rows={rows.map((row) => lineOf(scribe, table.by, row, byRate, top))}
      wide={byRate}
    />
  );
}

function lineOf({ t, numbers }: Scribe, by: string, row: ReleaseRow, byRate: boolean, top: number): GridRow {
  const { code, count, count_interval, incidence } = row;
  const drawn = drawnBy(row, byRate);
  const whole = (value: number | null) => (value === null ? <Withheld /> : numbers.whole(value));
  const noRate = count === null ? <Withheld /> : t("chart-status-missing");
  return {
    id: code ?? "unknown",
    cells: {
      code: code === null ? t("public-not-known") : keyName(t, by, code),
      injured: whole(count),
      "injured-interval":
        count === null || count_interval === null ? (
          <Withheld />
        ) : (
          numbers.interval(estimateOf(count, count_interval), 0)
        ),
      died: whole(row.fatal),
      severe: whole(row.severe),
      rate: incidence === null ? noRate : numbers.fixed(incidence.value, 3),
      "rate-interval": incidence === null ? noRate : numbers.interval(estimateOfRate(incidence), 3) || "–",
      drawn: drawn === null ? null : <Strip estimate={drawn} from={0} to={top} />,
    },
  };
}

function Withheld() {
  const { t } = useWords();
  return <span className={classes.withheld}>{t("chart-status-suppressed")}</span>;
}
