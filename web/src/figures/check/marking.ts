/** Where the claims of a text stand in it. Claims may overlap, and two may be made by the same words. */
import type { PressClaim } from "../../api/figures";

/** A stretch of the text, the claims it belongs to, and those that end with it. Claims are numbered from 0. */
export interface Stretch {
  readonly text: string;
  readonly claims: readonly number[];
  readonly ends: readonly number[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text cut where claims begin and end. A claim whose words are not found marks nothing. */
export function stretches(text: string, claims: readonly Pick<PressClaim, "text">[]): readonly Stretch[] {
  const spans = spansOf(text, claims);
  const cuts = new Set([0, text.length]);
  for (const span of spans) {
    if (span === null) continue;
    cuts.add(span.from);
    cuts.add(span.to);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length;
    const having = (wanted: (span: Span) => boolean) =>
      spans.flatMap((span, claim) => (span !== null && wanted(span) ? [claim] : []));
    return {
      text: text.slice(from, to),
      claims: having((span) => span.from < to && span.to > from),
      ends: having((span) => span.to === to),
    };
  });
}

/** Claims come in the order of the text, so each is looked for from where the one before began. */
function spansOf(text: string, claims: readonly Pick<PressClaim, "text">[]): readonly (Span | null)[] {
  let from = 0;
  return claims.map((claim) => {
    if (claim.text === "") return null;
    let at = text.indexOf(claim.text, from);
    if (at < 0) at = text.indexOf(claim.text);
    if (at < 0) return null;
    from = at;
    return { from: at, to: at + claim.text.length };
  });
}
