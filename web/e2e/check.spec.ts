/** The check of a press text: nobody signs in, nothing is kept, everything is said by word as well as by colour. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Language } from "../src/api/types";
import { expect, expectAccessible, picture, type Stand, test, WIRE } from "./stand";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const CHECKS = JSON.parse(
  readFileSync(join(import.meta.dirname, "../tests/wire/recorded/checks.json"), "utf8"),
) as Record<Language, { text: string; answer: { claims: { text: string; verdict: string }[]; corrected: string } }>;
const SUBMIT = { kk: "Тексеру", ru: "Проверить", en: "Check" } as const;
const OWN_NAME = { kk: "Қазақша", ru: "Русский", en: "English" } as const;

async function openCheck(page: Page, stand: Stand, language: Language = "en", theme = "light"): Promise<void> {
  await page.addInitScript(
    ([chosen, scheme]) => {
      localStorage.setItem("saqta.language", chosen);
      localStorage.setItem("saqta.theme", scheme);
    },
    [language, theme] as const,
  );
  await page.goto(`${stand.url}/figures/check`);
  await expect(page.getByRole("textbox")).toBeVisible();
}

for (const language of LANGUAGES) {
  test(`the check in ${language}, wide and on a phone`, async ({ page, stand }) => {
    await openCheck(page, stand, language);
    await picture(page, `check-empty-${language}`);
    await page.getByRole("button", { name: OWN_NAME[language] }).click();
    await expect(page.getByRole("textbox")).toHaveValue(CHECKS[language].text);
    await page.getByRole("button", { name: SUBMIT[language], exact: true }).click();
    const { claims, corrected } = CHECKS[language].answer;
    await expect(page.locator("li[data-verdict]").filter({ has: page.locator("blockquote") })).toHaveCount(
      claims.length,
    );
    await expect(page.getByTestId("corrected")).toHaveText(corrected.trim());
    const marked = (await page.getByTestId("marked").locator("mark").allTextContents()).join("|");
    for (const claim of claims) expect(marked.replaceAll("|", ""), claim.text).toContain(claim.text);
    await expectAccessible(page);
    await picture(page, `check-${language}`);
    await picture(page, `check-${language}-full`, true);
    await page.setViewportSize({ width: 390, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
    await picture(page, `check-${language}-phone-full`, true);
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, `check-${language}-phone`);
  });
}

test("the check in the dark is as readable", async ({ page, stand }) => {
  await openCheck(page, stand, "ru", "dark");
  await page.getByRole("textbox").fill(CHECKS.ru.text);
  await page.getByRole("button", { name: SUBMIT.ru, exact: true }).click();
  await expect(page.getByTestId("corrected")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "check-dark", true);
});

test("a text is checked without a mouse", async ({ page, stand }) => {
  await openCheck(page, stand);
  await expect(page.getByRole("textbox")).toBeFocused();
  await page.keyboard.insertText(CHECKS.en.text);
  await page.keyboard.press("Control+Enter");
  const heading = page.getByRole("heading", { name: /claims? found/ });
  await expect(heading).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByTestId("marked").getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#claim-1")).toBeInViewport();
});

test("nothing of the text stays in the browser", async ({ page, stand }) => {
  await openCheck(page, stand);
  await page.getByRole("textbox").fill(CHECKS.en.text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("corrected")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  expect(kept).not.toContain("293");
  await page.reload();
  await expect(page.getByRole("textbox")).toHaveValue("");
});

test("the corrected text is copied", async ({ page, stand, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCheck(page, stand);
  await page.getByRole("textbox").fill(CHECKS.en.text);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CHECKS.en.answer.corrected.trim());
});

test("a text without a claim is told so", async ({ page, stand }) => {
  await openCheck(page, stand);
  await page.getByRole("textbox").fill("The weather was fine.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "No claims found" })).toBeVisible();
  await picture(page, "check-none");
});

test("a text that is too long is not sent", async ({ page, stand }) => {
  await openCheck(page, stand);
  await page.getByRole("textbox").fill("x".repeat(50_001));
  await expect(page.getByText("The text is too long")).toBeVisible();
  await expect(page.getByRole("button", { name: SUBMIT.en, exact: true })).toBeDisabled();
});

test("a server that is away is named, and the text stays", WIRE, async ({ page, stand }) => {
  await openCheck(page, stand);
  await page.getByRole("textbox").fill(CHECKS.en.text);
  if (stand.wire !== null) stand.wire.down = true;
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await picture(page, "check-away");
  await expect(page.getByRole("textbox")).toHaveValue(CHECKS.en.text);
  if (stand.wire !== null) stand.wire.down = false;
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("corrected")).toBeVisible();
});

test("the check prints", async ({ page, stand }) => {
  await openCheck(page, stand, "ru");
  await page.getByRole("textbox").fill(CHECKS.ru.text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("corrected")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("textbox")).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByTestId("marked")).toBeVisible();
  await page.setViewportSize({ width: 680, height: 960 });
  await picture(page, "check-print", true);
});
