import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(() => {
  cleanup();
  // Tests of what runs outside a page have none.
  globalThis.localStorage?.clear();
});
