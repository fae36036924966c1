/**
 * Proof, at type-checking, that what the server promises (`generated/schema.ts`, made from its own description) is what
 * the screens expect. It makes no code.
 */
import type { components } from "./generated/schema";
import type {
  Account,
  Alarm,
  Claim,
  Device,
  Person,
  Problem,
  RoleAt,
  Session,
  Signal,
  Site,
  TimelineItem,
  Zone,
} from "./types";

interface Expected {
  Account: Account;
  Alarm: Alarm;
  Claim: Claim;
  Device: Device;
  Person: Person;
  Problem: Problem;
  RoleAt: RoleAt;
  Session: Session;
  Signal: Signal;
  Site: Site;
  /** What may happen to an alarm is an open list on the wire. */
  TimelineItem: Omit<TimelineItem, "type">;
  Zone: Zone;
}

type Promised = Pick<components["schemas"], keyof Expected>;

/** Names the shapes that differ when this fails. */
type Broken = { [Name in keyof Expected]: Promised[Name] extends Expected[Name] ? never : Name }[keyof Expected];
type None<Names extends never> = Names;
export type Checked = None<Broken>;
