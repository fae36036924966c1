/**
 * Which alarm comes first: calls for a person before faults of things; the gravest kind; what nobody has taken before
 * what somebody has; then the oldest.
 */
import { concernsPerson, gravity } from "../alarm/kinds";
import type { Alarm } from "../api/types";

export function compareAlarms(a: Alarm, b: Alarm): number {
  return (
    Number(!concernsPerson(a.kind)) - Number(!concernsPerson(b.kind)) ||
    gravity(a.kind) - gravity(b.kind) ||
    Number(a.state !== "raised") - Number(b.state !== "raised") ||
    a.position - b.position
  );
}
