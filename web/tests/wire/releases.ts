/**
 * Releases over the wire: what the real program answered after it had published three revisions of two synthetic quarters,
 * kept in `recorded/releases`: the list, the signatures, the answers to what is not there, and the files by their SHA-256.
 * Of the earlier revisions only `release.json` is kept. `e2e/record.spec.ts` writes all of it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReleaseItem } from "../../src/api/releases";

export interface RecordedReleases {
  readonly list: { readonly items: readonly ReleaseItem[] } & object;
  /** By id and revision, as `kz-2025-q1/2`. */
  readonly notes: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly unknown: object;
  /** A file that is not on the shelf as it was published. */
  readonly lost: object;
}

export interface FileAnswer {
  readonly status: number;
  readonly type: string;
  readonly disposition: string | null;
  readonly body: Buffer;
}

const FOLDER = join(import.meta.dirname, "recorded/releases");
const NOTE = "release.note";

export class WireReleases {
  /** While true, nothing has been published. */
  none = false;
  /** While true, the files of releases are gone from the shelf. */
  lost = false;
  private readonly recorded: RecordedReleases = JSON.parse(readFileSync(join(FOLDER, "index.json"), "utf8"));
  private items: readonly ReleaseItem[] = this.recorded.list.items;

  /** Whether there is a release of these months. */
  has(period: string): boolean {
    return !this.none && this.items.some((item) => item.period === period);
  }

  /** The first revision of a release, with the files of the newest that was recorded. */
  publish(id: string, period: string): ReleaseItem {
    const [newest] = this.recorded.list.items;
    if (newest === undefined) throw new Error("no release is recorded");
    const href = newest.href.replace(/[^/]+\/\d+$/, `${id}/1`);
    const item = { ...newest, id, period, revision: 1, published_at: new Date().toISOString(), href };
    this.items = [item, ...(this.none ? [] : this.items)];
    this.none = false;
    return item;
  }

  /** `path`: what follows `figures/releases`. */
  answer([id, revision, name]: readonly string[], query: URLSearchParams): FileAnswer {
    if (id === undefined) return json(200, { ...this.recorded.list, items: this.none ? [] : this.items });
    const wanted = revision ?? query.get("revision");
    const item = this.items.find((one) => one.id === id && (wanted === null || String(one.revision) === wanted));
    if (item === undefined || this.none) return problem(404, this.recorded.unknown);
    return this.file(item, name ?? "release.json");
  }

  private file(item: ReleaseItem, name: string): FileAnswer {
    const note = this.recorded.notes[`${item.id}/${item.revision}`];
    if (name === NOTE && note !== undefined) {
      return { status: 200, type: "text/plain; charset=utf-8", disposition: null, body: Buffer.from(note) };
    }
    if (this.lost) return problem(503, this.recorded.lost);
    const path = join(FOLDER, item.files[name]?.sha256 ?? "none");
    if (!existsSync(path)) return problem(404, this.recorded.unknown);
    const { type = "", disposition = null } = this.recorded.headers[name] ?? {};
    const stem = `${item.id}-r${item.revision}-`;
    return { status: 200, type, disposition: disposition?.replace("ID-", stem) ?? null, body: readFileSync(path) };
  }
}

function json(status: number, body: object): FileAnswer {
  return { status, type: "application/json", disposition: null, body: Buffer.from(JSON.stringify(body)) };
}

function problem(status: number, body: object): FileAnswer {
  return { ...json(status, body), type: "application/problem+json" };
}
