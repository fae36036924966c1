/** Files that come into the register, and series: bringing, what is wrong with which cell, taking back. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Language } from "../src/api/types";
import { expect, expectAccessible, picture, type Stand, signIn, test, WIRE } from "./stand";
import { FOREIGN, RIGHT, SDMX, SDMX_WORDS, SERIES, WRONG, WRONG_SERIES } from "./support/files";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];

async function choose(page: Page, field: "file" | "mapping", name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.locator(`[data-field="${field}"]`).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

async function openImports(page: Page, stand: Stand, language: Language = "en"): Promise<void> {
  await signIn(page, stand, "analyst", language, "/register/imports");
  await expect(page.getByTestId("imports")).toBeVisible();
}

async function bring(page: Page, name: string, text: string): Promise<void> {
  await choose(page, "file", name, text);
  await page.locator('form button[type="submit"]').click();
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
}

const job = (page: Page, state: string) => page.locator(`[data-testid="job"][data-state="${state}"]`);

for (const language of LANGUAGES) {
  test(`a wrong file is refused cell by cell in ${language}, wide and on a phone`, async ({ page, stand }) => {
    await openImports(page, stand, language);
    await expectAccessible(page);
    await picture(page, `imports-${language}`, true);
    await bring(page, "wrong.csv", WRONG);
    await expect(job(page, "refused")).toBeVisible();
    await expect(page.getByTestId("wrong-cells").locator("tbody tr")).toHaveCount(4);
    await expect(job(page, "refused").locator("h2")).toBeFocused();
    await expectAccessible(page);
    await picture(page, `imports-wrong-${language}`, true);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await picture(page, `imports-wrong-${language}-phone`, true);
  });

  test(`series are listed and taken in in ${language}, wide and on a phone`, async ({ page, stand }) => {
    await signIn(page, stand, "analyst", language, "/figures/series");
    await expect(page.getByTestId("series").locator("tbody tr").first()).toBeVisible();
    await choose(page, "file", "synthetic.sdmx.csv", SDMX);
    await expect(page.locator('[data-field="counter"]')).toBeVisible();
    await page.locator('form button[type="submit"]').click();
    await expect(page.locator('[data-field="id"]')).toBeFocused();
    await expectAccessible(page);
    await picture(page, `series-${language}`, true);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await picture(page, `series-${language}-phone`, true);
  });
}

test("the wrong cells can be taken along as CSV", async ({ page, stand }) => {
  await openImports(page, stand);
  await bring(page, "wrong.csv", WRONG);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the list as CSV" }).click(),
  ]);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toContain("What to do");
  expect(lines[2]).toMatch(/^3,date,2025-03-34,/);
});

test("a file comes in, changes nothing when it comes again, and is taken back", async ({ page, stand }) => {
  await openImports(page, stand);
  const before = await page.getByTestId("imports").locator("tbody tr").count();
  await bring(page, "right.csv", RIGHT);
  await expect(job(page, "completed").getByRole("heading", { name: "Recorded" })).toBeFocused();
  await expect(page).toHaveURL(/\/register\/imports\?job=/);
  await expect(page.locator('[data-tally="recorded"]')).toContainText("2");
  await expect(job(page, "completed")).toContainText("shift");
  await expect(page.getByTestId("imports").locator("tbody tr")).toHaveCount(before + 1);
  await expectAccessible(page);
  await picture(page, "imports-recorded", true);

  await page.getByRole("button", { name: "Bring in another file" }).click();
  await expect(page).toHaveURL(/\/register\/imports$/);
  await bring(page, "right.csv", RIGHT);
  await expect(page.getByRole("heading", { name: "Nothing new: every row was known already" })).toBeVisible();
  await expect(page.locator('[data-tally="unchanged"]')).toContainText("2");

  const last = page.getByTestId("imports").locator("tbody tr").first();
  await last.getByRole("button", { name: "Take back right.csv" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("right.csv: 2 rows");
  await expect(question.getByRole("checkbox")).toBeFocused();
  await question.getByRole("button", { name: "Take the file back" }).click();
  await expect(question).toContainText("Tick this first.");
  await expectAccessible(page);
  await picture(page, "imports-take-back");
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(last.getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question.getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(last).toHaveAttribute("data-stage", "withdrawn");
  await expect(page.getByText("right.csv no longer counts.")).toBeVisible();
  await expect(last.getByRole("button")).toHaveCount(0);
});

test("what cannot be read at all says why, and so does a mapping file that is none", async ({ page, stand }) => {
  await openImports(page, stand);
  await page.locator('form button[type="submit"]').click();
  await expect(page.getByText("Choose a file first.")).toBeVisible();
  await choose(page, "file", "right.csv", RIGHT);
  await choose(page, "mapping", "mapping.toml", "no TOML");
  await page.locator('form button[type="submit"]').click();
  await expect(page.getByText("The mapping file cannot be understood. Nothing was recorded.")).toBeVisible();
  await expect(page.getByText("key with no value")).toBeVisible();
  await picture(page, "imports-mapping", true);
  await page.getByRole("button", { name: "Take the file away" }).last().click();
  await bring(page, "foreign.csv", FOREIGN);
  await expect(job(page, "refused")).toContainText("Nothing was recorded");
  await expect(job(page, "refused").locator("li").first()).toContainText("case");
  await picture(page, "imports-foreign", true);
});

test("a file can be dropped, and its progress is told", WIRE, async ({ page, stand }) => {
  await openImports(page, stand);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, RIGHT);
  const place = page.locator("div:has(> [data-field='file'])");
  await place.dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByText(/^dropped\.csv, 1 kB$/)).toBeVisible();
  await page.locator('form button[type="submit"]').click();
  await expect(job(page, "checking")).toContainText("Rows read: 1");
  await picture(page, "imports-checking", true);
  await expect(job(page, "completed")).toBeVisible();
});

test("a lost connection says what is safe, and a job that nobody knows what counts", WIRE, async ({ page, stand }) => {
  await openImports(page, stand);
  await page.route("**/api/v1/imports?name=*", (route) => route.abort());
  await bring(page, "right.csv", RIGHT);
  await expect(page.getByRole("alert")).toContainText("Nobody knows whether the file arrived");
  await page.unroute("**/api/v1/imports?name=*");
  await page.goto(`${stand.url}/register/imports?job=01955555-0000-7000-8000-0000000000ff`);
  await expect(page.getByText("The server does not know how far this file has come")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bring in another file" }).click();
  await expect(page.locator('[data-field="file"]')).toBeVisible();
});

test("sending can be stopped", WIRE, async ({ page, stand }) => {
  await openImports(page, stand);
  // The body is on its way and no answer comes.
  await page.route("**/api/v1/imports?name=*", () => {});
  await bring(page, "right.csv", RIGHT.repeat(20_000));
  await expect(page.getByTestId("sending")).toContainText("Being sent: ");
  await picture(page, "imports-sending", true);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("alert")).toContainText("nothing was recorded");
});

test("nothing has come in yet", WIRE, async ({ page, stand }) => {
  if (stand.wire === null) return;
  stand.wire.files.none = true;
  await signIn(page, stand, "analyst", "en", "/register/imports");
  await expect(page.getByText("No file has been brought in yet")).toBeVisible();
  await page.goto(`${stand.url}/figures/series`);
  await expect(page.getByText("There are no series yet")).toBeVisible();
  await picture(page, "series-none");
  stand.wire.files.none = false;
});

test("series come in once, and are refused cell by cell", async ({ page, stand }) => {
  await signIn(page, stand, "analyst", "en", "/figures/series");
  await expect(page.getByTestId("series").locator("tbody tr").first()).toBeVisible();
  await choose(page, "file", "wrong.csv", WRONG_SERIES);
  await page.getByRole("button", { name: "Take the file in" }).click();
  await expect(page.getByTestId("series-refused")).toContainText("Nothing was recorded");
  await expect(page.getByTestId("wrong-cells").locator("tbody tr")).toHaveCount(2);
  await expectAccessible(page);
  await picture(page, "series-refused", true);
  await choose(page, "file", "series.csv", SERIES);
  await page.getByRole("button", { name: "Take the file in" }).click();
  await expect(page.getByTestId("series-taken")).toContainText("bns-2026: version 1");
  await expect(page.locator('[data-series="bns-2026"]')).toContainText("employees");
  await picture(page, "series-taken", true);
  await choose(page, "file", "series.csv", SERIES);
  await page.getByRole("button", { name: "Take the file in" }).click();
  await expect(page.getByTestId("series-taken")).toContainText("bns-2026: nothing new, still version 1");
});

test("SDMX-CSV is asked what it does not say", async ({ page, stand }) => {
  await signIn(page, stand, "analyst", "en", "/figures/series");
  await choose(page, "file", "synthetic.sdmx.csv", SDMX);
  await page.locator('[data-field="id"]').fill(SDMX_WORDS.id);
  await page.locator('[data-field="counter"]').fill(SDMX_WORDS.counter);
  await page.locator('[data-field="unit"]').click();
  await page.getByRole("option", { name: "employees", exact: true }).click();
  await page.locator('[data-field="source"]').fill(SDMX_WORDS.source);
  await page.getByRole("button", { name: "Take the file in" }).click();
  await expect(page.getByTestId("series-taken")).toContainText("synthetic-sdmx: version 1");
  await expect(page.getByTestId("series-taken")).toContainText("geo=DE: 1");
});

test("whoever may not bring files in sees no link, and is told so", async ({ page, stand }) => {
  await signIn(page, stand, "auditor", "en", "/register/imports");
  await expect(page.getByTestId("no-right")).toBeVisible();
  await expect(page.getByRole("link", { name: "Denominators" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Releases" })).toHaveCount(0);
  for (const address of ["/figures/series", "/figures/releases"]) {
    await page.goto(stand.url + address);
    await expect(page.getByTestId("no-right")).toBeVisible();
  }
});

test("a safety officer brings files in, reads the series and publishes nothing", async ({ page, stand }) => {
  await signIn(page, stand, "safety", "en", "/register");
  await page.getByRole("button", { name: "Bring in a file" }).click();
  await expect(page.locator('[data-field="file"]')).toBeVisible();
  await page.goto(`${stand.url}/figures/series`);
  await expect(page.getByTestId("series")).toBeVisible();
  await expect(page.locator('[data-field="file"]')).toHaveCount(0);
  await page.goto(`${stand.url}/figures/releases`);
  await expect(page.getByTestId("no-right")).toBeVisible();
});
