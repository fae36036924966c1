/** The public page: which release is which, periods in words, files by use, and that nothing is drawn but what is published. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import type { Release, ReleaseItem } from "../../src/api/releases";
import type { Language } from "../../src/api/types";
import type { Say } from "../../src/common/words";
import { numbersIn } from "../../src/figures/charts/numbers";
import { filesOf } from "../../src/figures/public/files";
import { chanceWords } from "../../src/figures/public/KeyFigures";
import { firstMonthOf, laterFirst, monthsOf, monthsTitle, periodTitle } from "../../src/figures/public/periods";
import { lastRevisions, namedBy, revisionsOf, signerOf, toldBy } from "../../src/figures/public/releases";
import { roundUp } from "../../src/figures/public/Strip";
import {
  changeOf,
  drawnBy,
  hasRates,
  placesOf,
  regionsOf,
  rowsOf,
  tableBy,
  topOf,
} from "../../src/figures/public/shapes";
import { digitsOf } from "../../src/figures/public/Tables";
import { addressOfRelease, routeOf } from "../../src/work/route";
import type { RecordedReleases } from "../wire/releases";

const FOLDER = join(import.meta.dirname, "../wire/recorded/releases");
const { list, notes } = JSON.parse(readFileSync(join(FOLDER, "index.json"), "utf8")) as RecordedReleases;
const items = list.items;

function released(id: string, revision: number): Release {
  const item = items.find((one) => one.id === id && one.revision === revision);
  if (item === undefined) throw new Error(`not recorded: ${id} ${revision}`);
  return JSON.parse(readFileSync(join(FOLDER, item.files["release.json"]?.sha256 ?? ""), "utf8")) as Release;
}

const newest = released("kz-2025-q1", 2);
const first = released("kz-2025-q1", 1);

function item(id: string, revision: number, period: string, position: number): ReleaseItem {
  return { id, revision, period, position, published_at: "2026-01-01T00:00:00Z", files: {}, href: "" };
}

function sayIn(language: Language): Say {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of ["tables", "public"]) {
    const path = join(import.meta.dirname, "../../../locales", language, `${file}.ftl`);
    bundle.addResource(new FluentResource(readFileSync(path, "utf8")));
  }
  return (id, values) => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern == null ? id : bundle.formatPattern(pattern, values);
  };
}

describe("the period of a release", () => {
  it.each([
    ["2025", 1, 12],
    ["2025-H1", 1, 6],
    ["2025-H2", 7, 12],
    ["2025-Q1", 1, 3],
    ["2025-Q4", 10, 12],
    ["2025-03", 3, 3],
    ["2025-01..09", 1, 9],
  ])("%s is months %i to %i", (period, from, to) => {
    expect(monthsOf(period)).toEqual({ year: 2025, first: from, last: to });
  });

  it.each(["spring", "2025-Q5", "2025-", "25", "2025-1"])("%s is none", (text) => {
    expect(() => monthsOf(text)).toThrow(RangeError);
  });

  it.each([
    ["en", "2025-Q1", "Q1 2025", "January–March 2025"],
    ["en", "2025-H2", "H2 2025", "July–December 2025"],
    ["en", "2025-01..09", "January–September 2025", "January–September 2025"],
    ["en", "2025-03", "March 2025", "March 2025"],
    ["en", "2025", "2025", "January–December 2025"],
    ["ru", "2025-Q1", "1-й квартал 2025 г.", "январь–март 2025 г."],
    ["ru", "2025", "2025 год", "январь–декабрь 2025 г."],
    ["kk", "2025-Q3", "2025 ж. 3-тоқсан", "2025 ж. шілде–қыркүйек"],
  ] as const)("is said in %s: %s", (language, period, title, months) => {
    expect(periodTitle(sayIn(language), period)).toBe(title);
    expect(monthsTitle(sayIn(language), period)).toBe(months);
  });

  it("that ends later comes first, and of two that end together the longer", () => {
    const periods = ["2024", "2025-Q1", "2024-Q4", "2025-01..02", "2025-03"];
    expect([...periods].sort(laterFirst)).toEqual(["2025-Q1", "2025-03", "2025-01..02", "2024", "2024-Q4"]);
  });

  it("begins with the month that decides on the borders", () => {
    expect(firstMonthOf("2022-H1")).toBe("2022-01");
    expect(firstMonthOf("2022-Q3")).toBe("2022-07");
  });
});

describe("releases", () => {
  const all = [item("b", 2, "2024-Q1", 9), item("a", 1, "2025-Q1", 7), item("b", 1, "2024-Q1", 5)];

  it("are each shown by their last revision, the latest months first, whenever they were published", () => {
    expect(lastRevisions(all).map(({ id, revision }) => [id, revision])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    expect(revisionsOf(all, "b").map(({ revision }) => revision)).toEqual([2, 1]);
  });

  it("are found by what their address names, and by nothing else", () => {
    expect(namedBy(all, null, null)?.id).toBe("a");
    expect(namedBy(all, "b", null)?.revision).toBe(2);
    expect(namedBy(all, "b", 1)?.position).toBe(5);
    expect(namedBy(all, "b", 3)).toBeUndefined();
    expect(namedBy(all, "c", null)).toBeUndefined();
    expect(namedBy([], null, null)).toBeUndefined();
  });

  it.each([
    ["kz-2025-q1", 2],
    ["kz.2025_Q1", null],
    ["%", 1],
  ])("%s has an address that leads back to it", (release, revision) => {
    expect(routeOf(addressOfRelease(release, revision))).toEqual({ page: "figures", release, revision });
  });

  it("say what changed since the revision before", () => {
    const [last, before] = toldBy(newest);
    expect(last).toMatchObject({ revision: 2, count: newest.total.count });
    expect(last?.changed).toEqual({
      count: newest.total.count - first.total.count,
      fatal: newest.total.fatal - first.total.fatal,
    });
    expect(last?.changed?.count, "the recording has late reports").toBe(5);
    expect(before).toMatchObject({ revision: 1, count: first.total.count, changed: null });
  });

  it("name the key that signed them", () => {
    const note = notes["kz-2025-q1/2"] ?? "";
    expect(signerOf(note)).toMatch(/^\S+\/log\/[0-9a-f]+$/);
    expect(note.startsWith(signerOf(note) ?? "none")).toBe(true);
    expect(signerOf("no note")).toBeNull();
  });
});

describe("the files of a release", () => {
  const recorded = items.find(({ id, revision }) => id === "kz-2025-q1" && revision === 2);
  const files = recorded === undefined ? [] : filesOf(recorded);

  it("are all there, and each has its use", () => {
    expect(files.map(({ name }) => name).sort()).toEqual(
      [...Object.keys(recorded?.files ?? {}), "release.note"].sort(),
    );
    const used = (group: string) => files.filter((file) => file.group === group).map(({ name }) => name);
    expect(used("read")).toEqual(["bulletin-kk.pdf", "bulletin-ru.pdf", "bulletin-en.pdf"]);
    expect(used("sheet")).toEqual(["figures-kk.xlsx", "figures-ru.xlsx", "figures-en.xlsx"]);
    expect(used("sentence")).toEqual(["sentence-kk.txt", "sentence-ru.txt", "sentence-en.txt"]);
    expect(used("proof")).toEqual(["release.json", "release.note"]);
    expect(used("data")).toEqual(
      ["total", ...newest.tables.map(({ by }) => by)].map((by) => `${by}.csv`).concat("csvw.json"),
    );
    expect(used("offices")).toHaveLength(newest.tables.length + 1);
    expect(used("other")).toEqual([]);
  });

  it("that nobody has heard of stand aside, and are not lost", () => {
    const odd = filesOf({ files: { "odd.parquet": { sha256: "", size: 1 } }, href: "/x" });
    expect(odd.find(({ name }) => name === "odd.parquet")).toMatchObject({ group: "other", href: "/x/odd.parquet" });
  });
});

describe("what is drawn", () => {
  it("is each region's published rate with its own limits", () => {
    const rows = new Map(tableBy(newest, "region")?.rows.map((row) => [row.code, row]));
    expect(hasRates(newest)).toBe(true);
    for (const { region, cell } of regionsOf(newest)) {
      const rate = rows.get(region)?.incidence;
      expect(cell).toMatchObject({ status: "published", value: rate?.value, lower: rate?.lower, upper: rate?.upper });
    }
    expect(placesOf(newest, (code) => code)).toHaveLength(20);
  });

  it("is nothing where a region is withheld, on the map and among the places", () => {
    const [table, ...tables] = newest.tables;
    const rows = table?.rows.map((row) =>
      row.code === "39" ? { ...row, count: null, count_interval: null, incidence: null } : row,
    );
    const units = newest.regions?.units.filter(({ code }) => code !== "39") ?? [];
    const regions = newest.regions === null ? null : { ...newest.regions, units };
    const release: Release = { ...newest, regions, tables: [{ by: "region", rows: rows ?? [] }, ...tables] };
    expect(regionsOf(release).find(({ region }) => region === "39")?.cell).toEqual({ status: "suppressed" });
    expect(placesOf(release, (code) => code).find(({ id }) => id === "39")?.cell).toEqual({ status: "suppressed" });
  });

  it("are counts where there is no denominator, and a region without a row had none", () => {
    const tables = newest.tables.map(({ by, rows }) => ({
      by,
      rows: rows.filter(({ code }) => code !== "39").map((row) => ({ ...row, incidence: null })),
    }));
    const release: Release = { ...newest, regions: null, tables };
    const values = new Map(regionsOf(release).map(({ region, cell }) => [region, cell]));
    expect(values.get("39")).toMatchObject({ status: "published", value: 0, lower: null });
    expect(values.get("35")).toMatchObject({
      value: tableBy(newest, "region")?.rows.find((r) => r.code === "35")?.count,
    });
    expect(placesOf(release, (code) => code)).toEqual([]);
  });

  it("has rows without an order of their own from the most frequent down, the withheld after them, unknown last", () => {
    const row = { count_interval: null, fatal: null, severe: null, incidence: null, withheld: [] };
    const rows = [
      { ...row, code: null, count: 9 },
      { ...row, code: "a", count: null },
      { ...row, code: "b", count: 5 },
      { ...row, code: "c", count: 7 },
    ];
    expect(rowsOf({ by: "cause", rows }).map(({ code }) => code)).toEqual(["c", "b", "a", null]);
    expect(rowsOf({ by: "age", rows })).toBe(rows);
  });

  it("leaves a withheld row without a stroke", () => {
    for (const { rows } of newest.tables) {
      for (const row of rows) expect(drawnBy(row, false) === null).toBe(row.count === null);
    }
    expect(topOf([null, { value: 3, lower: 1, upper: 8 }])).toBe(8);
  });

  it("ends at a round number that holds it all", () => {
    for (const value of [0.0458, 0.222, 1, 31, 99, 328.5, 7_000]) {
      expect(roundUp(value)).toBeGreaterThanOrEqual(value);
      expect(roundUp(value) / value).toBeLessThanOrEqual(1.6);
    }
    expect(roundUp(0)).toBe(1);
  });

  it("says a ratio as a change, and p no smaller than it is", () => {
    const { change } = newest;
    const said = change === null ? null : changeOf(change);
    expect(said?.value).toBeCloseTo(((change?.now ?? 0) / (change?.before ?? 1) - 1) * 100, 9);
    expect(change && changeOf({ ...change, ratio: null })).toBeNull();
    expect(chanceWords(numbersIn("en"), 0.0004)).toBe("< 0.001");
    expect(chanceWords(numbersIn("ru"), 0.0223)).toBe("= 0,022");
    expect([0.0409, 4.09, 0.00558, 409].map(digitsOf)).toEqual([4, 2, 5, 0]);
  });
});
