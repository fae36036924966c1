/** The figures for analysts: each picture with what stands under it, the signs of under-reporting for those who may. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Language } from "../src/api/types";
import { expect, expectAccessible, picture, type Stand, signIn, test, WIRE } from "./stand";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const VIEWS = ["regions", "time", "causes", "hours", "table", "watch", "unreported"] as const;

async function explore(page: Page, stand: Stand, search: string, language: Language = "en") {
  await signIn(page, stand, "analyst", language, `/figures/explore${search}`);
  await expect(page.getByRole("tablist")).toBeVisible();
}

const panel = (page: Page) => page.getByRole("tabpanel");

for (const language of LANGUAGES) {
  test(`the figures in ${language}`, WIRE, async ({ page, stand }) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await explore(page, stand, "?period=2025-Q1", language);
    for (const [index, view] of VIEWS.entries()) {
      await page.getByRole("tab").nth(index).click();
      await expect(page).toHaveURL(view === "regions" ? /period=2025-Q1$/ : new RegExp(`view=${view}`));
      await expect(panel(page).locator("figure, table").first()).toBeVisible();
      await expectAccessible(page);
      await picture(page, `explore-${view}-${language}`, true);
    }
    expect(faults).toEqual([]);
  });
}

test(
  "every rate says its denominator, whether it is scaled to a year, and its interval",
  WIRE,
  async ({ page, stand }) => {
    await explore(page, stand, "?period=2025-Q1");
    await expect(page.getByTestId("total")).toHaveText("293 injuries, good for 260–329. Deaths: 40.");
    const map = page.locator('[data-figure="saqta-regions-2025-Q1"]');
    await expect(map).toContainText("Denominator employees@1, not scaled to a year. Interval 95%, Garwood.");
    // Karaganda by hand: 31 over 465,879 employees; Garwood of 31 is 21.06 to 44.00.
    await map.getByRole("button", { name: "Table" }).click();
    const karaganda = map.getByRole("row", { name: /Karaganda/ });
    await expect(karaganda).toContainText("0.067");
    await expect(karaganda).toContainText("0.045");
    await expect(karaganda).toContainText("0.094");
    await page.getByRole("tab", { name: "Table" }).click();
    await expect(page).toHaveURL(/view=table/);
    const total = page.getByRole("row", { name: /^All/ });
    await expect(total).toContainText("employees@1");
    await expect(total).toContainText("293");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      panel(page).getByRole("button", { name: "CSV" }).click(),
    ]);
    const lines = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines.at(-1)).toMatch(/^2025-Q1,all,293,260\.4\d+,328\.5\d+,40,/);
  },
);

test("a view is a link, and an empty period says so", WIRE, async ({ page, stand }) => {
  await explore(page, stand, "?period=2025-Q1&view=causes");
  await expect(page.locator('[data-figure="saqta-causes-2025-Q1"]')).toBeVisible();
  await page.goto(`${stand.url}/figures/explore?period=2019`);
  await expect(page.getByText("The register holds nothing for this period")).toBeVisible();
  await picture(page, "explore-nothing");
});

test(
  "each sign of under-reporting stands under its assumption, and only for those who may see it",
  WIRE,
  async ({ page, stand }) => {
    await explore(page, stand, "?period=2025-Q1&view=unreported", "ru");
    const signs = page.locator("[data-sign]");
    await expect(signs).toHaveCount(5);
    for (const sign of await signs.all()) await expect(sign).toContainText(/Допущение: \S.{40}/);
    await page.getByRole("button", { name: "Выйти" }).click();
    const { login, password } = stand.signIn("safety");
    await page.locator('input[autocomplete="username"]').fill(login);
    await page.locator('input[autocomplete="current-password"]').fill(password);
    await page.locator('button[type="submit"]').click();
    await expect(page.getByRole("tab")).toHaveCount(6);
  },
);

test("the figures go through under the keyboard and in the dark", WIRE, async ({ page, stand }) => {
  await page.addInitScript(() => localStorage.setItem("saqta.theme", "dark"));
  await explore(page, stand, "?period=2025-Q1");
  await page.getByRole("tab", { name: "Regions" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/view=causes/);
  await expect(page.locator('[data-figure="saqta-causes-2025-Q1"]')).toBeVisible();
  await expectAccessible(page);
  await picture(page, "explore-dark", true);
});

test("a period stands beside other years, and says what is chance", WIRE, async ({ page, stand }) => {
  await explore(page, stand, "?period=2025-Q1&view=time");
  const trend = page.locator('[data-figure="saqta-time-2024-2025"]');
  await expect(trend).toContainText("late reports");
  await trend.getByRole("button", { name: "Table" }).click();
  await expect(trend.getByRole("columnheader", { name: /Expected|nowcast/i })).toHaveCount(1);
  const change = page.getByTestId("change");
  const year = change.getByRole("row", { name: /a year ago/ }).first();
  await expect(year).toContainText("352");
  await expect(year).toContainText("293");
  await expect(year).toContainText("of the counts");
  await expect(year).toContainText("more than chance");
  await page.getByRole("tab", { name: "Table" }).click();
  await expect(page.getByTestId("change").getByRole("row", { name: /health/i })).toContainText("0.022");
});
