/** The catalogues of the three languages agree with each other and with the code. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { type BaseNode, type Entry, parse, type Resource, type SelectExpression, Transformer } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { CLAIM_KINDS, VERDICTS } from "../../src/api/figures";
import { UNITS } from "../../src/api/imports";
import { FACTORS, HAPPENINGS, KINDS, OUTCOMES, STATES } from "../../src/api/types";

import { DIMENSIONS, VIEWS } from "../../src/figures/explore/filters";
import { AGES, CAUSES, ESAW, INJURY_KINDS, INJURY_OUTCOMES, SEXES, SOURCES } from "../../src/register/codes";
import { FIELDS } from "../../src/register/words";

const ROOT = resolve(import.meta.dirname, "../../..");
const LANGUAGES = ["kk", "ru", "en"] as const;
const FILES = [
  "common.ftl",
  "places.ftl",
  "console.ftl",
  "charts.ftl",
  "work.ftl",
  "codes.ftl",
  "esaw.ftl",
  "register-screens.ftl",
  "figures-screens.ftl",
  "tables.ftl",
  "public.ftl",
  "incoming.ftl",
  "publishing.ftl",
] as const;

type Language = (typeof LANGUAGES)[number];

const source = (language: Language, file: string) => readFileSync(join(ROOT, "locales", language, file), "utf8");
const resource = (language: Language, file: string): Resource => parse(source(language, file), {});

function messages(language: Language, file: string): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of resource(language, file).body) {
    if (entry.type === "Message") found.set((entry as { id: { name: string } } & Entry).id.name, entry);
  }
  return found;
}

/** The `$values` a message uses, and its selections on a number. */
function inside(node: BaseNode): { values: string[]; selections: SelectExpression[] } {
  const values = new Set<string>();
  const selections: SelectExpression[] = [];
  class Walk extends Transformer {
    override visitVariableReference(reference: BaseNode) {
      values.add((reference as unknown as { id: { name: string } }).id.name);
      return reference;
    }
    override visitSelectExpression(select: SelectExpression) {
      selections.push(select);
      return this.genericVisit(select);
    }
  }
  new Walk().visit(node.clone());
  return { values: [...values].sort(), selections };
}

describe.each(FILES)("%s", (file) => {
  it.each(LANGUAGES)("is read without errors in %s", (language) => {
    expect(resource(language, file).body.filter(({ type }) => type === "Junk")).toEqual([]);
    expect(new FluentBundle(language).addResource(new FluentResource(source(language, file)))).toEqual([]);
  });

  it.each(["kk", "ru"] as const)("has the same messages with the same values in %s as in English", (language) => {
    const ours = messages(language, file);
    const english = messages("en", file);
    expect([...ours.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [id, entry] of english) {
      const other = ours.get(id);
      if (other !== undefined) expect(inside(other).values, id).toEqual(inside(entry).values);
    }
  });

  it.each(LANGUAGES)("knows every plural form of %s where it counts", (language) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [id, entry] of messages(language, file)) {
      for (const { variants } of inside(entry).selections) {
        const keys = variants.map(({ key }) => (key.type === "Identifier" ? key.name : key.value));
        if (!keys.includes("one")) continue;
        expect(keys.filter((key) => !/^\d/.test(key)).sort(), `${id} in ${language}`).toEqual([...wanted].sort());
      }
    }
  });
});

describe("the code", () => {
  const code = filesBelow(join(ROOT, "web/src"))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !/src\/(press|stage)\//.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const english = new Set(FILES.flatMap((file) => [...messages("en", file).keys()]));

  it("asks for no message that is missing", () => {
    const asked = [...code.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.length).toBeGreaterThan(50);
    expect([...new Set(asked)].filter((id) => !english.has(id))).toEqual([]);
  });

  it.each([
    "console.ftl",
    "charts.ftl",
    "work.ftl",
    "register-screens.ftl",
    "figures-screens.ftl",
    "public.ftl",
    "incoming.ftl",
    "publishing.ftl",
  ])("leaves no message of %s unused", (file) => {
    const prefixes = [...code.matchAll(/t\(`([a-z-]+)\$\{/g)].map((match) => match[1] ?? "");
    const literals = new Set([...code.matchAll(/"([a-z][a-z0-9-]+)"/g)].map((match) => match[1]));
    const unused = [...messages("en", file).keys()].filter(
      (id) =>
        !literals.has(id) &&
        !prefixes.some((prefix) => id.startsWith(prefix)) &&
        !(id.endsWith("-means") && prefixes.includes("verdict-")) &&
        !(id.endsWith("-detail") && literals.has(id.slice(0, -"-detail".length))),
    );
    expect(unused).toEqual([]);
  });

  it.each([
    ["kind", KINDS],
    ["state", STATES],
    ["outcome", OUTCOMES],
    ["factor", FACTORS],
    ["happened", HAPPENINGS],
    ["injury-source", SOURCES],
    ["injury-kind", INJURY_KINDS],
    ["injury-outcome", INJURY_OUTCOMES],
    ["injury-cause", CAUSES],
    ["injury-sex", SEXES],
    ["injury-age", AGES.map((age) => age.replace("+", ""))],
    ["esaw-deviation", ESAW.deviation],
    ["esaw-contact", ESAW.contact],
    ["esaw-type", ESAW.type],
    ["esaw-part", ESAW.part],
    ["verdict", VERDICTS],
    ["claim", CLAIM_KINDS],
    ["field", FIELDS],
    ["explore-view", VIEWS],
    ["explore-by", DIMENSIONS],
    ["unit", UNITS],
    ["imports-stage", ["open", "completed", "withdrawn"]],
  ] as const)("has a word for every %s", (prefix, values) => {
    expect(values.map((value) => `${prefix}-${value}`).filter((id) => !english.has(id))).toEqual([]);
  });
});

describe("the codes of an injury", () => {
  const domain = (file: string) => readFileSync(join(ROOT, "crates/domain/src/injury", file), "utf8");

  it.each([
    ["Reporter", SOURCES],
    ["InjuryKind", INJURY_KINDS],
    ["InjuryOutcome", INJURY_OUTCOMES],
    ["Cause", CAUSES],
    ["Sex", SEXES],
    ["AgeBand", AGES],
  ] as const)("are those of the domain: %s", (name, ours) => {
    const list = new RegExp(`^    ${name} \\{(.*?)^    \\}`, "ms").exec(domain("words.rs"))?.[1] ?? "";
    const theirs = [...list.matchAll(/= "([^"]+)"/g)].map((match) => match[1]);
    expect([...ours]).toEqual(theirs);
  });

  it.each([
    ["Deviation", 2, ESAW.deviation],
    ["Contact", 2, ESAW.contact],
    ["InjuryType", 3, ESAW.type],
    ["BodyPart", 2, ESAW.part],
  ] as const)("are those of the domain: %s", (name, width, ours) => {
    const list = new RegExp(`${name}, "[^"]+", ${width}, \\[([^\\]]+)\\]`).exec(domain("esaw.rs"))?.[1] ?? "";
    const theirs = [...list.matchAll(/\d+/g)].map((match) => match[0].padStart(width, "0"));
    expect([...ours]).toEqual(theirs);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
