/**
 * Hears what becomes of a press, and that colleagues called for help.
 *
 * The cast: the **stream** (`GET /api/v1/stream`) tells at once; when it has been silent for twelve seconds it counts
 * as lost, is opened again from the last position heard, and meanwhile each open alarm is **polled** every three
 * seconds. Each time the stream opens, the open alarms are asked for once, so that nothing is missed in between.
 */

import type { Clock } from "./clock";
import { EventCutter, type StreamEvent } from "./eventstream";
import { type AlarmEvent, type News, newsFromAlarm, readAlarmEvent, readHead } from "./wire";

export const STREAM_SILENCE_MS = 12_000;
export const POLL_MS = 3000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;
const POLL_PATIENCE_MS = 8000;

/** `live`: the server is heard. `lost`: it is not. `stranger`: it does not know this phone's token. */
export type Link = "live" | "lost" | "stranger";

export interface WatcherDeps {
  clock: Clock;
  fetch: typeof fetch;
  token(): string | null;
  /** The ids of own alarms that are not closed, or may be reopened while they are still shown. */
  watched(): string[];
  heard(event: AlarmEvent): void;
  directoryChanged(): void;
  learned(id: string, news: News): void;
  link(link: Link): void;
}

export class Watcher {
  readonly #deps: WatcherDeps;
  #abort: AbortController | null = null;
  #position: number | null = null;
  #headBefore: number | null = null;
  #failures = 0;
  #live = false;
  #heardCount = 0;
  #cancelRetry: (() => void) | null = null;
  #cancelPoll: (() => void) | null = null;
  #lastHeard = 0;

  constructor(deps: WatcherDeps) {
    this.#deps = deps;
  }

  /** Opens the stream now, also when it is open already: the phone was woken, enrolled or is back on the network. */
  restart(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#abort?.abort();
    this.#failures = 0;
    void this.#listen();
  }

  /** Opens the stream again unless it was heard a moment ago. */
  nudge(): void {
    if (!this.#live || this.#deps.clock.now() - this.#lastHeard > STREAM_SILENCE_MS / 2) this.restart();
  }

  /** Asks for the watched alarms now: one has just been delivered. */
  async look(): Promise<void> {
    await Promise.all(this.#deps.watched().map((id) => this.#ask(id)));
  }

  async #listen(): Promise<void> {
    const token = this.#deps.token();
    if (token === null) return;
    const abort = new AbortController();
    this.#abort = abort;
    const from = this.#position === null ? "" : `?from=${this.#position}`;
    let link: Link = "lost";
    let silence = this.#startSilence(abort);
    try {
      const response = await this.#deps.fetch(`/api/v1/stream${from}`, {
        headers: { Authorization: `Bearer ${token}`, Accept: "text/event-stream" },
        signal: abort.signal,
        cache: "no-store",
        credentials: "omit",
      });
      if (response.status === 401) link = "stranger";
      if (!response.ok || !response.body) throw new Error(`stream: ${response.status}`);
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      const cutter = new EventCutter();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || abort.signal.aborted) break;
        silence();
        silence = this.#startSilence(abort);
        this.#alive();
        for (const event of cutter.feed(decoder.decode(value, { stream: true }))) this.#take(event);
      }
    } catch {
      // Every way a stream can end is answered the same way: below.
    }
    silence();
    if (this.#abort === abort) this.#ended(link);
  }

  #startSilence(abort: AbortController): () => void {
    return this.#deps.clock.after(STREAM_SILENCE_MS, () => {
      abort.abort();
      if (this.#abort === abort) this.#ended("lost");
    });
  }

  #alive(): void {
    this.#lastHeard = this.#deps.clock.now();
    if (this.#live) return;
    this.#live = true;
    this.#failures = 0;
    this.#cancelPoll?.();
    this.#cancelPoll = null;
    this.#deps.link("live");
    void this.look();
  }

  #ended(link: Link): void {
    this.#abort = null;
    this.#live = false;
    this.#deps.link(link);
    const wait = link === "stranger" ? LONGEST_WAIT_MS : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#cancelRetry = this.#deps.clock.after(wait, () => void this.#listen());
    this.#cancelPoll ??= this.#deps.clock.after(POLL_MS, () => void this.#poll());
  }

  async #poll(): Promise<void> {
    await this.look();
    if (this.#live) return;
    this.#cancelPoll = this.#deps.clock.after(POLL_MS, () => void this.#poll());
  }

  async #ask(id: string): Promise<void> {
    const token = this.#deps.token();
    if (token === null) return;
    const heardBefore = this.#heardCount;
    const abort = new AbortController();
    const cancel = this.#deps.clock.after(POLL_PATIENCE_MS, () => abort.abort());
    try {
      const response = await this.#deps.fetch(`/api/v1/alarms/${encodeURIComponent(id)}`, {
        headers: { Authorization: `Bearer ${token}` },
        signal: abort.signal,
        cache: "no-store",
        credentials: "omit",
      });
      const news = response.ok ? newsFromAlarm(await response.json()) : null;
      if (news === null) return;
      // The stream spoke while the answer was on its way: which is newer is unknown, so ask again.
      if (this.#heardCount === heardBefore) this.#deps.learned(id, news);
      else void this.#ask(id);
    } catch {
      // No answer is no news; the next poll or the stream brings it.
    } finally {
      cancel();
    }
  }

  #take({ type, data }: StreamEvent): void {
    if (type === "head") {
      this.#mark(readHead(data));
      return;
    }
    if (type === "directory.changed") this.#deps.directoryChanged();
    const event = readAlarmEvent(type, data);
    if (event === null) return;
    this.#heardCount += 1;
    this.#position = Math.max(event.position, this.#position ?? 0);
    this.#deps.heard(event);
  }

  /**
   * Moves the place to resume from, so that a quiet day is not read again. A head may run ahead of the events that are
   * still on their way, so the one before it is taken: what stood five seconds ago has been heard.
   */
  #mark(head: number | null): void {
    if (head === null) return;
    this.#position = Math.max(this.#headBefore ?? head, this.#position ?? 0);
    this.#headBefore = head;
  }
}
