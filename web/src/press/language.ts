/** Which language the page speaks, and how it says a message, a time and a number in it. */

import { IDS, TEXTS } from "./generated/texts";
import { isLanguage, type Language } from "./wire";

export type Values = Record<string, string>;

const ids = IDS.split(" ");

/**
 * What was chosen on this phone, else what the token's person reads, else the browser's first that is known, else the
 * site's language, else Russian.
 */
export function pickLanguage(
  chosen: Language | null,
  person: Language | null,
  browser: readonly string[],
  site: Language | null,
): Language {
  const known = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return chosen ?? person ?? known ?? site ?? "ru";
}

export interface Speech {
  language: Language;
  /** A message of the `press.ftl` catalogues; `id` without the prefix `press-`. */
  say(id: string, values?: Values): string;
  /** Hours and minutes of an RFC 3339 time, by the site's clock. */
  time(at: string): string;
  /** Seconds with one decimal, such as 0.3 or 0,3. */
  seconds(ms: number): string;
}

export function speech(language: Language, timeZone: string | null): Speech {
  const texts = TEXTS[language].split("\n");
  return {
    language,
    // An unknown message shows its id, so that it is found and never blank.
    say: (id, values = {}) => (texts[ids.indexOf(id)] ?? id).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? name),
    time: (at) => hoursAndMinutes(at, timeZone),
    seconds: (ms) => (ms / 1000).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  };
}

function hoursAndMinutes(at: string, timeZone: string | null): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return "";
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  try {
    return instant.toLocaleTimeString("ru", { ...options, timeZone: timeZone ?? undefined });
  } catch {
    // A zone that this browser does not know: the phone's own clock is the next best.
    return instant.toLocaleTimeString("ru", options);
  }
}
