/**
 * Browser tests. `SAQTA_BIN` names the program, which is then started (`e2e/support/program.ts`); `SAQTA_URL` names one
 * that runs already, and `SAQTA_SIGN_INS` a JSON file with its sign-ins; without them the tests run against the wire
 * server of `tests/wire`. Tests tagged `@wire` need what only that one can do: fail on demand, or play several guards; those
 * tagged `@program` need the pages and the parent process of the real demo.
 */
import { defineConfig } from "@playwright/test";

const program = process.env.SAQTA_BIN ?? process.env.SAQTA_URL;

export default defineConfig({
  grepInvert: program ? /@wire/ : /@program/,
  // Records what the wire server answers with, when asked to: no test.
  testIgnore: process.env.SAQTA_RECORD === "1" ? [] : ["record*.spec.ts"],
  testDir: "e2e",
  globalSetup: "./e2e/support/program.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 8_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    timezoneId: "Asia/Almaty",
    ignoreHTTPSErrors: true,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.SAQTA_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio"],
    },
  },
});
