/**
 * Files that come in, over the API.
 *
 * Cast: a `WrongCell` says what of a file cannot be taken, and what to do; a `Job` is a file of injuries on its way into
 * the register, known while the server runs; an `ImportItem` is one that the journal knows; a `Series` is figures that
 * others count.
 */
import type { Person } from "./types";

export interface WrongCell {
  /** The line or row of the file, from 1. */
  readonly line: number;
  /** Empty when the whole row is meant. */
  readonly column: string;
  /** What stands there, shortened; `…` where it would name a person. */
  readonly value: string;
  readonly problem: string;
  readonly do: string;
}

/** What the rows of a file did. */
export interface Tally {
  readonly recorded: number;
  /** Known already from another source. */
  readonly reported: number;
  readonly revised: number;
  readonly unchanged: number;
}

export interface Job {
  readonly id: string;
  /** `checking`, `recording`, `completed`, `refused` or `failed`. */
  readonly state: string;
  readonly name: string | null;
  /** How many rows were looked at, then how many are recorded. */
  readonly done: number;
  /** Null until it is known. */
  readonly rows: number | null;
  /** In the journal, once it is begun. */
  readonly import: string | null;
  readonly outcome: Tally | null;
  /** How many cells are wrong: `errors` has the first of them. */
  readonly wrong: number;
  readonly errors: readonly WrongCell[];
  /** What else is to be said, in the caller's language; of a file that cannot be read, why, and then what to do. */
  readonly remarks: readonly string[];
}

export interface ImportItem {
  readonly id: string;
  readonly name: string | null;
  /** `open` (nothing of it counts), `completed` or `withdrawn`. */
  readonly stage: string;
  readonly at: string;
  /** Null for whoever holds the data folder. */
  readonly by: Person | null;
  readonly rows: number;
  readonly sha256: string;
}

export const UNITS = ["employees", "employed", "hours", "injured", "fatal", "severe", "days-lost"] as const;
export type Unit = (typeof UNITS)[number];

export interface SeriesCell {
  readonly period: string;
  readonly region?: string;
  readonly activity?: string;
  readonly value: number;
}

export interface Series {
  readonly id: string;
  readonly version: number;
  readonly counter: string;
  readonly unit: string;
  readonly source: string;
  /** A day. */
  readonly published?: string | null;
  readonly cells: readonly SeriesCell[];
}

/** What SDMX-CSV does not say; the plain CSV needs none of it. */
export interface SeriesWords {
  readonly id: string;
  readonly counter: string;
  readonly unit: string;
  readonly source: string;
  readonly published: string;
  /** As `sex:T,age:TOTAL`. */
  readonly only: string;
}

export interface RecordedSeries {
  readonly id: string;
  readonly version: number;
  /** `id@version` */
  readonly denominator: string;
}

export interface RecordedFile {
  readonly kind: string;
  readonly series: readonly RecordedSeries[];
  /** `geo=DE`, and how many rows. */
  readonly passed_over: { readonly [what: string]: number };
  readonly not_chosen: number;
  readonly missing: number;
  readonly flags: { readonly [flag: string]: number };
}
