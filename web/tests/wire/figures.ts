/**
 * Figures over the wire: what the real program answered for a synthetic register of 1,701 injuries, and for the example
 * texts of the check, kept in `recorded`. What was not asked then gets the program's answer for an empty period.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Answer {
  readonly status: number;
  readonly body: object;
}

type Recorded = Readonly<Record<string, object>>;

const read = <Content>(name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "recorded", `${name}.json`), "utf8")) as Content;

const FIGURES = read<Recorded>("figures");
const CHECKS = read<Readonly<Record<string, { readonly text: string; readonly answer: object }>>>("checks");

/** The empty period of the recording. */
const EMPTY = "2019";

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
  const asked = url.searchParams;
  const period = asked.get("period") ?? "";
  if (!/^\d{4}(-(Q[1-4]|H[12]|\d{2}(\.\.\d{2})?))?$/.test(period)) {
    return invalid("period", `\`${period}\` is no period: a year \`2025\`, a half \`2025-H1\`, a quarter \`2025-Q1\``);
  }
  if (what === "table") return table(period, asked.get("by") ?? "");
  if (what === "regions") {
    const fatal = asked.get("fatal") === "true" ? "&fatal=true" : "";
    return known(`/figures/regions?period=${period}${fatal}`, `/figures/regions?period=${EMPTY}`);
  }
  if (what === "change") return { status: 200, body: change(period, asked.get("by") ?? "") };
  if (what === "nowcast") return { status: 200, body: { period, nowcast: nowcast(period) } };
  if (what === "watch") return known(`/figures/watch?period=${period}`, "/figures/watch?period=2024");
  if (what === "under-reporting") {
    return known(`/figures/under-reporting?period=2025-Q1#${language}`, "/figures/under-reporting?period=2025-Q1#en");
  }
  return { status: 404, body: { type: "https://saqta.dev/problems/not-found", title: "Not found", status: 404 } };
}

function table(period: string, by: string): Answer {
  const path = (when: string, how: string) => `/figures/table?period=${when}&measures=incidence${how && `&by=${how}`}`;
  const empty = FIGURES[path(EMPTY, "region")];
  const found = FIGURES[path(period, by)] ?? { ...empty, by: by === "" ? [] : by.split(","), period };
  return { status: 200, body: found };
}

/** Nothing was recorded of late reports: one in eight of a month is still to come, of a quarter one in twenty. */
function nowcast(period: string): object | null {
  const [path, completeness] = period.includes("Q") ? (["quarter", 0.95] as const) : (["month", 0.875] as const);
  const table = FIGURES[`/figures/table?period=${period.slice(0, 4)}&measures=incidence&by=${path}`];
  const cells = (table as { readonly cells?: readonly { key: string[]; count: number }[] } | undefined)?.cells ?? [];
  const reported = cells.find(({ key }) => key[0] === period)?.count;
  if (reported === undefined) return null;
  const total = reported / completeness;
  const spread = 2 * Math.sqrt(total - reported);
  const [lower, upper] = [Math.max(reported, Math.round(total - spread)), Math.round(total + spread)];
  return { reported, total, lower, upper, level: 0.95, completeness };
}

/** Nothing was recorded of comparisons: a quarter that was compared, in round numbers. */
function change(period: string, by: string): object {
  const year = Number(period.slice(0, 4));
  const before = `${year - 1}${period.slice(4)}`;
  const compared = {
    ...{ ratio: 0.832, ratio_lower: 0.714, ratio_upper: 0.97, level: 0.95 },
    p: { exact_conditional: 0.0216, mid_p: 0.0203, e_test: 0.0202, score: 0.0201 },
    ...{ p_adjusted: 0.0216, is_established: true },
  };
  const side = (of: string, count: number) => ({ period: of, count, rate: null });
  const course = (key: readonly string[]) => {
    return { key, sides: [side(before, 352), side(period, 293)], of: "counts", compared };
  };
  const courses = (cells: readonly object[]) => ({ periods: [before, period], cells, total: course([]) });
  const cells = by === "" ? [] : [course([by === "region" ? "35" : "Q"])];
  return {
    ...{ period, is_over: true, by: by === "" ? [] : [by] },
    ...{ year_on_year: courses(cells), year_to_date: courses(cells), five_years: courses(cells) },
  };
}

function known(path: string, otherwise: string): Answer {
  return { status: 200, body: FIGURES[path] ?? FIGURES[otherwise] ?? {} };
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
