/** The pictures of the figures, with synthetic data: a gallery built for the test, looked at in every form. */
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import type { Language } from "../src/api/types";
import { WireServer } from "../tests/wire/server";
import { test as base, expect, expectAccessible, settled } from "./stand";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const NAMES = ["map", "old", "funnel", "trend", "two", "months", "causes", "heat", "bars"] as const;
const SIZES = { wide: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
const WEB = resolve(import.meta.dirname, "..");
const PICTURES = join(WEB, "test-results/pictures/figures");

const test = base.extend<object, { gallery: string }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const outDir = join(WEB, "test-results/gallery");
      await build({
        configFile: false,
        root: join(WEB, "tests/figures/gallery"),
        plugins: [react()],
        logLevel: "error",
        build: { outDir, emptyOutDir: true, target: "chrome109", cssTarget: "chrome109", assetsInlineLimit: 0 },
      });
      mkdirSync(PICTURES, { recursive: true });
      // The server of the other tests, for its policy: what runs here must run under it.
      const server = new WireServer(outDir);
      await use(await server.listen());
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

const figure = (name: string) => `[data-figure="synthetic-${name}"]`;

for (const language of LANGUAGES) {
  for (const theme of ["light", "dark"] as const) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      test(`figures in ${language}, ${theme}, ${size}`, async ({ page, gallery }) => {
        await page.setViewportSize(viewport);
        await page.addInitScript(
          ([chosen, scheme]) => {
            localStorage.setItem("saqta.language", chosen);
            localStorage.setItem("saqta.theme", scheme);
          },
          [language, theme] as const,
        );
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(String(error)));
        page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
        await page.goto(gallery);
        await expect(page.locator(figure("bars"))).toBeVisible();
        await settled(page);
        expect(faults).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
        expect(await page.evaluate(smallLetters), "letters under 11 px").toEqual([]);
        expect(await page.evaluate(outsiders), "letters outside their picture").toEqual([]);
        expect(await page.evaluate(overTheEdge), "letters beyond their tile").toEqual([]);
        expect(await page.evaluate(collisions), "letters on letters").toEqual([]);
        for (const name of NAMES) {
          await page
            .locator(figure(name))
            .screenshot({ path: join(PICTURES, `${name}-${language}-${theme}-${size}.png`) });
        }
        // Contrast is a matter of theme and size, not of language.
        if (language === "kk") await expectAccessible(page);
      });
    }
  }
}

function smallLetters(): string[] {
  return [...document.querySelectorAll("figure svg text, figure p, figure li, figure button")]
    .filter((element) => {
      const matrix = element instanceof SVGTextElement ? element.getScreenCTM() : null;
      const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
      return Number.parseFloat(getComputedStyle(element).fontSize) * scale < 10.99;
    })
    .map((element) => element.textContent ?? "");
}

function outsiders(): string[] {
  return [...document.querySelectorAll("svg text")]
    .filter((text) => {
      const outer = text.closest("svg")?.getBoundingClientRect();
      const inner = text.getBoundingClientRect();
      return (
        outer === undefined ||
        inner.left < outer.left - 2 ||
        inner.right > outer.right + 2 ||
        inner.top < outer.top - 2 ||
        inner.bottom > outer.bottom + 2
      );
    })
    .map((text) => `${text.closest("[data-figure]")?.getAttribute("data-figure")}: ${text.textContent}`);
}

/** Pairs of texts of one picture that stand on each other by more than the air that a line box holds. */
function collisions(): string[] {
  return [...document.querySelectorAll("svg")].flatMap((svg) => {
    const texts = [...svg.querySelectorAll("text")].map((text) => ({
      words: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    return texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter(({ box }) => {
          const across = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left);
          const down = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top);
          return across > 1.5 && down > 4.5;
        })
        .map((other) => `${one.words} / ${other.words}`),
    );
  });
}

function overTheEdge(): string[] {
  const tiles = [
    ...document.querySelectorAll(
      '[data-figure="synthetic-map"] [data-mark], [data-figure="synthetic-old"] [data-mark]',
    ),
  ];
  return tiles.flatMap((tile) => {
    const edge = tile.querySelector("rect")?.getBoundingClientRect();
    return [...tile.querySelectorAll("text")]
      .filter((text) => edge === undefined || text.getBoundingClientRect().right > edge.right + 0.5)
      .map((text) => text.textContent ?? "");
  });
}

test("the map under the keyboard, its table and its files", async ({ page, gallery }) => {
  await page.addInitScript(() => localStorage.setItem("saqta.language", "en"));
  await page.goto(gallery);
  const map = page.locator(figure("map"));
  await map.locator("[data-mark][tabindex='0']").focus();
  await expect(map.locator("[data-mark]:focus")).toHaveAttribute("data-mark", "39");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(map.locator("[data-mark]:focus")).toHaveAttribute("data-mark", "35");
  await expect(map.locator("[data-mark]:focus")).toHaveAccessibleName(
    /^Karaganda region: 0\.067 \(0\.045–0\.094\); 31 cases/,
  );
  await map.screenshot({ path: join(PICTURES, "map-focus.png") });
  await page.keyboard.press("Tab");
  await expect(map.locator("[data-mark]:focus")).toHaveCount(0);

  await map.getByRole("button", { name: "Table" }).click();
  await expect(map.getByRole("row")).toHaveCount(21);
  await expectAccessible(page);

  const [svg] = await Promise.all([
    page.waitForEvent("download"),
    map.getByRole("button", { name: "Download as SVG" }).click(),
  ]);
  expect(svg.suggestedFilename()).toBe("synthetic-map.svg");
  const text = readFileSync(await svg.path(), "utf8");
  expect(text).not.toMatch(/var\(|NaN|undefined/);
  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    map.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  const lines = readFileSync(await csv.path(), "utf8").split("\r\n");
  expect(lines[0]).toBe("kato,region,status,value,lower,upper,count,exposure");
  expect(lines).toHaveLength(22);
});

test("every file of a picture is a picture by itself", async ({ page, gallery, browser }) => {
  await page.addInitScript(() => {
    localStorage.setItem("saqta.language", "ru");
    localStorage.setItem("saqta.theme", "dark");
  });
  await page.goto(gallery);
  const alone = await browser.newPage({ viewport: { width: 960, height: 800 } });
  for (const name of NAMES) {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(figure(name)).getByRole("button", { name: "SVG" }).click(),
    ]);
    const path = join(PICTURES, `${name}-file.svg`);
    await file.saveAs(path);
    await alone.goto(`file://${path}`);
    expect(await alone.evaluate(() => document.documentElement.namespaceURI)).toBe("http://www.w3.org/2000/svg");
    await expect(alone.locator("parsererror")).toHaveCount(0);
    expect(await alone.evaluate(outsiders), `${name}: letters outside the file`).toEqual([]);
    expect(await alone.evaluate(collisions), `${name}: letters on letters`).toEqual([]);
    await alone.screenshot({ path: join(PICTURES, `${name}-file.png`) });
  }
  await alone.close();
});

test("figures on paper", async ({ page, gallery }) => {
  await page.addInitScript(() => {
    localStorage.setItem("saqta.language", "kk");
    localStorage.setItem("saqta.theme", "dark");
  });
  await page.goto(gallery);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(`${figure("map")} svg`)).toHaveAttribute("width", "680");
  await expect(page.locator(`${figure("map")} table`)).toBeVisible();
  await page.pdf({
    path: join(PICTURES, "paper.pdf"),
    format: "A4",
    margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" },
  });
});
