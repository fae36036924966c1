/** What the pictures say: to readers, to screen readers, in their tables and in their files. */
import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../src/api/types";
import { LANGUAGES } from "../../src/common/catalogues";
import { useWords, WordsProvider } from "../../src/common/words";
import {
  FunnelPlot,
  HourHeatMap,
  IntervalBars,
  ParetoChart,
  type Region,
  RegionMap,
  TrendChart,
} from "../../src/figures/charts";
import { shown, toCsv } from "../../src/figures/charts/frame/table";
import { numbersIn } from "../../src/figures/charts/numbers";
import { cumulate } from "../../src/figures/charts/ParetoChart";
import {
  ALL_REGIONS,
  BY_HOUR,
  BY_WEEKDAY,
  CHANGES,
  COUNTRY,
  causes,
  FATAL,
  FUNNEL_LIMITS,
  funnelPoints,
  HEAT,
  MONTHLY,
  QUARTERLY,
  REGION_VALUES,
  rankedPlaces,
} from "./synthetic";

const head = (fileName: string) => ({ title: `The ${fileName} & its <name>`, source: "Synthetic", fileName });
const RATE = { name: "Injured per 1,000", digits: 3 };
const COUNT = { name: "Injured", digits: 0 };

function Named({ children }: { readonly children: (name: (region: Region, form: string) => string) => ReactNode }) {
  const { t } = useWords();
  return children((region, form) => t(`region-${region}${form}`));
}

const FIGURES = {
  map: <RegionMap {...head("map")} measure={RATE} period="2025-Q1" regions={REGION_VALUES} country={COUNTRY} />,
  old: <RegionMap {...head("old")} measure={RATE} period="2021" regions={ALL_REGIONS} />,
  funnel: (
    <Named>
      {(name) => (
        <FunnelPlot
          {...head("funnel")}
          measure={RATE}
          exposure={{ name: "Employees, thousands", digits: 0 }}
          points={funnelPoints(name)}
          limits={FUNNEL_LIMITS}
          target={{ value: COUNTRY.value, name: "Kazakhstan" }}
        />
      )}
    </Named>
  ),
  trend: (
    <TrendChart
      {...head("trend")}
      measure={COUNT}
      series={[
        { name: "Injured", points: QUARTERLY },
        { name: "Killed", points: FATAL },
      ]}
      changes={CHANGES}
    />
  ),
  months: <TrendChart {...head("months")} measure={COUNT} series={[{ name: "Incidents", points: MONTHLY }]} />,
  causes: <ParetoChart {...head("causes")} causes={causes((id) => id)} />,
  heat: <HourHeatMap {...head("heat")} measure={COUNT} cells={HEAT} hours={BY_HOUR} weekdays={BY_WEEKDAY} />,
  bars: (
    <Named>
      {(name) => (
        <IntervalBars
          {...head("bars")}
          measure={RATE}
          places={rankedPlaces(name)}
          whole={{ name: "Kazakhstan", estimate: COUNTRY }}
        />
      )}
    </Named>
  ),
} as const;

type Name = keyof typeof FIGURES;
const NAMES = Object.keys(FIGURES) as Name[];

const saved: Blob[] = [];

beforeEach(() => {
  saved.length = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    saved.push(blob as Blob);
    return "blob:saved";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
});

afterEach(() => vi.restoreAllMocks());

function show(figure: ReactNode, language: Language = "en") {
  localStorage.setItem("saqta.language", language);
  render(
    <MantineProvider env="test">
      <WordsProvider>{figure}</WordsProvider>
    </MantineProvider>,
  );
}

async function save(format: "SVG" | "CSV"): Promise<string> {
  await userEvent.click(screen.getByRole("button", { name: new RegExp(format) }));
  expect(saved).toHaveLength(1);
  return (saved[0] as Blob).text();
}

/** Reads RFC 4180 back, so that a wrongly quoted field is seen. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split("\r\n").slice(0, -1)) {
    rows.push(
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
      ),
    );
  }
  return rows;
}

describe.each(LANGUAGES)("in %s", (language) => {
  it.each(NAMES)("%s names itself and every mark, without a word that is missing", (name) => {
    show(FIGURES[name], language);
    const figure = screen.getByRole("figure", { name: `The ${name} & its <name>` });
    const picture = within(figure).getByRole("group");
    const described = document.getElementById(picture.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
    expect(described.length).toBeGreaterThan(20);
    const marks = within(picture).getAllByRole("img");
    const names = marks.map((mark) => mark.getAttribute("aria-label") ?? "");
    expect(new Set(names).size).toBe(marks.length);
    for (const said of [...names, described, figure.textContent ?? ""]) {
      expect(said).not.toMatch(/chart-|region-|\{|\}|NaN|undefined|null/);
      expect(said.trim()).not.toBe("");
    }
    expect(marks.filter((mark) => mark.getAttribute("tabindex") === "0")).toHaveLength(1);
  });

  it.each(NAMES)("%s is saved as valid XML that needs nothing else", async (name) => {
    show(FIGURES[name], language);
    const text = await save("SVG");
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')).toBe(
      true,
    );
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(file.querySelector("parsererror")).toBeNull();
    const svg = file.documentElement;
    expect(svg.localName).toBe("svg");
    expect(svg.querySelector("title")?.textContent).toBe(`The ${name} & its <name>`);
    expect(svg.querySelector("desc")?.textContent?.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/var\(|class=|style=|href=|tabindex|NaN|undefined|Infinity/);
    for (const [, id] of text.matchAll(/url\(#([^)]+)\)/g)) expect(text).toContain(`id="${id}"`);
    expect(svg.querySelectorAll("text").length).toBeGreaterThan(10);
  });
});

it.each(NAMES)("%s has as many fields in each line of its CSV as in the header", async (name) => {
  show(FIGURES[name], "ru");
  const text = await save("CSV");
  expect(text.charCodeAt(0)).not.toBe(0xfeff);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const [header = [], ...rows] = readCsv(text);
  expect(header.every((column) => /^[a-z_]+$/.test(column))).toBe(true);
  expect(new Set(header).size).toBe(header.length);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(row, row.join("|")).toHaveLength(header.length);
});

const EMPTY: Record<string, ReactNode> = {
  map: <RegionMap {...head("map")} measure={RATE} period="2025" regions={[]} />,
  funnel: (
    <FunnelPlot
      {...head("funnel")}
      measure={RATE}
      exposure={COUNT}
      points={[]}
      limits={[]}
      target={{ value: 0, name: "Kazakhstan" }}
    />
  ),
  trend: <TrendChart {...head("trend")} measure={COUNT} series={[{ name: "Injured", points: [] }]} />,
  causes: <ParetoChart {...head("causes")} causes={[]} />,
  heat: <HourHeatMap {...head("heat")} measure={COUNT} cells={[]} />,
  bars: <IntervalBars {...head("bars")} measure={RATE} places={[]} />,
};

it.each(Object.keys(EMPTY))("%s without a figure says so and still draws and saves", async (name) => {
  show(EMPTY[name]);
  expect(screen.getByText("There are no figures to show.")).toBeTruthy();
  expect(screen.getByRole("figure").innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  expect(await save("SVG")).not.toMatch(/NaN|Infinity|undefined/);
});

it("a picture of counts has no halves on its axis", () => {
  const few = QUARTERLY.map(({ period }) => ({
    period,
    cell: { status: "published" as const, value: 1, lower: 0, upper: 2 },
  }));
  show(<TrendChart {...head("few")} measure={COUNT} series={[{ name: "Killed", points: few }]} />);
  const texts = [...document.querySelectorAll("figure svg text")].map((text) => text.textContent ?? "");
  expect(texts.slice(0, 5)).toEqual(["Injured", "0", "1", "2", "3"]);
});

describe("the map", () => {
  it("says the same in its table as in its CSV, rounded for people and whole for machines", async () => {
    show(FIGURES.map, "ru");
    await userEvent.click(screen.getByRole("button", { name: "Таблица" }));
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows).toHaveLength(21);
    const cells = (index: number) => [...(rows[index]?.children ?? [])].map((cell) => cell.textContent);
    expect(cells(9)).toEqual([
      "35",
      "Карагандинская область",
      "опубликовано",
      "0,067",
      "0,045",
      "0,094",
      "31",
      "465\u00a0879",
    ]);
    expect(cells(8)).toEqual(["33", "область Жетісу", "скрыто", "–", "–", "–", "–", "–"]);
    const csv = readCsv(await save("CSV"));
    expect(csv[0]).toEqual(["kato", "region", "status", "value", "lower", "upper", "count", "exposure"]);
    expect(csv[9]?.slice(0, 4)).toEqual(["35", "Карагандинская область", "published", String((1_000 * 31) / 465_879)]);
    expect(csv[8]).toEqual(["33", "область Жетісу", "suppressed", "", "", "", "", ""]);
  });

  it("never gives the number of a withheld or missing region away", () => {
    const cell = { status: "suppressed", value: 7, count: 7 } as unknown as { status: "suppressed" };
    show(<RegionMap {...head("map")} measure={COUNT} period="2025" regions={[{ region: "33", cell }]} />);
    const tile = screen.getByRole("img", { name: "Jetisu region: withheld" });
    expect(tile.textContent).toBe("Jetisuwithheld");
    expect(screen.getByText("There are no figures to show.")).toBeTruthy();
  });

  it("shows the old regions for a period before June 2022, and says so", () => {
    show(FIGURES.old);
    expect(screen.getAllByRole("img")).toHaveLength(17);
    expect(screen.getByRole("img", { name: /^Karaganda region: 0\.070; 39 cases/ })).toBeTruthy();
    expect(screen.queryByRole("img", { name: /^Ulytau/ })).toBeNull();
    expect(screen.getByText(/borders before June 2022/)).toBeTruthy();
  });

  it("is walked with the arrow keys", async () => {
    show(FIGURES.map);
    await userEvent.tab();
    expect(document.activeElement?.getAttribute("data-mark")).toBe("39");
    await userEvent.keyboard("{ArrowRight}{ArrowDown}{ArrowDown}");
    expect(document.activeElement?.getAttribute("data-mark")).toBe("35");
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(
      /^Karaganda region: 0\.067 \(0\.045–0\.094\); 31 cases; established above/,
    );
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe("Table");
  });
});

describe("the trend", () => {
  it("says whether a change is established", () => {
    show(
      <TrendChart {...head("t")} measure={COUNT} series={[{ name: "Injured", points: QUARTERLY }]} changes={CHANGES} />,
      "ru",
    );
    const name = (period: string) =>
      screen.getByRole("img", { name: new RegExp(`^Injured, ${period}`) }).getAttribute("aria-label");
    expect(name("1-й квартал 2025")).toContain("−16,8\u00a0% (−28,7\u00a0…\u00a0−2,9); различие установлено");
    expect(name("4-й квартал 2024")).toContain("от случайного не отличить");
    expect(name("1-й квартал 2025")).toContain("ожидается 309 (299–322)");
    expect(name("2-й квартал 2023")).toContain("нет данных");
  });

  it("starts its axis at zero and breaks its line at a hole", () => {
    show(FIGURES.months);
    const texts = [...document.querySelectorAll("figure svg text")].map((text) => text.textContent);
    expect(texts).toContain("0");
    const lines = [...document.querySelectorAll("figure svg path[stroke-linejoin]")];
    expect(lines[0]?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  });
});

describe("the causes", () => {
  it("are added up from the most frequent, with what is left over last", () => {
    const steps = cumulate(causes((id) => id).toReversed());
    expect(steps.map(({ id }) => id)).toEqual(["organisation", "negligence", "traffic", "rules", "equipment", "other"]);
    expect(steps.at(-1)?.cumulative).toBe(100);
    expect(steps[1]?.cumulative).toBeCloseTo((100 * 199) / 293, 10);
  });
});

describe("numbers", () => {
  it("are written for the reader", () => {
    expect(numbersIn("en").fixed(12_345.6, 2)).toBe("12,345.60");
    expect(numbersIn("ru").fixed(12_345.6, 2)).toBe("12\u00a0345,60");
    expect(numbersIn("kk").fixed(12_345.6, 2)).toBe("12\u00a0345,60");
    expect(numbersIn("ru").change(-16.77)).toBe("−16,8\u00a0%");
    expect(numbersIn("en").change(4)).toBe("+4.0%");
    expect(numbersIn("en").fixed(-0.0001, 2)).toBe("0.00");
    expect(numbersIn("en").estimate({ value: 40, lower: 28.577, upper: 54.469 }, 1)).toBe("40.0 (28.6–54.5)");
    expect(numbersIn("en").estimate({ value: 40, lower: null, upper: null }, 1)).toBe("40.0");
  });
});

describe("CSV", () => {
  it("quotes what must be quoted, and lets no text become a formula", () => {
    const columns = [
      { id: "a", label: "A" },
      { id: "b", label: "B" },
    ];
    const rows = [
      ['say "no", twice', -1.5],
      ["=SUM(A1)", null],
      [{ raw: 0.1, text: "0,1" }, "line\r\nbreak"],
    ];
    expect(toCsv({ columns, rows })).toBe('a,b\r\n"say ""no"", twice",-1.5\r\n\'=SUM(A1),\r\n0.1,"line\r\nbreak"\r\n');
    expect(shown(null)).toBe("–");
  });
});
