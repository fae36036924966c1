import { describe, expect, it } from "vitest";
import type { Injury } from "../api/injuries";
import type { Site } from "../api/types";
import { injuriesCsv } from "./csv";
import { filtersOf, isPeriod, searchOf } from "./filters";
import { detailsOf, faultsOf, NOBODY, openOf, reportOf, withSite } from "./form";
import { historyOf } from "./history";
import { changesBetween, type Speaker } from "./words";

const speaker: Speaker = { t: (id) => `«${id}»`, language: "ru", siteName: (site) => `site ${site}` };
const TODAY = "2026-11-22";

function site(id: string, more: Partial<Site> = {}): Site {
  return {
    id,
    name: null,
    owner: null,
    kind: "hospital",
    region: "39",
    activity: "86.10",
    time_zone: null,
    language: null,
    phones: [],
    ...more,
  };
}

describe("filters", () => {
  it("go into the address and come back", () => {
    const filters = { period: "2025-Q1", region: "39", kind: "struck", outcome: "fatal", site: "a b" };
    expect(filtersOf(searchOf(filters))).toEqual(filters);
  });

  it("leave out what is empty or not known", () => {
    expect(searchOf({ region: "", kind: undefined })).toBe("");
    expect(filtersOf("?region=&colour=red&kind=%20")).toEqual({});
  });

  it.each(["2025", "2025-H1", "2025-Q4", "2025-12", "2025-01..09"])("know %s as a period", (text) => {
    expect(isPeriod(text)).toBe(true);
  });

  it.each(["20", "2025-", "2025-Q5", "2025-13", "2025-1", "2025-H3", "2025-Q1..Q2"])("know %s as none", (text) => {
    expect(isPeriod(text)).toBe(false);
  });
});

describe("the form", () => {
  const empty = openOf({}, "key");

  it("says only what was said, numbers as numbers", () => {
    const open = { ...empty, date: "2025-03-01", hour: " 4 ", kind: "struck", outcome: "lost-time", days_lost: "12" };
    expect(detailsOf(open)).toEqual({
      date: "2025-03-01",
      hour: 4,
      kind: "struck",
      outcome: "lost-time",
      days_lost: 12,
      source: "employer",
    });
  });

  it("keeps everything that a report said, so that saying it again changes nothing", () => {
    const details = {
      source: "insurer",
      date: "2025-03-01",
      hour: 0,
      kind: "struck",
      outcome: "fatal",
      severe: true,
      age: "65+",
    };
    expect(detailsOf(openOf(details, "key"))).toEqual(details);
  });

  it("sends who was hurt only where somebody said it", () => {
    expect(reportOf(empty, NOBODY, null)).not.toHaveProperty("injured");
    const report = reportOf({ ...empty, number: " 7 " }, { ...NOBODY, name: " A. B. " }, "an-alarm");
    expect(report).toMatchObject({ injured: { name: "A. B." }, number: "7", alarm: "an-alarm" });
  });

  it("takes region, activity and employer from the site, and never overwrites what was typed", () => {
    const owned = site("one", { owner: { bin: "123456789012", name: null } });
    const first = withSite(empty, owned, undefined);
    expect(first).toMatchObject({ site: "one", region: "39", activity: "86.10", employer: "123456789012" });
    const typed = { ...first, activity: "Q" };
    const second = withSite(typed, site("two", { region: "79" }), owned);
    expect(second).toMatchObject({ site: "two", region: "79", activity: "Q", employer: "" });
    expect(withSite(second, undefined, site("two", { region: "79" }))).toMatchObject({
      site: "",
      region: "",
      activity: "Q",
    });
  });

  it("names what cannot be right", () => {
    expect(faultsOf(empty, NOBODY, TODAY)).toEqual(["date", "kind", "outcome"]);
    const right = { ...empty, date: TODAY, kind: "struck", outcome: "medical" };
    expect(faultsOf(right, NOBODY, TODAY)).toEqual([]);
    expect(faultsOf({ ...right, date: "2026-11-23" }, NOBODY, TODAY)).toEqual(["date"]);
    expect(faultsOf({ ...right, hour: "24", employer: "12", host: "x" }, NOBODY, TODAY)).toEqual([
      "hour",
      "employer",
      "host",
    ]);
    expect(faultsOf({ ...right, days_lost: "3" }, NOBODY, TODAY)).toEqual(["days_lost"]);
    expect(faultsOf({ ...right, outcome: "fatal", days_lost: "3" }, NOBODY, TODAY)).toEqual([]);
    expect(faultsOf(right, { ...NOBODY, iin: "1" }, TODAY)).toEqual(["injured.iin"]);
  });
});

describe("what two reports say differently", () => {
  it("is told field by field, in words", () => {
    const before = { date: "2025-03-01", outcome: "medical", days_lost: null, severe: false };
    const after = { date: "2025-03-01", outcome: "fatal", days_lost: 3, severe: true };
    expect(changesBetween(speaker, before, after)).toEqual([
      { field: "outcome", before: "«injury-outcome-medical»", after: "«injury-outcome-fatal»" },
      { field: "severe", before: null, after: "«register-yes»" },
      { field: "days_lost", before: null, after: "3" },
    ]);
  });
});

describe("the CSV", () => {
  const injury: Injury = {
    id: "i",
    position: 7,
    sources: ["employer", "insurer"],
    date: "2025-03-01",
    kind: "struck",
    site: "s",
  };

  it("has codes under the names of the API, and words", () => {
    const [head = "", row = ""] = injuriesCsv(speaker, [injury]).replace("\u{FEFF}", "").split("\r\n");
    const cells = Object.fromEntries(head.split(",").map((name, place) => [name, row.split(",")[place]]));
    expect(cells).toMatchObject({
      id: "i",
      sources: "employer insurer",
      date: "2025-03-01",
      kind: "struck",
      hour: "",
      "«field-kind»": "«injury-kind-struck»",
      "«field-site»": "site s",
    });
  });
});

describe("an injury's history", () => {
  const person = (id: string) => ({ id, name: id });
  const at = "2026-11-22T06:00:00Z";
  const report = (position: number, source: string) => {
    return { position, at, by: null, import: null, number: null, details: { source } };
  };
  const opening = (position: number, report: number, by: string, reason: string) => {
    return { position, at, by: person(by), reason, report };
  };
  const injury = { id: "i", position: 3, sources: [], injured_is_said: true };

  it("is in the journal's order, and each report stands beside the same reporter's last", () => {
    const reports = [report(3, "employer"), report(5, "insurer"), report(9, "employer")];
    const erasure = { position: 8, at, by: null, reason: null };
    const openings = [opening(7, 3, "officer", "asked")];
    const steps = historyOf({ ...injury, reports, openings, erasure });
    expect(steps.map(({ what, position }) => [what, position])).toEqual([
      ["report", 3],
      ["report", 5],
      ["opening", 7],
      ["erasure", 8],
      ["report", 9],
    ]);
    const befores = steps.flatMap((step) => (step.what === "report" ? [step.before?.position] : []));
    expect(befores).toEqual([undefined, undefined, 3]);
  });

  it("tells one asking that opened several reports once, and every other asking by itself", () => {
    const openings = [
      opening(10, 3, "officer", "asked"),
      opening(11, 5, "officer", "asked"),
      opening(12, 3, "officer", "asked"),
      opening(13, 5, "officer", "asked"),
      opening(14, 3, "inspector", "asked"),
      opening(15, 5, "inspector", "an inquiry"),
    ];
    const steps = historyOf({ ...injury, reports: [], openings, erasure: null });
    expect(steps.map((step) => (step.what === "opening" ? step.entries.map(({ position }) => position) : []))).toEqual([
      [10, 11],
      [12, 13],
      [14],
      [15],
    ]);
  });
});
