/** Words for the codes that figures are crossed by. */
import type { Say } from "../../common/words";
import { isRegion } from "./shapes";

const PREFIXES: Readonly<Record<string, string>> = {
  kind: "injury-kind-",
  cause: "injury-cause-",
  outcome: "injury-outcome-",
  sex: "injury-sex-",
  section: "section-",
};

/** The word of a code in a dimension; the code itself where it has none. */
export function keyName(t: Say, dimension: string, code: string | null): string {
  if (code === null) return t("explore-key-unknown");
  if (dimension === "region") return isRegion(code) ? t(`region-${code}`) : code;
  if (dimension === "age") return t(`injury-age-${code.replace("+", "")}`);
  if (dimension === "reporters") return sourceNames(t, code.split("+"));
  if (dimension === "month" || dimension === "quarter") return periodWord(t, code);
  const prefix = PREFIXES[dimension];
  return prefix === undefined ? code : t(prefix + code);
}

export function sourceNames(t: Say, codes: readonly string[]): string {
  return codes.map((code) => t(`injury-source-${code}`)).join(" + ");
}

/** Half years and months "to" are written as the register writes them. */
export function periodWord(t: Say, code: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(code);
  if (quarter !== null) return t(`chart-quarter-${quarter[2]}`, { year: quarter[1] ?? "" });
  const month = /^(\d{4})-(\d{2})$/.exec(code);
  return month === null ? code : t(`chart-month-${Number(month[2])}`, { year: month[1] ?? "" });
}

export function placeName(t: Say, code: string): string {
  return code === "KZ" ? t("country") : isRegion(code) ? t(`region-${code}`) : code;
}
