/** The key figures and tables of the public page in the states that the recorded releases do not have. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Release } from "../../src/api/releases";
import { MoreWords, WordsProvider } from "../../src/common/words";
import { Counting } from "../../src/figures/public/Counting";
import { PUBLIC } from "../../src/figures/public/catalogues";
import { KeyFigures } from "../../src/figures/public/KeyFigures";
import { ByTables, Rates } from "../../src/figures/public/Tables";
import type { RecordedReleases } from "../wire/releases";

const FOLDER = join(import.meta.dirname, "../wire/recorded/releases");
const { list } = JSON.parse(readFileSync(join(FOLDER, "index.json"), "utf8")) as RecordedReleases;
const digest = list.items[0]?.files["release.json"]?.sha256 ?? "";
const release = JSON.parse(readFileSync(join(FOLDER, digest), "utf8")) as Release;

function show(children: ReactNode) {
  return render(
    <WordsProvider>
      <MoreWords catalogues={PUBLIC}>{children}</MoreWords>
    </WordsProvider>,
  );
}

beforeEach(() => localStorage.setItem("saqta.language", "en"));

describe("the key figures", () => {
  it("say what late reports are expected to bring, with a band that is drawn", () => {
    const nowcast = { reported: 295, total: 304.2, lower: 297, upper: 316, level: 0.95, completeness: 0.97 };
    show(<KeyFigures release={{ ...release, nowcast }} />);
    const said = screen.getByTestId("nowcast");
    expect(said.textContent).toContain("297–316 (95%)");
    expect(said.textContent).toContain("97%");
    expect(said.querySelector("svg[data-expected]")).not.toBeNull();
  });

  it("say that nothing more is expected where all is in, and nothing where nothing is known", () => {
    const { unmount } = show(<KeyFigures release={release} />);
    expect(screen.getByTestId("nowcast").textContent).toContain("Nothing more is expected");
    unmount();
    show(<KeyFigures release={{ ...release, nowcast: null }} />);
    expect(screen.queryByTestId("nowcast")).toBeNull();
  });

  it("do without a rate and without a year before", () => {
    const bare = { ...release, total: { ...release.total, rates: [] }, change: null, fatal_change: null };
    show(<KeyFigures release={bare} />);
    expect(screen.getByText(/No denominator covers the period/)).toBeDefined();
    expect(screen.getByText(/no figures of the same months a year before/)).toBeDefined();
  });

  it("call a change by chance what it is", () => {
    const change = { before: 300, now: 295, ratio: 0.983, ratio_lower: 0.84, ratio_upper: 1.15, p: 0.87 };
    show(<KeyFigures release={{ ...release, fatal_change: null, change: { ...change, is_established: false } }} />);
    expect(screen.getByText("not distinguishable from chance")).toBeDefined();
    expect(screen.getByText("between \u221216.0% and +15.0% (95%)")).toBeDefined();
  });

  it("have the year to date beside the years, and never mix them up", () => {
    const year_to_date = { ...release.total, period: "2025-H1", count: 600, fatal: 81 };
    show(<KeyFigures release={{ ...release, year_to_date }} />);
    const years = screen.getByRole("table", { name: "The same months, year by year" });
    const row = within(years).getByRole("row", { name: /^Since January: H1 2025/ });
    expect(within(row).getByText("600")).toBeDefined();
  });
});

describe("the tables", () => {
  it("show what is withheld in no other way than by the word", () => {
    const rows = [
      {
        code: "construction",
        count: null,
        count_interval: null,
        fatal: null,
        severe: 7,
        incidence: null,
        withheld: ["count", "fatal"],
      },
    ];
    show(<ByTables release={{ ...release, tables: [{ by: "trade", rows }] }} />);
    const table = screen.getByRole("table", { name: "By trade" });
    const cells = within(table).getAllByRole("cell");
    expect(cells.map(({ textContent }) => textContent)).toEqual(["withheld", "withheld", "withheld", "7", ""]);
  });

  it("name the denominator of every rate and whether it is scaled to a year", () => {
    const rates = release.total.rates.map((rate) => ({ ...rate, annualised: true }));
    show(<Rates release={{ ...release, total: { ...release.total, rates } }} />);
    const [, ...rows] = screen.getAllByRole("row");
    expect(rows).toHaveLength(rates.length);
    for (const [place, row] of rows.entries()) {
      expect(within(row).getByText(rates[place]?.denominator ?? "none")).toBeDefined();
      expect(within(row).getByText("yes")).toBeDefined();
    }
  });
});

describe("what counts", () => {
  it("is said of hours that are part of a longer period, and of a release without denominators", () => {
    const [first] = release.denominators;
    if (first === undefined) throw new Error("the recording has no denominator");
    const hours = { ...first, id: "hours@2", unit: "hours", prorated: true };
    const { unmount } = show(<Counting release={{ ...release, denominators: [first, hours] }} />);
    expect(screen.getByText(/^hours@2: .*hours worked.*Hours of a longer period/)).toBeDefined();
    unmount();
    show(<Counting release={{ ...release, denominators: [] }} />);
    expect(screen.getByText("Nothing: the release has counts only.")).toBeDefined();
  });

  it("is said without small numbers where none are withheld", () => {
    show(<Counting release={{ ...release, threshold: 0 }} />);
    expect(screen.queryByText("Small numbers")).toBeNull();
  });
});
