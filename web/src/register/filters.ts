/** How the list is filtered, kept in the address bar so that it can be sent as a link. */
export interface Filters {
  readonly period?: string;
  readonly region?: string;
  readonly kind?: string;
  readonly outcome?: string;
  readonly site?: string;
}

const NAMES = ["period", "region", "kind", "outcome", "site"] as const;

export function filtersOf(search: string): Filters {
  const given = new URLSearchParams(search);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = given.get(name)?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
}

export function searchOf(filters: Filters): string {
  const parameters = new URLSearchParams();
  for (const name of NAMES) {
    const value = filters[name];
    if (value !== undefined && value !== "") parameters.set(name, value);
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}

const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])(\.\.(0[1-9]|1[0-2]))?|-Q[1-4]|-H[12])?$/;

/** Whether a period is written as the register writes them. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}
