/**
 * Carries presses to the server, and does not give up.
 *
 * The cast: an **order** is sent in **attempts**, all under the order's own key, until the server gives a **receipt**.
 * Between attempts the courier waits half a second, then twice as long each time, up to five seconds. `hurry` cuts the
 * waiting short: the network is back, the phone was woken, or it has just been enrolled.
 */

import type { Clock } from "./clock";
import type { Hitch, Order, PressEvent } from "./state";
import { readReceipt } from "./wire";

export const FIRST_WAIT_MS = 500;
export const LONGEST_WAIT_MS = 5000;
/** After this long without an answer the person is told that the press is NOT delivered. */
export const SILENCE_MS = 3000;
/** How long one attempt may take: short at first, longer on a slow link, so that some attempt fits any link. */
const PATIENCE_MS: readonly number[] = [4000, 8000, 15_000];

/** An attempt older than this is cut off when there is a reason to hurry: its connection is likely dead. */
const HOPEFUL_MS = 2000;

export interface CourierDeps {
  clock: Clock;
  fetch: typeof fetch;
  /** The phone's token; null before it is enrolled. */
  token(): string | null;
  online(): boolean;
  tell(order: Order, event: PressEvent): void;
}

interface Errand {
  order: Order;
  attempts: number;
  /** The attempt under way. */
  attempt: { since: number; abort: AbortController } | null;
  cancelWait: (() => void) | null;
}

export class Courier {
  readonly #errands = new Map<string, Errand>();
  readonly #deps: CourierDeps;

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

  /** Sends at once and until it is recorded. Sending an order that is already under way changes nothing. */
  send(order: Order): void {
    if (this.#errands.has(order.key)) return;
    const errand: Errand = { order, attempts: 0, attempt: null, cancelWait: null };
    this.#errands.set(order.key, errand);
    const { clock, online, tell } = this.#deps;
    if (!online()) tell(order, { type: "offline" });
    // A phone's clock may have been set since: the verdict comes within three seconds all the same.
    const left = Math.min(SILENCE_MS, Math.max(0, order.pressedAt + SILENCE_MS - clock.now()));
    clock.after(left, () => {
      if (this.#errands.has(order.key)) tell(order, { type: "silence" });
    });
    void this.#attempt(errand);
  }

  /** Tries again now whatever is waiting. */
  hurry(): void {
    for (const errand of this.#errands.values()) {
      if (errand.attempt === null) void this.#attempt(errand);
      else if (this.#deps.clock.now() - errand.attempt.since > HOPEFUL_MS) this.#replace(errand, errand.attempt);
    }
  }

  /** The network is gone: nothing that waits is on its way. */
  lost(): void {
    for (const { order } of this.#errands.values()) this.#deps.tell(order, { type: "offline" });
  }

  #replace(errand: Errand, stuck: { abort: AbortController }): void {
    errand.attempt = null;
    stuck.abort.abort();
    void this.#attempt(errand);
  }

  async #attempt(errand: Errand): Promise<void> {
    errand.cancelWait?.();
    errand.cancelWait = null;
    const attempt = { since: this.#deps.clock.now(), abort: new AbortController() };
    errand.attempt = attempt;
    const patience = PATIENCE_MS[Math.min(errand.attempts, PATIENCE_MS.length - 1)] as number;
    errand.attempts += 1;
    const event = await this.#try(errand.order, patience, attempt.abort);
    // A receipt counts whichever attempt brought it; the failure of a replaced attempt says nothing.
    if (event.type !== "recorded" && errand.attempt !== attempt) return;
    errand.attempt = null;
    if (event.type === "recorded") this.#finish(errand);
    else this.#wait(errand);
    this.#deps.tell(errand.order, event);
  }

  #finish(errand: Errand): void {
    errand.cancelWait?.();
    this.#errands.delete(errand.order.key);
  }

  #wait(errand: Errand): void {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (errand.attempts - 1));
    errand.cancelWait = this.#deps.clock.after(wait, () => void this.#attempt(errand));
  }

  async #try(order: Order, patience: number, abort: AbortController): Promise<PressEvent> {
    const token = this.#deps.token();
    if (token === null) return { type: "failed", hitch: "unknown-phone" };
    const cancel = this.#deps.clock.after(patience, () => abort.abort());
    try {
      const response = await this.#deps.fetch("/api/v1/alarms", requestOf(order, token, abort.signal));
      if (response.status === 201) {
        const receipt = readReceipt(await response.json());
        if (receipt !== null) return { type: "recorded", receipt };
      }
      return { type: "failed", hitch: await hitchOf(response) };
    } catch {
      return { type: "failed", hitch: this.#deps.online() ? "no-answer" : "offline" };
    } finally {
      cancel();
    }
  }
}

function requestOf(order: Order, token: string, signal: AbortSignal): RequestInit {
  const { kind, zone, silent } = order;
  const pressed_at = new Date(order.pressedAt).toISOString();
  return {
    method: "POST",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "Idempotency-Key": order.key,
    },
    // A place that is not known is left out: the server raises the alarm and flags it. Each try is the same to the byte,
    // here and in the service worker: the key stands for these words.
    body: JSON.stringify({ ...(zone === null ? {} : { zone }), kind, silent, pressed_at }),
    signal,
    cache: "no-store",
    credentials: "omit",
  };
}

async function hitchOf(response: Response): Promise<Hitch> {
  if (response.status === 401) return "unknown-phone";
  if (response.status !== 503) return "no-answer";
  const problem = await response.text().catch(() => "");
  return problem.includes("not-recorded") ? "not-recorded" : "no-answer";
}
