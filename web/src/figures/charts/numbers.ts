/** Numbers as the reader writes them. */
import type { Language } from "../../api/types";
import type { Estimate } from "./data";

/**
 * Kazakh numbers are written like Russian ones (decimal comma, groups by a no-break space). Chromium says that it knows
 * Kazakh and then writes them the English way, so Russian stands in.
 */
const LOCALES: Record<Language, string> = { kk: "ru", ru: "ru", en: "en-GB" };

export interface Numbers {
  readonly whole: (value: number) => string;
  /** With exactly so many decimals. */
  readonly fixed: (value: number, digits: number) => string;
  /** With at most so many decimals. */
  readonly upTo: (value: number, digits: number) => string;
  /** Of a value in per cent: `34.6 %`. */
  readonly percent: (value: number, digits?: number) => string;
  /** Of a change in per cent: `−16.8 %`, `+4.0 %`. */
  readonly change: (value: number) => string;
  /** `0.05–0.12`, `−28.7 … −2.9`; empty where there are no limits. */
  readonly interval: (estimate: Estimate, digits: number) => string;
  /** `0.08 (0.05–0.12)` */
  readonly estimate: (estimate: Estimate, digits: number) => string;
}

const kept = new Map<Language, Numbers>();

export function numbersIn(language: Language): Numbers {
  const found = kept.get(language);
  if (found !== undefined) return found;
  const made = make(LOCALES[language], language === "en" ? "%" : "\u00a0%");
  kept.set(language, made);
  return made;
}

function make(locale: string, percentSign: string): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  const format = (value: number, least: number, most: number) => {
    const key = `${least} ${most}`;
    let found = formats.get(key);
    if (found === undefined) {
      found = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
      formats.set(key, found);
    }
    // A minus sign, not a hyphen, and never minus nothing.
    const text = found.format(value).replace("-", "\u2212");
    return /[1-9]/.test(text) ? text : text.replace("\u2212", "");
  };
  const fixed = (value: number, digits: number) => format(value, digits, digits);
  const percent = (value: number, digits = 1) => `${fixed(value, digits)}${percentSign}`;
  const interval = ({ lower, upper }: Estimate, digits: number) => {
    if (lower === null || upper === null) return "";
    const between = lower < 0 || upper < 0 ? "\u00a0…\u00a0" : "–";
    return `${fixed(lower, digits)}${between}${fixed(upper, digits)}`;
  };
  return {
    whole: (value) => format(value, 0, 0),
    fixed,
    upTo: (value, digits) => format(value, 0, digits),
    percent,
    change: (value) => `${value > 0 ? "+" : ""}${percent(value)}`,
    interval,
    estimate: (estimate, digits) => {
      const limits = interval(estimate, digits);
      return limits === "" ? fixed(estimate.value, digits) : `${fixed(estimate.value, digits)} (${limits})`;
    },
  };
}
