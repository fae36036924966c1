/** Each screen in the three languages at 1366×768: accessible, without page scroll, and photographed. */
import type { Language } from "../src/api/types";
import { expect, expectAccessible, expectNoPageScroll, openConsole, picture, row, signIn, test, WIRE } from "./stand";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];

test.beforeEach(({ stand }) => stand.calm());

for (const language of LANGUAGES) {
  test(`landing and sign-in in ${language}`, async ({ page, stand }) => {
    await page.addInitScript((chosen) => localStorage.setItem("saqta.language", chosen), language);
    await page.goto(stand.url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await picture(page, `landing-${language}`);
    await expectAccessible(page);
    await page.goto(`${stand.url}/console`);
    await expect(page.locator('button[type="submit"]')).toBeVisible();
    await picture(page, `sign-in-${language}`);
    await expectAccessible(page);
    await signIn(page, stand, "guard", language);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator('input[autocomplete="username"]')).toHaveCount(0);
    await picture(page, `start-${language}`);
    await expectAccessible(page);
  });

  test(`console, calm, in ${language}`, async ({ page, stand }) => {
    await openConsole(page, stand, "guard", language);
    await expect(page.getByTestId("calm")).toBeVisible();
    await expectNoPageScroll(page);
    await picture(page, `calm-${language}`);
    await expectAccessible(page);
  });

  test(`console with every state in ${language}`, WIRE, async ({ page, stand }) => {
    const wire = stand.wire;
    if (wire === null) return;
    const guard = { id: "account-guard-two", name: "Гүлнар Ордабаева" };
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();
    const first = wire.raise({
      kind: "panic",
      zone: "kostanay-triage",
      raised_at: ago(41),
      silent: true,
      origin: "person",
      raised_by: { id: "w", name: "Жанна Ұлықбек" },
    });
    for (const seconds of [22, 9]) wire.raise({ situation: first.situation, raised_at: ago(seconds) });
    wire.raise({
      kind: "medical",
      site: "shymkent-children",
      zone: "shymkent-reception",
      raised_at: ago(95),
      flags: ["place-uncertain", "wrong-clock"],
    });
    const taken = wire.raise({ kind: "holdup", site: "karaganda-clinic", zone: "karaganda-desk", raised_at: ago(130) });
    const going = wire.raise({
      kind: "duress",
      site: "astana-perinatal",
      zone: "astana-entrance",
      raised_at: ago(200),
    });
    const there = wire.raise({ kind: "assist", zone: "kostanay-waiting", raised_at: ago(760) });
    wire.raise({
      kind: "technical",
      site: "mine-demo-1",
      zone: "mine-shaft-2",
      raised_at: ago(3_912),
      device: "panel-7",
    });
    wire.raise({ kind: "test", zone: "kostanay-ward-3", raised_at: ago(30) });
    wire.step(taken.id, "acknowledge", guard);
    wire.step(going.id, "respond", guard);
    wire.step(there.id, "attend", guard);
    await openConsole(page, stand, "guard", language);
    await expect(row(page, there.id)).toBeVisible();
    await expect(page.getByTestId("timeline").locator("li")).not.toHaveCount(0);
    await expectNoPageScroll(page);
    await picture(page, `console-${language}`);
    await expectAccessible(page);
    const theme = page.locator("[data-theme-switch]");
    await theme.click();
    await picture(page, `console-light-${language}`);
    await expectAccessible(page);
    await theme.click();
    await page
      .getByTestId("actions")
      .getByRole("button", { name: { en: "Close", ru: "Закрыть", kk: "Жабу" }[language] })
      .click();
    await picture(page, `closing-${language}`);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    wire.unrecorded({ key: "k-1", kind: "panic", site: "shymkent-children", zone: "shymkent-surgery" });
    wire.silent = true;
    await expect(page.locator("[data-unrecorded]")).toBeVisible();
    await expect(page.locator("[data-fault]")).toBeVisible({ timeout: 12_000 });
    await picture(page, `fault-${language}`);
    await expectNoPageScroll(page);
    await expectAccessible(page);
  });

  test(`history in ${language}`, async ({ page, stand }) => {
    const id = await stand.raise({ kind: "panic", zone: "kostanay-triage" });
    stand.wire?.step(
      id,
      "close",
      { id: "account-guard", name: "Асылбек Нұрланов" },
      { outcome: "real", factors: ["waiting", "intoxication"] },
    );
    await openConsole(page, stand, "auditor", language);
    await page.goto(`${stand.url}/console?view=history`);
    await expect(page.getByTestId("heartbeat")).toBeVisible();
    await picture(page, `history-${language}`);
    await expectNoPageScroll(page);
    await expectAccessible(page);
  });
}

test("console on a phone", async ({ page, stand }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await stand.raise({ kind: "panic", zone: "kostanay-triage" });
  await openConsole(page, stand, "guard", "kk");
  await expect(page.getByTestId("pane")).toBeVisible();
  await picture(page, "console-phone-kk");
  await expectAccessible(page);
});

test("history on paper", async ({ page, stand }) => {
  const id = await stand.raise({ kind: "panic", zone: "kostanay-triage" });
  stand.wire?.step(id, "close", { id: "account-guard", name: "Асылбек Нұрланов" }, { outcome: "real" });
  await openConsole(page, stand, "auditor", "ru");
  await page.goto(`${stand.url}/console?view=history`);
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await picture(page, "history-print-ru");
});
