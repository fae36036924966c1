// @ts-check
/**
 * The press page's service worker: the page opens without a network, and a press that waits is sent even when the
 * page was closed.
 *
 * The cast: the **shell** is `/press` and the files it names, kept in one cache; the **waiting presses** lie in the
 * page's own database (`src/press/storage.ts` describes it). The API is never answered from a cache here: a press
 * must meet the server or fail.
 *
 * Plain JavaScript on purpose: it is served as it stands, under one address for ever, and shares no build step, no
 * chunk and no failure with any other screen.
 */

const SHELL = "saqta-press-shell";
const PAGE = "/press";
const EXTRAS = ["/press.webmanifest", "/icons/saqta.svg"];
const DATABASE = "saqta-press";

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(refreshShell().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (url.pathname === PAGE) event.respondWith(page(event));
  } else if (!url.pathname.startsWith("/api/")) {
    event.respondWith(kept(request));
  }
});

worker.addEventListener("sync", (/** @type {any} */ event) => {
  if (event.tag === "saqta-press") event.waitUntil(sendWaiting());
});

/**
 * The page as it was kept, at once; a newer one is fetched behind it and shown the next time. Whoever opens the page
 * in fear does not wait for a network.
 * @param {any} event
 */
async function page(event) {
  const shell = await caches.open(SHELL);
  const known = await shell.match(PAGE);
  if (!known) return fetch(event.request);
  event.waitUntil(refreshShell().catch(() => undefined));
  return known;
}

/** @param {Request} request */
async function kept(request) {
  const shell = await caches.open(SHELL);
  return (await shell.match(request)) ?? fetch(request);
}

/** Fetches the page and every file it names; the page is put last, so that a kept page always finds its files. */
async function refreshShell() {
  const answer = await fetch(PAGE, { cache: "no-cache", credentials: "omit" });
  if (!answer.ok || answer.redirected) throw new Error(`${PAGE}: ${answer.status}`);
  const html = await answer.clone().text();
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? "");
  const files = [...new Set([...named, ...EXTRAS])];
  const shell = await caches.open(SHELL);
  const missing = [];
  for (const file of files) if (EXTRAS.includes(file) || !(await shell.match(file))) missing.push(file);
  await shell.addAll(missing);
  await shell.put(PAGE, answer);
  for (const old of await shell.keys()) {
    const { pathname } = new URL(old.url);
    if (pathname !== PAGE && !files.includes(pathname)) await shell.delete(old);
  }
}

/** Sends what waits; throws while something is left, so that the browser wakes this worker again. */
async function sendWaiting() {
  const database = await open();
  try {
    const enrolment = await ask(database, "phone", "readonly", (store) => store.get("enrolment"));
    if (!enrolment) return;
    const presses = await ask(database, "presses", "readonly", (store) => store.getAll());
    const waiting = presses.filter((/** @type {any} */ it) => it.stage === "sending" || it.stage === "undelivered");
    const sent = await Promise.all(waiting.map((/** @type {any} */ it) => send(database, it, enrolment.token)));
    if (sent.includes(false)) throw new Error("a press is still waiting");
  } finally {
    database.close();
  }
}

/**
 * One attempt, under the press's own key; the page may be trying at the same time, and the server answers both alike.
 * @param {IDBDatabase} database
 * @param {any} press
 * @param {string} token
 */
async function send(database, press, token) {
  const { key, kind, zone, silent, pressedAt } = press.order;
  const pressed_at = new Date(pressedAt).toISOString();
  const answer = await fetch("/api/v1/alarms", {
    method: "POST",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "Idempotency-Key": key,
    },
    // The same bytes as the page sends: the key stands for them.
    body: JSON.stringify({ ...(zone === null ? {} : { zone }), kind, silent, pressed_at }),
    credentials: "omit",
  }).catch(() => null);
  if (answer?.status !== 201) return false;
  const receipt = await answer.json().catch(() => null);
  if (typeof receipt?.position !== "number" || !receipt.id || !receipt.raised_at) return false;
  await record(database, key, { id: receipt.id, position: receipt.position, raisedAt: receipt.raised_at });
  return true;
}

/**
 * Writes the receipt beside its press, unless the page has written one meanwhile.
 * @param {IDBDatabase} database
 * @param {string} key
 * @param {{ id: string, position: number, raisedAt: string }} receipt
 */
function record(database, key, receipt) {
  return new Promise((settle, fail) => {
    const transaction = database.transaction("presses", "readwrite");
    const store = transaction.objectStore("presses");
    const reading = store.get(key);
    reading.onsuccess = () => {
      const press = reading.result;
      if (press?.stage !== "sending" && press?.stage !== "undelivered") return;
      const { id, position, raisedAt } = receipt;
      const known = { receipt: { id, position, raisedAt }, by: null, at: raisedAt, contested: false, position };
      store.put({ stage: "sent", order: press.order, again: false, ...known }, key);
    };
    transaction.oncomplete = () => settle(undefined);
    transaction.onabort = () => fail(transaction.error);
  });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((settle, fail) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("phone");
      request.result.createObjectStore("presses");
    };
    request.onsuccess = () => settle(request.result);
    request.onerror = () => fail(request.error);
  });
}

/**
 * @param {IDBDatabase} database
 * @param {"phone" | "presses"} name
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} request
 * @returns {Promise<any>}
 */
function ask(database, name, mode, request) {
  return new Promise((settle, fail) => {
    const asked = request(database.transaction(name, mode).objectStore(name));
    asked.onsuccess = () => settle(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}
