/**
 * What is done for a reason, asked for in one way: the field with the reason, what went wrong, the buttons.
 *
 * `ReasonForm` is the whole question where the reason is all that is asked; the form that says anew what is known has its
 * own fields and takes the parts.
 */
import { Alert, Button, Checkbox, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Trouble, troubleOf } from "../common/Broken";
import { useWords } from "../common/words";
import classes from "./Register.module.css";

/** As many characters as the server keeps. */
const LONGEST = 4_000;

interface FieldProps {
  readonly label: string;
  /** Who will read it, or what is recorded with it. */
  readonly description: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
}

export function ReasonField({ onChange, error = null, ...field }: FieldProps) {
  return (
    <Textarea
      {...field}
      autosize
      minRows={2}
      maxLength={LONGEST}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}

interface SendProps {
  readonly submit: string;
  readonly trouble: Trouble | null;
  readonly busy: boolean;
  /** For what cannot be taken back by a click. */
  readonly grave?: boolean;
  /** None where the form is the page. */
  readonly onCancel?: (() => void) | undefined;
}

/** What went wrong, and the buttons at the end of a form. */
export function Send({ submit, trouble, busy, grave = false, onCancel }: SendProps) {
  const { t } = useWords();
  return (
    <>
      {trouble !== null && (
        <Alert color="red" mt="sm" title={trouble.title} role="alert">
          {trouble.detail} {trouble.remedy}
        </Alert>
      )}
      <Group mt="md" gap="xs">
        <Button type="submit" loading={busy} {...(grave ? { color: "red.9" } : {})}>
          {submit}
        </Button>
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </Group>
    </>
  );
}

interface FormProps {
  readonly title: string;
  /** What will come of it. */
  readonly children?: ReactNode;
  readonly label: string;
  readonly description: string;
  readonly submit: string;
  readonly grave?: boolean;
  /** What has to be agreed to besides: for what nobody can undo. */
  readonly sure?: string;
  readonly ask: (reason: string) => Promise<void>;
  readonly onCancel?: () => void;
}

/** Asked once, with the reason: the form is the question. `ask` leaves this form behind when it succeeds. */
export function ReasonForm({ title, children, label, description, submit, grave, sure, ask, onCancel }: FormProps) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const [isSure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const isMissing = reason.trim() === "";
  const isUnsure = sure !== undefined && !isSure;

  async function send(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (isMissing || isUnsure || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await ask(reason.trim());
    } catch (error) {
      setTrouble(troubleOf(error, t));
      setBusy(false);
    }
  }

  return (
    <form className={`${classes.question} no-print`} onSubmit={send} noValidate aria-label={title}>
      {children}
      <ReasonField
        label={label}
        description={description}
        value={reason}
        onChange={setReason}
        required
        error={asked && isMissing ? t("reason-missing") : null}
        autoFocus
      />
      {sure !== undefined && (
        <Checkbox
          mt="sm"
          label={sure}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={asked && isUnsure ? t("sure-missing") : null}
        />
      )}
      <Send submit={submit} trouble={trouble} busy={busy} {...(grave ? { grave } : {})} onCancel={onCancel} />
    </form>
  );
}
