/**
 * The stage's control, served by the demo's parent process on the same origin. The parent is a small reverse proxy in
 * front of the program it started (its child); everything under `/demo/` is the parent's own and answers also while the
 * child is dead.
 *
 *     GET  /demo/state          → 200 { scene: NAME|null, server: "up"|"down", console: { login, password },
 *                                       figures: { login, password }, press: { token, zone }, languages: [kk, ru, en],
 *                                       urls: { press_for_phone }, version }
 *     POST /demo/scenes/{name}  → 200, a JSON object, when it has been done. NAME:
 *          assist    a worker's `assist` over HTTP
 *          blow      the wall button: a DC-09 frame through the real port
 *          two-more  two more presses in the same zone
 *          hurt      → { alarm }: what is open at the place of the blow is closed: real, from waiting
 *          count     → { alarm, period }: the injury of that alarm is in the register, and counts in that quarter
 *          kill      SIGKILL to the child; it stays dead until `restart`
 *          restart   starts the child again, and answers once it is ready
 *          verify    → { ok: true, entries, size, root }: `saqta verify` of the running data
 *          flip      → { ok: false, position, message }: the same of a copy in which one byte was changed
 *          reset     closes the scenes' alarms; the child runs
 *     GET  /demo/qr.svg         → the QR code of `urls.press_for_phone`
 *
 * The accounts of the console and of the figures sign in through the child: `POST /api/v1/session`.
 */

export type SceneAction =
  | "assist"
  | "blow"
  | "two-more"
  | "hurt"
  | "count"
  | "kill"
  | "restart"
  | "verify"
  | "flip"
  | "reset";

export interface SignIn {
  readonly login: string;
  readonly password: string;
}

export interface StageState {
  server: "up" | "down";
  console: SignIn;
  figures: SignIn;
  press: { token: string; zone: string | null };
  urls: { press_for_phone: string | null };
  version: string;
}

/** What a scene's action answers: nothing but for the story of an injury and the two checks of the journal. */
export interface SceneResult {
  ok?: boolean;
  entries?: number;
  size?: number;
  root?: string;
  position?: number;
  message?: string;
  alarm?: string;
  /** A quarter, as `2026-Q4`. */
  period?: string;
}

async function request<Answer>(path: string, method: "GET" | "POST", body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    cache: "no-store",
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return (await response.json()) as Answer;
}

export function readState(): Promise<StageState> {
  return request("/demo/state", "GET");
}

export function play(action: SceneAction): Promise<SceneResult> {
  return request(`/demo/scenes/${action}`, "POST", {});
}

/** Signs this browser in with one of the demo's invented people. */
export async function signIn({ login, password }: SignIn): Promise<void> {
  await request("/api/v1/session", "POST", { login, password });
}
