/**
 * When the console itself cannot be trusted.
 *
 * A screen that hears nothing looks as calm as a screen on a quiet night. So silence is a fault: the server says
 * something every five seconds, and after eight without a word the guard is told, and so is the server.
 */
export const SILENCE_MS = 8_000;

export type FaultKind = "stream-silent" | "sound-suspended";

export interface Fault {
  readonly what: FaultKind;
  /** On the same monotonic clock as `now`, in milliseconds. */
  readonly since: number;
}

export interface Vitals {
  /** When the server was last heard, or when listening began. */
  readonly heardAt: number;
  /** Since when sound has been unable to play; null while it can, or when this person needs none. */
  readonly soundLostAt: number | null;
}

export function faultsAt(now: number, vitals: Vitals): readonly Fault[] {
  const faults: Fault[] = [];
  if (now - vitals.heardAt >= SILENCE_MS) faults.push({ what: "stream-silent", since: vitals.heardAt });
  if (vitals.soundLostAt !== null) faults.push({ what: "sound-suspended", since: vitals.soundLostAt });
  return faults;
}

/**
 * Remembers which faults the server still has to hear of. A silent stream usually means that the server cannot be
 * told at once, so an episode stays owed, also after it has ended, until the server has taken it.
 */
export class FaultReports {
  private readonly owed = new Map<string, Fault>();
  private readonly told = new Set<string>();

  observe(faults: readonly Fault[]): void {
    for (const fault of faults) {
      const episode = `${fault.what} ${fault.since}`;
      if (!this.told.has(episode)) this.owed.set(episode, fault);
    }
  }

  pending(): readonly Fault[] {
    return [...this.owed.values()];
  }

  delivered(fault: Fault): void {
    const episode = `${fault.what} ${fault.since}`;
    this.owed.delete(episode);
    this.told.add(episode);
  }
}
