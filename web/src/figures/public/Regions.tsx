/** The regions of a release: the map, and how sure their order is. */
import type { Release } from "../../api/releases";
import { useScribe } from "../charts/frame/words";
import { IntervalBars } from "../charts/IntervalBars";
import { RegionMap } from "../charts/RegionMap";
import classes from "./Public.module.css";
import { firstMonthOf, periodTitle } from "./periods";
import { estimateOf, estimateOfRate, hasRates, levelWords, perOf, placesOf, rateOf, regionsOf } from "./shapes";

export function Regions({ release }: { readonly release: Release }) {
  const { t, numbers } = useScribe();
  const { id, revision, period, total } = release;
  const byRate = hasRates(release);
  const rate = rateOf(total.rates, "incidence");
  const level = levelWords(numbers, total.count_interval.level);
  const source =
    byRate && rate !== undefined
      ? t("public-map-source", {
          id,
          revision,
          denominator: rate.denominator,
          annualised: rate.annualised ? "yes" : "no",
          level,
        })
      : t("public-map-source-counts", { id, revision, level });
  const measure = byRate ? { name: t("public-rate"), digits: 3 } : { name: t("public-injured"), digits: 0 };
  const country = byRate && rate !== undefined ? { country: estimateOfRate(rate) } : {};
  const name = (code: string, form?: "short" | "brief") =>
    t(form === undefined ? `region-${code}` : `region-${code}-${form}`);
  const perOne = release.regions === null ? 0 : release.regions.rate * perOf(release);
  const fileName = `saqta-${id}-r${revision}`;
  return (
    <section aria-labelledby="regions" className={classes.section}>
      <h2 id="regions">{t("public-regions")}</h2>
      <div className={classes.pictures}>
        <RegionMap
          title={t(byRate ? "public-map-rates" : "public-map-counts")}
          subtitle={periodTitle(t, period)}
          source={source}
          fileName={`${fileName}-map`}
          measure={measure}
          period={firstMonthOf(period)}
          regions={regionsOf(release)}
          {...country}
        />
        {byRate && rate !== undefined && (
          <IntervalBars
            title={t("explore-bars")}
            subtitle={periodTitle(t, period)}
            source={source}
            fileName={`${fileName}-order`}
            measure={measure}
            places={placesOf(release, name)}
            whole={{ name: t("country"), estimate: wholeOf(release, perOne) }}
          />
        )}
      </div>
    </section>
  );
}

/** The rate that all published regions have together; with the country's limits only where it is the country's. */
function wholeOf(release: Release, value: number) {
  const rate = rateOf(release.total.rates, "incidence");
  const same = rate !== undefined && Math.abs(rate.value - value) <= 1e-9 * value;
  return same
    ? estimateOf(value, { lower: rate.lower ?? value, upper: rate.upper ?? value, level: 0.95 })
    : bare(value);
}

const bare = (value: number) => ({ value, lower: null, upper: null });
