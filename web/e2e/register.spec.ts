/** The register: the list with its filters, one injury with its reports, the form by keyboard alone, what is never kept. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Language } from "../src/api/types";
import { expect, expectAccessible, openConsole, picture, row, type Stand, signIn, test, type Who, WIRE } from "./stand";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const ANY_UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/;

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

/** Chooses in a list as one does with keys: type a part of the words, take the first. */
async function chooseByKeys(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  // The list follows what is typed a moment later.
  const options = page.locator("[data-combobox-option]:visible");
  await expect(options.first()).toContainText(words);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-combobox-selected]").filter({ hasText: words })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(options).toHaveCount(0);
}

async function openForm(page: Page, stand: Stand, who: "safety" | "guard" = "safety", language: Language = "en") {
  await signIn(page, stand, who, language, "/register/new");
  await expect(field(page, "date")).toBeVisible();
}

for (const language of LANGUAGES) {
  test(`the register in ${language}`, WIRE, async ({ page, stand }) => {
    await signIn(page, stand, "safety", language, "/register");
    await expect(page.locator("tbody tr")).toHaveCount(100);
    await expectAccessible(page);
    await picture(page, `register-${language}`);
    await page.locator("tbody a").first().click();
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expectAccessible(page);
    await picture(page, `register-one-${language}`, true);
  });

  test(`the form in ${language}, wide and on a phone`, async ({ page, stand }) => {
    await openForm(page, stand, "safety", language);
    await expectAccessible(page);
    await picture(page, `register-form-${language}`);
    await picture(page, `register-form-${language}-full`, true);
    await page.locator('form button[type="submit"]').click();
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(3);
    await expectAccessible(page);
    await picture(page, `register-form-faults-${language}`);
    await page.setViewportSize({ width: 390, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
    await picture(page, `register-form-${language}-phone-full`, true);
  });
}

test("filters stand in the address, and more is loaded when asked for", WIRE, async ({ page, stand }) => {
  await signIn(page, stand, "safety", "en", "/register");
  await expect(page.locator("tbody tr")).toHaveCount(100);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByText("That is all.")).toBeVisible();
  expect(await page.locator("tbody tr").count()).toBeGreaterThan(100);

  await page.getByLabel("Outcome", { exact: true }).first().click();
  await page.getByRole("option", { name: "Fatal" }).click();
  await expect(page).toHaveURL(/outcome=fatal/);
  await page.getByLabel("Period").fill("2025-Q1");
  await expect(page).toHaveURL(/period=2025-Q1/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
  const outcomes = await page
    .locator("tbody [data-outcome]")
    .evaluateAll((all) => all.map((one) => one.dataset.outcome));
  expect(new Set(outcomes)).toEqual(new Set(["fatal"]));

  const link = page.url();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^CSV/ }).click()]);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines[0]).toContain("outcome");
  expect(lines.length - 1).toBe(outcomes.length);

  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.locator("tbody tr")).toHaveCount(outcomes.length);
  await page.goto(`${stand.url}/register?region=10`);
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await picture(page, "register-none");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(100);
});

test("an injury is reported with keys alone, and stands in the list", async ({ page, stand }) => {
  await openForm(page, stand);
  await field(page, "date").focus();
  // The day and the month are the same: browsers differ in which comes first.
  await page.keyboard.type("02022025");
  await expect(field(page, "date")).toHaveValue("2025-02-02");
  await field(page, "date").press("Tab");
  // A date field has a button of its own in some browsers.
  if (!(await field(page, "hour").evaluate((input) => input === document.activeElement)))
    await page.keyboard.press("Tab");
  await expect(field(page, "hour")).toBeFocused();
  await page.keyboard.type("4");
  await page.keyboard.press("Tab");
  await chooseByKeys(page, "Violence against");
  await page.keyboard.press("Tab");
  await chooseByKeys(page, "Days of work");
  await page.keyboard.press("Tab");
  await page.keyboard.type("12");
  await atKostanay(page);
  await expect(field(page, "region")).toHaveValue("Kostanay region");
  await expect(field(page, "activity")).toHaveValue("86.10");
  await field(page, "deviation").focus();
  await chooseByKeys(page, "83");
  await expect(field(page, "deviation")).toHaveValue(/^83 · Violence from outsiders/);
  await field(page, "injured.name").focus();
  await page.keyboard.type("Synthetic Person");
  await expect(page.getByText("Draft kept in this browser, without the sealed part")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).toContain("violence-against-health-worker");
  expect(kept).not.toContain("Synthetic Person");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("recorded")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Recorded" })).toBeFocused();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("violence-against");
  if (stand.wire !== null) expect(stand.wire.register.sealed.at(-1)).toEqual({ name: "Synthetic Person" });

  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page).toHaveURL(ANY_UUID);
  await expect(page.getByRole("heading", { name: "Violence against a health worker" })).toBeVisible();
  await page.goto(`${stand.url}/register?period=2025-02&site=kostanay-ed`);
  await expect(page.locator("tbody tr").first()).toContainText("02/02/2025");
  await expect(page.locator("tbody tr").first()).toContainText("Days of work lost");
  await picture(page, "register-reported");
});

test("a draft survives a reload, and what is sealed does not", async ({ page, stand }) => {
  await openForm(page, stand);
  await field(page, "date").fill("2025-03-04");
  await field(page, "injured.circumstances").fill("Nobody else may read this");
  await page.reload();
  await expect(field(page, "date")).toHaveValue("2025-03-04");
  await expect(field(page, "injured.circumstances")).toHaveValue("");
  await expect(page.getByText("Draft kept in this browser")).toBeVisible();
  await page.getByRole("button", { name: "Start anew" }).click();
  await expect(field(page, "date")).toHaveValue("");
});

/** A safety officer reports for their own site. */
async function atKostanay(page: Page) {
  await field(page, "site").focus();
  await chooseByKeys(page, "Kostanay");
}

test("what is wrong is said at its field, by the form and by the server", async ({ page, stand }) => {
  await openForm(page, stand);
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(field(page, "date")).toBeFocused();
  await expect(page.getByText("3 fields need a look")).toBeVisible();
  await field(page, "date").fill("2025-03-04");
  await field(page, "kind").click();
  await page.getByRole("option", { name: "Electricity" }).click();
  await field(page, "outcome").click();
  await page.getByRole("option", { name: "Fatal" }).click();
  await atKostanay(page);
  await field(page, "activity").fill("no such code");
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByText("A code as Q, 86, 86.1 or 86.10.")).toBeVisible();
  await expect(field(page, "activity")).toBeFocused();
  await field(page, "activity").fill("Q");
  await expect(page.getByText("A code as Q, 86, 86.1 or 86.10.")).toBeHidden();
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByTestId("recorded")).toBeVisible();
});

test("what is said anew stands beside what was said, and an injury leaves the count once asked", async ({
  page,
  stand,
}) => {
  await openForm(page, stand);
  await field(page, "date").fill("2025-03-05");
  await field(page, "kind").click();
  await page.getByRole("option", { name: "Machine" }).click();
  await field(page, "outcome").click();
  await page.getByRole("option", { name: "Medical treatment" }).click();
  await atKostanay(page);
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await page.getByRole("link", { name: "Open it" }).click();
  await page.getByRole("button", { name: "Update" }).click();
  await field(page, "outcome").click();
  await page.getByRole("option", { name: "Fatal" }).click();
  await page.getByLabel("Why it changes").fill("Died in hospital");
  await picture(page, "register-revise", true);
  await page.getByRole("button", { name: "Record the report" }).click();
  const reports = page.locator("ol > li");
  await expect(reports).toHaveCount(2);
  await expect(reports.nth(1)).toContainText("Outcome: Medical treatment → Fatal");
  await expect(reports.nth(0)).toContainText(/journal position \d+/);
  await picture(page, "register-revised", true);

  await page.getByRole("button", { name: "Take out of the count" }).click();
  await page.getByRole("button", { name: "Take out", exact: true }).click();
  await expect(page.getByText("Say why.")).toBeVisible();
  await page.getByLabel("Why it does not count").fill("It did not happen at work");
  await page.getByRole("button", { name: "Take out", exact: true }).click();
  await expect(page.getByText("It no longer counts")).toBeVisible();
  await picture(page, "register-withdrawn");
});

test("an analyst sees months, and no single injury", WIRE, async ({ page, stand }) => {
  await signIn(page, stand, "analyst", "en", "/register");
  await expect(page.locator("tbody tr")).toHaveCount(100);
  await expect(page.locator("tbody tr").first()).toContainText(/(January|February|March|April|May|June) 2025/);
  await expect(page.locator("tbody a")).toHaveCount(0);
  await picture(page, "register-analyst");
});

for (const language of LANGUAGES) {
  test(`whoever has no right is told so in ${language}`, async ({ page, stand }) => {
    await signIn(page, stand, "auditor", language, "/register");
    await expect(page.getByTestId("no-right")).toBeVisible();
    await expectAccessible(page);
    await picture(page, `register-no-right-${language}`);
    await page.goto(`${stand.url}/register/new`);
    await expect(page.getByTestId("no-right")).toBeVisible();
    await page.goto(`${stand.url}/figures/explore`);
    await expect(page.getByTestId("no-right")).toBeVisible();
  });
}

test("closing as real with somebody hurt opens the draft beside the console", async ({ page, stand, context }) => {
  await stand.calm();
  await openConsole(page, stand, "guard");
  const id = await stand.raise({ kind: "panic" });
  await row(page, id).click();
  await page.getByRole("button", { name: "Close", exact: true }).first().click();
  await page.getByRole("radio", { name: "Real" }).check();
  await page.getByRole("checkbox", { name: "Long wait" }).check();
  await picture(page, "console-close-hurt");
  const [report] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Somebody was hurt: close and report" }).click(),
  ]);
  await expect(report).toHaveURL(new RegExp(`/register/new\\?alarm=${id}`));
  await expect(field(report, "kind")).toHaveValue("Violence against a health worker");
  await expect(field(report, "deviation")).toHaveValue(/^83 ·/);
  await expect(field(report, "cause")).toHaveValue("Long wait");
  await expect(field(report, "region")).toHaveValue("Kostanay region");
  await picture(report, "register-from-alarm", true);
  await field(report, "outcome").click();
  await report.getByRole("option", { name: "Medical treatment" }).click();
  await report.getByRole("button", { name: "Report", exact: true }).click();
  await expect(report.getByTestId("recorded")).toBeVisible();
  // A guard reports injuries and does not see the register.
  await expect(report.getByText("Your role reports injuries")).toBeVisible();
  await picture(report, "register-recorded-guard");
  await expect(page.getByTestId("heartbeat")).toBeVisible();
});

test("a lost answer makes no second injury", WIRE, async ({ page, stand }) => {
  await openForm(page, stand);
  await field(page, "date").fill("2025-03-06");
  await field(page, "kind").click();
  await page.getByRole("option", { name: "Machine" }).click();
  await field(page, "outcome").click();
  await page.getByRole("option", { name: "First aid only" }).click();
  // The report arrives, its answer does not.
  await page.route("**/api/v1/injuries", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.unroute("**/api/v1/injuries");
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Known already; nothing new to record" })).toBeVisible();
});

test("the first thing Tab reaches leads past the frame", async ({ page, stand }) => {
  await page.addInitScript(() => localStorage.setItem("saqta.language", "en"));
  await page.goto(`${stand.url}/figures`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "To the content" })).toBeFocused();
  await expectAccessible(page);
  await picture(page, "figures-home");
  await page.goto(`${stand.url}/figures/check/none`);
  await expect(page.getByText("There is no such page")).toBeVisible();
});

test(
  "who was hurt is opened for a reason, by whoever may, and is gone when the page is left",
  WIRE,
  async ({ page, stand }) => {
    await signIn(page, stand, "safety", "en", "/register");
    await page.locator("tbody a").first().click();
    await page.getByRole("button", { name: "Open who was hurt" }).click();
    await page.getByRole("button", { name: "Open and record" }).click();
    await expect(page.getByText("Say why.")).toBeVisible();
    await page.getByLabel("Why it is opened").fill("the insurer asks");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Open and record" }).click();
    await expect(page.getByTestId("injured")).toContainText("Synthetic Person");
    await expect(page.getByTestId("history").locator('[data-step="opening"]')).toContainText("Why: the insurer asks");
    await page.reload();
    await expect(page.getByRole("button", { name: "Open who was hurt" })).toBeVisible();
    await expect(page.getByText("Synthetic Person")).toHaveCount(0);
  },
);

/** Reports a synthetic person's injury as the safety officer, and stays on its page. */
async function reportSomebody(page: Page, stand: Stand, date: string): Promise<string> {
  await openForm(page, stand);
  await field(page, "date").fill(date);
  await field(page, "kind").click();
  await page.getByRole("option", { name: "Machine" }).click();
  await field(page, "outcome").click();
  await page.getByRole("option", { name: "Medical treatment" }).click();
  await atKostanay(page);
  await field(page, "injured.name").fill("Synthetic Person");
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByTestId("history")).toBeVisible();
  return page.url();
}

async function signInAs(page: Page, stand: Stand, who: Who): Promise<void> {
  await page.locator("[data-sign-out]").click();
  const { login, password } = stand.signIn(who);
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('button[type="submit"]').click();
}

test("whoever opens who was hurt stands in the injury's history, with the reason", async ({ page, stand }) => {
  await reportSomebody(page, stand, "2025-03-07");
  const openings = page.getByTestId("history").locator('[data-step="opening"]');
  await expect(openings).toHaveCount(0);
  await page.getByRole("button", { name: "Open who was hurt" }).click();
  await page.getByLabel("Why it is opened").fill("the insurer asks");
  await page.getByRole("button", { name: "Open and record" }).click();
  await expect(page.getByTestId("injured")).toContainText("Synthetic Person");
  await expect(openings).toHaveCount(1);
  await expect(openings).toContainText(/Why: the insurer asks/);
  await expect(openings).toContainText(/journal position \d+/);
  await signInAs(page, stand, "inspector");
  await expect(openings).toContainText("the insurer asks");
  await expect(page.getByText("Synthetic Person")).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, "register-opened", true);
});

test("an administrator erases who was hurt with keys alone, and the injury counts on", async ({ page, stand }) => {
  const address = await reportSomebody(page, stand, "2025-03-08");
  await expect(page.getByText("Only an administrator erases who was hurt")).toBeVisible();
  await expect(page.getByRole("button", { name: "Erase who was hurt" })).toHaveCount(0);
  await signInAs(page, stand, "admin");
  await expect(page).toHaveURL(address);
  const erase = page.getByRole("button", { name: "Erase for ever" });
  await expect(erase).toBeVisible();
  await expect(page.getByText("The injury counts on in every figure.")).toBeVisible();
  await expect(page.getByText("Machine")).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, "register-erase");
  const reason = page.getByLabel("Why it is erased");
  await expect(reason).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Say why.")).toBeVisible();
  await expect(page.getByText("Tick this first.")).toBeVisible();
  await expectAccessible(page);
  await reason.focus();
  await page.keyboard.type("the family asks");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Erased" })).toBeVisible();

  await signInAs(page, stand, "safety");
  await expect(page.getByText("Who was hurt has been erased")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open who was hurt" })).toHaveCount(0);
  await expect(page.getByTestId("history").locator('[data-step="erasure"]')).toContainText("Why: the family asks");
  await picture(page, "register-erased", true);
  await page.goto(`${stand.url}/register?period=2025-03&site=kostanay-ed`);
  await expect(page.locator("tbody tr").first()).toContainText("08/03/2025");
});

for (const language of LANGUAGES) {
  test(`the question before erasing in ${language}, wide and on a phone`, async ({ page, stand }) => {
    await signIn(page, stand, "admin", language, "/register/01955555-0000-7000-8000-0000000000ff");
    await expect(page.getByRole("checkbox")).toBeVisible();
    await expectAccessible(page);
    await picture(page, `register-erase-${language}`);
    await page.setViewportSize({ width: 390, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
    await picture(page, `register-erase-${language}-phone`, true);
  });
}
