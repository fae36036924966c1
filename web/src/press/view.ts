/**
 * The page's picture: a bar with the place, the states of the presses, the button, `assist`, the phone numbers.
 *
 * The button is built once and never replaced, so that nothing that arrives can take it from under a finger. In silent
 * mode the states stay folded behind a small dot in the bar, and nothing is read aloud.
 */

import { card, line, phoneList, phonesOf, wording } from "./card";
import type { Clock } from "./clock";
import { openContest, openSettings } from "./dialogs";
import { drawing, el, fill } from "./dom";
import { bindHold, Hold } from "./hold";
import { DOTS, ICONS } from "./icons";
import { pickLanguage, type Speech, speech } from "./language";
import type { PhoneView } from "./phone";
import { foremost, isDelivered, type Press } from "./state";
import type { Settings } from "./storage";
import { nameOf } from "./wire";

export interface Acts {
  press(kind: string | null): void;
  contest(press: Press, note: string): Promise<boolean>;
  putAway(press: Press): void;
  putAwayCall(id: string): void;
  set(settings: Partial<Settings>): void;
  enrol(link: string): Promise<boolean>;
}

const RING =
  '<circle class="track" cx="60" cy="60" r="54"/><circle class="fill" cx="60" cy="60" r="54" pathLength="1"/>';

export class View {
  readonly #acts: Acts;
  readonly #clock: Clock;
  #speech: Speech = speech("ru", null);
  #now: PhoneView | null = null;
  /** In silent mode: the person has tapped the dot. */
  #unfolded = false;
  #hinted = false;

  readonly #place = el("div", { class: "place" });
  readonly #sign = el("button", { class: "icon sign", "aria-expanded": "false", onclick: () => this.#fold() });
  readonly #settings = el(
    "button",
    { class: "icon", onclick: () => this.#openSettings() },
    drawing(ICONS.settings, 24),
  );
  readonly #notice = el("div", { class: "notice", role: "status" });
  readonly #calls = el("div", { class: "calls" });
  readonly #states = el("section", { class: "states" });
  readonly #help = el("button", { class: "help", type: "button" });
  readonly #helpWords = el("span", { class: "words" });
  readonly #assist = el("button", { class: "assist", type: "button" });
  readonly #assistWords = el("span");
  readonly #phones = el("nav", { class: "numbers" });
  readonly #main = el("main");

  constructor(root: HTMLElement, clock: Clock, acts: Acts) {
    this.#acts = acts;
    this.#clock = clock;
    this.#help.append(ring(), this.#helpWords);
    this.#assist.append(drawing(ICONS.people, 24), this.#assistWords);
    this.#bind(this.#help, null);
    this.#bind(this.#assist, "assist");
    root.replaceChildren(el("header", { class: "bar" }, this.#place, this.#sign, this.#settings), this.#main);
  }

  draw(now: PhoneView): void {
    this.#now = now;
    const site = now.briefing?.site ?? null;
    const language = pickLanguage(
      now.settings.language,
      now.briefing?.language ?? null,
      navigator.languages,
      site?.language ?? null,
    );
    this.#speech = speech(language, site?.timeZone ?? null);
    document.documentElement.lang = language;
    document.title = this.#speech.say("title");
    this.#drawBar(now);
    if (now.enrolled) this.#drawEnrolled(now);
    else this.#drawEnrolment();
  }

  #drawEnrolled(now: PhoneView): void {
    fill(this.#main, "enrolled", () => [
      this.#notice,
      this.#calls,
      this.#states,
      this.#help,
      el("footer", {}, this.#assist, this.#phones),
    ]);
    this.#drawNotices(now);
    this.#drawStates(now);
    this.#drawButtons(now);
  }

  #silent(now: PhoneView): boolean {
    return now.settings.silent ?? now.briefing?.silent ?? true;
  }

  /** Whether the states are told in full: on a silent phone only after the dot was tapped. */
  #told(now: PhoneView): boolean {
    return !this.#silent(now) || this.#unfolded;
  }

  #drawBar(now: PhoneView): void {
    const { say, language } = this.#speech;
    const { zone, site } = now.briefing ?? { zone: null, site: null };
    fill(this.#place, [language, now.enrolled, zone, site, now.namedZone, now.link], () => {
      if (!now.enrolled) return ["Saqta"];
      const uncertain = [say("place-uncertain"), now.namedZone].filter(Boolean).join(": ");
      const where = zone ? nameOf(zone, language) : uncertain;
      // To a stranger nothing is promised: a press with a token that nobody knows raises no alarm.
      const promise = now.link === "stranger" ? "" : say("place-uncertain-detail");
      const below = zone ? (site ? nameOf(site, language) : "") : promise;
      return [zone && el("small", {}, say("place")), el("b", {}, where), el("small", {}, below)];
    });
    this.#settings.setAttribute("aria-label", say("settings"));
    const press = foremost(now.presses);
    this.#sign.hidden = !this.#silent(now) || press === null;
    this.#sign.setAttribute("aria-expanded", String(this.#unfolded));
    // A call that did not arrive is said even here: a wrong belief in help is the greater danger.
    const failed = press?.stage === "undelivered" && wording(press, this.#speech).headline;
    this.#sign.setAttribute("aria-label", [say("sign-show"), failed].filter(Boolean).join(": "));
    fill(this.#sign, [press?.stage, failed], () => (press === null ? [] : [drawing(DOTS[press.stage], 22), failed]));
  }

  #drawNotices(now: PhoneView): void {
    const { say, language } = this.#speech;
    // A call that is not delivered says more, and needs the room.
    const calling = now.presses.some((press) => !isDelivered(press));
    const link = calling ? "live" : now.link;
    fill(this.#notice, [language, link], () =>
      link === "lost" || link === "stranger" ? [el("p", {}, say(`link-${link}`))] : [],
    );
    fill(this.#calls, [language, now.calls], () =>
      now.calls.map(({ id, zone }) =>
        el(
          "p",
          { role: "status" },
          drawing(ICONS.people, 20),
          zone ? say("colleague", { zone: nameOf(zone, language) }) : say("colleague-somewhere"),
          el(
            "button",
            { class: "plain small", "aria-label": say("hide"), onclick: () => this.#acts.putAwayCall(id) },
            "×",
          ),
        ),
      ),
    );
  }

  #drawStates(now: PhoneView): void {
    const told = this.#told(now);
    const first = told ? foremost(now.presses) : null;
    const stale = now.link !== "live" && now.link !== "unknown";
    const site = now.briefing?.site?.phones ?? [];
    const facts = [this.#speech.language, told ? now.presses : [], stale, site];
    this.#states.setAttribute("aria-live", this.#silent(now) ? "off" : "assertive");
    const acts = {
      putAway: this.#acts.putAway,
      contest: (press: Press) => openContest(this.#speech, (note) => this.#acts.contest(press, note)),
    };
    fill(this.#states, facts, () => {
      if (first === null) return [];
      const others = now.presses.filter((press) => press !== first).reverse();
      return [
        card(first, this.#speech, phonesOf(site, this.#speech), stale, acts),
        others.length > 0 && el("ul", { class: "others" }, ...others.map((press) => line(press, this.#speech, acts))),
      ];
    });
  }

  #drawButtons(now: PhoneView): void {
    const { say, language } = this.#speech;
    const open = now.presses.some((press) => press.stage !== "closed");
    const told = this.#told(now);
    const hold = now.settings.holdMs ?? now.briefing?.holdMs ?? 300;
    const hint = hold === 0 ? "tap" : this.#hinted ? "hold-longer" : "hold";
    fill(this.#helpWords, [language, open && told, hint], () => [
      el("b", {}, say(open && told ? "help-again" : "help")),
      el("small", {}, say(hint)),
    ]);
    this.#assistWords.textContent = say("assist");
    document.body.classList.toggle("told", now.presses.length > 0 && told);
    document.body.classList.toggle("open", open && told);
    // The card of a call that did not arrive holds the numbers already.
    const repeated = told && foremost(now.presses)?.stage === "undelivered";
    const site = now.briefing?.site?.phones ?? [];
    fill(this.#phones, [language, site, repeated], () =>
      repeated ? [] : [phoneList(phonesOf(site, this.#speech), this.#speech)],
    );
  }

  #drawEnrolment(): void {
    const { say, language } = this.#speech;
    fill(this.#main, ["enrol", language], () => {
      const link = el("input", { type: "text", id: "link", autocomplete: "off", spellcheck: "false" });
      const wrong = el("p", { role: "alert", class: "failed" });
      const connect = async (event: Event) => {
        event.preventDefault();
        if (!(await this.#acts.enrol(link.value))) wrong.textContent = say("enrol-wrong");
      };
      return [
        el(
          "form",
          { class: "enrol", onsubmit: connect },
          el("h1", {}, say("enrol-title")),
          el("p", {}, say("enrol-how")),
          el("label", { for: "link" }, say("enrol-paste")),
          link,
          wrong,
          el("button", { class: "primary" }, say("enrol-go")),
          el("h2", {}, say("enrol-until")),
          phoneList(phonesOf([], this.#speech), this.#speech),
        ),
      ];
    });
  }

  #bind(button: HTMLElement, kind: string | null): void {
    const holdMs = () => this.#now?.settings.holdMs ?? this.#now?.briefing?.holdMs ?? 300;
    const clear = () => button.classList.remove("filling");
    bindHold(
      button,
      new Hold(this.#clock, holdMs, {
        filling: (ms) => {
          button.style.setProperty("--hold", `${ms}ms`);
          button.classList.add("filling");
        },
        released: () => {
          clear();
          this.#hinted = true;
          this.#redraw();
        },
        fired: () => {
          clear();
          this.#hinted = false;
          this.#unfolded = false;
          this.#acts.press(kind);
        },
      }),
    );
  }

  #fold(): void {
    this.#unfolded = !this.#unfolded;
    this.#redraw();
  }

  #openSettings(): void {
    if (this.#now === null) return;
    const holdMs = this.#now.settings.holdMs ?? this.#now.briefing?.holdMs ?? 300;
    openSettings(this.#speech, { silent: this.#silent(this.#now), holdMs }, this.#acts.set);
  }

  #redraw(): void {
    if (this.#now !== null) this.draw(this.#now);
  }
}

function ring(): SVGElement {
  const svg = drawing(RING, 120);
  svg.setAttribute("viewBox", "0 0 120 120");
  svg.setAttribute("class", "ring");
  return svg;
}

/** How the phone trembles, unless it is silent: a failure long, progress short. */
export function tremor(press: Press): number[] {
  if (press.stage === "undelivered") return [400, 150, 400];
  return isDelivered(press) ? [80, 60, 80] : [60];
}
