/** The console at work: real requests, a real stream, real keys. */
import { readFileSync } from "node:fs";
import { expect, openConsole, row, signIn, test, WIRE } from "./stand";

test.beforeEach(({ stand }) => stand.calm());

test("from a press to a closed alarm by the keyboard", async ({ page, stand }) => {
  await openConsole(page, stand);
  await expect(page.getByTestId("calm")).toBeVisible();
  await expect(page.getByTestId("sound")).toHaveAttribute("data-sound", "armed");
  const id = await stand.raise({ kind: "panic", zone: "kostanay-triage" });

  await expect(row(page, id)).toHaveAttribute("data-state", "raised");
  await expect(page.getByTestId("sound")).toHaveAttribute("data-siren", "on");
  await page.waitForTimeout(750);
  await page.keyboard.press("Space");
  await expect(row(page, id)).toHaveAttribute("data-state", "acknowledged");
  await expect(page.getByTestId("sound")).toHaveAttribute("data-siren", "off");
  await page.waitForTimeout(750);
  await page.keyboard.press("Space");
  await expect(row(page, id)).toHaveAttribute("data-state", "responding");
  await page.keyboard.press("Enter");
  await expect(row(page, id)).toHaveAttribute("data-state", "attended");

  await page.getByTestId("actions").getByRole("button", { name: "Close" }).click();
  await page.getByLabel("Real").check();
  const factors = page.getByRole("group", { name: "What contributed?" }).getByRole("checkbox");
  await expect(factors.first()).toHaveAccessibleName("Long wait");
  await factors.first().check();
  await page.getByLabel("Note").fill("Two hours in the queue");
  await expect(page.getByText("Draft kept")).toBeVisible();
  await page.getByRole("button", { name: "Close the alarm" }).click();
  await expect(row(page, id)).toHaveCount(0);
});

test("space means nothing before the alarm has been in view for 700 ms", async ({ page, stand }) => {
  await openConsole(page, stand);
  await expect(page.getByTestId("calm")).toBeVisible();
  // The key falls in the very moment in which the row appears.
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector("li [data-alarm]") === null) return;
      watcher.disconnect();
      requestAnimationFrame(() => dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true })));
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  const id = await stand.raise({ kind: "panic" });
  await expect(row(page, id)).toHaveAttribute("data-state", "raised");
  await page.waitForTimeout(1_000);
  await expect(row(page, id)).toHaveAttribute("data-state", "raised");
  await page.keyboard.press("Space");
  await expect(row(page, id)).toHaveAttribute("data-state", "acknowledged");
});

test(
  "the gravest call stays on top, and a click on the way keeps the keyboard on it",
  WIRE,
  async ({ page, stand }) => {
    await openConsole(page, stand);
    const assist = await stand.raise({ kind: "assist", zone: "kostanay-ward-3" });
    const panic = await stand.raise({ kind: "panic", zone: "kostanay-triage" });
    await expect(page.locator("li [data-alarm]").first()).toHaveAttribute("data-alarm", panic);
    await page.waitForTimeout(800);
    await page.keyboard.press("Space");
    await expect(row(page, panic)).toHaveAttribute("data-state", "acknowledged");
    await page.getByText("KK", { exact: true }).click();
    await page.getByText("EN", { exact: true }).click();
    await page.keyboard.press("Space");
    await expect(row(page, panic)).toHaveAttribute("data-state", "responding");
    await page.keyboard.press("Enter");
    await expect(row(page, panic)).toHaveAttribute("data-state", "attended");
    await expect(row(page, assist)).toHaveAttribute("data-state", "raised");
  },
);

test("space in a note is a space", async ({ page, stand }) => {
  await openConsole(page, stand);
  const id = await stand.raise({ kind: "panic" });
  await expect(row(page, id)).toBeVisible();
  await page.getByTestId("actions").getByRole("button", { name: "Note" }).click();
  await page.waitForTimeout(800);
  await page.keyboard.type("a b");
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("a b");
  await expect(row(page, id)).toHaveAttribute("data-state", "raised");
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(page.getByTestId("timeline")).toContainText("a b");
});

test("a taken alarm can be handed back, and sounds again", async ({ page, stand }) => {
  await openConsole(page, stand);
  const id = await stand.raise({ kind: "holdup" });
  await row(page, id).getByRole("button", { name: "Take" }).click();
  await expect(row(page, id)).toHaveAttribute("data-state", "acknowledged");
  await page.getByTestId("actions").getByRole("button", { name: "Hand back" }).click();
  await expect(row(page, id)).toHaveAttribute("data-state", "raised");
  await expect(page.getByTestId("sound")).toHaveAttribute("data-siren", "on");
});

test("a double click takes an alarm and does not also say “on the way”", async ({ page, stand }) => {
  await openConsole(page, stand);
  const id = await stand.raise({ kind: "panic" });
  await row(page, id).getByRole("button", { name: "Take" }).dblclick();
  await expect(row(page, id)).toHaveAttribute("data-state", "acknowledged");
  await page.waitForTimeout(500);
  await expect(row(page, id)).toHaveAttribute("data-state", "acknowledged");
});

test("the gravest comes first, a call to come and stand by makes no siren", async ({ page, stand }) => {
  await openConsole(page, stand);
  const assist = await stand.raise({ kind: "assist", zone: "kostanay-waiting" });
  await expect(row(page, assist)).toBeVisible();
  await expect(page.getByTestId("sound")).toHaveAttribute("data-siren", "off");
  const panic = await stand.raise({ kind: "panic", zone: "shymkent-reception" });
  await expect(page.locator("li [data-alarm]").first()).toHaveAttribute("data-alarm", panic);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("pane")).toHaveAttribute("data-alarm", assist);
});

test("whoever only looks on gets no actions and no sound", async ({ page, stand }) => {
  const id = await stand.raise({ kind: "panic" });
  await openConsole(page, stand, "auditor");
  await expect(row(page, id)).toBeVisible();
  await expect(page.getByText("view only")).toBeVisible();
  await expect(page.getByTestId("actions")).toHaveCount(0);
  await expect(row(page, id).getByRole("button", { name: "Take" })).toHaveCount(0);
});

test("a dispatcher opens a closed alarm again from the history", async ({ page, stand }) => {
  const id = await stand.raise({ kind: "panic", zone: "kostanay-triage" });
  await stand.calm();
  const again = stand.wire === null ? id : closedAgain(stand.wire);
  await openConsole(page, stand, "dispatcher");
  await page.getByText("History", { exact: true }).click();
  await expect(page).toHaveURL(/view=history/);
  await page.getByRole("button", { name: "Panic button" }).first().click();
  await page.getByRole("button", { name: "Open again" }).click();
  await page.keyboard.press("Escape");
  await page.getByText(/^Open: 1/).click();
  await expect(row(page, again)).toHaveAttribute("data-state", "raised");
});

function closedAgain(wire: NonNullable<import("./stand").Stand["wire"]>): string {
  const { id } = wire.raise({ kind: "panic" });
  wire.step(id, "close", { id: "account-guard", name: "A." }, { outcome: "no-danger" });
  return id;
}

test("the list is exported as it is filtered", async ({ page, stand }) => {
  const id = await stand.raise({ kind: "fire" });
  stand.wire?.step(id, "close", null, { outcome: "test" });
  if (stand.wire === null) await stand.calm();
  await openConsole(page, stand, "auditor");
  await page.goto(`${stand.url}/console?view=history&kind=fire`);
  await expect(page.getByRole("row")).not.toHaveCount(1);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const path = await (await saving).path();
  expect(readFileSync(path, "utf8")).toContain(id);
});

test("a wrong password is said plainly", async ({ page, stand }) => {
  await page.addInitScript(() => localStorage.setItem("saqta.language", "en"));
  await page.goto(`${stand.url}/console`);
  await page.getByLabel("Login").fill("nobody");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});

test("`?` lists the keys, Escape leaves", async ({ page, stand }) => {
  await openConsole(page, stand);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test.describe("when things go wrong", WIRE, () => {
  test("eight seconds of silence are a fault, shown and reported", async ({ page, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    await openConsole(page, { ...stand, wire });
    wire.silent = true;
    await expect(page.locator('[data-fault="stream-silent"]')).toBeVisible({ timeout: 12_000 });
    await expect.poll(() => wire.faults.map(({ what }) => what)).toContain("stream-silent");
    wire.silent = false;
    await expect(page.locator("[data-fault]")).toHaveCount(0, { timeout: 15_000 });
  });

  test("no alarm is lost and none shown twice when the link breaks", async ({ page, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    await openConsole(page, { ...stand, wire });
    const before = wire.raise({ zone: "kostanay-triage" });
    const gone = wire.raise({ zone: "kostanay-ward-3" });
    await expect(row(page, gone.id)).toBeVisible();
    wire.down = true;
    wire.dropStreams();
    const during = wire.raise({ zone: "kostanay-waiting" });
    wire.step(gone.id, "close", null, { outcome: "no-danger" });
    await page.waitForTimeout(1_200);
    wire.down = false;
    await expect(row(page, during.id)).toHaveCount(1, { timeout: 15_000 });
    await expect(row(page, before.id)).toHaveCount(1);
    await expect(row(page, gone.id)).toHaveCount(0);
  });

  test("a press that was held up says when somebody pressed", async ({ page, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    await openConsole(page, { ...stand, wire });
    const late = wire.raise({ flags: ["late"], pressed_at: "2026-11-21T19:05:09Z", origin: "person" });
    await expect(row(page, late.id)).toContainText("Arrived long after it was pressed");
    await row(page, late.id).click();
    await expect(page.getByTestId("pressed-at")).toContainText("00:05:09");
  });

  test("a register that lags behind says so in the history", async ({ page, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    wire.behind = true;
    await openConsole(page, { ...stand, wire }, "auditor");
    await page.goto(`${stand.url}/console?view=history`);
    await expect(page.getByRole("alert", { name: "The newest changes may be missing here" })).toBeVisible();
    wire.behind = false;
    // "Refresh" asks again when something has happened since.
    wire.raise({ zone: "kostanay-triage" });
    await expect(async () => {
      await page.getByRole("button", { name: "Refresh" }).click();
      await expect(page.getByText("The newest changes may be missing here")).toHaveCount(0, { timeout: 500 });
    }).toPass();
  });

  test("a press that could not be written down is loud, and outlives a reload", async ({
    page,
    stand: { wire, ...stand },
  }) => {
    if (wire === null) return;
    await openConsole(page, { ...stand, wire });
    await expect(page.getByTestId("calm")).toBeVisible();
    wire.unrecorded({ key: "k", kind: "panic", site: "kostanay-ed", zone: "kostanay-triage" });
    await expect(page.locator("[data-unrecorded]")).toContainText("UNRECORDED");
    await expect(page.getByTestId("sound")).toHaveAttribute("data-siren", "on");
    await page.reload();
    await page.getByRole("button", { name: "Start shift" }).click();
    await page.locator("[data-unrecorded]").getByRole("button").click();
    await expect(page.locator("[data-unrecorded]")).toHaveCount(0);
    await expect(page.getByTestId("sound")).toHaveAttribute("data-siren", "off");
  });

  test("an alarm that somebody else took says so", async ({ page, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    await openConsole(page, { ...stand, wire });
    const { id } = wire.raise({ zone: "kostanay-triage" });
    await expect(row(page, id)).toBeVisible();
    // The pane asks for the alarm itself: an answer that came after the step would tell of it.
    await expect(page.getByTestId("pane").getByText("Raised", { exact: true })).toBeVisible();
    wire.silent = true;
    wire.step(id, "acknowledge", { id: "account-guard-two", name: "Гүлнар Ордабаева" });
    await row(page, id).getByRole("button", { name: "Take" }).click();
    await expect(page.getByText("The alarm has moved on").first()).toBeVisible();
    await expect(row(page, id)).toHaveAttribute("data-state", "acknowledged");
    await expect(row(page, id)).toContainText("Гүлнар Ордабаева");
  });

  test("30,000 open alarms do not freeze the screen", async ({ page, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    for (let i = 0; i < 30_000; i += 1) wire.raise({ kind: i % 2 === 0 ? "medical" : "assist" });
    await openConsole(page, { ...stand, wire });
    await expect(page.getByTestId("counts")).toContainText("30,000 open", { timeout: 30_000 });
    expect(await page.locator("li [data-alarm]").count(), "rows drawn").toBeLessThan(40);
    const started = Date.now();
    const newest = wire.raise({ kind: "duress" });
    await expect(row(page, newest.id)).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect(page.getByTestId("pane")).toHaveAttribute("data-alarm", newest.id);
    expect(Date.now() - started, "milliseconds from press to choice").toBeLessThan(3_000);
  });

  test("two pages of one browser share one stream", async ({ page, context, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    await openConsole(page, { ...stand, wire });
    const second = await context.newPage();
    await second.goto(`${stand.url}/console`);
    await second.getByRole("button", { name: "Start shift" }).click();
    const { id } = wire.raise({ zone: "kostanay-triage" });
    await expect(row(page, id)).toBeVisible();
    await expect(row(second, id)).toBeVisible();
    expect(wire.openStreams).toBe(1);
  });

  test("a session that ends sends the guard back to sign in, and says why", async ({
    page,
    stand: { wire, ...stand },
  }) => {
    if (wire === null) return;
    await openConsole(page, { ...stand, wire });
    wire.endSessions();
    await expect(page.getByText("Signed out: alarms are not shown here")).toBeVisible({ timeout: 15_000 });
  });

  test("a worker learns that the console is not for them", async ({ page, stand: { wire, ...stand } }) => {
    if (wire === null) return;
    await signIn(page, { ...stand, wire }, "worker");
    await expect(page.getByText("You may not see alarms here")).toBeVisible();
  });
});

test("suspended sound is a fault with a button that mends it", async ({ page, stand }) => {
  await page.addInitScript(() => {
    const contexts: AudioContext[] = [];
    class Watched extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    }
    Object.assign(window, { AudioContext: Watched, contexts });
  });
  await openConsole(page, stand);
  await page.evaluate(() => (window as unknown as { contexts: AudioContext[] }).contexts[0]?.suspend());
  const fault = page.locator('[data-fault="sound-suspended"]');
  await expect(fault).toBeVisible();
  await fault.getByRole("button").click();
  await expect(fault).toHaveCount(0);
});

test("who asked for less motion sees no pulse", async ({ page, stand }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openConsole(page, stand);
  const id = await stand.raise({ kind: "panic" });
  await expect(row(page, id)).toHaveCSS("animation-name", "none");
});

test("a situation is taken, gone to and attended as one, and none of its alarms is merged", async ({ page, stand }) => {
  const first = await stand.raise({ kind: "panic", zone: "kostanay-triage" });
  const situation = stand.wire?.open()[0]?.situation;
  const others = [await stand.raise({ kind: "panic", zone: "kostanay-triage", situation })];
  await openConsole(page, stand);
  await expect(row(page, first)).toContainText("×2");
  await page.waitForTimeout(750);
  await page.keyboard.press("Space");
  await expect(page.getByTestId("sound")).toHaveAttribute("data-siren", "off");
  await expect(row(page, first)).toHaveAttribute("data-state", "acknowledged");
  await page.keyboard.press("Enter");
  await expect(row(page, first)).toHaveAttribute("data-state", "attended");
  if (stand.wire !== null) {
    const states = stand.wire.open().map(({ id, state }) => [id, state]);
    expect(states).toEqual([first, ...others].map((id) => [id, "attended"]));
  }
});

test("the row's close button shows the close form also when the alarm is chosen already", async ({ page, stand }) => {
  await stand.calm();
  await openConsole(page, stand, "guard");
  const id = await stand.raise({ kind: "panic" });
  await stand.step(id, "attend");
  await row(page, id).locator("button").first().click();
  const close = row(page, id).locator('[data-step="close"]');
  const form = page.getByRole("form", { name: "Close the alarm" });
  await expect(close).toBeVisible();
  await expect(form).toBeHidden();
  // A step that has just come into view is not yet meant.
  await expect(async () => {
    await close.click();
    await expect(form).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(form).toBeFocused();
  await expect(form).toBeInViewport();
  // What stands there already is shown again.
  await page.getByLabel("Note").focus();
  await close.click();
  await expect(form).toBeFocused();
  await form.getByRole("button", { name: "Cancel" }).click();
  await expect(form).toBeHidden();
  await close.focus();
  await page.keyboard.press("Enter");
  await expect(form.getByRole("radio").first()).toBeFocused();
});
