import { describe, expect, it } from "vitest";
import { bundlesFor, LANGUAGES } from "../common/catalogues";
import { FLAGS, flagWord } from "./words";

describe("the words of flags", () => {
  it.each(LANGUAGES)("in %s are there for each flag that the screens know, and for no other", (language) => {
    const [bundle] = bundlesFor(language);
    const written = [...(bundle?._messages.keys() ?? [])].filter((id) => id.startsWith("flag-"));
    expect(written.sort()).toEqual([...FLAGS].map((flag) => `flag-${flag}`).sort());
  });

  it("show a flag from a newer server as it came", () => {
    expect(flagWord((id) => `said ${id}`, "late")).toBe("said flag-late");
    expect(flagWord((id) => `said ${id}`, "haunted")).toBe("haunted");
  });
});
