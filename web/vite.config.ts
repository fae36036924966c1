import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = import.meta.dirname;

/**
 * Puts `dist/.gitkeep` back after each build empties the folder. The Rust program embeds `dist`; if the
 * folder were missing in a fresh clone, cargo would relink the program on every build.
 */
function keepDistFolder(): Plugin {
  return {
    name: "saqta:keep-dist-folder",
    apply: "build",
    closeBundle() {
      writeFileSync(resolve(here, "dist/.gitkeep"), "");
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [react(), keepDistFolder()],
  server: { fs: { allow: [resolve(here, "..")] } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // Chrome 109 is the last one for Windows 7 and 8.1, which hospitals still run.
    target: "chrome109",
    cssTarget: "chrome109",
    // Every browser above the floor preloads modules by itself; the press page has no bytes to spare.
    modulePreload: { polyfill: false },
    // A strict content security policy allows files, not data addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      input: {
        index: resolve(here, "index.html"),
        press: resolve(here, "press.html"),
        demo: resolve(here, "demo.html"),
        work: resolve(here, "work.html"),
      },
    },
  },
  worker: { format: "es" },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 10_000,
  },
});
