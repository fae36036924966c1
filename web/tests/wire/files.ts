/**
 * Files that come in over the wire: what the real program answered to those of `e2e/support/files.ts`, kept in
 * `recorded/files.json`; `e2e/record.spec.ts` writes it. How far a file has come is played: once checking, once recording.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FOREIGN, SDMX, SERIES, WRONG, WRONG_SERIES } from "../../e2e/support/files";
import type { ImportItem, Job, RecordedFile, Series } from "../../src/api/imports";
import type { Account } from "./data";
import { type Answer, forbidden } from "./figures";

/** Of an answer with words for people, each language. */
export type InLanguages = Readonly<Record<string, Answer>>;

export interface RecordedFiles {
  /** To a file of injuries, at once. */
  readonly begun: Answer;
  /** What it came to: brought again, refused for its cells, not readable. */
  readonly ended: Readonly<Record<"again" | "wrong" | "foreign", InLanguages>>;
  /** A mapping file that is none. */
  readonly misread: InLanguages;
  readonly imports: { readonly items: readonly ImportItem[] } & object;
  readonly series: { readonly items: readonly Series[] } & object;
  readonly taken: Readonly<Record<"series" | "sdmx", Answer>>;
  readonly refused: Readonly<Record<"series" | "unsaid" | "release", InLanguages>>;
}

export interface AskedOfFiles {
  readonly method: string;
  /** What follows `imports` or `series`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** The body as it came. */
  readonly text: string;
  readonly language: string;
  readonly account: Account;
}

const NOT_FOUND: Answer = {
  status: 404,
  body: { type: "https://saqta.dev/problems/not-found", title: "Not found", status: 404 },
};

export class WireFiles {
  /** What is not taken twice by the last file: as many rows as are said to be new. */
  private readonly recorded: RecordedFiles = JSON.parse(
    readFileSync(join(import.meta.dirname, "recorded/files.json"), "utf8"),
  );
  private readonly jobs = new Map<string, { asked: number; readonly ends: (language: string) => Job }>();
  private known = new Set<string>();
  private imports: ImportItem[] = [...this.recorded.imports.items];
  private series: Series[] = [...this.recorded.series.items];
  /** While true, nothing has come in yet. */
  none = false;

  answerImports(asked: AskedOfFiles): Answer {
    const { method, path, account, language } = asked;
    if (!account.permissions.includes("register.import")) return forbidden;
    const [id, step] = path;
    if (id === undefined) return method === "POST" ? this.bring(asked) : this.listed();
    if (step === "withdraw") return this.withdraw(id);
    const job = this.jobs.get(id);
    if (job === undefined) return NOT_FOUND;
    job.asked += 1;
    const end = job.ends(language);
    if (job.asked === 1) return { status: 200, body: { ...this.job(id, end.name), done: 1 } };
    if (job.asked === 2 && end.state === "completed") {
      return { status: 200, body: { ...this.job(id, end.name), state: "recording", done: 1, rows: 2 } };
    }
    return { status: 200, body: end };
  }

  private listed(): Answer {
    return { status: 200, body: { ...this.recorded.imports, items: this.none ? [] : this.imports } };
  }

  private job(id: string, name: string | null): Job {
    return { ...(this.recorded.begun.body as Job), id, name };
  }

  private bring({ query, text, language, account }: AskedOfFiles): Answer {
    const mapping = query.get("mapping");
    if (mapping !== null && !mapping.includes("=")) return inLanguage(this.recorded.misread, language);
    const id = randomUUID();
    const name = query.get("name");
    const how = text === WRONG ? "wrong" : text === FOREIGN ? "foreign" : "again";
    const isNew = how === "again" && !this.known.has(text);
    if (how === "again") {
      this.known.add(text);
      const rows = text.trim().split("\n").length - 1;
      const by = { id: account.id, name: account.name };
      const item = { id: randomUUID(), name, stage: "completed", at: new Date().toISOString(), by, rows, sha256: id };
      this.imports = [item, ...this.imports];
    }
    const ends = (language: string): Job => {
      const end = { ...(inLanguage(this.recorded.ended[how], language).body as Job), id, name };
      const { outcome } = end;
      return isNew && outcome !== null ? { ...end, outcome: { ...outcome, recorded: 2, unchanged: 0 } } : end;
    };
    this.jobs.set(id, { asked: 0, ends });
    return { status: 202, body: this.job(id, name) };
  }

  private withdraw(id: string): Answer {
    if (!this.imports.some((item) => item.id === id)) return NOT_FOUND;
    this.imports = this.imports.map((item) => (item.id === id ? { ...item, stage: "withdrawn" } : item));
    return { status: 204, body: {} };
  }

  answerSeries({ method, text, query, language, account }: AskedOfFiles): Answer {
    if (method === "GET") {
      if (!account.permissions.includes("figures.view")) return forbidden;
      return { status: 200, body: { ...this.recorded.series, items: this.none ? [] : this.series } };
    }
    if (!account.permissions.includes("series.record")) return forbidden;
    if (text === WRONG_SERIES) return inLanguage(this.recorded.refused.series, language);
    if (text === SDMX && !query.has("id")) return inLanguage(this.recorded.refused.unsaid, language);
    const answer = this.recorded.taken[text === SDMX ? "sdmx" : "series"];
    for (const { id, version } of (answer.body as RecordedFile).series) {
      if (this.series.some((one) => one.id === id)) continue;
      const cells = [{ period: "2026", value: 6_900_000 }];
      const words = { counter: "bns", unit: "employees", source: "Synthetic yearbook", published: "2027-02-01" };
      this.series = [...this.series, { id, version, ...words, cells }];
    }
    return text === SERIES || text === SDMX ? answer : NOT_FOUND;
  }

  /** A revision before enough reports have changed. */
  refusedRelease(language: string): Answer {
    return inLanguage(this.recorded.refused.release, language);
  }
}

function inLanguage(answers: InLanguages, language: string): Answer {
  const answer = answers[language] ?? answers.en;
  if (answer === undefined) throw new Error("nothing is recorded in English");
  return answer;
}
