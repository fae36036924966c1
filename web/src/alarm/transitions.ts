/** Which steps the screens offer. The server decides; offering what it would refuse only wastes a guard's seconds. */
import { may } from "../api/client";
import type { Alarm, Session } from "../api/types";

export interface Offered {
  readonly acknowledge: boolean;
  readonly respond: boolean;
  readonly attend: boolean;
  readonly close: boolean;
  readonly release: boolean;
  readonly reopen: boolean;
  readonly note: boolean;
}

export function offered(alarm: Alarm, session: Session): Offered {
  const handles = may(session, "alarm.handle");
  const { state } = alarm;
  const open = state !== "closed";
  const taken = open && state !== "raised";
  const holds = alarm.by?.id === session.account.id;
  return {
    acknowledge: handles && state === "raised",
    respond: handles && (state === "raised" || state === "acknowledged"),
    attend: handles && open && state !== "attended",
    // Whoever pressed says that it is not over: only a dispatcher may close it now.
    close: handles && open && (!alarm.contested || may(session, "alarm.release-others")),
    release: handles && taken && (holds || may(session, "alarm.release-others")),
    reopen: !open && may(session, "alarm.reopen"),
    note: handles,
  };
}
