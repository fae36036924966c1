/**
 * Where the browser tests run: a running Saqta (`SAQTA_URL`, `SAQTA_SIGN_INS`), or the wire server.
 *
 * `stand.raise` presses a button by whatever means there are; `stand.wire` gives the means that only the wire server
 * has (falling silent, losing streams), and is null against the real program.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page, request } from "@playwright/test";
import type { Alarm, Language } from "../src/api/types";
import { PASSWORD } from "../tests/wire/data";
import { WireServer } from "../tests/wire/server";
import { publish, type SignIn } from "./support/publish";

/** For tests that only the wire server can be put through. */
export const WIRE = { tag: "@wire" };

export type Who = "guard" | "dispatcher" | "auditor" | "worker" | "safety" | "inspector" | "analyst" | "admin";

export interface Stand {
  readonly url: string;
  readonly wire: WireServer | null;
  signIn(who: Who): { login: string; password: string };
  raise(wish: Partial<Alarm>): Promise<string>;
  /** Takes an alarm a step on, as the dispatcher. */
  step(id: string, step: "acknowledge" | "respond" | "attend"): Promise<void>;
  /** Publishes three revisions of two releases, unless they are published. */
  publish(): Promise<void>;
  /** Closes what earlier tests have left open. */
  calm(): Promise<void>;
}

const DIST = join(import.meta.dirname, "../dist");

export const test = base.extend<object, { stand: Stand }>({
  stand: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const url = process.env.SAQTA_URL;
      if (url !== undefined) {
        await use(await realStand(url));
        return;
      }
      if (!existsSync(join(DIST, "index.html"))) throw new Error("build the screens first: npm run build");
      const wire = new WireServer(DIST);
      await use(wireStand(wire, await wire.listen()));
      await wire.stop();
    },
    { scope: "worker" },
  ],
});

function wireStand(wire: WireServer, url: string): Stand {
  return {
    url,
    wire,
    signIn: (who) => ({ login: who, password: PASSWORD }),
    raise: async (wish) => wire.raise(wish).id,
    async step(id, step) {
      await wire.step(id, step, { id: "account-dispatcher", name: "Диспетчер" });
    },
    publish: async () => {
      wire.releases.none = false;
    },
    calm: async () => {
      wire.silent = false;
      wire.down = false;
      wire.clear();
    },
  };
}

async function realStand(url: string): Promise<Stand> {
  const given = process.env.SAQTA_SIGN_INS ?? "{}";
  const text = given.trimStart().startsWith("{") ? given : readFileSync(given, "utf8");
  const signIns = JSON.parse(text) as Partial<Record<Who, SignIn>>;
  const signIn = (who: Who) => signIns[who] ?? { login: who, password: "" };
  const http = await request.newContext({
    baseURL: url,
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { Origin: new URL(url).origin },
  });
  const answer = await http.post("/api/v1/session", { data: signIn("dispatcher") });
  expect(answer.ok(), `sign-in of the dispatcher at ${url}`).toBe(true);
  return {
    url,
    wire: null,
    signIn,
    async raise({ kind = "panic", zone = "kostanay-triage", silent = false }) {
      const raised = await http.post("/api/v1/alarms", { data: { kind, zone, silent } });
      expect(raised.status(), await raised.text()).toBe(201);
      return ((await raised.json()) as Alarm).id;
    },
    async step(id, step) {
      const answer = await http.post(`/api/v1/alarms/${id}/${step}`, { data: {} });
      expect(answer.status(), await answer.text()).toBe(200);
    },
    publish: () => publish(url, signIn("analyst"), signIn("inspector")),
    async calm() {
      for (;;) {
        const open = (await (await http.get("/api/v1/alarms?state=open&limit=200")).json()) as { items: Alarm[] };
        if (open.items.length === 0) return;
        for (const { id } of open.items) {
          await http.post(`/api/v1/alarms/${id}/close`, { data: { outcome: "test", factors: [] } });
        }
      }
    },
  };
}

export async function signIn(
  page: Page,
  stand: Stand,
  who: Who,
  language: Language = "en",
  address = "/console",
): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("saqta.language", chosen), language);
  await page.goto(`${stand.url}${address}`);
  const { login, password } = stand.signIn(who);
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('button[type="submit"]').click();
}

/** Signs in and starts the shift: the console is open, live and armed. */
export async function openConsole(page: Page, stand: Stand, who: Who = "guard", language: Language = "en") {
  await signIn(page, stand, who, language);
  if (who === "guard" || who === "dispatcher") {
    await page
      .getByRole("button", { name: { en: "Start shift", ru: "Начать смену", kk: "Ауысымды бастау" }[language] })
      .click();
  }
  await expect(page.getByTestId("heartbeat")).toBeVisible();
}

export const row = (page: Page, id: string) => page.locator(`li [data-alarm="${id}"]`);

/** Waits until every font that the page asked for has come, so that pictures are the same each time. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
}

export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  await settled(page);
  // Out of the way of tooltips and hover colours; the rest is Mantine's colour transitions.
  await page.mouse.move(683, 2);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getTiming().iterations !== 1),
  );
  await page.screenshot({ path: join(import.meta.dirname, "../test-results/pictures", `${name}.png`), fullPage });
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const words = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`,
  );
  expect(words, words.join("\n")).toEqual([]);
}

export async function expectNoPageScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => ({
    x: document.documentElement.scrollWidth - innerWidth,
    y: document.documentElement.scrollHeight - innerHeight,
  }));
  expect(over, "the page scrolls").toEqual({ x: 0, y: 0 });
}

export { expect };
