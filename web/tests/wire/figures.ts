/**
 * Figures over the wire: what the real program answered for the register of its demo, and for the example texts of the
 * check, kept in `recorded`. `e2e/record.spec.ts` writes the figures. What was not asked then gets the program's answer
 * for an empty period.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Answer {
  readonly status: number;
  readonly body: object;
}

const read = <Content>(name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "recorded", `${name}.json`), "utf8")) as Content;

/** By `nameOf`, with the day of the recording: on that day late reports were still to come. */
export interface RecordedFigures {
  readonly day: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

export const { day: RECORDED_ON, answers: RECORDED } = read<RecordedFigures>("figures");
const CHECKS = read<Readonly<Record<string, { readonly text: string; readonly answer: object }>>>("checks");

/** The empty period of the recording. */
export const EMPTY = "2018";

export function checked(body: Record<string, unknown>): Answer {
  const text = String(body.text ?? "");
  if ([...text].length > 50_000) return invalid("text", "at most 50000 characters");
  // Notes are in the language asked for; the recording has each text in its own.
  const found = Object.values(CHECKS).find((check) => check.text === text.trim());
  return { status: 200, body: found?.answer ?? { claims: [], corrected: text } };
}

export function figuresOf(url: URL, what: string, permissions: readonly string[], language: string): Answer {
  const right = what === "under-reporting" ? "figures.under-reporting" : "figures.view";
  if (!permissions.includes(right)) return forbidden;
  const period = url.searchParams.get("period") ?? "";
  if (!/^\d{4}(-(Q[1-4]|H[12]|\d{2}(\.\.\d{2})?))?$/.test(period)) {
    return invalid("period", `\`${period}\` is no period: a year \`2025\`, a half \`2025-H1\`, a quarter \`2025-Q1\``);
  }
  const name = nameOf(what, url.searchParams, language);
  const answer = RECORDED[name];
  if (answer !== undefined) return answer;
  const empty = RECORDED[name.replace(`period=${period}`, `period=${EMPTY}`)];
  if (empty !== undefined) return { status: empty.status, body: { ...empty.body, period } };
  // Loud, so that whoever asks something new records it.
  return { status: 404, body: { type: "about:blank", title: `nothing is recorded of ${name}`, status: 404 } };
}

/** What an answer is kept under: what is asked, in an order that does not depend on who asks. */
export function nameOf(what: string, asked: URLSearchParams, language: string): string {
  const sorted = new URLSearchParams(asked);
  sorted.sort();
  // The only answers with words in them.
  const inWords = what === "under-reporting" ? `#${language}` : "";
  return `${what}?${decodeURIComponent(String(sorted))}${inWords}`;
}

export const forbidden: Answer = {
  status: 403,
  body: {
    type: "https://saqta.dev/problems/forbidden",
    title: "You may not do this",
    status: 403,
    detail: "Your role does not allow this here. Nothing has changed.",
    do: "Ask your administrator for the right, or a colleague who has it.",
  },
};

/** The words are the program's, for whoever writes to the API. */
export function invalid(field: string, reason: string): Answer {
  return {
    status: 400,
    body: {
      type: "https://saqta.dev/problems/invalid",
      title: "The request was not understood",
      status: 400,
      detail: `The value of “${field}” cannot be used. Nothing has changed.`,
      do: "Correct the request; /api/v1/openapi.json describes it.",
      field,
      reason,
    },
  };
}
