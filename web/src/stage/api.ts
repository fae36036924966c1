/**
 * The stage's control, served by the demo's parent process on the same origin. The parent is a small reverse proxy in
 * front of the program it started (its child); everything under `/demo/` is the parent's own and answers also while the
 * child is dead.
 *
 *     GET  /demo/state          → 200 { scene: NAME|null, server: "up"|"down", console: { login, password },
 *                                       press: { token, zone }, languages: [kk, ru, en],
 *                                       urls: { press_for_phone }, version }
 *     POST /demo/scenes/{name}  → 200, a JSON object, when it has been done. NAME:
 *          assist    a worker's `assist` over HTTP
 *          blow      the wall button: a DC-09 frame through the real port
 *          two-more  two more presses in the same zone
 *          kill      SIGKILL to the child; it stays dead until `restart`
 *          restart   starts the child again, and answers once it is ready
 *          verify    → { ok: true, entries, size, root }: `saqta verify` of the running data
 *          flip      → { ok: false, position, message }: the same of a copy in which one byte was changed
 *          reset     closes the scenes' alarms; the child runs
 *     GET  /demo/qr.svg         → the QR code of `urls.press_for_phone`
 *
 * The console's account signs in through the child: `POST /api/v1/session`.
 */

export type SceneAction = "assist" | "blow" | "two-more" | "kill" | "restart" | "verify" | "flip" | "reset";

export interface StageState {
  server: "up" | "down";
  console: { login: string; password: string };
  press: { token: string; zone: string | null };
  urls: { press_for_phone: string | null };
  version: string;
}

/** What a scene's action answers: nothing but for the two checks of the journal. */
export interface SceneResult {
  ok?: boolean;
  entries?: number;
  size?: number;
  root?: string;
  position?: number;
  message?: string;
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

/** Signs this browser in at the console with the demo's guard. */
export async function signIn({ console }: StageState): Promise<void> {
  await request("/api/v1/session", "POST", { login: console.login, password: console.password });
}
