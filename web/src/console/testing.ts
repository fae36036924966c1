/** Builders for tests: an alarm with what matters to the test, and neutral values for the rest. */
import type { Alarm, AlarmEvent, Happening } from "../api/types";
import type { LiveEvent } from "./book";

export function alarm(wish: Partial<Alarm> & { readonly id: string }): Alarm {
  const position = wish.position ?? 1;
  return {
    state: "raised",
    kind: "panic",
    silent: false,
    origin: "device",
    site: "site-a",
    zone: "zone-a",
    device: null,
    raised_at: new Date(Date.UTC(2026, 10, 22, 4, 0, position % 60)).toISOString(),
    pressed_at: null,
    flags: [],
    position,
    situation: `situation of ${wish.id}`,
    raised_by: null,
    by: null,
    acknowledged_at: null,
    responding_at: null,
    attended_at: null,
    closed_at: null,
    outcome: null,
    factors: [],
    contested: false,
    repeats: 0,
    signal: null,
    ...wish,
  };
}

export const guard = { id: "guard-a", name: "A." };
export const other = { id: "guard-b", name: "B." };

export function happened(
  happening: Happening,
  position: number,
  said: Partial<Alarm> & { readonly id: string },
  by: AlarmEvent["by"] = guard,
): LiveEvent {
  const at = new Date(Date.UTC(2026, 10, 22, 4, 1, position % 60)).toISOString();
  return { happening, event: { position, at, by, alarm: { site: "site-a", ...said } } };
}

export const raised = (position: number, wish: Partial<Alarm> & { readonly id: string }): LiveEvent =>
  happened("raised", position, alarm({ ...wish, position }), null);
