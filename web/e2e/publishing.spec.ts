/** Publishing a release: said beforehand what it means, refused in words, corrected by a revision. */

import type { Page } from "@playwright/test";
import type { Language } from "../src/api/types";
import { expect, expectAccessible, picture, type Stand, signIn, test, WIRE } from "./stand";
import { NEWEST } from "./support/publish";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const sure = (page: Page) => page.locator('input[data-field="sure"]');

async function openReleases(page: Page, stand: Stand, language: Language = "en"): Promise<void> {
  await stand.publish();
  await signIn(page, stand, "analyst", language, "/figures/releases");
  await expect(page.getByTestId("releases")).toBeVisible();
}

for (const language of LANGUAGES) {
  test(`the form of a release in ${language}, wide and on a phone`, async ({ page, stand }) => {
    await openReleases(page, stand, language);
    await expectAccessible(page);
    await picture(page, `publish-list-${language}`, true);
    await page.locator("main button").first().click();
    await expect(field(page, "period")).toBeFocused();
    await field(page, "threshold").fill("2");
    await page.locator('form button[type="submit"]').click();
    await expect(field(page, "threshold")).toBeFocused();
    await expectAccessible(page);
    await picture(page, `publish-form-${language}`, true);
    await page.setViewportSize({ width: 390, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
    await picture(page, `publish-form-${language}-phone`, true);
  });
}

test("a release is published with keys alone, and stands in the list", WIRE, async ({ page, stand }) => {
  await openReleases(page, stand);
  await page.getByRole("button", { name: "Publish a release" }).focus();
  await page.keyboard.press("Enter");
  await expect(field(page, "period")).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2025-Q2");
  await expect(field(page, "id")).toHaveValue("kz-2025-q2");
  await page.keyboard.press("Escape");
  await sure(page).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Publish for everybody" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Published: kz-2025-q2, revision 1" })).toBeFocused();
  await expect(page.locator('[data-release="kz-2025-q2"]')).toContainText("Q2 2025");
  await expectAccessible(page);
  await picture(page, "publish-done", true);
});

test("it is not published before it is agreed to, and what cannot be is said at its field", async ({ page, stand }) => {
  await openReleases(page, stand);
  await page.getByRole("button", { name: "Publish a release" }).click();
  await page.getByRole("button", { name: "Publish for everybody" }).click();
  await expect(page.getByText("Tick this first.")).toBeVisible();
  await expect(sure(page)).toBeFocused();
  await field(page, "period").fill("2035");
  await expect(page.getByText("This period has not begun yet.")).toBeVisible();
  await field(page, "period").fill("2023-Q1");
  await field(page, "id").fill(NEWEST);
  await expect(page.getByText("The release of this id is of Q1 2025")).toBeVisible();
  await field(page, "id").fill("releases");
  await expect(page.getByText("A page beside the releases has this name")).toBeVisible();
  await field(page, "period").fill("2025-Q1");
  await field(page, "id").fill("another");
  await expect(page.getByText(`${NEWEST} is of the same months already.`)).toBeVisible();
  await field(page, "id").fill(NEWEST);
  await expect(page.getByText(/it becomes revision \d/)).toBeVisible();
});

test("a revision that would tell of persons is refused in words", async ({ page, stand }) => {
  await openReleases(page, stand);
  await page.locator(`[data-release="${NEWEST}"]`).getByRole("button").click();
  await expect(page.getByRole("heading", { name: new RegExp(`Publish ${NEWEST}, revision \\d`) })).toBeVisible();
  await expect(field(page, "period")).toBeDisabled();
  await expect(field(page, "id")).toHaveValue(NEWEST);
  await expect(page.getByLabel("The data are invented")).toBeChecked();
  await picture(page, "publish-revision", true);
});

test("the server's refusal of a revision is said in words", WIRE, async ({ page, stand }) => {
  await openReleases(page, stand);
  await page.locator(`[data-release="${NEWEST}"]`).getByRole("button").click();
  await sure(page).check();
  await page.getByRole("button", { name: /Publish revision \d/ }).click();
  await expect(page.getByRole("alert")).toContainText("Fewer than 5 reports changed");
  await expectAccessible(page);
  await picture(page, "publish-refused", true);
});

test("a lost answer sends one to the list", WIRE, async ({ page, stand }) => {
  await openReleases(page, stand);
  await page.getByRole("button", { name: "Publish a release" }).click();
  await field(page, "period").fill("2024-Q3");
  await sure(page).check();
  // It is published; the answer does not come.
  await page.route("**/api/v1/figures/releases", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Publish for everybody" }).click();
  await expect(page.getByRole("alert")).toContainText("Nobody knows whether it was published.");
  await expect(page.locator('[data-release="kz-2024-q3"]')).toBeVisible();
});

test("nothing has been published yet", WIRE, async ({ page, stand }) => {
  if (stand.wire === null) return;
  stand.wire.releases.none = true;
  await signIn(page, stand, "analyst", "en", "/figures/releases");
  await expect(page.getByText("Nothing has been published yet")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "publish-none");
  stand.wire.releases.none = false;
});
