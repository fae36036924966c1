// @vitest-environment node
/**
 * The console's link against a real port: whatever happens to the stream, list and screen end up equal.
 * Operations and breaks come from a seeded sequence; a failure names its seed.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Api } from "../../src/api/client";
import { Link } from "../../src/console/link";
import { StreamSource } from "../../src/console/stream/source";
import { UnrecordedShelf } from "../../src/console/unrecorded";
import { PASSWORD } from "./data";
import { eventSource } from "./eventSource";
import { WireServer } from "./server";

let wire: WireServer;
let url: string;
let cookie = "";
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  wire = new WireServer();
  url = await wire.listen();
  globalThis.fetch = async (address, options) => {
    const response = await plainFetch(address, { ...options, headers: { ...options?.headers, cookie } });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
});

afterEach(async () => {
  globalThis.fetch = plainFetch;
  await wire.stop();
});

async function openLink(): Promise<{ link: Link; sounds: boolean[] }> {
  const api = new Api(() => "en", `${url}/api/v1`);
  await api.signIn("guard", PASSWORD);
  const sounds: boolean[] = [];
  const link = new Link({
    api,
    now: () => performance.now(),
    wallClock: () => Date.now(),
    shelf: new UnrecordedShelf(null),
    onSound: (siren) => sounds.push(siren),
    openFeed: (_, hear) => {
      const source = new StreamSource(
        {
          connect: (path) => eventSource(url + path, cookie),
          after: (milliseconds, then) => {
            // Waiting to reconnect is not what is tested here.
            const timer = setTimeout(then, milliseconds === 8_000 ? milliseconds : 5);
            return () => clearTimeout(timer);
          },
        },
        hear,
      );
      hear({ type: "joined", open: false, last: null });
      source.start();
      return { stop: () => source.stop() };
    },
  });
  link.start("guard");
  return { link, sounds };
}

const shown = (link: Link) =>
  link
    .snapshot()
    .rows.flatMap(({ alarms }) => alarms)
    .map(({ id, state }) => `${id} ${state}`)
    .sort();
const stored = () =>
  wire
    .open()
    .map(({ id, state }) => `${id} ${state}`)
    .sort();

/** A small linear congruential generator: repeatable, nothing more is asked of it. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe("the link", () => {
  it.each([1, 2, 3, 4, 5, 6])("loses no alarm and shows none twice, seed %i", async (seed) => {
    const random = seeded(seed);
    const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)];
    wire.pageLimit = 3;
    for (let i = 0; i < 7; i += 1) wire.raise();
    const { link } = await openLink();
    const everyone = wire.open().map(({ id }) => id);
    for (let i = 0; i < 120; i += 1) {
      const chance = random();
      if (chance < 0.35) everyone.push(wire.raise({ kind: pick(["panic", "assist", "fire"] as const) }).id);
      else if (chance < 0.9) {
        const id = pick(everyone);
        const step = pick(["acknowledge", "respond", "attend", "close", "release", "reopen"]);
        if (id !== undefined && step !== undefined) wire.step(id, step, { id: "x", name: "X." }, { outcome: "real" });
      } else if (chance < 0.95) wire.dropStreams();
      else {
        wire.down = true;
        wire.dropStreams();
        setTimeout(() => {
          wire.down = false;
        }, 10);
      }
      if (random() < 0.3) await new Promise((done) => setTimeout(done, 4));
    }
    wire.down = false;
    await vi.waitFor(() => expect(shown(link)).toEqual(stored()), { timeout: 8_000, interval: 20 });
    link.stop();
  });

  it("sounds when an alarm comes and falls silent when it is taken", async () => {
    const { link, sounds } = await openLink();
    await vi.waitFor(() => expect(link.snapshot().phase).toBe("live"));
    const { id } = wire.raise();
    await vi.waitFor(() => expect(sounds.at(-1)).toBe(true));
    wire.step(id, "acknowledge", { id: "x", name: "X." });
    await vi.waitFor(() => expect(sounds.at(-1)).toBe(false));
    link.stop();
  });

  it("notices that the session has ended", async () => {
    const { link } = await openLink();
    await vi.waitFor(() => expect(link.snapshot().phase).toBe("live"));
    wire.endSessions();
    await vi.waitFor(() => expect(link.snapshot().phase).toBe("signed-out"));
    link.stop();
  });
});
