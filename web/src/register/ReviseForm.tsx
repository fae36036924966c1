/** Saying anew what is known of an injury: a new report beside the old ones, with its reason. */
import { type FormEvent, useRef, useState } from "react";
import type { Injury } from "../api/injuries";
import { useWords } from "../common/words";
import { useDesk } from "../work/Gate";
import { detailsOf, NOBODY, openOf } from "./form";
import { InjuryFields } from "./InjuryFields";
import { ReasonField, Send } from "./Reason";
import classes from "./Register.module.css";
import { useSubmission } from "./useSubmission";

interface Props {
  readonly injury: Injury;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function ReviseForm({ injury, onDone, onCancel }: Props) {
  const { t } = useWords();
  const { register } = useDesk();
  const [open, setOpen] = useState(() => openOf(injury, ""));
  const [note, setNote] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const submission = useSubmission(form, open, NOBODY);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const why = note.trim() === "" ? undefined : note.trim();
    const done = await submission.send(() => register.revise(injury.id, detailsOf(open), why));
    if (done !== null) onDone();
  }

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate aria-label={t("revise-title")}>
      <header>
        <h2>{t("revise-title")}</h2>
        <p className={classes.minor}>{t("revise-detail")}</p>
      </header>
      <InjuryFields open={open} change={setOpen} faults={submission.faults} fixed />
      <section className={classes.panel}>
        <ReasonField label={t("revise-note")} description={t("note-sealed")} value={note} onChange={setNote} />
      </section>
      <Send submit={t("revise-submit")} trouble={submission.trouble} busy={submission.busy} onCancel={onCancel} />
    </form>
  );
}
