import { describe, expect, it } from "vitest";
import { FakeClock } from "./fakes";
import { bindHold, Hold } from "./hold";

function scene(holdMs: number) {
  const clock = new FakeClock();
  const seen: string[] = [];
  const hold = new Hold(clock, () => holdMs, {
    filling: (ms) => seen.push(`filling ${ms}`),
    released: () => seen.push("released"),
    fired: () => seen.push("fired"),
  });
  return { clock, hold, seen };
}

describe("a hold", () => {
  it("fires once the finger has stayed long enough, and only once", async () => {
    const { clock, hold, seen } = scene(300);
    hold.down();
    await clock.forward(299);
    expect(seen).toEqual(["filling 300"]);
    await clock.forward(5000);
    hold.up();
    expect(seen).toEqual(["filling 300", "fired"]);
  });

  it("does not fire when the finger goes up too early", async () => {
    const { clock, hold, seen } = scene(300);
    hold.down();
    await clock.forward(200);
    hold.up();
    await clock.forward(1000);
    expect(seen).toEqual(["filling 300", "released"]);
  });

  it("fires at the touch when no hold is asked for", () => {
    const { hold, seen } = scene(0);
    hold.down();
    hold.up();
    expect(seen).toEqual(["fired"]);
  });

  it("takes three quick taps for a call", async () => {
    const { clock, hold, seen } = scene(2000);
    for (let tap = 0; tap < 3; tap += 1) {
      hold.down();
      await clock.forward(150);
      hold.up();
      await clock.forward(150);
    }
    expect(seen.filter((it) => it === "fired")).toHaveLength(1);
  });

  it("does not add up taps that are far apart", async () => {
    const { clock, hold, seen } = scene(300);
    for (let tap = 0; tap < 5; tap += 1) {
      hold.down();
      hold.up();
      await clock.forward(1500);
    }
    expect(seen).not.toContain("fired");
  });
});

describe("a button with a hold", () => {
  it("is held by space and Enter, and a held key's repeats change nothing", async () => {
    for (const key of [" ", "Enter"]) {
      const { clock, hold, seen } = scene(300);
      const button = document.createElement("button");
      bindHold(button, hold);
      button.dispatchEvent(new KeyboardEvent("keydown", { key }));
      await clock.forward(200);
      button.dispatchEvent(new KeyboardEvent("keydown", { key, repeat: true }));
      await clock.forward(100);
      button.dispatchEvent(new KeyboardEvent("keyup", { key }));
      expect(seen, `key ${key}`).toEqual(["filling 300", "fired"]);
    }
  });

  it("fires when assistive technology clicks it", () => {
    const { hold, seen } = scene(2000);
    const button = document.createElement("button");
    bindHold(button, hold);
    button.dispatchEvent(new MouseEvent("click", { detail: 0 }));
    expect(seen).toEqual(["fired"]);
  });
});
