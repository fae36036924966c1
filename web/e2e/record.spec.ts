/**
 * Records what the real program answers about figures and releases, for the wire server: run with `SAQTA_BIN` and
 * `SAQTA_RECORD=1` after the answers have changed. It tests nothing.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { type Answer, EMPTY, nameOf } from "../tests/wire/figures";
import type { RecordedReleases } from "../tests/wire/releases";
import { expect, test } from "./stand";
import { listed, NEWEST, signedIn } from "./support/publish";
import { rounded } from "./support/recording";

const FOLDER = join(import.meta.dirname, "../tests/wire/recorded/releases");

const INCIDENCE = { measures: "incidence" };
const FATAL = "fatal-incidence-100000";
const LATE_A_MONTH = 25;
const SOON = 90;
const SYNTHETIC = { region: "35", kind: "struck", outcome: "lost-time", activity: "B" };

/** What the screens ask of the demo's register. The empty period stands for every other one. */
const ASKED: readonly (readonly [what: string, query: Readonly<Record<string, string>>])[] = [
  ...["2025-Q1", EMPTY].flatMap((period) => [
    ...["region", "section", "kind", "weekday,hour"].map((by) => ["table", { period, by, ...INCIDENCE }] as const),
    ["table", { period, ...INCIDENCE }] as const,
    ["table", { period, by: "cause", zeros: "false", ...INCIDENCE }] as const,
    ["table", { period, by: "region", measures: FATAL }] as const,
    ["regions", { period }] as const,
    ["regions", { period, fatal: "true" }] as const,
    ...["direct", "indirect"].flatMap((method) =>
      ["incidence", FATAL].map((measure) => ["standardised", { period, measure, method }] as const),
    ),
    ["change", { period, measure: "incidence" }] as const,
    ["change", { period, by: "section", measure: "incidence" }] as const,
  ]),
  ...["2024", "2025", EMPTY].flatMap((period) => [
    ...["month", "quarter"].map((by) => ["table", { period, by, ...INCIDENCE }] as const),
    ["watch", { period }] as const,
  ]),
  ...["2025-07", "2025-12", "2025-Q4", EMPTY].map((period) => ["nowcast", { period }] as const),
];

/** What was answered so far. Figures are asked for before the releases bring late reports of 2025, and the rest after. */
const answers: Record<string, Answer> = {};

async function record(http: APIRequestContext, what: string, query: Readonly<Record<string, string>>, language = "en") {
  const asked = new URLSearchParams(query);
  const answer = await http.get(`/api/v1/figures/${what}?${asked}`, { headers: { "Accept-Language": language } });
  answers[nameOf(what, asked, language)] = { status: answer.status(), body: (await answer.json()) as object };
}

test("figures are recorded", async ({ stand }) => {
  test.skip(process.env.SAQTA_RECORD === undefined, "nothing is to be recorded");
  const analyst = await signedIn(stand.url, stand.signIn("analyst"));
  const quarter = await (await analyst.get("/api/v1/figures/table?period=2025-Q1")).json();
  expect(quarter.total.count, "nothing was added to the demo's register before it is recorded").toBe(293);
  for (const [what, query] of ASKED) await record(analyst, what, query);
  for (const language of ["kk", "ru", "en"]) await record(analyst, "under-reporting", { period: "2025-Q1" }, language);
});

/** The whole months before a day, the oldest first. */
function monthsBefore(day: string, count: number): readonly string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - count + back, 1)).toISOString().slice(0, 7),
  );
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

test("releases are recorded", async ({ request, stand }) => {
  const data = process.env.SAQTA_DATA_FOLDER;
  test.skip(process.env.SAQTA_RECORD === undefined || data === undefined, "nothing is to be recorded");
  await stand.publish();
  const get = async (path: string, status = 200) => {
    const answer = await request.get(`${stand.url}/api/v1/figures/releases${path}`);
    expect(answer.status(), path).toBe(status);
    return answer;
  };
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) rmSync(join(FOLDER, name));
  const items = await listed(request, stand.url);
  const newest = items[0];
  const notes: Record<string, string> = {};
  const headers: Record<string, Record<string, string>> = {};
  for (const item of items) {
    const at = `/${item.id}/${item.revision}`;
    notes[at.slice(1)] = await (await get(`${at}/release.note`)).text();
    for (const [name, { sha256 }] of Object.entries(item.files)) {
      if (item !== newest && name !== "release.json") continue;
      const answer = await get(`${at}/${name}`);
      const { "content-type": type = "", "content-disposition": disposition = "" } = answer.headers();
      headers[name] = { type, disposition: disposition.replace(`${item.id}-r${item.revision}-`, "ID-") };
      writeFileSync(join(FOLDER, sha256), await answer.body());
    }
  }
  const shelved = join(data ?? "", "releases", newest?.files["release.json"]?.sha256 ?? "");
  renameSync(shelved, `${shelved}.away`);
  const lost = await (await get(`/${NEWEST}`, 503)).json();
  renameSync(`${shelved}.away`, shelved);
  const recorded: RecordedReleases = {
    list: await (await get("")).json(),
    notes,
    headers,
    unknown: await (await get("/none", 404)).json(),
    lost,
  };
  writeFileSync(join(FOLDER, "index.json"), `${JSON.stringify(recorded, null, 2)}\n`);
});

/** The demo's reports come soon. Here some of the last months come two months late, so that something is still expected. */
test("what is still expected is recorded", async ({ stand }) => {
  test.skip(process.env.SAQTA_RECORD === undefined, "nothing is to be recorded");
  test.slow();
  const day = new Date().toISOString().slice(0, 10);
  const months = monthsBefore(day, 10);
  const reporter = await signedIn(stand.url, stand.signIn("inspector"));
  const report = async (date: string, reported: string) => {
    const answer = await reporter.post("/api/v1/injuries", { data: { date, reported, ...SYNTHETIC } });
    expect(answer.status(), await answer.text()).toBe(201);
  };
  for (const month of months.slice(0, -2)) {
    for (let late = 0; late < LATE_A_MONTH; late++) await report(`${month}-15`, later(`${month}-15`, 60));
  }
  for (let soon = 0; soon < SOON; soon++) {
    const date = `${months.at(-1)}-${String(1 + (soon % 28)).padStart(2, "0")}`;
    await report(date, date);
  }
  const analyst = await signedIn(stand.url, stand.signIn("analyst"));
  const year = day.slice(0, 4);
  for (const by of ["month", "quarter"]) await record(analyst, "table", { period: year, by, ...INCIDENCE });
  for (const period of months) await record(analyst, "nowcast", { period });
  await record(analyst, "change", { period: year, measure: "incidence" });
  // An answer a line, so that a change of one is seen as that.
  const lines = Object.entries(answers).map(([name, answer]) => {
    return `${JSON.stringify(name)}: ${JSON.stringify(answer, rounded)}`;
  });
  const text = `{"day": "${day}", "answers": {\n${lines.join(",\n")}\n}}\n`;
  writeFileSync(join(FOLDER, "../figures.json"), text);
});
