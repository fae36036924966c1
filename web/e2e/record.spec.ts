/**
 * Records what the real program answers about releases, for the wire server: run with `SAQTA_BIN` and `SAQTA_RECORD=1`
 * after the answers have changed. It tests nothing.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RecordedReleases } from "../tests/wire/releases";
import { expect, test } from "./stand";
import { listed, NEWEST } from "./support/publish";

const FOLDER = join(import.meta.dirname, "../tests/wire/recorded/releases");

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
