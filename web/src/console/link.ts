/**
 * The console's link to the server: keeps the book true and says how sure it is.
 *
 * Cast: the *feed* brings live events; the *book* holds the alarms; a *load* fetches the whole list of open alarms,
 * begun each time the stream opens, while events go on arriving; a *view* is what the screens are told, at most ten
 * times a second. React reads the view through `useSyncExternalStore`.
 */
import type { Api } from "../api/client";
import { Refused } from "../api/client";
import type { Alarm, AlarmWithTimeline, Page, UnrecordedPress } from "../api/types";
import { AlarmBook, type LiveEvent } from "./book";
import { type Row, rowsOf } from "./situations";
import { decideSound } from "./sound/policy";
import type { Feed, OpenFeed } from "./stream/feed";
import type { FromWorker } from "./stream/shared";
import type { UnrecordedShelf } from "./unrecorded";

export interface LinkView {
  readonly rows: readonly Row[];
  readonly count: number;
  readonly waiting: number;
  /** `refused`: this account may not see alarms. `signed-out`: the session has ended. */
  readonly phase: "loading" | "live" | "refused" | "signed-out";
  readonly unrecorded: readonly UnrecordedPress[];
  /** Grows with each change of the directory. */
  readonly directory: number;
  /** Grows with every view: what is derived from the book may have changed. */
  readonly revision: number;
}

export interface LinkWorld {
  readonly api: Api;
  readonly openFeed: OpenFeed;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** The wall clock of this computer, which may be wrong. */
  readonly wallClock: () => number;
  readonly shelf: UnrecordedShelf;
  readonly onSound: (siren: boolean, chime: boolean) => void;
}

const PAGE = 1_000;
const FLUSH_MS = 100;
const RETRY_MS = 2_000;

export class Link {
  readonly book = new AlarmBook();
  private readonly world: LinkWorld;
  private readonly listeners = new Set<() => void>();
  private feed: Feed | null = null;
  private current: LinkView;
  private phase: LinkView["phase"] = "loading";
  private directory = 0;
  private revision = 0;

  private loading: { meanwhile: LiveEvent[]; again: boolean } | null = null;
  private flushTimer: ReturnType<typeof setTimeout> | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private flushedAt = Number.NEGATIVE_INFINITY;
  private dirty = false;
  private stopped = false;

  /** When the server was last heard, monotonic milliseconds; starts at the beginning of listening. */
  heardAt: number;
  /** How many heads in a row were older than what we know; see `head`. */
  private behind = 0;
  private readonly tickListeners = new Set<() => void>();
  /** Server time minus this computer's time, in milliseconds. */
  private clockOffset = 0;

  constructor(world: LinkWorld) {
    this.world = world;
    this.heardAt = world.now();
    this.current = this.view();
  }

  start(account: string): void {
    this.stopped = false;
    this.heardAt = this.world.now();
    this.feed = this.world.openFeed(account, (message) => this.hear(message));
  }

  stop(): void {
    this.stopped = true;
    this.feed?.stop();
    if (this.flushTimer !== null) clearTimeout(this.flushTimer);
    if (this.retryTimer !== null) clearTimeout(this.retryTimer);
    this.flushTimer = null;
    this.retryTimer = null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Once a second, on time also in a page that is in the background. */
  onTick(listener: () => void): () => void {
    this.tickListeners.add(listener);
    return () => this.tickListeners.delete(listener);
  }

  snapshot = (): LinkView => this.current;

  /** Now, by the server's clock: ages must be right on a computer whose clock is wrong. */
  serverNow = (): number => this.world.wallClock() + this.clockOffset;

  /** Takes the server's answer to a step at once, without waiting for the stream to tell it. */
  answered(alarm: Alarm, asOfBefore: number): void {
    this.book.answer(alarm, asOfBefore);
    this.flush();
  }

  /** Takes an alarm that was loaded with its timeline. */
  loaded(alarm: AlarmWithTimeline): void {
    const { timeline, ...rest } = alarm;
    this.book.put(rest, timeline?.at(-1)?.position ?? alarm.position);
    this.changed();
  }

  seenTo(key: string): void {
    this.world.shelf.remove(key);
    this.flush();
  }

  private hear(message: FromWorker): void {
    if (this.stopped) return;
    switch (message.type) {
      case "tick":
        if (this.dirty) this.flush();
        for (const listener of this.tickListeners) listener();
        return;
      case "lost":
        void this.checkSession();
        return;
      case "joined":
        if (message.open) this.heardAt = this.world.now();
        void this.load();
        return;
      case "opened":
        this.heardAt = this.world.now();
        void this.load();
        return;
      case "head":
        this.head(message.position, message.at);
        return;
      case "directory":
        this.heardAt = this.world.now();
        this.directory += 1;
        this.changed();
        return;
      case "unrecorded":
        this.heardAt = this.world.now();
        this.world.shelf.add(message.press);
        this.flush();
        return;
      case "alarm":
        this.heardAt = this.world.now();
        this.take({ happening: message.happening, event: message.event });
        return;
    }
  }

  private head(position: number, at: string): void {
    this.heardAt = this.world.now();
    const serverTime = Date.parse(at);
    if (Number.isFinite(serverTime)) this.clockOffset = serverTime - this.world.wallClock();
    // One older head may have crossed a newer list on the wire. Two in a row: the journal was restored from a
    // backup, and what the screen shows belongs to another one.
    this.behind = position < this.book.position ? this.behind + 1 : 0;
    if (this.behind >= 2 && this.loading === null) {
      this.behind = 0;
      this.phase = "loading";
      this.book.reset();
      void this.load();
    }
  }

  private take(live: LiveEvent): void {
    this.loading?.meanwhile.push(live);
    const applied = this.book.apply(live);
    if (applied === "missing" && this.loading === null) void this.fetch(live.event.alarm.id);
    if (applied === "changed") this.changed();
  }

  private async fetch(id: string): Promise<void> {
    try {
      this.loaded(await this.world.api.alarm(id));
    } catch (error) {
      // Not ours to see; anything else is repaired by loading the list.
      if (!(error instanceof Refused)) void this.load();
    }
  }

  private async load(): Promise<void> {
    if (this.loading !== null) {
      this.loading.again = true;
      return;
    }
    const loading = { meanwhile: [] as LiveEvent[], again: false };
    this.loading = loading;
    try {
      const pages = await this.pages();
      if (this.stopped) return;
      this.loading = null;
      const missing = this.book.load(pages, loading.meanwhile);
      this.phase = "live";
      this.flush();
      for (const id of missing) void this.fetch(id);
      if (loading.again) void this.load();
    } catch (error) {
      this.loading = null;
      if (!this.stopped) this.loadFailed(error);
    }
  }

  private async pages(): Promise<readonly Page<Alarm>[]> {
    const pages: Page<Alarm>[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Alarm> = await this.world.api.alarms({ state: "open", limit: PAGE, cursor });
      pages.push(page);
      cursor = page.next ?? null;
    } while (cursor !== null && !this.stopped);
    return pages;
  }

  private loadFailed(error: unknown): void {
    if (error instanceof Refused && error.status === 401) this.end("signed-out");
    else if (error instanceof Refused && error.status === 403) this.end("refused");
    else {
      if (this.retryTimer !== null) clearTimeout(this.retryTimer);
      this.retryTimer = setTimeout(() => void this.load(), RETRY_MS);
    }
  }

  /** A stream does not say why it was refused; the session does. */
  private async checkSession(): Promise<void> {
    try {
      await this.world.api.session();
    } catch (error) {
      if (error instanceof Refused && error.status === 401 && !this.stopped) this.end("signed-out");
    }
  }

  private end(phase: "signed-out" | "refused"): void {
    this.phase = phase;
    this.flush();
  }

  private changed(): void {
    this.dirty = true;
    const wait = this.flushedAt + FLUSH_MS - this.world.now();
    if (wait <= 0) this.flush();
    else this.flushTimer ??= setTimeout(() => this.flush(), wait);
  }

  private flush(): void {
    if (this.flushTimer !== null) clearTimeout(this.flushTimer);
    this.flushTimer = null;
    this.dirty = false;
    this.revision += 1;
    this.current = this.view();
    const { siren, chime } = decideSound({
      open: this.book.open(),
      arrivals: this.book.takeArrivals(),
      unrecorded: this.current.unrecorded.length,
    });
    this.world.onSound(siren, chime);
    for (const listener of this.listeners) listener();
    // Measured from the end, so that a slow computer still gets to paint between two views.
    this.flushedAt = this.world.now();
  }

  private view(): LinkView {
    const rows = rowsOf(this.book.open());
    return {
      rows,
      count: this.book.size,
      waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
      phase: this.phase,
      unrecorded: this.world.shelf.presses(),
      directory: this.directory,
      revision: this.revision,
    };
  }
}
