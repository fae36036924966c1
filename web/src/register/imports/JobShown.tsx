/** A file on its way into the register, followed until it is there or refused. */
import { Button, Group, Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { Refused } from "../../api/client";
import type { Job } from "../../api/imports";
import { useScribe } from "../../figures/charts/frame/words";
import incoming from "../../incoming/Incoming.module.css";
import { WrongCells } from "../../incoming/WrongCells";
import { Answered } from "../../work/Answered";
import { useDesk } from "../../work/Gate";
import { go } from "../../work/route";
import classes from "../Register.module.css";
import { broughtNothing, isRunning, TALLIES, unreadableWords } from "./job";

/** How often it is asked for while it runs. */
const ASKED_EVERY_MS = 500;

interface Props {
  readonly id: string;
  readonly onEnded: () => void;
  readonly onAnother: () => void;
}

export function JobShown({ id, onEnded, onAnother }: Props) {
  const { register } = useDesk();
  const query = useQuery({
    queryKey: ["imports", "job", id],
    queryFn: () => register.importJob(id),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isRunning(data) ? ASKED_EVERY_MS : false),
  });
  const hasEnded = query.data !== undefined && !isRunning(query.data);
  useEffect(() => {
    if (hasEnded) onEnded();
  }, [hasEnded, onEnded]);
  // After the server was started anew it knows of no job, nor does it of another person's.
  if (query.error instanceof Refused && query.error.status === 404) return <Lost onAnother={onAnother} />;
  return (
    <Answered query={query}>
      {(job) => (isRunning(job) ? <Running job={job} /> : <Ended job={job} onAnother={onAnother} />)}
    </Answered>
  );
}

function Running({ job: { name, state, done, rows } }: { readonly job: Job }) {
  const { t, numbers } = useScribe();
  const words =
    state === "recording"
      ? t("job-recording", { done: numbers.whole(done), rows: numbers.whole(rows ?? 0) })
      : t("job-checking", { done: numbers.whole(done) });
  const share = rows === null || rows === 0 ? 100 : (done / rows) * 100;
  return (
    <div data-testid="job" data-state={state}>
      <h2>{name ?? t("imports-unnamed")}</h2>
      <div className={incoming.sending}>
        <p role="status">{words}</p>
        <Progress.Root size="lg">
          <Progress.Section value={share} animated={rows === null} aria-label={words} />
        </Progress.Root>
      </div>
      <p className={classes.minor}>{t("job-nothing-yet")}</p>
    </div>
  );
}

interface EndedProps {
  readonly job: Job;
  readonly onAnother: () => void;
}

function Ended({ job, onAnother }: EndedProps) {
  const { t } = useScribe();
  if (job.state === "completed") return <Completed job={job} onAnother={onAnother} />;
  if (job.state === "refused") return <NotTaken job={job} onAnother={onAnother} />;
  return (
    <Outcome job={job} title={t("job-failed")} grave onAnother={onAnother}>
      <p>{t("job-failed-do")}</p>
      {job.remarks.map((remark) => (
        <pre key={remark} lang="en" className={incoming.reason}>
          {remark}
        </pre>
      ))}
    </Outcome>
  );
}

function Completed({ job, onAnother }: EndedProps) {
  const { t, numbers } = useScribe();
  const { outcome, remarks } = job;
  const nothing = outcome !== null && broughtNothing(outcome);
  return (
    <Outcome job={job} title={t(nothing ? "job-completed-nothing" : "job-completed")} onAnother={onAnother}>
      {outcome !== null && (
        <dl className={classes.facts}>
          {TALLIES.map((tally) => (
            <div key={tally} data-tally={tally}>
              <dt>{t(`job-tally-${tally}`)}</dt>
              <dd>{numbers.whole(outcome[tally])}</dd>
            </div>
          ))}
        </dl>
      )}
      <Remarks title={t("job-remarks")} remarks={remarks} />
    </Outcome>
  );
}

function NotTaken({ job, onAnother }: EndedProps) {
  const { t } = useScribe();
  const { errors, wrong } = job;
  const { what, remedy, more } = unreadableWords(job);
  return (
    <Outcome job={job} title={t("job-refused")} grave onAnother={onAnother}>
      {wrong > 0 ? (
        <>
          <p>{t("job-refused-cells", { wrong })}</p>
          <WrongCells cells={errors} wrong={wrong} />
          <Remarks title={t("job-remarks")} remarks={job.remarks} />
        </>
      ) : (
        <>
          <p>
            {what}. {remedy}
          </p>
          <Remarks title={null} remarks={more} />
        </>
      )}
    </Outcome>
  );
}

function Lost({ onAnother }: { readonly onAnother: () => void }) {
  const { t } = useScribe();
  return (
    <div className={incoming.note} role="alert">
      <h2>{t("job-lost")}</h2>
      <p>{t("job-lost-detail")}</p>
      <Button variant="default" mt="xs" onClick={onAnother}>
        {t("job-another")}
      </Button>
    </div>
  );
}

function Remarks({ title, remarks }: { readonly title: string | null; readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      {title !== null && <h3 className={classes.asked}>{title}</h3>}
      <ul className={classes.consequences}>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </>
  );
}

interface OutcomeProps extends EndedProps {
  readonly title: string;
  readonly grave?: boolean;
  readonly children: ReactNode;
}

function Outcome({ job: { state, name }, title, grave = false, children, onAnother }: OutcomeProps) {
  const { t } = useScribe();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever waited for it is told by a screen reader, and goes on from here by keys.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div data-testid="job" data-state={state} className={incoming.outcome} data-grave={grave || undefined}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className={incoming.soft}>{name ?? t("imports-unnamed")}</p>
      {children}
      <Group mt="md" gap="xs" className="no-print">
        <Button variant={grave ? "filled" : "default"} onClick={onAnother}>
          {t("job-another")}
        </Button>
        {!grave && (
          <Button variant="default" onClick={() => go("/register")}>
            {t("job-register")}
          </Button>
        )}
      </Group>
    </div>
  );
}
