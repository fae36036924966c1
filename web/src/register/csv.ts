/** Injuries as CSV: the codes under the names that the API and the import know, then words for whoever only reads. */
import type { Injury } from "../api/injuries";
import { toCsv } from "../common/csv";
import { FIELDS, type Field, type Speaker, valueWords } from "./words";

const IN_WORDS: readonly Field[] = ["kind", "outcome", "cause", "site", "region", "deviation"];

export function injuriesCsv(speaker: Speaker, injuries: readonly Injury[]): string {
  const head = ["id", "position", "sources", ...FIELDS, ...IN_WORDS.map((field) => speaker.t(`field-${field}`))];
  const rows = injuries.map((injury) => [
    injury.id,
    String(injury.position),
    injury.sources.join(" "),
    ...FIELDS.map((field) => String(injury[field] ?? "")),
    ...IN_WORDS.map((field) => valueWords(speaker, injury, field) ?? ""),
  ]);
  return toCsv([head, ...rows]);
}
