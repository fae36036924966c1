import { describe, expect, it } from "vitest";
import { begin, foremost, type Hitch, isDelivered, type Order, type Press, type PressEvent, step } from "./state";
import type { News, Receipt } from "./wire";

const ORDER: Order = { key: "k-1", kind: "panic", zone: "triage", silent: true, pressedAt: 1000 };
const RECEIPT: Receipt = { id: "a-1", position: 7, raisedAt: "2026-01-15T04:00:00Z" };

function news(state: News["state"], more: Partial<News> = {}): News {
  return { state, by: "Guard A.", at: "2026-01-15T04:01:00Z", outcome: null, contested: false, ...more };
}

function heard(state: News["state"], position: number | null, more: Partial<News> = {}): PressEvent {
  return { type: "news", news: news(state, more), position };
}

function run(...events: PressEvent[]): Press {
  return events.reduce(step, begin(ORDER));
}

const recorded: PressEvent = { type: "recorded", receipt: RECEIPT };

describe("a press before the server's receipt", () => {
  const everything: PressEvent[] = [
    { type: "silence" },
    { type: "offline" },
    { type: "failed", hitch: "no-answer" },
    { type: "failed", hitch: "not-recorded" },
    { type: "failed", hitch: "unknown-phone" },
    heard("responding", 9),
    heard("closed", null),
  ];

  it("is never shown as delivered, whatever else happens, in any order of two", () => {
    for (const one of everything)
      for (const other of everything) expect(isDelivered(run(one, other)), JSON.stringify([one, other])).toBe(false);
  });

  it.each<[Hitch, PressEvent["type"], string]>([
    ["no-answer", "failed", "sending"],
    ["not-recorded", "failed", "undelivered"],
    ["unknown-phone", "failed", "undelivered"],
    ["offline", "failed", "undelivered"],
  ])("after one attempt that failed by %s is %s → %s", (hitch, _type, stage) => {
    expect(run({ type: "failed", hitch }).stage).toBe(stage);
  });

  it("is NOT delivered after the silence, and stays so until the receipt", () => {
    const silent = run({ type: "silence" });
    expect(silent).toMatchObject({ stage: "undelivered", hitch: "no-answer" });
    expect(step(silent, recorded).stage).toBe("sent");
  });

  it("is NOT delivered at once when the phone is offline", () => {
    expect(run({ type: "offline" })).toMatchObject({ stage: "undelivered", hitch: "offline" });
  });

  it("says the newest reason", () => {
    const press = run({ type: "offline" }, { type: "failed", hitch: "not-recorded" });
    expect(press).toMatchObject({ hitch: "not-recorded" });
  });
});

describe("a press after the server's receipt", () => {
  it.each<PressEvent>([
    { type: "silence" },
    { type: "offline" },
    { type: "failed", hitch: "unknown-phone" },
    { type: "recorded", receipt: { ...RECEIPT, id: "another" } },
  ])("keeps it when late or foreign facts arrive: %o", (event) => {
    const sent = run(recorded);
    expect(step(sent, event)).toBe(sent);
  });

  it("follows the alarm to its end", () => {
    const states: News["state"][] = ["acknowledged", "responding", "attended", "closed"];
    const events = states.map((state, index) => heard(state, 8 + index));
    const stages = states.map((_, index) => run(recorded, ...events.slice(0, index + 1)).stage);
    expect(stages).toEqual(["seen", "coming", "arrived", "closed"]);
  });

  it("ignores an event that is older than what it knows", () => {
    const coming = run(recorded, heard("responding", 9));
    expect(step(coming, heard("acknowledged", 8))).toBe(coming);
  });

  it("returns the very same press when an answer says nothing new", () => {
    const seen = run(recorded, heard("acknowledged", 8));
    expect(step(seen, heard("acknowledged", null))).toBe(seen);
  });

  it("goes back to waiting when the guard hands it back", () => {
    expect(run(recorded, heard("acknowledged", 8), heard("raised", 9))).toMatchObject({
      stage: "sent",
      again: true,
      by: null,
    });
  });

  it("remembers that it was contested through the steps that follow", () => {
    const contested = run(
      recorded,
      heard("closed", 8, { outcome: "no-danger" }),
      heard("raised", 9, { contested: true }),
    );
    expect(step(contested, heard("acknowledged", 10))).toMatchObject({ stage: "seen", contested: true });
  });
});

describe("the foremost press", () => {
  const named = (key: string, ...events: PressEvent[]) => events.reduce(step, begin({ ...ORDER, key }));

  it("is the newest that is not delivered, before anything that is", () => {
    const waiting = named("1", { type: "silence" });
    expect(foremost([waiting, named("2", recorded)])).toBe(waiting);
  });

  it("is the newest open one when all are delivered", () => {
    const open = named("1", recorded);
    expect(foremost([open, named("2", recorded, heard("closed", 9))])).toBe(open);
  });

  it("is nothing when there is none", () => expect(foremost([])).toBeNull());
});
