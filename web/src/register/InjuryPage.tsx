/** One injury: what is known now, and its history. Nothing is overwritten. */
import { Button, Group, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { may } from "../api/client";
import type { InjuryWithReports } from "../api/injuries";
import type { Session } from "../api/types";
import { Notice } from "../common/Broken";
import { useWords } from "../common/words";
import { Answered } from "../work/Answered";
import { useDesk } from "../work/Gate";
import { Link } from "../work/Link";
import { InjuryHistory } from "./InjuryHistory";
import { ReasonForm } from "./Reason";
import classes from "./Register.module.css";
import { Outcome } from "./RegisterList";
import { useSites } from "./RegisterPages";
import { ReviseForm } from "./ReviseForm";
import { SealedPart } from "./SealedPart";
import { FIELDS, valueWords } from "./words";

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
        <SealedPart
          injury={injury}
          session={session}
          onChanged={() => void queries.invalidateQueries({ queryKey: ["injuries", "one", injury.id] })}
        />
      </section>
      <InjuryHistory injury={injury} />
    </>
  );
}

interface WithdrawProps {
  readonly id: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Withdraw({ id, onDone, onCancel }: WithdrawProps) {
  const { t } = useWords();
  const { register } = useDesk();
  return (
    <section className={classes.panel} aria-labelledby="withdraw">
      <h2 id="withdraw">{t("withdraw-title")}</h2>
      <ReasonForm
        title={t("withdraw-title")}
        label={t("withdraw-note")}
        description={t("note-sealed")}
        submit={t("withdraw-submit")}
        grave
        ask={async (note) => {
          await register.withdraw(id, note);
          onDone();
        }}
        onCancel={onCancel}
      >
        <p>{t("withdraw-detail")}</p>
      </ReasonForm>
    </section>
  );
}
