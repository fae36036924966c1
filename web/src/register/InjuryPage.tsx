/** One injury: what is known now, and every report of it with its place in the journal. Nothing is overwritten. */
import { Alert, Button, Group, Textarea, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { may } from "../api/client";
import type { InjuryReport, InjuryWithReports } from "../api/injuries";
import type { Session } from "../api/types";
import { Notice, type Trouble, troubleOf } from "../common/Broken";
import { personName } from "../common/names";
import { fullTime } from "../common/times";
import { useWords } from "../common/words";
import { Answered } from "../work/Answered";
import { useDesk } from "../work/Gate";
import { Link } from "../work/Link";
import { OpenInjured } from "./OpenInjured";
import classes from "./Register.module.css";
import { Outcome } from "./RegisterList";
import { useSites } from "./RegisterPages";
import { ReviseForm } from "./ReviseForm";
import { changesBetween, FIELDS, valueWords } from "./words";

interface Props {
  readonly id: string;
  readonly session: Session;
}

export function InjuryPage({ id, session }: Props) {
  const { t } = useWords();
  const { register } = useDesk();
  const [withdrawn, setWithdrawn] = useState(false);
  const query = useQuery({
    queryKey: ["injuries", "one", id],
    queryFn: () => register.injury(id),
    staleTime: 0,
    enabled: !withdrawn,
  });
  return (
    <main id="content" className={classes.narrow}>
      <p className="no-print">
        <Link href="/register">← {t("register-back")}</Link>
      </p>
      {withdrawn ? (
        <Notice trouble={{ title: t("withdraw-done"), detail: t("withdraw-done-detail"), remedy: null }} />
      ) : (
        <Answered query={query}>
          {(injury) => <Shown injury={injury} session={session} onWithdrawn={() => setWithdrawn(true)} />}
        </Answered>
      )}
    </main>
  );
}

interface ShownProps {
  readonly injury: InjuryWithReports;
  readonly session: Session;
  readonly onWithdrawn: () => void;
}

function Shown({ injury, session, onWithdrawn }: ShownProps) {
  const { t } = useWords();
  const { speaker } = useSites();
  const queries = useQueryClient();
  const [form, setForm] = useState<"revise" | "withdraw" | null>(null);
  const changes = may(session, "injury.revise");
  return (
    <>
      <div className={classes.heading}>
        <div>
          <Title order={1} fz={24}>
            {valueWords(speaker, injury, "kind")}
          </Title>
          <p className={classes.under}>
            {valueWords(speaker, injury, "date") ?? valueWords(speaker, injury, "month")} · <Outcome injury={injury} />
          </p>
        </div>
        {changes && form === null && (
          <Group gap="xs" className="no-print">
            <Button variant="default" onClick={() => setForm("revise")}>
              {t("revise-open")}
            </Button>
            <Button variant="default" onClick={() => setForm("withdraw")}>
              {t("withdraw-open")}
            </Button>
            <Button variant="default" onClick={() => print()}>
              {t("print")}
            </Button>
          </Group>
        )}
      </div>
      {form === "revise" && (
        <ReviseForm
          injury={injury}
          onDone={() => {
            setForm(null);
            void queries.invalidateQueries({ queryKey: ["injuries"] });
          }}
          onCancel={() => setForm(null)}
        />
      )}
      {form === "withdraw" && (
        <Withdraw
          id={injury.id}
          onCancel={() => setForm(null)}
          onDone={() => {
            void queries.invalidateQueries({ queryKey: ["injuries", "list"] });
            onWithdrawn();
          }}
        />
      )}
      <section className={classes.panel} aria-labelledby="known">
        <h2 id="known">{t("register-known")}</h2>
        <dl className={classes.facts}>
          {FIELDS.map((field) => {
            const value = valueWords(speaker, injury, field);
            return (
              value !== null && (
                <div key={field}>
                  <dt>{t(`field-${field}`)}</dt>
                  <dd>{value}</dd>
                </div>
              )
            );
          })}
        </dl>
        <p className={classes.minor}>{t("register-sealed-elsewhere")}</p>
        {may(session, "injury.open") && <OpenInjured id={injury.id} />}
      </section>
      <section className={classes.panel} aria-labelledby="reports">
        <h2 id="reports">{t("register-reports")}</h2>
        <p className={classes.minor}>{t("register-reports-detail")}</p>
        <ol className={classes.reports}>
          {injury.reports.map((report, index) => (
            <Report key={report.position} report={report} before={sameSourceBefore(injury.reports, index)} />
          ))}
        </ol>
      </section>
    </>
  );
}

/** The report of the same reporter before this one: two reporters may know different things, which is no change. */
function sameSourceBefore(reports: readonly InjuryReport[], index: number): InjuryReport | undefined {
  const source = reports[index]?.details?.source;
  return reports.slice(0, index).findLast(({ details }) => details !== null && details.source === source);
}

interface ReportProps {
  readonly report: InjuryReport;
  readonly before: InjuryReport | undefined;
}

function Report({ report, before }: ReportProps) {
  const { t, language } = useWords();
  const { speaker } = useSites();
  const { details, position, at, by, number } = report;
  const changes = details === null ? [] : changesBetween(speaker, before?.details ?? {}, details);
  return (
    <li>
      <p className={classes.said}>
        <strong>
          {t(details === null ? "report-withdrawn" : before === undefined ? "report-first" : "report-revised")}
        </strong>
        {details !== null && ` · ${t(`injury-source-${details.source ?? "employer"}`)}`}
        {number !== null && ` · ${t("field-number")} ${number}`}
      </p>
      <p className={classes.minor}>
        <time dateTime={at}>{fullTime(at, null, language)}</time>
        {by !== null && ` · ${personName(by, t)}`}
        {report.import !== null && ` · ${t("report-imported")}`}
        {" · "}
        {t("report-position", { position: String(position) })}
      </p>
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
    </li>
  );
}

interface WithdrawProps {
  readonly id: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asked once, with the reason: the form is the question. */
function Withdraw({ id, onDone, onCancel }: WithdrawProps) {
  const { t } = useWords();
  const { register } = useDesk();
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const missing = note.trim() === "";

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (missing || busy) return;
    setBusy(true);
    try {
      await register.withdraw(id, note.trim());
      onDone();
    } catch (error) {
      setTrouble(troubleOf(error, t));
      setBusy(false);
    }
  }

  return (
    <form className={classes.panel} onSubmit={submit} noValidate aria-label={t("withdraw-title")}>
      <h2>{t("withdraw-title")}</h2>
      <p>{t("withdraw-detail")}</p>
      <Textarea
        label={t("withdraw-note")}
        description={t("note-sealed")}
        required
        autosize
        minRows={2}
        maxLength={4_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={asked && missing ? t("withdraw-note-missing") : null}
        autoFocus
      />
      {trouble !== null && (
        <Alert color="red" mt="sm" title={trouble.title} role="alert">
          {trouble.detail} {trouble.remedy}
        </Alert>
      )}
      <Group mt="md" gap="xs">
        <Button type="submit" color="red" loading={busy}>
          {t("withdraw-submit")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </Group>
    </form>
  );
}
