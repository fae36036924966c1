/** A region over time: the weeks that stand out, the days between deaths. */
import type { Watched } from "../../../api/figures";
import { dayText } from "../../../common/times";
import { Answered } from "../../../work/Answered";
import { useScribe } from "../../charts/frame/words";
import classes from "../Explore.module.css";
import { type Filters, yearOf } from "../filters";
import { periodWord, placeName } from "../names";
import { WeekBars } from "../WeekBars";
import { Nothing } from "./parts";
import { useFigures } from "./useFigures";

/** A quarter has too few weeks to know what is usual: the whole year is shown. */
export function Watch({ filters: { period, region } }: { readonly filters: Filters }) {
  const year = yearOf(period);
  const query = useFigures(["watch", year, region], (api) => api.watch({ period: year, region }));
  return <Answered query={query}>{(watched) => <Shown watched={watched} year={year} region={region} />}</Answered>;
}

interface Props {
  readonly watched: Watched;
  readonly year: string;
  readonly region: string;
}

function Shown({ watched, year, region }: Props) {
  const { t, numbers } = useScribe();
  if (watched.weeks.every(({ count }) => count === 0)) return <Nothing />;
  const { weeks_until_false_alarm: between } = watched;
  return (
    <div className={classes.pictures}>
      <WeekBars
        title={t("watch-title")}
        subtitle={`${placeName(t, region === "" ? "KZ" : region)}, ${year}`}
        source={between === null ? t("explore-source-plain") : t("watch-false", { weeks: numbers.whole(between) })}
        fileName={`saqta-weeks-${region === "" ? "kz" : region}-${year}`}
        weeks={watched.weeks}
        usual={watched.acceptable}
      />
      {watched.weeks_without_deaths === true && <p className={classes.lead}>{t("watch-without-deaths")}</p>}
      <Gaps deaths={watched.deaths} />
    </div>
  );
}

function Gaps({ deaths }: Pick<Watched, "deaths">) {
  const { t, numbers, language } = useScribe();
  const days = (value: number) => numbers.fixed(value, 1);
  // Whoever sees no single injuries is told the month.
  const whenText = (when: string) => (when.length > "2025-01".length ? dayText(when, language) : periodWord(t, when));
  const out = deaths?.gaps.filter(({ position }) => position === "too-short" || position === "too-long") ?? [];
  return (
    <section className={classes.panel} aria-labelledby="watch-gaps">
      <h2 id="watch-gaps">{t("watch-gaps-title")}</h2>
      {deaths === null ? (
        <p>{t("watch-gaps-few")}</p>
      ) : deaths.lower === null || deaths.upper === null ? (
        <p>{t("watch-gaps-even", { centre: days(deaths.centre) })}</p>
      ) : (
        <>
          <p>
            {t("watch-gaps-usual", {
              centre: days(deaths.centre),
              lower: days(deaths.lower),
              upper: days(deaths.upper),
            })}
          </p>
          {out.length === 0 ? (
            <p>{t("watch-gaps-none")}</p>
          ) : (
            <ul>
              {out.map(({ day, days: gap, position }, place) => (
                <li key={`${day} ${String(place)}`} className={classes.out}>
                  {t(`watch-gap-${position}`, { day: whenText(day), days: gap })}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
