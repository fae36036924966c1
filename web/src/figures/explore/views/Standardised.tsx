/**
 * Regions with their mix of activities set right: what is observed over what the country's rates lead one to expect, and
 * the rate as it would be with the country's mix.
 */
import { Refused } from "../../../api/client";
import type { StandardisedDirect, StandardisedIndirect, StandardisedRegion } from "../../../api/figures";
import { Answered } from "../../../work/Answered";
import type { Cell } from "../../charts/data";
import { type Scribe, useScribe } from "../../charts/frame/words";
import { IntervalBars, type RankedPlace } from "../../charts/IntervalBars";
import classes from "../Explore.module.css";
import type { Filters } from "../filters";
import { keyName, periodWord } from "../names";
import { useFigures } from "./useFigures";

type Why = "no-series" | "not-everywhere";

interface Shown {
  readonly direct: StandardisedDirect;
  readonly indirect: StandardisedIndirect;
}

export function Standardised({ filters: { period, fatal } }: { readonly filters: Filters }) {
  const measure = fatal ? "fatal-incidence-100000" : "incidence";
  const query = useFigures(["standardised", period, measure], async (api): Promise<Shown | Why> => {
    try {
      const [direct, indirect] = await Promise.all([
        api.standardisedDirect({ period, measure }),
        api.standardisedIndirect({ period, measure }),
      ]);
      return { direct, indirect };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Of one region or one site there is nothing to set right: whoever sees no more is told no more.
      if (error.status === 403) return "not-everywhere";
      if (error.problem.field === "denominator") return "no-series";
      throw error;
    }
  });
  return <Answered query={query}>{(shown) => <Told shown={shown} fatal={fatal} />}</Answered>;
}

interface ToldProps {
  readonly shown: Shown | Why;
  readonly fatal: boolean;
}

function Told({ shown, fatal }: ToldProps) {
  const { t } = useScribe();
  if (shown === "not-everywhere") return null;
  return (
    <section className={classes.pictures} aria-labelledby="standardised" data-testid="standardised">
      <header>
        <h2 id="standardised" className={classes.title}>
          {t("standardised-title")}
        </h2>
        <p className={classes.lead}>{t("standardised-lead")}</p>
      </header>
      {shown === "no-series" ? (
        <p className={classes.assumption}>{t("standardised-no-series")}</p>
      ) : (
        <>
          <Indirect found={shown.indirect} />
          <Direct found={shown.direct} fatal={fatal} />
        </>
      )}
    </section>
  );
}

function Indirect({ found }: { readonly found: StandardisedIndirect }) {
  const scribe = useScribe();
  const { t } = scribe;
  const { regions, period } = found;
  return (
    <IntervalBars
      title={t("standardised-indirect")}
      subtitle={periodWord(t, period)}
      source={sourceOf(scribe, found, "indirect")}
      fileName={`saqta-sir-${period}`}
      finding={standsOut(scribe, regions)}
      notes={[t("standardised-indirect-assumption"), ...leftOut(scribe, regions)]}
      measure={{ name: t("standardised-ratio"), digits: 2 }}
      whole={{ name: t("country"), estimate: { value: 1, lower: null, upper: null } }}
      more={[
        { id: "count", label: t("chart-column-count"), digits: 0 },
        { id: "expected", label: t("standardised-expected"), digits: 1 },
        { id: "p_adjusted", label: t("standardised-p"), digits: 3 },
      ]}
      places={regions.map((region) => ({
        ...named(t, region),
        cell: cellOf(region.ratio, region),
        more: [region.count, region.expected ?? null, region.p_adjusted ?? null],
      }))}
    />
  );
}

function Direct({ found, fatal }: { readonly found: StandardisedDirect; readonly fatal: boolean }) {
  const scribe = useScribe();
  const { t } = scribe;
  const { regions, period, standard } = found;
  const digits = fatal ? 2 : 3;
  return (
    <IntervalBars
      title={t("standardised-direct")}
      subtitle={periodWord(t, period)}
      source={sourceOf(scribe, found, "direct")}
      fileName={`saqta-standardised-${period}`}
      notes={[t("standardised-direct-assumption"), ...leftOut(scribe, regions)]}
      measure={{ name: t(fatal ? "explore-measure-fatal" : "explore-measure-incidence"), digits }}
      {...(standard.crude === null
        ? {}
        : { whole: { name: t("country"), estimate: { value: standard.crude, lower: null, upper: null } } })}
      more={[
        { id: "count", label: t("chart-column-count"), digits: 0 },
        { id: "crude", label: t("standardised-crude"), digits },
      ]}
      places={regions.map((region) => ({
        ...named(t, region),
        cell: cellOf(region.rate, region),
        more: [region.count, region.crude ?? null],
      }))}
    />
  );
}

function named(t: Scribe["t"], { code }: StandardisedRegion): Pick<RankedPlace, "id" | "name" | "shortName"> {
  return { id: code, name: t(`region-${code}`), shortName: t(`region-${code}-short`) };
}

function cellOf(value: number | undefined, { lower, upper, count }: StandardisedRegion): Cell {
  if (value === undefined) return { status: "missing" };
  return { status: "published", value, lower: lower ?? null, upper: upper ?? null, count };
}

/** The regions that differ by more than chance, for having looked at all of them. */
function standsOut({ t, language }: Scribe, regions: StandardisedIndirect["regions"]): string {
  const established = regions.filter(({ is_established }) => is_established === true);
  const named = (of: StandardisedIndirect["regions"]) =>
    new Intl.ListFormat(language).format(of.map(({ code }) => t(`region-${code}`)));
  const above = established.filter(({ ratio = 1 }) => ratio > 1);
  const below = established.filter(({ ratio = 1 }) => ratio < 1);
  const said = [
    ...(above.length === 0 ? [] : [t("standardised-above", { regions: named(above) })]),
    ...(below.length === 0 ? [] : [t("standardised-below", { regions: named(below) })]),
  ];
  return said.length === 0 ? t("standardised-none-stands-out") : said.join(" ");
}

/** What is in no figure, and which activities nobody counts the employees of. */
function leftOut({ t, numbers, language }: Scribe, regions: readonly StandardisedRegion[]): readonly string[] {
  const unplaced = regions.reduce((sum, region) => sum + region.unplaced, 0);
  const missing = new Set(regions.flatMap((region) => region.missing));
  const sections = [...missing].sort().map((code) => keyName(t, "section", code));
  return [
    ...(unplaced === 0 ? [] : [t("standardised-unplaced", { count: unplaced, shown: numbers.whole(unplaced) })]),
    ...(sections.length === 0
      ? []
      : [t("standardised-missing", { activities: new Intl.ListFormat(language).format(sections) })]),
  ];
}

/** Whose employees, against whose, how sure: what a figure is worth nothing without. */
function sourceOf({ t, numbers }: Scribe, found: StandardisedDirect | StandardisedIndirect, method: string): string {
  const level = found.regions.find((region) => region.level !== undefined)?.level ?? 0.95;
  return t("standardised-source", {
    denominator: found.denominator?.id ?? "–",
    standard: found.standard.denominator?.id ?? "–",
    level: numbers.percent(100 * level, 0),
    method,
  });
}
