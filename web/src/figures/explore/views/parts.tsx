/** What the views share: the empty state, the count in a sentence, where figures come from. */
import { Anchor } from "@mantine/core";
import { useContext } from "react";
import type { Rate, Table } from "../../../api/figures";
import { Notice } from "../../../common/Broken";
import { useWords } from "../../../common/words";
import { type Scribe, useScribe } from "../../charts/frame/words";
import classes from "../Explore.module.css";
import { searchOfPeriod } from "../filters";
import { periodWord } from "../names";
import { NewestQuarter } from "../newest";

export function Nothing() {
  const { t } = useWords();
  const newest = useContext(NewestQuarter);
  return (
    <Notice trouble={{ title: t("explore-nothing"), detail: t("explore-nothing-detail"), remedy: null }}>
      {newest !== null && (
        <Anchor
          href={searchOfPeriod(location.search, newest.period)}
          onClick={(event) => {
            event.preventDefault();
            newest.show();
          }}
        >
          {t("explore-newest", { period: periodWord(t, newest.period) })}
        </Anchor>
      )}
    </Notice>
  );
}

/** How many there are in all, and what the number is good for. */
export function Total({ table: { total }, fatal = false }: { readonly table: Table; readonly fatal?: boolean }) {
  const { t, numbers } = useScribe();
  const { count, interval } = total;
  const said = t("explore-count", {
    count,
    shown: numbers.whole(count),
    lower: numbers.whole(interval.lower),
    upper: numbers.whole(interval.upper),
  });
  return (
    <p className={classes.lead} data-testid="total">
      {said}
      {fatal || total.fatal > 0 ? `. ${t("explore-count-fatal", { shown: numbers.whole(total.fatal) })}.` : "."}
    </p>
  );
}

/** Denominator, whether scaled to a year, level and method: what a rate is worth nothing without. */
export function sourceOf({ t, numbers }: Scribe, rate: Rate): string {
  return t("explore-source", {
    denominator: rate.denominator,
    annualised: rate.annualised ? "yes" : "no",
    level: numbers.percent(100 * rate.level, 0),
  });
}

export function countsSource({ t, numbers }: Scribe, level: number): string {
  return t("explore-source-counts", { level: numbers.percent(100 * level, 0) });
}
