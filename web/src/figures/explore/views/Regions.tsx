/** Regions: where they are, whether they differ by more than chance, how sure their order is. */
import { Alert } from "@mantine/core";
import type { Beside, Rate, Table } from "../../../api/figures";
import { Answered } from "../../../work/Answered";
import type { Estimate } from "../../charts/data";
import { FunnelPlot } from "../../charts/FunnelPlot";
import { useScribe } from "../../charts/frame/words";
import { IntervalBars } from "../../charts/IntervalBars";
import { RegionMap } from "../../charts/RegionMap";
import classes from "../Explore.module.css";
import type { Filters } from "../filters";
import { periodWord } from "../names";
import { countedPlaces, funnelOf, publishedRate, rankedPlaces, regionValues } from "../shapes";
import { Nothing, sourceOf, Total } from "./parts";
import { Standardised } from "./Standardised";
import { useFigures } from "./useFigures";

interface Shown {
  readonly table: Table;
  readonly beside: Beside;
}

export function Regions({ filters }: { readonly filters: Filters }) {
  const { period, fatal, widen, annualise } = filters;
  const measures = fatal ? "fatal-incidence-100000" : "incidence";
  const query = useFigures(["regions", period, fatal, widen, annualise], async (api): Promise<Shown> => {
    const [table, beside] = await Promise.all([
      api.table({ period, by: "region", measures, annualise }),
      api.regions({ period, fatal, widen }),
    ]);
    return { table, beside };
  });
  return <Answered query={query}>{(shown) => <Pictures {...shown} filters={filters} />}</Answered>;
}

function Pictures({ table, beside, filters }: Shown & { readonly filters: Filters }) {
  const { period, fatal } = filters;
  const scribe = useScribe();
  const { t } = scribe;
  if (table.total.count === 0) return <Nothing />;
  const country = table.total.rates[0];
  if (country === undefined) {
    return (
      <div className={classes.pictures}>
        <Total table={table} />
        <Alert color="yellow" title={t("explore-no-denominator")}>
          {t("explore-no-denominator-detail")}
        </Alert>
        <Counted table={table} period={period} />
      </div>
    );
  }
  return (
    <div className={classes.pictures}>
      <Total table={table} fatal={fatal} />
      <RegionMap
        title={t(fatal ? "explore-map-fatal" : "explore-map")}
        subtitle={periodWord(t, period)}
        source={sourceOf(scribe, country)}
        fileName={`saqta-regions-${period}`}
        measure={{ name: measureName(t, fatal), digits: fatal ? 2 : 3 }}
        period={period}
        regions={regionValues(table, beside, country.per)}
        country={publishedRate(country)}
      />
      {beside.units.length > 0 && <Compared beside={beside} rate={country} period={period} fatal={fatal} />}
      <Standardised filters={filters} />
    </div>
  );
}

/** Where nothing can be divided: the counts, each with its interval, and no order. */
function Counted({ table, period }: { readonly table: Table; readonly period: string }) {
  const { t } = useScribe();
  return (
    <IntervalBars
      title={t("explore-counted")}
      subtitle={periodWord(t, period)}
      source={t("explore-counted-source")}
      fileName={`saqta-counts-${period}`}
      measure={{ name: t("explore-column-count"), digits: 0 }}
      places={countedPlaces(table, (code) => t(`region-${code}`))}
    />
  );
}

function measureName(t: (id: string) => string, fatal: boolean): string {
  return t(fatal ? "explore-measure-fatal" : "explore-measure-incidence");
}

/** The country's rate in the period itself, with its interval, also where the rate asked for is scaled to a year. */
function wholeOf({ value, lower, upper }: Rate, target: number): Estimate {
  const scale = value === 0 ? 1 : target / value;
  return { value: target, lower: lower * scale, upper: upper * scale };
}

interface ComparedProps {
  readonly beside: Beside;
  readonly rate: Rate;
  readonly period: string;
  readonly fatal: boolean;
}

/** By the rate of the period itself: chance knows the counts, not what a year would bring. */
function Compared({ beside, rate, period, fatal }: ComparedProps) {
  const scribe = useScribe();
  const { t, numbers } = scribe;
  const { per, denominator } = rate;
  const name = (code: string, form?: "short" | "brief") =>
    t(form === undefined ? `region-${code}` : `region-${code}-${form}`);
  const funnel = funnelOf(beside, per, name);
  const measure = { name: measureName(t, fatal), digits: fatal ? 2 : 3 };
  const source = t("explore-funnel-source", {
    denominator,
    phi: numbers.fixed(beside.phi, 2),
    p: beside.phi_p < 0.001 ? `< ${numbers.fixed(0.001, 3)}` : numbers.fixed(beside.phi_p, 3),
  });
  return (
    <>
      <FunnelPlot
        title={t("explore-funnel")}
        subtitle={periodWord(t, period)}
        source={source}
        fileName={`saqta-funnel-${period}`}
        measure={measure}
        exposure={{ name: t("explore-exposure"), digits: 0 }}
        points={funnel.points}
        limits={funnel.limits}
        target={{ value: funnel.target, name: t("explore-target") }}
      />
      <IntervalBars
        title={t("explore-bars")}
        subtitle={periodWord(t, period)}
        source={sourceOf(scribe, { ...rate, annualised: false })}
        fileName={`saqta-order-${period}`}
        measure={measure}
        places={rankedPlaces(beside, per, name)}
        whole={{ name: t("country"), estimate: wholeOf(rate, funnel.target) }}
      />
    </>
  );
}
