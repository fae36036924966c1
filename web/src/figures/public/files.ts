/** The files of a release, by what they are good for. */

import type { PublishedFile, ReleaseItem } from "../../api/releases";
import type { Language } from "../../api/types";

export const GROUPS = ["read", "sheet", "sentence", "data", "offices", "proof", "other"] as const;
export type Group = (typeof GROUPS)[number];

export interface ReleaseFile {
  readonly name: string;
  readonly group: Group;
  readonly href: string;
  /** The language that it is in; null where it is in all or none. */
  readonly language: Language | null;
  /** Of which table it is, as `region`; null where it is of none. */
  readonly table: string | null;
  /** In bytes; null where it is not kept but made when asked for. */
  readonly size: number | null;
}

/** The log's signature is none of the files that it signs, so no list has it. */
const NOTE = "release.note";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const TABLES = ["total", "region", "section", "kind", "cause", "sex", "age", "month"];

export function filesOf({ files, href }: Pick<ReleaseItem, "files" | "href">): readonly ReleaseFile[] {
  const kept = Object.entries(files).map(([name, { size }]: [string, PublishedFile]) => fileOf(name, href, size));
  return [...kept, fileOf(NOTE, href, null)].sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name));
}

function fileOf(name: string, href: string, size: number | null): ReleaseFile {
  const [, stem, language, ending] = /^(.+?)(?:-(kk|ru|en))?\.([a-z.]+)$/.exec(name) ?? [];
  const group = groupOf(name, stem, ending);
  return {
    name,
    group,
    href: `${href}/${encodeURIComponent(name)}`,
    language: LANGUAGES.find((one) => one === language) ?? null,
    table: (group === "data" || group === "offices") && ending !== "json" ? (stem ?? null) : null,
    size,
  };
}

function groupOf(name: string, stem: string | undefined, ending: string | undefined): Group {
  if (name === NOTE || name === "release.json") return "proof";
  if (name === "csvw.json" || ending === "csv") return "data";
  if (ending === "sdmx.csv") return "offices";
  if (ending === "pdf") return "read";
  if (ending === "xlsx") return "sheet";
  return stem === "sentence" ? "sentence" : "other";
}

/** Languages as everywhere; the country before its parts; what describes tables after them. */
function placeOf({ group, language, table }: ReleaseFile): number {
  const among =
    language !== null ? LANGUAGES.indexOf(language) : table !== null ? TABLES.indexOf(table) : TABLES.length;
  return GROUPS.indexOf(group) * 100 + (among < 0 ? TABLES.length : among);
}
