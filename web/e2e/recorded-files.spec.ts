/**
 * Records what the real program answers about files and series, for the wire server: run with `SAQTA_BIN` and
 * `SAQTA_RECORD=1` after the answers have changed. It tests nothing.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Job, Series } from "../src/api/imports";
import type { Answer } from "../tests/wire/figures";
import type { InLanguages, RecordedFiles } from "../tests/wire/files";
import { expect, test } from "./stand";
import { FOREIGN, RIGHT, SDMX, SDMX_WORDS, SERIES, WRONG, WRONG_SERIES } from "./support/files";
import { NEWEST } from "./support/publish";

const FOLDER = join(import.meta.dirname, "../tests/wire/recorded");

const LANGUAGES = ["kk", "ru", "en"] as const;

test("what comes of files is recorded", async ({ stand, playwright }) => {
  test.skip(process.env.SAQTA_RECORD === undefined, "nothing is to be recorded");
  await stand.publish();
  const http = await playwright.request.newContext({
    baseURL: stand.url,
    extraHTTPHeaders: { Origin: new URL(stand.url).origin },
  });
  expect((await http.post("/api/v1/session", { data: stand.signIn("analyst") })).ok()).toBe(true);
  const send = async (path: string, data: string, language = "en") => {
    const headers = { "Accept-Language": language, "Content-Type": "application/octet-stream" };
    const answer = await http.post(`/api/v1/${path}`, { data: Buffer.from(data), headers });
    return { status: answer.status(), body: await answer.json() };
  };
  const said = async (ask: (language: string) => Promise<Answer>) => {
    const answers: Record<string, Answer> = {};
    for (const language of LANGUAGES) answers[language] = await ask(language);
    return answers as InLanguages;
  };
  const ended = async ({ id }: Job, language = "en"): Promise<Answer> => {
    const asked = () => http.get(`/api/v1/imports/${id}`, { headers: { "Accept-Language": language } });
    await expect.poll(async () => ((await (await asked()).json()) as Job).state).not.toMatch(/checking|recording/);
    return { status: 200, body: await (await asked()).json() };
  };
  const brought = async (text: string, language: string) =>
    ended((await send("imports?name=synthetic.csv", text, language)).body as Job, language);
  const publish = async (language: string): Promise<Answer> => {
    const answer = await http.post("/api/v1/figures/releases", {
      data: { id: NEWEST, period: "2025-Q1", synthetic: true },
      headers: { "Accept-Language": language },
    });
    return { status: answer.status(), body: await answer.json() };
  };
  const words = new URLSearchParams(SDMX_WORDS);
  const begun = await send("imports?name=synthetic.csv", RIGHT);
  await ended(begun.body as Job);
  const recorded: RecordedFiles = {
    begun,
    ended: {
      again: await said((language) => brought(RIGHT, language)),
      wrong: await said((language) => brought(WRONG, language)),
      foreign: await said((language) => brought(FOREIGN, language)),
    },
    misread: await said((language) => send("imports?mapping=no%20TOML", RIGHT, language)),
    imports: await (await http.get("/api/v1/imports")).json(),
    series: shortened(await (await http.get("/api/v1/series")).json()),
    taken: {
      series: await send("series/file", SERIES),
      sdmx: await send(`series/file?${words}`, SDMX),
    },
    refused: {
      series: await said((language) => send("series/file", WRONG_SERIES, language)),
      unsaid: await said((language) => send("series/file", SDMX, language)),
      release: await said(publish),
    },
  };
  writeFileSync(join(FOLDER, "files.json"), `${JSON.stringify(recorded, null, 2)}\n`);
  await http.dispose();
});

/** One region is enough to show what a series looks like. */
function shortened(list: { readonly items: readonly Series[] }): RecordedFiles["series"] {
  const items = list.items.map((one) => ({ ...one, cells: one.cells.filter(({ region }) => region === "35") }));
  return { ...list, items };
}
