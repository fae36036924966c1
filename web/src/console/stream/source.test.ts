import { describe, expect, it } from "vitest";
import { SILENCE_MS } from "../faults";
import { type EventSourceLike, type Said, StreamSource } from "./source";

/** A world in which time moves when told and streams are held in the hand. */
function world() {
  const streams: { url: string; closed: boolean; emit: (type: string, body?: object | string) => void }[] = [];
  const timers = new Set<{ at: number; then: () => void }>();
  let now = 0;
  const heard: Said[] = [];
  const source = new StreamSource(
    {
      connect(url): EventSourceLike {
        const listeners = new Map<string, (event: { data?: unknown }) => void>();
        const stream = {
          url,
          closed: false,
          emit: (type: string, body?: object | string) =>
            listeners.get(type)?.({ data: typeof body === "string" ? body : JSON.stringify(body) }),
        };
        streams.push(stream);
        return {
          addEventListener: (type, listener) => void listeners.set(type, listener),
          close: () => {
            stream.closed = true;
          },
        };
      },
      after(milliseconds, then) {
        const timer = { at: now + milliseconds, then };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    },
    (said) => heard.push(said),
  );
  function pass(milliseconds: number) {
    const until = now + milliseconds;
    for (;;) {
      const next = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers.delete(next);
      now = next.at;
      next.then();
    }
    now = until;
  }
  const latest = () => {
    const stream = streams.at(-1);
    if (stream === undefined) throw new Error("no stream was opened");
    return stream;
  };
  return { source, heard, streams, pass, latest };
}

const event = (position: number) => ({ position, at: "2026-11-22T04:00:00Z", by: null, alarm: { id: "a", site: "s" } });

describe("the live stream", () => {
  it("resumes after the last position it has seen", () => {
    const { source, latest, pass, streams } = world();
    source.start();
    expect(latest().url).toBe("/api/v1/stream");
    latest().emit("open");
    latest().emit("head", { position: 4, at: "2026-11-22T04:00:00Z" });
    latest().emit("alarm.raised", event(9));
    latest().emit("error");
    pass(500);
    expect(streams).toHaveLength(2);
    expect(latest().url).toBe("/api/v1/stream?from=9");
  });

  it("opens another when this one says nothing for eight seconds", () => {
    const { source, latest, pass, streams, heard } = world();
    source.start();
    latest().emit("open");
    pass(SILENCE_MS - 1);
    latest().emit("head", { position: 1, at: "2026-11-22T04:00:00Z" });
    pass(SILENCE_MS - 1);
    expect(streams).toHaveLength(1);
    pass(1);
    expect(streams[0]?.closed).toBe(true);
    expect(heard.at(-1)).toEqual({ type: "lost" });
    pass(500);
    expect(streams).toHaveLength(2);
  });

  it("waits a little longer after each failure, never more than four seconds", () => {
    const { source, latest, pass, streams } = world();
    source.start();
    for (const wait of [500, 1_000, 2_000, 4_000, 4_000]) {
      const before = streams.length;
      latest().emit("error");
      pass(wait - 1);
      expect(streams).toHaveLength(before);
      pass(1);
      expect(streams).toHaveLength(before + 1);
    }
    latest().emit("open");
    latest().emit("bye");
    const before = streams.length;
    pass(500);
    expect(streams).toHaveLength(before + 1);
  });

  it("ignores a stream it has hung up on, and starts again after a line cut short", () => {
    const { source, latest, pass, streams, heard } = world();
    source.start();
    const first = latest();
    first.emit("alarm.raised", '{"position":');
    expect(heard).toEqual([{ type: "lost" }]);
    first.emit("alarm.raised", event(3));
    expect(heard).toHaveLength(1);
    pass(500);
    expect(streams).toHaveLength(2);
  });

  it("goes back with a journal that was restored to an earlier state", () => {
    const { source, latest, pass } = world();
    source.start();
    latest().emit("alarm.raised", event(90));
    latest().emit("head", { position: 12, at: "2026-11-22T04:00:00Z" });
    latest().emit("error");
    pass(500);
    expect(latest().url).toBe("/api/v1/stream?from=12");
  });

  it("says what was pressed but not recorded", () => {
    const { source, latest, heard } = world();
    source.start();
    latest().emit("alarm.unrecorded", { at: "2026-11-22T04:00:00Z", press: { key: "k", kind: "panic" } });
    expect(heard).toEqual([
      { type: "unrecorded", press: { at: "2026-11-22T04:00:00Z", press: { key: "k", kind: "panic" } } },
    ]);
  });
});
