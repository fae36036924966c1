/** The codes that an injury is told in, as `crates/domain` lists them. Words for them: `codes.ftl`, `esaw.ftl`. */
import type { Say } from "../common/words";

export const SOURCES = ["employer", "health-organisation", "insurer"] as const;

export const INJURY_KINDS = [
  "violence-against-health-worker",
  "violence",
  "fall-from-height",
  "fall-on-level",
  "struck",
  "machine",
  "traffic",
  "site-vehicle",
  "electricity",
  "collapse",
  "explosion-or-fire",
  "exposure",
  "temperature",
  "overexertion",
  "other",
] as const;

/** From grave to slight. */
export const INJURY_OUTCOMES = ["fatal", "lost-time", "restricted", "medical", "first-aid"] as const;

export const CAUSES = [
  "work-organisation",
  "victim-negligence",
  "traffic-rules",
  "safety-rules",
  "training",
  "equipment",
  "premises",
  "protective-equipment",
  "technology",
  "security",
  "waiting",
  "other",
] as const;

export const SEXES = ["f", "m"] as const;

export const AGES = ["0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"] as const;

const split = (codes: string): readonly string[] => codes.split(" ");

export const ESAW = {
  deviation: split(
    "10 11 12 13 14 20 21 22 23 24 30 31 32 33 34 35 40 41 42 43 44 45 50 51 52 60 61 62 63 64 70 71 72 73 74 75 80 81 82 83 84 85",
  ),
  contact: split(
    "10 11 12 13 14 15 16 17 20 21 22 23 30 31 32 40 41 42 43 44 45 50 51 52 53 60 61 62 63 64 70 71 72 73 80 81 82 83 99",
  ),
  type: split(
    "000 010 011 012 020 021 022 030 031 032 040 050 051 052 060 061 062 063 070 071 072 080 081 082 090 091 092 100 101 102 103 110 111 112 120 999",
  ),
  part: split(
    "00 10 11 12 13 14 15 18 19 20 21 30 31 40 41 42 43 48 50 51 52 53 54 55 58 60 61 62 63 64 65 68 70 71 78 99",
  ),
} as const;

export type EsawList = keyof typeof ESAW;

/** `83 · Violence from outsiders` */
export function esawWord(t: Say, list: EsawList, code: string): string {
  return `${code} · ${t(`esaw-${list}-${code}`)}`;
}

export function ageWord(t: Say, age: string): string {
  return t(`injury-age-${age.replace("+", "")}`);
}
