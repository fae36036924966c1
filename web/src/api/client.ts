/**
 * The one door to the HTTP API.
 *
 * Cast: `Api` has a method per endpoint the screens use; a `Refused` is an answer with a problem in it; an
 * `Unreachable` means that no answer came, so that nobody knows whether the server acted.
 */
import { problemOf, Refused, retryAfterOf, Unreachable } from "./answer";
import type { Account, Alarm, AlarmWithTimeline, Device, Factor, Outcome, Page, Session, Site, Zone } from "./types";
import { type Upload, upload } from "./upload";

export { Refused, Unreachable };

export type Step = "acknowledge" | "respond" | "attend" | "release";
export type SituationStep = Exclude<Step, "release">;

export interface Closing {
  readonly outcome: Outcome;
  readonly factors: readonly Factor[];
  readonly note?: string;
}

export interface AlarmQuery {
  readonly state?: "open" | "closed";
  readonly site?: string;
  readonly limit?: number;
  readonly cursor?: string | null;
}

/** An answer that takes longer than this is treated as none: the guard must not wait for a hung connection. */
const ANSWER_WITHIN_MS = 10_000;

export class Api {
  private readonly language: () => string;
  private readonly base: string;

  constructor(language: () => string, base = "/api/v1") {
    this.language = language;
    this.base = base;
  }

  signIn(login: string, password: string): Promise<Session> {
    return this.send("POST", "/session", { login, password });
  }

  session(): Promise<Session> {
    return this.send("GET", "/session");
  }

  signOut(): Promise<void> {
    return this.send("DELETE", "/session");
  }

  alarms(query: AlarmQuery): Promise<Page<Alarm>> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== null && value !== "") parameters.set(name, String(value));
    }
    return this.send("GET", `/alarms?${parameters}`);
  }

  alarm(id: string): Promise<AlarmWithTimeline> {
    return this.send("GET", `/alarms/${encodeURIComponent(id)}`);
  }

  step(id: string, step: Step): Promise<Alarm> {
    return this.send("POST", `/alarms/${encodeURIComponent(id)}/${step}`, {});
  }

  stepSituation(situation: string, step: SituationStep): Promise<{ situation: string; changed: number }> {
    return this.send("POST", `/situations/${encodeURIComponent(situation)}/${step}`, {});
  }

  close(id: string, closing: Closing): Promise<Alarm> {
    return this.send("POST", `/alarms/${encodeURIComponent(id)}/close`, closing);
  }

  note(id: string, note: string): Promise<Alarm> {
    return this.send("POST", `/alarms/${encodeURIComponent(id)}/note`, { note });
  }

  reopen(id: string): Promise<Alarm> {
    return this.send("POST", `/alarms/${encodeURIComponent(id)}/reopen`, {});
  }

  sites(): Promise<readonly Site[]> {
    return this.all<Site>("/sites");
  }

  zones(): Promise<readonly Zone[]> {
    return this.all<Zone>("/zones");
  }

  devices(): Promise<readonly Device[]> {
    return this.all<Device>("/devices");
  }

  reportFault(what: string, since: string): Promise<void> {
    return this.send("POST", "/client/faults", { what, since });
  }

  /** Every page of a directory list. */
  protected async all<Item>(path: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: "500" });
      if (cursor !== null) query.set("cursor", cursor);
      const page: Page<Item> = await this.send("GET", `${path}?${query}`);
      items.push(...page.items);
      cursor = page.next ?? null;
    } while (cursor !== null);
    return items;
  }

  protected async send<Answer>(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
    within = ANSWER_WITHIN_MS,
  ): Promise<Answer> {
    return answerIn(await this.ask(method, path, body, more, within));
  }

  /** A file, as the body. */
  protected async sendFile<Answer>(path: string, file: Blob, watch: Upload): Promise<Answer> {
    return answerIn(await upload(this.base + path, file, this.language(), watch));
  }

  /** A file that is plain text. */
  protected read(path: string): Promise<string> {
    return this.ask("GET", path, undefined, { Accept: "text/plain" });
  }

  private async ask(
    method: string,
    path: string,
    body: unknown,
    more: Record<string, string>,
    within = ANSWER_WITHIN_MS,
  ): Promise<string> {
    const headers: Record<string, string> = { Accept: "application/json", ...more, "Accept-Language": this.language() };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.base + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: "same-origin",
        cache: "no-store",
        signal: AbortSignal.timeout(within),
      });
      text = await response.text();
    } catch (cause) {
      throw new Unreachable(cause);
    }
    if (response.ok) return text;
    throw new Refused(problemOf(response.status, text), retryAfterOf(response.headers.get("Retry-After")));
  }
}

function answerIn<Answer>(text: string): Answer {
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

/** Whether any of the account's rights lets it do `action`; the server decides again for each alarm's site. */
export function may(session: Session, action: string): boolean {
  return session.permissions.includes(action);
}

/** The name to show for an account. */
export function accountName(account: Account): string {
  return account.name ?? account.login;
}
