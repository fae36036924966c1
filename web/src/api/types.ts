/**
 * The shapes of the HTTP API as the screens use them.
 *
 * Cast: a `Session` says who is signed in and what they may do; an `Alarm` is a call for help as it stands now;
 * a `TimelineItem` is one thing that happened to it; a `StreamEvent` is the same thing as it arrives live.
 * Times are RFC 3339 UTC strings, positions are places in the journal and only ever grow.
 */

import type { WrongCell } from "./imports";

export const KINDS = [
  "duress",
  "holdup",
  "panic",
  "man-down",
  "medical",
  "fire",
  "gas",
  "intrusion",
  "assist",
  "tamper",
  "technical",
  "test",
] as const;
export type Kind = (typeof KINDS)[number];

export const STATES = ["raised", "acknowledged", "responding", "attended", "closed"] as const;
export type State = (typeof STATES)[number];

export const OUTCOMES = ["real", "no-danger", "test"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Waiting comes first: it is the cause a hospital can do most about. */
export const FACTORS = ["waiting", "intoxication", "mental-state", "dispute-over-care", "other"] as const;
export type Factor = (typeof FACTORS)[number];

export type Language = "kk" | "ru" | "en";

/** A name in up to three languages; any of them may be missing. */
export type Names = { readonly [language in Language]?: string | null };

/** A person; the name is null once it has been erased. */
export interface Person {
  readonly id: string;
  readonly name: string | null;
}

export interface Alarm {
  readonly id: string;
  readonly state: State;
  readonly kind: Kind;
  readonly silent: boolean;
  readonly origin: "person" | "device" | "system";
  readonly site: string;
  readonly zone: string | null;
  readonly device: string | null;
  readonly raised_at: string;
  /** When somebody pressed, by the presser's own clock. */
  readonly pressed_at: string | null;
  readonly flags: readonly string[];
  /** The journal position of its `alarm.raised`. */
  readonly position: number;
  readonly situation: string;
  readonly raised_by: Person | null;
  /** Who made the present state: the holder of a taken alarm. */
  readonly by: Person | null;
  readonly acknowledged_at: string | null;
  readonly responding_at: string | null;
  readonly attended_at: string | null;
  readonly closed_at: string | null;
  readonly outcome: Outcome | null;
  readonly factors: readonly Factor[];
  readonly contested: boolean;
  readonly repeats: number;
  /** The signal that raised it: which button of a panel, in which area. */
  readonly signal: Signal | null;
}

export interface Signal {
  readonly protocol: string;
  readonly code: string;
  /** The panel's own numbers of the button or sensor, and of the area. */
  readonly point: string | null;
  readonly area: string | null;
  readonly text: string | null;
  readonly account: string | null;
  readonly sequence: number | null;
}

/** What the sender claimed and Saqta could not place. */
export interface Claim {
  readonly zone: string | null;
  readonly device: string | null;
  readonly kind: string | null;
  readonly body: string | null;
}

export const HAPPENINGS = [
  "raised",
  "acknowledged",
  "responding",
  "attended",
  "closed",
  "released",
  "noted",
  "reopened",
  "contested",
  "repeated",
  "joined",
  "signalled",
] as const;
export type Happening = (typeof HAPPENINGS)[number];

export interface TimelineItem {
  readonly position: number;
  readonly at: string;
  readonly type: `alarm.${Happening}`;
  readonly by: Person | null;
  readonly note: string | null;
  readonly claim?: Claim | null;
  readonly outcome: Outcome | null;
  readonly factors: readonly Factor[] | null;
  readonly signal: Signal | null;
}

export interface AlarmWithTimeline extends Alarm {
  readonly timeline: readonly TimelineItem[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  /** The journal position that the answer reflects. */
  readonly position: number;
  /** Whether the server's register lags behind its journal, so that the newest changes may be missing. */
  readonly behind?: boolean;
}

export interface Phone {
  readonly name: string;
  readonly number: string;
}

export interface Site {
  readonly id: string;
  readonly name: Names | null;
  readonly owner: { readonly bin: string | null; readonly name: string | null } | null;
  readonly kind: string | null;
  readonly region: string | null;
  readonly activity: string | null;
  readonly time_zone: string | null;
  readonly language: string | null;
  readonly phones: readonly Phone[];
}

export interface Zone {
  readonly id: string;
  readonly site: string;
  readonly parent: string | null;
  readonly name: Names | null;
}

export interface Device {
  readonly id: string;
  readonly kind: string;
  readonly zone: string | null;
  readonly site: string | null;
  readonly last_seen: string | null;
}

export type Role = "worker" | "guard" | "dispatcher" | "safety-officer" | "inspector" | "analyst" | "auditor" | "admin";

export interface RoleAt {
  readonly role: Role;
  readonly site: string | null;
  readonly region: string | null;
}

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly roles: readonly RoleAt[];
}

export interface Session {
  readonly account: Account;
  readonly permissions: readonly string[];
  readonly position: number;
}

/** What a live `alarm.*` event carries besides its position. */
export interface AlarmEvent {
  readonly position: number;
  readonly at: string;
  readonly by: Person | null;
  readonly note?: string | null;
  readonly alarm: Partial<Alarm> & { readonly id: string; readonly site: string };
}

/** A press that the journal could not take: the server shows it all the same. */
export interface UnrecordedPress {
  readonly at: string;
  readonly press: {
    readonly key: string;
    readonly kind: string;
    readonly site: string | null;
    readonly zone: string | null;
  };
}

/** The body of an `application/problem+json` answer. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly do?: string;
  /** Of a request that was not understood: the field at fault, as `injured.iin`. */
  readonly field?: string | null;
  /** Of a request that was not understood: why, in English. */
  readonly reason?: string | null;
  /** Of a file that cannot be taken: the first cells at fault. */
  readonly errors?: readonly WrongCell[];
  readonly state?: string | null;
  readonly by?: Person | null;
}
