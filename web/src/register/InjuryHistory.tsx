/** The history on an injury's page: every report with what it changed, and whoever opened or erased who was hurt. */
import type { InjuryReport, InjuryWithReports } from "../api/injuries";
import type { Person } from "../api/types";
import { personName } from "../common/names";
import { fullTime } from "../common/times";
import { useWords } from "../common/words";
import { historyOf, type Step } from "./history";
import classes from "./Register.module.css";
import { useSites } from "./RegisterPages";
import { changesBetween } from "./words";

export function InjuryHistory({ injury }: { readonly injury: InjuryWithReports }) {
  const { t } = useWords();
  return (
    <section className={classes.panel} aria-labelledby="history">
      <h2 id="history">{t("register-history")}</h2>
      <p className={classes.minor}>{t("register-history-detail")}</p>
      <ol className={classes.history} data-testid="history">
        {historyOf(injury).map((step) => (
          <li key={step.position} data-step={step.what}>
            <Told step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Told({ step }: { readonly step: Step }) {
  const { t } = useWords();
  if (step.what === "report") return <Report report={step.report} before={step.before} />;
  const entries = step.what === "opening" ? step.entries : [step.erasure];
  const [first] = entries;
  if (first === undefined) return null;
  return (
    <>
      <p className={classes.said}>
        <strong>{t(step.what === "opening" ? "history-opened" : "history-erased")}</strong>
      </p>
      <When at={first.at} by={first.by} positions={entries.map(({ position }) => position)} />
      {first.by === null ? (
        <p className={classes.summary}>{t("history-restored")}</p>
      ) : (
        <p className={classes.summary}>
          {first.reason === null ? t("history-reason-gone") : t("history-reason", { reason: first.reason })}
        </p>
      )}
    </>
  );
}

interface ReportProps {
  readonly report: InjuryReport;
  readonly before: InjuryReport | undefined;
}

function Report({ report, before }: ReportProps) {
  const { t } = useWords();
  const { speaker } = useSites();
  const { details, position, at, by, number } = report;
  const changes = details === null ? [] : changesBetween(speaker, before?.details ?? {}, details);
  return (
    <>
      <p className={classes.said}>
        <strong>
          {t(details === null ? "report-withdrawn" : before === undefined ? "report-first" : "report-revised")}
        </strong>
        {details !== null && ` · ${t(`injury-source-${details.source ?? "employer"}`)}`}
        {number !== null && ` · ${t("field-number")} ${number}`}
      </p>
      <When at={at} by={by} positions={[position]} more={report.import === null ? null : t("report-imported")} />
      {before === undefined ? (
        <p className={classes.summary}>{changes.map(({ after }) => after).join(" · ")}</p>
      ) : (
        <ul className={classes.changes}>
          {changes.map(({ field, before: was, after }) => (
            <li key={field}>
              {t(`field-${field}`)}: <s>{was ?? t("register-unknown")}</s> →{" "}
              <strong>{after ?? t("register-unknown")}</strong>
            </li>
          ))}
          {details !== null && changes.length === 0 && <li>{t("report-same")}</li>}
        </ul>
      )}
    </>
  );
}

interface WhenProps {
  readonly at: string;
  readonly by: Person | null;
  readonly positions: readonly number[];
  readonly more?: string | null;
}

/** When, who, and where in the journal. */
function When({ at, by, positions, more = null }: WhenProps) {
  const { t, language } = useWords();
  const [first] = positions;
  const last = positions.at(-1);
  const where =
    positions.length === 1
      ? t("report-position", { position: String(first) })
      : t("report-positions", { first: String(first), last: String(last) });
  return (
    <p className={classes.minor}>
      <time dateTime={at}>{fullTime(at, null, language)}</time>
      {by !== null && ` · ${personName(by, t)}`}
      {more !== null && ` · ${more}`}
      {" · "}
      {where}
    </p>
  );
}
