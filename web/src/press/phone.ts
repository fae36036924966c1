/**
 * The phone: everything the page knows, and what it does when something happens. No DOM here; `main.ts` draws.
 *
 * The cast: the **enrolment** (who this phone is), the **briefing** (where it will call to), the **presses**, the
 * **calls** of colleagues, and the **link** to the server. Courier and watcher bring facts; the phone keeps them, first
 * on disk, then on the screen.
 */

import type { Clock } from "./clock";
import { Courier } from "./courier";
import { isStrange, readEnrolment } from "./enrolment";
import { begin, isDelivered, type Order, type Press, type PressEvent, step } from "./state";
import { type Enrolment, NO_SETTINGS, type Settings, type Storage } from "./storage";
import { type Link, Watcher } from "./watcher";
import { type AlarmEvent, type Briefing, type News, newsFromAlarm, type Place, readBriefing } from "./wire";

/** A closed alarm leaves the screen after this long, if nobody has put it away. */
const KEEP_CLOSED_MS = 12 * 3600_000;
/** A colleague's call leaves the screen after this long. */
const KEEP_CALL_MS = 15 * 60_000;
/** Storage that takes longer than this does not hold up a press. */
const STORE_PATIENCE_MS = 250;
const BRIEFING_PATIENCE_MS = 8000;

/** A colleague's call for help. */
export interface Call {
  id: string;
  zone: Place | null;
}

export interface PhoneView {
  enrolled: boolean;
  /** The zone the enrolment named, also when the server does not know it. */
  namedZone: string | null;
  briefing: Briefing | null;
  settings: Settings;
  link: Link | "unknown";
  presses: Press[];
  calls: Call[];
}

export interface PhoneDeps {
  clock: Clock;
  fetch: typeof fetch;
  storage: Storage;
  uuid(): string;
  online(): boolean;
  draw(view: PhoneView): void;
  /** A press changed its stage, for vibration on phones that are not silent. */
  changed(press: Press): void;
  /** Asks the service worker to send what is waiting when the page cannot. */
  requestSync(): void;
}

export class Phone {
  readonly #deps: PhoneDeps;
  readonly #courier: Courier;
  readonly #watcher: Watcher;
  #enrolment: Enrolment | null = null;
  #settings: Settings = NO_SETTINGS;
  #briefing: Briefing | null = null;
  #link: Link | "unknown" = "unknown";
  #presses: Press[] = [];
  #calls: Call[] = [];

  constructor(deps: PhoneDeps) {
    this.#deps = deps;
    const token = () => this.#enrolment?.token ?? null;
    const { clock, fetch, online } = deps;
    this.#courier = new Courier({ clock, fetch, online, token, tell: (order, event) => this.#tell(order, event) });
    this.#watcher = new Watcher({
      clock,
      fetch,
      token,
      watched: () => this.#presses.filter(isDelivered).map((it) => it.receipt.id),
      heard: (event) => this.#heard(event),
      learned: (id, news) => this.#learned(id, news, null),
      link: (link) => this.#linked(link),
      directoryChanged: () => void this.#brief(),
    });
  }

  /** Takes up what the phone has kept; `fragment` is the address's `#…`, where an enrolment may be. */
  async start(fragment: string): Promise<void> {
    const { storage } = this.#deps;
    this.#enrolment = await storage.get("enrolment");
    this.#settings = (await storage.get("settings")) ?? NO_SETTINGS;
    this.#briefing = await storage.get("briefing");
    this.#presses = (await storage.presses()).filter((press) => this.#isWorthKeeping(press));
    if (await this.enrol(fragment)) return;
    this.#draw();
    this.#resume();
  }

  /** Enrols the phone, or moves it to another place, if `text` (a link, a fragment or a token) says so. */
  async enrol(text: string): Promise<boolean> {
    const change = readEnrolment(text, this.#enrolment);
    if (change === null) return false;
    const { storage } = this.#deps;
    const strange = this.#enrolment === null || isStrange(this.#enrolment, change.enrolment);
    if (strange) this.#briefing = null;
    this.#enrolment = change.enrolment;
    this.#settings = { ...this.#settings, ...change.settings };
    this.#draw();
    this.#resume();
    if (strange) await storage.put("briefing", null);
    await storage.put("enrolment", change.enrolment);
    await storage.put("settings", this.#settings);
    return true;
  }

  async set(settings: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    this.#draw();
    await this.#deps.storage.put("settings", this.#settings);
  }

  get silent(): boolean {
    return this.#settings.silent ?? this.#briefing?.silent ?? true;
  }

  get holdMs(): number {
    return this.#settings.holdMs ?? this.#briefing?.holdMs ?? 300;
  }

  /** A call for help. `kind` null is the large button's. */
  async press(kind: string | null): Promise<void> {
    const { clock, storage, uuid } = this.#deps;
    const order: Order = {
      key: uuid(),
      kind: kind ?? this.#briefing?.kind ?? "panic",
      zone: this.#briefing?.zone?.id ?? this.#enrolment?.zone ?? null,
      silent: this.silent,
      pressedAt: clock.now(),
    };
    const press = begin(order);
    this.#presses = [...this.#presses, press];
    this.#draw();
    this.#deps.changed(press);
    await Promise.race([storage.keep(press), new Promise<void>((settle) => clock.after(STORE_PATIENCE_MS, settle))]);
    this.#deps.requestSync();
    this.#courier.send(order);
  }

  /** "I disagree: it was real." Answers whether the server has taken it. */
  async contest(press: Press, note: string): Promise<boolean> {
    if (!isDelivered(press) || this.#enrolment === null) return false;
    const { id } = press.receipt;
    try {
      const response = await this.#deps.fetch(`/api/v1/alarms/${encodeURIComponent(id)}/reopen`, {
        method: "POST",
        headers: { Authorization: `Bearer ${this.#enrolment.token}`, "Content-Type": "application/json" },
        body: JSON.stringify(note.trim() === "" ? {} : { note: note.trim() }),
        credentials: "omit",
      });
      if (!response.ok) return false;
      const news = newsFromAlarm(await response.json());
      if (news !== null) this.#learned(id, news, null);
      return true;
    } catch {
      return false;
    }
  }

  /** Takes a closed press off the screen. */
  putAway(press: Press): void {
    if (press.stage !== "closed") return;
    this.#presses = this.#presses.filter((it) => it.order.key !== press.order.key);
    void this.#deps.storage.forget(press.order.key);
    this.#draw();
  }

  putAwayCall(id: string): void {
    this.#calls = this.#calls.filter((it) => it.id !== id);
    this.#draw();
  }

  /** The network is back, or the person looks at the phone again. */
  wake(): void {
    this.#courier.hurry();
    this.#watcher.nudge();
  }

  offline(): void {
    this.#courier.lost();
    this.#linked("lost");
  }

  #resume(): void {
    for (const press of this.#presses) if (!isDelivered(press)) this.#courier.send(press.order);
    this.#courier.hurry();
    this.#watcher.restart();
    void this.#brief();
  }

  #isWorthKeeping(press: Press): boolean {
    const old = press.stage === "closed" && this.#deps.clock.now() - Date.parse(press.at) > KEEP_CLOSED_MS;
    if (old) void this.#deps.storage.forget(press.order.key);
    return !old;
  }

  async #brief(): Promise<void> {
    const enrolment = this.#enrolment;
    if (enrolment === null) return;
    const briefing = await this.#ask(enrolment.zone);
    if (briefing === null || this.#enrolment !== enrolment) return;
    this.#briefing = briefing;
    this.#draw();
    await this.#deps.storage.put("briefing", briefing);
  }

  async #ask(zone: string | null): Promise<Briefing | null> {
    const abort = new AbortController();
    const cancel = this.#deps.clock.after(BRIEFING_PATIENCE_MS, () => abort.abort());
    try {
      const response = await this.#deps.fetch(`/api/v1/press${zone ? `?zone=${encodeURIComponent(zone)}` : ""}`, {
        headers: { Authorization: `Bearer ${this.#enrolment?.token}` },
        signal: abort.signal,
        cache: "no-store",
        credentials: "omit",
      });
      return response.ok ? readBriefing(await response.json()) : null;
    } catch {
      return null;
    } finally {
      cancel();
    }
  }

  #linked(link: Link): void {
    const wasLost = this.#link !== "live";
    this.#link = link;
    this.#draw();
    if (link !== "live" || !wasLost) return;
    this.#courier.hurry();
    void this.#brief();
  }

  #tell(order: Order, event: PressEvent): void {
    this.#update((press) => press.order.key === order.key, event);
    if (event.type === "recorded") void this.#watcher.look();
  }

  #learned(id: string, news: News, position: number | null): void {
    this.#update((press) => isDelivered(press) && press.receipt.id === id, { type: "news", news, position });
  }

  #update(which: (press: Press) => boolean, event: PressEvent): void {
    const before = this.#presses;
    this.#presses = before.map((press) => (which(press) ? step(press, event) : press));
    for (const [index, press] of this.#presses.entries()) {
      if (press === before[index]) continue;
      void this.#deps.storage.keep(press);
      if (press.stage !== before[index]?.stage) this.#deps.changed(press);
    }
    this.#draw();
  }

  #heard(event: AlarmEvent): void {
    if (this.#isOwn(event.id)) {
      if (event.news !== null) this.#learned(event.id, event.news, event.position);
    } else if (event.type === "alarm.raised") {
      void this.#called(event);
    } else if (event.news?.state === "closed") {
      this.putAwayCall(event.id);
    }
  }

  #isOwn(id: string): boolean {
    return this.#presses.some((press) => isDelivered(press) && press.receipt.id === id);
  }

  /** Somebody at this site has called for help. A silent call is nobody's to show. */
  async #called(event: AlarmEvent): Promise<void> {
    const site = this.#briefing?.site?.id ?? event.site;
    if (event.silent || event.site !== site) return;
    const zone = event.zone === null ? null : await this.#zone(event.zone);
    this.#calls = [...this.#calls.filter((it) => it.id !== event.id), { id: event.id, zone }];
    this.#deps.clock.after(KEEP_CALL_MS, () => this.putAwayCall(event.id));
    this.#draw();
  }

  /** A zone's name: the phone's own, else as the server would name it to a phone that stands there. */
  async #zone(id: string): Promise<Place> {
    const own = this.#briefing?.zone;
    return own?.id === id ? own : ((await this.#ask(id))?.zone ?? { id, name: {} });
  }

  #draw(): void {
    const sending = this.#presses.some((press) => !isDelivered(press));
    this.#deps.draw({
      enrolled: this.#enrolment !== null,
      namedZone: this.#enrolment?.zone ?? null,
      briefing: this.#briefing,
      settings: this.#settings,
      link: this.#link,
      presses: this.#presses,
      // The stream may name an own press before its receipt arrives; until then no call is shown as a colleague's.
      calls: sending ? [] : this.#calls.filter((call) => !this.#isOwn(call.id)),
    });
  }
}
