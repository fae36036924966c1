/**
 * One press, from the finger to the closed alarm: a pure state machine.
 *
 * The cast: an **order** is what the person asked for and never changes; a **press** is the order and what is truly
 * known about it; an **event** is a fact that has just become known. `step` is total: a fact that cannot better or
 * worsen what is known (a late timer, old news) returns the same press.
 *
 * The one rule of this file: a press is shown as delivered after the server's receipt and never before, and nothing
 * that happens later takes that receipt away.
 */

import type { News, Outcome, Receipt } from "./wire";

/** What the person asked for. `key` is the Idempotency-Key, made at the press. */
export interface Order {
  key: string;
  kind: string;
  /** Where help shall come; null when the place is uncertain. */
  zone: string | null;
  silent: boolean;
  /** Milliseconds since 1970, by the phone's clock. */
  pressedAt: number;
}

/** Why a press counts as not delivered. */
export type Hitch = "no-answer" | "offline" | "not-recorded" | "unknown-phone";

export type Press =
  | { stage: "sending"; order: Order }
  | { stage: "undelivered"; order: Order; hitch: Hitch }
  | Delivered;

/** A press that the server has recorded. */
export type Delivered =
  | ({ stage: "sent" /** It was taken or closed, and waits for a guard once more. */; again: boolean } & Known)
  | ({ stage: "seen" | "coming" | "arrived" } & Known)
  | ({ stage: "closed"; outcome: Outcome | null } & Known);

interface Known {
  order: Order;
  receipt: Receipt;
  /** Who made the present state, when the server names them. */
  by: string | null;
  /** When the present state began: RFC 3339, UTC. */
  at: string;
  contested: boolean;
  /** The journal position of the newest stream event that was applied. */
  position: number;
}

export type PressEvent =
  /** Three seconds have passed since the press. */
  | { type: "silence" }
  /** The phone says that it has no network. */
  | { type: "offline" }
  /** An attempt ended without a receipt. */
  | { type: "failed"; hitch: Hitch }
  /** `201`: it is on the server's disk. */
  | { type: "recorded"; receipt: Receipt }
  /** Something about the alarm; `position` is null when it was asked for and not heard on the stream. */
  | { type: "news"; news: News; position: number | null };

export function begin(order: Order): Press {
  return { stage: "sending", order };
}

export function isDelivered(press: Press): press is Delivered {
  return press.stage !== "sending" && press.stage !== "undelivered";
}

export function isOpen(press: Press): boolean {
  return press.stage !== "closed";
}

export function step(press: Press, event: PressEvent): Press {
  if (isDelivered(press)) return event.type === "news" ? learn(press, event.news, event.position) : press;
  switch (event.type) {
    case "recorded":
      return deliver(press.order, event.receipt);
    case "silence":
      return press.stage === "sending" ? fail(press, "no-answer") : press;
    case "offline":
      return fail(press, "offline");
    case "failed":
      return refuse(press, event.hitch);
    case "news":
      return press;
  }
}

function deliver(order: Order, receipt: Receipt): Delivered {
  return {
    stage: "sent",
    order,
    receipt,
    by: null,
    at: receipt.raisedAt,
    contested: false,
    again: false,
    position: receipt.position,
  };
}

/** One lost attempt is no verdict: the three seconds are. A server that says no, or a phone without network, is. */
function refuse(press: Exclude<Press, Delivered>, hitch: Hitch): Press {
  return hitch === "no-answer" && press.stage === "sending" ? press : fail(press, hitch);
}

function fail(press: Exclude<Press, Delivered>, hitch: Hitch): Press {
  return press.stage === "undelivered" && press.hitch === hitch
    ? press
    : { stage: "undelivered", order: press.order, hitch };
}

function learn(press: Delivered, news: News, position: number | null): Press {
  if (position !== null && position <= press.position) return press;
  const next = apply(press, news, position ?? press.position);
  return JSON.stringify(next) === JSON.stringify({ ...press, position: next.position }) ? press : next;
}

function apply(press: Delivered, news: News, position: number): Delivered {
  const known: Known = {
    order: press.order,
    receipt: press.receipt,
    by: news.by,
    at: news.at,
    contested: press.contested || news.contested,
    position,
  };
  switch (news.state) {
    case "raised":
      return { ...known, stage: "sent", by: null, again: press.stage !== "sent" || press.again };
    case "acknowledged":
      return { ...known, stage: "seen" };
    case "responding":
      return { ...known, stage: "coming" };
    case "attended":
      return { ...known, stage: "arrived" };
    case "closed":
      return { ...known, stage: "closed", outcome: news.outcome };
  }
}

/**
 * The press a person needs to see first: the newest that is not delivered, else the newest that is open, else the
 * newest. `presses` is oldest first.
 */
export function foremost(presses: readonly Press[]): Press | null {
  const newestFirst = [...presses].reverse();
  return newestFirst.find((it) => !isDelivered(it)) ?? newestFirst.find(isOpen) ?? newestFirst[0] ?? null;
}
