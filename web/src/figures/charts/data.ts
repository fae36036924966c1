/**
 * What the pictures are given: plain data, already computed. Nothing here estimates anything: limits come with the
 * values, from whoever knows the method.
 */

/** A value and the limits of its interval; limits are null where no interval belongs to the value. */
export interface Estimate {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A published figure. `count` is in cases; `exposure` in what the measure is per (people, hours). */
export interface Published extends Estimate {
  readonly status: "published";
  readonly count?: number;
  readonly exposure?: number;
}

/** `suppressed`: known and withheld, for it would tell of single people. `missing`: nobody has published it. */
export type Cell = Published | { readonly status: "suppressed" } | { readonly status: "missing" };

export const MISSING: Cell = { status: "missing" };

/** What the values are: a name for axes ("Injured per 1,000 employees") and how many decimals they deserve. */
export interface Measure {
  readonly name: string;
  readonly digits: number;
}

/** What every figure says of itself, in the reader's language. */
export interface Heading {
  readonly title: string;
  /** Who counts what, over which period. */
  readonly subtitle?: string;
  /** Register, release, denominator: where the figures come from. */
  readonly source?: string;
  /** The name of the downloaded files, without extension. */
  readonly fileName: string;
}

export function published(cell: Cell | undefined): Published | null {
  return cell?.status === "published" ? cell : null;
}

/** The highest value or limit: where an axis from zero has to reach. */
export function highest(estimates: Iterable<Estimate>): number {
  let top = 0;
  for (const { value, upper } of estimates) top = Math.max(top, value, upper ?? 0);
  return top;
}
