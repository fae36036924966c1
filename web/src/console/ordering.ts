/**
 * Which alarm comes first: calls for a person before faults of things; what nobody has taken before what somebody
 * has; then the gravest kind; then the oldest. The first one is what the space bar acts on.
 */
import { concernsPerson, gravity } from "../alarm/kinds";
import type { Alarm } from "../api/types";

export function compareAlarms(a: Alarm, b: Alarm): number {
  return (
    Number(!concernsPerson(a.kind)) - Number(!concernsPerson(b.kind)) ||
    Number(a.state !== "raised") - Number(b.state !== "raised") ||
    gravity(a.kind) - gravity(b.kind) ||
    a.position - b.position
  );
}
