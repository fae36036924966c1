/**
 * The shared worker: one stream for all pages of this browser. HTTP/1.1 allows six connections per host, and four
 * open consoles must not eat them.
 */
import type { FromWorker, ToWorker } from "./shared";
import { browserWorld, StreamSource } from "./source";

const pages = new Set<MessagePort>();

function tellAll(message: FromWorker): void {
  for (const page of pages) page.postMessage(message);
}

const source = new StreamSource(browserWorld, tellAll);

setInterval(() => tellAll({ type: "tick" }), 1_000);

function listen(page: MessagePort): void {
  page.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === "leave") {
      pages.delete(page);
      if (pages.size === 0) source.stop();
      return;
    }
    const greeting: FromWorker = { type: "joined", open: source.open, last: source.last };
    page.postMessage(greeting);
    pages.add(page);
    source.start();
  };
}

addEventListener("connect", (event) => {
  for (const port of (event as MessageEvent).ports) listen(port);
});
