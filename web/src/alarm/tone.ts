import type { Alarm } from "../api/types";

/** The one language of state: each tone has its colour, its shape and its word on every screen. */
export type Tone = "raised" | "acknowledged" | "responding" | "attended" | "closed" | "technical" | "test";

export function toneOf({ kind, state }: Pick<Alarm, "kind" | "state">): Tone {
  if (state === "closed") return "closed";
  if (kind === "test") return "test";
  if (kind === "technical" || kind === "tamper") return "technical";
  return state;
}
