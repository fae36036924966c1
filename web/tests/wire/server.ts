/**
 * A small server that speaks the contract on a real port: JSON over HTTP, problems, cookies, SSE with heads.
 *
 * It exists so that the screens can be tested at the edge, with real requests and a real stream, without building the
 * Rust program. All people and places in it are synthetic. It decides as little as possible: transitions, positions,
 * one stream. `tests/wire/data.ts` holds its hospital.
 */
import { randomUUID } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Alarm, Factor, Happening, Outcome, Person, State, TimelineItem } from "../../src/api/types";
import { ACCOUNTS, type Account, PASSWORD, SITES, ZONES } from "./data";
import { type Answer, checked, figuresOf, forbidden } from "./figures";
import { WireFiles } from "./files";
import { WireRegister } from "./register";
import { type FileAnswer, WireReleases } from "./releases";

interface Stored {
  alarm: Alarm;
  timeline: TimelineItem[];
}

interface Change {
  readonly note?: string | null;
  readonly said?: object;
  readonly patch: Partial<Alarm>;
}

const STEPS: Record<string, { to: State; happening: Happening; from: readonly State[] }> = {
  acknowledge: { to: "acknowledged", happening: "acknowledged", from: ["raised"] },
  respond: { to: "responding", happening: "responding", from: ["raised", "acknowledged"] },
  attend: { to: "attended", happening: "attended", from: ["raised", "acknowledged", "responding"] },
  close: { to: "closed", happening: "closed", from: ["raised", "acknowledged", "responding", "attended"] },
  release: { to: "raised", happening: "released", from: ["acknowledged", "responding", "attended"] },
  reopen: { to: "raised", happening: "reopened", from: ["closed"] },
};

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const PAGES: Record<string, string> = {
  "/": "index.html",
  "/console": "index.html",
  "/press": "press.html",
  "/demo": "demo.html",
};

/** As strict as the program's own, so that a screen that needs more fails here first. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'";

export class WireServer {
  readonly faults: { what: string; since: string }[] = [];
  private position = 0;
  readonly register = new WireRegister(
    () => ++this.position,
    (id) => this.alarms.get(id)?.alarm,
  );
  readonly releases = new WireReleases();
  readonly files = new WireFiles();
  private readonly alarms = new Map<string, Stored>();
  private readonly sessions = new Map<string, Account>();
  private readonly streams = new Set<ServerResponse>();
  private readonly log: { position: number; text: string }[] = [];
  private readonly server: Server;
  private readonly heartbeat: ReturnType<typeof setInterval>;
  /** While true, streams stay open and say nothing, and new ones get no answer. */
  silent = false;
  /** While true, every request is cut off, as when the server is down. */
  down = false;
  /** While true, lists say that they may lack the newest changes. */
  behind = false;
  /** Lists hold at most this many items a page. */
  pageLimit = 1_000;

  constructor(private readonly dist: string | null = null) {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
    this.heartbeat = setInterval(() => this.head(), 1_000);
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>((done) => this.server.listen(port, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    clearInterval(this.heartbeat);
    this.dropStreams();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Forgets all alarms; positions go on growing, as in a real journal. */
  clear(): void {
    for (const { alarm } of [...this.alarms.values()]) {
      if (alarm.state !== "closed") this.change(alarm.id, "closed", null, { patch: { state: "closed" } });
    }
    this.alarms.clear();
    this.faults.length = 0;
  }

  /** The alarms that are open now, as a list would have them. */
  open(): readonly Alarm[] {
    return [...this.alarms.values()].map(({ alarm }) => alarm).filter(({ state }) => state !== "closed");
  }

  get openStreams(): number {
    return this.streams.size;
  }

  endSessions(): void {
    this.sessions.clear();
    this.dropStreams();
  }

  dropStreams(): void {
    for (const stream of this.streams) stream.destroy();
    this.streams.clear();
  }

  raise(wish: Partial<Alarm> = {}): Alarm {
    const position = this.position + 1;
    const at = wish.raised_at ?? new Date().toISOString();
    const alarm: Alarm = {
      id: randomUUID(),
      state: "raised",
      kind: "panic",
      silent: false,
      origin: "device",
      site: "kostanay-ed",
      zone: "kostanay-triage",
      device: null,
      flags: [],
      situation: randomUUID(),
      raised_by: null,
      by: null,
      acknowledged_at: null,
      responding_at: null,
      attended_at: null,
      closed_at: null,
      outcome: null,
      factors: [],
      contested: false,
      repeats: 0,
      signal: null,
      pressed_at: null,
      ...wish,
      raised_at: at,
      position,
    };
    this.alarms.set(alarm.id, { alarm, timeline: [item(position, at, "raised", alarm.raised_by, {})] });
    this.publish("alarm.raised", { at, by: alarm.raised_by, alarm });
    return alarm;
  }

  step(id: string, step: string, by: Person | null, body: Record<string, unknown> = {}): Alarm | null {
    const stored = this.alarms.get(id);
    const known = STEPS[step];
    if (stored === undefined || known === undefined || !known.from.includes(stored.alarm.state)) return null;
    const { outcome: ended, factors = [] } = body as { outcome?: Outcome; factors?: Factor[] };
    const outcome = step === "close" ? { outcome: ended ?? null, factors } : {};
    return this.change(id, known.happening, by, {
      note: typeof body.note === "string" ? body.note : null,
      said: outcome,
      patch: { state: known.to, by, ...outcome, ...(step === "reopen" ? { closed_at: null, outcome: null } : {}) },
    });
  }

  /** Something happened to an alarm: its state, its timeline and the stream. */
  change(id: string, happening: Happening, by: Person | null, { note = null, said = {}, patch }: Change): Alarm {
    const stored = this.alarms.get(id);
    if (stored === undefined) throw new Error(`no alarm ${id}`);
    const at = new Date().toISOString();
    stored.alarm = { ...stored.alarm, ...patch };
    stored.timeline.push(item(this.position + 1, at, happening, by, { note, ...patch }));
    const { site, state } = stored.alarm;
    this.publish(`alarm.${happening}`, { at, by, note, alarm: { id, site, state, ...said } });
    return stored.alarm;
  }

  unrecorded(press: { key: string; kind: string; site: string | null; zone: string | null }): void {
    this.send(`event: alarm.unrecorded\ndata: ${JSON.stringify({ at: new Date().toISOString(), press })}\n\n`);
  }

  private publish(type: string, body: object): void {
    this.position += 1;
    const data = JSON.stringify({ position: this.position, ...body });
    const text = `id: ${this.position}\nevent: ${type}\ndata: ${data}\n\n`;
    this.log.push({ position: this.position, text });
    this.send(text);
  }

  private head(): void {
    this.send(`: hb\n\nevent: head\ndata: ${JSON.stringify({ position: this.position, at: new Date() })}\n\n`);
  }

  private send(text: string): void {
    if (this.silent) return;
    for (const stream of this.streams) stream.write(text);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.down) {
      request.socket.destroy();
      return;
    }
    const url = new URL(request.url ?? "/", "http://wire");
    if (!url.pathname.startsWith("/api/v1/")) {
      this.file(url.pathname, response);
      return;
    }
    const path = url.pathname.slice("/api/v1/".length).split("/");
    const text = await bodyOf(request);
    const isJson = (request.headers["content-type"] ?? "").startsWith("application/json");
    const body = (isJson && text !== "" ? JSON.parse(text) : {}) as Record<string, unknown>;
    const who = this.sessions.get(/saqta_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "");
    if (path[0] === "session") {
      this.session(request, response, body, who);
      return;
    }
    if (path[0] === "figures" && path[1] === "check") {
      say(response, checked(body));
      return;
    }
    if (path[0] === "figures" && path[1] === "releases" && request.method === "GET") {
      give(response, this.releases.answer(path.slice(2), url.searchParams));
      return;
    }
    if (who === undefined) {
      problem(response, 401, "unauthorized", "Not signed in");
      return;
    }
    const by = { id: who.id, name: who.name };
    const language = (request.headers["accept-language"] ?? "ru").slice(0, 2);
    if (path[0] === "stream") this.stream(url, request, response);
    else if (path[0] === "sites") json(response, 200, { items: SITES, next: null, position: this.position });
    else if (path[0] === "zones") json(response, 200, { items: ZONES, next: null, position: this.position });
    else if (path[0] === "client") {
      this.faults.push(body as { what: string; since: string });
      response.writeHead(204).end();
    } else if (path[0] === "imports" || path[0] === "series") {
      const { method = "GET" } = request;
      const asked = { method, path: path.slice(1), query: url.searchParams, text, language, account: who };
      say(response, path[0] === "imports" ? this.files.answerImports(asked) : this.files.answerSeries(asked));
    } else if (path[0] === "figures" && path[1] === "releases") {
      say(response, this.publishRelease(body, who, language));
    } else if (path[0] === "figures") {
      say(response, figuresOf(url, path[1] ?? "", who.permissions, language));
    } else if (path[0] === "injuries") {
      const key = request.headers["idempotency-key"];
      const asked = {
        method: request.method ?? "GET",
        path: path.slice(1),
        query: url.searchParams,
        body,
        account: who,
      };
      say(response, this.register.answer({ ...asked, key: typeof key === "string" ? key : undefined }));
    } else if (path[0] === "situations") this.situation(path[1] ?? "", path[2] ?? "", by, response);
    else if (!who.permissions.includes("alarm.view")) problem(response, 403, "forbidden", "You may not do this");
    else if (path[0] === "alarms" && path.length === 1) this.list(url, response);
    else if (path[0] === "alarms") this.one(path[1] ?? "", path[2], by, body, response);
    else problem(response, 404, "not-found", "Not found");
  }

  /** A release of new months is published, a revision refused: no report has changed here. */
  private publishRelease(spec: Record<string, unknown>, who: Account, language: string): Answer {
    if (!who.permissions.includes("release.publish")) return forbidden;
    const { id, period } = spec as { id: string; period: string };
    if (this.releases.has(period)) return this.files.refusedRelease(language);
    return { status: 201, body: this.releases.publish(id, period) };
  }

  private session(
    request: IncomingMessage,
    response: ServerResponse,
    body: Record<string, unknown>,
    who: Account | undefined,
  ): void {
    if (request.method === "DELETE") {
      response.writeHead(204, { "Set-Cookie": "saqta_session=; Path=/; Max-Age=0" }).end();
      return;
    }
    const account = request.method === "POST" ? ACCOUNTS.find(({ login }) => login === body.login) : who;
    if (account === undefined || (request.method === "POST" && body.password !== PASSWORD)) {
      problem(response, 401, "unauthorized", "The login or the password is wrong");
      return;
    }
    if (request.method === "POST") {
      const key = randomUUID();
      this.sessions.set(key, account);
      response.setHeader("Set-Cookie", `saqta_session=${key}; Path=/; HttpOnly; SameSite=Strict`);
    }
    const { permissions, ...rest } = account;
    json(response, 200, { account: rest, permissions, position: this.position });
  }

  private stream(url: URL, request: IncomingMessage, response: ServerResponse): void {
    if (this.silent) return;
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": hello\n\n");
    const from = request.headers["last-event-id"] ?? url.searchParams.get("from");
    if (typeof from === "string") {
      for (const { position, text } of this.log) if (position > Number(from)) response.write(text);
    }
    response.write(`event: head\ndata: ${JSON.stringify({ position: this.position, at: new Date() })}\n\n`);
    this.streams.add(response);
    response.on("close", () => this.streams.delete(response));
  }

  private list(url: URL, response: ServerResponse): void {
    const wish = url.searchParams;
    const limit = Math.min(Number(wish.get("limit") ?? 100), this.pageLimit);
    const before = Number(wish.get("cursor") ?? Number.POSITIVE_INFINITY);
    const found = [...this.alarms.values()]
      .map(({ alarm }) => alarm)
      .filter(({ state, site, position }) => {
        if (wish.get("state") === "open" && state === "closed") return false;
        if (wish.get("state") === "closed" && state !== "closed") return false;
        return position < before && (wish.get("site") ?? site) === site;
      })
      .sort((a, b) => b.position - a.position);
    const items = found.slice(0, limit);
    const next = found.length > limit ? String(items.at(-1)?.position) : null;
    json(response, 200, { items, next, position: this.position, ...(this.behind ? { behind: true } : {}) });
  }

  private one(
    id: string,
    step: string | undefined,
    by: Person,
    body: Record<string, unknown>,
    response: ServerResponse,
  ): void {
    const stored = this.alarms.get(id);
    if (stored === undefined) problem(response, 404, "not-found", "Not found");
    else if (step === undefined) json(response, 200, { ...stored.alarm, timeline: stored.timeline });
    else if (step === "note") json(response, 200, this.change(id, "noted", by, { note: String(body.note), patch: {} }));
    else {
      const same = STEPS[step]?.to === stored.alarm.state && stored.alarm.by?.id === by.id;
      const alarm = same ? stored.alarm : this.step(id, step, by, body);
      if (alarm !== null) json(response, 200, alarm);
      else {
        const { state, by: holder } = stored.alarm;
        problem(response, 409, "conflict", "The alarm has moved on", { state, by: holder });
      }
    }
  }

  private situation(situation: string, step: string, by: Person, response: ServerResponse): void {
    let changed = 0;
    for (const { alarm } of [...this.alarms.values()]) {
      if (alarm.situation === situation && this.step(alarm.id, step, by) !== null) changed += 1;
    }
    json(response, 200, { situation, changed, position: this.position });
  }

  private file(path: string, response: ServerResponse): void {
    if (this.dist === null) {
      response.writeHead(404).end();
      return;
    }
    const page = /^\/(figures|register)(\/[^./]+){0,2}$/.test(path) ? "work.html" : PAGES[path];
    const file = join(this.dist, page ?? normalize(path));
    if (!file.startsWith(this.dist) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": POLICY,
    });
    createReadStream(file).pipe(response);
  }
}

function item(
  position: number,
  at: string,
  happening: Happening,
  by: Person | null,
  more: Partial<Pick<TimelineItem, "note" | "outcome" | "factors">>,
): TimelineItem {
  const { note = null, outcome = null, factors = null } = more;
  return { position, at, type: `alarm.${happening}`, by, note, outcome, factors, signal: null };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

function give(response: ServerResponse, { status, type, disposition, body }: FileAnswer): void {
  const saved = disposition === null ? {} : { "Content-Disposition": disposition };
  response.writeHead(status, { "Content-Type": type, "Content-Length": body.length, ...saved }).end(body);
}

function say(response: ServerResponse, { status, body }: Answer): void {
  if (status === 204) response.writeHead(204).end();
  else if (status >= 400)
    response.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(body));
  else json(response, status, body);
}

function problem(response: ServerResponse, status: number, name: string, title: string, more: object = {}): void {
  const body = { type: `https://saqta.dev/problems/${name}`, title, status, detail: title, do: "Look again.", ...more };
  response.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(body));
}
