import { describe, expect, it } from "vitest";
import type { Alarm, Page } from "../api/types";
import { AlarmBook } from "./book";
import { alarm, guard, happened, other, raised } from "./testing";

const page = (position: number, items: Alarm[]): Page<Alarm> => ({ items, next: null, position });
const states = (book: AlarmBook) => Object.fromEntries([...book.open()].map(({ id, state }) => [id, state]));

describe("the book of alarms", () => {
  it("follows an alarm from press to close", () => {
    const book = new AlarmBook();
    book.apply(raised(1, { id: "a" }));
    book.apply(happened("acknowledged", 2, { id: "a" }));
    expect(book.get("a")).toMatchObject({ state: "acknowledged", by: guard });
    book.apply(happened("responding", 3, { id: "a" }));
    book.apply(happened("attended", 4, { id: "a" }));
    book.apply(happened("closed", 5, { id: "a", outcome: "real", factors: ["waiting"] }));
    expect(states(book)).toEqual({});
    expect(book.get("a")).toMatchObject({ state: "closed", outcome: "real", factors: ["waiting"] });
  });

  it("shows an alarm once that comes by stream and by list", () => {
    const book = new AlarmBook();
    const live = raised(7, { id: "a" });
    book.apply(live);
    book.load([page(7, [alarm({ id: "a", position: 7 })])], [live]);
    expect(book.size).toBe(1);
  });

  it("keeps an alarm that was raised while an older list was being answered", () => {
    const book = new AlarmBook();
    const live = raised(8, { id: "new" });
    book.apply(live);
    book.load([page(7, [alarm({ id: "old", position: 7 })])], [live]);
    expect(states(book)).toEqual({ old: "raised", new: "raised" });
  });

  it("does not let an event undo what a later page already says", () => {
    const book = new AlarmBook();
    const meanwhile = [happened("acknowledged", 11, { id: "b" })];
    book.load(
      [page(10, [alarm({ id: "a", position: 9 })]), page(12, [alarm({ id: "b", position: 2, state: "responding" })])],
      meanwhile,
    );
    expect(states(book)).toEqual({ a: "raised", b: "responding" });
  });

  it("drops what was closed while nobody listened, and keeps what changed since the list began", () => {
    const book = new AlarmBook();
    book.apply(raised(1, { id: "gone" }));
    const live = raised(6, { id: "fresh" });
    book.apply(live);
    book.load([page(5, [])], [live]);
    expect(states(book)).toEqual({ fresh: "raised" });
  });

  it("asks for an alarm that it hears of but does not hold", () => {
    const book = new AlarmBook();
    expect(book.apply(happened("reopened", 9, { id: "a" }))).toBe("missing");
    expect(book.load([page(3, [])], [happened("contested", 9, { id: "b" })])).toEqual(["b"]);
    book.put(alarm({ id: "a", state: "raised", contested: true }), 9);
    expect(states(book)).toEqual({ a: "raised" });
  });

  it("does not bring a closed alarm back for a late duplicate", () => {
    const book = new AlarmBook();
    const first = raised(1, { id: "a" });
    book.apply(first);
    book.apply(happened("closed", 2, { id: "a", outcome: "test", factors: [] }));
    expect(book.apply(first)).toBe("ignored");
    expect(book.size).toBe(0);
  });

  it("begins to wait again when released, reopened or contested", () => {
    const book = new AlarmBook();
    book.apply(raised(1, { id: "a" }));
    book.apply(happened("acknowledged", 2, { id: "a" }));
    expect(book.takeArrivals().map(({ id }) => id)).toEqual(["a"]);
    book.apply(happened("released", 3, { id: "a", state: "raised" }));
    expect(book.takeArrivals().map(({ id }) => id)).toEqual(["a"]);
    book.apply(happened("closed", 4, { id: "a", outcome: "no-danger", factors: [] }));
    book.apply(happened("contested", 5, { id: "a", state: "raised", contested: true }));
    expect(book.get("a")).toMatchObject({ state: "raised", contested: true, outcome: null });
    expect(book.takeArrivals()).toHaveLength(1);
    expect(book.takeArrivals()).toHaveLength(0);
  });

  it("lets the answer to a step count only while the stream has not gone further", () => {
    const book = new AlarmBook();
    book.apply(raised(1, { id: "a" }));
    const before = book.asOf("a");
    book.apply(happened("acknowledged", 2, { id: "a" }));
    book.apply(happened("responding", 3, { id: "a" }, other));
    book.answer(alarm({ id: "a", state: "acknowledged", by: guard }), before);
    expect(book.get("a")).toMatchObject({ state: "responding", by: other });
  });

  it("takes what a better copy of the signal adds, without changing the state", () => {
    const book = new AlarmBook();
    book.apply(raised(1, { id: "a", flags: ["bad-checksum"] }));
    book.apply(happened("acknowledged", 2, { id: "a" }));
    book.apply(happened("joined", 3, { id: "a", flags: [], kind: "holdup", zone: "zone-b", device: "panel" }));
    book.apply(happened("repeated", 4, { id: "a", repeats: 2 }));
    expect(book.get("a")).toMatchObject({
      state: "acknowledged",
      kind: "holdup",
      zone: "zone-b",
      flags: [],
      repeats: 2,
    });
  });

  it("leaves out colleagues' alarms, of which only kind, zone and state are told", () => {
    const { flags: _, ...glimpse } = alarm({ id: "theirs" });
    const book = new AlarmBook();
    expect(book.apply({ happening: "raised", event: { position: 1, at: "", by: null, alarm: glimpse } })).toBe(
      "ignored",
    );
    expect(book.apply({ happening: "noted", event: { position: 2, at: "", by: null, alarm: glimpse } })).toBe(
      "ignored",
    );
    book.load([page(2, [glimpse as Alarm])], []);
    expect(book.size).toBe(0);
  });

  it("ends the same whatever the order of list and events", () => {
    const events = [
      raised(1, { id: "a" }),
      raised(2, { id: "b" }),
      happened("acknowledged", 3, { id: "a" }),
      happened("closed", 4, { id: "b", outcome: "real", factors: [] }),
      raised(5, { id: "c" }),
      happened("responding", 6, { id: "a" }),
    ];
    const listAt = [
      page(0, []),
      page(1, [alarm({ id: "a" })]),
      page(2, [alarm({ id: "b", position: 2 }), alarm({ id: "a" })]),
      page(3, [alarm({ id: "b", position: 2 }), alarm({ id: "a", state: "acknowledged", by: guard })]),
      page(4, [alarm({ id: "a", state: "acknowledged", by: guard })]),
      page(5, [alarm({ id: "c", position: 5 }), alarm({ id: "a", state: "acknowledged", by: guard })]),
      page(6, [alarm({ id: "c", position: 5 }), alarm({ id: "a", state: "responding", by: guard })]),
    ];
    for (const [at, list] of listAt.entries()) {
      for (let heard = 0; heard <= at; heard += 1) {
        const book = new AlarmBook();
        const live = events.slice(heard);
        for (const event of live) book.apply(event);
        book.load([list], live);
        expect(states(book), `list at ${at}, listening since ${heard}`).toEqual({ a: "responding", c: "raised" });
      }
    }
  });
});
