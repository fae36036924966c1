/** What a file of injuries has come to, as the screens tell it. */
import type { Job, Tally } from "../../api/imports";

/** Whether the server is still at it. */
export function isRunning({ state }: Pick<Job, "state">): boolean {
  return state === "checking" || state === "recording";
}

export const TALLIES = ["recorded", "reported", "revised", "unchanged"] as const satisfies readonly (keyof Tally)[];

/** Whether every row was known already, as when the same file is brought again. */
export function broughtNothing({ recorded, reported, revised }: Tally): boolean {
  return recorded + reported + revised === 0;
}

/** Of a file that cannot be read at all: what is wrong, what to do, and then the columns one by one. */
export function unreadableWords({ remarks: [what, remedy, ...more] }: Pick<Job, "remarks">) {
  return { what: what ?? null, remedy: remedy ?? null, more };
}

/** Which job the address names. */
export interface Followed {
  readonly job: string | null;
}

export function followedIn(search: string): Followed {
  const job = new URLSearchParams(search).get("job");
  return { job: job === null || job.trim() === "" ? null : job.trim() };
}

export function searchOf({ job }: Followed): string {
  return job === null ? "" : `?${new URLSearchParams({ job })}`;
}

/** The address line that carries the mapping has its limits: in bytes as they are sent. */
const MAPPING_SENT_AT_MOST = 60_000;
/** As far as letters outside ASCII go, three times as long when sent. */
export const MAPPING_KB_AT_MOST = MAPPING_SENT_AT_MOST / 3_000;

export function isTooLargeMapping(text: string): boolean {
  return encodeURIComponent(text).length > MAPPING_SENT_AT_MOST;
}

/** The columns of the documented file, in its order. */
export const INJURY_COLUMNS = [
  "source",
  "number",
  "injury",
  "site",
  "region",
  "employer",
  "host",
  "activity",
  "date",
  "hour",
  "reported",
  "kind",
  "outcome",
  "severe",
  "days_lost",
  "days_restricted",
  "cause",
  "deviation",
  "contact",
  "body_part",
  "injury_type",
  "sex",
  "age",
  "name",
  "iin",
  "born",
  "occupation",
  "circumstances",
] as const;
