/**
 * Figures over the API.
 *
 * Cast: a `Report` is a press text, checked claim by claim; a `Table` is counts and rates, crossed; `Beside` is regions
 * next to each other, `StandardisedDirect` and `StandardisedIndirect` with their mix of activities set right; `Watched` is a place over time; `Signs` are hints that injuries are not reported.
 */
import { Api } from "./client";
import type { RecordedFile, Series, SeriesWords } from "./imports";
import type { Release, ReleaseItem, ReleaseSpec } from "./releases";
import type { Page } from "./types";
import type { Upload } from "./upload";

export const VERDICTS = ["holds", "noise", "mixed", "implausible", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CLAIM_KINDS = ["count", "share", "rate", "rank", "change"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What was computed for a claim; what does not apply is absent. */
export interface Recomputed {
  readonly count?: number;
  readonly base?: number;
  readonly base_from?: string;
  readonly ratio?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly p?: number;
  readonly percent?: number;
  readonly expected?: number;
  readonly ratio_lower?: number;
  readonly ratio_upper?: number;
  readonly share?: number;
  readonly share_of_employed?: number;
  readonly rate?: number;
  readonly per?: number;
  readonly rate_of_employed?: number;
  readonly rate_annualised?: number;
  readonly denominator?: number;
  readonly denominator_id?: string;
  readonly published?: number;
  readonly source?: string;
  readonly regions?: readonly RegionRatio[];
  readonly regions_unknown?: number;
}

/** A region's count against what its employees lead one to expect. */
export interface RegionRatio {
  readonly place: string;
  readonly count: number;
  readonly expected?: number | null;
  readonly ratio?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
}

export interface PressClaim {
  /** The words that make it, exactly as they stand in the text. */
  readonly text: string;
  readonly kind: ClaimKind;
  /** The figure as printed; a rank has none. */
  readonly value: number | null;
  readonly verdict: Verdict;
  readonly recomputed: Recomputed | null;
  readonly note: string;
}

export interface CheckReport {
  readonly claims: readonly PressClaim[];
  readonly corrected: string;
}

export interface Rate {
  readonly measure: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly count: number;
  readonly per: number;
  /** The series and its version, as `employees@1`. */
  readonly denominator: string;
  readonly exposure: number;
  /** Scaled up to a year. */
  readonly annualised: boolean;
  /** The exposure is part of that of a longer period. */
  readonly prorated: boolean;
}

export interface Tally {
  /** A code for each dimension; null where it is not known. */
  readonly key: readonly (string | null)[];
  readonly count: number;
  readonly fatal: number;
  readonly severe: number;
  readonly lost_time: number;
  readonly days_lost: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  /** Of all injuries of the table, with exact limits; in tables by one thing. */
  readonly share?: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  readonly rates: readonly Rate[];
}

export interface Table {
  readonly period: string;
  /** The first and the last month with anything of what is asked for, whatever the period. */
  readonly known_months?: readonly [string, string] | null;
  readonly by: readonly string[];
  readonly cells: readonly Tally[];
  readonly total: Tally;
}

/** What was counted in one period. */
export interface Side {
  readonly period: string;
  readonly count: number;
  readonly rate: Rate | null;
}

/** What two counts over their exposures say about each other. */
export interface Compared {
  /** Null when there was nothing before. */
  readonly ratio: number | null;
  readonly ratio_lower: number | null;
  readonly ratio_upper: number | null;
  readonly p: {
    readonly exact_conditional: number;
    readonly mid_p: number;
    readonly e_test: number;
    readonly score: number;
  };
  /** For having looked at all cells. */
  readonly p_adjusted: number;
  readonly is_established: boolean;
}

/** One cell in the same months of some years; the last is set against those before it. */
export interface Course {
  readonly key: readonly (string | null)[];
  readonly sides: readonly Side[];
  readonly of: "rates" | "counts";
  /** Null where they cannot be compared. */
  readonly compared: Compared | null;
}

export interface Courses {
  readonly periods: readonly string[];
  readonly cells: readonly Course[];
  readonly total: Course;
}

export interface OverTime {
  readonly period: string;
  readonly is_over: boolean;
  readonly year_on_year: Courses;
  readonly year_to_date: Courses;
  readonly five_years: Courses;
}

/** What a period will come to once late reports are in. */
export interface Foreseen {
  readonly reported: number;
  readonly total: number;
  readonly lower: number;
  readonly upper: number;
  readonly completeness: number;
}

export type Position = "within" | "above" | "below" | "far-above" | "far-below";

export interface RegionUnit {
  readonly code: string;
  readonly count: number;
  readonly exposure: number;
  /** Per one of the exposure. */
  readonly rate: number;
  /** Over the country's rate. */
  readonly ratio: number;
  readonly ratio_lower: number;
  readonly ratio_upper: number;
  readonly expected: number;
  /** As ratios to the country's rate. */
  readonly limits_95: readonly [number, number];
  readonly limits_998: readonly [number, number];
  readonly p: number;
  readonly p_adjusted: number;
  readonly place: number;
  readonly place_highest: number;
  readonly place_lowest: number;
  readonly position: Position;
}

export interface Beside {
  readonly rate: number;
  readonly phi: number;
  readonly phi_p: number;
  readonly widened: boolean;
  readonly units: readonly RegionUnit[];
}

/** A region with its mix of activities set right; without a figure where `missing` names what nobody counts. */
export interface StandardisedRegion {
  readonly code: string;
  readonly count: number;
  /** Injuries that are in no figure, their activity not being known. */
  readonly unplaced: number;
  /** Activities whose workers no series gives. */
  readonly missing: readonly string[];
  readonly lower?: number;
  readonly upper?: number;
  readonly level?: number;
}

interface Standardised<Region extends StandardisedRegion> {
  readonly period: string;
  readonly per: number;
  readonly denominator: { readonly id: string } | null;
  /** The country, by its workers in each activity. */
  readonly standard: { readonly denominator: { readonly id: string } | null; readonly crude: number | null };
  readonly regions: readonly Region[];
}

/** The regions' rates over the country's workers, with Fay and Feuer's limits. */
export type StandardisedDirect = Standardised<StandardisedRegion & { readonly crude?: number; readonly rate?: number }>;

/** Observed over what the country's rates lead one to expect, with exact limits. */
export type StandardisedIndirect = Standardised<
  StandardisedRegion & {
    readonly expected?: number;
    readonly ratio?: number;
    readonly p_adjusted?: number;
    readonly is_established?: boolean;
  }
>;

export interface WatchedWeek {
  readonly monday: string;
  readonly count: number;
  /** The running week is counted and not judged. */
  readonly is_over?: boolean;
  readonly cusum: number | null;
  readonly alarms: readonly string[];
}

export interface Watched {
  readonly weeks: readonly WatchedWeek[];
  /** The weekly count that the CUSUM takes as usual. */
  readonly acceptable: number | null;
  readonly weeks_until_false_alarm: number | null;
  /** For whoever sees no single injuries: the weeks count those who did not die. */
  readonly weeks_without_deaths?: boolean;
  readonly deaths: {
    readonly centre: number;
    /** Null where all gaps are equal: then none is judged. */
    readonly lower: number | null;
    readonly upper: number | null;
    /** The day, or the month alone for whoever sees no single injuries. */
    readonly gaps: readonly { readonly day: string; readonly days: number; readonly position: string }[];
  } | null;
}

export interface Sign<Found> {
  /** What it rests on, in one sentence, in the reader's language. */
  readonly assumption: string;
  readonly found: Found;
}

export interface Signs {
  readonly period: string;
  readonly fatal_anchored: Sign<
    readonly {
      readonly section: string;
      readonly fatal: number;
      readonly non_fatal: number;
      readonly expected: number;
      readonly lower: number;
      readonly upper: number;
      readonly p_adjusted: number;
      readonly stands_out: boolean;
      /** Other injuries for each death in the reference. */
      readonly ratio: number;
      /** `section` is null where the figures are of all sections together. */
      readonly reference: {
        readonly section: string | null;
        readonly period: string;
        readonly fatal: number;
        readonly non_fatal: number;
        readonly source: string;
      };
    }[]
  >;
  readonly silent_regions: Sign<
    readonly {
      readonly code: string;
      readonly expected: number;
      readonly p: number;
      readonly p_adjusted: number;
    }[]
  >;
  /** For the inspector's role alone; null for everybody else. */
  readonly silent_employers?: Sign<
    readonly {
      readonly employer: string;
      readonly before: number;
      readonly expected: number;
      readonly p_adjusted: number;
    }[]
  > | null;
  readonly capture: Sign<{
    readonly listed: number;
    readonly pairs: readonly {
      readonly sources: readonly string[];
      /** Null, as the limits, where nothing can be estimated. */
      readonly population: number | null;
      readonly lower: number | null;
      readonly upper: number | null;
      /** Why: `empty-list` or `no-overlap`. */
      readonly reason: string | null;
    }[];
    /** Null where fewer than two pairs estimate anything. */
    readonly pairs_agree: boolean | null;
  } | null>;
  readonly stalled: Sign<
    readonly {
      readonly code: string;
      readonly count: number;
      readonly from: string;
      readonly to: string;
      readonly p: number;
    }[]
  >;
  readonly unequal: Sign<
    readonly {
      readonly series: string;
      readonly period: string;
      /** Of what the parts are: `region` or `section`. */
      readonly parts: string;
      readonly sum: number;
      readonly whole: number;
      readonly given: number;
      readonly complete: boolean;
    }[]
  >;
}

/** Computing a release and writing its files takes longer than any question. */
const PUBLISHED_WITHIN_MS = 120_000;

/** What a table, or anything else about figures, is asked for. */
export type FiguresQuery = Readonly<Record<string, string | boolean | undefined>>;

export class FiguresApi extends Api {
  check(text: string, language: string): Promise<CheckReport> {
    return this.send("POST", "/figures/check", { text, language });
  }

  table(query: FiguresQuery): Promise<Table> {
    return this.send("GET", `/figures/table?${written(query)}`);
  }

  regions(query: FiguresQuery): Promise<Beside> {
    return this.send("GET", `/figures/regions?${written(query)}`);
  }

  change(query: FiguresQuery): Promise<OverTime> {
    return this.send("GET", `/figures/change?${written(query)}`);
  }

  async nowcast(query: FiguresQuery): Promise<Foreseen | null> {
    const { nowcast } = await this.send<{ readonly nowcast: Foreseen | null }>(
      "GET",
      `/figures/nowcast?${written(query)}`,
    );
    return nowcast;
  }

  standardisedDirect(query: FiguresQuery): Promise<StandardisedDirect> {
    return this.send("GET", `/figures/standardised?${written({ ...query, method: "direct" })}`);
  }

  standardisedIndirect(query: FiguresQuery): Promise<StandardisedIndirect> {
    return this.send("GET", `/figures/standardised?${written({ ...query, method: "indirect" })}`);
  }

  watch(query: FiguresQuery): Promise<Watched> {
    return this.send("GET", `/figures/watch?${written(query)}`);
  }

  /** Every revision of every release, newest first. */
  async releases(): Promise<readonly ReleaseItem[]> {
    const { items }: Page<ReleaseItem> = await this.send("GET", "/figures/releases");
    return items;
  }

  release(id: string, revision: number): Promise<Release> {
    return this.send("GET", `/figures/releases/${encodeURIComponent(id)}?revision=${revision}`);
  }

  /** The log's signature over a release, a signed note. */
  releaseNote(id: string, revision: number): Promise<string> {
    return this.read(`/figures/releases/${encodeURIComponent(id)}/${revision}/release.note`);
  }

  /** Publishes, once and for all; under an id that is taken, its next revision. */
  publish(spec: ReleaseSpec): Promise<ReleaseItem> {
    return this.send("POST", "/figures/releases", spec, {}, PUBLISHED_WITHIN_MS);
  }

  /** The last version of every series, by their ids. */
  async series(): Promise<readonly Series[]> {
    const { items }: Page<Series> = await this.send("GET", "/series");
    return items;
  }

  /** Takes in a file of series, all of it or nothing. */
  recordSeries(file: File, words: Partial<SeriesWords>, watch: Upload): Promise<RecordedFile> {
    return this.sendFile(`/series/file?${written(words)}`, file, watch);
  }

  underReporting(period: string): Promise<Signs> {
    return this.send("GET", `/figures/under-reporting?${written({ period })}`);
  }
}

function written(query: FiguresQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "" && value !== false) parameters.set(name, String(value));
  }
  return parameters;
}
