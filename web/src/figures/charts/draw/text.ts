/**
 * How wide a text will be, without a page to measure it in: pictures are laid out the same on the screen, in a file and
 * in a test.
 */

/** Widths of Inter at weight 400 in hundredths of an em, rounded up to four, measured in Chromium. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [24, "ijlі"],
  [28, " !,.:IІ·\u00a0"],
  [32, "';t"],
  [36, "()/f"],
  [40, "1r"],
  [44, "гғ"],
  [48, '"-зт'],
  [52, "*?s–"],
  [56, "7JLackvxyzавксухьэяқұү"],
  [60, "25EFbdeghnopquГЕЁбдеёийлнопрцчҒәңөһ«»"],
  [64, "034689&BPRSTZБВЗРТУЬЯъΣ"],
  [68, "+<=>AKVXYАКХфҰҮ−×"],
  [72, "CDСЦЧЭҚҺ"],
  [76, "GHNOQUИЙЛНОПмыӘҢӨ"],
  [80, "ж"],
  [84, "wДФЪшщю≈"],
  [88, "mЫ…"],
  [92, "MМ"],
  [96, "ЖШЩ"],
  [100, "%WЮ—"],
];

const WIDTH_OF = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
const UNKNOWN = 80;
/** Weights from 600 on are a little wider; the fonts that stand in for Inter hardly wider than that. */
const BOLD = 1.06;

export type Weight = 400 | 600;

/** In the same unit as `size`. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let width = 0;
  for (const letter of text) width += WIDTH_OF.get(letter) ?? UNKNOWN;
  return (width / 100) * size * (weight === 600 ? BOLD : 1);
}

/** The first of the texts that fits, the last one if none does. */
export function firstThatFits(texts: readonly string[], width: number, size: number, weight: Weight = 400): string {
  return texts.find((text) => textWidth(text, size, weight) <= width) ?? texts.at(-1) ?? "";
}

/** Lines of whole words; a word longer than a line stands alone, and what is left over ends in an ellipsis. */
export function wrap(
  text: string,
  width: number,
  size: number,
  most = Number.POSITIVE_INFINITY,
  weight: Weight = 400,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = cut(lines.slice(most - 1).join(" "), width, size, weight);
  return kept;
}

function cut(text: string, width: number, size: number, weight: Weight): string {
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size, weight) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
