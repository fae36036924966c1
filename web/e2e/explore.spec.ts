/** The figures for analysts: each picture with what stands under it, the signs of under-reporting for those who may. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Language } from "../src/api/types";
import { RECORDED_ON } from "../tests/wire/figures";
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
    await expect(map).toContainText("Denominator bns-employees@1, not scaled to a year. Interval 95%, Garwood.");
    // Karaganda by hand: 31 over 465,879 employees; Garwood of 31 is 21.06 to 44.00.
    await map.getByRole("button", { name: "Table" }).click();
    const karaganda = map.getByRole("row", { name: /Karaganda/ });
    await expect(karaganda).toContainText("0.067");
    await expect(karaganda).toContainText("0.045");
    await expect(karaganda).toContainText("0.094");
    await page.getByRole("tab", { name: "Table" }).click();
    await expect(page).toHaveURL(/view=table/);
    const total = page.getByRole("row", { name: /^All/ });
    await expect(total).toContainText("bns-employees@1");
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
  await page.goto(`${stand.url}/figures/explore?period=2018`);
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

/** The month before a day's, in words. */
function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const before = new Date(Date.UTC(year, month - 2, 1));
  return before.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}

test("what late reports will add is drawn over the last months", WIRE, async ({ page, stand }) => {
  await page.clock.setFixedTime(new Date(`${RECORDED_ON}T06:00:00Z`));
  const year = RECORDED_ON.slice(0, 4);
  await explore(page, stand, `?period=${year}&view=time`);
  const trend = page.locator(`[data-figure="saqta-time-${Number(year) - 1}-${year}"]`);
  await expect(trend).toContainText("late reports");
  // The running month is no fall.
  await expect(trend).toContainText("without what is not over yet");
  await picture(page, "explore-nowcast", true);
  await trend.getByRole("button", { name: "Table" }).click();
  await expect(trend.getByRole("row").last()).toContainText(monthBefore(RECORDED_ON));
  await expect(trend.getByRole("columnheader", { name: "Expected with late reports", exact: true })).toHaveCount(1);
});

test("a period stands beside other years, and says what is chance", WIRE, async ({ page, stand }) => {
  await explore(page, stand, "?period=2025-Q1&view=time");
  const change = page.getByTestId("change");
  const year = change.getByRole("row", { name: /a year ago/ }).first();
  await expect(year).toContainText("352");
  await expect(year).toContainText("293");
  // By hand: 293/7,169,107 over 352/7,015,108 is 0.8145; 293/352 is 0.8324.
  await expect(year).toContainText("−18.5%");
  await expect(year).toContainText("−16.8%");
  await expect(year).toContainText("more than chance");
  await page.getByRole("tab", { name: "Table" }).click();
  const health = page.getByTestId("change").getByRole("row", { name: /health/i });
  await expect(health).toContainText("42");
  await expect(health).toContainText("35");
  await expect(health).toContainText("cannot be told from chance");
});

test("regions stand beside the country with their mix of activities set right", WIRE, async ({ page, stand }) => {
  await explore(page, stand, "?period=2025-Q1");
  const section = page.getByTestId("standardised");
  const ratio = section.locator('[data-figure="saqta-sir-2025-Q1"]');
  await expect(ratio).toContainText("Employees by activity synthetic-employees@1");
  await expect(ratio).toContainText("Interval 95%, Garwood");
  await expect(ratio).toContainText("Assumption: one activity is as dangerous in every region");
  await expect(ratio).toContainText("Higher by more than chance");
  await ratio.getByRole("button", { name: "Table" }).click();
  const north = ratio.getByRole("row", { name: /Abai/ });
  for (const text of ["10", "7.5", "1.33", "0.64", "2.45"]) await expect(north).toContainText(text);
  const direct = section.locator('[data-figure="saqta-standardised-2025-Q1"]');
  await expect(direct).toContainText("Fay and Feuer");
  await expect(direct).toContainText("Assumption: a region’s rate in each activity would stay what it is");
  const files = { CSV: /\.csv$/, SVG: /\.svg$/ };
  for (const [name, file] of Object.entries(files)) {
    const button = direct.getByRole("button", { name });
    const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(saved.suggestedFilename()).toMatch(file);
    if (name === "CSV") {
      const lines = readFileSync(await saved.path(), "utf8")
        .trim()
        .split("\r\n");
      expect(lines[0]).toBe("id,name,status,value,lower,upper,count,crude");
      expect(lines).toHaveLength(21);
    }
  }
  await expectAccessible(page);

  // Nothing says how many work in each activity: that is said, and the rest is shown.
  await page.route("**/figures/standardised?*", async (route) => {
    const problem = { type: "about:blank", title: "none", status: 400, field: "denominator" };
    await route.fulfill({ status: 400, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await page.reload();
  await expect(section).toContainText("no series says how many work in each activity of each region");
  await page.unroute("**/figures/standardised?*");
  await page.route("**/figures/standardised?*", async (route) => {
    const problem = { type: "about:blank", title: "no", status: 403 };
    await route.fulfill({ status: 403, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await page.reload();
  await expect(page.locator('[data-figure="saqta-order-2025-Q1"]')).toBeVisible();
  await expect(section).toHaveCount(0);
});
