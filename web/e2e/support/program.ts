/**
 * The real program for the browser tests: `SAQTA_BIN` names it, and it runs as `saqta demo` on a free port with fresh
 * data, all synthetic. What the tests need to know of it goes to them as `SAQTA_URL`, `SAQTA_SIGN_INS`,
 * `SAQTA_PRESS_TOKEN`, `SAQTA_PRESS_ZONE` and `SAQTA_DATA_FOLDER`; whoever runs a demo already sets these instead.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { StageState } from "../../src/stage/api";

const PATIENCE_MS = 60_000;
const LOGINS = ["guard", "dispatcher", "auditor", "worker", "safety", "inspector", "analyst", "admin"];

/** Starts the program; what is returned ends it. */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  const program = process.env.SAQTA_BIN;
  if (program === undefined || program === "" || process.env.SAQTA_URL !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "saqta-e2e-"));
  const arguments_ = ["demo", "--data", join(folder, "data"), "--listen", "127.0.0.1:0"];
  const demo = spawn(program, arguments_, { stdio: ["ignore", "pipe", "inherit"] });
  const end = async () => {
    if (demo.exitCode === null && demo.kill("SIGTERM")) await once(demo, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await addressOf(demo);
    const state = (await (await fetch(`${url}/demo/state`)).json()) as StageState;
    const { password } = state.console;
    process.env.SAQTA_URL = url;
    process.env.SAQTA_DATA_FOLDER = join(folder, "data");
    process.env.SAQTA_SIGN_INS = JSON.stringify(
      Object.fromEntries(LOGINS.map((login) => [login, { login, password }])),
    );
    process.env.SAQTA_PRESS_TOKEN = state.press.token;
    process.env.SAQTA_PRESS_ZONE = state.press.zone ?? "";
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

/** Waits for the line `ready: http://…/demo`. */
function addressOf(demo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("saqta demo did not become ready")), PATIENCE_MS);
    demo.once("error", reject);
    demo.once("exit", (code) => reject(new Error(`saqta demo ended with ${code} before it was ready`)));
    if (demo.stdout === null) throw new Error("nothing can be read of saqta demo");
    createInterface(demo.stdout).on("line", (line) => {
      const url = /^\s*ready: (\S+)\/demo$/.exec(line)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    });
  });
}
