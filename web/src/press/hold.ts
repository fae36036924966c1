/**
 * The finger on the button.
 *
 * A press is a hold of `holdMs`. A person in fear may instead hit the button again and again: the third short tap
 * within a second and a half counts as a press too, so that no way of asking for help is lost.
 */

import type { Clock } from "./clock";

const TAPS = 3;
const TAPS_WITHIN_MS = 1500;

export interface HoldEvents {
  /** The ring starts filling, for so many milliseconds. */
  filling(ms: number): void;
  /** The finger went up too early. */
  released(): void;
  fired(): void;
}

export class Hold {
  #cancel: (() => void) | null = null;
  #taps: number[] = [];
  readonly #clock: Clock;
  readonly #holdMs: () => number;
  readonly #events: HoldEvents;

  constructor(clock: Clock, holdMs: () => number, events: HoldEvents) {
    this.#clock = clock;
    this.#holdMs = holdMs;
    this.#events = events;
  }

  down(): void {
    if (this.#cancel) return;
    const ms = this.#holdMs();
    if (ms > 0) {
      this.#events.filling(ms);
      this.#cancel = this.#clock.after(ms, () => this.fire());
    } else {
      this.fire();
    }
  }

  up(): void {
    if (!this.#cancel) return;
    this.#cancel();
    this.#cancel = null;
    const now = this.#clock.now();
    this.#taps = [...this.#taps.filter((tap) => now - tap < TAPS_WITHIN_MS), now];
    if (this.#taps.length >= TAPS) this.fire();
    else this.#events.released();
  }

  /** A press without a hold: a switch or screen reader activates the button in one act. */
  fire(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#taps = [];
    this.#events.fired();
  }
}

/** Binds a hold to a button: finger, mouse, space, Enter, and assistive technology. */
export function bindHold(button: HTMLElement, hold: Hold): void {
  const isKey = (event: KeyboardEvent) => event.key === " " || event.key === "Enter";
  button.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    button.setPointerCapture?.(event.pointerId);
    hold.down();
  });
  button.addEventListener("pointerup", () => hold.up());
  button.addEventListener("pointercancel", () => hold.up());
  button.addEventListener("keydown", (event) => {
    if (!isKey(event)) return;
    event.preventDefault();
    if (!event.repeat) hold.down();
  });
  button.addEventListener("keyup", (event) => {
    if (!isKey(event)) return;
    event.preventDefault();
    hold.up();
  });
  button.addEventListener("blur", () => hold.up());
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  // A click that no finger and no key made (both are handled above) comes from assistive technology.
  button.addEventListener("click", (event) => {
    if (event.detail === 0 || (event as PointerEvent).pointerType === "") hold.fire();
  });
}
