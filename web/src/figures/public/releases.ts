/** Which release is which: the newest, the last revision of each, the one that an address names. */
import type { EarlierRevision, Release, ReleaseItem } from "../../api/releases";
import { laterFirst } from "./periods";

/** The last revision of each release, those of the latest months first; of the same months, the last published. */
export function lastRevisions(items: readonly ReleaseItem[]): readonly ReleaseItem[] {
  const last = new Map<string, ReleaseItem>();
  for (const item of items) {
    const known = last.get(item.id);
    if (known === undefined || item.revision > known.revision) last.set(item.id, item);
  }
  return [...last.values()].sort((a, b) => laterFirst(a.period, b.period) || b.position - a.position);
}

/** All revisions of a release, the last first. */
export function revisionsOf(items: readonly ReleaseItem[], id: string): readonly ReleaseItem[] {
  return items.filter((item) => item.id === id).sort((a, b) => b.revision - a.revision);
}

/** The release that an address names: the newest where it names none. */
export function namedBy(
  items: readonly ReleaseItem[],
  id: string | null,
  revision: number | null,
): ReleaseItem | undefined {
  if (id === null) return lastRevisions(items)[0];
  const revisions = revisionsOf(items, id);
  return revision === null ? revisions[0] : revisions.find((item) => item.revision === revision);
}

/** What a revision said of the country, and how that differs from the revision before it. */
export interface Told {
  readonly revision: number;
  /** The day on which it was computed. */
  readonly asOf: string;
  readonly count: number;
  readonly fatal: number;
  /** Null in the first revision. */
  readonly changed: { readonly count: number; readonly fatal: number } | null;
}

/** The release itself and the revisions before it, the last first. */
export function toldBy({ revision, as_of, total, history }: Release): readonly Told[] {
  const own: EarlierRevision = { revision, as_of, count: total.count, fatal: total.fatal, position: 0 };
  const all = [...history, own];
  return all
    .map((one, index): Told => {
      const before = all[index - 1];
      const changed =
        before === undefined ? null : { count: one.count - before.count, fatal: one.fatal - before.fatal };
      return { revision: one.revision, asOf: one.as_of, count: one.count, fatal: one.fatal, changed };
    })
    .reverse();
}

/** Who signed: the name of the key in the last line of a signed note; null where there is none. */
export function signerOf(note: string): string | null {
  return /^\u2014 (\S+) \S+\s*$/m.exec(note)?.[1] ?? null;
}
