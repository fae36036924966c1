import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, it } from "vitest";

const WEB = resolve(import.meta.dirname, "../..");
/** What the phone must load and run before it can call: the script, with the texts of all three languages. */
const SCRIPT_LIMIT = 15_000;
/** The script, the page and the styles. */
const WHOLE_LIMIT = 17_000;

it(`the press page is under ${SCRIPT_LIMIT} bytes gzipped with its texts, ${WHOLE_LIMIT} with page and styles`, async () => {
  const built = await build({
    root: WEB,
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "chrome109",
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve(WEB, "press.html") },
    },
  });
  if (!("output" in built)) throw new Error("vite did not build once");
  const sizes = built.output.map((file) => {
    const content = file.type === "chunk" ? file.code : file.source;
    return [file.fileName, gzipSync(content).length] as const;
  });
  const sum = (names: RegExp) =>
    sizes.filter(([name]) => names.test(name)).reduce((total, [, size]) => total + size, 0);
  expect(sum(/^assets\/.*\.js$/), JSON.stringify(sizes)).toBeGreaterThan(0);
  expect(sum(/^assets\/.*\.js$/), JSON.stringify(sizes)).toBeLessThan(SCRIPT_LIMIT);
  expect(sum(/^assets\/.*\.(js|css)$|\.html$/), JSON.stringify(sizes)).toBeLessThan(WHOLE_LIMIT);
}, 60_000);
