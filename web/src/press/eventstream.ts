/**
 * Server-sent events out of a `fetch` body. `EventSource` cannot carry the phone's token; this can.
 */

export interface StreamEvent {
  type: string;
  data: string;
}

/** Cuts a stream of text into events. Pure: text in, events out; what is unfinished waits for more. */
export class EventCutter {
  #rest = "";

  feed(chunk: string): StreamEvent[] {
    const text = `${this.#rest}${chunk}`.replaceAll("\r\n", "\n");
    const ended = text.lastIndexOf("\n\n");
    this.#rest = ended < 0 ? text : text.slice(ended + 2);
    return ended < 0
      ? []
      : text
          .slice(0, ended)
          .split("\n\n")
          .flatMap((block) => eventOf(block.split("\n")));
  }
}

function eventOf(lines: string[]): StreamEvent[] {
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trimStart());
  const data = values("data");
  const type = values("event").at(-1) ?? "message";
  return data.length > 0 || type === "bye" ? [{ type, data: data.join("\n") }] : [];
}
