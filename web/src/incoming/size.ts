/** How large a file is, as the reader writes it. */
import type { Say } from "../common/words";
import type { Numbers } from "../figures/charts/numbers";

/** `14 kB`, `1.4 MB`; what is not empty has at least one. */
export function sizeWords(t: Say, numbers: Numbers, bytes: number): string {
  if (bytes >= 1_000_000) return t("file-size-mb", { size: numbers.fixed(bytes / 1_000_000, 1) });
  return t("file-size-kb", { size: numbers.whole(Math.ceil(bytes / 1_000)) });
}
