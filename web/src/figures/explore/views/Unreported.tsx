/** Signs that injuries are not reported, each under the sentence that it rests on. For inspectors and analysts. */
import { Table as Grid } from "@mantine/core";
import type { ReactNode } from "react";
import type { Signs } from "../../../api/figures";
import { Answered } from "../../../work/Answered";
import { useScribe } from "../../charts/frame/words";
import classes from "../Explore.module.css";
import type { Filters } from "../filters";
import { keyName, periodWord, placeName, sourceNames } from "../names";
import { useFigures } from "./useFigures";

export function Unreported({ filters: { period } }: { readonly filters: Filters }) {
  const query = useFigures(["unreported", period], (api) => api.underReporting(period));
  return <Answered query={query}>{(signs) => <Shown signs={signs} />}</Answered>;
}

function Shown({ signs }: { readonly signs: Signs }) {
  const { t } = useScribe();
  return (
    <div className={classes.pictures}>
      <header>
        <h2>
          {t("unreported-title")}, {periodWord(t, signs.period)}
        </h2>
        <p className={classes.lead}>{t("unreported-lead")}</p>
      </header>
      <Anchored signs={signs} />
      <Silent signs={signs} />
      <SilentEmployers signs={signs} />
      <Captured signs={signs} />
      <Stalled signs={signs} />
      <Unequal signs={signs} />
    </div>
  );
}

interface PanelProps {
  readonly name: string;
  readonly assumption: string;
  readonly children: ReactNode;
}

function Panel({ name, assumption, children }: PanelProps) {
  const { t } = useScribe();
  const title = t(`unreported-${name}`);
  return (
    <section className={classes.panel} aria-label={title} data-sign={name}>
      <h2>{title}</h2>
      <p className={classes.assumption}>
        <strong>{t("unreported-assumption")}:</strong> {assumption}
      </p>
      {children}
    </section>
  );
}

interface RowsProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** The first column names the row. */
function Rows({ columns, rows }: RowsProps) {
  const { t } = useScribe();
  if (rows.length === 0) return <p className={classes.lead}>{t("unreported-nothing")}</p>;
  const label = columns.map((column) => t(`unreported-column-${column}`)).join(", ");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys
    <section className={classes.scroller} tabIndex={0} aria-label={label}>
      <Grid className={classes.table}>
        <Grid.Thead>
          <Grid.Tr>
            {columns.map((column, index) => (
              <Grid.Th key={column} ta={index === 0 ? "left" : "right"}>
                {t(`unreported-column-${column}`)}
              </Grid.Th>
            ))}
          </Grid.Tr>
        </Grid.Thead>
        <Grid.Tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer do not move
            <Grid.Tr key={line}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <Grid.Th key={columns[index]} scope="row" fw={400}>
                    {cell}
                  </Grid.Th>
                ) : (
                  <Grid.Td key={columns[index]} ta="right">
                    {cell}
                  </Grid.Td>
                ),
              )}
            </Grid.Tr>
          ))}
        </Grid.Tbody>
      </Grid>
    </section>
  );
}

interface SignsProps {
  readonly signs: Signs;
}

function Anchored({ signs: { fatal_anchored: sign } }: SignsProps) {
  const { t, numbers } = useScribe();
  return (
    <Panel name="anchored" assumption={sign.assumption}>
      <Rows
        columns={["section", "fatal", "reported", "expected", "p", "stands-out", "ratio"]}
        rows={sign.found.map((one) => [
          keyName(t, "section", one.section),
          numbers.whole(one.fatal),
          numbers.whole(one.non_fatal),
          numbers.estimate({ value: one.expected, lower: one.lower, upper: one.upper }, 0),
          small(numbers.fixed, one.p_adjusted),
          <Yes key="yes" yes={one.stands_out} />,
          t(one.reference.section === null ? "unreported-ratio-all" : "unreported-ratio-own", {
            ratio: numbers.whole(Math.round(one.ratio)),
            period: periodWord(t, one.reference.period),
          }),
        ])}
      />
      <Sources named={sign.found.map((one) => one.reference.source)} />
    </Panel>
  );
}

/** Where the ratios were published, each place once. */
function Sources({ named }: { readonly named: readonly string[] }) {
  const { t } = useScribe();
  if (named.length === 0) return null;
  const sources = [...new Set(named)].join("; ");
  return <p className={classes.lead}>{t("unreported-ratio-sources", { sources })}</p>;
}

function Silent({ signs: { silent_regions: sign } }: SignsProps) {
  const { t, numbers } = useScribe();
  return (
    <Panel name="silent" assumption={sign.assumption}>
      <Rows
        columns={["place", "expected", "p"]}
        rows={sign.found.map((one) => [
          placeName(t, one.code),
          numbers.fixed(one.expected, 1),
          small(numbers.fixed, one.p_adjusted),
        ])}
      />
    </Panel>
  );
}

/** Only an inspector is answered. */
function SilentEmployers({ signs: { silent_employers: sign } }: SignsProps) {
  const { numbers } = useScribe();
  if (sign === undefined || sign === null) return null;
  return (
    <Panel name="silent-employers" assumption={sign.assumption}>
      <Rows
        columns={["employer", "before", "expected-now", "p"]}
        rows={sign.found.map((one) => [
          one.employer,
          numbers.whole(one.before),
          numbers.fixed(one.expected, 1),
          small(numbers.fixed, one.p_adjusted),
        ])}
      />
    </Panel>
  );
}

function Captured({ signs: { capture: sign } }: SignsProps) {
  const { t, numbers } = useScribe();
  const { found } = sign;
  return (
    <Panel name="capture" assumption={sign.assumption}>
      {found === null ? (
        <p className={classes.lead}>{t("unreported-capture-few")}</p>
      ) : (
        <>
          <p className={classes.lead}>
            {t("unreported-listed", { listed: numbers.whole(found.listed) })} {t(agreement(found.pairs_agree))}
          </p>
          <Rows
            columns={["sources", "estimate"]}
            rows={found.pairs.map(({ sources, population: value, lower, upper, reason }) => [
              sourceNames(t, sources),
              value === null || lower === null || upper === null
                ? t(`unreported-not-estimable-${reason ?? "no-overlap"}`)
                : numbers.estimate({ value, lower, upper }, 0),
            ])}
          />
        </>
      )}
    </Panel>
  );
}

function agreement(agree: boolean | null): string {
  if (agree === null) return "unreported-pairs-unknown";
  return agree ? "unreported-pairs-agree" : "unreported-pairs-differ";
}

function Stalled({ signs: { stalled: sign } }: SignsProps) {
  const { t, numbers } = useScribe();
  return (
    <Panel name="stalled" assumption={sign.assumption}>
      <Rows
        columns={["place", "from", "to", "count", "chance"]}
        rows={sign.found.map((one) => [
          placeName(t, one.code),
          periodWord(t, one.from),
          periodWord(t, one.to),
          numbers.whole(one.count),
          small(numbers.fixed, one.p),
        ])}
      />
    </Panel>
  );
}

function Unequal({ signs: { unequal: sign } }: SignsProps) {
  const { t, numbers } = useScribe();
  return (
    <Panel name="unequal" assumption={sign.assumption}>
      <Rows
        columns={["series", "period", "sum", "whole"]}
        rows={sign.found.map((one) => [
          one.series,
          periodWord(t, one.period),
          numbers.whole(one.sum),
          numbers.whole(one.whole),
        ])}
      />
    </Panel>
  );
}

/** A p-value below a thousandth is no more worth than that. */
function small(fixed: (value: number, digits: number) => string, p: number): string {
  return p < 0.001 ? `< ${fixed(0.001, 3)}` : fixed(p, 3);
}

function Yes({ yes }: { readonly yes: boolean }) {
  const { t } = useScribe();
  return yes ? <span className={classes.out}>▲ {t("explore-yes")}</span> : t("explore-no");
}
