/**
 * What the console believes about the open alarms.
 *
 * Cast: the *book* holds one entry per alarm; an entry's `asOf` is the journal position it reflects. A *list* is the
 * server's answer, page by page, each page with its own position; an *event* is one live change. The book takes both
 * in any order and never lets an older fact undo a newer one, so that no alarm is lost and none is shown twice.
 *
 * The book is changed in place: with 30,000 open alarms and 1,000 presses a second, copying would freeze the screen.
 * It knows no clock, no network and no React.
 */
import type { Alarm, AlarmEvent, Happening, Page } from "../api/types";

interface Entry {
  readonly alarm: Alarm;
  readonly asOf: number;
}

/** `missing`: the event speaks of an alarm the book does not hold; load it by its id. */
export type Applied = "changed" | "ignored" | "missing";

export interface LiveEvent {
  readonly happening: Happening;
  readonly event: AlarmEvent;
}

/** Closed alarms are remembered for a while, so that a late duplicate cannot bring one back. */
const CLOSED_KEPT = 1_000;

export class AlarmBook {
  private readonly entries = new Map<string, Entry>();
  private readonly closed = new Map<string, Entry>();
  private arrivals: Alarm[] = [];

  /** The newest journal position seen in a list or an event. */
  position = 0;

  get size(): number {
    return this.entries.size;
  }

  /** The alarm, open or recently closed. */
  get(id: string): Alarm | undefined {
    return (this.entries.get(id) ?? this.closed.get(id))?.alarm;
  }

  /** The position that the alarm's entry reflects; 0 when there is none. */
  asOf(id: string): number {
    return (this.entries.get(id) ?? this.closed.get(id))?.asOf ?? 0;
  }

  *open(): Iterable<Alarm> {
    for (const entry of this.entries.values()) yield entry.alarm;
  }

  /** The alarms that began to wait since the last call: raised, reopened, released or found in a list. */
  takeArrivals(): readonly Alarm[] {
    const arrivals = this.arrivals;
    this.arrivals = [];
    return arrivals;
  }

  apply({ happening, event }: LiveEvent): Applied {
    this.position = Math.max(this.position, event.position);
    const known = this.entries.get(event.alarm.id) ?? this.closed.get(event.alarm.id);
    if (known !== undefined && event.position <= known.asOf) return "ignored";
    if (happening === "raised") {
      if (!isWhole(event.alarm)) return "ignored";
      this.store({ alarm: event.alarm, asOf: event.position });
      return "changed";
    }
    if (known === undefined && isGlimpse(event.alarm)) return "ignored";
    if (known === undefined) return happening === "closed" ? "ignored" : "missing";
    this.store({ alarm: changed(known.alarm, happening, event), asOf: event.position });
    return "changed";
  }

  /**
   * Takes the whole list of open alarms, then the events that arrived while it was being loaded.
   * Returns the ids that must be loaded one by one.
   */
  load(pages: readonly Page<Alarm>[], meanwhile: readonly LiveEvent[]): readonly string[] {
    const first = pages[0]?.position ?? 0;
    const listed = new Set<string>();
    for (const page of pages) {
      this.position = Math.max(this.position, page.position);
      for (const alarm of page.items) {
        if (!isWhole(alarm)) continue;
        listed.add(alarm.id);
        if (this.asOf(alarm.id) <= page.position) this.store({ alarm, asOf: page.position });
      }
    }
    for (const [id, entry] of this.entries) {
      // Not listed and not changed since the list was begun: it was closed while nobody was listening.
      if (!listed.has(id) && entry.asOf <= first) this.entries.delete(id);
    }
    const missing = new Set<string>();
    for (const live of meanwhile) {
      if (live.event.position > first && this.apply(live) === "missing") missing.add(live.event.alarm.id);
    }
    return [...missing];
  }

  /** Takes one alarm that was loaded by its id. */
  put(alarm: Alarm, asOf: number): void {
    if (isWhole(alarm) && asOf >= this.asOf(alarm.id)) this.store({ alarm, asOf });
  }

  /** Takes the server's answer to a step, unless the stream has moved the alarm on since `asOfBefore`. */
  answer(alarm: Alarm, asOfBefore: number): void {
    if (this.asOf(alarm.id) === asOfBefore) this.store({ alarm, asOf: asOfBefore });
  }

  /** Forgets everything: the server speaks of another journal now. */
  reset(): void {
    this.entries.clear();
    this.closed.clear();
    this.arrivals = [];
    this.position = 0;
  }

  private store(entry: Entry): void {
    const { alarm } = entry;
    if (alarm.state === "closed") {
      this.entries.delete(alarm.id);
      this.closed.delete(alarm.id);
      this.closed.set(alarm.id, entry);
      if (this.closed.size > CLOSED_KEPT) this.forgetOldestClosed();
      return;
    }
    const before = this.entries.get(alarm.id)?.alarm.state;
    this.closed.delete(alarm.id);
    this.entries.set(alarm.id, entry);
    if (alarm.state === "raised" && before !== "raised") this.arrivals.push(alarm);
  }

  private forgetOldestClosed(): void {
    for (const id of this.closed.keys()) {
      this.closed.delete(id);
      return;
    }
  }
}

/**
 * Whether this is the alarm itself. Of colleagues' alarms at a site where somebody only works, the server tells kind,
 * zone and state; they belong on that person's phone, not on a console that could do nothing about them.
 */
export function isWhole(alarm: Partial<Alarm>): alarm is Alarm {
  return alarm.flags !== undefined && alarm.state !== undefined;
}

/** What is said of a colleague's alarm names its situation but not its flags; a plain change names neither. */
function isGlimpse(alarm: AlarmEvent["alarm"]): boolean {
  return alarm.situation !== undefined && alarm.flags === undefined;
}

function changed(alarm: Alarm, happening: Happening, event: AlarmEvent): Alarm {
  const { at, by } = event;
  switch (happening) {
    case "acknowledged":
      return { ...alarm, state: "acknowledged", by, acknowledged_at: at };
    case "responding":
      return { ...alarm, state: "responding", by, responding_at: at };
    case "attended":
      return { ...alarm, state: "attended", by, attended_at: at };
    case "closed":
      return {
        ...alarm,
        state: "closed",
        by,
        closed_at: at,
        outcome: event.alarm.outcome ?? alarm.outcome,
        factors: event.alarm.factors ?? alarm.factors,
      };
    case "released":
      return { ...waiting(alarm), by };
    case "reopened":
    case "contested":
      return {
        ...waiting(alarm),
        by,
        contested: event.alarm.contested ?? (alarm.contested || happening === "contested"),
      };
    case "joined":
    case "repeated":
    case "noted":
    case "signalled":
    case "raised":
      return { ...alarm, ...details(event.alarm) };
  }
}

function waiting(alarm: Alarm): Alarm {
  return {
    ...alarm,
    state: "raised",
    acknowledged_at: null,
    responding_at: null,
    attended_at: null,
    closed_at: null,
    outcome: null,
    factors: [],
  };
}

/** What a later message about the same alarm may add. It never changes the state. */
function details(said: AlarmEvent["alarm"]): Partial<Alarm> {
  return {
    ...(said.flags === undefined ? {} : { flags: said.flags }),
    ...(said.situation === undefined ? {} : { situation: said.situation }),
    site: said.site,
    ...(said.kind === undefined ? {} : { kind: said.kind }),
    ...(said.zone === undefined ? {} : { zone: said.zone }),
    ...(said.device === undefined ? {} : { device: said.device }),
    ...(said.repeats === undefined ? {} : { repeats: said.repeats }),
    ...(said.signal === undefined ? {} : { signal: said.signal }),
  };
}
