/**
 * The picture of the README: the console of the running program with alarms of every state, in a light run of the real
 * thing. `SAQTA_README=1` puts it into `docs/pictures`.
 */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, openConsole, picture, row, test } from "./stand";

const HERE = import.meta.dirname;

test("the console with an alarm of each state", async ({ page, stand }) => {
  await stand.calm();
  const raise = (kind: "panic" | "medical" | "holdup" | "assist" | "technical", zone: string) =>
    stand.raise({ kind, zone });
  await raise("technical", "mine-shaft-2");
  const there = await raise("assist", "kostanay-waiting");
  const going = await raise("holdup", "karaganda-desk");
  const taken = await raise("medical", "astana-entrance");
  const fresh = await raise("panic", "kostanay-triage");
  await raise("panic", "kostanay-triage");
  await raise("panic", "kostanay-triage");
  await stand.step(taken, "acknowledge");
  await stand.step(going, "respond");
  await stand.step(there, "attend");
  await openConsole(page, stand, "dispatcher", "en");
  await expect(row(page, fresh)).toBeVisible();
  await expect(row(page, there)).toBeVisible();
  await row(page, fresh).click();
  await expect(page.getByTestId("timeline").locator("li")).not.toHaveCount(0);
  await picture(page, "readme-console");
  if (process.env.SAQTA_README === "1") {
    const made = join(HERE, "../test-results/pictures/readme-console.png");
    copyFileSync(made, join(HERE, "../../docs/pictures/console.png"));
  }
  await stand.calm();
});
