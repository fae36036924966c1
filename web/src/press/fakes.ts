/** For tests: a clock that moves when told, and a network that answers what the test says. */

import type { Clock } from "./clock";

/** Lets every promise that can settle without time passing settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export class FakeClock implements Clock {
  #now: number;
  #timers: { at: number; then: () => void }[] = [];

  constructor(now = Date.parse("2026-01-15T04:00:00Z")) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, then: () => void): () => void {
    const timer = { at: this.#now + ms, then };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((it) => it !== timer);
    };
  }

  /** Moves time on by `ms`, running each timer at its own instant. */
  async forward(ms: number): Promise<void> {
    await settle();
    const end = this.#now + ms;
    for (;;) {
      const next = this.#timers.filter((it) => it.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((it) => it !== next);
      this.#now = Math.max(this.#now, next.at);
      next.then();
      await settle();
    }
    this.#now = end;
  }
}

export interface Asked {
  path: string;
  method: string;
  headers: Headers;
  body: unknown;
  at: number;
}

/** What a test answers: a response, an Error for a broken network, or "mute" for no answer until it is aborted. */
export type Reply = Response | Error | "mute";

/** A fetch that keeps what it was asked and answers by `reply`. */
export function fakeNetwork(clock: Clock, reply: (asked: Asked, earlier: number) => Reply) {
  const asked: Asked[] = [];
  const fetch = (path: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === "string" ? JSON.parse(init.body) : null;
    const one = {
      path: String(path),
      method: init.method ?? "GET",
      headers: new Headers(init.headers),
      body,
      at: clock.now(),
    };
    const earlier = asked.filter((it) => it.path === one.path && it.method === one.method).length;
    asked.push(one);
    const answer = reply(one, earlier);
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer !== "mute") return Promise.resolve(answer);
    return new Promise((_, fail) => {
      init.signal?.addEventListener("abort", () => fail(new DOMException("aborted", "AbortError")));
    });
  };
  return { asked, fetch };
}

export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}

/** A stream that a test speaks into. */
export class FakeStream {
  readonly response: Response;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor() {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
    });
    this.response = new Response(body, { status: 200, headers: { "Content-Type": "text/event-stream" } });
  }

  say(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(text));
  }

  end(): void {
    this.#controller?.close();
  }
}
