import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import enCommon from "../../../locales/en/common.ftl?raw";
import kkCommon from "../../../locales/kk/common.ftl?raw";
import ruCommon from "../../../locales/ru/common.ftl?raw";
import { generate, messages, readSources } from "./build/texts.mjs";
import generated from "./generated/texts.ts?raw";
import { pickLanguage, speech } from "./language";
import { LANGUAGES, type Language } from "./wire";

const SOURCES = readSources() as Record<Language, string>;
const COMMON = { kk: kkCommon, ru: ruCommon, en: enCommon };

function bundle(language: Language, source: string): FluentBundle {
  const full = new FluentBundle(language, { useIsolating: false });
  expect(full.addResource(new FluentResource(source))).toEqual([]);
  return full;
}

const placeables = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).sort();

describe("the press page's words", () => {
  it("are generated from the catalogues as they stand: run `node src/press/build/texts.mjs`", () => {
    expect(generated).toBe(generate(SOURCES));
  });

  it.each(LANGUAGES)("in %s are what the full reader of Fluent makes of the catalogue", (language) => {
    const full = bundle(language, SOURCES[language]);
    const { say } = speech(language, null);
    for (const [id, text] of messages(SOURCES[language], language)) {
      const values = Object.fromEntries(placeables(text).map((name) => [name, `<${name}>`]));
      const theirs = full.formatPattern(full.getMessage(`press-${id}`)?.value ?? "", values);
      expect(say(id, values), id).toBe(theirs);
    }
  });

  it("take the same values in each language", () => {
    const shape = (language: Language) =>
      messages(SOURCES[language], language).map(([id, text]) => [id, placeables(text)]);
    expect(shape("kk")).toEqual(shape("ru"));
    expect(shape("en")).toEqual(shape("ru"));
  });

  it.each(LANGUAGES)("call assist in %s what every other screen calls it", (language) => {
    const common = bundle(language, COMMON[language]);
    expect(speech(language, null).say("assist")).toBe(
      common.formatPattern(common.getMessage("kind-assist")?.value ?? ""),
    );
  });

  it("show an unknown message by its id, never as nothing", () => {
    expect(speech("kk", null).say("no-such-message")).toBe("no-such-message");
  });

  it("refuse a catalogue that the page could not read", () => {
    const plural = "press-x = { $n ->\n    [one] one\n   *[other] many\n }\n";
    expect(() => messages(plural, "ru")).toThrow(/only one line/);
    expect(() => generate({ ...SOURCES, kk: "press-help = Көмек\n" })).toThrow(/not the same messages/);
  });
});

describe("the language", () => {
  it("is the one chosen here, else the person's, else the browser's, else the site's, else Russian", () => {
    expect(pickLanguage("en", "kk", ["ru"], "kk")).toBe("en");
    expect(pickLanguage(null, "kk", ["ru"], "en")).toBe("kk");
    expect(pickLanguage(null, null, ["de-DE", "kk-KZ"], "ru")).toBe("kk");
    expect(pickLanguage(null, null, ["de"], "kk")).toBe("kk");
    expect(pickLanguage(null, null, ["de"], null)).toBe("ru");
  });

  it("tells the time by the site's clock, and survives a time zone it does not know", () => {
    expect(speech("ru", "Asia/Almaty").time("2026-01-15T04:05:00Z")).toBe("09:05");
    expect(speech("ru", "Mars/Olympus").time("2026-01-15T04:05:00Z")).toMatch(/^\d\d:\d\d$/);
  });
});
