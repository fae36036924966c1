/**
 * A tiny server that speaks the press page's and the stage's part of the wire truly: real HTTP, real SSE, kept in memory.
 *
 * It serves the built `dist` too. Tests drive it: be unreachable, fail to record, forget the token, step an alarm on.
 * All names in it are synthetic.
 */

import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";

export const PRESS_TOKEN = "synthetic-press-token-0001";

const DIST = resolve(process.env.SAQTA_WEB_DIST ?? join(import.meta.dirname, "../../dist"));
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

const SITE = {
  id: "kostanay-ed",
  name: {
    kk: "Қостанай жедел жәрдем бөлімі",
    ru: "Приёмное отделение, Костанай",
    en: "Kostanay emergency department",
  },
  time_zone: "Asia/Qostanay",
  language: "ru",
  phones: [
    { name: "Пост охраны", number: "+7 714 255 01 12" },
    { name: "Старшая смены", number: "+7 714 255 01 19" },
  ],
};
const ZONES = [
  { id: "triage", name: { kk: "Қабылдау, 2-кабинет", ru: "Приёмная, кабинет 2", en: "Triage, room 2" } },
  { id: "corridor", name: { kk: "Дәліз", ru: "Коридор", en: "Corridor" } },
];

/** How the server treats a press. */
export type Mood = "well" | "not-recorded" | "stranger" | "gone" | "mute";

interface WireAlarm {
  id: string;
  state: string;
  silent: boolean;
  position: number;
  [field: string]: unknown;
}

export class PressServer {
  mood: Mood = "well";
  silent = false;
  /** Every request that tried to raise an alarm: its key and its body. */
  readonly attempts: { key: string; body: Record<string, unknown> }[] = [];
  readonly alarms: WireAlarm[] = [];
  /** The scenes that the stage asked for, in order. */
  readonly scenes: string[] = [];
  readonly notes: string[] = [];
  #position = 100;
  readonly #streams = new Set<ServerResponse>();
  readonly #server: Server;
  readonly #beat: NodeJS.Timeout;

  private constructor(server: Server) {
    this.#server = server;
    this.#beat = setInterval(() => this.#say(": hb\n\n"), 5000);
  }

  static async start(): Promise<PressServer> {
    const server = createServer();
    const it = new PressServer(server);
    server.on("request", (request: IncomingMessage, response: ServerResponse) => void it.#answer(request, response));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return it;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many streams are open. */
  get listeners(): number {
    return this.#streams.size;
  }

  async stop(): Promise<void> {
    clearInterval(this.#beat);
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Answers nobody any more: every stream is cut, every request ends without an answer. */
  kill(): void {
    this.mood = "gone";
    for (const stream of this.#streams) stream.destroy();
    this.#streams.clear();
  }

  /** A guard takes the newest alarm a step on, as the console would. */
  step(state: string, by: string | null, more: Record<string, unknown> = {}): void {
    const alarm = this.alarms.at(-1);
    if (!alarm) throw new Error("no alarm was raised");
    const at = new Date().toISOString();
    const person = by === null ? null : { id: randomUUID(), name: by };
    Object.assign(alarm, { state, by: person, [`${state}_at`]: at, ...more });
    this.#publish(`alarm.${state}`, { id: alarm.id, site: SITE.id, state, ...more }, person);
  }

  /** Somebody else at the site calls for help. */
  colleague(zone: string, silent = false): void {
    this.#publish("alarm.raised", { ...this.#alarm({ kind: "panic", zone, silent }), origin: "device" }, null);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? "/", this.url);
    if (url.pathname.startsWith("/demo/")) return this.#demo(url, request, response);
    if (this.mood === "gone") {
      return request.socket.destroy();
    }
    if (!url.pathname.startsWith("/api/")) return serve(url.pathname, response);
    const body = await read(request);
    if (this.mood === "mute") return undefined;
    if (url.pathname === "/api/v1/session") return json(response, 200, { account: { login: body.login } });
    if (this.mood === "stranger" || request.headers.authorization !== `Bearer ${PRESS_TOKEN}`)
      return problem(response, 401, "unauthorized");
    return this.#api(url, request, response, body);
  }

  #api(url: URL, request: IncomingMessage, response: ServerResponse, body: Record<string, unknown>): unknown {
    const [, , , resource, id, act] = url.pathname.split("/");
    if (resource === "press") return this.#briefing(url, response);
    if (resource === "stream") return this.#stream(response);
    if (request.method === "POST" && !id) return this.#raise(request, response, body);
    const alarm = this.alarms.find((it) => it.id === id);
    if (!alarm) return problem(response, 404, "not-found");
    if (act === "reopen") {
      this.notes.push(String(body.note ?? ""));
      Object.assign(alarm, { state: "raised", contested: true, by: null });
      this.#publish("alarm.contested", { id, site: SITE.id, state: "raised", contested: true }, null);
    }
    return json(response, 200, alarm);
  }

  #briefing(url: URL, response: ServerResponse): void {
    const zone = ZONES.find((it) => it.id === url.searchParams.get("zone")) ?? null;
    const person = { name: "Synthetic Nurse" };
    const settings = { kind: "panic", silent: this.silent, hold_ms: 300, server_time: new Date().toISOString() };
    json(response, 200, { site: SITE, zone, device: null, person, ...settings });
  }

  #stream(response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(
      `: hello\n\nevent: head\ndata: {"position":${this.#position},"at":"${new Date().toISOString()}"}\n\n`,
    );
    this.#streams.add(response);
    response.on("close", () => this.#streams.delete(response));
  }

  #raise(request: IncomingMessage, response: ServerResponse, body: Record<string, unknown>): unknown {
    const key = String(request.headers["idempotency-key"]);
    this.attempts.push({ key, body });
    if (this.mood === "not-recorded") return problem(response, 503, "not-recorded");
    const known = this.alarms.find((it) => it.key === key);
    if (known) return json(response, 201, known);
    const alarm = { ...this.#alarm(body), key };
    this.alarms.push(alarm);
    this.#publish("alarm.raised", alarm, null);
    return json(response, 201, alarm);
  }

  #alarm(body: Record<string, unknown>): WireAlarm {
    this.#position += 1;
    return {
      id: randomUUID(),
      state: "raised",
      kind: body.kind,
      silent: body.silent === true,
      origin: "person",
      site: SITE.id,
      zone: body.zone ?? null,
      device: null,
      raised_at: new Date().toISOString(),
      flags: body.zone ? [] : ["place-uncertain"],
      position: this.#position,
      contested: false,
      outcome: null,
      by: null,
    };
  }

  #publish(type: string, alarm: Record<string, unknown>, by: unknown): void {
    if (type !== "alarm.raised") this.#position += 1;
    const data = JSON.stringify({ position: this.#position, at: new Date().toISOString(), by, alarm });
    this.#say(`id: ${this.#position}\nevent: ${type}\ndata: ${data}\n\n`);
  }

  #say(text: string): void {
    for (const stream of this.#streams) stream.write(text);
  }

  #demo(url: URL, request: IncomingMessage, response: ServerResponse): unknown {
    if (url.pathname === "/demo/state") {
      return json(response, 200, {
        scene: this.scenes.at(-1) ?? null,
        server: this.mood === "gone" ? "down" : "up",
        console: { login: "guard", password: "synthetic" },
        figures: { login: "analyst", password: "synthetic" },
        press: { token: PRESS_TOKEN, zone: "triage" },
        languages: ["kk", "ru", "en"],
        urls: { press_for_phone: `${this.url}/press#token=${PRESS_TOKEN}&zone=triage` },
        version: "0.0.0",
      });
    }
    if (url.pathname === "/demo/qr.svg") {
      response.writeHead(200, { "Content-Type": "image/svg+xml" });
      response.end(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/><path d="M1 1h3v3H1zM5 5h3v3H5zM6 1h2v2H6z"/></svg>',
      );
      return undefined;
    }
    const scene = /^\/demo\/scenes\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (request.method !== "POST" || !scene) return problem(response, 404, "not-found");
    this.scenes.push(scene);
    return json(response, 200, this.#play(scene));
  }

  #play(scene: string): Record<string, unknown> {
    if (scene === "kill") this.kill();
    if (scene === "restart" || scene === "reset") this.mood = "well";
    if (scene === "blow") this.colleague("corridor");
    if (scene === "hurt") return { alarm: randomUUID() };
    if (scene === "count") return { alarm: randomUUID(), period: "2026-Q4" };
    if (scene === "verify") return { ok: true, entries: 128, size: 128, root: "b".repeat(64) };
    if (scene === "flip") return { ok: false, position: 57, message: "entry 57: its hash does not match the tree" };
    return {};
  }
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, name: string): void {
  response.writeHead(status, { "Content-Type": "application/problem+json" });
  response.end(JSON.stringify({ type: `https://saqta.dev/problems/${name}`, title: name, status, detail: "", do: "" }));
}

function serve(path: string, response: ServerResponse): unknown {
  const pages: Record<string, string> = { "/press": "press.html", "/demo": "demo.html", "/console": "index.html" };
  for (const page of ["/figures", "/figures/check", "/figures/explore", "/register/new"]) pages[page] = "work.html";
  const file = join(DIST, pages[path] ?? path);
  if (!file.startsWith(DIST) || !extname(file) || !existsSync(file)) return problem(response, 404, "not-found");
  response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
  return response.end(readFileSync(file));
}
