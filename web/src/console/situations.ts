/**
 * The rows of the console: open alarms of one situation share a row. None is merged: the row counts them, and the
 * detail pane lists each.
 */
import type { Alarm, State } from "../api/types";
import { compareAlarms } from "./ordering";

export interface Row {
  readonly situation: string;
  /** The alarm that comes first among the row's alarms: the row's kind, place, age and state are its. */
  readonly lead: Alarm;
  /** In no particular order: sorting 30,000 alarms that nobody looks at would cost the screen. */
  readonly alarms: readonly Alarm[];
  /** How many of them nobody has taken. */
  readonly waiting: number;
}

export function rowsOf(open: Iterable<Alarm>): Row[] {
  const rows = new Map<string, { situation: string; lead: Alarm; alarms: Alarm[]; waiting: number }>();
  for (const alarm of open) {
    const waiting = alarm.state === "raised" ? 1 : 0;
    const row = rows.get(alarm.situation);
    if (row === undefined) {
      rows.set(alarm.situation, { situation: alarm.situation, lead: alarm, alarms: [alarm], waiting });
    } else {
      row.alarms.push(alarm);
      row.waiting += waiting;
      if (compareAlarms(alarm, row.lead) < 0) row.lead = alarm;
    }
  }
  return [...rows.values()].sort((a, b) => compareAlarms(a.lead, b.lead));
}

/** The gravest state of each place, its parents included: what the dots of the tree show. */
export function statesByPlace(
  open: Iterable<Alarm>,
  parentOf: (zone: string) => string | null,
): ReadonlyMap<string, PlaceState> {
  const places = new Map<string, PlaceState>();
  const mark = (place: string, alarm: Alarm) => {
    const before = places.get(place);
    const lead = before === undefined || compareAlarms(alarm, before.lead) < 0 ? alarm : before.lead;
    places.set(place, { lead, count: (before?.count ?? 0) + 1 });
  };
  for (const alarm of open) {
    mark(siteKey(alarm.site), alarm);
    let zone = alarm.zone;
    // A tree that an administrator closed into a ring must not hang the console.
    for (let depth = 0; zone !== null && depth < 32; depth += 1) {
      mark(zoneKey(zone), alarm);
      zone = parentOf(zone);
    }
  }
  return places;
}

export interface PlaceState {
  readonly lead: Alarm;
  readonly count: number;
}

export const siteKey = (site: string): string => `site ${site}`;
export const zoneKey = (zone: string): string => `zone ${zone}`;

/** The step that the row's one big action takes; null when only closing is left or somebody else holds it. */
export function nextStep(state: State): "acknowledge" | "respond" | "attend" | null {
  switch (state) {
    case "raised":
      return "acknowledge";
    case "acknowledged":
      return "respond";
    case "responding":
      return "attend";
    case "attended":
    case "closed":
      return null;
  }
}

/** The row the space bar acts on: the first that waits to be taken, or that `me` has taken and not yet gone to. */
export function rowForSpace(rows: readonly Row[], me: string): Row | undefined {
  return rows.find(({ lead }) => lead.state === "raised" || (lead.state === "acknowledged" && lead.by?.id === me));
}
