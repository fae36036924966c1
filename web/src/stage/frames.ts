/**
 * The two frames: the phone and the console, both the program's real pages.
 *
 * Each is drawn at the size of its real device and scaled to the room there is, so that the visitor sees what a nurse
 * and a guard see. The frames are loaded once, when the program first answers; from then on the pages inside look
 * after themselves, which is what the story wants to show.
 */

import { type SignIn, type StageState, signIn } from "./api";
import type { Language } from "./words";

const PHONE = { width: 390, height: 760 };
const CONSOLE_WIDTH = 1280;
/** Where the console keeps its language: `src/common/settings.ts`. */
const CONSOLE_LANGUAGE = "saqta.language";

export class Frames {
  readonly phone: HTMLIFrameElement;
  readonly console: HTMLIFrameElement;
  #loaded = false;
  /** Whether the console's frame shows another page than the console. */
  #away = false;

  /** Both frames must stand in their rooms already: a room's size decides the scale. */
  constructor(phone: HTMLIFrameElement, console: HTMLIFrameElement) {
    this.phone = phone;
    this.console = console;
    const watch = new ResizeObserver(() => this.#fit());
    for (const frame of [phone, console]) if (frame.parentElement) watch.observe(frame.parentElement);
  }

  /** Loads both pages with the demo's own sign-ins. Throws while the program does not answer. */
  async load(state: StageState, language: Language): Promise<void> {
    if (this.#loaded) return;
    this.#loaded = true;
    try {
      await signIn(state.console);
    } catch (error) {
      this.#loaded = false;
      throw error;
    }
    this.speak(state, language);
  }

  /** Turns the console's frame to another page, as somebody else where that page needs it. */
  async visit(address: string, who?: SignIn): Promise<void> {
    this.#away = true;
    if (who !== undefined) await signIn(who);
    this.console.src = address;
  }

  /** Back to the console, as the guard. */
  async comeBack({ console }: StageState): Promise<void> {
    if (!this.#away) return;
    this.#away = false;
    await signIn(console);
    this.console.src = "/console";
  }

  /** Turns both pages to a language. */
  speak({ press }: StageState, language: Language): void {
    if (!this.#loaded) return;
    try {
      localStorage.setItem(CONSOLE_LANGUAGE, language);
    } catch {
      // The console then follows its account's language.
    }
    const enrolment = new URLSearchParams({ token: press.token, silent: "no", lang: language });
    if (press.zone !== null) enrolment.set("zone", press.zone);
    // The fragment enrols the page that is already there; only the first time it is loaded.
    this.phone.src = `/press#${enrolment}`;
    if (this.console.getAttribute("src") === null) this.console.src = "/console";
    else this.console.contentWindow?.location.reload();
  }

  #fit(): void {
    // On a visitor's own phone the page is as large as it would be there.
    const narrow = matchMedia("(max-width: 860px)").matches;
    scaleInto(this.phone, PHONE.width, narrow ? null : PHONE.height);
    scaleInto(this.console, CONSOLE_WIDTH, null);
  }
}

/** Scales a frame of at least `width` (and `height`, if it has one of its own) into its parent. */
function scaleInto(frame: HTMLIFrameElement, width: number, height: number | null): void {
  const room = frame.parentElement;
  if (room === null || room.clientWidth === 0 || room.clientHeight === 0) return;
  const across = room.clientWidth / width;
  const scale = Math.min(1, height === null ? across : Math.min(across, room.clientHeight / height));
  // A phone is always as wide as a phone; a console takes all the room there is.
  const drawn = height === null ? Math.max(width * Math.min(1, across), room.clientWidth) / scale : width;
  frame.style.width = `${drawn}px`;
  frame.style.height = `${room.clientHeight / scale}px`;
  frame.style.transform = `scale(${scale})`;
  frame.style.left = `${(room.clientWidth - drawn * scale) / 2}px`;
}
