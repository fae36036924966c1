/** What came of a file of series: which versions there are now, and what of it was not taken. */
import { useEffect, useRef } from "react";
import type { RecordedFile, Series } from "../../api/imports";
import incoming from "../../incoming/Incoming.module.css";
import classes from "../../register/Register.module.css";
import { useScribe } from "../charts/frame/words";
import { tallyWords, unchangedIn } from "./series";

interface Props {
  readonly file: RecordedFile;
  /** What was known before the file. */
  readonly before: readonly Series[];
}

export function TakenIn({ file, before }: Props) {
  const { t, numbers } = useScribe();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const same = unchangedIn(file, before);
  const passed = tallyWords(file.passed_over);
  const flags = tallyWords(file.flags);
  return (
    <div className={incoming.outcome} data-testid="series-taken">
      <h2 ref={heading} tabIndex={-1}>
        {t("series-done")}
      </h2>
      <ul className={classes.consequences}>
        {file.series.map(({ id, version }) => (
          <li key={id}>{t(same.has(id) ? "series-done-same" : "series-done-version", { id, version })}</li>
        ))}
        {passed !== "" && <li>{t("series-passed", { what: passed })}</li>}
        {file.not_chosen > 0 && <li>{t("series-not-chosen", { count: numbers.whole(file.not_chosen) })}</li>}
        {file.missing > 0 && <li>{t("series-without", { count: numbers.whole(file.missing) })}</li>}
        {flags !== "" && <li>{t("series-flags", { what: flags })}</li>}
      </ul>
    </div>
  );
}
