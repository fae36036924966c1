/** Reads the list of alarms page by page until enough of them pass the filters. */
import type { Api } from "../../api/client";
import type { Alarm } from "../../api/types";
import { dayAt } from "../../common/times";
import { isWhole } from "../book";
import type { Filters } from "./view";

const PAGE = 500;

export interface Batch {
  readonly alarms: readonly Alarm[];
  readonly next: string | null;
  /** Whether the newest changes may be missing. */
  readonly behind: boolean;
}

export type TimeZoneOf = (site: string) => string | null;

/**
 * The next alarms that pass, at least `wanted` unless the list ends. The list comes newest first, so reading stops
 * as soon as it is past the first day asked for.
 */
export async function readBatch(
  api: Api,
  filters: Filters,
  timeZoneOf: TimeZoneOf,
  from: string | null,
  wanted: number,
): Promise<Batch> {
  const alarms: Alarm[] = [];
  let cursor = from;
  let behind = false;
  do {
    const page = await api.alarms({ state: filters.state, site: filters.site, limit: PAGE, cursor });
    cursor = page.next ?? null;
    behind ||= page.behind === true;
    for (const alarm of page.items) {
      if (isWhole(alarm) && passes(alarm, filters, timeZoneOf)) alarms.push(alarm);
    }
    const last = page.items.at(-1);
    if (last !== undefined && filters.from !== undefined && tooOld(last, filters.from, timeZoneOf)) cursor = null;
  } while (cursor !== null && alarms.length < wanted);
  return { alarms, next: cursor, behind };
}

export function passes(alarm: Alarm, filters: Filters, timeZoneOf: TimeZoneOf): boolean {
  if (filters.kind !== undefined && alarm.kind !== filters.kind) return false;
  if (filters.outcome !== undefined && alarm.outcome !== filters.outcome) return false;
  if (filters.from === undefined && filters.to === undefined) return true;
  const day = dayAt(alarm.raised_at, timeZoneOf(alarm.site));
  return (filters.from === undefined || day >= filters.from) && (filters.to === undefined || day <= filters.to);
}

/** A day of tolerance: sites lie in several time zones. */
function tooOld(alarm: Alarm, from: string, timeZoneOf: TimeZoneOf): boolean {
  const nextDay = new Date(Date.parse(alarm.raised_at) + 86_400_000).toISOString();
  return dayAt(nextDay, timeZoneOf(alarm.site)) < from;
}
