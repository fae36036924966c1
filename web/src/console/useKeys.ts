/** The keyboard of the console: space steps the top alarm on, arrows choose, Enter attends. */
import { useEffect, useRef } from "react";
import type { Alarm } from "../api/types";
import { commandOf, focusOf, letGoOf, Seen } from "./keyboard";
import { nextStep, type Row, rowForSpace } from "./situations";
import type { Actions } from "./useActions";

interface Keys {
  readonly rows: readonly Row[];
  readonly chosen: Alarm | undefined;
  readonly me: string;
  readonly mayHandle: boolean;
  /** A window lies over the rows, or the list is not in view. */
  readonly covered: boolean;
  /** Whether the chosen alarm is the one the person has been looking at. */
  readonly meant: () => boolean;
  readonly actions: Actions;
  readonly choose: (alarm: Alarm) => void;
  readonly onHelp: () => void;
  readonly onEscape: () => void;
}

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  const seen = useRef(new Seen());
  const busy = useRef(false);
  const waiting = useRef<(() => Promise<unknown>) | null>(null);

  useEffect(() => {
    latest.current = keys;
    look(seen.current, keys);
  });

  useEffect(() => {
    /** A second space while a step is under way is a slip of the finger; an arrival is meant, and waits its turn. */
    async function once(work: () => Promise<unknown>, waits = false) {
      if (busy.current) {
        if (waits) waiting.current = work;
        return;
      }
      busy.current = true;
      try {
        await work();
      } finally {
        busy.current = false;
        const next = waiting.current;
        waiting.current = null;
        if (next !== null) void once(next);
      }
    }

    function onKey(event: KeyboardEvent) {
      const { rows, chosen, me, mayHandle, covered, meant, actions, choose, onHelp, onEscape } = latest.current;
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      const command = commandOf({ key: event.key, repeat: event.repeat, modified }, focusOf(document.activeElement));
      if (command === null) return;
      if (command === "escape") {
        onEscape();
        return;
      }
      if (covered) return;
      event.preventDefault();
      if (command === "help") onHelp();
      else if (command === "previous" || command === "next") {
        const there = neighbour(rows, chosen, command === "next" ? 1 : -1);
        if (there !== undefined) choose(there);
      } else if (mayHandle && command === "attend") {
        if (chosen !== undefined && meant() && chosen.state !== "attended" && chosen.state !== "closed") {
          const row = rows.find(({ situation }) => situation === chosen.situation);
          const attend = () => (row === undefined ? actions.step(chosen, "attend") : actions.stepRow(row, "attend"));
          void once(attend, true);
        }
      } else if (mayHandle && command === "step") {
        const row = rowForSpace(rows, me);
        const step = row === undefined ? null : nextStep(row.lead.state);
        if (row === undefined || step === null || !seen.current.long(row.lead.id, performance.now())) return;
        choose(row.lead);
        void once(() => actions.stepRow(row, step));
      }
    }

    // Not the clicks that a keyboard makes. The browser moves the focus after its listeners have run.
    const onClick = (event: MouseEvent) => {
      if (event.detail > 0) setTimeout(() => letGoOf(document.activeElement));
    };
    const onVisibility = () => look(seen.current, latest.current);
    addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, []);
}

function look(seen: Seen, { rows, me, covered }: Keys): void {
  const inView = !covered && document.visibilityState === "visible";
  seen.look(inView ? (rowForSpace(rows, me)?.lead.id ?? null) : null, performance.now());
}

function neighbour(rows: readonly Row[], chosen: Alarm | undefined, by: 1 | -1): Alarm | undefined {
  const here = rows.findIndex(({ situation }) => situation === chosen?.situation);
  const there = here === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by));
  return rows[there]?.lead;
}
