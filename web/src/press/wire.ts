/**
 * What the press page reads from the server, and nothing more.
 *
 * The cast: a **briefing** is what the page may show before it is pressed (`GET /api/v1/press`); a **receipt** is the
 * server's word that a press is on its disk (`201` of `POST /api/v1/alarms`); **news** is any later fact about an
 * alarm, from the live stream or from `GET /api/v1/alarms/{id}`.
 *
 * Answers are read by hand: an answer that cannot be understood must count as no answer, never as a success.
 */

export type Language = "kk" | "ru" | "en";
export const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];

/** A name in up to three languages. */
export type Name = Partial<Record<Language, string | null>>;

export interface Phone {
  name: string;
  number: string;
}

export interface Place {
  id: string;
  name: Name;
}

export interface Briefing {
  site: (Place & { timeZone: string | null; language: Language | null; phones: Phone[] }) | null;
  zone: Place | null;
  /** What the person of the token reads; null for a device. */
  language: Language | null;
  /** The kind that the large button sends. */
  kind: string;
  silent: boolean;
  /** How long the button is held, in milliseconds, 0 to 2000. */
  holdMs: number;
}

/** The server's word that a press is durable. */
export interface Receipt {
  id: string;
  /** The journal position of its `alarm.raised`. */
  position: number;
  /** RFC 3339, UTC. */
  raisedAt: string;
}

export type AlarmState = "raised" | "acknowledged" | "responding" | "attended" | "closed";
export type Outcome = "real" | "no-danger" | "test";

/** The state of an alarm, as of `at`. */
export interface News {
  state: AlarmState;
  /** Who made this state; null when unknown or erased. */
  by: string | null;
  /** RFC 3339, UTC. */
  at: string;
  outcome: Outcome | null;
  contested: boolean;
}

const STATES: readonly string[] = ["raised", "acknowledged", "responding", "attended", "closed"];
const OUTCOMES: readonly string[] = ["real", "no-danger", "test"];

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function place(value: unknown): Place | null {
  const { id, name } = fields(value);
  const known = text(id);
  return known === null ? null : { id: known, name: fields(name) as Name };
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/** Milliseconds a button is held: 300 when nothing usable is given, else clamped to 0…2000. */
export function clampHold(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? Math.min(2000, Math.max(0, value)) : 300;
}

export function readBriefing(body: unknown): Briefing | null {
  const it = fields(body);
  if (!("site" in it) && !("zone" in it)) return null;
  const site = place(it.site);
  const raw = fields(it.site);
  const person = fields(it.person);
  const phones = Array.isArray(raw.phones) ? raw.phones.map(fields) : [];
  return {
    site: site && {
      ...site,
      timeZone: text(raw.time_zone),
      language: isLanguage(raw.language) ? raw.language : null,
      phones: phones.flatMap(({ name, number }) => {
        const dial = text(number);
        return dial === null ? [] : [{ name: text(name) ?? "", number: dial }];
      }),
    },
    zone: place(it.zone),
    language: isLanguage(person.language) ? person.language : null,
    kind: text(it.kind) ?? "panic",
    silent: it.silent !== false,
    holdMs: clampHold(it.hold_ms),
  };
}

export function readReceipt(body: unknown): Receipt | null {
  const it = fields(body);
  const id = text(it.id);
  const raisedAt = text(it.raised_at);
  return id !== null && raisedAt !== null && typeof it.position === "number"
    ? { id, raisedAt, position: it.position }
    : null;
}

function readState(value: unknown): AlarmState | null {
  return STATES.includes(value as string) ? (value as AlarmState) : null;
}

function readOutcome(value: unknown): Outcome | null {
  return OUTCOMES.includes(value as string) ? (value as Outcome) : null;
}

/** The time at which an alarm (as `GET /alarms/{id}` shows it) came into its present state. */
function stateTime(alarm: Fields, state: AlarmState): string {
  return text(alarm[`${state}_at`]) ?? text(alarm.raised_at) ?? "";
}

/** News out of a whole alarm (`GET /alarms/{id}`, or the answer to a transition). */
export function newsFromAlarm(body: unknown): News | null {
  const it = fields(body);
  const state = readState(it.state);
  if (state === null) return null;
  return {
    state,
    by: text(fields(it.by).name),
    at: stateTime(it, state),
    outcome: readOutcome(it.outcome),
    contested: it.contested === true,
  };
}

/** One event of the live stream that concerns an alarm. */
export interface AlarmEvent {
  position: number;
  type: string;
  id: string;
  site: string | null;
  zone: string | null;
  silent: boolean;
  at: string;
  /** Present when the event carries a state. */
  news: News | null;
}

export function readAlarmEvent(type: string, data: string): AlarmEvent | null {
  const body = parse(data);
  const it = fields(body);
  const alarm = fields(it.alarm);
  const id = text(alarm.id);
  const at = text(it.at);
  if (!type.startsWith("alarm.") || id === null || at === null || typeof it.position !== "number") return null;
  const state = type === "alarm.raised" ? "raised" : readState(alarm.state);
  return {
    position: it.position,
    type,
    id,
    site: text(alarm.site),
    zone: text(alarm.zone),
    silent: alarm.silent === true,
    at,
    news: state && {
      state,
      by: state === "raised" ? null : text(fields(it.by).name),
      at,
      outcome: readOutcome(alarm.outcome),
      contested: alarm.contested === true,
    },
  };
}

/** The journal's head, as an `event: head` of the stream tells it. */
export function readHead(data: string): number | null {
  const { position } = fields(parse(data));
  return typeof position === "number" ? position : null;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** The name in the reader's language, else Russian, Kazakh, English, else the id. */
export function nameOf(place: Place, language: Language): string {
  const { name } = place;
  return name[language] || name.ru || name.kk || name.en || place.id;
}
