/**
 * Releases over the API: published sets of figures, open to everybody.
 *
 * Cast: a `ReleaseItem` is one revision in the list, with its files; a `Release` is what `release.json` says, the file that
 * is signed and that all others are made of. What is null in it is withheld or not known: `withheld` tells which.
 */
import type { Beside } from "./figures";

export interface PublishedFile {
  /** In hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export interface ReleaseItem {
  readonly id: string;
  /** From 1. */
  readonly revision: number;
  /** `2025`, `2025-H1`, `2025-Q1`, `2025-03` or `2025-01..09`. */
  readonly period: string;
  readonly published_at: string;
  readonly position: number;
  readonly files: { readonly [name: string]: PublishedFile };
  /** Where its files are: this, a slash, a name. */
  readonly href: string;
}

/** What is to be published. */
export interface ReleaseSpec {
  readonly id: string;
  readonly period: string;
  /** Ids of series; the first of each unit is divided by. */
  readonly denominators: readonly string[];
  /** Counts from 1 to one less than this are withheld. */
  readonly threshold: number;
  readonly synthetic: boolean;
}

export interface Limits {
  readonly lower: number;
  readonly upper: number;
  /** As 0.95. */
  readonly level: number;
}

/** A rate; without limits where none belong to it. */
export interface ReleaseRate extends Partial<Limits> {
  readonly measure: string;
  readonly count: number;
  readonly value: number;
  readonly per: number;
  /** The series and its version, as `employees@1`. */
  readonly denominator: string;
  readonly exposure: number;
  /** Scaled up to a year. */
  readonly annualised: boolean;
  /** The exposure is part of that of a longer period. */
  readonly prorated: boolean;
}

export interface ReleaseYear {
  readonly period: string;
  readonly count: number;
  readonly count_interval: Limits;
  readonly fatal: number;
  readonly fatal_interval: Limits;
}

export interface ReleaseFigures extends ReleaseYear {
  readonly severe: number;
  readonly lost_time: number;
  readonly days_lost: number;
  readonly non_fatal_per_fatal: number | null;
  readonly rates: readonly ReleaseRate[];
}

export interface ReleaseChange {
  readonly before: number;
  readonly now: number;
  /** Now over before; null where there was nothing before. */
  readonly ratio: number | null;
  readonly ratio_lower: number | null;
  readonly ratio_upper: number | null;
  readonly p: number;
  readonly is_established: boolean;
}

export interface ReleaseRow {
  /** Null for what is not known. */
  readonly code: string | null;
  readonly count: number | null;
  readonly count_interval: Limits | null;
  readonly fatal: number | null;
  readonly severe: number | null;
  readonly incidence: ReleaseRate | null;
  readonly withheld: readonly string[];
}

export interface ReleaseTable {
  /** `region`, `section`, `kind`, `cause`, `sex`, `age`, `month`. */
  readonly by: string;
  readonly rows: readonly ReleaseRow[];
}

export interface Nowcast {
  readonly reported: number;
  readonly total: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** The share that is thought to be reported by now. */
  readonly completeness: number;
}

export interface Denominator {
  readonly id: string;
  readonly counter: string;
  readonly unit: string;
  readonly source: string;
  readonly period: string;
  readonly value: number;
  readonly prorated: boolean;
}

export interface EarlierRevision {
  readonly revision: number;
  readonly position: number;
  readonly as_of: string;
  readonly count: number;
  readonly fatal: number;
}

export interface Release {
  /** Whether the data are invented; left out where they are not. */
  readonly synthetic?: boolean;
  readonly id: string;
  readonly revision: number;
  readonly period: string;
  readonly position: number;
  /** The day on which it was computed. */
  readonly as_of: string;
  readonly counter: string;
  readonly unit: string;
  /** Counts from 1 to one less than this are withheld. */
  readonly threshold: number;
  readonly denominators: readonly Denominator[];
  readonly total: ReleaseFigures;
  readonly year_to_date: ReleaseFigures | null;
  readonly change: ReleaseChange | null;
  readonly fatal_change: ReleaseChange | null;
  readonly years: readonly ReleaseYear[];
  readonly nowcast: Nowcast | null;
  readonly tables: readonly ReleaseTable[];
  /** Those with a published count and a denominator, beside each other. */
  readonly regions: Beside | null;
  readonly regions_unpublished: number;
  readonly told_before: readonly string[];
  readonly history: readonly EarlierRevision[];
  readonly sentence: { readonly kk: string; readonly ru: string; readonly en: string };
}
