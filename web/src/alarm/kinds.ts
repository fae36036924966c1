/** How grave each kind of alarm is, and how loud. */
import type { Kind } from "../api/types";

/** `siren`: loops until taken. `chime`: one soft sound. */
export type Loudness = "siren" | "chime";

const CHIMES: ReadonlySet<string> = new Set<Kind>(["assist", "tamper", "technical", "test"]);
const ABOUT_THINGS: ReadonlySet<string> = new Set<Kind>(["tamper", "technical", "test"]);

/** As in `crates/domain/src/alarm/kind.rs`: 0 is the gravest. */
const GRAVITY: Readonly<Record<Kind, number>> = {
  panic: 0,
  duress: 0,
  holdup: 0,
  "man-down": 0,
  fire: 1,
  gas: 1,
  medical: 2,
  intrusion: 3,
  assist: 4,
  tamper: 5,
  technical: 6,
  test: 7,
};

/** 0 is the gravest. A kind this screen does not know yet ranks with panic: never below what it might be. */
export function gravity(kind: string): number {
  return GRAVITY[kind as Kind] ?? 0;
}

export function loudness(kind: string): Loudness {
  return CHIMES.has(kind) ? "chime" : "siren";
}

/** Whether a person may be in need; otherwise a device is. */
export function concernsPerson(kind: string): boolean {
  return !ABOUT_THINGS.has(kind);
}
