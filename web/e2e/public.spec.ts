/** The public page of figures: read by anybody, in three languages, by keys, by ear, on a phone and on paper. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIRequestContext, Page } from "@playwright/test";
import type { Release, ReleaseItem } from "../src/api/releases";
import type { Language } from "../src/api/types";
import { numbersIn } from "../src/figures/charts/numbers";
import { expect, expectAccessible, picture, type Stand, test, WIRE } from "./stand";
import { bare, pdfPages } from "./support/pdfText";
import { EARLIER, listed, NEWEST } from "./support/publish";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const TITLE = {
  kk: "Қазақстандағы өндірістік жарақаттар, 2025 ж. 1-тоқсан",
  ru: "Травмы на производстве в Казахстане, 1-й квартал 2025 г.",
  en: "Injuries at work in Kazakhstan, Q1 2025",
};
const SYNTHETIC = {
  kk: "Ойдан шығарылған деректер.",
  ru: "Вымышленные данные.",
  en: "Synthetic data.",
};
const PHONE = { width: 390, height: 844 };

interface Asked {
  readonly language?: Language;
  readonly theme?: "light" | "dark";
}

async function open(page: Page, stand: Stand, path = "/figures", { language = "en", theme = "light" }: Asked = {}) {
  await page.addInitScript(
    ([chosen, scheme]) => {
      localStorage.setItem("saqta.language", chosen);
      localStorage.setItem("saqta.theme", scheme);
    },
    [language, theme] as const,
  );
  await page.goto(stand.url + path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** What the page has to say: from the server, as anybody may have it. */
async function published(request: APIRequestContext, { url }: Stand, id = NEWEST, revision?: number): Promise<Release> {
  const asked = revision === undefined ? "" : `?revision=${revision}`;
  const answer = await request.get(`${url}/api/v1/figures/releases/${id}${asked}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Release;
}

/** What the real program publishes here is flagged as invented; of the recordings, what is flagged. */
async function expectSynthetic(page: Page, stand: Stand, release: Release, language: Language): Promise<void> {
  if (stand.wire === null) expect(release.synthetic, "the release has lost its flag").toBe(true);
  const banner = page.getByTestId("synthetic");
  if (release.synthetic === true) {
    await expect(banner).toContainText(SYNTHETIC[language]);
  } else {
    await expect(banner).toHaveCount(0);
  }
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
}

const table = (page: Page, by: string) => page.locator(`[data-table="${by}"]`);

test("before anything is published the page says so, and the other doors are open", WIRE, async ({ page, stand }) => {
  if (stand.wire !== null) stand.wire.releases.none = true;
  await open(page, stand);
  await expect(page.getByTestId("empty")).toContainText("Nothing has been published yet");
  await expectAccessible(page);
  await picture(page, "public-empty");
  await page.getByRole("link", { name: /^Check a press text/ }).click();
  await expect(page).toHaveURL(/\/figures\/check$/);
});

test.describe("with releases", () => {
  test.beforeEach(({ stand }) => stand.publish());
  test.afterEach(({ stand }) => {
    if (stand.wire === null) return;
    stand.wire.releases.lost = false;
    stand.wire.down = false;
  });

  for (const language of LANGUAGES) {
    test(`the newest release is read without sign-in, in ${language}`, async ({ page, request, stand }) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      const release = await published(request, stand);
      await open(page, stand, "/figures", { language });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE[language]);
      await expect(page.getByTestId("sentence")).toHaveText(release.sentence[language]);
      await expect(page.getByTestId("release")).toContainText(NEWEST);
      await expectSynthetic(page, stand, release, language);
      await expect(page.locator('[data-table="revisions"] tbody tr')).toHaveCount(release.revision);
      await expectAccessible(page);
      await picture(page, `public-${language}`);
      await picture(page, `public-${language}-full`, true);
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScroll(page);
      await picture(page, `public-${language}-phone-full`, true);
      expect(faults).toEqual([]);
    });

    test(`the page in the dark, in ${language}`, async ({ page, stand }) => {
      await open(page, stand, "/figures", { language, theme: "dark" });
      await expect(table(page, "region")).toBeVisible();
      await expectAccessible(page);
      await picture(page, `public-${language}-dark`, true);
    });
  }

  test("every number of the page is the release's own, and what is withheld stays so", async ({
    page,
    request,
    stand,
  }) => {
    const release = await published(request, stand);
    const numbers = numbersIn("en");
    const { total, change } = release;
    await open(page, stand);
    const injured = page.locator('[data-card="injured"]');
    await expect(injured).toContainText(numbers.whole(total.count));
    await expect(injured).toContainText(numbers.interval({ value: 0, ...total.count_interval }, 0));
    const rate = total.rates.find(({ measure }) => measure === "incidence");
    await expect(page.locator('[data-card="rate"]')).toContainText(numbers.fixed(rate?.value ?? 0, 3));
    await expect(page.locator('[data-card="rate"]')).toContainText(rate?.denominator ?? "");
    const verdict = change?.is_established ? "more than chance explains" : "not distinguishable from chance";
    await expect(page.locator('[data-card="change"]')).toContainText(verdict);
    await expect(page.locator('[data-card="change"]')).toContainText(
      numbers.change(((change?.ratio ?? Number.NaN) - 1) * 100),
    );

    let withheld = 0;
    for (const { by, rows } of release.tables) {
      await expect(table(page, by).locator("tbody tr")).toHaveCount(rows.length);
      for (const row of rows) {
        const cells = table(page, by).locator(`tr[data-row="${row.code ?? "unknown"}"] td`);
        const said = await cells.allTextContents();
        const whole = (value: number | null) => (value === null ? "withheld" : numbers.whole(value));
        expect([said[0], said[2], said[3]], `${by} ${row.code}`).toEqual([row.count, row.fatal, row.severe].map(whole));
        withheld += [row.count, row.fatal, row.severe].filter((value) => value === null).length;
      }
    }
    expect(withheld, "a release without a withheld number tests nothing").toBeGreaterThan(0);
    await expect(page.getByTestId("withheld")).toContainText(`from 1 to ${release.threshold - 1}`);

    const map = page.locator(`[data-figure="saqta-${NEWEST}-r${release.revision}-map"]`);
    const highest = release.regions?.units[0];
    await expect(map.locator(`[data-mark="${highest?.code}"]`)).toHaveAttribute(
      "aria-label",
      new RegExp(numbers.fixed((highest?.rate ?? 0) * 1_000, 3)),
    );
  });

  test("the sentence is copied as it was published", async ({ page, request, stand, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: stand.url });
    const { sentence } = await published(request, stand);
    await open(page, stand, "/figures", { language: "kk" });
    await page.getByRole("button", { name: "Сөйлемді көшіру" }).click();
    await expect(page.locator('section:has(> [data-testid="sentence"])').getByRole("status")).not.toBeEmpty();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sentence.kk);
  });

  test("each download gives the file that was published, with its size beside it", async ({ page, request, stand }) => {
    const item = (await listed(request, stand.url)).find(({ id }) => id === NEWEST) as ReleaseItem;
    await open(page, stand);
    const links = page.locator('section:has(> [id="files"]) li');
    const names = [...Object.keys(item.files), "release.note"];
    await expect(links).toHaveCount(names.length);
    for (const link of await links.all()) {
      const href = (await link.getByRole("link").getAttribute("href")) ?? "";
      const name = decodeURIComponent(href.split("/").at(-1) ?? "");
      const answer = await request.get(stand.url + href);
      expect(answer.status(), href).toBe(200);
      const bytes = await answer.body();
      if (name === "release.note") {
        expect(bytes.toString(), "the signature is over the figures").toContain(item.files["release.json"]?.sha256);
        continue;
      }
      expect(createHash("sha256").update(bytes).digest("hex"), name).toBe(item.files[name]?.sha256);
      await expect(link).toContainText(`${Math.max(1, Math.round(bytes.length / 1_000))} KB`);
    }
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /bulletin-kk\.pdf/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe(`${NEWEST}-r${item.revision}-bulletin-kk.pdf`);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  test("every release and revision has an address that can be sent, and Back works", async ({
    page,
    request,
    stand,
  }) => {
    const [newest, first] = [await published(request, stand), await published(request, stand, NEWEST, 1)];
    await open(page, stand);
    await page.getByRole("link", { name: "Q1 2024" }).click();
    await expect(page).toHaveURL(`${stand.url}/figures/${EARLIER}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Injuries at work in Kazakhstan, Q1 2024");
    await expect(page.locator("#content"), "another page is told to who cannot see it").toBeFocused();
    await expect(page).toHaveTitle(new RegExp(EARLIER));
    await expect(page.getByText("There is a newer release: Q1 2025.")).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(`${stand.url}/figures`);
    await expect(page.getByTestId("sentence")).toHaveText(newest.sentence.en);

    await page.getByRole("link", { name: /^Revision 1/ }).click();
    await expect(page).toHaveURL(`${stand.url}/figures/${NEWEST}/1`);
    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByTestId("sentence")).toHaveText(first.sentence.en);
    expect(first.sentence.en).not.toBe(newest.sentence.en);
    await expect(page.getByText("This is revision 1. Revision 2 is newer and counts.")).toBeVisible();
    await expect(page.getByText(`saqta figures verify ${NEWEST}@1`)).toBeVisible();
    await expectAccessible(page);
    await picture(page, "public-superseded");
    await page.getByRole("link", { name: "Open the newer revision" }).click();
    await expect(page).toHaveURL(`${stand.url}/figures/${NEWEST}`);
    await expect(page.getByTestId("sentence")).toHaveText(newest.sentence.en);
    const more = newest.total.count - first.total.count;
    await expect(table(page, "revisions").locator('tr[data-row="2"]')).toContainText(`injured +${more}`);
    await expect(page.getByText(`saqta figures verify ${NEWEST}@2`)).toBeVisible();
  });

  test("an address of nothing says so and leads on", async ({ page, stand }) => {
    for (const path of ["/figures/kz-1913", `/figures/${NEWEST}/99`]) {
      await open(page, stand, path);
      await expect(page.getByText("There is no such release")).toBeVisible();
      await expectAccessible(page);
      await picture(page, "public-unknown");
      await page.getByRole("link", { name: "To the newest release" }).click();
      await expect(page.getByTestId("sentence")).toBeVisible();
    }
    await page.goto(`${stand.url}/figures/${NEWEST}/first`);
    await expect(page.getByText("There is no such page")).toBeVisible();
  });

  test("the page goes through under the keyboard alone", async ({ page, request, stand, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: stand.url });
    const { sentence } = await published(request, stand);
    await page.setViewportSize(PHONE);
    await open(page, stand);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "To the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Copy the sentence" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(sentence.en);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Key figures" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Tables", exact: true })).toBeInViewport();
    await page.keyboard.press("Tab");
    const regions = page.getByRole("region", { name: "By region" });
    await expect(regions, "a table wider than the phone is a stop").toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => regions.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  });

  test("a screen reader finds its way: landmarks, headings in order, tables with names", async ({ page, stand }) => {
    await open(page, stand);
    await expect(table(page, "releases")).toBeVisible();
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
    for (const name of ["Sections", "On this page"]) {
      await expect(page.getByRole("navigation", { name })).toHaveCount(1);
    }
    const levels = await page
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1])));
    expect(levels[0]).toBe(1);
    for (const [place, level] of levels.entries()) {
      if (place > 0) expect(level - (levels[place - 1] ?? 0), `heading ${place} skips a level`).toBeLessThanOrEqual(1);
    }
    for (const name of ["By region", "By cause", "By month", "The same months, year by year", "Revisions"]) {
      const named = page.getByRole("table", { name, exact: true });
      await expect(named, name).toHaveCount(1);
      await expect(named.getByRole("rowheader").first(), name).not.toBeEmpty();
      await expect(named.getByRole("columnheader").first(), name).not.toBeEmpty();
    }
    const karaganda = page.getByRole("table", { name: "By region" }).getByRole("row", { name: /Karaganda/ });
    await expect(karaganda.getByRole("rowheader")).toHaveText("Karaganda region");
    await expect(page.getByRole("group", { name: "Injured per 1,000 workers, by region" })).toHaveCount(1);
    for (const name of [/^Қазақша, bulletin-kk\.pdf$/, /^By region, region\.csv$/, /^All figures, release\.json$/]) {
      await expect(page.getByRole("link", { name })).toHaveCount(1);
    }
    expect(await page.getByRole("link", { name: "Қазақша" }).first().evaluate(languageOf)).toBe("kk");
  });

  for (const language of LANGUAGES) {
    test(`on paper the release is whole, in ${language}`, async ({ page, request, stand }) => {
      const release = await published(request, stand);
      await open(page, stand, `/figures/${NEWEST}`, { language, theme: "dark" });
      await expect(table(page, "releases")).toBeVisible();
      await page.emulateMedia({ media: "print" });
      await expect(page.getByRole("banner")).toBeHidden();
      await expect(page.getByRole("button").first()).toBeHidden();
      await picture(page, `public-${language}-print`, true);
      const pages = pdfPages(await page.pdf({ format: "A4" }));
      const all = pages.join("");
      for (const [place, text] of pages.entries()) {
        expect(text, `sheet ${place + 1} does not say which release it is of`).toContain(NEWEST);
        expect(text).toContain(`${place + 1}/${pages.length}`);
      }
      expect(all).toContain(bare(release.sentence[language]));
      if (release.synthetic === true) expect(all).toContain(bare(SYNTHETIC[language]));
      expect(all).toContain(`${stand.url}/figures/${NEWEST}/${release.revision}`);
      expect(all, "the address of the other revision").toContain(`(${stand.url}/figures/${NEWEST}/1)`);
      expect(all, "the address of the files").toContain(
        `${stand.url}/api/v1/figures/releases/${NEWEST}/${release.revision}/`,
      );
      expect(all).toContain(`saqtafiguresverify${NEWEST}@${release.revision}`);
      for (const by of release.tables) {
        for (const name of await table(page, by.by).locator("tbody th").allTextContents()) {
          expect(all, `${by.by}: ${name}`).toContain(bare(name));
        }
      }
    });
  }

  test("files that are lost and a server that is away are told apart", WIRE, async ({ page, stand }) => {
    const { wire } = stand;
    if (wire === null) return;
    wire.releases.lost = true;
    await open(page, stand);
    await expect(page.getByText("The figures of this release cannot be read just now")).toBeVisible({
      timeout: 20_000,
    });
    await expect(table(page, "releases").getByRole("link")).toHaveCount(2);
    await expectAccessible(page);
    await picture(page, "public-lost");
    wire.releases.lost = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByTestId("sentence")).toBeVisible();
  });

  test("without the server the page says what to do, and comes back", WIRE, async ({ page, stand }) => {
    const { wire } = stand;
    if (wire === null) return;
    await page.route("**/api/v1/figures/releases**", (route) => route.abort());
    await page.goto(`${stand.url}/figures`);
    const again = page.getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await picture(page, "public-away");
    await page.unroute("**/api/v1/figures/releases**");
    await again.click();
    await expect(page.getByTestId("sentence")).toBeVisible();
  });
});

/** The language of an element: its own or that of what it stands in. */
function languageOf(element: Element): string | null {
  return element.closest("[lang]")?.getAttribute("lang") ?? null;
}
