/** Sending a file: the one request whose way out is watched, which `fetch` cannot do. */
import { problemOf, Refused, retryAfterOf, Unreachable } from "./answer";

export interface Upload {
  /** Told whenever more of the file has left, in bytes. */
  readonly onSent: (sent: number) => void;
  /** Stops sending. */
  readonly signal: AbortSignal;
}

/** Posts a file as the body, for as long as it takes: a slow line is no lost one. Throws `Refused` and `Unreachable`. */
export function upload(address: string, file: Blob, language: string, { onSent, signal }: Upload): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (work: () => void) => () => {
      signal.removeEventListener("abort", stop);
      work();
    };
    const lost = (why: string) => end(() => reject(new Unreachable(new Error(why))));
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", language);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("error", lost("no answer"));
    request.addEventListener("abort", lost("stopped"));
    request.addEventListener(
      "load",
      end(() => {
        const { status, responseText } = request;
        if (status >= 200 && status < 300) resolve(responseText);
        else
          reject(new Refused(problemOf(status, responseText), retryAfterOf(request.getResponseHeader("Retry-After"))));
      }),
    );
    signal.addEventListener("abort", stop);
    if (signal.aborted) lost("stopped")();
    else request.send(file);
  });
}
