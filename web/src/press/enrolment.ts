/**
 * Reads an enrolment: `/press#token=…`, with `zone=…` for the place on whose wall the code hangs, and optionally the
 * phone's settings `silent=yes|no`, `hold=MILLISECONDS`, `lang=kk|ru|en`. The token stands behind the `#`, so that it
 * is never sent to a server in an address nor written to its log.
 */

import type { Enrolment, Settings } from "./storage";
import { clampHold, isLanguage } from "./wire";

export interface Change {
  enrolment: Enrolment;
  settings: Partial<Settings>;
}

/**
 * The enrolment in a link, a fragment or a bare token; null when there is none. A code without a token moves a phone
 * that is enrolled already (`now`) to another zone.
 */
export function readEnrolment(text: string, now: Enrolment | null): Change | null {
  const trimmed = text.trim();
  const hash = trimmed.indexOf("#");
  const fields = new URLSearchParams(hash >= 0 ? trimmed.slice(hash + 1) : bare(trimmed));
  const zone = fields.get("zone") || null;
  const token = fields.get("token") || (zone === null ? null : (now?.token ?? null));
  return token === null ? null : { enrolment: { token, zone }, settings: readSettings(fields) };
}

/** What somebody may paste: `token=…`, or the token alone. An address without a fragment is no token. */
function bare(text: string): string {
  if (text.includes("=") && !text.includes("/")) return text;
  return /^[\w.~+/-]{16,}=*$/.test(text) ? new URLSearchParams({ token: text }).toString() : "";
}

function readSettings(fields: URLSearchParams): Partial<Settings> {
  const settings: Partial<Settings> = {};
  const silent = fields.get("silent");
  const hold = fields.get("hold");
  const language = fields.get("lang");
  if (silent === "yes" || silent === "no") settings.silent = silent === "yes";
  if (hold !== null && hold !== "") settings.holdMs = clampHold(Number(hold));
  if (isLanguage(language)) settings.language = language;
  return settings;
}

/** Whether what was known under one enrolment says nothing about the other. */
export function isStrange(one: Enrolment, other: Enrolment): boolean {
  return one.token !== other.token || one.zone !== other.zone;
}
