import { describe, expect, it } from "vitest";
import { Courier } from "./courier";
import { type Asked, FakeClock, fakeNetwork, json, type Reply, settle } from "./fakes";
import type { Order, PressEvent } from "./state";

const pressedAt = ({ pressedAt }: Order) => new Date(pressedAt).toISOString();
const RECEIPT = { id: "a-1", position: 7, raised_at: "2026-01-15T04:00:00Z" };

function scene(reply: (asked: Asked, earlier: number) => Reply, more: { token?: string | null } = {}) {
  const clock = new FakeClock();
  const network = fakeNetwork(clock, reply);
  const told: PressEvent[] = [];
  const phone = { token: more.token === undefined ? "t-1" : more.token, online: true };
  const courier = new Courier({
    clock,
    fetch: network.fetch,
    token: () => phone.token,
    online: () => phone.online,
    tell: (_, event) => told.push(event),
  });
  const start = clock.now();
  const order: Order = { key: "k-1", kind: "panic", zone: "triage", silent: true, pressedAt: start };
  const instants = () => network.asked.map(({ at }) => at - start);
  return { clock, courier, order, told, phone, asked: network.asked, instants };
}

describe("the courier", () => {
  it("sends the press with its key, the token, and what was ordered", async () => {
    const { courier, order, asked, told } = scene(() => json(201, RECEIPT));
    courier.send(order);
    await settle();
    expect(asked[0]).toMatchObject({ path: "/api/v1/alarms", method: "POST" });
    expect(asked[0]?.headers.get("Authorization")).toBe("Bearer t-1");
    expect(asked[0]?.headers.get("Idempotency-Key")).toBe("k-1");
    expect(asked[0]?.body).toEqual({ zone: "triage", kind: "panic", silent: true, pressed_at: pressedAt(order) });
    expect(told).toEqual([{ type: "recorded", receipt: { id: "a-1", position: 7, raisedAt: RECEIPT.raised_at } }]);
  });

  it("leaves the zone out when the place is uncertain", async () => {
    const { courier, order, asked } = scene(() => json(201, RECEIPT));
    courier.send({ ...order, zone: null });
    await settle();
    expect(asked[0]?.body).toEqual({ kind: "panic", silent: true, pressed_at: pressedAt(order) });
  });

  it("says on each try when it was pressed, however late it is sent", async () => {
    const { courier, clock, order, asked } = scene((_, earlier) =>
      earlier < 3 ? new TypeError("no network") : json(201, RECEIPT),
    );
    courier.send(order);
    await clock.forward(3600_000);
    const said = asked.map((it) => (it.body as { pressed_at: string }).pressed_at);
    expect(new Set(said)).toEqual(new Set([pressedAt(order)]));
  });

  it("tries for ever: after 0.5, 1, 2, 4, then every 5 s, under one key", async () => {
    const { courier, clock, order, asked, instants } = scene(() => new TypeError("no network"));
    courier.send(order);
    await clock.forward(23_000);
    expect(instants()).toEqual([0, 500, 1500, 3500, 7500, 12_500, 17_500, 22_500]);
    expect(new Set(asked.map((it) => it.headers.get("Idempotency-Key")))).toEqual(new Set(["k-1"]));
    await clock.forward(3600_000);
    expect(asked.length).toBeGreaterThan(700);
  });

  it("tells the silence after three seconds, also while an attempt hangs", async () => {
    const { courier, clock, order, told } = scene(() => "mute");
    courier.send(order);
    await clock.forward(2999);
    expect(told).toEqual([]);
    await clock.forward(1);
    expect(told).toEqual([{ type: "silence" }]);
  });

  it("gives up on an attempt that hangs, and has more patience with the next", async () => {
    const { courier, clock, order, instants } = scene(() => "mute");
    courier.send(order);
    await clock.forward(60_000);
    expect(instants()).toEqual([0, 4500, 13_500, 30_500, 49_500]);
  });

  it("tells at once that the phone is offline, and still tries", async () => {
    const { courier, order, told, asked, phone } = scene(() => new TypeError("no network"));
    phone.online = false;
    courier.send(order);
    expect(told).toEqual([{ type: "offline" }]);
    await settle();
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["a captive portal's 200", () => new Response("<html>", { status: 200 }), "no-answer"],
    ["a 201 without a position", () => json(201, { id: "a-1" }), "no-answer"],
    ["a 201 that is not JSON", () => new Response("ok", { status: 201 }), "no-answer"],
    ["a proxy's 502", () => new Response("", { status: 502 }), "no-answer"],
    ["a 503 of a proxy", () => new Response("busy", { status: 503 }), "no-answer"],
    ["503 not-recorded", () => json(503, { type: "https://saqta.dev/problems/not-recorded" }), "not-recorded"],
    ["401", () => json(401, { type: "https://saqta.dev/problems/unauthorized" }), "unknown-phone"],
  ])("takes %s for no receipt and tries again", async (_, reply, hitch) => {
    const { courier, clock, order, told, asked } = scene(reply);
    courier.send(order);
    await clock.forward(600);
    expect(told[0]).toEqual({ type: "failed", hitch });
    expect(asked).toHaveLength(2);
  });

  it("hurries when the network is back, and stops when it is recorded", async () => {
    const { courier, clock, order, told, instants } = scene((_, earlier) =>
      earlier < 5 ? new TypeError("no network") : json(201, RECEIPT),
    );
    courier.send(order);
    await clock.forward(8000);
    expect(instants()).toHaveLength(5);
    courier.hurry();
    await clock.forward(60_000);
    expect(instants().at(-1)).toBe(8000);
    expect(told.at(-1)?.type).toBe("recorded");
  });

  it("cuts off an attempt that hangs when there is a reason to hurry, but not a fresh one", async () => {
    const { courier, clock, order, instants, told } = scene((_, earlier) =>
      earlier < 1 ? "mute" : json(201, RECEIPT),
    );
    courier.send(order);
    await clock.forward(1000);
    courier.hurry();
    await clock.forward(1500);
    courier.hurry();
    await clock.forward(60_000);
    expect(instants()).toEqual([0, 2500]);
    expect(told.map((it) => it.type)).toEqual(["recorded"]);
  });

  it("keeps a press without a token, and sends it once the phone is enrolled", async () => {
    const { courier, clock, order, asked, phone, told } = scene(() => json(201, RECEIPT), { token: null });
    courier.send(order);
    await settle();
    expect(told).toEqual([{ type: "failed", hitch: "unknown-phone" }]);
    phone.token = "t-2";
    await clock.forward(500);
    expect(asked.map((it) => it.headers.get("Authorization"))).toEqual(["Bearer t-2"]);
  });

  it("does not start the same order twice", async () => {
    const { courier, order, asked } = scene(() => "mute");
    courier.send(order);
    courier.send(order);
    await settle();
    expect(asked).toHaveLength(1);
  });
});
