/**
 * Records what the real program answers about the example texts of the check, for the wire server: run with `SAQTA_BIN` and
 * `SAQTA_RECORD=1` after the answers have changed. It tests nothing. The answers are those of the demo's own releases: the tests
 * that publish more come after.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./stand";
import { rounded } from "./support/recording";

const FILE = join(import.meta.dirname, "../tests/wire/recorded/checks.json");

interface Recorded {
  readonly text: string;
  readonly answer: unknown;
}

test("checks are recorded", async ({ stand, request }) => {
  test.skip(process.env.SAQTA_RECORD === undefined, "nothing is to be recorded");
  const before: Record<string, Recorded> = JSON.parse(readFileSync(FILE, "utf8"));
  const recorded: Record<string, Recorded> = {};
  for (const [language, { text }] of Object.entries(before)) {
    const answer = await request.post(`${stand.url}/api/v1/figures/check`, { data: { text, language } });
    expect(answer.status()).toBe(200);
    recorded[language] = { text, answer: await answer.json() };
  }
  writeFileSync(FILE, `${JSON.stringify(recorded, rounded, 2)}\n`);
});
