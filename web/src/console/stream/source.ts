/**
 * One live stream from the server, kept open.
 *
 * Cast: the *source* owns one EventSource at a time; whenever it ends, errs or falls silent the source opens another
 * that resumes after the last position it has seen. It runs inside the shared worker, or in the page where there is
 * none; clock, timers and EventSource come in, so that it can be tested.
 */
import { type AlarmEvent, HAPPENINGS, type Happening, type UnrecordedPress } from "../../api/types";
import { SILENCE_MS } from "../faults";

/** What the stream says, in the order in which it says it. */
export type Said =
  | { readonly type: "opened" }
  | { readonly type: "lost" }
  | { readonly type: "head"; readonly position: number; readonly at: string }
  | { readonly type: "alarm"; readonly happening: Happening; readonly event: AlarmEvent }
  | { readonly type: "unrecorded"; readonly press: UnrecordedPress }
  | { readonly type: "directory" };

export interface EventSourceLike {
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

export interface World {
  readonly connect: (url: string) => EventSourceLike;
  /** Calls back once after so many milliseconds; returns how to cancel it. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

const STREAM = "/api/v1/stream";
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 4_000;

export class StreamSource {
  private readonly world: World;
  private readonly say: (said: Said) => void;
  private stream: EventSourceLike | null = null;
  private cancelSilence = () => {};
  private cancelRetry = () => {};
  private retryMs = FIRST_RETRY_MS;
  private running = false;

  open = false;
  /** The last position seen; null before the first. */
  last: number | null = null;

  constructor(world: World, say: (said: Said) => void) {
    this.world = world;
    this.say = say;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.connect();
  }

  stop(): void {
    this.running = false;
    this.open = false;
    this.hangUp();
  }

  private connect(): void {
    const url = this.last === null ? STREAM : `${STREAM}?from=${this.last}`;
    const stream = this.world.connect(url);
    this.stream = stream;
    const listen = (name: string, then: (data: string) => void) =>
      stream.addEventListener(name, ({ data }) => {
        if (this.stream !== stream) return;
        this.heard();
        then(typeof data === "string" ? data : "");
      });
    listen("open", () => this.opened());
    listen("head", (data) => this.head(data));
    listen("bye", () => this.lose());
    listen("directory.changed", (data) => this.directory(data));
    listen("alarm.unrecorded", (data) => this.tell(data, (press: UnrecordedPress) => ({ type: "unrecorded", press })));
    for (const happening of HAPPENINGS) {
      listen(`alarm.${happening}`, (data) => this.alarm(happening, data));
    }
    stream.addEventListener("error", () => {
      if (this.stream === stream) this.lose();
    });
    this.watch();
  }

  private opened(): void {
    this.open = true;
    this.retryMs = FIRST_RETRY_MS;
    this.say({ type: "opened" });
  }

  private head(data: string): void {
    this.tell(data, ({ position, at }: { position: number; at: string }) => {
      // A journal that went back is another journal: positions of the old one mean nothing in it.
      this.last = this.last === null ? position : Math.min(this.last, position);
      return { type: "head", position, at };
    });
  }

  private directory(data: string): void {
    this.tell(data, ({ position }: { position: number }) => {
      this.last = position;
      return { type: "directory" };
    });
  }

  private alarm(happening: Happening, data: string): void {
    this.tell(data, (event: AlarmEvent) => {
      this.last = event.position;
      return { type: "alarm", happening, event };
    });
  }

  private tell<Body>(data: string, make: (body: Body) => Said): void {
    let body: Body;
    try {
      body = JSON.parse(data) as Body;
    } catch {
      // A line cut short by a proxy: start again from the last whole one.
      this.lose();
      return;
    }
    this.say(make(body));
  }

  private heard(): void {
    this.watch();
  }

  private watch(): void {
    this.cancelSilence();
    this.cancelSilence = this.world.after(SILENCE_MS, () => this.lose());
  }

  private lose(): void {
    this.hangUp();
    this.open = false;
    if (!this.running) return;
    this.say({ type: "lost" });
    this.cancelRetry = this.world.after(this.retryMs, () => this.connect());
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private hangUp(): void {
    this.cancelSilence();
    this.cancelRetry();
    const stream = this.stream;
    this.stream = null;
    stream?.close();
  }
}

/** The browser's own EventSource and timers. */
export const browserWorld: World = {
  connect: (url) => new EventSource(url) as unknown as EventSourceLike,
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
