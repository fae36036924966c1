/**
 * What the console must be heard to say. Silence protects the person who pressed, on their own device; the guard's
 * console sounds for silent alarms like for any other.
 */
import { loudness } from "../../alarm/kinds";
import type { Alarm } from "../../api/types";

export interface Sounding {
  /** Loops until every alarm of a siren's kind has been taken and every unrecorded press been seen to. */
  readonly siren: boolean;
  /** One soft sound, now. */
  readonly chime: boolean;
}

export interface Heard {
  readonly open: Iterable<Alarm>;
  /** What began to wait since the last decision. */
  readonly arrivals: readonly Alarm[];
  readonly unrecorded: number;
}

export function decideSound({ open, arrivals, unrecorded }: Heard): Sounding {
  return {
    siren: unrecorded > 0 || anyWaitsForSiren(open),
    chime: arrivals.some(({ kind }) => loudness(kind) === "chime"),
  };
}

function anyWaitsForSiren(open: Iterable<Alarm>): boolean {
  for (const { state, kind } of open) {
    if (state === "raised" && loudness(kind) === "siren") return true;
  }
  return false;
}
