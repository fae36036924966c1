/** What pictures are written with: words, numbers, names of regions. */
import { useMemo } from "react";
import type { Language } from "../../../api/types";
import { type Say, useWords } from "../../../common/words";
import type { Cell, Measure } from "../data";
import { type Numbers, numbersIn } from "../numbers";

export interface Scribe {
  readonly t: Say;
  readonly language: Language;
  readonly numbers: Numbers;
}

export function useScribe(): Scribe {
  const { t, language } = useWords();
  return useMemo(() => ({ t, language, numbers: numbersIn(language) }), [t, language]);
}

/** `0.08 (0.05–0.12)`, or the word for what is not there. */
export function cellWords({ t, numbers }: Scribe, cell: Cell, { digits }: Pick<Measure, "digits">): string {
  return cell.status === "published" ? numbers.estimate(cell, digits) : statusWord(t, cell.status);
}

export function statusWord(t: Say, status: Cell["status"]): string {
  return t(`chart-status-${status}`);
}
