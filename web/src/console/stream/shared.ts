/** What passes between a page and the shared worker that keeps the browser's one stream. */
import type { Said } from "./source";

export type FromWorker =
  | Said
  /** The answer to `join`: whether the stream is open now, and the last position that went out before you came. */
  | { readonly type: "joined"; readonly open: boolean; readonly last: number | null }
  /** Once a second. A page in the background has slow timers; its messages come on time. */
  | { readonly type: "tick" };

export type ToWorker = { readonly type: "join" } | { readonly type: "leave" };
