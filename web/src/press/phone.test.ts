import { describe, expect, it } from "vitest";
import { type Asked, FakeClock, FakeStream, fakeNetwork, json, type Reply, settle } from "./fakes";
import { Phone, type PhoneView } from "./phone";
import { memoryStorage, type Storage } from "./storage";

const BRIEFING = {
  site: {
    id: "s-1",
    name: { ru: "Больница" },
    time_zone: "Asia/Qostanay",
    language: "kk",
    phones: [{ name: "Post", number: "+7 1" }],
  },
  zone: { id: "triage", name: { ru: "Приёмная" } },
  kind: "panic",
  silent: true,
  hold_ms: 300,
};
const RECEIPT = { id: "a-1", position: 7, raised_at: "2026-01-15T04:00:00Z" };

function scene(reply: (asked: Asked, earlier: number) => Reply, storage: Storage = memoryStorage()) {
  const clock = new FakeClock();
  const network = fakeNetwork(clock, reply);
  const views: PhoneView[] = [];
  let keys = 0;
  const phone = new Phone({
    clock,
    fetch: network.fetch,
    storage,
    uuid: () => `k-${++keys}`,
    online: () => true,
    draw: (view) => views.push(view),
    changed: () => undefined,
    requestSync: () => undefined,
  });
  const now = () => views.at(-1) as PhoneView;
  const stages = () => now().presses.map((it) => it.stage);
  return { clock, phone, now, stages, storage, asked: network.asked };
}

/** A server that answers the briefing, and a press by `press`. */
function server(press: (earlier: number) => Reply, stream: Reply = "mute") {
  return (asked: Asked, earlier: number): Reply => {
    if (asked.method === "POST") return press(earlier);
    if (asked.path.startsWith("/api/v1/press")) return json(200, BRIEFING);
    return asked.path.startsWith("/api/v1/stream") ? stream : "mute";
  };
}

describe("enrolment", () => {
  it("takes token and zone, asks for the briefing, and lasts", async () => {
    const { phone, now, storage, asked } = scene(server(() => "mute"));
    await phone.start("#token=t-1&zone=triage&silent=no");
    await settle();
    expect(asked.map((it) => it.path)).toContain("/api/v1/press?zone=triage");
    expect(now().briefing?.zone?.id).toBe("triage");
    const later = scene(
      server(() => "mute"),
      storage,
    );
    await later.phone.start("");
    expect(later.now()).toMatchObject({ enrolled: true, settings: { silent: false } });
  });

  it("shows what was last known of the place when the server is away", async () => {
    const { phone, storage } = scene(server(() => "mute"));
    await phone.start("#token=t-1&zone=triage");
    await settle();
    const later = scene(() => new TypeError("no network"), storage);
    await later.phone.start("");
    await settle();
    expect(later.now().briefing?.site?.phones).toEqual([{ name: "Post", number: "+7 1" }]);
  });

  it("forgets the old place when the phone is moved to another", async () => {
    const { phone, storage } = scene(server(() => "mute"));
    await phone.start("#token=t-1&zone=triage");
    await settle();
    const later = scene(() => new TypeError("no network"), storage);
    await later.phone.start("#zone=corridor");
    expect(later.now()).toMatchObject({ briefing: null, namedZone: "corridor" });
  });
});

describe("a press", () => {
  it("is on the phone's disk before it is sent", async () => {
    const storage = memoryStorage();
    let keptWhenSent: number | null = null;
    const { phone } = scene((asked) => {
      if (asked.method === "POST") void storage.presses().then((it) => (keptWhenSent = it.length));
      return "mute";
    }, storage);
    await phone.start("#token=t-1");
    await phone.press(null);
    await settle();
    expect(keptWhenSent).toBe(1);
  });

  it("is sent although the storage hangs", async () => {
    const storage: Storage = { ...memoryStorage(), keep: () => new Promise(() => undefined) };
    const { phone, clock, stages } = scene(
      server(() => json(201, RECEIPT)),
      storage,
    );
    await phone.start("#token=t-1");
    void phone.press(null);
    await clock.forward(300);
    expect(stages()).toEqual(["sent"]);
  });

  it("survives a restart of the browser and goes on under its key", async () => {
    const before = scene(server(() => "mute"));
    await before.phone.start("#token=t-1&zone=triage");
    await settle();
    await before.phone.press(null);
    await settle();
    const after = scene(
      server(() => json(201, RECEIPT)),
      before.storage,
    );
    await after.phone.start("");
    await settle();
    const sent = after.asked.find((it) => it.method === "POST");
    expect(sent?.headers.get("Idempotency-Key")).toBe("k-1");
    expect(after.stages()).toEqual(["sent"]);
  });

  it("goes to the zone the code named, when the server knows none", async () => {
    const { phone, asked } = scene((it) => (it.method === "POST" ? json(201, RECEIPT) : new TypeError("away")));
    await phone.start("#token=t-1&zone=cellar");
    await phone.press("assist");
    await settle();
    expect(asked.find((it) => it.method === "POST")?.body).toMatchObject({
      zone: "cellar",
      kind: "assist",
      silent: true,
    });
  });

  it("may be followed by another while it is open", async () => {
    const { phone, stages, asked } = scene(server(() => json(201, RECEIPT)));
    await phone.start("#token=t-1");
    await phone.press(null);
    await phone.press(null);
    await settle();
    expect(stages()).toEqual(["sent", "sent"]);
    const keys = asked.filter((it) => it.method === "POST").map((it) => it.headers.get("Idempotency-Key"));
    expect(keys).toEqual(["k-1", "k-2"]);
  });
});

describe("a colleague's call", () => {
  async function hear(alarm: Record<string, unknown>) {
    const stream = new FakeStream();
    const it = scene(server(() => json(201, RECEIPT), stream.response));
    await it.phone.start("#token=t-1&zone=triage");
    await settle();
    stream.say(`event: alarm.raised\ndata: ${JSON.stringify({ position: 9, at: "2026-01-15T04:00:00Z", alarm })}\n\n`);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setTimeout(next));
    return it;
  }

  it("is shown with its place", async () => {
    const { now } = await hear({ id: "b-1", site: "s-1", zone: "triage", silent: false });
    expect(now().calls).toMatchObject([{ id: "b-1", zone: { id: "triage" } }]);
  });

  it("is not shown when it is silent, or of another site", async () => {
    for (const alarm of [
      { id: "b-1", site: "s-1", zone: "triage", silent: true },
      { id: "b-2", site: "s-2", zone: null, silent: false },
    ])
      expect((await hear(alarm)).now().calls, JSON.stringify(alarm)).toEqual([]);
  });
});
