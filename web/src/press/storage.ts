/**
 * What the phone keeps: who it is (**enrolment**), its settings, the last briefing, and every press until it is closed.
 *
 * One IndexedDB database, `saqta-press`, which the service worker (`public/press-worker.js`) opens too: store `phone`
 * holds single things by name, store `presses` one press under its key. A phone whose storage is broken or slow must
 * still be able to call: every failure here is survived, and what could not be stored lives as long as the page.
 */

import type { Clock } from "./clock";
import type { Press } from "./state";
import type { Briefing, Language } from "./wire";

export interface Enrolment {
  token: string;
  /** The zone that the code on the wall or in the link named. */
  zone: string | null;
}

/** What the person chose; null follows the server's or the site's word. */
export interface Settings {
  silent: boolean | null;
  holdMs: number | null;
  language: Language | null;
}

export const NO_SETTINGS: Settings = { silent: null, holdMs: null, language: null };

/** Single things under their names. */
export interface Phone {
  enrolment: Enrolment;
  settings: Settings;
  briefing: Briefing;
}

export interface Storage {
  get<K extends keyof Phone>(name: K): Promise<Phone[K] | null>;
  put<K extends keyof Phone>(name: K, value: Phone[K] | null): Promise<void>;
  /** Every kept press, oldest first. */
  presses(): Promise<Press[]>;
  keep(press: Press): Promise<void>;
  forget(key: string): Promise<void>;
}

const DATABASE = "saqta-press";
/** A database that has not opened by then is done without. */
const OPEN_PATIENCE_MS = 2000;

export function browserStorage(clock: Clock): Storage {
  const memory = memoryStorage();
  const late = new Promise<null>((settle) => clock.after(OPEN_PATIENCE_MS, () => settle(null)));
  const opening = Promise.race([open().catch(() => null), late]);

  /** Runs one request; null when the storage does not work. */
  async function run<T>(store: "phone" | "presses", write: boolean, ask: (it: IDBObjectStore) => IDBRequest<T>) {
    const database = await opening;
    if (database === null) return null;
    return new Promise<T | null>((settle) => {
      try {
        // Strict: the press is on the phone's disk before the first attempt to send it.
        const options = { durability: "strict" as const };
        const transaction = database.transaction(store, write ? "readwrite" : "readonly", options);
        const request = ask(transaction.objectStore(store));
        transaction.oncomplete = () => settle(request.result);
        transaction.onabort = () => settle(null);
        transaction.onerror = () => settle(null);
      } catch {
        settle(null);
      }
    });
  }

  return {
    async get(name) {
      return ((await run("phone", false, (it) => it.get(name))) as never) ?? memory.get(name);
    },
    async put(name, value) {
      await memory.put(name, value);
      await run("phone", true, (it) => (value === null ? it.delete(name) : it.put(value, name)) as IDBRequest<unknown>);
    },
    async presses() {
      const kept = (await run("presses", false, (it) => it.getAll())) as Press[] | null;
      return kept ? kept.sort((a, b) => a.order.pressedAt - b.order.pressedAt) : memory.presses();
    },
    async keep(press) {
      await memory.keep(press);
      await run("presses", true, (it) => it.put(press, press.order.key));
    },
    async forget(key) {
      await memory.forget(key);
      await run("presses", true, (it) => it.delete(key));
    },
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((settle, fail) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("phone");
      request.result.createObjectStore("presses");
    };
    request.onsuccess = () => settle(request.result);
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new DOMException("blocked"));
  });
}

/** Storage that lives as long as the page: the fallback, and the tests' storage. */
export function memoryStorage(): Storage {
  const phone = new Map<string, unknown>();
  const presses = new Map<string, Press>();
  return {
    get: async (name) => (phone.get(name) ?? null) as never,
    put: async (name, value) => {
      phone.set(name, value);
    },
    presses: async () => [...presses.values()],
    keep: async (press) => {
      presses.set(press.order.key, press);
    },
    forget: async (key) => {
      presses.delete(key);
    },
  };
}
