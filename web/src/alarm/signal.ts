/** Which button of a panel spoke, in words: a guard finds it by the numbers written beside it. */
import type { Signal } from "../api/types";
import type { Say } from "../common/words";

/** "Ward 3 · Panel 1234 · point 033 · area 07"; null when no device's signal names a place of its own. */
export function sourceWords(signal: Signal | null | undefined, t: Say): string | null {
  if (signal == null || [signal.text, signal.point, signal.area].every(isEmpty)) return null;
  return [...(isEmpty(signal.text) ? [] : [signal.text]), ...partsOf(signal, t)].join(" · ");
}

/** The account, point and area that a signal names. */
export function partsOf({ account, point, area }: Signal, t: Say): readonly string[] {
  return [
    ...(isEmpty(account) ? [] : [t("signal-account", { account })]),
    ...(isEmpty(point) ? [] : [t("signal-point", { point })]),
    ...(isEmpty(area) ? [] : [t("signal-area", { area })]),
  ];
}

function isEmpty(text: string | null | undefined): text is null | undefined | "" {
  return text == null || text === "";
}
