/** What counts and what does not: without it no figure is worth printing. */
import type { Denominator, Release } from "../../api/releases";
import { dayText } from "../../common/times";
import { type Scribe, useScribe } from "../charts/frame/words";
import classes from "./Public.module.css";
import { monthsOf, periodTitle } from "./periods";
import { levelWords } from "./shapes";

export function Counting({ release }: { readonly release: Release }) {
  const scribe = useScribe();
  const { t, numbers, language } = scribe;
  const { denominators, total, threshold } = release;
  return (
    <section aria-labelledby="counting" className={classes.section}>
      <h2 id="counting">{t("public-counting")}</h2>
      <dl className={classes.counting}>
        <dt>{t("public-counting-source")}</dt>
        <dd>{t("public-counting-source-detail", { counter: release.counter })}</dd>
        <dt>{t("public-counting-in")}</dt>
        <dd>{t("public-counting-in-detail")}</dd>
        <dt>{t("public-counting-over")}</dt>
        {denominators.length === 0 && <dd>{t("public-counting-none")}</dd>}
        {denominators.map((denominator) => (
          <dd key={denominator.id}>{denominatorWords(scribe, denominator)}</dd>
        ))}
        {total.rates.length > 0 && (
          <>
            <dt>{t("public-counting-rates")}</dt>
            <dd>{t(`public-counting-rates-${spanOf(release)}`)}</dd>
          </>
        )}
        <dt>{t("public-counting-intervals")}</dt>
        <dd>{t("public-counting-intervals-detail", { level: levelWords(numbers, total.count_interval.level) })}</dd>
        <dt>{t("public-counting-late")}</dt>
        <dd>{t("public-counting-late-detail", { asOf: dayText(release.as_of, language) })}</dd>
        {threshold > 1 && (
          <>
            <dt>{t("public-counting-small")}</dt>
            <dd>{t("public-counting-small-detail", { most: threshold - 1 })}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function denominatorWords({ t, numbers }: Scribe, { id, value, unit, period, source, counter, prorated }: Denominator) {
  const unitWords = UNITS.includes(unit) ? t(`public-unit-${unit}`) : unit;
  const said = t("public-counting-denominator", {
    id,
    value: numbers.upTo(value, 0),
    unit: unitWords,
    period: periodTitle(t, period),
    source,
    counter,
  });
  return prorated ? `${said} ${t("public-counting-prorated")}` : said;
}

const UNITS = ["employees", "employed", "hours"];

function spanOf({ total, period }: Release): "scaled" | "year" | "part" {
  if (total.rates.some(({ annualised }) => annualised)) return "scaled";
  const { first, last } = monthsOf(period);
  return last - first === 11 ? "year" : "part";
}
