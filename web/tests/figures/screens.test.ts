/** The screens about figures: marks in a text, the address, from the answers of the program to the pictures. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Beside, CheckReport, PressClaim, Table } from "../../src/api/figures";
import type { Say } from "../../src/common/words";
import { classOf } from "../../src/figures/charts/draw/scale";
import { heatBounds, heatSays } from "../../src/figures/charts/HourHeatMap";
import { numbersIn } from "../../src/figures/charts/numbers";
import { stretches } from "../../src/figures/check/marking";
import { drawnOf, linesOf } from "../../src/figures/check/recomputed";
import {
  filtersOf,
  namesPeriod,
  quarterBefore,
  quarterOf,
  searchOf,
  searchOfPeriod,
  VIEWS,
} from "../../src/figures/explore/filters";
import {
  causesOf,
  countChangeOf,
  countOf,
  funnelOf,
  heatOf,
  isOver,
  percentOf,
  recentOf,
  regionValues,
  trendOf,
  withNowcasts,
} from "../../src/figures/explore/shapes";
import { csvOf } from "../../src/figures/explore/views/Crossed";
import { routeOf } from "../../src/work/route";
import { nameOf, RECORDED } from "../wire/figures";

const recorded = <Content>(name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../wire/recorded", `${name}.json`), "utf8")) as Content;
const checks = recorded<Record<string, { text: string; answer: CheckReport }>>("checks");
const answered = (what: string, query: string) => RECORDED[nameOf(what, new URLSearchParams(query), "en")]?.body;
const table = (by: string, period = "2025-Q1") =>
  answered("table", `by=${by}&measures=incidence&period=${period}${by === "cause" ? "&zeros=false" : ""}`) as Table;
const beside = answered("regions", "period=2025-Q1") as Beside;
const t: Say = (id) => id;

describe("marks in a text", () => {
  it.each(Object.entries(checks))("are where the claims stand, in %s", (_, { text, answer }) => {
    const found = stretches(text, answer.claims);
    expect(found.map((stretch) => stretch.text).join("")).toBe(text);
    for (const [number, claim] of answer.claims.entries()) {
      const marked = found.filter(({ claims }) => claims.includes(number)).map((stretch) => stretch.text);
      expect(marked.join("")).toBe(claim.text);
      expect(found.filter(({ ends }) => ends.includes(number))).toHaveLength(1);
    }
  });

  it("keep two claims of the same words apart from a later one", () => {
    const found = stretches("a b a b", [{ text: "a" }, { text: "a" }, { text: "b" }]);
    expect(found[0]).toMatchObject({ text: "a", claims: [0, 1], ends: [0, 1] });
    expect(found.filter(({ claims }) => claims.includes(2)).map(({ text }) => text)).toEqual(["b"]);
  });

  it("leave out what is not in the text", () => {
    expect(stretches("abc", [{ text: "x" }, { text: "" }])).toEqual([{ text: "abc", claims: [], ends: [] }]);
  });
});

describe("what was recomputed", () => {
  const claims = checks.en?.answer.claims ?? [];
  const of = (kind: string): PressClaim => {
    const found = claims.find((claim) => claim.kind === kind);
    if (found === undefined) throw new Error(`no ${kind}`);
    return found;
  };
  const writing = { t, numbers: numbersIn("en") };

  it("is drawn with its interval, beside what it is compared with", () => {
    expect(drawnOf(writing, of("count"))[0]?.estimate.value).toBe(293);
    expect(drawnOf(writing, of("change"))[0]).toMatchObject({ reference: { value: 1 } });
    expect(drawnOf(writing, of("rate"))[0]).toMatchObject({ reference: { value: 0.04 } });
    expect(drawnOf(writing, of("rank"))).toHaveLength(6);
    expect(drawnOf(writing, { ...of("count"), recomputed: null })).toEqual([]);
  });

  it("says what the base of a change is, and whose denominator a rate has", () => {
    const lines = (kind: string) => Object.fromEntries(linesOf(writing, of(kind)).map(({ id, value }) => [id, value]));
    expect(lines("change")).toMatchObject({ base: "352 (base-published)", percent: "\u221216.8%", p: "0.022" });
    expect(lines("rate")).toMatchObject({
      denominator: "7,169,107 · bns-employees@1/2025/KZ",
      "rate-annualised": "0.163",
    });
    expect(lines("share")["share-of-employed"]).toBe("6.9%");
  });
});

describe("the address of a view", () => {
  const today = new Date("2026-02-10T00:00:00Z");

  it("keeps all that is chosen", () => {
    for (const view of VIEWS) {
      const filters = { ...filtersOf("?period=2025-03", today), view, fatal: true, widen: true, annualise: true };
      const all = { ...filters, steps: "quarter", by: "cause", region: "39" } as const;
      expect(filtersOf(searchOf(all), today)).toEqual(all);
    }
  });

  it("falls back on the last quarter that is over, and on what is known", () => {
    expect(quarterBefore(today)).toBe("2025-Q4");
    expect(filtersOf("?period=spring&view=sky&by=colour&region=x", today)).toMatchObject({
      period: "2025-Q4",
      view: "regions",
      by: "section",
      region: "",
    });
  });

  it.each([
    ["/figures", "figures"],
    ["/figures/check", "check"],
    ["/figures/explore", "explore"],
    ["/register", "register"],
    ["/register/new", "report"],
    ["/register/1-2", "injury"],
    ["/figures/kz-2025-q1", "figures"],
    ["/figures/kz-2025-q1/2", "figures"],
    ["/figures/kz-2025-q1/0", "nowhere"],
    ["/figures/kz-2025-q1/last", "nowhere"],
    ["/figures/kz-2025-q1/2/region.csv", "nowhere"],
    ["/register/a/b", "nowhere"],
  ])("%s is the page %s", (path, page) => expect(routeOf(path).page).toBe(page));
});

describe("from the answers to the pictures", () => {
  it("a region's rate on the map is the program's, and the same in the funnel", () => {
    const values = regionValues(table("region"), beside, 1_000);
    expect(values).toHaveLength(20);
    const cell = values.find(({ region }) => region === "35")?.cell;
    const point = funnelOf(beside, 1_000, (code) => code).points.find(({ id }) => id === "35");
    if (cell?.status !== "published" || point === undefined) throw new Error("no Karaganda");
    expect(cell.value).toBeCloseTo((1_000 * 31) / 465_879, 9);
    expect(point.estimate.value).toBeCloseTo(cell.value, 9);
    expect(point.estimate.lower).toBeCloseTo(cell.lower ?? Number.NaN, 9);
    expect(point.estimate.upper).toBeCloseTo(cell.upper ?? Number.NaN, 9);
  });

  it("a region without an injury is zero where it has a denominator, and missing where it has none", () => {
    const none: Table = { ...table("region"), cells: [] };
    const values = regionValues(none, { ...beside, units: beside.units.filter(({ code }) => code === "35") }, 1_000);
    expect(values.find(({ region }) => region === "35")?.cell.status).toBe("published");
    expect(values.find(({ region }) => region === "10")?.cell).toEqual({ status: "missing" });
  });

  it("the months of a year and the causes add up to what the program counted", () => {
    const months = trendOf([table("month", "2024")], false);
    expect(months).toHaveLength(12);
    const sum = months.reduce((all, { cell }) => all + (cell.status === "published" ? cell.value : 0), 0);
    expect(sum).toBe(table("month", "2024").total.count);
    const causes = causesOf(table("cause"), (code) => code ?? "");
    expect(causes.reduce((all, { share }) => all + share.value, 0)).toBeCloseTo(100, 9);
    const [first] = table("cause").cells;
    if (first === undefined) throw new Error("no cause");
    const rest = ["other", null].map((code) => ({ ...first, key: [code] }));
    const all = causesOf({ ...table("cause"), cells: [first, ...rest] }, (code) => code ?? "");
    expect(all.filter((cause) => cause.rest).map(({ id }) => id)).toEqual(["other", "unknown"]);
  });

  it("a period that is not over is told from those that are", () => {
    const today = new Date("2026-11-22T00:00:00Z");
    expect(["2026-10", "2026-11", "2026-Q3", "2026-Q4", "2025"].map((period) => isOver(period, today))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it("what late reports will add stands at the months of which more is expected, and at no other", () => {
    const months = trendOf([table("month", "2024")], false);
    const periods = months.map(({ period }) => period);
    expect(recentOf(periods, new Date("2024-11-22T00:00:00Z"), 2)).toEqual(["2024-09", "2024-10"]);
    expect(recentOf(["2024-Q2", "2024-Q3", "2024-Q4"], new Date("2024-12-31T00:00:00Z"), 9)).toEqual([
      "2024-Q2",
      "2024-Q3",
    ]);
    const foreseen = { reported: 10, total: 12.5, lower: 11, upper: 15, completeness: 0.8 };
    const drawn = withNowcasts(
      months,
      new Map([
        ["2024-09", foreseen],
        ["2024-10", { ...foreseen, upper: 10 }],
        ["2024-11", null],
      ]),
    );
    expect(drawn.filter(({ nowcast }) => nowcast !== undefined)).toEqual([
      { ...months[8], nowcast: { value: 12.5, lower: 11, upper: 15 } },
    ]);
  });

  it("a ratio is a change in per cent, and none where nothing was before", () => {
    const p = { exact_conditional: 0.02, mid_p: 0.02, e_test: 0.02, score: 0.02 };
    const compared = { ratio: 0.75, ratio_lower: 0.5, ratio_upper: null, p, p_adjusted: 0.02, is_established: true };
    expect(percentOf(compared)).toEqual({ value: -25, lower: -50, upper: null });
    expect(percentOf({ ...compared, ratio: null })).toBeNull();
  });

  it("every injury is in the heat map or counted beside it", () => {
    const { cells, unknown } = heatOf(table("weekday,hour"));
    const inside = cells.flat().reduce((all, cell) => all + (cell.status === "published" ? cell.value : 0), 0);
    expect(inside + unknown).toBe(293);
    const [first] = table("weekday,hour").cells;
    if (first === undefined) throw new Error("no hour");
    const untold = { ...first, key: ["1", null], count: 4 };
    expect(heatOf({ ...table("weekday,hour"), cells: [first, untold] }).unknown).toBe(4);
  });

  it("deaths have the limits of their rate, as deaths", () => {
    const tally = { ...table("region").total, rates: [{ ...fatalRate, count: 40, value: 4, lower: 2.8, upper: 5.4 }] };
    expect(countOf(tally, true)).toMatchObject({ value: 40, lower: 28, upper: 54 });
    expect(countOf({ ...tally, rates: [] }, true)).toMatchObject({ value: 0, lower: null });
  });

  it("the table's file has a line for each cell and one for all", () => {
    const lines = csvOf(table("region")).trim().split("\r\n");
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toMatch(/^2025-Q1,all,293,.*,bns-employees@1,7169107,false,0\.95$/);
  });
});

const fatalRate = {
  measure: "fatal-incidence-100000",
  level: 0.95,
  per: 100_000,
  denominator: "employees@1",
  exposure: 1_000_000,
  annualised: false,
  prorated: false,
};

describe("where there is nothing to see", () => {
  it("knows the quarter of the newest injury, and the same view over it", () => {
    expect(["2025-01", "2025-03", "2025-04", "2024-12"].map(quarterOf)).toEqual([
      "2025-Q1",
      "2025-Q1",
      "2025-Q2",
      "2024-Q4",
    ]);
    expect(searchOfPeriod("?period=2026-Q3&view=hours", "2025-Q1")).toBe("?period=2025-Q1&view=hours");
    expect(namesPeriod("?view=hours")).toBe(false);
    expect(namesPeriod("?period=luck")).toBe(false);
    expect(namesPeriod("?period=2025-Q1")).toBe(true);
  });
});

describe("a change", () => {
  it("of two counts is theirs, and there is none of five years or after nothing", () => {
    expect(countChangeOf([352, 294])).toBeCloseTo(-16.477, 3);
    expect(countChangeOf([352, 340, 294])).toBeNull();
    expect(countChangeOf([0, 294])).toBeNull();
  });
});

describe("the hours", () => {
  const scribe = { t: (id: string) => id, language: "en", numbers: numbersIn("en") } as const;
  const cell = (value: number) => ({ status: "published", value, lower: null, upper: null }) as const;

  it("give each of few counts a colour of its own", () => {
    const bounds = heatBounds(3, true);
    const classes = [0, 1, 2, 3].map((count) => classOf(count, bounds));
    expect(new Set(classes).size).toBe(4);
    expect(heatBounds(30, true).at(-1)).toBe(30);
  });

  it("say how many share the most", () => {
    const measure = { name: "injuries", digits: 0 };
    expect(heatSays(scribe, [[cell(3), cell(1), cell(3)]], measure)).toBe("chart-heat-says chart-heat-ties");
    expect(heatSays(scribe, [[cell(3), cell(1), cell(2)]], measure)).toBe("chart-heat-says");
  });
});
