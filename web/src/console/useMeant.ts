/** Whether a click or key means what is shown now, and not what was shown a moment ago. */
import { useRef } from "react";
import { VISIBLE_FOR_MS } from "./keyboard";

/**
 * Not within the first moments after `subject` has changed under the finger: a double click takes an alarm, it does
 * not also say "on the way". What is shown first, or was asked for (`asked`), is meant at once.
 */
export function useMeant(subject: string | undefined, asked = false): () => boolean {
  const shown = useRef({ subject, since: Number.NEGATIVE_INFINITY });
  if (shown.current.subject !== subject) {
    const known = shown.current.subject !== undefined && !asked;
    shown.current = { subject, since: known ? performance.now() : Number.NEGATIVE_INFINITY };
  }
  return () => performance.now() - shown.current.since >= VISIBLE_FOR_MS;
}
