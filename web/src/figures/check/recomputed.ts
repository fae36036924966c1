/** What was recomputed for a claim, as lines to read and as intervals to draw. */
import type { PressClaim, Recomputed } from "../../api/figures";
import type { Say } from "../../common/words";
import type { Estimate } from "../charts/data";
import type { Numbers } from "../charts/numbers";

/** A value with its interval, drawn beside what it is compared with. */
export interface Drawn {
  readonly name: string;
  readonly estimate: Estimate;
  readonly digits: number;
  /** Drawn as a line across: 1 for a ratio, the printed value for a rate. */
  readonly reference: { readonly value: number; readonly name: string } | null;
}

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

interface Writing {
  readonly t: Say;
  readonly numbers: Numbers;
}

export function regionName(t: Say, code: string): string {
  return code === "KZ" ? t("country") : /^\d\d$/.test(code) ? t(`region-${code}`) : code;
}

export function drawnOf({ t }: Writing, { kind, value, recomputed: found }: PressClaim): readonly Drawn[] {
  if (found === null) return [];
  if (kind === "rank") return ratiosOf(t, found);
  const limits = limitsOf(found.lower, found.upper);
  if (limits === null) return [];
  switch (kind) {
    case "count":
      return drawn(t("drawn-count"), found.count, limits, 0, reference(t("drawn-expected"), found.expected));
    case "change":
      return drawn(t("drawn-change"), found.ratio, limits, 2, reference(t("drawn-no-change"), 1));
    case "rate":
      return drawn(t("drawn-rate"), found.rate, limits, 3, reference(t("drawn-printed"), value));
    case "share":
      return drawn(t("drawn-share"), found.share, limits, 1, reference(t("drawn-employed"), found.share_of_employed));
  }
}

function ratiosOf(t: Say, { regions = [] }: Recomputed): readonly Drawn[] {
  const country = reference(t("drawn-country"), 1);
  return regions.flatMap(({ place, count, ratio, lower, upper }) => {
    const limits = limitsOf(lower, upper);
    if (limits === null) return [];
    return drawn(t("drawn-region", { region: regionName(t, place), count: String(count) }), ratio, limits, 2, country);
  });
}

function drawn(
  name: string,
  value: number | null | undefined,
  limits: Limits,
  digits: number,
  against: Drawn["reference"],
): readonly Drawn[] {
  return value === null || value === undefined
    ? []
    : [{ name, estimate: { value, ...limits }, digits, reference: against }];
}

type Limits = Pick<Estimate, "lower" | "upper">;

function limitsOf(lower: number | null | undefined, upper: number | null | undefined): Limits | null {
  return lower === null || lower === undefined || upper === null || upper === undefined ? null : { lower, upper };
}

function reference(name: string, value: number | null | undefined): Drawn["reference"] {
  return value === null || value === undefined ? null : { name, value };
}

/** In the order in which one would ask. */
export function linesOf({ t, numbers }: Writing, { kind, recomputed: found }: PressClaim): readonly Line[] {
  if (found === null) return [];
  const lines: Line[] = [];
  const add = (
    id: string,
    value: number | string | null | undefined,
    say: (value: number) => string = numbers.whole,
  ) => {
    if (value === null || value === undefined) return;
    lines.push({ id, name: t(`recomputed-${id}`), value: typeof value === "string" ? value : say(value) });
  };
  const two = (value: number) => numbers.fixed(value, 2);
  const three = (value: number) => numbers.fixed(value, 3);
  const withLimits = (value: number | undefined, digits: number) =>
    value === undefined
      ? undefined
      : numbers.estimate({ value, lower: found.lower ?? null, upper: found.upper ?? null }, digits);
  add("published", found.published);
  add("count", kind === "count" ? withLimits(found.count, 0) : found.count);
  if (found.base !== undefined)
    add(
      "base",
      found.base_from === undefined ? found.base : `${numbers.whole(found.base)} (${t(`base-${found.base_from}`)})`,
    );
  add("percent", found.percent, numbers.change);
  if (kind === "change") add("ratio", withLimits(found.ratio, 2));
  add("rate", withLimits(found.rate, 3));
  add("per", found.per);
  add("rate-annualised", found.rate_annualised, three);
  add("rate-of-employed", found.rate_of_employed, three);
  if (found.denominator !== undefined)
    add("denominator", [numbers.whole(found.denominator), found.denominator_id ?? ""].filter(Boolean).join(" · "));
  add("share", kind === "share" && found.share !== undefined ? `${withLimits(found.share, 1)} %` : undefined);
  add("share-of-employed", found.share_of_employed, numbers.percent);
  if (kind !== "change" && found.ratio_lower !== undefined && found.ratio !== undefined) {
    const { ratio: value, ratio_lower: lower, ratio_upper: upper = null } = found;
    add("expected", found.expected, (expected) => numbers.fixed(expected, 1));
    add("against", numbers.estimate({ value, lower, upper }, 2));
  } else if (kind === "share") add("against-employed", found.ratio, two);
  add("p", found.p, (p) => (p < 0.001 ? `< ${numbers.fixed(0.001, 3)}` : three(p)));
  add("regions-unknown", found.regions_unknown);
  add("source", found.source);
  return lines;
}
