/**
 * What a key means on the console, and when it is too early to mean it.
 *
 * A guard who presses space for the alarm on top must not take another that slid under the finger: a row answers
 * to space only when it has been on top, visible, for 700 ms.
 */
export const VISIBLE_FOR_MS = 700;

export type Command = "step" | "previous" | "next" | "attend" | "help" | "escape";

/** What holds the focus: `field` takes every key, `button` takes space and Enter, `page` takes none. */
export type Focus = "page" | "button" | "field";

export interface Key {
  readonly key: string;
  readonly repeat: boolean;
  readonly modified: boolean;
}

export function commandOf(key: Key, focus: Focus): Command | null {
  if (key.modified) return null;
  if (key.key === "Escape") return "escape";
  if (focus === "field") return null;
  switch (key.key) {
    case "ArrowUp":
      return "previous";
    case "ArrowDown":
      return "next";
    case "?":
      return "help";
    // A held key must not run through the steps.
    case " ":
      return focus === "button" || key.repeat ? null : "step";
    case "Enter":
      return focus === "button" || key.repeat ? null : "attend";
    default:
      return null;
  }
}

const FIELDS =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="menuitem"], [role="option"]';
const BUTTONS = 'button, a[href], summary, [role="button"], [role="tab"], [role="switch"]';

export function focusOf(element: Element | null): Focus {
  if (element === null) return "page";
  if (element.closest(FIELDS) !== null) return "field";
  return element.closest(BUTTONS) === null ? "page" : "button";
}

/** What a click leaves the focus on although nobody means to type there. */
const CLICKED = 'button, a[href], input[type="radio"], [role="tab"]';

/**
 * Gives the keyboard back to the alarms after a click: a language that was just chosen must not swallow the space bar.
 * Whoever came by keyboard keeps the focus, and so does a dialog.
 */
export function letGoOf(element: Element | null): void {
  if (element instanceof HTMLElement && element.matches(CLICKED) && element.closest('[role="dialog"]') === null) {
    element.blur();
  }
}

/** Knows since when the same thing has been in view. */
export class Seen {
  private subject: string | null = null;
  private since = 0;

  /** Tell it what is in view now; null when nothing is, or when the page is hidden or covered. */
  look(subject: string | null, now: number): void {
    if (subject === this.subject) return;
    this.subject = subject;
    this.since = now;
  }

  /** Whether `subject` has been in view long enough to be meant. */
  long(subject: string, now: number): boolean {
    return subject === this.subject && now - this.since >= VISIBLE_FOR_MS;
  }
}
