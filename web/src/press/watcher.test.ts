import { describe, expect, it } from "vitest";
import { EventCutter } from "./eventstream";
import { type Asked, FakeClock, FakeStream, fakeNetwork, json, type Reply, settle } from "./fakes";
import { Watcher } from "./watcher";
import type { AlarmEvent, News } from "./wire";

function scene(reply: (asked: Asked, earlier: number) => Reply) {
  const clock = new FakeClock();
  const network = fakeNetwork(clock, reply);
  const heard: AlarmEvent[] = [];
  const learned: [string, News][] = [];
  const links: string[] = [];
  const watcher = new Watcher({
    clock,
    fetch: network.fetch,
    token: () => "t-1",
    watched: () => ["a-1"],
    heard: (event) => heard.push(event),
    directoryChanged: () => undefined,
    learned: (id, news) => learned.push([id, news]),
    link: (link) => links.push(link),
  });
  return { clock, watcher, heard, learned, links, asked: network.asked };
}

const ALARM = { id: "a-1", state: "acknowledged", by: { name: "Guard A." }, acknowledged_at: "2026-01-15T04:01:00Z" };
const SEEN = `id: 8\nevent: alarm.acknowledged\ndata: {"position":8,"at":"2026-01-15T04:01:00Z","by":{"id":"u","name":"Guard A."},"alarm":{"id":"a-1","site":"s","state":"acknowledged"}}\n\n`;

/** Microtasks are not enough for a stream's own queue. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setTimeout(next));
  await settle();
}

describe("the watcher", () => {
  it("carries the token, hears an event, and asks once for what it may have missed", async () => {
    const stream = new FakeStream();
    const { watcher, heard, learned, links, asked } = scene((it) =>
      it.path.startsWith("/api/v1/stream") ? stream.response : json(200, ALARM),
    );
    watcher.restart();
    stream.say(': hello\n\nevent: head\ndata: {"position":7,"at":"2026-01-15T04:00:00Z"}\n\n');
    await breathe();
    expect(links).toEqual(["live"]);
    expect(asked[0]?.headers.get("Authorization")).toBe("Bearer t-1");
    expect(learned.map(([, { state, by }]) => [state, by])).toEqual([["acknowledged", "Guard A."]]);
    stream.say(SEEN.slice(0, 30));
    stream.say(SEEN.slice(30));
    await breathe();
    expect(heard).toMatchObject([{ id: "a-1", position: 8, news: { state: "acknowledged", by: "Guard A." } }]);
  });

  it("resumes from the last position it heard", async () => {
    const streams = [new FakeStream(), new FakeStream()];
    const { watcher, clock, asked } = scene((it, earlier) =>
      it.path.startsWith("/api/v1/stream")
        ? (streams[it.path.includes("from") ? 1 : earlier]?.response ?? new Error())
        : new Error(),
    );
    watcher.restart();
    streams[0]?.say(SEEN);
    await breathe();
    streams[0]?.end();
    await breathe();
    await clock.forward(500);
    expect(asked.filter((it) => it.path.startsWith("/api/v1/stream")).map((it) => it.path)).toEqual([
      "/api/v1/stream",
      "/api/v1/stream?from=8",
    ]);
  });

  it("counts twelve silent seconds as lost, and polls until the stream is back", async () => {
    const { watcher, clock, links, learned } = scene((it) =>
      it.path.startsWith("/api/v1/stream") ? "mute" : json(200, ALARM),
    );
    watcher.restart();
    await clock.forward(11_999);
    expect(links).toEqual([]);
    await clock.forward(1);
    expect(links).toEqual(["lost"]);
    await clock.forward(3000);
    expect(learned).toHaveLength(1);
  });

  it("says that the server does not know the phone, and asks again", async () => {
    const { watcher, clock, links, asked } = scene(() => json(401, {}));
    watcher.restart();
    await clock.forward(5000);
    expect(links).toContain("stranger");
    expect(asked.filter((it) => it.path === "/api/v1/stream").length).toBeGreaterThan(1);
  });
});

describe("the stream's cutter", () => {
  const text = `: hello\n\nevent: head\ndata: {"position":1}\n\n: hb\n\n${SEEN}event: bye\n\n`;

  it("finds the same events however the bytes are split", () => {
    const whole = new EventCutter().feed(text);
    expect(whole.map((it) => it.type)).toEqual(["head", "alarm.acknowledged", "bye"]);
    for (let cut = 0; cut <= text.length; cut += 1) {
      const cutter = new EventCutter();
      expect([...cutter.feed(text.slice(0, cut)), ...cutter.feed(text.slice(cut))], `cut at ${cut}`).toEqual(whole);
    }
  });
});
