/** Who was hurt, opened for a stated reason. What was opened is held by this page alone and is gone when it is left. */
import { Alert, Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { OpenedInjured as Opened } from "../api/injuries";
import { type Trouble, troubleOf } from "../common/Broken";
import { dayText } from "../common/times";
import { useWords } from "../common/words";
import { useDesk } from "../work/Gate";
import classes from "./Register.module.css";

interface Props {
  readonly id: string;
}

const FIELDS = ["name", "iin", "born", "occupation", "circumstances"] as const;

export function OpenInjured({ id }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<readonly Opened[] | null>(null);
  if (opened !== null) return <Shown opened={opened} onClose={() => setOpened(null)} />;
  if (!asking) {
    return (
      <Button variant="default" mt="sm" className="no-print" onClick={() => setAsking(true)}>
        {t("open-injured")}
      </Button>
    );
  }
  const close = () => setAsking(false);
  return (
    <Asked
      id={id}
      onCancel={close}
      onOpened={(items) => {
        setOpened(items);
        close();
      }}
    />
  );
}

interface AskedProps extends Props {
  readonly onCancel: () => void;
  readonly onOpened: (items: readonly Opened[]) => void;
}

function Asked({ id, onCancel, onOpened }: AskedProps) {
  const { t } = useWords();
  const { register } = useDesk();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const missing = reason.trim() === "";

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (missing || busy) return;
    setBusy(true);
    try {
      onOpened(await register.open(id, reason.trim()));
    } catch (error) {
      setTrouble(troubleOf(error, t));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label={t("open-injured")} className="no-print">
      <Textarea
        mt="sm"
        label={t("open-reason")}
        description={t("open-recorded")}
        required
        autosize
        minRows={2}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && missing ? t("open-reason-missing") : null}
        autoFocus
      />
      {trouble !== null && (
        <Alert color="red" mt="sm" title={trouble.title} role="alert">
          {trouble.detail} {trouble.remedy}
        </Alert>
      )}
      <Group mt="sm" gap="xs">
        <Button type="submit" loading={busy}>
          {t("open-submit")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </Group>
    </form>
  );
}

function Shown({ opened, onClose }: { readonly opened: readonly Opened[]; readonly onClose: () => void }) {
  const { t, language } = useWords();
  const said = (item: Opened, field: (typeof FIELDS)[number]) =>
    field === "born" && item.born !== null ? dayText(item.born, language) : item[field];
  return (
    <div data-testid="injured" role="status">
      {opened.length === 0 && <p>{t("open-nobody")}</p>}
      {opened.map((item) => (
        <div key={item.position}>
          <p className={classes.minor}>{t("report-position", { position: String(item.position) })}</p>
          {item.erased ? (
            <p>{t("open-erased")}</p>
          ) : (
            <dl className={classes.facts}>
              {FIELDS.map((field) => {
                const value = said(item, field);
                return (
                  value !== null && (
                    <div key={field}>
                      <dt>{t(`sealed-${field}`)}</dt>
                      <dd>{value}</dd>
                    </div>
                  )
                );
              })}
            </dl>
          )}
        </div>
      ))}
      <Button variant="default" className="no-print" onClick={onClose}>
        {t("open-close")}
      </Button>
    </div>
  );
}
