/**
 * The register of injuries over the API.
 *
 * Cast: `InjuryDetails` is what is known of an injury, without who was hurt; an `Injury` is one as the register counts
 * it; an `InjuryReport` is one saying of it, never overwritten. What is absent is not known.
 */
import { Api } from "./client";
import type { ImportItem, Job } from "./imports";
import type { Page, Person } from "./types";
import type { Upload } from "./upload";

export interface InjuryDetails {
  readonly source?: string | null;
  readonly site?: string | null;
  readonly region?: string | null;
  readonly employer?: string | null;
  readonly host?: string | null;
  readonly activity?: string | null;
  /** `2026-11-22`, by the clock of the place. */
  readonly date?: string | null;
  readonly hour?: number | null;
  /** `2026-11`, for whoever may not see the day. */
  readonly month?: string | null;
  readonly reported?: string | null;
  readonly kind?: string | null;
  readonly outcome?: string | null;
  readonly severe?: boolean | null;
  readonly days_lost?: number | null;
  readonly days_restricted?: number | null;
  readonly cause?: string | null;
  readonly deviation?: string | null;
  readonly contact?: string | null;
  readonly injury_type?: string | null;
  readonly body_part?: string | null;
  readonly sex?: string | null;
  readonly age?: string | null;
}

export interface Injury extends InjuryDetails {
  readonly id: string;
  /** The journal position of its first report. */
  readonly position: number;
  readonly sources: readonly string[];
}

export interface InjuryReport {
  readonly position: number;
  readonly at: string;
  readonly by: Person | null;
  readonly import: string | null;
  readonly number: string | null;
  /** Null when the report takes the injury out of the count. */
  readonly details: InjuryDetails | null;
}

/** Somebody opened what one report says of who was hurt. */
export interface InjuryOpening {
  readonly position: number;
  readonly at: string;
  readonly by: Person | null;
  /** Null once whoever gave it is erased. */
  readonly reason: string | null;
  /** The position of the report that was opened. */
  readonly report: number;
}

/** Who was hurt was erased, for ever. After a restore of an older backup nobody is named. */
export type InjuryErasure = Omit<InjuryOpening, "report">;

export interface InjuryWithReports extends Injury {
  readonly reports: readonly InjuryReport[];
  /** Whether any report says who was hurt. */
  readonly injured_is_said: boolean;
  /** Oldest first. */
  readonly openings: readonly InjuryOpening[];
  readonly erasure: InjuryErasure | null;
}

/** Who was hurt. Sealed on the server; opening it is an event. */
export interface Injured {
  readonly name?: string;
  readonly iin?: string;
  readonly born?: string;
  readonly occupation?: string;
  readonly circumstances?: string;
}

/** What one report said of who was hurt, opened; each opening is an event. */
export interface OpenedInjured {
  readonly position: number;
  /** The key was destroyed: nobody can read it any more. */
  readonly erased: boolean;
  readonly name: string | null;
  readonly iin: string | null;
  readonly born: string | null;
  readonly occupation: string | null;
  readonly circumstances: string | null;
}

export interface InjuryToReport extends InjuryDetails {
  readonly number?: string;
  readonly alarm?: string;
  readonly injured?: Injured;
}

export interface Recorded {
  readonly id: string;
  readonly change: string;
  readonly position: number;
}

export interface InjuryQuery {
  readonly period?: string;
  readonly region?: string;
  readonly site?: string;
  readonly kind?: string;
  readonly outcome?: string;
  readonly limit?: number;
  readonly cursor?: string | null;
}

/** As many characters of a file's name as the server keeps. */
const LONGEST_NAME = 200;

export class RegisterApi extends Api {
  injuries(query: InjuryQuery): Promise<Page<Injury>> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== null && value !== "") parameters.set(name, String(value));
    }
    return this.send("GET", `/injuries?${parameters}`);
  }

  injury(id: string): Promise<InjuryWithReports> {
    return this.send("GET", `/injuries/${encodeURIComponent(id)}`);
  }

  draftOf(alarm: string): Promise<InjuryDetails> {
    return this.send("GET", `/injuries/draft?alarm=${encodeURIComponent(alarm)}`);
  }

  /** The same key again is the same report: after a lost answer it may be sent once more. */
  report(injury: InjuryToReport, key: string): Promise<Recorded> {
    return this.send("POST", "/injuries", injury, { "Idempotency-Key": key });
  }

  revise(id: string, details: InjuryDetails, note: string | undefined): Promise<Recorded> {
    return this.send("POST", `/injuries/${encodeURIComponent(id)}/revise`, { ...details, note });
  }

  async open(id: string, reason: string): Promise<readonly OpenedInjured[]> {
    const { items } = await this.send<{ readonly items: readonly OpenedInjured[] }>(
      "POST",
      `/injuries/${encodeURIComponent(id)}/open`,
      { reason },
    );
    return items;
  }

  /** For ever, and for everybody. */
  erase(id: string, reason: string): Promise<void> {
    return this.send("POST", `/injuries/${encodeURIComponent(id)}/erase`, { reason });
  }

  withdraw(id: string, note: string): Promise<void> {
    return this.send("POST", `/injuries/${encodeURIComponent(id)}/withdraw`, { note });
  }

  /** Brings a file of injuries in; the answer comes once it is there, and `importJob` tells the rest. */
  bring(file: File, mapping: string, watch: Upload): Promise<Job> {
    const query = new URLSearchParams({
      name: file.name.slice(-LONGEST_NAME),
      ...(mapping.trim() === "" ? {} : { mapping }),
    });
    return this.sendFile(`/imports?${query}`, file, watch);
  }

  importJob(id: string): Promise<Job> {
    return this.send("GET", `/imports/${encodeURIComponent(id)}`);
  }

  /** Files that were brought in, the newest first. */
  async imports(): Promise<readonly ImportItem[]> {
    const { items }: Page<ImportItem> = await this.send("GET", "/imports");
    return items;
  }

  /** Nothing of it counts any more. */
  async withdrawImport(id: string): Promise<void> {
    await this.send("POST", `/imports/${encodeURIComponent(id)}/withdraw`);
  }
}
