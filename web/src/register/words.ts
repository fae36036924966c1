/** What is known of an injury, in words. */
import type { InjuryDetails } from "../api/injuries";
import type { Language } from "../api/types";
import { dayText } from "../common/times";
import type { Say } from "../common/words";
import { ageWord, esawWord } from "./codes";

/** The fields in the order in which one would tell them. */
export const FIELDS = [
  "date",
  "month",
  "hour",
  "kind",
  "outcome",
  "severe",
  "days_lost",
  "days_restricted",
  "site",
  "region",
  "activity",
  "employer",
  "host",
  "source",
  "reported",
  "cause",
  "deviation",
  "contact",
  "injury_type",
  "body_part",
  "sex",
  "age",
] as const satisfies readonly (keyof InjuryDetails)[];
export type Field = (typeof FIELDS)[number];

export interface Speaker {
  readonly t: Say;
  readonly language: Language;
  readonly siteName: (site: string) => string;
}

/** The value of a field; null where it is not known. */
export function valueWords({ t, language, siteName }: Speaker, details: InjuryDetails, field: Field): string | null {
  const value = details[field];
  if (value === null || value === undefined || value === "") return null;
  const code = String(value);
  switch (field) {
    case "date":
    case "reported":
      return dayText(code, language);
    case "month":
      return t(`chart-month-${Number(code.slice(5, 7))}`, { year: code.slice(0, 4) });
    case "hour":
      return `${code.padStart(2, "0")}:00–${code.padStart(2, "0")}:59`;
    case "severe":
      return value === true ? t("register-yes") : null;
    case "kind":
    case "outcome":
    case "cause":
    case "source":
    case "sex":
      return t(`injury-${field}-${code}`);
    case "site":
      return siteName(code);
    case "region":
      return t(`region-${code}`);
    case "activity":
      return /^[A-U]$/.test(code) ? `${code} · ${t(`section-${code}`)}` : code;
    case "deviation":
    case "contact":
      return esawWord(t, field, code);
    case "injury_type":
      return esawWord(t, "type", code);
    case "body_part":
      return esawWord(t, "part", code);
    case "age":
      return ageWord(t, code);
    default:
      return code;
  }
}

export interface Change {
  readonly field: Field;
  readonly before: string | null;
  readonly after: string | null;
}

/** What one report says otherwise than another. */
export function changesBetween(speaker: Speaker, before: InjuryDetails, after: InjuryDetails): readonly Change[] {
  return FIELDS.flatMap((field): readonly Change[] => {
    const change = { field, before: valueWords(speaker, before, field), after: valueWords(speaker, after, field) };
    return change.before === change.after ? [] : [change];
  });
}
