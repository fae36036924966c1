/** Choosing a file of injuries and sending it. */
import { Anchor, Button, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Refused } from "../../api/client";
import type { Job } from "../../api/imports";
import { type Trouble, troubleOf } from "../../common/Broken";
import { download, toCsv } from "../../common/csv";
import { useWords } from "../../common/words";
import { FileField } from "../../incoming/FileField";
import incoming from "../../incoming/Incoming.module.css";
import { SendingBar } from "../../incoming/SendingBar";
import { Troubled } from "../../incoming/Troubled";
import { useSending } from "../../incoming/useSending";
import { useDesk } from "../../work/Gate";
import classes from "../Register.module.css";
import { INJURY_COLUMNS, isTooLargeMapping, MAPPING_KB_AT_MOST } from "./job";

interface Props {
  readonly onBrought: (job: Job) => void;
  /** No answer came: whether the file arrived, the list may tell. */
  readonly onUnknown: () => void;
}

export function BringForm({ onBrought, onUnknown }: Props) {
  const { t } = useWords();
  const { register } = useDesk();
  const sending = useSending();
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** What is wrong with the mapping file, in words and as the server says it. */
  const [misread, setMisread] = useState<{ readonly words: string; readonly reason: string | null } | null>(null);
  const busy = sending.progress !== null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    setTrouble(null);
    setMisread(null);
    if (file === null || busy) return;
    const text = mapping === null ? "" : await mapping.text();
    if (isTooLargeMapping(text)) {
      setMisread({ words: t("imports-mapping-large", { size: MAPPING_KB_AT_MOST }), reason: null });
      return;
    }
    try {
      onBrought(await sending.send(file, (watch) => register.bring(file, text, watch)));
    } catch (error) {
      if (error instanceof Refused && error.problem.field === "mapping") {
        setMisread({ words: t("imports-mapping-wrong"), reason: error.problem.reason ?? null });
      } else if (error instanceof Refused) setTrouble(troubleOf(error, t));
      else {
        setTrouble(sending.wasStopped() ? stopped(t) : away(t));
        onUnknown();
      }
    }
  }

  const change = (set: (file: File | null) => void) => (chosen: File | null) => {
    set(chosen);
    setTrouble(null);
    setMisread(null);
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={t("imports-open")}>
      <p className={classes.lead}>{t("imports-lead")}</p>
      <Stack gap="lg">
        <div>
          <FileField
            name="file"
            label={t("imports-file")}
            description={t("imports-file-detail")}
            accept=".csv,.txt,.tsv,.xlsx"
            file={file}
            onFile={change(setFile)}
            disabled={busy}
            error={asked && file === null ? t("file-missing") : null}
          />
          <Anchor
            component="button"
            type="button"
            fz="sm"
            mt={6}
            onClick={() => download("saqta-injuries.csv", toCsv([INJURY_COLUMNS]))}
          >
            {t("imports-template")}
          </Anchor>
        </div>
        <div>
          <FileField
            name="mapping"
            label={t("imports-mapping")}
            description={t("imports-mapping-detail")}
            accept=".toml,.txt"
            file={mapping}
            onFile={change(setMapping)}
            disabled={busy}
            error={misread?.words ?? null}
          />
          {misread?.reason != null && (
            <pre lang="en" className={incoming.reason}>
              {misread.reason}
            </pre>
          )}
        </div>
      </Stack>
      <Troubled trouble={trouble} />
      <SendingBar sending={sending} />
      <div className={incoming.foot}>
        <Button type="submit" loading={busy}>
          {t("imports-submit")}
        </Button>
      </div>
    </form>
  );
}

type Say = ReturnType<typeof useWords>["t"];

const stopped = (t: Say): Trouble => ({ title: t("file-stopped"), detail: t("file-stopped-detail"), remedy: null });

const away = (t: Say): Trouble => ({
  title: t("file-away"),
  detail: t("file-away-detail"),
  remedy: t("file-away-do"),
});
