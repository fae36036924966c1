/** Counts and rates by one dimension, as a table. Every rate says its denominator and whether it is scaled to a year. */
import { Button, Table as Grid, Group } from "@mantine/core";
import type { Rate, Table, Tally } from "../../../api/figures";
import { download, toCsv } from "../../../common/csv";
import { Answered } from "../../../work/Answered";
import { type Scribe, useScribe } from "../../charts/frame/words";
import classes from "../Explore.module.css";
import type { Filters } from "../filters";
import { keyName, periodWord } from "../names";
import { Change } from "./Change";
import { Nothing } from "./parts";
import { useFigures } from "./useFigures";

export function Crossed({ filters }: { readonly filters: Filters }) {
  const { period, by, annualise } = filters;
  const query = useFigures(["table", period, by, annualise], (api) =>
    api.table({ period, by, measures: "incidence", annualise }),
  );
  return (
    <div className={classes.pictures}>
      <Answered query={query}>{(table) => <Shown table={table} by={by} />}</Answered>
      <Change filters={{ ...filters, fatal: false }} by={by} />
    </div>
  );
}

const COLUMNS = [
  "count",
  "interval",
  "fatal",
  "severe",
  "days",
  "rate",
  "interval",
  "denominator",
  "annualised",
] as const;

function Shown({ table, by }: { readonly table: Table; readonly by: string }) {
  const scribe = useScribe();
  const { t } = scribe;
  const { cells, total, period } = table;
  if (total.count === 0) return <Nothing />;
  const title = `${t("explore-injuries")}: ${t(`explore-by-${by}`)}, ${periodWord(t, period)}`;
  return (
    <section className={classes.panel} aria-label={title}>
      <Group justify="space-between" mb="xs">
        <h2>{title}</h2>
        <Group gap="xs" className="no-print">
          <Button size="xs" variant="default" onClick={() => download(`saqta-${by}-${period}.csv`, csvOf(table))}>
            {t("export-csv")}
          </Button>
          <Button size="xs" variant="default" onClick={() => print()}>
            {t("print")}
          </Button>
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys */}
      <section className={classes.scroller} tabIndex={0} aria-label={title}>
        <Grid className={classes.table} highlightOnHover>
          <Grid.Thead>
            <Grid.Tr>
              <Grid.Th>{t(`explore-by-${by}`)}</Grid.Th>
              {COLUMNS.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns are intervals
                <Grid.Th key={index} ta={index < 7 ? "right" : "left"}>
                  {t(`explore-column-${column}`)}
                </Grid.Th>
              ))}
            </Grid.Tr>
          </Grid.Thead>
          <Grid.Tbody>
            {cells.map((cell) => (
              <Row key={cell.key[0] ?? ""} name={keyName(t, by, cell.key[0] ?? null)} cell={cell} scribe={scribe} />
            ))}
            <Row name={t("explore-all")} cell={total} scribe={scribe} whole />
          </Grid.Tbody>
        </Grid>
      </section>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly cell: Tally;
  readonly scribe: Scribe;
  readonly whole?: boolean;
}

function Row({ name, cell, scribe: { t, numbers }, whole = false }: RowProps) {
  const rate: Rate | undefined = cell.rates[0];
  const limits = (lower: number, upper: number, digits: number) => numbers.interval({ value: 0, lower, upper }, digits);
  return (
    <Grid.Tr fw={whole ? 650 : 400}>
      <Grid.Th scope="row" fw="inherit">
        {name}
      </Grid.Th>
      <Grid.Td ta="right">{numbers.whole(cell.count)}</Grid.Td>
      <Grid.Td ta="right">{limits(cell.interval.lower, cell.interval.upper, 0)}</Grid.Td>
      <Grid.Td ta="right">{numbers.whole(cell.fatal)}</Grid.Td>
      <Grid.Td ta="right">{numbers.whole(cell.severe)}</Grid.Td>
      <Grid.Td ta="right">{numbers.whole(cell.days_lost)}</Grid.Td>
      <Grid.Td ta="right">{rate === undefined ? "–" : numbers.fixed(rate.value, 3)}</Grid.Td>
      <Grid.Td ta="right">{rate === undefined ? "–" : limits(rate.lower, rate.upper, 3)}</Grid.Td>
      <Grid.Td>
        {rate === undefined ? "–" : `${rate.denominator}${rate.prorated ? ` (${t("explore-scale-part")})` : ""}`}
      </Grid.Td>
      <Grid.Td>{rate === undefined ? "–" : t(rate.annualised ? "explore-yes" : "explore-no")}</Grid.Td>
    </Grid.Tr>
  );
}

/** Codes and unrounded numbers; the header is the same in every language. */
export function csvOf({ by, cells, total, period }: Table): string {
  const head = [
    "period",
    by[0] ?? "by",
    "count",
    "count_lower",
    "count_upper",
    "fatal",
    "severe",
    "days_lost",
    "incidence",
    "incidence_lower",
    "incidence_upper",
    "per",
    "denominator",
    "exposure",
    "annualised",
    "level",
  ];
  const row = (key: string, { count, interval, fatal, severe, days_lost, rates: [rate] }: Tally) => [
    period,
    key,
    ...[count, interval.lower, interval.upper, fatal, severe, days_lost],
    ...(rate === undefined
      ? ["", "", "", "", "", "", "", interval.level]
      : [rate.value, rate.lower, rate.upper, rate.per, rate.denominator, rate.exposure, rate.annualised, rate.level]),
  ];
  const rows = [...cells.map((cell) => row(cell.key[0] ?? "", cell)), row("all", total)];
  return toCsv([head, ...rows.map((cells) => cells.map(String))]);
}
