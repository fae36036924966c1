/** The press page's entry: the browser's clock, network, storage and screen are handed to the phone here. */

import "./press.css";
import { wallClock } from "./clock";
import { Phone } from "./phone";
import { browserStorage } from "./storage";
import { tremor, View } from "./view";

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

/** A version 4 UUID; `crypto.randomUUID` is missing where the page was opened over plain HTTP. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, "0");
  });
  const part = (from: number, to: number) => hex.slice(from, to).join("");
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join("-");
}

/** Background Sync sends what is waiting after the page was closed; a browser without it relies on the page. */
function requestSync(): void {
  navigator.serviceWorker?.ready
    .then((registration) => (registration as SyncRegistration).sync?.register("saqta-press"))
    .catch(() => undefined);
}

const root = document.getElementById("press") ?? document.body;
const phone: Phone = new Phone({
  clock: wallClock,
  fetch: (input, init) => fetch(input, init),
  storage: browserStorage(wallClock),
  uuid,
  online: () => navigator.onLine,
  draw: (view) => screen.draw(view),
  changed: (press) => {
    if (!phone.silent) navigator.vibrate?.(tremor(press));
  },
  requestSync,
});
const screen = new View(root, wallClock, {
  press: (kind) => void phone.press(kind),
  contest: (press, note) => phone.contest(press, note),
  putAway: (press) => phone.putAway(press),
  putAwayCall: (id) => phone.putAwayCall(id),
  set: (settings) => void phone.set(settings),
  enrol: (link) => phone.enrol(link),
});

/** The token must not stay in the address bar, nor in the history. */
function takeFragment(): string {
  const fragment = location.hash;
  if (fragment !== "") history.replaceState(null, "", location.pathname);
  return fragment;
}

void phone.start(takeFragment());
addEventListener("hashchange", () => void phone.enrol(takeFragment()));
addEventListener("online", () => phone.wake());
addEventListener("offline", () => phone.offline());
addEventListener("pageshow", () => phone.wake());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") phone.wake();
});
navigator.serviceWorker?.register("/press-worker.js", { scope: "/press" }).catch(() => undefined);
// Without this the browser may drop a press that waits, when the phone's disk is full.
navigator.storage?.persist?.().catch(() => undefined);
