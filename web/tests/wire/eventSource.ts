/** A plain EventSource over fetch for Node, with the wire server's cookie: enough of the standard for the tests. */
import type { EventSourceLike } from "../../src/console/stream/source";

export function eventSource(url: string, cookie: string): EventSourceLike {
  const listeners = new Map<string, (event: { data?: unknown }) => void>();
  const stop = new AbortController();

  async function read() {
    const response = await fetch(url, { headers: { cookie }, signal: stop.signal });
    if (!response.ok || response.body === null) throw new Error(`stream answered ${response.status}`);
    listeners.get("open")?.({});
    let text = "";
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        emit(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
    throw new Error("stream ended");
  }

  function emit(block: string) {
    const fields = new Map(block.split("\n").map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 2)]));
    const type = fields.get("event");
    if (type !== undefined) listeners.get(type)?.({ data: fields.get("data") });
  }

  // The caller adds its listeners in the same turn.
  queueMicrotask(() => {
    read().catch(() => {
      if (!stop.signal.aborted) listeners.get("error")?.({});
    });
  });
  return {
    addEventListener: (type, listener) => void listeners.set(type, listener),
    close: () => stop.abort(),
  };
}
