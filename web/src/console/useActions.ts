/** The steps a person may take on an alarm or a situation, and what is said when one fails. */
import { useMemo } from "react";
import type { Api, Closing, SituationStep, Step } from "../api/client";
import { Refused } from "../api/client";
import type { Alarm } from "../api/types";
import { troubleOf } from "../common/Broken";
import type { Say } from "../common/words";
import type { Link } from "./link";
import type { Row } from "./situations";
import type { Tell } from "./useNotices";

export interface Actions {
  step(alarm: Alarm, step: Step): Promise<boolean>;
  /** Steps every alarm of the row that allows it; a row of one is its alarm. */
  stepRow(row: Row, step: SituationStep): Promise<boolean>;
  close(alarms: readonly Alarm[], closing: Closing): Promise<boolean>;
  note(alarm: Alarm, note: string): Promise<boolean>;
  reopen(alarm: Alarm): Promise<boolean>;
}

/** A situation may hold thousands of alarms; their closings go out a few at a time. */
const CLOSINGS_AT_ONCE = 6;

export function useActions(api: Api, link: Link, tell: Tell, t: Say): Actions {
  return useMemo(() => {
    async function run(alarm: Alarm, send: () => Promise<Alarm>): Promise<boolean> {
      const asOf = link.book.asOf(alarm.id);
      try {
        link.answered(await send(), asOf);
        return true;
      } catch (error) {
        tell(troubleOf(error, t));
        // It has moved on without us: show where it stands now.
        if (error instanceof Refused && error.status === 409) {
          await api.alarm(alarm.id).then(
            (now) => link.loaded(now),
            () => {},
          );
        }
        return false;
      }
    }

    const actions: Actions = {
      step: (alarm, step) => run(alarm, () => api.step(alarm.id, step)),
      async stepRow(row, step) {
        if (row.alarms.length === 1) return actions.step(row.lead, step);
        try {
          await api.stepSituation(row.situation, step);
          return true;
        } catch (error) {
          tell(troubleOf(error, t));
          return false;
        }
      },
      async close(alarms, closing) {
        const left = [...alarms];
        let closed = true;
        const work = async () => {
          for (let alarm = left.pop(); alarm !== undefined && closed; alarm = left.pop()) {
            const { id } = alarm;
            if (!(await run(alarm, () => api.close(id, closing)))) closed = false;
          }
        };
        await Promise.all(Array.from({ length: CLOSINGS_AT_ONCE }, work));
        return closed;
      },
      note: (alarm, note) => run(alarm, () => api.note(alarm.id, note)),
      reopen: (alarm) => run(alarm, () => api.reopen(alarm.id)),
    };
    return actions;
  }, [api, link, tell, t]);
}
