/** A period beside those of other years, as a table. What cannot be told from chance is said to be that. */
import { Table as Grid } from "@mantine/core";
import type { Compared, Course, OverTime, Side } from "../../../api/figures";
import { Answered } from "../../../work/Answered";
import { type Scribe, useScribe } from "../../charts/frame/words";
import classes from "../Explore.module.css";
import type { DIMENSIONS, Filters } from "../filters";
import { keyName, periodWord } from "../names";
import { countChangeOf, percentOf } from "../shapes";
import { useFigures } from "./useFigures";

/** Stretches of time are compared already. */
const NOT_BY: readonly string[] = ["month", "quarter"];

interface Props {
  readonly filters: Filters;
  /** A row for each code; left out: the three comparisons of all together. */
  readonly by?: (typeof DIMENSIONS)[number];
}

export function Change({ filters: { period, fatal }, by }: Props) {
  const measure = fatal ? "fatal-incidence-100000" : "incidence";
  const query = useFigures(["change", period, by, measure], (api) => api.change({ period, by, measure }));
  if (by !== undefined && NOT_BY.includes(by)) return null;
  return <Answered query={query}>{(change) => <Shown change={change} by={by} />}</Answered>;
}

const COLUMNS = ["before", "now", "change", "p", "verdict"] as const;

interface Line {
  readonly id: string;
  readonly name: string;
  readonly course: Course;
}

function Shown({ change, by }: { readonly change: OverTime; readonly by: Props["by"] }) {
  const scribe = useScribe();
  const { t } = scribe;
  const title = `${t("change-title")}, ${periodWord(t, change.period)}`;
  return (
    <section className={classes.panel} aria-label={title} data-testid="change">
      <h2>{title}</h2>
      {!change.is_over && <p className={classes.lead}>{t("change-running")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys */}
      <section className={classes.scroller} tabIndex={0} aria-label={title}>
        <Grid className={classes.table}>
          <Grid.Thead>
            <Grid.Tr>
              <Grid.Th>{t(by === undefined ? "change-column-with" : `explore-by-${by}`)}</Grid.Th>
              {COLUMNS.map((column) => (
                <Grid.Th key={column} ta={column === "verdict" ? "left" : "right"}>
                  {column === "p" && by !== undefined ? t("unreported-column-p") : t(`change-column-${column}`)}
                </Grid.Th>
              ))}
            </Grid.Tr>
          </Grid.Thead>
          <Grid.Tbody>
            {linesOf(change, by, scribe).map(({ id, name, course }) => (
              <Row key={id} name={name} course={course} scribe={scribe} adjusted={by !== undefined} />
            ))}
          </Grid.Tbody>
        </Grid>
      </section>
      <p className={classes.assumption}>{t("change-note")}</p>
    </section>
  );
}

function linesOf({ year_on_year, year_to_date, five_years }: OverTime, by: Props["by"], { t }: Scribe): Line[] {
  if (by !== undefined) {
    const counted = year_on_year.cells.filter(({ sides }) => sides.some(({ count }) => count > 0));
    return counted.map((course) => {
      const code = course.key[0] ?? null;
      return { id: code ?? "", name: keyName(t, by, code), course };
    });
  }
  const lines = [
    { id: "year", name: t("change-year"), course: year_on_year.total },
    { id: "to-date", name: t("change-to-date"), course: year_to_date.total },
    { id: "five", name: t("change-five"), course: five_years.total },
  ];
  // From January on, the year to date is the period itself.
  return year_to_date.periods.at(-1) === year_on_year.periods.at(-1)
    ? lines.filter(({ id }) => id !== "to-date")
    : lines;
}

interface RowProps {
  readonly name: string;
  readonly course: Course;
  readonly scribe: Scribe;
  readonly adjusted: boolean;
}

function Row({ name, course: { sides, of, compared }, scribe: { t, numbers }, adjusted }: RowProps) {
  const now = sides.at(-1);
  const before = sides.slice(0, -1);
  const p = compared === null ? null : adjusted ? compared.p_adjusted : compared.p.exact_conditional;
  return (
    <Grid.Tr>
      <Grid.Th scope="row" fw={400}>
        {name}
      </Grid.Th>
      <Grid.Td ta="right">
        <Sides sides={before} of={of} scribe={{ t, numbers }} />
      </Grid.Td>
      <Grid.Td ta="right">
        <Sides sides={now === undefined ? [] : [now]} of={of} scribe={{ t, numbers }} />
      </Grid.Td>
      <Grid.Td ta="right">
        {compared === null ? (
          "–"
        ) : (
          <>
            {t(`change-is-of-${of}`, { change: changeText(compared, numbers) })}
            {of === "rates" && <CountChange sides={sides} scribe={{ t, numbers }} />}
          </>
        )}
      </Grid.Td>
      <Grid.Td ta="right">
        {p === null ? "–" : p < 0.001 ? `< ${numbers.fixed(0.001, 3)}` : numbers.fixed(p, 3)}
      </Grid.Td>
      <Grid.Td>
        {compared === null ? t("change-none") : t(compared.is_established ? "change-established" : "change-chance")}
      </Grid.Td>
    </Grid.Tr>
  );
}

type Words = Pick<Scribe, "t" | "numbers">;

interface SidesProps {
  readonly sides: readonly Side[];
  readonly of: Course["of"];
  readonly scribe: Words;
}

/** The counts, and below them the rates where these are compared. */
function Sides({ sides, of, scribe: { t, numbers } }: SidesProps) {
  if (sides.length === 0) return "–";
  const rates = sides.flatMap(({ rate }) => rate ?? []);
  const per = rates[0]?.per;
  return (
    <>
      {sides.map(({ count }) => numbers.whole(count)).join(" · ")}
      {of === "rates" && per !== undefined && (
        <div className={classes.besides}>
          {t("change-rates", {
            rates: rates.map(({ value }) => numbers.fixed(value, 3)).join(" · "),
            per: numbers.whole(per),
          })}
        </div>
      )}
    </>
  );
}

/** What the counts alone changed by: the public page compares these. */
function CountChange({ sides, scribe: { t, numbers } }: Omit<SidesProps, "of">) {
  const change = countChangeOf(sides.map(({ count }) => count));
  if (change === null) return null;
  return <div className={classes.besides}>{t("change-is-of-counts", { change: numbers.change(change) })}</div>;
}

function changeText(compared: Compared, numbers: Scribe["numbers"]): string {
  const change = percentOf(compared);
  if (change === null) return "–";
  const limits = numbers.interval(change, 0);
  return limits === "" ? numbers.change(change.value) : `${numbers.change(change.value)} (${limits})`;
}
