/** Reporting an injury: by hand, or from the draft that an alarm makes. */
import { Alert, Button, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { may } from "../api/client";
import type { InjuryDetails, Recorded } from "../api/injuries";
import type { Session } from "../api/types";
import { useDraft } from "../common/drafts";
import { useWords } from "../common/words";
import { Answered } from "../work/Answered";
import { useDesk } from "../work/Gate";
import { Link } from "../work/Link";
import { detailsOf, NOBODY, type Open, openOf, reportOf } from "./form";
import { InjuryFields } from "./InjuryFields";
import classes from "./Register.module.css";
import { SealedFields } from "./SealedFields";
import { useSubmission } from "./useSubmission";

interface Props {
  readonly alarm: string | null;
  readonly session: Session;
}

export function ReportPage({ alarm, session }: Props) {
  const { t } = useWords();
  const { register } = useDesk();
  const draft = useQuery({
    queryKey: ["injuries", "draft", alarm],
    queryFn: () => (alarm === null ? Promise.resolve({}) : register.draftOf(alarm)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // After a report the next one begins empty.
  const [round, setRound] = useState(0);
  return (
    <main id="content" className={classes.narrow}>
      <Title order={1} fz={24}>
        {t("report-title")}
      </Title>
      <Answered<InjuryDetails> query={draft}>
        {(details) => (
          <ReportForm
            key={`${alarm ?? ""} ${round}`}
            alarm={alarm}
            prefilled={details}
            seesRegister={may(session, "injury.view")}
            onAnother={() => setRound(round + 1)}
          />
        )}
      </Answered>
    </main>
  );
}

interface FormProps {
  readonly alarm: string | null;
  readonly prefilled: InjuryDetails;
  readonly seesRegister: boolean;
  readonly onAnother: () => void;
}

function ReportForm({ alarm, prefilled, seesRegister, onAnother }: FormProps) {
  const { t } = useWords();
  const { register } = useDesk();
  const empty = useRef<Open>(undefined);
  empty.current ??= openOf(prefilled, crypto.randomUUID());
  const { draft: open, kept, change, clear } = useDraft<Open>(`injury.${alarm ?? "new"}`, empty.current);
  const [sealed, setSealed] = useState(NOBODY);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const submission = useSubmission(form, open, sealed);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await submission.send(() => register.report(reportOf(open, sealed, alarm), open.key));
    if (done === null) return;
    clear();
    setSealed(NOBODY);
    setRecorded(done);
  }

  function startAnew() {
    change(openOf(prefilled, crypto.randomUUID()));
    setSealed(NOBODY);
    clear();
  }

  if (recorded !== null) return <Done recorded={recorded} seesRegister={seesRegister} onAnother={onAnother} />;
  const begun = Object.keys(detailsOf(open)).length > 1;
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate aria-label={t("report-title")}>
      <p className={classes.lead}>{t(alarm === null ? "report-lead" : "report-lead-alarm")}</p>
      <InjuryFields open={open} change={change} faults={submission.faults} />
      <SealedFields sealed={sealed} change={setSealed} faults={submission.faults} />
      {submission.trouble !== null && (
        <Alert color="red" title={submission.trouble.title} role="alert">
          {submission.trouble.detail} {submission.trouble.remedy}
        </Alert>
      )}
      <div className={classes.foot}>
        <Button type="submit" size="md" loading={submission.busy}>
          {t("report-submit")}
        </Button>
        {begun && (
          <Button variant="subtle" onClick={startAnew}>
            {t("report-clear")}
          </Button>
        )}
        <Text fz="sm" c="dimmed" role="status">
          {submission.faults.length > 0
            ? t("report-faults", { count: submission.faults.length })
            : kept
              ? t("report-kept")
              : ""}
        </Text>
      </div>
    </form>
  );
}

interface DoneProps {
  readonly recorded: Recorded;
  readonly seesRegister: boolean;
  readonly onAnother: () => void;
}

function Done({ recorded, seesRegister, onAnother }: DoneProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.panel} data-testid="recorded">
      <h2 ref={heading} tabIndex={-1}>
        ✓ {t(`recorded-${recorded.change}`)}
      </h2>
      <p>{t("recorded-detail", { position: String(recorded.position) })}</p>
      <Group gap="lg">
        {seesRegister && <Link href={`/register/${recorded.id}`}>{t("recorded-open")}</Link>}
        {seesRegister && <Link href="/register">{t("recorded-list")}</Link>}
        <Button variant="default" size="xs" onClick={onAnother}>
          {t("recorded-another")}
        </Button>
      </Group>
      {!seesRegister && <p className={classes.minor}>{t("recorded-by-others")}</p>}
    </section>
  );
}
