/**
 * The stage: its scenes, its words, and what it asks of the demo's parent process.
 *
 * With `SAQTA_URL` (an address of a running `saqta demo`) the tests run against the real program; without it against
 * `tests/wire/press-server.ts`, in which the console is the built page without its own server.
 */

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { PressServer } from "../tests/wire/press-server";

const REAL = process.env.SAQTA_URL;
const PICTURES = process.env.SAQTA_PICTURES ?? "test-results/pictures";
const NEXT = { kk: "Әрі қарай", ru: "Дальше", en: "Next" };

let server: PressServer;
test.beforeEach(async () => {
  if (!REAL) server = await PressServer.start();
});
test.afterEach(async () => {
  if (!REAL) await server.stop();
});

async function open(page: Page, scene: string, language: "kk" | "ru" | "en" = "en"): Promise<void> {
  await page.goto(`${REAL ?? server.url}/demo#scene=${scene}&lang=${language}`);
  await expect(page.frameLocator("iframe").first().locator(".help")).toBeVisible({ timeout: 15_000 });
}

for (const language of ["kk", "ru", "en"] as const)
  test(`the story in ${language}: a phone, a console, a ribbon, and pages that turn when asked`, async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(page, "start", language);
    const { violations } = await new AxeBuilder({ page })
      .include("#stage")
      .exclude("iframe")
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    for (const frame of [".room.phone", ".room.console"]) {
      const room = await page.locator(frame).boundingBox();
      const screen = await page.locator(`${frame} iframe`).boundingBox();
      expect(screen?.height, `${frame} is filled`).toBeGreaterThan((room?.height ?? 0) * 0.95);
    }
    for (let scene = 1; scene <= 10; scene += 1) {
      await expect(page.locator(".at")).toContainText(String(scene));
      await page.screenshot({ path: `${PICTURES}/stage-${scene}-${language}.png` });
      if (scene < 10) await page.getByRole("button", { name: NEXT[language] }).click();
    }
    await expect(page.getByRole("button", { name: NEXT[language] })).toBeDisabled();
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator(".at b")).toHaveText("4:40");
  });

test("the phone in the frame is enrolled, speaks the stage's language, and is not silent", async ({ page }) => {
  await open(page, "assist", "kk");
  const phone = page.frameLocator("iframe").first();
  await expect(phone.locator(".assist")).toContainText("Қасыма келіңіз");
  await page.getByRole("button", { name: "English" }).click();
  await expect(phone.locator(".assist")).toContainText("Come and stand by");
});

test("the blow is a real alarm: the colleague's phone says that help was called", async ({ page }) => {
  await open(page, "blow");
  if (!REAL) await expect.poll(() => server.listeners).toBeGreaterThan(0);
  await page.getByRole("button", { name: "The wall button is pressed" }).click();
  await expect(page.frameLocator("iframe").first().locator(".calls p").first()).toBeVisible();
});

test("a killed server: the phone says NOT delivered, and after the restart the press arrives once", async ({
  page,
}) => {
  await open(page, "kill");
  const phone = page.frameLocator("iframe").first();
  await expect(phone.locator(".place")).not.toContainText("uncertain");
  await page.getByRole("button", { name: "Kill the server" }).click();
  await expect(page.locator(".server.down")).toBeVisible();
  const button = phone.locator(".help");
  await button.hover();
  await page.mouse.down();
  await page.waitForTimeout(500);
  await page.mouse.up();
  await expect(phone.getByRole("heading", { name: "NOT delivered" })).toBeVisible({ timeout: 4000 });
  await page.screenshot({ path: `${PICTURES}/stage-killed-en.png` });
  await page.getByRole("button", { name: "Start it again" }).click();
  await expect(page.locator(".server.up")).toBeVisible({ timeout: 20_000 });
  await expect(phone.getByRole("heading", { name: /SENT \d\d:\d\d/ })).toBeVisible({ timeout: 15_000 });
  if (!REAL) expect(server.alarms).toHaveLength(1);
});

test("leaving the scene with a dead server starts it again", async ({ page }) => {
  await open(page, "kill");
  await page.getByRole("button", { name: "Kill the server" }).click();
  await expect(page.locator(".server.down")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.locator(".server.up")).toBeVisible({ timeout: 20_000 });
});

test("the journal is verified, and a flipped byte is found at its position", async ({ page }) => {
  await open(page, "verify");
  await page.getByRole("button", { name: "Check the journal" }).click();
  await expect(page.locator(".outcome")).toContainText("Everything holds.", { timeout: 20_000 });
  await page.getByRole("button", { name: "Change one byte on a copy" }).click();
  await expect(page.locator(".outcome")).toContainText(/Found\. Position \d+/, { timeout: 20_000 });
  await page.screenshot({ path: `${PICTURES}/stage-flipped-en.png` });
});

test("from the blow to the figures: a draft that is filled in, a counted injury, a checked text, a release", {
  tag: "@program",
}, async ({ page }) => {
  const screen = page.frameLocator(".room.console iframe");
  await open(page, "hurt");
  await page.getByRole("button", { name: "The alarm is closed, one hurt" }).click();
  await expect(screen.getByRole("form", { name: "Report an injury" })).toBeVisible({ timeout: 20_000 });
  await expect(screen.getByRole("combobox", { name: "ESAW deviation" })).toHaveValue(/83/);
  await page.screenshot({ path: `${PICTURES}/stage-hurt-draft-en.png` });
  await open(page, "figures");
  await page.getByRole("button", { name: "Count today's injury" }).click();
  await expect(screen.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 20_000 });
  await expect(screen.getByText("Kostanay").first()).toBeVisible();
  await page.screenshot({ path: `${PICTURES}/stage-counted-en.png` });
  await page.getByRole("button", { name: "Check a press text" }).click();
  await expect(screen.getByText("does not hold, noise").or(screen.getByText("noise")).first()).toBeVisible();
  await page.screenshot({ path: `${PICTURES}/stage-headline-en.png` });
  await page.getByRole("button", { name: "Open the published figures" }).click();
  await expect(screen.getByText("293").first()).toBeVisible();
  await page.screenshot({ path: `${PICTURES}/stage-release-en.png` });
  await page.getByRole("button", { name: "Next" }).click();
  await expect(screen.getByRole("button", { name: "Start shift" })).toBeVisible();
});

test("on a phone one frame is shown at a time", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "assist", "ru");
  await expect(page.locator(".room.console")).toBeHidden();
  await page.screenshot({ path: `${PICTURES}/stage-phone-ru.png` });
  await page.getByRole("button", { name: "Пульт охраны" }).click();
  await expect(page.locator(".room.console")).toBeVisible();
  await expect(page.locator(".room.phone")).toBeHidden();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, "nothing sticks out sideways").toBeLessThanOrEqual(0);
});
