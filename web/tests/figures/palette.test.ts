/** The colours can be told from each other and read, in both themes and on paper. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Colour, PAPER, type Palette, STEPS } from "../../src/figures/charts/draw/palette";

const css = readFileSync(join(import.meta.dirname, "../../src/figures/charts/draw/palette.css"), "utf8");
const [light = "", dark = ""] = css.split("@media screen");
const read = (text: string): Palette =>
  Object.fromEntries(
    [...text.matchAll(/--figure-(\w+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  ) as Record<Colour, string>;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, relative to the darker of the two. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

it("paper and the light theme are the same, and the dark theme lacks nothing", () => {
  expect(read(light)).toEqual(PAPER);
  expect(Object.keys(read(dark)).sort()).toEqual(Object.keys(PAPER).sort());
});

describe.each([
  ["light", PAPER as Palette],
  ["dark", read(dark)],
])("the %s colours", (_, colours) => {
  it("let words be read on the ground and on every step", () => {
    for (const ink of ["ink", "soft", "first", "second"] as const) {
      expect(contrast(colours[ink], colours.ground), ink).toBeGreaterThanOrEqual(4.5);
    }
    for (const step of STEPS) {
      expect(contrast(colours[`ink${step}`], colours[`step${step}`]), step).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("let lines be seen on the ground and on the bands of the funnel", () => {
    for (const ground of ["ground", "wash", "washFar"] as const) {
      for (const line of ["line", "first", "second", "target", "soft"] as const) {
        expect(contrast(colours[line], colours[ground]), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it("keep the steps in order without colour: each is lighter or darker than the last", () => {
    const ladder = STEPS.map((step) => luminance(colours[`step${step}`]));
    const falling = (ladder[0] ?? 0) > (ladder[4] ?? 0);
    for (const [index, value] of ladder.slice(1).entries()) {
      const [low, high] = falling ? [value, ladder[index] ?? 0] : [ladder[index] ?? 0, value];
      expect((high + 0.05) / (low + 0.05), `step ${index + 1} to ${index + 2}`).toBeGreaterThan(1.25);
    }
  });
});
