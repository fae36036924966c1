/** A file on its way to the server: how much of it has left, and stopping it. */
import { useEffect, useRef, useState } from "react";
import type { Upload } from "../api/upload";

export interface Sent {
  /** In bytes, of the request as a whole. */
  readonly sent: number;
  readonly total: number;
}

export interface Sending {
  /** Null while nothing is being sent. */
  readonly progress: Sent | null;
  readonly stop: () => void;
  /** Whether it was stopped here, so that no answer is no surprise. */
  readonly wasStopped: () => boolean;
  readonly send: <Answer>(file: File, ask: (watch: Upload) => Promise<Answer>) => Promise<Answer>;
}

export function useSending(): Sending {
  const [progress, setProgress] = useState<Sent | null>(null);
  const way = useRef<AbortController | null>(null);
  // Who leaves the page takes the file along: half a file is no file.
  useEffect(() => () => way.current?.abort(), []);
  return {
    progress,
    stop: () => way.current?.abort(),
    wasStopped: () => way.current?.signal.aborted === true,
    async send(file, ask) {
      const control = new AbortController();
      way.current = control;
      const total = file.size;
      setProgress({ sent: 0, total });
      try {
        return await ask({
          signal: control.signal,
          onSent: (sent) => setProgress({ sent: Math.min(sent, total), total }),
        });
      } finally {
        setProgress(null);
      }
    },
  };
}
