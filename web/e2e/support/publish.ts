/**
 * Releases for the browser tests, published through the API of the real program as an analyst does: two quarters, and a
 * second revision of the later one after late reports.
 */
import { type APIRequestContext, expect, request } from "@playwright/test";
import type { ReleaseItem } from "../../src/api/releases";

export const EARLIER = "kz-2024-q1";
export const NEWEST = "kz-2025-q1";

/** In which order they are published; before the last there are late reports. */
const PUBLISHED = [
  { id: EARLIER, period: "2024-Q1", synthetic: true },
  { id: NEWEST, period: "2025-Q1", synthetic: true },
  { id: NEWEST, period: "2025-Q1", synthetic: true },
];

/** A revision by fewer than five would tell of single persons, and is refused. */
const LATE = ["2025-03-11", "2025-03-12", "2025-03-13", "2025-03-14", "2025-03-17"].map((date) => ({
  region: "35",
  date,
  kind: "struck",
  outcome: "lost-time",
  activity: "B",
  cause: "safety-rules",
  sex: "m",
  age: "25-34",
}));

export interface SignIn {
  readonly login: string;
  readonly password: string;
}

export async function listed(http: APIRequestContext, url: string): Promise<readonly ReleaseItem[]> {
  const answer = await http.get(`${url}/api/v1/figures/releases`);
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { items: ReleaseItem[] }).items;
}

/** Publishes what is not published yet. */
export async function publish(url: string, analyst: SignIn, reporter: SignIn): Promise<void> {
  const http = await signedIn(url, analyst);
  const before = (await listed(http, url)).length;
  for (const [place, spec] of PUBLISHED.entries()) {
    if (place < before) continue;
    if (place === PUBLISHED.length - 1) await reportLate(url, reporter);
    const answer = await http.post("/api/v1/figures/releases", { data: spec });
    expect(answer.status(), await answer.text()).toBe(201);
  }
  await http.dispose();
}

async function reportLate(url: string, reporter: SignIn): Promise<void> {
  const http = await signedIn(url, reporter);
  for (const injury of LATE) {
    const answer = await http.post("/api/v1/injuries", { data: injury });
    expect(answer.status(), await answer.text()).toBe(201);
  }
  await http.dispose();
}

export async function signedIn(url: string, { login, password }: SignIn): Promise<APIRequestContext> {
  const http = await request.newContext({
    baseURL: url,
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { Origin: new URL(url).origin },
  });
  const answer = await http.post("/api/v1/session", { data: { login, password } });
  expect(answer.ok(), `sign-in of ${login}`).toBe(true);
  return http;
}
