/** The page's end of the live stream: through the shared worker, or directly where the browser has none. */
import type { FromWorker, ToWorker } from "./shared";
import { browserWorld, StreamSource } from "./source";

export interface Feed {
  stop(): void;
}

/** `account` keeps the streams of two people who sign in one after the other apart. */
export type OpenFeed = (account: string, hear: (message: FromWorker) => void) => Feed;

export const openFeed: OpenFeed = (account, hear) => {
  if (typeof SharedWorker === "undefined") return openDirectly(hear);
  try {
    return openShared(account, hear);
  } catch {
    // Some managed browsers forbid workers by policy.
    return openDirectly(hear);
  }
};

function openShared(account: string, hear: (message: FromWorker) => void): Feed {
  const worker = new SharedWorker(new URL("./worker.ts", import.meta.url), {
    type: "module",
    name: `saqta ${account}`,
  });
  let direct: Feed | null = null;
  let answered = false;
  let stopped = false;
  const send = (message: ToWorker) => worker.port.postMessage(message);
  worker.port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    answered = true;
    if (direct === null && !stopped) hear(data);
  };
  const goDirect = () => {
    if (answered || stopped || direct !== null) return;
    direct = openDirectly(hear);
  };
  worker.addEventListener("error", goDirect);
  const patience = setTimeout(goDirect, 3_000);
  const leave = () => send({ type: "leave" });
  addEventListener("pagehide", leave);
  send({ type: "join" });
  return {
    stop() {
      stopped = true;
      clearTimeout(patience);
      removeEventListener("pagehide", leave);
      leave();
      direct?.stop();
    },
  };
}

function openDirectly(hear: (message: FromWorker) => void): Feed {
  const source = new StreamSource(browserWorld, hear);
  const ticking = setInterval(() => hear({ type: "tick" }), 1_000);
  hear({ type: "joined", open: false, last: null });
  source.start();
  return {
    stop() {
      clearInterval(ticking);
      source.stop();
    },
  };
}
