/** Sending a form: what cannot be right is said at its field before the server is asked, and so is what it refuses. */
import { type RefObject, useState } from "react";
import { Refused } from "../api/client";
import { type Trouble, troubleOf } from "../common/Broken";
import { useWords } from "../common/words";
import { type Fault, faultsOf, type Open, type Sealed } from "./form";

export interface Submission {
  /** The fields at fault. */
  readonly faults: readonly string[];
  readonly trouble: Trouble | null;
  readonly busy: boolean;
  /** Null when nothing was done. */
  readonly send: <Answer>(ask: () => Promise<Answer>) => Promise<Answer | null>;
}

export function useSubmission(form: RefObject<HTMLFormElement | null>, open: Open, sealed: Sealed): Submission {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<{
    readonly field: string;
    readonly open: Open;
    readonly sealed: Sealed;
  } | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const local: readonly Fault[] = asked ? faultsOf(open, sealed, today()) : [];
  // What the server refused stays marked until the form changes.
  const remote = refused !== null && refused.open === open && refused.sealed === sealed ? [refused.field] : [];

  function show(field: string) {
    // The field is marked at the next drawing.
    setTimeout(() => form.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus(), 0);
  }

  return {
    faults: [...local, ...remote],
    trouble,
    busy,
    async send(ask) {
      setAsked(true);
      setTrouble(null);
      const [first] = faultsOf(open, sealed, today());
      if (busy || first !== undefined) {
        if (first !== undefined) show(first);
        return null;
      }
      setBusy(true);
      try {
        return await ask();
      } catch (error) {
        const field = error instanceof Refused ? error.problem.field : null;
        if (field != null && form.current?.querySelector(`[data-field="${field}"]`)) {
          setRefused({ field, open, sealed });
          show(field);
        } else setTrouble(troubleOf(error, t));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** The calendar day by this computer's clock. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
