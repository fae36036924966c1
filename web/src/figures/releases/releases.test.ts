import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Series } from "../../api/imports";
import type { Release, ReleaseItem } from "../../api/releases";
import { PAGES_OF_FIGURES, routeOf } from "../../work/route";
import { isSdmx, SERIES_COLUMNS, spanOf, touches, unchangedIn, unsaid } from "../series/series";
import {
  besideOf,
  type Draft,
  draftOfRevision,
  faultsOf,
  firstDraft,
  isRunning,
  periodsOver,
  revisionOf,
  specOf,
  suggestedId,
  suggestedPeriod,
} from "./spec";

const TODAY = "2026-11-22";
const item = (id: string, period: string, revision = 1) => ({ id, period, revision, position: 1 }) as ReleaseItem;
const series = (id: string, unit: string, ...periods: string[]): Series => ({
  ...{ id, unit, version: 1, counter: "bns", source: "a yearbook" },
  cells: periods.map((period) => ({ period, value: 1 })),
});
const KNOWN = [
  series("bns-a", "employees", "2025"),
  series("bns-b", "employees", "2026"),
  series("h", "hours", "2025"),
];
const DRAFT: Draft = {
  period: "2025-Q3",
  id: "kz-2025-q3",
  divided: { employees: "bns-a", employed: "", hours: "h" },
  threshold: 5,
  synthetic: false,
};
const faults = (changed: Partial<Draft>, items: readonly ReleaseItem[] = []) =>
  faultsOf({ ...DRAFT, ...changed }, items, KNOWN, TODAY);

describe("a release", () => {
  it("is suggested of the last quarter that is over and not published", () => {
    expect(periodsOver(TODAY).slice(0, 3)).toEqual(["2026-Q3", "2026-Q2", "2026-Q1"]);
    expect(periodsOver("2026-02-01")).toEqual(
      expect.arrayContaining(["2025-Q4", "2025-H2", "2025-H1", "2025", "2024"]),
    );
    expect(periodsOver("2026-02-01")[0]).toBe("2025-Q4");
    expect(suggestedPeriod(TODAY, [item("a", "2026-Q3")])).toBe("2026-Q2");
    expect(suggestedId("2026-Q1")).toBe("kz-2026-q1");
    expect(suggestedId("2026-01..09")).toBe("kz-2026-01-09");
    expect(suggestedId("2026-")).toBe("");
  });

  it("is divided by the first series of each unit unless another is chosen", () => {
    const draft = firstDraft(TODAY, [], KNOWN);
    expect(specOf(draft).denominators).toEqual(["bns-a", "h"]);
    expect(faultsOf(draft, [], KNOWN, TODAY)).toEqual([]);
  });

  it("that the server would refuse is told at its field", () => {
    expect(faults({ period: "2026-Q5" })).toEqual([{ field: "period", word: "wrong" }]);
    expect(faults({ period: "2025-09..01" })).toEqual([{ field: "period", word: "wrong" }]);
    expect(faults({ period: "2026-12" })).toEqual([{ field: "period", word: "ahead" }]);
    expect(faults({ id: "kz 1" })).toEqual([{ field: "id", word: "wrong" }]);
    expect(faults({ id: "kz" }, [item("kz", "2024")])).toEqual([{ field: "id", word: "other", period: "2024" }]);
    expect(faults({ threshold: 2 })).toEqual([{ field: "threshold", word: "wrong" }]);
    expect(faults({ threshold: null })).toEqual([{ field: "threshold", word: "wrong" }]);
    const divided = { employees: "", employed: "", hours: "" };
    expect(faults({ divided })).toEqual([{ field: "divided", word: "one" }]);
    expect(faultsOf({ ...DRAFT, divided }, [], [], TODAY)).toEqual([]);
  });

  it("cannot be called as a page beside it is, here and on the server", () => {
    const server = readFileSync(
      join(import.meta.dirname, "../../../../crates/server/src/api/releases/publish.rs"),
      "utf8",
    );
    const [, list = ""] = /PAGES_OF_FIGURES: \[&str; \d\] = \[([^\]]*)\]/.exec(server) ?? [];
    expect([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name)).toEqual([...PAGES_OF_FIGURES]);
    for (const page of PAGES_OF_FIGURES) {
      expect(routeOf(`/figures/${page}`)).toEqual({ page });
      expect(faults({ id: page })).toEqual([{ field: "id", word: "page" }]);
    }
  });

  it("of months that are published already is a revision under the same id, and stands beside under another", () => {
    const items = [item("a", "2025-Q3", 2), item("a", "2025-Q3", 1)];
    expect(revisionOf({ id: "a", period: "2025-Q3" }, items)).toBe(3);
    expect(revisionOf({ id: "b", period: "2025-Q3" }, items)).toBe(1);
    expect(besideOf({ id: "b", period: "2025-Q3" }, items)).toBe("a");
    expect(besideOf({ id: "a", period: "2025-Q3" }, items)).toBeNull();
  });

  it("that is revised begins with what its last revision said", () => {
    const last = { id: "a", period: "2025-Q3", threshold: 7, synthetic: true, denominators: [{ id: "bns-b@1" }] };
    const { divided, ...rest } = draftOfRevision(last as unknown as Release, KNOWN);
    expect(divided).toEqual({ employees: "bns-b", employed: "", hours: "" });
    expect(rest).toEqual({ id: "a", period: "2025-Q3", threshold: 7, synthetic: true });
  });

  it("of months that still go on is known for one", () => {
    expect(["2026-Q4", "2026", "2026-11"].every((period) => isRunning(period, TODAY))).toBe(true);
    expect(["2026-Q3", "2026-10", "2026-Q"].some((period) => isRunning(period, TODAY))).toBe(false);
  });
});

describe("series", () => {
  it("say from when to when they are, and whether they touch a period", () => {
    const one = series("a", "employees", "2024-Q2", "2023", "2025");
    expect(spanOf(one)).toEqual(["2023", "2025"]);
    expect(spanOf(series("a", "hours"))).toBeNull();
    expect(touches(one, "2025-03")).toBe(true);
    expect(touches(one, "2026-Q1")).toBe(false);
  });

  it("as SDMX-CSV are told by their header, and need words beside them", () => {
    expect(isSdmx("\u{FEFF}DATAFLOW,geo,TIME_PERIOD,OBS_VALUE\r\nx,KZ,2025,1")).toBe(true);
    expect(isSdmx(`${SERIES_COLUMNS.join(";")}\nobs_value`)).toBe(false);
    expect(unsaid({ id: "a", unit: "hours", source: " " })).toEqual(["counter", "source"]);
  });

  it("are unchanged where the version is the one known before", () => {
    const file = {
      series: [
        { id: "bns-a", version: 1, denominator: "" },
        { id: "h", version: 2, denominator: "" },
      ],
    };
    expect([...unchangedIn(file, KNOWN)]).toEqual(["bns-a"]);
  });
});
