/** The country in four figures, each drawn with its interval; then what makes them up and what may still come. */
import type { ReactNode } from "react";
import type { Release, ReleaseChange, ReleaseRate } from "../../api/releases";
import type { Estimate } from "../charts/data";
import { useScribe } from "../charts/frame/words";
import type { Numbers } from "../charts/numbers";
import classes from "./Public.module.css";
import { roundUp, Strip } from "./Strip";
import { changeOf, estimateOf, estimateOfRate, levelWords, rateOf, topOf } from "./shapes";
import { Years } from "./Tables";

/** A release does not say the level of its changes: it is always this one. */
const CHANGE_LEVEL = 0.95;

export function KeyFigures({ release }: { readonly release: Release }) {
  const { t, numbers } = useScribe();
  const { total, nowcast, change, fatal_change } = release;
  const incidence = rateOf(total.rates, "incidence");
  const deaths = rateOf(total.rates, "fatal-incidence-100000");
  const level = levelWords(numbers, total.count_interval.level);
  return (
    <section aria-labelledby="numbers" className={classes.section}>
      <h2 id="numbers">{t("public-numbers")}</h2>
      <div className={classes.cards}>
        <Card
          id="injured"
          name={t("public-injured")}
          value={numbers.whole(total.count)}
          said={t("public-good-for", { range: rangeOf(numbers, total.count_interval, 0), level })}
          estimate={estimateOf(total.count, total.count_interval)}
          format={numbers.whole}
        />
        <Card
          id="died"
          name={t("public-died")}
          value={numbers.whole(total.fatal)}
          said={t("public-good-for", { range: rangeOf(numbers, total.fatal_interval, 0), level })}
          estimate={estimateOf(total.fatal, total.fatal_interval)}
          format={numbers.whole}
        >
          {deaths !== undefined && (
            <p>{`${t(`public-measure-${deaths.measure}`)}: ${rateWords(numbers, deaths, 2)}`}</p>
          )}
          {fatal_change !== null && <DiedBeside change={fatal_change} />}
        </Card>
        {incidence === undefined ? (
          <article className={classes.card}>
            <h3>{t("public-rate")}</h3>
            <p>{t("public-no-rate")}</p>
          </article>
        ) : (
          <RateCard rate={incidence} period={release.period} />
        )}
        <ChangeCard change={change} />
      </div>
      <p className={classes.small}>{t("public-explained")}</p>
      <dl className={classes.facts}>
        <Fact name={t("public-severe")} value={numbers.whole(total.severe)} />
        <Fact name={t("public-days")} value={numbers.whole(total.days_lost)} />
        {total.non_fatal_per_fatal !== null && (
          <Fact name={t("public-lived")} value={numbers.fixed(total.non_fatal_per_fatal, 1)} />
        )}
        {nowcast !== null && (
          <div className={classes.wide} data-testid="nowcast">
            <dt>{t("public-nowcast")}</dt>
            <dd>
              {nowcast.upper > total.count + 0.5 ? (
                <>
                  {t("public-interval", {
                    range: rangeOf(numbers, nowcast, 0),
                    level: levelWords(numbers, nowcast.level),
                  })}{" "}
                  <span className={classes.soft}>
                    {t("public-nowcast-share", { share: numbers.percent(100 * nowcast.completeness, 0) })}
                  </span>
                  <Strip
                    estimate={{ value: nowcast.total, lower: nowcast.lower, upper: nowcast.upper }}
                    from={0}
                    to={roundUp(nowcast.upper)}
                    format={numbers.whole}
                    expected
                  />
                </>
              ) : (
                <span className={classes.soft}>{t("public-nowcast-complete")}</span>
              )}
            </dd>
          </div>
        )}
      </dl>
      <Years release={release} />
    </section>
  );
}

function rangeOf(numbers: Numbers, limits: { readonly lower: number; readonly upper: number }, digits: number): string {
  return numbers.interval({ value: 0, ...limits }, digits);
}

function rateWords(numbers: Numbers, rate: ReleaseRate, digits: number): string {
  return numbers.estimate(estimateOfRate(rate), digits);
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface CardProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly said: string;
  readonly estimate: Estimate | null;
  readonly format: (value: number) => string;
  /** The lower end of the scale, where values may lie below zero. */
  readonly from?: number;
  readonly children?: ReactNode;
}

function Card({ id, name, value, said, estimate, format, from = 0, children }: CardProps) {
  const to = roundUp(topOf([estimate]));
  return (
    <article className={classes.card} data-card={id}>
      <h3>{name}</h3>
      <p className={classes.value}>{value}</p>
      <p className={classes.said}>{said}</p>
      {estimate !== null && (
        <Strip estimate={estimate} from={from} to={from < 0 && topOf([estimate]) === 0 ? 0 : to} format={format} />
      )}
      {children}
    </article>
  );
}

function RateCard({ rate, period }: { readonly rate: ReleaseRate; readonly period: string }) {
  const { t, numbers } = useScribe();
  const span = rate.annualised ? "scaled" : /^\d{4}$/.test(period) ? "year" : "part";
  return (
    <Card
      id="rate"
      name={t("public-rate")}
      value={numbers.fixed(rate.value, 3)}
      said={t("public-interval", {
        range: numbers.interval(estimateOfRate(rate), 3),
        level: levelWords(numbers, rate.level ?? 0.95),
      })}
      estimate={estimateOfRate(rate)}
      format={(value) => numbers.upTo(value, 3)}
    >
      <p>
        {t(`public-span-${span}`)}; <span className={classes.code}>{rate.denominator}</span>
      </p>
    </Card>
  );
}

function ChangeCard({ change }: { readonly change: ReleaseChange | null }) {
  const { t, numbers } = useScribe();
  const estimate = change === null ? null : changeOf(change);
  if (change === null || estimate === null) {
    return (
      <article className={classes.card} data-card="change">
        <h3>{t("public-change")}</h3>
        <p>{t("public-no-year-before")}</p>
      </article>
    );
  }
  return (
    <Card
      id="change"
      name={t("public-change")}
      value={numbers.change(estimate.value)}
      said={t("public-between", {
        lower: numbers.change(estimate.lower ?? estimate.value),
        upper: numbers.change(estimate.upper ?? estimate.value),
        level: levelWords(numbers, CHANGE_LEVEL),
      })}
      estimate={estimate}
      from={-roundUp(Math.max(0, -(estimate.lower ?? estimate.value)))}
      format={(value) => (value === 0 ? "0" : numbers.change(value).replace(/[.,]0(?=\D*$)/, ""))}
    >
      <p className={classes.verdict} data-established={change.is_established}>
        {t(change.is_established ? "public-verdict-established" : "public-verdict-noise")}
      </p>
      <p>{t("public-chance", { p: chanceWords(numbers, change.p) })}</p>
      <p>{t("public-beside", { before: numbers.whole(change.before), now: numbers.whole(change.now) })}</p>
    </Card>
  );
}

function DiedBeside({ change }: { readonly change: ReleaseChange }) {
  const { t, numbers } = useScribe();
  const estimate = changeOf(change);
  if (estimate === null) return null;
  const said = t("public-died-beside", {
    before: numbers.whole(change.before),
    change: numbers.change(estimate.value),
    range: changeRange(numbers, estimate),
  });
  return <p>{`${said}, ${t(change.is_established ? "public-verdict-established" : "public-verdict-noise")}`}</p>;
}

function changeRange(numbers: Numbers, { lower, upper }: Estimate): string {
  if (lower === null || upper === null) return "";
  return `${numbers.change(lower)}\u00a0… ${numbers.change(upper)}`;
}

/** `= 0.022`, `< 0.001` */
export function chanceWords(numbers: Numbers, p: number): string {
  return p < 0.001 ? `< ${numbers.fixed(0.001, 3)}` : `= ${numbers.fixed(p, 3)}`;
}
