/** What is looked at, kept in the address bar so that a view can be sent as a link. */
export const VIEWS = ["regions", "time", "causes", "hours", "table", "watch", "unreported"] as const;
export type View = (typeof VIEWS)[number];

export const DIMENSIONS = [
  "region",
  "section",
  "kind",
  "cause",
  "outcome",
  "sex",
  "age",
  "month",
  "quarter",
  "division",
  "deviation",
  "reporters",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Filters {
  /** `2025`, `2025-Q1` or `2025-03`. */
  readonly period: string;
  readonly view: View;
  readonly fatal: boolean;
  readonly widen: boolean;
  readonly annualise: boolean;
  readonly steps: "month" | "quarter";
  readonly by: Dimension;
  readonly region: string;
}

const PERIOD = /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/;

export function filtersOf(search: string, today: Date): Filters {
  const given = new URLSearchParams(search);
  const one = <Word extends string>(name: string, words: readonly Word[], usual: Word): Word =>
    words.find((word) => word === given.get(name)) ?? usual;
  const period = given.get("period") ?? "";
  return {
    period: PERIOD.test(period) ? period : quarterBefore(today),
    view: one("view", VIEWS, "regions"),
    fatal: given.get("fatal") === "true",
    widen: given.get("widen") === "true",
    annualise: given.get("annualise") === "true",
    steps: one("steps", ["month", "quarter"], "month"),
    by: one("by", DIMENSIONS, "section"),
    region: /^\d\d$/.test(given.get("region") ?? "") ? (given.get("region") ?? "") : "",
  };
}

/** Only what differs from what would be shown anyway; the period always, for tomorrow another one would be shown. */
export function searchOf(filters: Filters): string {
  const parameters = new URLSearchParams({ period: filters.period });
  if (filters.view !== "regions") parameters.set("view", filters.view);
  for (const name of ["fatal", "widen", "annualise"] as const) if (filters[name]) parameters.set(name, "true");
  if (filters.steps !== "month") parameters.set("steps", filters.steps);
  if (filters.by !== "section") parameters.set("by", filters.by);
  if (filters.region !== "") parameters.set("region", filters.region);
  return `?${parameters}`;
}

/** The same view over another period. */
export function searchOfPeriod(search: string, period: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set("period", period);
  return `?${parameters}`;
}

/** The last quarter that is over. */
export function quarterBefore(today: Date): string {
  const quarter = Math.floor(today.getUTCMonth() / 3);
  const year = today.getUTCFullYear();
  return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`;
}

/** The quarter of a month, as `2025-03`. */
export function quarterOf(month: string): string {
  return `${yearOf(month)}-Q${Math.ceil(Number(partOf(month)) / 3)}`;
}

/** Whether the address names a period that can be shown. */
export const namesPeriod = (search: string) => PERIOD.test(new URLSearchParams(search).get("period") ?? "");

export const yearOf = (period: string) => period.slice(0, 4);
/** `Q1`, `03`, or nothing for a whole year. */
export const partOf = (period: string) => period.slice(5);
