/** The regions: where their tiles stand, what they are called, and how figures cross the change of 2022. */
import { describe, expect, it } from "vitest";
import { bundlesFor, LANGUAGES } from "../../src/common/catalogues";
import { type Cell, published } from "../../src/figures/charts/data";
import { textWidth } from "../../src/figures/charts/draw/text";
import { mapLayout } from "../../src/figures/charts/map/drawMap";
import { monthsOf, periodsBetween, yearBefore } from "../../src/figures/charts/periods";
import { concord, divisionOf, LEFT, REGIONS, type Region, tiles } from "../../src/figures/charts/regions";
import { ALL_REGIONS, rate } from "./synthetic";

describe("tiles", () => {
  it.each([
    ["20", 20],
    ["17", 17],
  ] as const)("of the division into %s show each region once, without overlap", (division, count) => {
    const shown = tiles(division);
    expect(new Set(shown.map(({ region }) => region)).size).toBe(count);
    for (const width of [332, 680, 1_066]) {
      const boxes = shown.map(mapLayout(width));
      for (const [index, box] of boxes.entries()) {
        expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
        for (const other of boxes.slice(index + 1)) {
          const apart =
            box.x + box.width <= other.x + 0.01 ||
            other.x + other.width <= box.x + 0.01 ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y;
          expect(apart, `${width}: ${JSON.stringify([box, other])}`).toBe(true);
        }
      }
    }
  });

  it("are all the regions of today", () => {
    expect(
      tiles("20")
        .map(({ region }) => region)
        .sort(),
    ).toEqual([...REGIONS]);
  });

  it("of the old division cover those of the regions that left, and nothing else", () => {
    const squares = (division: "20" | "17") =>
      tiles(division)
        .flatMap(({ column, row, span }) => Array.from({ length: span }, (_, step) => `${column + step},${row}`))
        .sort();
    expect(squares("17")).toEqual(squares("20"));
    for (const [gone, old] of LEFT) {
      const wide = tiles("17").find(({ region }) => region === old);
      const small = tiles("20").find(({ region }) => region === gone);
      expect(wide?.row).toBe(small?.row);
      expect(tiles("17").some(({ region }) => region === gone)).toBe(false);
    }
  });

  it("stand as on the map: west left of east, north above south", () => {
    const at = (region: Region) =>
      tiles("20").find((tile) => tile.region === region) ?? { column: Number.NaN, row: Number.NaN };
    const westToEast: [Region, Region][] = [
      ["27", "15"],
      ["15", "35"],
      ["35", "63"],
      ["39", "55"],
      ["47", "43"],
      ["43", "61"],
      ["61", "31"],
      ["31", "19"],
      ["62", "35"],
      ["10", "63"],
    ];
    for (const [west, east] of westToEast) expect(at(west).column, `${west} ${east}`).toBeLessThan(at(east).column);
    const northToSouth: [Region, Region][] = [
      ["59", "71"],
      ["11", "62"],
      ["35", "31"],
      ["27", "23"],
      ["23", "47"],
      ["61", "79"],
      ["19", "75"],
      ["63", "33"],
      ["15", "43"],
    ];
    for (const [north, south] of northToSouth) expect(at(north).row, `${north} ${south}`).toBeLessThan(at(south).row);
  });
});

describe("periods", () => {
  it.each([
    ["2022-05", "17"],
    ["2022-06", "20"],
    ["2022-Q2", "17"],
    ["2022-Q3", "20"],
    ["2022", "17"],
    ["2023", "20"],
    ["2021-Q4", "17"],
  ])("%s is shown in the division into %s", (period, division) => {
    expect(divisionOf(period)).toBe(division);
  });

  it("follow each other without holes, and know the year before", () => {
    expect(periodsBetween(["2024-Q3", "2025-Q2"])).toEqual(["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"]);
    expect(periodsBetween(["2025-02", "2024-11"])).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
    expect(yearBefore("2025-Q1")).toBe("2024-Q1");
    expect(monthsOf("2022-Q2")).toEqual({ first: "2022-04", last: "2022-06" });
    expect(() => periodsBetween(["2025", "2025-Q1"])).toThrow(/do not mix/);
    expect(() => periodsBetween(["2025-13"])).toThrow(/not a period/);
  });
});

describe("the old division", () => {
  const given = new Map(ALL_REGIONS.map(({ region, cell }) => [region, cell]));
  const totals = (cells: ReadonlyMap<Region, Cell>) => {
    const known = [...cells.values()].flatMap((cell) => published(cell) ?? []);
    return {
      count: known.reduce((sum, cell) => sum + (cell.count ?? 0), 0),
      exposure: known.reduce((sum, cell) => sum + (cell.exposure ?? 0), 0),
    };
  };

  it("has the same cases and the same people", () => {
    const old = concord(given, "17");
    expect(old.size).toBe(17);
    expect(totals(old)).toEqual(totals(given));
  });

  it("gives a merged region the rate of its cases and people, and no interval", () => {
    const karaganda = concord(given, "17").get("35");
    expect(karaganda).toMatchObject({ status: "published", count: 39, exposure: 554_470, lower: null, upper: null });
    expect(karaganda?.status === "published" && karaganda.value).toBeCloseTo((1_000 * 39) / 554_470, 12);
  });

  it("lets a part that is withheld withhold the sum, and a missing part leave it missing", () => {
    const withheld = new Map(given).set("33", { status: "suppressed" });
    expect(concord(withheld, "17").get("19")).toEqual({ status: "suppressed" });
    const missing = new Map(given);
    missing.delete("19");
    expect(concord(missing, "17").get("19")).toEqual({ status: "missing" });
    const bare = new Map(given).set("33", { status: "published", value: 0.1, lower: 0, upper: 1 });
    expect(concord(bare, "17").get("19")).toEqual({ status: "missing" });
  });

  it("adds plain counts, and two regions without a case", () => {
    const count = (value: number): Cell => ({ status: "published", value, count: value, lower: null, upper: null });
    const counts = new Map<Region, Cell>([
      ["63", count(24)],
      ["10", count(12)],
    ]);
    expect(concord(counts, "17").get("63")).toMatchObject({ value: 36, count: 36 });
    const none = new Map<Region, Cell>([
      ["63", rate(0, 1_000)],
      ["10", rate(0, 500)],
    ]);
    expect(concord(none, "17").get("63")).toMatchObject({ value: 0, count: 0, exposure: 1_500 });
  });

  it("leaves figures that came in it as they are", () => {
    const old = concord(given, "17");
    expect(concord(old, "17")).toEqual(old);
    expect(concord(given, "20")).toEqual(given);
  });
});

describe.each(LANGUAGES)("names in %s", (language) => {
  const bundle = bundlesFor(language)[0];
  const name = (id: string) => bundle?.getMessage(id)?.value?.toString() ?? "";

  it("tell all regions apart, in every length", () => {
    for (const form of ["", "-short", "-brief"]) {
      const names = REGIONS.map((region) => name(`region-${region}${form}`));
      expect(names, form).not.toContain("");
      expect(new Set(names).size, form).toBe(20);
    }
  });

  it("fit the tile of a phone when brief", () => {
    // 390 px less the margins of page and figure, six tiles, three pixels on either side.
    const room = (mapLayout(332)({ region: "75", column: 0, row: 0, span: 1 }).width ?? 0) - 3;
    const wide = REGIONS.map((region) => name(`region-${region}-brief`)).filter(
      (text) => textWidth(text, 11, 600) > room,
    );
    expect(wide).toEqual([]);
  });
});
