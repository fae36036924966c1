// Writes `../generated/texts.ts` out of `locales/{kk,ru,en}/press.ftl`: each language's messages in one string, the ids
// once. A phone on a weak link loads a third less, and needs no reader of Fluent. Run it after every change of a
// catalogue: `node src/press/build/texts.mjs`; a test fails while the two differ.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "@fluent/syntax";

const LANGUAGES = ["kk", "ru", "en"];
const PREFIX = "press-";
const here = import.meta.dirname;

/** The messages of a catalogue as `[id without its prefix, text]`; a value that is put in is written `{name}`. */
export function messages(source, name) {
  return parse(source, {}).body.flatMap((entry) => {
    if (entry.type === "Junk") throw new Error(`${name}: ${entry.annotations[0]?.message}: ${entry.content}`);
    if (entry.type !== "Message") return [];
    const id = entry.id.name;
    if (!id.startsWith(PREFIX) || !entry.value) throw new Error(`${name}: ${id}: not a message of this page`);
    return [[id.slice(PREFIX.length), entry.value.elements.map((part) => textOf(part, `${name}: ${id}`)).join("")]];
  });
}

function textOf(part, where) {
  if (part.type === "TextElement" && !/[\n{}]/.test(part.value)) return part.value;
  if (part.type === "Placeable" && part.expression.type === "VariableReference") return `{${part.expression.id.name}}`;
  throw new Error(`${where}: the press page reads only one line of text with { $values }`);
}

/** The generated module's text. `sources`: language to catalogue. */
export function generate(sources) {
  const read = LANGUAGES.map((language) => [language, messages(sources[language], `locales/${language}/press.ftl`)]);
  const ids = read[1][1].map(([id]) => id);
  const lines = read.map(([language, all]) => {
    const texts = new Map(all);
    const odd = [...ids.filter((id) => !texts.has(id)), ...[...texts.keys()].filter((id) => !ids.includes(id))];
    if (odd.length > 0)
      throw new Error(`locales/${language}/press.ftl: not the same messages as ru: ${odd.join(", ")}`);
    return `  ${language}: ${JSON.stringify(ids.map((id) => texts.get(id)).join("\n"))},`;
  });
  return [
    "// Written by src/press/build/texts.mjs out of locales/*/press.ftl. Do not edit.",
    `export const IDS = ${JSON.stringify(ids.join(" "))};`,
    "export const TEXTS = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

export function readSources() {
  const file = (language) => resolve(here, `../../../../locales/${language}/press.ftl`);
  return Object.fromEntries(LANGUAGES.map((language) => [language, readFileSync(file(language), "utf8")]));
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(resolve(here, "../generated/texts.ts"), generate(readSources()));
