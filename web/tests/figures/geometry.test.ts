/** Scales, ticks, paths and labels: where things stand on the drawings. */
import { describe, expect, it } from "vitest";
import { overlap, place, pushApart } from "../../src/figures/charts/draw/labels";
import { bandPath, linePath, runs } from "../../src/figures/charts/draw/path";
import { classOf, fromZero, tickDigits, ticks } from "../../src/figures/charts/draw/scale";
import { firstThatFits, textWidth, wrap } from "../../src/figures/charts/draw/text";
import { neighbour } from "../../src/figures/charts/frame/marks";

describe("ticks", () => {
  it("start at zero, reach the top, and are evenly spaced and round", () => {
    for (const top of [0.0004, 0.042, 0.19, 1, 3, 26, 97, 412, 7_015_108]) {
      const found = ticks(top);
      const step = found[1] ?? 0;
      expect(found[0], `${top}`).toBe(0);
      expect(found.at(-1), `${top}`).toBeGreaterThanOrEqual(top);
      expect(found.at(-2), `${top}`).toBeLessThan(top);
      expect(found.length, `${top}`).toBeLessThanOrEqual(6);
      for (const [index, tick] of found.entries()) expect(tick).toBeCloseTo(index * step, 9);
      expect([1, 2, 2.5, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step))).toPrecision(6)));
    }
  });

  it("are written without the dust of binary fractions", () => {
    expect(ticks(0.28)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(tickDigits(ticks(0.28))).toBe(1);
    expect(tickDigits(ticks(0.1))).toBe(2);
  });

  it("of counts are whole, and an empty picture still has an axis", () => {
    expect(ticks(3, 5, true)).toEqual([0, 1, 2, 3]);
    expect(ticks(0)).toEqual([0, 1]);
    expect(ticks(Number.NaN)).toEqual([0, 1]);
  });
});

describe("a scale", () => {
  it("draws zero at its start and the top at its end, upwards too", () => {
    const up = fromZero(200, 380, 40);
    expect([up(0), up(100), up(200)]).toEqual([380, 210, 40]);
    expect(fromZero(0, 5, 90)(3)).toBe(5);
  });

  it("puts the highest value into the last class", () => {
    const bounds = [0, 10, 20, 30];
    expect([0, 9.9, 10, 29.9, 30].map((value) => classOf(value, bounds))).toEqual([0, 0, 1, 2, 2]);
  });
});

describe("paths", () => {
  const line = [{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }, null, { x: 5, y: 6 }, { x: 6, y: 7 }];

  it("break where a value is missing, and never bridge the hole", () => {
    expect(runs(line).map((run) => run.length)).toEqual([2, 1, 2]);
    expect(linePath(line)).toBe("M0,1L1,2M5,6L6,7");
  });

  it("close a band along its lower limits", () => {
    const band = bandPath([
      { x: 0, upper: 1, lower: 9 },
      { x: 5, upper: 2, lower: 8 },
      null,
      { x: 9, upper: 3, lower: 7 },
    ]);
    expect(band).toBe("M0,1L5,2L5,8L0,9Z");
  });
});

describe("labels", () => {
  const area = { left: 0, top: 0, right: 400, bottom: 300 };

  it("do not cover each other, their points or what was there before", () => {
    const points = Array.from({ length: 12 }, (_, index) => ({
      id: `${index}`,
      texts: ["Восточно-Казахстанская", "ВКО"],
      x: 180 + (index % 4) * 14,
      y: 130 + Math.floor(index / 4) * 12,
    }));
    const taken = points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
    const placed = place(points, area, taken, 12);
    expect(placed.length).toBeGreaterThan(4);
    const boxes = [...taken, ...placed.map(({ box }) => box)];
    for (const [index, { box, text }] of placed.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(400);
      for (const other of boxes) {
        if (other !== placed[index]?.box) expect(overlap(box, other), text).toBe(false);
      }
    }
  });

  it("are shortened rather than left out", () => {
    const wish = { id: "a", texts: ["Восточно-Казахстанская", "ВКО"], x: 30, y: 20 };
    expect(place([wish], { left: 0, top: 0, right: 80, bottom: 40 }, [], 12)[0]?.text).toBe("ВКО");
  });

  it("at the ends of lines are pushed apart in their order", () => {
    const apart = pushApart([100, 98, 300], 20, 0, 310);
    expect(apart[0] ?? 0).toBeGreaterThanOrEqual((apart[1] ?? 0) + 20);
    expect(pushApart([305, 308], 20, 0, 310)).toEqual([290, 310]);
  });
});

describe("text", () => {
  it("is measured letter by letter, Kazakh letters too", () => {
    expect(textWidth("iiii", 10)).toBeLessThan(textWidth("ШШШШ", 10));
    expect(textWidth("Қ", 100)).toBe(72);
    expect(textWidth("a", 100, 600)).toBeGreaterThan(textWidth("a", 100));
  });

  it("is wrapped at words, and what is left over ends in an ellipsis", () => {
    const text = "Неудовлетворительная организация производства работ";
    const lines = wrap(text, 150, 12);
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    const cut = wrap(text, 150, 12, 2);
    expect(cut).toHaveLength(2);
    expect(cut[1]).toMatch(/…$/);
    expect(textWidth(cut[1] ?? "", 12)).toBeLessThanOrEqual(150);
  });

  it("takes the longest form that has room", () => {
    expect(firstThatFits(["Кызылординская", "Кызыл."], 120, 12)).toBe("Кызылординская");
    expect(firstThatFits(["Кызылординская", "Кызыл."], 60, 12)).toBe("Кызыл.");
  });
});

it("arrow keys go to the neighbour in their direction, and stop at the edge", () => {
  const at = (id: string, x: number, y: number) => ({ id, name: id, x, y });
  const [a, b, c, d] = [at("a", 0, 0), at("b", 100, 10), at("c", 60, 100), at("d", 100, 110)];
  const marks = [a, b, c, d];
  expect(neighbour(marks, a, [1, 0])?.id).toBe("b");
  expect(neighbour(marks, b, [0, 1])?.id).toBe("d");
  expect(neighbour(marks, d, [-1, 0])?.id).toBe("c");
  expect(neighbour(marks, b, [1, 0])).toBeNull();
});
