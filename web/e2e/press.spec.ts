/**
 * The press page as a frightened person meets it.
 *
 * Without `SAQTA_URL` the page meets the wire-true server of `tests/wire/press-server.ts`, whose failures can be
 * chosen. With `SAQTA_URL`, `SAQTA_PRESS_TOKEN` and `SAQTA_PRESS_ZONE` the tests that need no chosen failure run against
 * the real program. Pictures of every state in three languages go to `test-results/pictures/`.
 */

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { PRESS_TOKEN, PressServer } from "../tests/wire/press-server";
import { WIRE } from "./stand";

const REAL = process.env.SAQTA_URL;
const TOKEN = process.env.SAQTA_PRESS_TOKEN ?? PRESS_TOKEN;
const ZONE = process.env.SAQTA_PRESS_ZONE ?? "triage";
const PICTURES = process.env.SAQTA_PICTURES ?? "test-results/pictures";
const LANGUAGES = ["kk", "ru", "en"] as const;
type Language = (typeof LANGUAGES)[number];

/** The words that decide over life, as the catalogues have them. */
const WORDS: Record<Language, { sent: RegExp; lost: RegExp; unrecorded: RegExp; help: RegExp; assist: string }> = {
  kk: {
    sent: /ЖІБЕРІЛДІ \d\d:\d\d/,
    lost: /ЖЕТКЕН ЖОҚ/,
    unrecorded: /ЖАЗЫЛҒАН ЖОҚ/,
    help: /Көмек шақыру|Тағы шақыру/,
    assist: "Қасыма келіңіз",
  },
  ru: {
    sent: /ОТПРАВЛЕНО \d\d:\d\d/,
    lost: /НЕ доставлено/,
    unrecorded: /НЕ записано/,
    help: /Позвать/,
    assist: "Просьба подойти",
  },
  en: {
    sent: /SENT \d\d:\d\d/,
    lost: /NOT delivered/,
    unrecorded: /NOT recorded/,
    help: /Call/,
    assist: "Come and stand by",
  },
};

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: "allow" });

let server: PressServer;
test.beforeEach(async () => {
  if (!REAL) server = await PressServer.start();
});
test.afterEach(async () => {
  if (!REAL) await server.stop();
});

const base = () => REAL ?? server.url;

async function enrol(page: Page, language: Language = "en", more = "&silent=no"): Promise<void> {
  const briefed = page.waitForResponse("**/api/v1/press?*");
  await page.goto(`${base()}/press#token=${TOKEN}&zone=${ZONE}&lang=${language}${more}`);
  await briefed;
  await expect(page.getByRole("button", { name: WORDS[language].help })).toBeVisible();
}

async function hold(page: Page, name: RegExp | string, ms = 450): Promise<void> {
  const button = page.getByRole("button", { name });
  await button.hover();
  await page.mouse.down();
  // The time is the finger's, not a wait for something to happen.
  await page.waitForTimeout(ms);
  await page.mouse.up();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}/press-${name}.png`, animations: "disabled" });
}

/** No barrier of WCAG 2.2 AA. */
async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test.describe("enrolment", () => {
  test("a phone without a token says how to get one, and whom to call", async ({ page }) => {
    await page.goto(`${base()}/press`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator('a[href="tel:102"]')).toBeVisible();
    await expect(page.locator('a[href="tel:112"]')).toBeVisible();
    await accessible(page);
    await picture(page, "enrol");
  });

  test("a pasted link connects it, and a wrong one is said to be wrong", async ({ page }) => {
    await page.goto(`${base()}/press`);
    await page.getByRole("textbox").fill(`${base()}/press`);
    await page.locator("form button").click();
    await expect(page.getByRole("alert")).not.toBeEmpty();
    await page.getByRole("textbox").fill(`${base()}/press#token=${TOKEN}&zone=${ZONE}&lang=en`);
    await page.locator("form button").click();
    await expect(page.getByRole("button", { name: "Call for help" })).toBeVisible();
  });

  test("the token leaves the address bar, and the phone stays enrolled", async ({ page, context }) => {
    await enrol(page);
    expect(page.url()).toBe(`${base()}/press`);
    const later = await context.newPage();
    await later.goto(`${base()}/press`);
    await expect(later.getByRole("button", { name: "Call for help" })).toBeVisible();
  });

  test("the button is at least half of the screen before a press", async ({ page }) => {
    await enrol(page);
    await expect(page.locator(".numbers a").first()).toBeVisible();
    const box = await page.getByRole("button", { name: "Call for help" }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(844 / 2);
    const bottom = await page.locator(".numbers").boundingBox();
    expect((bottom?.y ?? 0) + (bottom?.height ?? 0), "all of it fits without scrolling").toBeLessThanOrEqual(844);
  });
});

test.describe("a press", () => {
  for (const language of LANGUAGES)
    test(`in ${language} is told as sent once the server has it`, async ({ page }) => {
      await enrol(page, language);
      await picture(page, `ready-${language}`);
      await accessible(page);
      await hold(page, WORDS[language].help);
      await expect(page.getByRole("heading", { name: WORDS[language].sent })).toBeVisible();
      await picture(page, `sent-${language}`);
      await accessible(page);
    });

  test("too short a touch calls nobody and says to hold longer", async ({ page }) => {
    await enrol(page);
    await hold(page, /Call for help/, 60);
    await expect(page.getByText("Hold a little longer")).toBeVisible();
    await expect(page.locator(".card")).toHaveCount(0);
  });

  test("works from the keyboard", async ({ page }) => {
    await enrol(page);
    await page.getByRole("button", { name: "Call for help" }).focus();
    await page.keyboard.down("Space");
    await page.waitForTimeout(450);
    await page.keyboard.up("Space");
    await expect(page.getByRole("heading", { name: WORDS.en.sent })).toBeVisible();
  });

  test("asks somebody to stand by", async ({ page }) => {
    await enrol(page);
    await hold(page, WORDS.en.assist);
    await expect(page.getByRole("heading", { name: WORDS.en.sent })).toBeVisible();
    if (!REAL) expect(server.attempts[0]?.body).toMatchObject({ zone: "triage", kind: "assist", silent: false });
  });

  test("offline is NOT delivered at once, survives a restart, and arrives once", async ({ page, context }) => {
    await enrol(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await expect.poll(() => page.evaluate(async () => Boolean(await caches.match("/press")))).toBe(true);
    await context.setOffline(true);
    await hold(page, WORDS.en.help);
    await expect(page.getByRole("heading", { name: WORDS.en.lost })).toBeVisible({ timeout: 1500 });
    await expect(page.locator(".card a[href='tel:102']")).toBeVisible();
    await page.close();
    const later = await context.newPage();
    await later.goto(`${base()}/press`);
    await expect(later.getByRole("heading", { name: WORDS.en.lost })).toBeVisible();
    await context.setOffline(false);
    await expect(later.getByRole("heading", { name: WORDS.en.sent })).toBeVisible({ timeout: 10_000 });
    if (REAL) return;
    expect(server.alarms).toHaveLength(1);
    expect(new Set(server.attempts.map(({ key }) => key)).size).toBe(1);
  });
});

test.describe("when the server fails", WIRE, () => {
  for (const language of LANGUAGES)
    test(`in ${language} a killed server is NOT delivered within three seconds, then the press arrives once`, async ({
      page,
    }) => {
      await enrol(page, language);
      server.kill();
      await hold(page, WORDS[language].help);
      await expect(page.locator(".card.sending")).toBeVisible();
      await picture(page, `sending-${language}`);
      await expect(page.getByRole("heading", { name: WORDS[language].lost })).toBeVisible({ timeout: 3500 });
      await expect(page.locator(".card a")).toHaveCount(4);
      await picture(page, `not-delivered-${language}`);
      await accessible(page);
      server.mood = "well";
      await expect(page.getByRole("heading", { name: WORDS[language].sent })).toBeVisible({ timeout: 10_000 });
      expect(server.alarms).toHaveLength(1);
    });

  for (const language of LANGUAGES)
    test(`in ${language} a journal that cannot be written is NOT recorded, and it keeps trying`, async ({ page }) => {
      await enrol(page, language);
      server.mood = "not-recorded";
      await hold(page, WORDS[language].help);
      await expect(page.getByRole("heading", { name: WORDS[language].unrecorded })).toBeVisible();
      await picture(page, `not-recorded-${language}`);
      await expect.poll(() => server.attempts.length).toBeGreaterThan(2);
      server.mood = "well";
      await expect(page.getByRole("heading", { name: WORDS[language].sent })).toBeVisible({ timeout: 10_000 });
    });

  test("an unknown token is said plainly, and the press is kept until a new code is scanned", async ({ page }) => {
    await enrol(page);
    server.mood = "stranger";
    await hold(page, WORDS.en.help);
    await expect(page.getByText("does not know this phone")).toBeVisible();
    await picture(page, "unknown-phone-en");
    server.mood = "well";
    await page.evaluate((token) => {
      location.hash = `#token=${token}&zone=triage`;
    }, TOKEN);
    await expect(page.getByRole("heading", { name: WORDS.en.sent })).toBeVisible({ timeout: 3000 });
  });

  test("the service worker sends what waits after the page was left", async ({ page, context }) => {
    await enrol(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    const devtools = await context.newCDPSession(page);
    let registrationId = "";
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      registrationId = registrations.find((it) => it.scopeURL.endsWith("/press"))?.registrationId ?? registrationId;
    });
    await devtools.send("ServiceWorker.enable");
    await expect.poll(() => registrationId).not.toBe("");
    server.kill();
    await hold(page, WORDS.en.help);
    await expect(page.getByRole("heading", { name: WORDS.en.lost })).toBeVisible();
    await page.goto("about:blank");
    server.mood = "well";
    const sync = { origin: server.url, registrationId, tag: "saqta-press", lastChance: false };
    await devtools.send("ServiceWorker.dispatchSyncEvent", sync);
    await expect.poll(() => server.alarms.length).toBe(1);
    await page.goto(`${base()}/press`);
    await expect(page.getByRole("heading", { name: WORDS.en.sent })).toBeVisible();
    expect(server.alarms).toHaveLength(1);
  });

  test("an uncertain place is said, and the call is sent all the same", async ({ page }) => {
    await page.goto(`${base()}/press#token=${TOKEN}&lang=ru&silent=no`);
    await expect(page.getByText("Место не определено")).toBeVisible();
    await picture(page, "place-uncertain-ru");
    await hold(page, WORDS.ru.help);
    await expect(page.getByRole("heading", { name: WORDS.ru.sent })).toBeVisible();
    expect(server.attempts[0]?.body).toMatchObject({ kind: "panic", silent: false });
    expect(server.attempts[0]?.body).not.toHaveProperty("zone");
  });
});

test.describe("afterwards", WIRE, () => {
  for (const language of LANGUAGES)
    test(`in ${language} the guard's steps are told, and the presser may disagree`, async ({ page }) => {
      await enrol(page, language);
      await hold(page, WORDS[language].help);
      await expect(page.locator(".card.sent")).toBeVisible();
      for (const [state, look] of [
        ["acknowledged", "seen"],
        ["responding", "coming"],
        ["attended", "arrived"],
      ] as const) {
        server.step(state, "А. Қасымов");
        await expect(page.locator(`.card.${look}`)).toContainText("А. Қасымов");
        await picture(page, `${look}-${language}`);
        await accessible(page);
      }
      server.step("closed", "А. Қасымов", { outcome: "no-danger", factors: [] });
      await expect(page.locator(".card.closed")).toBeVisible();
      await picture(page, `closed-${language}`);
      await accessible(page);
      await page.locator(".card.closed .acts button").first().click();
      await page.getByRole("textbox").fill("synthetic note");
      await picture(page, `contest-${language}`);
      await accessible(page);
      await page.locator("dialog .primary").click();
      await expect(page.locator(".card.sent")).toBeVisible();
      expect(server.notes).toEqual(["synthetic note"]);
    });

  test("without the stream the phone asks, and says when what it shows may be old", async ({ page }) => {
    await page.route("**/api/v1/stream*", (route) => route.abort());
    await enrol(page);
    await hold(page, WORDS.en.help);
    await expect(page.locator(".card.sent")).toBeVisible();
    server.step("responding", "А. Қасымов");
    await expect(page.locator(".card.coming")).toBeVisible({ timeout: 10_000 });
    await expect(page.locator(".stale")).toBeVisible();
  });

  for (const language of LANGUAGES)
    test(`in ${language} a silent phone shows a dot, and the words when it is tapped`, async ({ page }) => {
      await enrol(page, language, "&silent=yes");
      await hold(page, WORDS[language].help);
      await expect(page.locator(".sign")).toBeVisible();
      await expect(page.locator(".card")).toHaveCount(0);
      await picture(page, `silent-${language}`);
      await accessible(page);
      await page.locator(".sign").click();
      await expect(page.getByRole("heading", { name: WORDS[language].sent })).toBeVisible();
      await expect(page.locator(".states")).toHaveAttribute("aria-live", "off");
      await page.locator(".sign").click();
      server.kill();
      await hold(page, WORDS[language].help);
      await expect(page.locator(".sign")).toContainText(WORDS[language].lost, { timeout: 4000 });
      await picture(page, `silent-not-delivered-${language}`);
    });

  for (const language of LANGUAGES)
    test(`in ${language} a colleague's call is one quiet line, and a silent one is none`, async ({ page }) => {
      await enrol(page, language);
      await expect.poll(() => server.listeners).toBe(1);
      server.colleague("triage", true);
      server.colleague("corridor");
      await expect(page.locator(".calls p")).toHaveCount(1);
      await picture(page, `colleague-${language}`);
      await accessible(page);
    });

  test("a second press is always possible, and both are shown", async ({ page }) => {
    await enrol(page);
    await hold(page, WORDS.en.help);
    await expect(page.locator(".card.sent")).toBeVisible();
    await hold(page, WORDS.en.help);
    await expect.poll(() => server.alarms.length).toBe(2);
    await expect(page.locator(".line.sent")).toBeVisible();
    await picture(page, "two-en");
  });
});

test("the settings change silence, hold and language, and are kept", async ({ page }) => {
  await enrol(page, "ru");
  await page.getByRole("button", { name: "Настройки" }).click();
  await picture(page, "settings-ru");
  await accessible(page);
  await page.getByRole("switch").check();
  await page.getByRole("slider").fill("0");
  await page.getByRole("button", { name: "Қазақша" }).click();
  await expect(page.getByRole("button", { name: "Көмек шақыру" })).toContainText("Басыңыз");
  await page.reload();
  await expect(page.getByRole("button", { name: "Көмек шақыру" })).toBeVisible();
  await page.getByRole("button", { name: "Баптаулар" }).click();
  await expect(page.getByRole("switch")).toBeChecked();
  await expect(page.getByRole("slider")).toHaveValue("0");
});

test("a large screen keeps the same page", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await enrol(page, "kk");
  const box = await page.getByRole("button", { name: WORDS.kk.help }).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(768 / 2);
  await picture(page, "desktop-kk");
});
