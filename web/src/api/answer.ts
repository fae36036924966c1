/** What can come back instead of what was asked for: a `Refused` has the problem in it; an `Unreachable` means that nobody knows. */
import type { Problem } from "./types";

/** The server answered, and the answer was no. */
export class Refused extends Error {
  readonly problem: Problem;
  /** Seconds to wait before another try, when the server said so. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.title);
    this.name = "Refused";
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("unreachable", { cause });
    this.name = "Unreachable";
  }
}

/** The problem in an answer, as far as there is one. */
export function problemOf(status: number, text: string): Problem {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && "title" in body) return { ...(body as Problem), status };
  } catch {
    // A proxy in between answers in HTML; the status is all that can be used.
  }
  return { type: "about:blank", title: `HTTP ${status}`, status };
}

/** Seconds, when the server said so. */
export function retryAfterOf(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number.parseInt(header, 10);
  return Number.isFinite(seconds) ? seconds : null;
}
