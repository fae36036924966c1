/** How grave each kind of alarm is, and how loud. */
import { KINDS, type Kind } from "../api/types";

/** `siren`: loops until taken. `chime`: one soft sound. */
export type Loudness = "siren" | "chime";

const CHIMES: ReadonlySet<string> = new Set<Kind>(["assist", "tamper", "technical", "test"]);
const ABOUT_THINGS: ReadonlySet<string> = new Set<Kind>(["tamper", "technical", "test"]);

/** 0 is the gravest. A kind this screen does not know yet ranks with panic: never below what it might be. */
export function gravity(kind: string): number {
  const rank = KINDS.indexOf(kind as Kind);
  return rank === -1 ? KINDS.indexOf("panic") : rank;
}

export function loudness(kind: string): Loudness {
  return CHIMES.has(kind) ? "chime" : "siren";
}

/** Whether a person may be in need; otherwise a device is. */
export function concernsPerson(kind: string): boolean {
  return !ABOUT_THINGS.has(kind);
}
