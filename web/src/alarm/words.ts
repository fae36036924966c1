/** Words for the values of an alarm. A value this screen does not know yet is shown as it came, never hidden. */
import { FACTORS, KINDS, OUTCOMES, type State } from "../api/types";
import type { Say } from "../common/words";

export const FLAGS: ReadonlySet<string> = new Set([
  "unknown-kind",
  "unknown-zone",
  "unknown-device",
  "revoked-token",
  "unreadable-body",
  "place-uncertain",
  "key-reused",
  "unknown-account",
  "unknown-code",
  "wrong-clock",
  "late",
  "bad-checksum",
  "undecryptable",
  "foreign-origin",
  "no-account",
  "wrong-value",
  "text-cut",
  "not-encrypted",
  "unreadable-data",
]);

const has = (list: readonly string[], value: string) => list.includes(value);

export const kindWord = (t: Say, kind: string): string => (has(KINDS, kind) ? t(`kind-${kind}`) : kind);
export const stateWord = (t: Say, state: State): string => t(`state-${state}`);
export const outcomeWord = (t: Say, outcome: string): string =>
  has(OUTCOMES, outcome) ? t(`outcome-${outcome}`) : outcome;
export const factorWord = (t: Say, factor: string): string => (has(FACTORS, factor) ? t(`factor-${factor}`) : factor);
export const flagWord = (t: Say, flag: string): string => (FLAGS.has(flag) ? t(`flag-${flag}`) : flag);
