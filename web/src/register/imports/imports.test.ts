import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { columnWords, wrongCellsCsv } from "../../incoming/wrongCells";
import {
  broughtNothing,
  followedIn,
  INJURY_COLUMNS,
  isRunning,
  isTooLargeMapping,
  searchOf,
  unreadableWords,
} from "./job";

const say = (id: string) => `«${id}»`;
const cell = { line: 3, column: "days_lost", value: "-1", problem: "no number of days", do: "write a whole number" };

describe("a file of injuries", () => {
  it("is followed by the address", () => {
    expect(followedIn(searchOf({ job: "a b" }))).toEqual({ job: "a b" });
    expect(followedIn("?job=%20")).toEqual({ job: null });
    expect(searchOf({ job: null })).toBe("");
  });

  it("is waited for while the server is at it, and no longer", () => {
    expect(["checking", "recording"].every((state) => isRunning({ state }))).toBe(true);
    expect(["completed", "refused", "failed"].some((state) => isRunning({ state }))).toBe(false);
  });

  it("brought nothing when every row was known already", () => {
    expect(broughtNothing({ recorded: 0, reported: 0, revised: 0, unchanged: 7 })).toBe(true);
    expect(broughtNothing({ recorded: 0, reported: 1, revised: 0, unchanged: 7 })).toBe(false);
  });

  it("that cannot be read says what, what to do, and then each column", () => {
    const remarks = ["The columns do not fit", "Correct the header.", "«a» is unknown.", "«b» is unknown."];
    expect(unreadableWords({ remarks })).toEqual({ what: remarks[0], remedy: remarks[1], more: remarks.slice(2) });
  });

  it("has the columns that the handbook documents, in its order", () => {
    const handbook = readFileSync(join(import.meta.dirname, "../../../../docs/files.md"), "utf8");
    const [, table = ""] = /## Injuries: CSV(.*?)## Injuries: xlsx/s.exec(handbook) ?? [];
    const rows = [...table.matchAll(/^\| (`[^|]+)\|/gm)].map(([, names = ""]) => names);
    const documented = rows.flatMap((names) => [...names.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name));
    expect(documented.length).toBeGreaterThan(20);
    expect([...INJURY_COLUMNS]).toEqual(documented);
  });

  it("takes a mapping file along as far as an address line reaches", () => {
    expect(isTooLargeMapping("ә".repeat(9_000))).toBe(false);
    expect(isTooLargeMapping("ә".repeat(10_001))).toBe(true);
  });
});

describe("wrong cells", () => {
  it("name the header and the whole row where no column is meant", () => {
    expect(columnWords(say, cell)).toBe("days_lost");
    expect(columnWords(say, { ...cell, column: "" })).toBe("«cells-whole-row»");
    expect(columnWords(say, { ...cell, column: "", line: 1 })).toBe("«cells-header»");
  });

  it("go into a CSV that a spreadsheet does not run", () => {
    const [head, row] = wrongCellsCsv(say, [cell]).split("\r\n");
    expect(head).toBe("\u{FEFF}«cells-line»,«cells-column»,«cells-value»,«cells-problem»,«cells-do»");
    expect(row).toBe("3,days_lost,'-1,no number of days,write a whole number");
  });
});
